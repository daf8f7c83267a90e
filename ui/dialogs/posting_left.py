"""The lines of a posting that were left out, folded; each can be put back into the list of things asked."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.layouts import Flow, column, holding, row
from ui.kit.ring import bring_into_view
from ui.kit.text import Paragraph


class LeftOut(QWidget):
    """A button that says how many there are and opens them; `put_back` hears the line, `turned` whether it is open."""

    def __init__(
        self,
        guide: Guide,
        lines: Sequence[str],
        put_back: Callable[[str], object],
        turned: Callable[[bool], object],
        *,
        opened: bool,
    ) -> None:
        super().__init__()
        look = guide.look
        self.guide, self.put_back, self.turned, self.opened = guide, put_back, turned, opened
        self.left = len(lines)
        self.opens = Button(look, "", self._turn, kind="forward", size="small", icon_after="chevron-down")
        self.opens.setObjectName("left-out")
        why = guide.words.text("They stood where things are asked, and seem to ask for nothing.")
        rows = [self._line(place, line) for place, line in enumerate(lines)]
        self.inside = holding(column(Paragraph(look, why, "row", "quiet"), *rows, gap=look.px(6)))
        self.setLayout(column(holding(Flow(self.opens)), self.inside, gap=look.px(6)))
        self._show()

    def _line(self, place: int, line: str) -> QWidget:
        look, words = self.guide.look, self.guide.words
        says = words.text("Put back: {line}", line=line)
        shown = QWidget()
        button = Button(
            look,
            words.text("Put back"),
            partial(self._put, shown, line),
            size="small",
            icon="undo-2",
            says=says,
            name=f"put-back-{place}",
        )
        said = Paragraph(look, words.text("“{words}”", words=line), "row")
        if look.compact:
            shown.setLayout(column(said, holding(Flow(button)), gap=look.px(4)))
            return shown
        across = row(gap=look.px(12))
        across.addWidget(said, 1)
        across.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        shown.setLayout(across)
        return shown

    def _put(self, shown: QWidget, line: str) -> None:
        self.left -= 1
        self.put_back(line)
        shown.hide()
        self._show()

    def _turn(self) -> None:
        self.opened = not self.opened
        self.turned(self.opened)
        self._show()
        if self.opened:
            QTimer.singleShot(0, self, lambda: bring_into_view(self.inside))

    def _show(self) -> None:
        self.opens.after = "chevron-up" if self.opened else "chevron-down"
        self.opens.setText(self.guide.words.text("Lines left out ({number})", number=self.left))
        self.opens.setAccessibleName(self.opens.text())
        self.opens.updateGeometry()
        self.inside.setVisible(self.opened and self.left > 0)
        self.opens.setVisible(self.left > 0)
