"""How much of some work is done, as a sentence over a bar."""

from PySide6.QtWidgets import QProgressBar, QWidget

from ui.kit.layouts import column
from ui.kit.text import Text
from ui.theme.look import Look


class DoneBar(QWidget):
    """A sentence and a bar, changed together."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.says = Text(look, "", "row")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(look.words.text("Progress"))
        self.setLayout(column(self.says, self.bar, gap=look.px(8)))

    def show_done(self, done: int, total: int, says: str) -> None:
        """So many of so many; a total of 0 is not known yet."""
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)
        self.says.setText(says)
