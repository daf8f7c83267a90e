"""The learner's records as ones that could go: what each shows of what is asked, and what else it gives away."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from app.applying.candidate import CANCELED, Candidate
from app.applying.disclosure import in_order, told_by
from app.applying.fitting import fits
from app.applying.least import Least
from app.applying.opportunity import Asked, Opportunity
from app.applying.tailoring import Shows, covered_by
from app.journey.records.holding import Card
from app.profile.skills import Profile, Skill
from app.records.model import Record


def candidates(
    wanted: Opportunity, kept: tuple[Card, ...], held: Profile, leasts: Mapping[str, Least]
) -> tuple[Candidate, ...]:
    """Every record as one that could go: what it shows of what is asked, and what else it gives away."""
    shown = defaultdict[str, list[Skill]](list)
    for skill in held.skills:
        if skill.claim.record is not None:
            shown[skill.claim.record].append(skill)
    return tuple(_candidate(wanted, card, leasts[card.record.key], shown.get(card.record.key, ())) for card in kept)


def _candidate(wanted: Opportunity, card: Card, going: Least, own: Sequence[Skill]) -> Candidate:
    asked_for = {concept for one in wanted.asked for concept in one.concepts}
    told = dict(told_by(going.record))
    known = [(skill.claim.text, concepts_shown(skill).keys()) for skill in own]
    if others := tuple(text for text, concepts in known if concepts and not asked_for & concepts):
        told["other_skills"] = others
    canceled = card.standing.reason == CANCELED
    covers = covered_by(wanted.asked, _shows(going.record, own))
    said = {concept for skill in own for concept in concepts_shown(skill)}
    return Candidate(
        key=card.record.key,
        title=card.record.name,
        covers=covers,
        gives_away=in_order(told),
        usable=canceled or (card.standing.evidence is not None and card.standing.reason != "unsigned"),
        reason=card.standing.reason,
        notes=_notes(card),
        facts={code: "; ".join(values) for code, values in told.items()},
        whole=going.whole,
        kept_back=going.kept_back,
        nearly=frozenset(n for n, one in enumerate(wanted.asked) if said.intersection(one.concepts)) - covers.keys(),
    )


def _shows(going: Record, own: Sequence[Skill]) -> Shows:
    """How well what goes of a record shows a concept to one who asks for it."""
    known = [(skill.claim, concepts_shown(skill)) for skill in own]

    def shows(asked: Asked, concept: str) -> int:
        able = [meant[concept] for claim, meant in known if concept in meant and fits(asked, going, claim)]
        return max(able, default=0)

    return shows


def _notes(card: Card) -> tuple[str, ...]:
    """What is told of a record before it goes, beside what it gives away."""
    canceled, unsure = card.standing.reason == CANCELED, card.standing.reason == "someones_word"
    late, early = card.standing.lapsed, card.standing.early
    notes = {"expired": late and not early, "not_yet": early, CANCELED: canceled, "not_checked": unsure}
    return tuple(note for note, holds in notes.items() if holds)


def concepts_shown(skill: Skill) -> dict[str, int]:
    """The concepts a skill counts as, each with how good its evidence is; none where it is not known how good."""
    evidence = skill.standing.evidence
    if evidence is None:
        return {}
    return {found.match.concept.id: evidence for found in skill.matches if found.state in ("sure", "agreed")}
