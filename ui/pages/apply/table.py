"""The table of an application: what is asked, what shows it, what else that gives away, what stays home."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from app.journey.apply.asked_words import asked_note, asked_sentence
from app.journey.apply.table import Row, RowState
from app.journey.apply.words import gives_away, shown_by, shown_note, stays
from app.wording import Words
from ui.kit.buttons import Button, Kind
from ui.kit.card import Card, Rule
from ui.kit.layouts import Flow, column, holding, row
from ui.kit.text import Marked, Pictured, Text, bare
from ui.theme.look import Look
from ui.theme.marks import GapMark

SHARES = (150, 210, 240, 124)
"""Widths of the columns, in pixels at 100 % text; more room is shared out the same way."""
MARKS: dict[RowState, GapMark] = {
    "shown": "shown",
    "partly": "partly",
    "kept_home": "kept_home",
    "missing": "to_learn",
    "unknown": "unknown",
}
AFTER_MARK = 25


@dataclass(frozen=True)
class RowActions:
    """What can be done about one thing asked, each with its row; `answer` takes the learner's yes or no."""

    change: Callable[[Row], object]
    speak: Callable[[Row], object]
    answer: Callable[[Row, bool], object]


def heads(look: Look) -> QWidget:
    """The names of the columns."""
    words = look.words
    names = [
        words.text("They ask for"),
        words.text("Shown by"),
        words.text("It also gives away"),
        words.text("Stays home"),
    ]
    texts = [Text(look, name, "caption", "quiet", weight="semibold") for name in names]
    return holding(column(_columns(look, texts, top=6), Rule(look)))


def wide_row(look: Look, one: Row, do: RowActions, *, last: bool) -> QWidget:
    """One row of the table."""
    change = _change(look, one, do)
    if one.how in ("guess", "uncovered"):  # nothing goes: what to do has the room of what would
        cells = [_asked(look, one), _shown(look, one, do, change)]
    else:
        home = column(_home(look, one), _at_start(change))
        cells = [_asked(look, one), _shown(look, one, do), _given(look, one), holding(home)]
    inside = _columns(look, cells, top=5)
    made = holding(column(holding(inside), *([] if last else [Rule(look)])))
    made.setMinimumHeight(look.px(62))
    made.setAccessibleName(one.asked.name)
    return made


def small_row(look: Look, one: Row, do: RowActions) -> QWidget:
    """The same as a card, where there is little room."""
    parts = [_asked(look, one, role="group"), _shown(look, one, do)]
    words = look.words
    for title, said, icon in (
        (words.text("It also gives away"), gives_away(words, one), "eye"),
        (words.text("Stays home"), stays(words, one), "house"),
    ):
        if said:
            what = words.text("{title}: {what}", title=title, what=said)
            parts.append(Pictured(look, icon, what, "row", "quiet", size=16))
    parts.append(holding(Flow(_change(look, one, do, kind="forward"))))
    margins = (look.px(14), look.px(12), look.px(14), look.px(12))
    card = Card(look, column(*parts, gap=look.px(8), margins=margins))
    card.setAccessibleName(one.asked.name)
    return card


def _columns(look: Look, cells: Sequence[QWidget], *, top: int) -> QGridLayout:
    """A line of the table; the last cell has all that is left."""
    line = QGridLayout()
    line.setHorizontalSpacing(look.px(14))
    line.setVerticalSpacing(0)
    line.setContentsMargins(look.px(16), look.px(top), look.px(16), look.px(top))
    for place, share in enumerate(SHARES):
        line.setColumnStretch(place, share)
    for cell in cells:  # as wide as its share, however long its text
        policy = cell.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        cell.setSizePolicy(policy)
    *first, last = cells
    for place, cell in enumerate(first):
        line.addWidget(cell, 0, place, Qt.AlignmentFlag.AlignVCenter)
    line.addWidget(last, 0, len(first), 1, len(SHARES) - len(first), Qt.AlignmentFlag.AlignVCenter)
    for place in range(len(cells), len(SHARES)):  # Qt leaves no room between columns where one is empty
        line.addWidget(bare(), 1, place)
    return line


def _at_start(button: Button) -> QHBoxLayout:
    return row(button, None)


def _asked(look: Look, one: Row, role: str = "row") -> QWidget:
    title = Text(look, one.asked.name, "group" if role == "group" else "row", weight="semibold")
    said = (asked_note(look.words, one.asked), asked_sentence(look.words, one.asked))
    return holding(column(title, *(Text(look, text, "caption", "quiet") for text in said if text)))


def _shown(look: Look, one: Row, do: RowActions, *more: QWidget) -> QWidget:
    words, indent = look.words, look.px(AFTER_MARK)
    title = Marked(look, MARKS[one.state], shown_by(words, one), "row", weight="semibold", size=16, gap=9)
    said = words.text("Shown by: {what}", what=shown_by(words, one))
    title.setAccessibleName(words.text("{what} ({state})", what=said, state=words.state(one.state)))
    below = column(Text(look, shown_note(words, one), "caption", "quiet"), gap=look.px(3), margins=_start(look, indent))
    if one.own_words:
        below.addWidget(Text(look, words.text("“{words}”", words=one.own_words), "caption", "quiet"))
    buttons = [*_in_place(look, one, do), *more]
    if buttons:
        below.addWidget(holding(Flow(*buttons, gap=look.px(8))))
    return holding(column(title, below))


def _start(look: Look, indent: int) -> tuple[int, int, int, int]:
    return (0, 0, indent, 0) if look.words.direction == "rtl" else (indent, 0, 0, 0)


def _in_place(look: Look, one: Row, do: RowActions) -> list[QWidget]:
    """Yes or no to a guess, or own words where nothing shows it yet."""
    words, place = look.words, one.requirement
    found: list[QWidget] = []
    if one.guess is not None:
        concept = one.guess.matches[0].concept.name
        says = {
            True: words.text("Yes, “{asked}” means “{concept}”", asked=one.asked.name, concept=concept),
            False: words.text("No, “{asked}” does not mean “{concept}”", asked=one.asked.name, concept=concept),
        }
        for agreed, name, icon in ((True, "yes", "check"), (False, "no", "x")):
            act = partial(do.answer, one, agreed)
            button = Button(look, words.state(name), act, kind="forward", size="small", icon=icon, says=says[agreed])
            button.setObjectName(f"{name}-{place}")
            found.append(button)
    if one.how in ("guess", "uncovered"):
        says_own = words.text("Say in your own words: {asked}", asked=one.asked.name)
        act = partial(do.speak, one)
        found.append(
            Button(look, words.text("Say it in your own words"), act, size="small", says=says_own, name=f"say-{place}")
        )
    return found


def _given(look: Look, one: Row) -> QWidget:
    words = look.words
    return _cell(look, gives_away(words, one), words.text("It also gives away"), "eye" if one.gives_away else "")


def _home(look: Look, one: Row) -> QWidget:
    words = look.words
    icon = "house" if one.home in ("rest_of", "sample") else ""
    return _cell(look, stays(words, one), words.text("Stays home"), icon)


def _cell(look: Look, said: str, column_name: str, icon: str) -> QWidget:
    if not said:
        return bare()
    made = Pictured(look, icon, said, "row", icon_tone="quiet") if icon else Text(look, said, "row", "quiet")
    made.setAccessibleName(look.words.text("{title}: {what}", title=column_name, what=said))
    return made


def _change(look: Look, one: Row, do: RowActions, kind: Kind = "link") -> Button:
    """A way to choose again: another record, other own words, another meaning."""
    words = look.words
    says = words.text("Choose another for: {asked}", asked=one.asked.name)
    act = partial(do.speak if one.how == "own_word" else do.change, one)
    name = f"change-{one.requirement}"
    return Button(look, words.text("Change"), act, kind=kind, size="small", says=says, name=name)


def mark_words(words: Words, rows: Sequence[Row]) -> str:
    """What a bar of all rows says."""
    told = [
        words.text("{state}: {number}", state=words.state(state), number=sum(one.state == state for one in rows))
        for state in MARKS
        if any(one.state == state for one in rows)
    ]
    return words.list_of(told)
