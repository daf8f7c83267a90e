"""One of several things to choose, as a card: a disc with initials or an icon, a name, a note, the radio at the end."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from ui.kit.choices import paint_radio
from ui.kit.heard import Heard, quietly
from ui.theme.icons import picture
from ui.theme.look import Look

DISC, RADIO = 40, 20
PADDING, GAP = 16, 14
WRAP = int(Qt.TextFlag.TextWordWrap)


class RadioCard(QRadioButton):
    """A name and a note about it; without an `icon` the disc shows the name's initials."""

    def __init__(
        self, look: Look, title: str, note: str, *, icon: str = "", name: str = "", checked: bool = False
    ) -> None:
        super().__init__(title)
        self.look, self.note, self.icon_name = look, note, icon
        self.setAccessibleName(title)
        self.setAccessibleDescription(note)
        self.setObjectName(name)
        self.setFont(look.font("row", "semibold"))
        quietly(self, checked=checked)
        Heard(self)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """Room for the words on a line each."""
        width = max(self._metrics(title=title).horizontalAdvance(self._said(title=title)) for title in (True, False))
        return QSize(width + self._before() + self._after() + 2, self.heightForWidth(width + self._around() + 2))

    def minimumSizeHint(self) -> QSize:
        """The words may wrap."""
        return QSize(self._around() + self.look.px(96), self.look.px(66))

    def hasHeightForWidth(self) -> bool:
        """Its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height for wrapped words."""
        name, note = self._boxes(width)
        return max(self.look.px(66), name.height() + note.height() + self.look.px(20))

    def hitButton(self, _pos: object) -> bool:  # noqa: N802  the whole card takes the click
        """Everywhere."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, disc, words, radio."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter)
        self._disc(painter)
        self._words(painter)
        side, look = self.look.px(RADIO), self.look
        left = self._at(self.width() - look.px(PADDING) - side, side)
        paint_radio(painter, QRectF(left, (self.height() - side) / 2, side, side), look, on=self.isChecked())
        painter.end()

    def _ground(self, painter: QPainter) -> None:
        colors, on = self.look.colors, self.isChecked()
        line = 2 if on else 1
        painter.setPen(QPen(QColor(colors.primary if on else colors.border), line))
        painter.setBrush(QColor(colors.selected if on else colors.hover if self.underMouse() else colors.card))
        box = QRectF(self.rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2)
        painter.drawRoundedRect(box, self.look.px(10), self.look.px(10))

    def _disc(self, painter: QPainter) -> None:
        colors, look, on = self.look.colors, self.look, self.isChecked()
        side = look.px(DISC)
        box = QRectF(self._at(look.px(PADDING), side), (self.height() - side) / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.primary if on else colors.track))
        painter.drawEllipse(box)
        ink = colors.on_primary if on else colors.ink
        if self.icon_name:
            inner, start = look.px(18), (side - look.px(18)) / 2
            painter.drawPixmap(box.topLeft() + QPointF(start, start), picture(self.icon_name, ink, inner))
        else:
            painter.setPen(QColor(ink))
            painter.setFont(look.font("row", "bold"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, initials(self.text()))

    def _words(self, painter: QPainter) -> None:
        colors = self.look.colors
        name, note = self._boxes(self.width())
        top = (self.height() - name.height() - note.height()) // 2
        side = int(Qt.AlignmentFlag.AlignLeft)  # Qt turns it round where reading goes from right to left
        room = self.width() - self._around()
        left = round(self._at(self._before(), room))
        painter.setPen(QColor(colors.ink))
        painter.setFont(self.look.font("row", "semibold"))
        painter.drawText(QRect(left, top, room, name.height()), side | self._wrap(title=True), self.text())
        painter.setPen(QColor(colors.quiet))
        painter.setFont(self.look.font("caption"))
        below = QRect(left, top + name.height(), room, note.height())
        painter.drawText(below, side | self._wrap(title=False), self.note)

    def _boxes(self, width: int) -> tuple[QRect, QRect]:
        return self._box(width, title=True), self._box(width, title=False)

    def _box(self, width: int, *, title: bool) -> QRect:
        room = QRect(0, 0, max(1, width - self._around()), 9999)
        return self._metrics(title=title).boundingRect(
            room, self._wrap(title=title, width=width), self._said(title=title)
        )

    def _wrap(self, *, title: bool, width: int | None = None) -> int:
        """Between words; inside one only where a word alone is too wide."""
        room = (self.width() if width is None else width) - self._around()
        metrics = self._metrics(title=title)
        wide = any(metrics.horizontalAdvance(word) > room for word in self._said(title=title).split())
        return int(Qt.TextFlag.TextWrapAnywhere) | WRAP if wide else WRAP

    def _metrics(self, *, title: bool) -> QFontMetrics:
        return QFontMetrics(self.look.font("row", "semibold") if title else self.look.font("caption"), self)

    def _said(self, *, title: bool) -> str:
        return self.text() if title else self.note

    def _before(self) -> int:
        return self.look.px(PADDING + DISC + GAP)

    def _after(self) -> int:
        return self.look.px(GAP + RADIO + PADDING)

    def _around(self) -> int:
        return self._before() + self._after()

    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _at(self, left: float, width: float) -> float:
        """A place counted from where reading starts."""
        return self.width() - left - width if self._mirrored() else left


def initials(name: str) -> str:
    """The first letters of the first and last word."""
    words = [word for word in name.split() if word[:1].isalnum()]
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()
