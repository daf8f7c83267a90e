"""Step 5, Apply: what an opportunity asks for, the smallest set of records that shows it, and the signed file."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from app.applying.disclosure import gives_away
from app.applying.holder import holder_of
from app.applying.opportunity import Asked, Opportunity, agreed
from app.applying.presentation import Presentation, bound_elsewhere, request_for, sign_presentation
from app.applying.statement import Statement
from app.applying.tailoring import Candidate, Tailored, Wishes, covered_by, tailor
from app.journey.records import Card
from app.journey.session import Session
from app.profile.skills import Profile, Skill
from app.vault import store_applications, store_keys, store_profile
from pathways.matching import match_text
from pathways.model import Match

GUESSES = 3
NO_WISHES = Wishes()


@dataclass(frozen=True)
class Guess:
    """What one thing asked may mean; it counts once the learner agrees."""

    requirement: int
    asked: Asked
    claim: str
    matches: tuple[Match, ...]


@dataclass(frozen=True)
class Prepared:
    """An application before it is signed: what is asked, what shows it, and what waits for the learner's answer."""

    opportunity: Opportunity
    cards: tuple[Card, ...]
    profile: Profile
    tailored: Tailored
    guesses: tuple[Guess, ...]
    own_words: Mapping[int, Skill]


def asked_claim(asked: Asked) -> str:
    """The id under which the learner's answer about a thing asked is kept: by its words, so it serves again."""
    return "asked-" + hashlib.sha256(asked.name.casefold().encode()).hexdigest()[:20]


def prepare(
    session: Session, kept: tuple[Card, ...], held: Profile, wanted: Opportunity, wishes: Wishes = NO_WISHES
) -> Prepared:
    """Find the smallest set of records that shows what the opportunity asks for."""
    meant = agreed(wanted, _agreed_matches(session, wanted))
    own = _own_words(meant, held)
    chosen = tailor(meant.asked, candidates(meant, kept, held), own_words=own.keys(), wishes=wishes)
    return Prepared(meant, kept, held, chosen, _guesses(session, meant), own)


def candidates(wanted: Opportunity, kept: tuple[Card, ...], held: Profile) -> tuple[Candidate, ...]:
    """Every record as one that could go: what it shows of what is asked, and what else it gives away."""
    return tuple(_candidate(wanted, card, held) for card in kept)


def sign(session: Session, ready: Prepared, labels: Mapping[str, str], *, told: frozenset[str]) -> Presentation:
    """Sign the chosen records and own words with the key for this opportunity, and keep it in the ledger.

    `told` are keys of records bound to another key than the signer's, about which the learner was told.
    """
    records = tuple(card.record for card in ready.cards if card.record.key in ready.tailored.chosen)
    wanted = ready.opportunity
    made = sign_presentation(
        records,
        [_statement(ready, index) for index in said(ready)],
        request_for(wanted.title, wanted.organisation, wanted.challenge, wanted.domain),
        seed=_seed(session, ready),
        created=session.clock(),
        labels=labels,
        practice=session.practice,
        told=told,
    )
    _keep(session, ready, made)
    return made


def elsewhere(session: Session, ready: Prepared) -> tuple[str, ...]:
    """Keys of chosen records that name another subject than the key that will sign: the learner is told."""
    records = tuple(card.record for card in ready.cards if card.record.key in ready.tailored.chosen)
    return tuple(record.key for record in bound_elsewhere(records, holder_of(_seed(session, ready)).did))


def said(ready: Prepared) -> tuple[int, ...]:
    """The things asked that only the learner's own word shows, by place in the list."""
    return tuple(shown.requirement for shown in ready.tailored.shown if shown.how == "own_word")


def _agreed_matches(session: Session, wanted: Opportunity) -> dict[int, tuple[str, ...]]:
    said_yes: dict[str, tuple[str, ...]] = {}
    for row in store_profile.answers(session.vault):
        if row.agreed:
            said_yes[row.claim_id] = (*said_yes.get(row.claim_id, ()), row.concept_id)
    return {index: said_yes.get(asked_claim(asked), ()) for index, asked in enumerate(wanted.asked)}


def _guesses(session: Session, wanted: Opportunity) -> tuple[Guess, ...]:
    return tuple(
        Guess(index, asked, asked_claim(asked), match_text(session.pack, asked.name, top=GUESSES))
        for index, asked in enumerate(wanted.asked)
        if not asked.concepts
    )


def _own_words(wanted: Opportunity, held: Profile) -> dict[int, Skill]:
    own = [skill for skill in held.skills if skill.claim.own is not None]
    return {
        index: skill
        for index, asked in enumerate(wanted.asked)
        for skill in own
        if _concepts(skill).keys() & set(asked.concepts)
    }


def _candidate(wanted: Opportunity, card: Card, held: Profile) -> Candidate:
    shows: dict[str, int] = {}
    for skill in held.skills:
        if skill.claim.record == card.record.key:
            shows |= _concepts(skill)
    notes = ("expired",) if card.standing.lapsed else ()
    return Candidate(
        key=card.record.key,
        title=card.record.name,
        covers=covered_by(wanted.asked, shows),
        gives_away=gives_away(card.record),
        usable=card.standing.evidence is not None and card.standing.reason != "unsigned",
        reason=card.standing.reason,
        notes=notes,
    )


def _concepts(skill: Skill) -> dict[str, int]:
    evidence = skill.standing.evidence
    if evidence is None:
        return {}
    return {found.match.concept.id: evidence for found in skill.matches if found.state in ("sure", "agreed")}


def _statement(ready: Prepared, index: int) -> Statement:
    return Statement(ready.opportunity.asked[index].name, ready.own_words[index].claim.text)


def _seed(session: Session, ready: Prepared) -> bytes:
    """The key to sign with: the one the chosen records are bound to where the vault has it, else one of its own."""
    for card in ready.cards:
        if card.record.key in ready.tailored.chosen:
            for subject in card.record.subjects:
                key = store_keys.key_of(session.vault, subject.id) if subject.id else None
                if key is not None:
                    return key.seed
    purpose = f"{ready.opportunity.organisation}: {ready.opportunity.title}"
    known = store_keys.key_for(session.vault, purpose)
    made = known or store_keys.new_key(session.vault, purpose, lambda seed: holder_of(seed).did)
    return made.seed


def _keep(session: Session, ready: Prepared, made: Presentation) -> None:
    wanted = ready.opportunity
    number = store_applications.add_opportunity(
        session.vault,
        {
            "title": wanted.title,
            "organisation": wanted.organisation,
            "requirements": [{"name": asked.name, "essential": asked.essential} for asked in wanted.asked],
        },
    )
    store_applications.add_presentation(
        session.vault,
        number,
        challenge=made.challenge,
        domain=made.domain,
        holder=made.holder,
        record_keys=ready.tailored.chosen,
        presentation=made.content,
    )
