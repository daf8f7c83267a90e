"""Step 2, Skills: what the learner can do, with the evidence for it and the guesses to answer."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.journey.records.holding import Card, cards
from app.journey.session import Session
from app.journey.skills.meant import GUESSES, Matches, Tell, meanings
from app.journey.skills.questions import Denied, Question, Unplaced, answered
from app.journey.skills.rows import SkillGroup, SkillRow, backings, grouped, rows_of
from app.profile.claims import SkillClaim, own_claim
from app.profile.evidence import Standing, own_standing, own_word_in
from app.profile.skills import Answer, Answers, Profile, build_profile
from app.vault import store_profile
from pathways.matching import concept_of, has_concept, match_text, search_names
from pathways.model import ConceptKind, Match

SKILLS: frozenset[ConceptKind] = frozenset({"activity", "knowledge", "skill", "software", "esco_skill"})
"""Kinds of concept that are something a person can do; jobs are looked for on the Goal page."""
FOUND = 12
JOBS_AMONG = 5
"""How many of the names nearest to some words may be jobs, before a skill is missed."""


@dataclass(frozen=True)
class SkillsPage:
    """What the Skills page shows: agreed rows by group, and what is open beside them.

    `questions` wait for a yes or no; `also` are guesses about words that have a meaning already. `agreed` counts the
    rows that something shows, `open` the questions.
    """

    groups: tuple[SkillGroup, ...]
    questions: tuple[Question, ...]
    also: tuple[Question, ...]
    unplaced: tuple[Unplaced, ...]
    denied: tuple[Denied, ...]
    held: Profile

    @property
    def rows(self) -> tuple[SkillRow, ...]:
        """All rows, in the order shown."""
        return tuple(row for group in self.groups for row in group.rows)

    @property
    def agreed(self) -> int:
        """How many skills are shown by something."""
        return sum(row.best.evidence is not None for row in self.rows)

    @property
    def open(self) -> int:
        """How many guesses wait."""
        return len(self.questions)

    def about(self, concept_id: str) -> tuple[Question, ...]:
        """The guesses, waiting or beside a meaning, that would show this concept."""
        return tuple(
            one
            for one in (*self.questions, *self.also)
            if concept_id in {match.concept.id for match in (one.best, *one.others)}
        )


@dataclass(frozen=True)
class Found:
    """A concept that the learner may mean, and whether a row stands for it already."""

    match: Match
    held: bool


def skills_page(
    session: Session, kept: tuple[Card, ...], held: Profile | None = None, tell: Tell = lambda _done, _of: None
) -> SkillsPage:
    """The Skills page over the cards of the records; `held` is their profile, where it is at hand. `tell` as there."""
    known = profile(session, kept, tell) if held is None else held
    behind = backings(known, kept, store_profile.own_words(session.vault))
    left = answered(known, behind)
    groups = grouped(rows_of(session.pack, known, behind))
    return SkillsPage(groups, left.open, left.also, left.unplaced, left.denied, known)


def find(session: Session, text: str, held: Profile, top: int = FOUND) -> tuple[Found, ...]:
    """Skills by name, as one types: for "Something else…"."""
    return tuple(
        Found(match, match.concept.id in held.held) for match in search_names(session.pack, text, kinds=SKILLS, top=top)
    )


def suggest(session: Session, text: str, held: Profile) -> tuple[Found, ...]:
    """What own words may mean, before or after they are kept; skills alone."""
    meant = [one for one in match_text(session.pack, text, top=GUESSES + JOBS_AMONG) if one.concept.kind in SKILLS]
    return tuple(Found(match, match.concept.id in held.held) for match in meant[:GUESSES])


def profile(session: Session, kept: tuple[Card, ...] | None = None, tell: Tell = lambda _done, _of: None) -> Profile:
    """Every claim of the records and own words, matched, with what the learner answered.

    `tell` hears how many records are checked, then how many words are looked up, and stops this by raising.
    """
    found = cards(session, tell) if kept is None else kept
    claims = [
        (claim, own_word_in(card.standing) if claim.own_word else card.standing)
        for card in found
        for claim in session.memory.claims(card.record)
    ]
    answers = {**_of_older(session, found), **_answers(session)}
    answered_of = defaultdict[str, list[str]](list)
    for claim_id, concept in answers:
        answered_of[claim_id].append(concept)
    own = _own(session)
    every = [*claims, *own]
    meant = meanings(session, (claim for claim, _ in every), tell)
    return build_profile(every, lambda claim: _matches(session, meant[claim.id], answered_of[claim.id]), answers)


def _matches(session: Session, found: Matches, answered_about: Sequence[str]) -> Matches:
    """What a claim may mean: what is proposed for it, and the concepts answered about that nobody proposed.

    An answer about a concept that newer frameworks dropped is kept in the vault and waits there.
    """
    if not answered_about:
        return found
    known = {match.concept.id for match in found}
    chosen = [concept for concept in answered_about if concept not in known]
    there = [concept_of(session.pack, one) for one in chosen if has_concept(session.pack, one)]
    return (*found, *(Match(concept, 1.0, "chosen", sure=False) for concept in there))


def say_in_own_words(session: Session, text: str, sample: str | None = None) -> str:
    """Keep something the learner can do in their own words, and what they have to show for it; returns its claim id."""
    own = store_profile.add_own_words(session.vault, text, sample)
    return own_claim(str(own), text).id


def answer(session: Session, claim_id: str, concept_id: str, given: Answer) -> None:
    """Keep what the learner said of one match. PathwaysError `concept_unknown` where the pack has no such concept."""
    concept_of(session.pack, concept_id)
    store_profile.answer(session.vault, claim_id, concept_id, agreed=given.agreed, level=given.level)


def _own(session: Session) -> list[tuple[SkillClaim, Standing]]:
    return [
        (own_claim(str(own.id), own.text), own_standing(with_sample=bool(own.note)))
        for own in store_profile.own_words(session.vault)
    ]


def _of_older(session: Session, found: Iterable[Card]) -> Answers:
    """What was answered about older versions, under the claims of the newer ones that say the same."""
    given = _answers(session)
    carried = dict[tuple[str, str], Answer]()
    for card in (one for one in found if one.older):
        now_said = {_same_claim(claim): claim.id for claim in session.memory.claims(card.record)}
        for before in reversed(card.older):
            record = session.memory.read[before].record
            was_said = {claim.id: _same_claim(claim) for claim in session.memory.claims(record)} if record else {}
            carried |= {
                (now_said[was_said[claim]], concept): said
                for (claim, concept), said in given.items()
                if was_said.get(claim) in now_said
            }
    return carried


def _same_claim(claim: SkillClaim) -> tuple[str, str | None, str | None]:
    link = claim.alignment
    return (claim.text, link.url if link else None, link.code if link else None)


def _answers(session: Session) -> Answers:
    return {
        (row.claim_id, row.concept_id): Answer(row.agreed, row.level) for row in store_profile.answers(session.vault)
    }
