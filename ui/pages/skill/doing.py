"""Changes of skills: made on the worker, told with an undo, drawn when they are kept."""

from collections.abc import Callable
from functools import partial

from app.journey.session import Session
from app.journey.skills.changes import Change, say_no, say_none, say_other, say_yes, take_back
from app.journey.skills.questions import Question
from app.records.text import one_line
from pathways.model import Concept
from ui.guide import Guide
from ui.pages.skill.kept import NO_GUESS, Known, SkillsKept, kept_of, read_again
from ui.work.task import Progress

Make = Callable[[Session], Change]

SHORT, SHORTER = 80, 40
"""Letters of somebody's words in a sentence of ours, and where there is little room: at the foot of the window."""


def brief(text: str) -> str:
    """Somebody's words, short enough to stand in a sentence."""
    return one_line(text, SHORT)


def told(text: str) -> str:
    """Somebody's words, short enough for the foot of the window."""
    return one_line(text, SHORTER)


def do(
    guide: Guide,
    make: Make,
    said: str,
    *,
    key: str = "",
    after: Callable[[], object] = lambda: None,
    failed: Callable[[Exception], object] | None = None,
) -> None:
    """Make a change, say `said` and offer to take it back; `key` is the guess it answers.

    `failed` hears what is wrong in the place of the foot of the window.
    """
    kept = kept_of(guide)
    cards = kept.known.cards if kept.known else ()

    def work(session: Session, _progress: Progress) -> tuple[Change, Known]:
        change = make(session)
        return change, read_again(session, cards)

    def done(found: tuple[Change, Known]) -> None:
        change, known = found
        kept.answering.discard(key)
        if not _is_open(guide, kept):
            return
        kept.undo = partial(_undo, guide, kept, change, key)
        guide.tell(said, kept.undo)
        kept.take(known)
        guide.refresh()
        after()

    def wrong(error: Exception) -> None:
        kept.answering.discard(key)
        if _is_open(guide, kept):
            kept.changed.emit()
            (failed or guide.fail)(error)

    guide.run(work, done, owner=None, failed=wrong)


def _undo(guide: Guide, kept: SkillsKept, change: Change, key: str) -> None:
    """Take a change back, once; nothing happens where another vault is open by now."""
    if not _is_open(guide, kept) or kept.undo is None:
        return
    kept.undo = None
    cards = kept.known.cards if kept.known else ()

    def work(session: Session, _progress: Progress) -> Known:
        take_back(session, change)
        return read_again(session, cards)

    def done(known: Known) -> None:
        if _is_open(guide, kept):
            kept.focus = key
            guide.tell(guide.words.text("Undone. It is as it was before."))
            kept.take(known)
            guide.refresh()

    guide.run(work, done, owner=None)


def _is_open(guide: Guide, kept: SkillsKept) -> bool:
    """Whether the vault that this was kept for is still open."""
    return bool(guide.step) and kept_of(guide) is kept


def yes(guide: Guide, question: Question) -> None:
    """The guess is right."""
    words, name = guide.words, guide.words.name(question.best.concept.name)
    said = words.text("You agreed: “{said}” means “{name}”.", said=told(question.said), name=name)
    _answer(guide, question, lambda session: say_yes(session, question), said)


def no(guide: Guide, question: Question) -> None:
    """The guess is wrong."""
    words, name = guide.words, guide.words.name(question.best.concept.name)
    said = words.text("You said no: “{said}” does not mean “{name}”.", said=told(question.said), name=name)
    _answer(guide, question, lambda session: say_no(session, question), said)


def none(guide: Guide, question: Question) -> None:
    """No guess is right."""
    said = guide.words.text("You said it is none of these. “{said}” stays as it is.", said=told(question.said))
    _answer(guide, question, lambda session: say_none(session, question), said)


def other(guide: Guide, question: Question, concept: Concept) -> None:
    """It means something else."""
    said = means(guide, question.said, concept)
    _answer(guide, question, lambda session: say_other(session, question, concept.id), said)


def means(guide: Guide, said: str, concept: Concept) -> str:
    """What is told where the learner says what words mean."""
    words = guide.words
    return words.text("You said: “{said}” means “{name}”.", said=told(said), name=words.name(concept.name))


def _answer(guide: Guide, question: Question, make: Make, said: str) -> None:
    """Take the guess away at once; the keyboard goes to the next."""
    kept = kept_of(guide)
    if question.key in kept.answering:
        return
    kept.focus = _next_of(kept, question)
    kept.answering.add(question.key)
    kept.changed.emit()
    do(guide, make, said, key=question.key)


def _next_of(kept: SkillsKept, question: Question) -> str:
    """The guess below, else the one above, else the line that says that none is left."""
    for also in (False, True):
        keys = [one.key for one in kept.guesses(also=also)]
        if question.key in keys:
            at = keys.index(question.key)
            return next(iter((*keys[at + 1 :], *reversed(keys[:at]))), NO_GUESS)
    return NO_GUESS
