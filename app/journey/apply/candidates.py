"""The learner's records as ones that could go: what each shows of what is asked, and what else it gives away."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from app.applying.candidate import CANCELED, Candidate
from app.applying.disclosure import in_order, told_by
from app.applying.fitting import fits, plain
from app.applying.least import Least
from app.applying.opportunity import Opportunity
from app.journey.records.holding import Card
from app.profile.skills import Profile, Skill


def candidates(
    wanted: Opportunity, kept: tuple[Card, ...], held: Profile, leasts: Mapping[str, Least]
) -> tuple[Candidate, ...]:
    """Every record as one that could go: what it shows of what is asked, and what else it gives away."""
    shown = defaultdict[str, list[tuple[Skill, Mapping[int, int]]]](list)
    for skill, meant in zip(held.skills, meant_by(wanted, held.skills), strict=True):
        if skill.claim.record is not None:
            shown[skill.claim.record].append((skill, meant))
    return tuple(_candidate(wanted, card, leasts[card.record.key], shown.get(card.record.key, ())) for card in kept)


def meant_by(wanted: Opportunity, skills: Iterable[Skill]) -> Iterator[Mapping[int, int]]:
    """For each skill what is asked that it says, in meaning or in the very words: by place, with its evidence (1–4)."""
    asked = [(place, plain(one.name), one.concepts) for place, one in enumerate(wanted.asked)]
    for skill in skills:
        words, meant = plain(skill.claim.text), concepts_shown(skill)
        said = skill.standing.evidence or 0
        best = {
            place: max(said if words == name else 0, *(meant.get(one, 0) for one in concepts), 0)
            for place, name, concepts in asked
        }
        yield {place: evidence for place, evidence in best.items() if evidence}


def _candidate(
    wanted: Opportunity, card: Card, going: Least, own: Sequence[tuple[Skill, Mapping[int, int]]]
) -> Candidate:
    told = dict(told_by(going.record))
    if others := tuple(skill.claim.text for skill, meant in own if concepts_shown(skill) and not meant):
        told["other_skills"] = others
    canceled = card.standing.reason == CANCELED
    covers: dict[int, int] = {}
    for skill, meant in own:
        for place, evidence in meant.items():
            if fits(wanted.asked[place], going.record, skill.claim):
                covers[place] = max(evidence, covers.get(place, 0))
    return Candidate(
        key=card.record.key,
        title=card.record.name,
        covers=dict(sorted(covers.items())),
        gives_away=in_order(told),
        usable=canceled or (card.standing.evidence is not None and card.standing.reason != "unsigned"),
        reason=card.standing.reason,
        notes=_notes(card),
        facts={code: "; ".join(values) for code, values in told.items()},
        whole=going.whole,
        kept_back=going.kept_back,
        nearly=frozenset(place for _, meant in own for place in meant) - covers.keys(),
    )


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
