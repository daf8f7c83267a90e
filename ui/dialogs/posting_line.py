"""One thing found in a posting, as the learner puts it right: its words, what it counts as, its kind, its years."""

from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit

from app.applying.opportunity import MOST_YEARS
from app.applying.postings.model import Found, FoundKind
from app.wording import postings as said
from app.wording.marking import marked
from ui.guide import Guide
from ui.kit.card import Card
from ui.kit.fields import line_edit
from ui.kit.layouts import column, row
from ui.kit.menu_button import MenuButton
from ui.kit.text import Text

USES = (
    ("check", marked("A must")),
    ("star", marked("Nice to have")),
    ("minus", marked("Leave it out")),
)
MUST, NICE, OUT = range(3)
SORTS: tuple[tuple[FoundKind, str], ...] = (
    ("skill", "wrench"),
    ("credential", "award"),
    ("licence", "shield-check"),
    ("years", "calendar"),
)
NO_NUMBER = -1.0


@dataclass
class Line:
    """One thing found as the learner has it now; `years` as typed."""

    text: str
    use: int
    kind: FoundKind
    years: str = ""


def line_of(one: Found) -> Line:
    """As it was found."""
    years = "" if one.years is None else f"{one.years:g}"
    return Line(one.text, MUST if one.essential else NICE, one.kind, years)


def years_of(line: Line, one: Found) -> float | None:
    """The years typed, None for none, and NO_NUMBER for what is no number of years."""
    if line.kind != "years":
        return one.years if line.kind == one.kind else None
    typed = line.years.strip().replace(",", ".")
    if not typed:
        return None
    try:
        number = float(typed)
    except ValueError:
        return NO_NUMBER
    return number if 0 < number <= MOST_YEARS else NO_NUMBER


class LineCard(Card):
    """The line with the posting's sentence below; `number` counts the lines from 1."""

    def __init__(self, guide: Guide, number: int, line: Line, one: Found) -> None:
        look, words = guide.look, guide.words
        self.guide, self.number, self.line = guide, number, line
        self.edit = edit = line_edit(look, line.text)
        edit.setObjectName(f"found-{number - 1}")
        edit.setAccessibleName(words.text("Thing {number}", number=number))
        edit.setAccessibleDescription(one.sentence)
        edit.textEdited.connect(lambda text: setattr(line, "text", text))
        self.use, self.sort, self.years = self._use(), self._sort(), self._years()
        sentence = [Text(look, words.text("“{words}”", words=one.sentence), "caption", "quiet")] if one.sentence else []
        pad = look.px(12)
        if look.compact:
            parts = (edit, self.use, self.sort, self.years, *sentence)
            super().__init__(look, column(*parts, gap=look.px(6), margins=(pad, pad, pad, pad)))
            return
        self.use.setFixedWidth(look.px(190))
        self.sort.setFixedWidth(look.px(230))
        across, below = row(gap=look.px(10)), row(self.sort, self.years, gap=look.px(10))
        across.addWidget(edit, 1)
        across.addWidget(self.use)
        below.addLayout(column(*sentence), 1)
        margins = (pad, look.px(8), pad, look.px(8))
        super().__init__(look, column(across, below, gap=look.px(6), margins=margins))

    def _use(self) -> MenuButton:
        """What it counts as."""
        words, number = self.guide.words, self.number
        return MenuButton(
            self.guide.look,
            [(icon, words.text(text)) for icon, text in USES],
            self.line.use,
            self._used,
            label=words.text("Thing {number}", number=number),
            name=f"use-{number - 1}",
            about=self.line.text,
        )

    def _sort(self) -> MenuButton:
        """What sort of thing it is."""
        words, number = self.guide.words, self.number
        return MenuButton(
            self.guide.look,
            [(icon, words.name(words.text(said.ASKED[one]))) for one, icon in SORTS],
            [one for one, _ in SORTS].index(self.line.kind),
            self._sorted,
            label=words.text("Kind of thing {number}", number=number),
            name=f"sort-{number - 1}",
            about=self.line.text,
        )

    def _years(self) -> QLineEdit:
        """How many years they ask for, where it is years."""
        look, words, line = self.guide.look, self.guide.words, self.line
        edit = line_edit(look, line.years)
        edit.setObjectName(f"years-{self.number - 1}")
        edit.setAccessibleName(words.text("Years for thing {number}", number=self.number))
        edit.setPlaceholderText(words.text("Years"))
        edit.setFixedWidth(look.px(90))
        edit.textEdited.connect(lambda text: setattr(line, "years", text))
        if line.kind != "years":
            edit.hide()
        return edit

    def _used(self, use: int) -> None:
        self.line.use = use
        self.use.show_choice(use)

    def _sorted(self, sort: int) -> None:
        self.line.kind = SORTS[sort][0]
        self.sort.show_choice(sort)
        self.years.setVisible(self.line.kind == "years")
