"""What each column of a table is taken for: proposed from its heading, and put right by a person."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.wording import learning as said
from ui.guide import Guide
from ui.kit.card import Card
from ui.kit.fields import announce
from ui.kit.layouts import column, holding, row
from ui.kit.menu_button import MenuButton
from ui.kit.text import Text

if TYPE_CHECKING:
    from pathways.frameworks.learning.headings import HeadingProposals, Proposal

CELLS = 3
WIDE = 280


class ColumnsCard(QWidget):
    """A line for each column: its heading, its first cells, and a list of what it can mean.

    `mapping` (our field to its heading) is changed in place; of two columns the last said to be one thing is it.
    """

    def __init__(self, guide: Guide, proposals: "HeadingProposals", mapping: dict[str, str]) -> None:
        super().__init__()
        self.guide, self.mapping = guide, mapping
        self.fields = ("", *said.FIELD_NAMES)
        self.choices: dict[str, MenuButton] = {}
        lines = [self._line(place, one) for place, one in enumerate(proposals.columns) if one.heading]
        self.setLayout(column(*lines, gap=guide.look.px(8)))

    def _line(self, place: int, one: "Proposal") -> QWidget:
        look, words = self.guide.look, self.guide.words
        cells = [cell for cell in one.cells if cell][:CELLS]
        told = (
            [Text(look, words.text("For example: {cells}", cells="; ".join(cells)), "caption", "quiet")]
            if cells
            else []
        )
        button = MenuButton(
            look,
            [("minus" if not field else "check", self._field_name(field)) for field in self.fields],
            self._place_of(one.heading),
            partial(self._pick, one.heading),
            label=words.text("Meaning of {column}", column=one.heading),
            name=f"column-{place}",
        )
        self.choices[one.heading] = button
        heading = column(Text(look, one.heading, "row", weight="semibold"), *told, gap=look.px(2))
        pad = look.px(12)
        if look.compact:
            return Card(look, column(holding(heading), button, gap=look.px(6), margins=(pad, pad, pad, pad)))
        button.setFixedWidth(look.px(WIDE))
        line = row(gap=look.px(12), margins=(pad, look.px(6), pad, look.px(6)))
        line.addLayout(heading, 1)
        line.addWidget(button)
        return Card(look, line)

    def _field_name(self, field: str) -> str:
        words = self.guide.words
        return words.name(words.text(said.FIELD_NAMES[field])) if field else words.text("Not used")

    def _place_of(self, heading: str) -> int:
        field = next((one for one, its in self.mapping.items() if its == heading), "")
        return self.fields.index(field)

    def _pick(self, heading: str, place: int) -> None:
        field, words = self.fields[place], self.guide.words
        before = self.mapping.get(field, "") if field else ""
        for one in [one for one, its in self.mapping.items() if its == heading]:
            del self.mapping[one]
        if field:
            self.mapping[field] = heading
        for one, button in self.choices.items():
            button.show_choice(self._place_of(one))
        if before and before != heading:
            announce(self, words.text("{column} is not used any more.", column=before))
