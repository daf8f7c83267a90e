"""What the learner does on the Skills page: answers, levels, own words. Every change can be taken back."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.errors import PersonError
from app.journey.session import Session
from app.journey.skills.levels import LEVELS
from app.journey.skills.questions import Denied, Question, Unplaced
from app.journey.skills.rows import SkillRow
from app.profile.claims import own_claim
from app.records.text import paragraphs
from app.vault import store_profile
from app.vault.store_profile import Answer, OwnWords
from pathways.matching import concept_of

LONGEST = 2_000
"""Letters of own words or of a sample that are kept."""


@dataclass(frozen=True)
class Change:
    """What a change replaced, so that `take_back` can make it as it was.

    `answers` are pairs of claim and concept with the answer there was; `own` the words there were, by id.
    """

    answers: tuple[tuple[str, str, Answer | None], ...] = ()
    own: tuple[tuple[int, OwnWords | None], ...] = ()


@dataclass(frozen=True)
class Added:
    """Own words kept: their id and claim, what changed, and whether the same words stood there already."""

    own: int
    claim: str
    change: Change
    known: bool = False


def say_yes(session: Session, question: Question) -> Change:
    """The guess is right."""
    return _answer(session, question.claims, agree=[question.best.concept.id])


def say_no(session: Session, question: Question) -> Change:
    """The guess is wrong; the next one is asked, if there is one."""
    return _answer(session, question.claims, deny=[question.best.concept.id])


def say_none(session: Session, question: Question) -> Change:
    """None of the guesses is right."""
    return _answer(session, question.claims, deny=[one.concept.id for one in (question.best, *question.others)])


def say_other(session: Session, question: Question, concept_id: str) -> Change:
    """It means something else: this, and not the guess. PathwaysError `concept_unknown`."""
    deny = [question.best.concept.id] if question.best.concept.id != concept_id else []
    return _answer(session, question.claims, agree=[concept_id], deny=deny)


def say_meaning(session: Session, words: Unplaced | SkillRow, concept_id: str) -> Change:
    """Say what words mean that could not be placed, or that mean this as well. PathwaysError `concept_unknown`."""
    return _answer(session, words.claims, agree=[concept_id])


def mean_instead(session: Session, row: SkillRow, concept_id: str) -> Change:
    """A skill is not what the lists call it but this. PathwaysError `concept_unknown`."""
    deny = [concept.id for concept in row.concepts if concept.id != concept_id]
    return _answer(session, row.claims, agree=[concept_id], deny=deny)


def unagree(session: Session, row: SkillRow) -> Change:
    """This is no skill of mine: no to every meaning of the row. Records and own words stay."""
    return _answer(session, row.claims, deny=[concept.id for concept in row.concepts])


def ask_again(session: Session, denied: Denied) -> Change:
    """Forget a no, so that the guess is open again."""
    pairs = [(claim, denied.concept.id) for claim in denied.claims]
    with session.vault.writing():
        change = _before(session, pairs)
        for claim, concept in pairs:
            store_profile.undo_answer(session.vault, claim, concept)
    return change


def set_level(session: Session, row: SkillRow, step: str | None) -> Change:
    """Say how well, by a step of `skill_levels.LEVELS`; None takes the level away."""
    level = None if step is None else LEVELS[step]
    return _answer(session, row.claims, agree=[concept.id for concept in row.concepts], level=level)


def add_own(session: Session, text: str, sample: str | None = None, means: Iterable[str] = ()) -> Added:
    """Keep something the learner can do in their own words; the same words are kept once.

    `means` are ids of what the learner says at once that words which are new mean; taking the words back takes that
    back too. PersonError `own_words_empty`, `own_words_long`, PathwaysError `concept_unknown`.
    """
    words, shown = _words(text), _sample(sample)
    same = next((one for one in store_profile.own_words(session.vault) if _same(one.text, words)), None)
    if same is None:
        with session.vault.writing():
            number = store_profile.add_own_words(session.vault, words, shown)
            _answer(session, [_claim(number)], agree=means)
        return Added(number, _claim(number), Change(own=((number, None),)))
    if shown is None or same.note == shown:
        return Added(same.id, _claim(same.id), Change(), known=True)
    store_profile.change_own_words(session.vault, same.id, same.text, shown)
    return Added(same.id, _claim(same.id), Change(own=((same.id, same),)), known=True)


def change_own(session: Session, number: int, text: str, sample: str | None = None) -> Change:
    """Say own words in another way, or with another sample. What they were agreed to mean stays; noes are forgotten.

    PersonError `own_words_empty`, `own_words_long`, `own_words_gone`.
    """
    words, shown = _words(text), _sample(sample)
    with session.vault.writing():
        before = _own(session, number)
        denied = [] if _same(before.text, words) else [one for one in _answers(session, number) if not one.agreed]
        store_profile.change_own_words(session.vault, number, words, shown)
        for one in denied:
            store_profile.undo_answer(session.vault, one.claim_id, one.concept_id)
    return Change(_pairs(denied), ((number, before),))


def remove_own(session: Session, number: int) -> Change:
    """Delete own words and the answers about them. PersonError `own_words_gone`."""
    with session.vault.writing():
        before, answers = _own(session, number), _answers(session, number)
        store_profile.remove_own_words(session.vault, number)
        for one in answers:
            store_profile.undo_answer(session.vault, one.claim_id, one.concept_id)
    return Change(_pairs(answers), ((number, before),))


def take_back(session: Session, change: Change) -> None:
    """Make answers and own words as they were before a change."""
    with session.vault.writing():
        for number, words in change.own:
            if words is None:
                _forget_own(session, number)
            else:
                store_profile.put_back_own_words(session.vault, words)
        for claim, concept, before in change.answers:
            if before is None:
                store_profile.undo_answer(session.vault, claim, concept)
            else:
                store_profile.put_back_answer(session.vault, before)


def _answer(
    session: Session,
    claims: Iterable[str],
    *,
    agree: Iterable[str] = (),
    deny: Iterable[str] = (),
    level: float | None = None,
) -> Change:
    """Yes to some concepts and no to others, for each claim, in one transaction."""
    yes, no = tuple(agree), tuple(deny)
    for concept in yes:
        concept_of(session.pack, concept)
    given = [(claim, concept, concept in yes) for claim in claims for concept in (*yes, *no)]
    with session.vault.writing():
        change = _before(session, [(claim, concept) for claim, concept, _ in given])
        for claim, concept, agreed in given:
            store_profile.answer(session.vault, claim, concept, agreed=agreed, level=level if agreed else None)
    return change


def _before(session: Session, pairs: Iterable[tuple[str, str]]) -> Change:
    known = {(one.claim_id, one.concept_id): one for one in store_profile.answers(session.vault)}
    return Change(tuple((*pair, known.get(pair)) for pair in pairs))


def _pairs(answers: Iterable[Answer]) -> tuple[tuple[str, str, Answer | None], ...]:
    return tuple((one.claim_id, one.concept_id, replace(one)) for one in answers)


def _answers(session: Session, number: int) -> list[Answer]:
    return [one for one in store_profile.answers(session.vault) if one.claim_id == _claim(number)]


def _own(session: Session, number: int) -> OwnWords:
    found = next((one for one in store_profile.own_words(session.vault) if one.id == number), None)
    if found is None:
        raise PersonError("own_words_gone")
    return found


def _forget_own(session: Session, number: int) -> None:
    for one in _answers(session, number):
        store_profile.undo_answer(session.vault, one.claim_id, one.concept_id)
    store_profile.remove_own_words(session.vault, number)


def _claim(number: int) -> str:
    return own_claim(str(number), "").id


def _words(text: str) -> str:
    words = _clean(text)
    if not words:
        raise PersonError("own_words_empty")
    return words


def _sample(text: str | None) -> str | None:
    return _clean(text or "") or None


def _clean(text: str) -> str:
    if len(text) > LONGEST:
        raise PersonError("own_words_long", limit=LONGEST)
    return paragraphs(text, LONGEST)


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
