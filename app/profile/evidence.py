"""How strongly a record's word stands, from what was checked."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.records.model import Check

SIGNED = 3
"""Evidence from which on an issuer's signature is checked."""
IN_A_LIST = 4
"""Evidence of a signature whose issuer a list names, too."""


@dataclass(frozen=True)
class Standing:
    """Evidence 1–4, or None where the record can show nothing; `reason` says why.

    `lapsed` is not in force today; `early` is so because its first day is still to come.
    """

    evidence: int | None
    reason: str
    lapsed: bool = False
    early: bool = False


def standing(checks: Iterable[Check], *, self_issued: bool = False) -> Standing:
    """How a record stands (DESIGN's evidence marks).

    A signature that is sound but whose key is not bound to the issuer is 2, never 3. A record that could not be
    checked is 2: someone else's word. One that nobody signed is 1: anyone could have written it. A broken signature
    or a canceled record shows nothing. One that its own subject issued (`self_issued`) is own word, however signed.
    """
    told = tuple(checks)
    answers = {check.check: check.answer for check in told}
    reasons = {check.check: check.reason for check in told}
    lapsed, early = answers.get("in_force") == "no", reasons.get("in_force") == "not_yet"
    unsigned = reasons.get("signature") == "no_proof"
    for check, reason in (("format", "not_readable"), ("signature", "broken_signature"), ("status", "canceled")):
        if answers.get(check) == "no" and not (unsigned and check == "signature"):
            return Standing(None, reason, lapsed, early)
    if unsigned or self_issued:
        return Standing(1, "unsigned" if unsigned else "self_issued", lapsed, early)
    # A signature over the letters can be sound though what they mean is not known ("format" not checked).
    needed = ("format", "signature", "issuer_binding")
    signed = all(answers.get(check) == "yes" for check in needed)
    if not signed:
        return Standing(2, "someones_word", lapsed, early)
    known = answers.get("known_issuer") == "yes"
    return Standing(IN_A_LIST if known else SIGNED, "known_issuer" if known else "signed", lapsed, early)


def own_word_in(stand: Standing) -> Standing:
    """How a person's own word inside a record stands: as their word, and as nothing where the record shows nothing."""
    return stand if stand.evidence is None else replace(stand, evidence=1, reason="self_issued")


def own_standing(*, with_sample: bool) -> Standing:
    """How the learner's own word stands: 2 with something to show, else 1."""
    return Standing(2, "own_word_with_sample") if with_sample else Standing(1, "own_word")
