"""Lists of what is open beside the skills: guesses, words we could not place, guesses the learner said no to."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from app.journey.skills.changes import ask_again
from app.journey.skills.questions import Denied, Unplaced
from app.wording.marking import marked
from app.wording.skills import UNPLACED, from_words
from ui.dialogs import skill_search
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.dialog import Dialog
from ui.kit.layouts import Flow, column, holding
from ui.kit.parts import Parts
from ui.kit.text import Paragraph, Text
from ui.pages.skill import doing
from ui.pages.skill.guesses import GuessList
from ui.pages.skill.kept import SkillsKept, kept_of

Body = Callable[[Guide, SkillsKept], QWidget]

ALSO = marked("These words have a meaning already. They may mean this as well.")
COULD_NOT_PLACE = marked(
    "These words are kept, and nothing is lost. You can say what they mean, or leave them as they are."
)
SAID_NO = marked("If you said no by mistake, we can ask you again.")


def open_guesses(guide: Guide, title: str) -> None:
    """The guesses to answer, where there is no room for them beside the groups."""
    del title
    _open(guide, marked("Guesses to answer"), "", "message-square", partial(_guesses, also=False))


def open_also(guide: Guide) -> None:
    """Guesses about words that have a meaning already."""
    _open(guide, marked("More guesses, if you like"), ALSO, "message-square", partial(_guesses, also=True))


def open_unplaced(guide: Guide) -> None:
    """Words that mean no skill so far."""
    _open(guide, marked("What we could not place"), COULD_NOT_PLACE, "circle-help", _Unplaced)


def open_denied(guide: Guide) -> None:
    """Guesses the learner said no to."""
    _open(guide, marked("You said no to these"), SAID_NO, "x", _Denied)


def _open(guide: Guide, title: str, why: str, icon: str, body: Body) -> None:
    def make() -> Dialog:
        look, words = guide.look, guide.words
        close = Button(look, words.text("Close"), kind="primary", name="close")
        undo = _Undo(guide)
        intro = [Paragraph(look, words.text(why), "row", "quiet")] if why else []
        dialog = Dialog(
            look,
            words.text(title),
            holding(column(*intro, body(guide, kept_of(guide)))),
            [undo, close],
            head_icon=icon,
        )
        close.clicked.connect(dialog.accept)
        return dialog

    guide.open(make(), again=make)


class _Undo(Button):
    """Takes the last change back: the foot of the window lies under the dialog."""

    def __init__(self, guide: Guide) -> None:
        super().__init__(guide.look, guide.words.text("Undo"), self._undo, icon="undo-2", kind="forward", name="undo")
        self.kept = kept_of(guide)
        self.kept.undo = None
        self.kept.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        self.setVisible(self.kept.undo is not None)

    def _undo(self) -> None:
        if self.kept.undo is not None:
            self.kept.undo()


def _guesses(guide: Guide, kept: SkillsKept, *, also: bool) -> QWidget:
    return GuessList(guide, kept, partial(skill_search.ask_guess, guide), also=also)


class _Unplaced(QWidget):
    """Each with what says it and why it is here."""

    def __init__(self, guide: Guide, kept: SkillsKept) -> None:
        super().__init__()
        self.guide, self.kept = guide, kept
        self.list = Parts[Unplaced](guide.look, self._one, gap=14)
        self.nothing = Text(guide.look, guide.words.text("Everything has its place now."), "body", "quiet")
        self.setLayout(column(self.list, self.nothing))
        kept.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        items = self.kept.known.page.unplaced if self.kept.known else ()
        self.nothing.setVisible(not items)
        self.list.show_items(items, self.list.shown)

    def _one(self, one: Unplaced) -> QWidget:
        look, words, said = self.guide.look, self.guide.words, doing.brief(one.said)
        parts = _said_and_source(self.guide, one)
        parts.append(Text(look, words.text(UNPLACED[one.code]), "caption", "quiet"))
        if one.code != "shows_nothing":
            mean = Button(
                look,
                words.text("Say what it means…"),
                lambda: skill_search.ask_meaning(self.guide, one, one.said),
                kind="forward",
                size="small",
                icon="search",
                says=words.text("Say what it means: {said}", said=said),
            )
            parts.append(holding(Flow(mean)))
        return holding(column(*parts, gap=look.px(4)))


class _Denied(QWidget):
    """Each with what it was guessed to mean."""

    def __init__(self, guide: Guide, kept: SkillsKept) -> None:
        super().__init__()
        self.guide, self.kept = guide, kept
        self.list = Parts[Denied](guide.look, self._one, gap=14)
        self.nothing = Text(guide.look, guide.words.text("There is no guess you said no to."), "body", "quiet")
        self.setLayout(column(self.list, self.nothing))
        kept.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        items = self.kept.known.page.denied if self.kept.known else ()
        self.nothing.setVisible(not items)
        self.list.show_items(items, self.list.shown)

    def _one(self, one: Denied) -> QWidget:
        look, words = self.guide.look, self.guide.words
        values = {"said": doing.brief(one.said), "name": words.name(one.concept.name)}
        parts = _said_and_source(self.guide, one)
        no = words.text("You said it does not mean “{name}”.", name=values["name"])
        parts.append(Paragraph(look, no, "row"))
        again = Button(
            look,
            words.text("Ask me again"),
            lambda: self._ask_again(one),
            kind="forward",
            size="small",
            icon="undo-2",
            says=words.text("Ask me again if “{said}” means “{name}”", **values),
        )
        parts.append(holding(Flow(again)))
        return holding(column(*parts, gap=look.px(4)))

    def _ask_again(self, one: Denied) -> None:
        said = self.guide.words.text("We ask you again about “{said}”.", said=doing.told(one.said))
        doing.do(self.guide, lambda session: ask_again(session, one), said)


def _said_and_source(guide: Guide, one: Unplaced | Denied) -> list[QWidget]:
    look = guide.look
    comes = from_words(guide.words, doing.brief(one.source.name), one.more, own=one.source.own is not None)
    return [
        Text(look, doing.brief(one.said), "row", weight="semibold"),
        Text(look, comes, "caption", "quiet"),
    ]
