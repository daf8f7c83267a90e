"""The least of a record that still proves what it proves: parts that its signature lets its holder leave out stay home.

An SD-JWT (RFC 9901) is the issuer's signature and disclosures beside it; without one of these it holds as before. Any
other record goes whole or not at all. A credential out of a transcript that is signed apart is a record of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from app.applying.disclosure import gives_away
from app.errors import PersonError
from app.records.model import Record
from app.records.reading import read_bytes
from app.records.sd_jwt import compact, take_apart
from app.trust.proofs import proofs_of
from app.trust.sd import is_base

MOST_PARTS = 100
"""With more disclosures than this a record goes whole: each is tried alone."""
Whole = Literal["signed_as_one", "nothing_to_leave_out", "not_cut_here", "too_many_parts"]


@dataclass(frozen=True)
class Least:
    """What would go of a record, under its key: itself, or less. `kept_back` are codes that only the whole tells.

    `whole` says why nothing could be left out, None where something was: `signed_as_one` is "whole or not at all";
    `not_cut_here` is a proof that would allow less, which is not made here.
    """

    record: Record
    whole: Whole | None
    kept_back: tuple[str, ...] = ()


def least(record: Record) -> Least:
    """The record without what need not go for it to show the same achievements, issuer, dates and subject."""
    if record.form != "sd-jwt":
        return Least(record, "not_cut_here" if _may_be_derived(record) else "signed_as_one")
    first, *parts, _ = compact(record.raw.decode("utf-8")).split("~")
    if len(parts) > MOST_PARTS:
        return Least(record, "too_many_parts")
    shorter = _shortest(record, first, parts)
    if shorter is None:
        return Least(record, "nothing_to_leave_out")
    told = gives_away(shorter)
    return Least(shorter, None, tuple(code for code in gives_away(record) if code not in told))


def _shortest(record: Record, first: str, parts: list[str]) -> Record | None:
    """Leave out one part after the other, as long as the rest proves the same; None where each is needed.

    What stands inside another part can go before it, so this is gone through until nothing more goes. A holder's
    signature to an earlier reader goes, too: it covers the parts that were sent then.
    """
    kept, found, more = list(parts), None, True
    while more:
        more = False
        for part in [*kept]:
            rest = [one for one in kept if one is not part]
            shorter = _read("~".join([first, *rest, ""]), record)
            if shorter is not None:
                kept, found, more = rest, shorter, True
    return found


def _read(text: str, record: Record) -> Record | None:
    """The text as the same record, or None where it is another or none."""
    try:
        if record.kind != "sd-jwt-vc" and take_apart(text).may_be_cut:
            return None
    except PersonError:
        return None  # a part inside the one left out has nothing to stand in
    items = list(read_bytes(text.encode(), record.source))
    if len(items) != 1 or not isinstance(items[0], Record) or _proves(items[0]) != _proves(record):
        return None
    return replace(items[0], key=record.key, source=record.source)


def _proves(record: Record) -> tuple[object, ...]:
    """What a record must say as before, for whoever reads it to learn the same of the skill."""
    dates = record.valid_from, record.valid_until
    results = tuple(result.alignments for result in record.results if result.alignments)
    subjects = tuple(subject.id for subject in record.subjects)
    told = record.achievements, results, record.description
    return record.kind, record.id, record.types, record.name, record.issuer, dates, subjects, told, record.faults


def _may_be_derived(record: Record) -> bool:
    """Whether its proof is a base proof of which a shorter one could be made (vc-di-ecdsa, `ecdsa-sd-2023`)."""
    proofs = (proof for proof in proofs_of(record.document) if isinstance(proof, Mapping))
    return any(proof.get("cryptosuite") == "ecdsa-sd-2023" and is_base(proof.get("proofValue")) for proof in proofs)
