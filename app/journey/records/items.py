"""What stands inside a résumé or a transcript, in words: entries, files, how parts fit together."""

from app.records.model import Association, Attachment, Item
from app.wording import Words
from app.wording.record_items import ASSOCIATIONS, BACKING, OWN_WORD


def item_text(words: Words, item: Item) -> str:
    """An entry of a résumé, and whose word it is: "Welder, Harbor Yard, 2012, 2020. Their own word."."""
    stated = (item.name, item.organization, item.level, item.start, item.end)
    said = ", ".join(text for text in stated if text)
    told = [text for text in (said, item.description) if text]
    how = [words.text(OWN_WORD)] if item.own_word else []
    behind = [words.text(BACKING[one]) for one in item.backing]
    return "\n".join([*told, " ".join([*how, *behind])])


def attachment_text(words: Words, found: Attachment) -> str:
    """A file that came along: its name, kind and size; it is never opened."""
    size = "" if found.size is None else words.count("{number} byte", "{number} bytes", found.size)
    known = ", ".join(text for text in (found.name, found.type, size) if text)
    return words.text("{file}. Pathfolio did not open it.", file=known) if known else words.text("A file with no name.")


def association_text(words: Words, found: Association) -> str:
    """How two parts of a transcript stand to each other."""
    english = ASSOCIATIONS.get(found.type, ASSOCIATIONS["isRelatedTo"])
    return words.text(english, source=found.source_name or found.source, target=found.target_name or found.target)
