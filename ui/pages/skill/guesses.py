"""Guesses to answer: what the words may mean, where they come from, why we ask, and the three answers."""

import re
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.journey.skills.questions import Question
from app.wording import Words
from app.wording.skills import from_words, guess_words, why_words
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Rule
from ui.kit.fields import announce
from ui.kit.layouts import Flow, column, holding
from ui.kit.text import Paragraph, Text
from ui.pages.skill import doing
from ui.pages.skill.kept import GUESSES, NO_GUESS, SkillsKept

_SAID, _NAME = "\ue000", "\ue001"
"""Stand for the two names while their sentence is made; no font and no language has them."""
_NAMES = re.compile(f"(\\S?[{_SAID}{_NAME}][^\\s\\w.,?]?)")

Else = Callable[[Question], object]


def asked_parts(words: Words, question: Question) -> list[tuple[str, bool]]:
    """The question about a guess in parts, each with whether it is bold: the two names are."""
    sentence = guess_words(words, _SAID, _NAME, is_job=question.is_job)
    names = {_SAID: doing.brief(question.said), _NAME: words.name(question.best.concept.name)}
    parts = [part for part in _NAMES.split(sentence) if part]
    return [(_filled(part, names), bool(_NAMES.fullmatch(part))) for part in parts]


def _filled(part: str, names: dict[str, str]) -> str:
    return "".join(names.get(letter, letter) for letter in part)


class GuessBlock(QWidget):
    """One guess."""

    def __init__(self, guide: Guide, question: Question, something_else: Else) -> None:
        super().__init__()
        self.question = question
        look, words = guide.look, guide.words
        parts = asked_parts(words, question)
        self.asks = "".join(text for text, _bold in parts)
        source = question.source
        comes = from_words(words, doing.brief(source.name), question.more, own=source.own is not None)
        why = why_words(words, question.why.code, question.why.values, less_sure=question.why.less_sure)
        self.setLayout(
            column(
                Paragraph(look, parts),
                look.px(4),
                Text(look, comes, "caption", "quiet"),
                Text(look, why, "caption", "quiet"),
                look.px(8),
                holding(Flow(*self._answers(guide, something_else), gap=look.px(8))),
                margins=(look.px(16), look.px(13), look.px(16), look.px(13)),
            )
        )

    def _answers(self, guide: Guide, something_else: Else) -> tuple[Button, Button, Button]:
        look, words, question = guide.look, guide.words, self.question
        said, key = doing.brief(question.said), question.key
        values = {"said": said, "name": words.name(question.best.concept.name)}
        self.yes = Button(
            look,
            words.text("Yes"),
            partial(doing.yes, guide, question),
            kind="forward",
            size="small",
            icon="check",
            says=words.text("Yes, “{said}” means “{name}”", **values),
            name=f"yes-{key}",
        )
        no = Button(
            look,
            words.text("No"),
            partial(doing.no, guide, question),
            size="small",
            icon="x",
            says=words.text("No, “{said}” does not mean “{name}”", **values),
            name=f"no-{key}",
        )
        other = Button(
            look,
            words.text("Something else…"),
            partial(something_else, question),
            size="small",
            says=words.text("“{said}” means something else…", said=said),
            name=f"else-{key}",
        )
        return self.yes, no, other


class GuessList(QWidget):
    """The first guesses, and a button for more; `also`: those about words that have a meaning already."""

    def __init__(self, guide: Guide, kept: SkillsKept, something_else: Else, *, also: bool = False) -> None:
        super().__init__()
        self.guide, self.kept, self.also, self._else = guide, kept, also, something_else
        look, words = guide.look, guide.words
        self.blocks: dict[str, GuessBlock] = {}
        self.rules: dict[str, Rule] = {}
        self.room = column()
        self.nothing = Text(look, words.text("You have answered every guess. Well done."), "body", "quiet")
        self.nothing.setContentsMargins(look.px(16), look.px(18), look.px(16), look.px(18))
        self.more = Button(look, "", self._more, kind="forward", size="small", name="more-guesses")
        self.below = holding(column(Rule(look), holding(Flow(self.more)), gap=look.px(10)))
        self.below.setContentsMargins(look.px(16), 0, look.px(16), look.px(12))
        self.setLayout(column(self.room, self.nothing, self.below))
        kept.changed.connect(self.draw)
        self.draw()

    def draw(self) -> None:
        """Show the guesses that wait; give the keyboard to the one that shall have it."""
        waiting = self.kept.guesses(also=self.also)
        shown = {one.key: one for one in waiting[: self.kept.shown[self.also]]}
        for key in [one for one, block in self.blocks.items() if shown.get(one) != block.question]:
            self._drop(key)
        for place, (key, question) in enumerate(shown.items()):
            if key not in self.blocks:
                self._stand(place, question)
        for place, key in enumerate(shown):
            self.rules[key].setVisible(place > 0)
        self.nothing.setVisible(not shown)
        self._tell_more(len(waiting) - len(shown))
        self._give_focus()

    def _stand(self, place: int, question: Question) -> None:
        block = self.blocks[question.key] = GuessBlock(self.guide, question, self._else)
        rule = self.rules[question.key] = Rule(self.guide.look)
        self.room.insertWidget(2 * place, rule)
        self.room.insertWidget(2 * place + 1, block)

    def _drop(self, key: str) -> None:
        for widget in (self.blocks.pop(key), self.rules.pop(key)):
            self.room.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _tell_more(self, rest: int) -> None:
        number, words = min(rest, GUESSES), self.guide.words
        self.below.setVisible(rest > 0)
        text = words.count("Show {number} more guess", "Show {number} more guesses", number)
        self.more.setText(text)
        self.more.setAccessibleName(text)

    def _give_focus(self) -> None:
        wanted = self.kept.focus
        if wanted in self.blocks:
            self.blocks[wanted].yes.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, self.blocks[wanted].asks)
        elif wanted == NO_GUESS and not self.blocks and self.isVisible():
            self.nothing.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, self.nothing.text())
        else:
            return
        self.kept.focus = ""

    def _more(self) -> None:
        waiting = self.kept.guesses(also=self.also)
        first = waiting[self.kept.shown[self.also] : self.kept.shown[self.also] + 1]
        self.kept.shown[self.also] += GUESSES
        self.kept.focus = first[0].key if first else ""
        self.kept.changed.emit()
