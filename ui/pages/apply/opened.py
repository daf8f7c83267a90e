"""An application under way: how much of what they ask is answered, and row by row what shows it."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.journey.apply.standing import Open
from app.journey.apply.words import counts, summary
from ui.guide import Guide
from ui.kit.bars import FitBar
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.layouts import Flow, column, holding, row
from ui.kit.text import Text
from ui.pages.apply.memory import ApplyMemory
from ui.pages.apply.remembered import told
from ui.pages.apply.table import MARKS, RowActions, heads, mark_words, small_row, wide_row

AT_ONCE = 8
"""Rows drawn in one turn of the event loop."""
MORE = 20
BAR = 240


class Opened(QWidget):
    """The sum and the table; `more` hears that more rows are wanted, `others` other records, `versions` those kept."""

    def __init__(
        self,
        guide: Guide,
        memory: ApplyMemory,
        now: Open,
        do: RowActions,
        *,
        more: Callable[[], object],
        others: Callable[[], object],
        versions: Callable[[], object],
    ) -> None:
        super().__init__()
        self.look, self.words, self.now, self.do = guide.look, guide.words, now, do
        self.shown = now.table.rows[: memory.rows]
        look = self.look
        self.rows = column(gap=look.px(10) if look.compact else 0)
        inside = column(self._summary(others, versions), self._table(), gap=look.px(12))
        left = len(now.table.rows) - memory.rows
        if left > 0:
            text = self.words.count("Show {number} more", "Show {number} more", min(left, MORE))
            inside.addWidget(holding(Flow(Button(look, text, more, name="more-rows"))))
        inside.addLayout(column(*told(guide, now.draft.wanted), gap=look.px(12)))
        self.setLayout(inside)
        self._add_rows(0)

    def _summary(self, others: Callable[[], object], versions: Callable[[], object]) -> Card:
        look, words, rows = self.look, self.words, self.now.table.rows
        width = min(look.px(BAR), look.px(18) * len(rows))
        bar = FitBar(look, [MARKS[one.state] for one in rows], mark_words(words, rows), width=width)
        texts = column(
            Text(look, summary(words, self.now.table), "body", weight="semibold"),
            Text(look, counts(words, self.now.table), "row", "quiet"),
            gap=look.px(2),
        )
        choose = Button(look, words.text("Choose others"), others, kind="forward", size="small", name="choose-others")
        kept = Button(look, words.text("Versions"), versions, kind="forward", size="small", name="versions")
        margins = (look.px(16), look.px(6), look.px(16), look.px(6))
        if look.compact:
            return Card(look, column(bar, texts, holding(Flow(choose, kept)), gap=look.px(8), margins=margins))
        line = row(gap=look.px(18), margins=margins)
        line.addWidget(bar)
        line.addLayout(texts, 1)
        line.addLayout(column(choose, kept, gap=look.px(6)))
        return Card(look, line)

    def _table(self) -> QWidget:
        if self.look.compact:
            return holding(self.rows)
        self.rows.addWidget(heads(self.look))
        return Card(self.look, self.rows)

    def _add_rows(self, start: int) -> None:
        """Some rows, and the rest once Qt has been back in its loop."""
        look, do = self.look, self.do
        for one in self.shown[start : start + AT_ONCE]:
            last = one is self.shown[-1]
            self.rows.addWidget(small_row(look, one, do) if look.compact else wide_row(look, one, do, last=last))
        if start + AT_ONCE < len(self.shown):
            QTimer.singleShot(0, self, lambda: self._add_rows(start + AT_ONCE))
