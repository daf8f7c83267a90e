"""Step 2, Skills: what the learner can do, with the evidence for it and the guesses to answer."""

from app.journey.records import Card, cards
from app.journey.session import Session
from app.profile.claims import SkillClaim, claims_of, own_claim
from app.profile.evidence import Standing, own_standing
from app.profile.skills import Answer, Answers, Profile, build_profile
from app.vault import store_profile
from pathways.matching import concept_of, has_concept, match_alignment, match_text
from pathways.model import Match
from pathways.pack.store import keep

GUESSES = 3
"""How many guesses a claim in words is given; more would be a quiz."""


def profile(session: Session, kept: tuple[Card, ...] | None = None) -> Profile:
    """Every claim of the records and own words, matched, with what the learner answered."""
    found = cards(session) if kept is None else kept
    claims = [(claim, card.standing) for card in found for claim in claims_of(card.record)]
    answers = _answers(session)
    return build_profile([*claims, *_own(session)], lambda claim: matches(session, claim, answers), answers)


def matches(session: Session, claim: SkillClaim, answers: Answers) -> tuple[Match, ...]:
    """What a claim may mean: what is proposed for it, and what the learner chose that nobody proposed.

    An answer about a concept that newer frameworks dropped is kept in the vault and waits there.
    """
    asked = f"proposed:{claim.text!r}:{claim.alignment!r}"  # the same words stand in many records
    proposed = keep(session.pack, asked, lambda: _proposed(session, claim))
    known = {match.concept.id for match in proposed}
    chosen = [concept for claim_id, concept in answers if claim_id == claim.id and concept not in known]
    there = [concept_of(session.pack, one) for one in chosen if has_concept(session.pack, one)]
    return (*proposed, *(Match(concept, 1.0, "chosen", sure=False) for concept in there))


def _proposed(session: Session, claim: SkillClaim) -> tuple[Match, ...]:
    """By its alignment where a claim has one, else by its words."""
    if claim.alignment is None:
        return match_text(session.pack, claim.text, top=GUESSES)
    link = claim.alignment
    return match_alignment(session.pack, name=link.name, url=link.url, code=link.code, framework=link.framework)


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


def _answers(session: Session) -> Answers:
    return {
        (row.claim_id, row.concept_id): Answer(row.agreed, row.level) for row in store_profile.answers(session.vault)
    }
