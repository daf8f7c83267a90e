"""Step 5, Apply: what an opportunity asks for, the smallest set of records that shows it, and the signed file."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from app.applying.candidate import Candidate, Wishes
from app.applying.chosen import Chosen, Tailored
from app.applying.holder import holder_of
from app.applying.least import Least, least
from app.applying.making import PLAIN_MAKING, KeyChoice, Making
from app.applying.opportunity import Asked, Opportunity, agreed, opportunity_json
from app.applying.presentation import Presentation, request_for, sign_presentation
from app.applying.statement import Statement
from app.applying.tailoring import choose, tailor
from app.applying.ties import bound_elsewhere, named_dids
from app.journey.apply.candidates import candidates, meant_by
from app.journey.records.holding import Card
from app.journey.session import Session
from app.profile.skills import Profile, Skill
from app.records.model import Record
from app.vault import store_applications, store_keys, store_profile
from app.vault.store_keys import LearnerKey
from pathways.matching import concept_of, has_concept, match_text
from pathways.model import Concept, Match
from pathways.pack.store import remember

GUESSES = 3
NO_WISHES = Wishes()


@dataclass(frozen=True)
class Guess:
    """What one thing asked may mean; it counts once the learner agrees. What they denied is not proposed again."""

    requirement: int
    asked: Asked
    claim: str
    matches: tuple[Match, ...]


@dataclass(frozen=True)
class Prepared:
    """An application before it is signed: what is asked, what shows it, and what waits for the learner's answer.

    `candidates` are the records as ones that could go; `wishes` is what the learner decided; `meanings` are the
    concepts that they agreed to, by the place of the thing asked. `leasts` are what would go of each record, by key.
    """

    opportunity: Opportunity
    cards: tuple[Card, ...]
    profile: Profile
    tailored: Tailored
    guesses: tuple[Guess, ...]
    own_words: Mapping[int, Skill]
    candidates: tuple[Candidate, ...] = field(default=(), repr=False)
    wishes: Wishes = NO_WISHES
    meanings: Mapping[int, tuple[Concept, ...]] = field(default_factory=dict)
    leasts: Mapping[str, Least] = field(default_factory=dict, repr=False)


def asked_claim(asked: Asked) -> str:
    """The id under which the learner's answer about a thing asked is kept: by its words, so it serves again."""
    return "asked-" + hashlib.sha256(asked.name.casefold().encode()).hexdigest()[:20]


def prepare(
    session: Session,
    kept: tuple[Card, ...],
    held: Profile,
    wanted: Opportunity,
    wishes: Wishes = NO_WISHES,
    *,
    said: Mapping[str, str] | None = None,
) -> Prepared:
    """Find the smallest set of records that shows what the opportunity asks for.

    `said` names own words (their id in the vault) that the learner gave for one thing asked, by its `asked_claim`.
    """
    answered = _answers(session)
    said_yes = {place: _meant(answered, one, agreed=True) for place, one in enumerate(wanted.asked)}
    meant = agreed(wanted, said_yes)
    own = _own_words(meant, held, said or {})
    leasts = {card.record.key: least(card.record) for card in kept}
    able = candidates(meant, kept, held, leasts)
    chosen = tailor(meant.asked, able, own_words=_speaking(meant, own, wishes), wishes=wishes)
    meanings = {place: _concepts_of(session, ids) for place, ids in said_yes.items()}
    guesses = _guesses(session, meant, answered)
    return Prepared(meant, kept, held, chosen, guesses, own, able, wishes, meanings, leasts)


def with_wishes(ready: Prepared, wishes: Wishes) -> Prepared:
    """The same application as the learner decides now; errors as `tailor`."""
    chosen = tailor(ready.opportunity.asked, ready.candidates, own_words=speaking(ready, wishes), wishes=wishes)
    return replace(ready, tailored=chosen, wishes=wishes)


def what_goes(ready: Prepared, wishes: Wishes) -> Chosen:
    """What `with_wishes` would choose, and nothing said of the records at home: for a look at many ways."""
    return choose(ready.opportunity.asked, ready.candidates, own_words=speaking(ready, wishes), wishes=wishes)


def speaking(ready: Prepared, wishes: Wishes) -> frozenset[int]:
    """The things asked, by place, to which the learner's own words may speak."""
    return _speaking(ready.opportunity, ready.own_words, wishes)


def _speaking(wanted: Opportunity, own: Mapping[int, Skill], wishes: Wishes) -> frozenset[int]:
    return frozenset(place for place in own if asked_claim(wanted.asked[place]) not in wishes.silent)


def signed(
    session: Session,
    ready: Prepared,
    labels: Mapping[str, str],
    *,
    told: frozenset[str],
    making: Making = PLAIN_MAKING,
) -> Presentation:
    """Sign the chosen records and own words with the key for this opportunity; the ledger does not know it yet.

    `told` are keys of records bound to another key than the signer's, about which the learner was told.
    """
    wanted = ready.opportunity
    return sign_presentation(
        sent_records(ready),
        [_statement(ready, index) for index in said(ready)],
        request_for(wanted.title, wanted.organisation, wanted.challenge, wanted.domain),
        seed=_seed(session, ready, making.key),
        created=session.clock(),
        labels=labels,
        practice=session.practice,
        told=told,
        form=making.proof,
        ends=making.ends,
    )


def keep(session: Session, ready: Prepared, made: Presentation) -> None:
    """Write what was signed into the ledger."""
    with session.vault.writing():
        store_applications.add_presentation(
            session.vault,
            opportunity_kept(session, ready.opportunity),
            challenge=made.challenge,
            domain=made.domain,
            holder=made.holder,
            record_keys=ready.tailored.chosen,
            presentation=made.content,
        )


def opportunity_kept(session: Session, wanted: Opportunity) -> int:
    """The number under which the vault keeps an opportunity, kept now where it was not."""
    # What the learner agreed that a thing means, and the request, may change; the opportunity stays the same one.
    asked = tuple(replace(one, concepts=()) for one in wanted.asked)
    plain = replace(wanted, asked=asked, challenge=None, domain=None)
    return store_applications.add_opportunity(session.vault, opportunity_json(plain))


def elsewhere(session: Session, ready: Prepared, key: KeyChoice = "bound") -> tuple[str, ...]:
    """Keys of chosen records that name another subject than the key that will sign: the learner is told.

    No key is made for it: one that is yet to be made is the subject of no record.
    """
    known = signing_key(session, ready, key)
    signer = holder_of(known.seed).did if known else ""
    return tuple(record.key for record in bound_elsewhere(sent_records(ready), signer))


def signing_key(session: Session, ready: Prepared, choice: KeyChoice = "bound") -> LearnerKey | None:
    """The key that will sign: the one the chosen records are bound to where the vault has it, else the opportunity's.

    None where that is yet to be made. `choice` "new" takes the opportunity's in any case.
    """
    for record in sent_records(ready) if choice == "bound" else ():
        for did in named_dids(record):
            key = store_keys.key_of(session.vault, did)
            if key is not None:
                return key
    return store_keys.key_for(session.vault, made_for(ready))


def chosen_cards(ready: Prepared) -> tuple[Card, ...]:
    """The cards of the records that go."""
    goes = frozenset(ready.tailored.chosen)
    return tuple(card for card in ready.cards if card.record.key in goes)


def sent_records(ready: Prepared) -> tuple[Record, ...]:
    """The records as they go, without what may stay home: every paper and every check of them takes these."""
    return tuple(ready.leasts[card.record.key].record for card in chosen_cards(ready))


def said(ready: Prepared) -> tuple[int, ...]:
    """The things asked that only the learner's own word shows, by place in the list."""
    return tuple(shown.requirement for shown in ready.tailored.shown if shown.how == "own_word")


def made_for(ready: Prepared) -> str:
    """What a key of the learner's is made for: this opportunity alone."""
    return f"{ready.opportunity.organisation}: {ready.opportunity.title}"


def take_back(session: Session, asked: Asked, concept_id: str) -> bool:
    """Forget the learner's yes or no about what a thing asked means; False where there was none."""
    return store_profile.undo_answer(session.vault, asked_claim(asked), concept_id)


def _answers(session: Session) -> dict[str, dict[str, bool]]:
    """Yes or no by claim and concept."""
    found: dict[str, dict[str, bool]] = {}
    for row in store_profile.answers(session.vault):
        found.setdefault(row.claim_id, {})[row.concept_id] = row.agreed
    return found


def _meant(answered: Mapping[str, Mapping[str, bool]], asked: Asked, *, agreed: bool) -> tuple[str, ...]:
    said_of = answered.get(asked_claim(asked), {})
    return tuple(concept for concept, yes in said_of.items() if yes == agreed)


def _concepts_of(session: Session, ids: tuple[str, ...]) -> tuple[Concept, ...]:
    return tuple(concept_of(session.pack, one) for one in ids if has_concept(session.pack, one))


def _guesses(session: Session, wanted: Opportunity, answered: Mapping[str, Mapping[str, bool]]) -> tuple[Guess, ...]:
    return tuple(
        Guess(index, asked, asked_claim(asked), _open(session, asked, _meant(answered, asked, agreed=False)))
        for index, asked in enumerate(wanted.asked)
        if not asked.concepts
    )


def _open(session: Session, asked: Asked, denied: tuple[str, ...]) -> tuple[Match, ...]:
    """What a thing asked may mean, without what the learner denied."""

    def found() -> tuple[Match, ...]:
        return match_text(session.pack, asked.name, top=GUESSES)

    proposed = remember(session.pack, f"asked:{asked.name!r}", found)  # each wish of the learner asks again
    return tuple(match for match in proposed if match.concept.id not in denied)


def _own_words(wanted: Opportunity, held: Profile, given: Mapping[str, str]) -> dict[int, Skill]:
    own = [skill for skill in held.skills if skill.claim.own is not None]
    by_meaning = {index: skill for skill, meant in zip(own, meant_by(wanted, own), strict=True) for index in meant}
    known = {skill.claim.own: skill for skill in own}
    meant_for = {index: given.get(asked_claim(asked)) for index, asked in enumerate(wanted.asked)}
    return by_meaning | {index: known[one] for index, one in meant_for.items() if one in known}


def _statement(ready: Prepared, index: int) -> Statement:
    return Statement(ready.opportunity.asked[index].name, ready.own_words[index].claim.text)


def _seed(session: Session, ready: Prepared, choice: KeyChoice) -> bytes:
    """The seed of the key to sign with, made now where there is none yet."""
    known = signing_key(session, ready, choice)
    made = known or store_keys.new_key(session.vault, made_for(ready), lambda seed: holder_of(seed).did)
    return made.seed
