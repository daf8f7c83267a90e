"""What a switch or another choice of records changes, in sentences."""

from collections.abc import Iterable, Mapping

from app.applying.candidate import page_hides
from app.applying.chosen import Effect
from app.journey.apply.choice import LEAVES_OUT, SKILLS_FIRST, Switch
from app.journey.apply.preparing import Prepared
from app.journey.apply.table import ApplyTable
from app.journey.apply.words import joined
from app.wording import Words
from app.wording.applying import SWITCH_NAMES

NAMED = 2
"""More records than this are counted, not named, in a sentence."""


def switch_name(words: Words, switch: Switch) -> str:
    """What a switch leaves out."""
    return words.text(SWITCH_NAMES[switch.name])


def switch_note(words: Words, ready: Prepared, table: ApplyTable, switch: Switch) -> str:
    """What a switch does where it is on and would do where it is off, with what a file carries all the same."""
    told = effect(words, ready, switch.effect, now=switch.on)
    if switch.name == SKILLS_FIRST:
        lead = (
            words.text("What you can do leads the page.")
            if switch.on
            else words.text("The page names schools and dates.")
        )
        return joined(lead, told)
    still = [one.title for one in table.going if LEAVES_OUT[switch.name] & set(one.tells)] if switch.on else []
    carried = words.text("The file of {names} still carries it.", names=still) if still else ""
    left_out = not switch.on and LEAVES_OUT[switch.name] & page_hides(ready.wishes)
    told_by = any(LEAVES_OUT[switch.name] & set(one.tells) for one in table.going)
    lead = words.text("It is in the file, not on the page.") if left_out and told_by else ""
    nothing = (
        words.text("No record that goes tells it.") if switch.on else words.text("Nothing that goes would change.")
    )
    return joined(lead, told, carried) or nothing


def effect(words: Words, ready: Prepared, change: Effect, *, now: bool = False) -> str:
    """What a choice would change, or with `now` does change; empty where it changes nothing."""
    titles = {one.key: one.title for one in ready.candidates}
    said, lost = len(change.own_word), len(change.uncovered)
    weaker = len(set(change.weaker) - {*change.own_word, *change.uncovered})
    moved = _moved(words, _titles(change.dropped, titles), _titles(change.added, titles), now=now)
    return joined(moved, *(_is(words, said, lost, weaker) if now else _would(words, said, lost, weaker)))


def change_note(words: Words, ready: Prepared, change: Effect) -> str:
    """What a choice would change, said even where that is nothing."""
    return effect(words, ready, change) or words.text("Nothing that goes would change.")


def _moved(words: Words, dropped: list[str], added: list[str], *, now: bool) -> str:
    """Which records go and come, named if few."""
    if max(len(dropped), len(added)) > NAMED:
        return _many_moved(words, len(dropped), len(added), now=now)
    if dropped and added:
        return words.text(
            "Sends {new} in place of {old}." if now else "Would send {new} in place of {old}.", new=added, old=dropped
        )
    if dropped:
        return words.text("Keeps {names} home." if now else "Would drop {names}.", names=dropped)
    return words.text("Sends {names} too." if now else "Would send {names} too.", names=added) if added else ""


def _many_moved(words: Words, dropped: int, added: int, *, now: bool) -> str:
    goes = words.count("Sends {number} more record.", "Sends {number} more records.", added)
    would_go = words.count("Would send {number} more record.", "Would send {number} more records.", added)
    stays_ = words.count("Keeps {number} record home.", "Keeps {number} records home.", dropped)
    would_stay = words.count("Would drop {number} record.", "Would drop {number} records.", dropped)
    left, more = (stays_, goes) if now else (would_stay, would_go)
    return joined(left if dropped else "", more if added else "")


def _would(words: Words, said: int, lost: int, weaker: int) -> tuple[str, str, str]:
    own = words.count("{number} thing would rest on your word.", "{number} things would rest on your word.", said)
    none = words.count("{number} thing would not be shown.", "{number} things would not be shown.", lost)
    less = words.count("{number} thing would be shown less well.", "{number} things would be shown less well.", weaker)
    return own if said else "", none if lost else "", less if weaker else ""


def _is(words: Words, said: int, lost: int, weaker: int) -> tuple[str, str, str]:
    own = words.count("{number} thing rests on your word.", "{number} things rest on your word.", said)
    none = words.count("{number} thing is not shown.", "{number} things are not shown.", lost)
    less = words.count("{number} thing is shown less well.", "{number} things are shown less well.", weaker)
    return own if said else "", none if lost else "", less if weaker else ""


def _titles(keys: Iterable[str], titles: Mapping[str, str]) -> list[str]:
    return [titles[key] for key in keys]
