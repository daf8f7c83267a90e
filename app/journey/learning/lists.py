"""Lists of learning that a learner or a center brings: looked at, added, taken out again."""

import hashlib
import re
from collections.abc import Mapping
from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING

from app.errors import PersonError
from app.journey.learning.in_use import InUse, Tell, in_use, steps_of_list, taught_by
from app.journey.learning.kept import ListSummary, Looked, Undo
from app.journey.learning.told import kept_list
from app.journey.session import Session
from app.vault import store_learning
from app.vault.store_learning import StoredList

if TYPE_CHECKING:
    from pathways.frameworks.learning.headings import HeadingProposals
    from pathways.frameworks.learning.model import ReadList
    from pathways.plans.listed import Taught

MOST_LISTS = 20
LONGEST_ID = 40


def look(session: Session, content: bytes, file: str, name: str = "") -> Looked:
    """What a file is and how its columns are taken, before it is added. PathwaysError as `read_list`."""
    from pathways.frameworks.learning.headings import lacking
    from pathways.frameworks.learning.read import proposals_of

    proposals = proposals_of(content, file)
    kept = _mapping_for(session, proposals)
    mapping = kept or (proposals.mapping if proposals else {})
    called = name.strip() or PurePath(file).stem
    list_id = _id_for(session, called)
    before = store_learning.stored_list(session.vault, list_id)
    missing = lacking(set(mapping)) if proposals else ()
    return Looked(called, list_id, proposals, mapping, kept is not None, missing, before.name if before else None)


def _mapping_for(session: Session, proposals: "HeadingProposals | None") -> dict[str, str] | None:
    """The mapping kept for these headings."""
    return None if proposals is None else store_learning.kept_mapping(session.vault, _headings_key(proposals.headings))


def _headings_key(headings: tuple[str, ...]) -> str:
    from pathways.frameworks.learning.headings import folded

    return hashlib.sha256("\x1f".join(map(folded, headings)).encode("utf-8", "surrogatepass")).hexdigest()


def list_id_of(name: str) -> str:
    """The id of a list by its name: without its dates, so that next year's list takes this one's place.

    A name that is too long or has other letters than a to z ends in a digest, so that two never share an id.
    """
    dateless, plain = _dateless(name), _plain(name)
    if plain and len(plain) <= LONGEST_ID and not any(one.isalnum() and not one.isascii() for one in dateless):
        return plain
    digest = hashlib.sha256(dateless.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{plain[:LONGEST_ID].strip('-') or 'list'}-{digest}"


def _dateless(name: str) -> str:
    dated = re.sub(r"(?<!\d)(?:19|20)\d{2}(?:[-_. ]?\d{1,2}){0,2}(?!\d)", " ", name.casefold())
    return " ".join(dated.split())


def _plain(name: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", _dateless(name)))


def _id_for(session: Session, name: str) -> str:
    """The id of a list: that of the one it takes the place of, where that was kept before ids had digests."""
    earlier = store_learning.stored_list(session.vault, _plain(name)[:LONGEST_ID].strip("-"))
    return earlier.list_id if earlier and _dateless(earlier.name) == _dateless(name) else list_id_of(name)


def add_list(
    session: Session,
    content: bytes,
    file: str,
    *,
    name: str = "",
    mapping: Mapping[str, str] | None = None,
    as_of: date | None = None,
    tell: Tell = lambda _share: None,
) -> ListSummary:
    """Add a list, in place of the one of the same name; its steps count from now on.

    `mapping` (our fields with their headings) goes before what is kept or proposed for these fields, an empty heading
    takes a field's column away; it is kept for tables with the same headings. `as_of` is the day of the data, where
    rows tell none. `tell` hears the share done and may stop it by raising: then nothing has changed. PathwaysError as
    `read_list`; PersonError `learning_too_many` (limit), `learning_day_ahead`.
    """
    from pathways.frameworks.learning.read import read_list

    if as_of is not None and as_of > session.clock().date():
        raise PersonError("learning_day_ahead")
    looked = look(session, content, file, name)
    if not looked.replaces and len(store_learning.stored_lists(session.vault)) >= MOST_LISTS:
        raise PersonError("learning_too_many", limit=MOST_LISTS)
    chosen = {one: head for one, head in {**looked.mapping, **(mapping or {})}.items() if head}
    chosen = {one: head for one, head in chosen.items() if not _taken_by_another(one, head, mapping or {})}
    read = read_list(content, file, chosen if looked.proposals else None, as_of)
    called = name.strip() or read.name.strip() or looked.name
    list_id = _id_for(session, called)
    taught = taught_by(session, read, list_id, called, {}, tell)
    earlier = {one.id for one in steps_of_list(session, list_id)}
    with session.vault.writing():
        before = _keep(session, list_id, called, file, content, read, as_of, taught)
        if looked.proposals is not None and mapping:
            store_learning.keep_mapping(session.vault, _headings_key(looked.proposals.headings), read.columns)
    session.memory.learning.forget(list_id)
    session.memory.learning.lists[list_id] = InUse(read, taught)
    return _summary(session, list_id, before, earlier)


def _taken_by_another(ours: str, heading: str, mapping: Mapping[str, str]) -> bool:
    """Whether a person gave the column to another field than the one it was proposed for."""
    return ours not in mapping and heading in mapping.values()


def _keep(
    session: Session,
    list_id: str,
    name: str,
    file: str,
    content: bytes,
    read: "ReadList",
    as_of: date | None,
    taught: "Taught",
) -> StoredList | None:
    from pathways.pack.store import digest_of

    return store_learning.keep_list(
        session.vault,
        list_id,
        name=name,
        file=PurePath(file).name[:200],
        content=content,
        mapping=read.columns if read.kind == "table" else None,
        as_of=as_of.isoformat() if as_of else None,
        meant=taught.meant,
        pack=digest_of(session.pack),
    )


def _summary(session: Session, list_id: str, before: StoredList | None, earlier: set[str]) -> ListSummary:
    row = store_learning.stored_list(session.vault, list_id)
    if row is None:
        raise PersonError("learning_no_list", list=list_id)
    used = in_use(session, row)
    steps = used.taught.steps
    ids = {one.id for one in steps}
    counted: dict[str, int] = {}
    for trouble in used.read.troubles:
        counted[trouble.code] = counted.get(trouble.code, 0) + 1
    taught: dict[str, int] = {}
    for one in steps:
        if one.teaches:
            taught[one.known_by] = taught.get(one.known_by, 0) + 1
    return ListSummary(
        kept_list(session, row),
        before.name if before else None,
        len(ids - earlier),
        len(earlier - ids),
        sum(one.cost.value is not None for one in steps),
        taught,
        counted,
        used.taught.unknown_skills,
        used.taught.not_looked_up,
        Undo(list_id, before),
    )


def remove_list(session: Session, list_id: str) -> Undo:
    """Take a list out; its steps no longer count. Give what it returns to `undo`. PersonError `learning_no_list`."""
    before = store_learning.stored_list(session.vault, list_id)
    if before is None:
        raise PersonError("learning_no_list", list=list_id[:60])
    store_learning.put_list(session.vault, list_id, None)
    session.memory.learning.forget(list_id)
    return Undo(list_id, before)


def undo(session: Session, one: Undo) -> None:
    """Make a list what it was before it was added, replaced or removed."""
    store_learning.put_list(session.vault, one.list_id, one.before)
    session.memory.learning.forget(one.list_id)
