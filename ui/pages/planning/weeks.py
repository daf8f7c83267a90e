"""Plans side by side on one axis of weeks, as a picture; the list of ways has the same steps in words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen

from app.journey.plan.view import Column
from ui.kit.lettering import Lettering
from ui.kit.text import Drawn
from ui.pages.planning.week_chart import AXIS, WeekChart, week_chart
from ui.theme.icons import picture
from ui.theme.look import Look

NARROWEST = 220


@dataclass(frozen=True)
class Ink:
    """The colors of one plan's bars."""

    fill: str
    line: str
    words: str


class Weeks(Drawn):
    """A column of bars for each plan; `says` tells all of it in words."""

    def __init__(self, look: Look, columns: Sequence[Column], axis: int, start: str, says: str) -> None:
        super().__init__(look, says)
        self.columns, self.axis, self.start = columns, axis, start
        self._laid: dict[int, WeekChart] = {}
        self.setMinimumWidth(look.px(NARROWEST))

    def _chart(self, width: int) -> WeekChart:
        if width not in self._laid:
            self._laid[width] = week_chart(self.look, self.columns, self.axis, self.start, width)
        return self._laid[width]

    def hasHeightForWidth(self) -> bool:
        """Words take more lines where it is narrow, and weeks grow with them."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all weeks."""
        return round(self._chart(max(width, self.minimumWidth())).height)

    def sizeHint(self) -> QSize:
        """As wide as it may be narrow."""
        return QSize(self.minimumWidth(), self.heightForWidth(max(self.width(), self.minimumWidth())))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    @property
    def lettering(self) -> tuple[Lettering, ...]:
        """All words in the picture."""
        laid = self._chart(self.width()).lettering
        return tuple(replace(one, room=self._placed(one.room)) for one in laid)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The axis, the bars, and a flag where each plan ends."""
        look, made = self.look, self._chart(self.width())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for top in made.rules:
            rule = self._placed(QRectF(look.px(AXIS), top, self.width() - look.px(AXIS), 1))
            painter.fillRect(rule, QColor(look.colors.line))
        for bar in made.bars:
            ink = self._ink(bar.kind)
            painter.setPen(QPen(QColor(ink.line), 1))
            painter.setBrush(QColor(ink.fill))
            box = self._placed(bar.box).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(box, look.px(5), look.px(5))
        for flag in made.flags:
            place = self._placed(flag.box)
            painter.drawPixmap(place.topLeft(), picture("flag", self._ink(flag.kind).words, round(place.width())))
        for words in self.lettering:
            words.paint(painter)
        painter.end()

    def _ink(self, kind: str) -> Ink:
        colors, blue = self.look.colors, kind == "fastest"
        return Ink(
            colors.blue_fill if blue else colors.selected,
            colors.blue if blue else colors.selected_border,
            colors.blue if blue else colors.primary,
        )

    def _placed(self, box: QRectF) -> QRectF:
        """Where something is, also where reading goes from right to left."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - box.left() - box.width() if mirrored else box.left()
        return QRectF(left, box.top(), box.width(), box.height())
