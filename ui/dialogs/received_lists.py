"""Lists of known issuers that a reader brings: only they can say whose name and key an issuer’s are."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.records.text import path_text
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.fields import announce
from ui.kit.files import choose_files
from ui.kit.layouts import Flow, column, holding, row
from ui.kit.text import Paragraph, Pictured


class ListsGiven(QWidget):
    """Keeps the files chosen in `kept`; `asking` are its controls."""

    def __init__(self, guide: Guide, kept: list[Path]) -> None:
        super().__init__()
        look, words = guide.look, guide.words
        self.guide, self.kept = guide, kept
        self.choose = Button(
            look, words.text("Choose lists of issuers"), self._choose, kind="quiet", icon="list", name="choose-lists"
        )
        says = words.text("Take these lists away")
        self.away = Button(look, "", lambda: self.take(()), kind="quiet", icon="x", says=says, name="away-lists")
        self.asking = (self.choose, self.away)
        self.chosen = Pictured(look, "file", "", "row", weight="semibold")
        line = row(gap=look.px(8))
        line.addWidget(self.chosen, 1)
        line.addWidget(self.away)
        self.line = holding(line)
        why = words.text("Anyone can write any name. A list that you trust tells whose key it is.")
        flow = holding(Flow(self.choose))
        self.setLayout(column(Paragraph(look, why, "row", "quiet"), flow, self.line, gap=look.px(6)))
        self._show()

    def take(self, files: Sequence[Path]) -> None:
        """Have other lists, or none."""
        self.kept[:] = files
        self._show()
        if files:
            announce(self.choose, self.chosen.text())
        else:
            self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        self.chosen.setText(self.guide.words.list_of([path_text(one.name) for one in self.kept]))
        self.line.setVisible(bool(self.kept))

    def _choose(self) -> None:
        words = self.guide.words
        kinds = [words.text("Lists of issuers (*.json)"), words.text("All files (*)")]
        choose_files(self, words.text("Which lists of issuers do you trust?"), kinds, self.take)
