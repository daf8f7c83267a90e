"""Things to switch or choose: checks, radios, switches, segments. All are Qt's own kinds, painted in the theme."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.kit.heard import Heard, quietly
from ui.theme.colors import Colors
from ui.theme.icons import picture
from ui.theme.look import Look


def _prepared(button: QAbstractButton, look: Look, text: str, name: str, says: str) -> None:
    button.setText(text)
    button.setAccessibleName(says or text)
    button.setObjectName(name)
    button.setFont(look.font("row", "semibold"))
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setAttribute(Qt.WidgetAttribute.WA_Hover)
    Heard(button)


def _ink(button: QAbstractButton, colors: Colors) -> str:
    """Off by itself, not by a dialog that lies over it."""
    off = button.testAttribute(Qt.WidgetAttribute.WA_ForceDisabled)
    return colors.disabled_ink if off else colors.ink


def _words_hint(button: QAbstractButton, look: Look, before: int, width: int | None = None) -> QSize:
    room = width or 9999
    box = button.fontMetrics().boundingRect(
        QRect(0, 0, max(1, room - before), 9999), int(Qt.TextFlag.TextWordWrap), button.text()
    )
    return QSize(before + box.width() + 2, max(look.px(32), box.height() + look.px(8)))


def _draw_words(button: QAbstractButton, painter: QPainter, color: str, before: int) -> None:
    mirrored = button.layoutDirection() == Qt.LayoutDirection.RightToLeft
    room = button.rect().adjusted(0 if mirrored else before, 0, -before if mirrored else 0, 0)
    side = Qt.AlignmentFlag.AlignLeft  # the painter turns it where reading goes from right to left
    painter.setPen(QColor(color))
    painter.setFont(button.font())
    painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap), button.text())


def paint_radio(painter: QPainter, box: QRectF, look: Look, *, on: bool) -> None:
    """The circle of a radio."""
    painter.setPen(QPen(QColor(look.colors.primary if on else look.colors.border), 2))
    painter.setBrush(QColor(look.colors.card))
    painter.drawEllipse(box.adjusted(1, 1, -1, -1))
    if on:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.colors.primary))
        inset = box.width() * 0.28
        painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))


class Radio(QRadioButton):
    """One of several. `boxed` paints it as a wide button, as on the goal cards."""

    def __init__(
        self, look: Look, text: str, *, name: str = "", says: str = "", boxed: bool = False, checked: bool = False
    ) -> None:
        super().__init__()
        self.look, self.boxed = look, boxed
        _prepared(self, look, text, name, says)
        quietly(self, checked=checked)
        self.setSizePolicy(QSizePolicy.Policy.Expanding if boxed else QSizePolicy.Policy.Preferred, self._tall())

    def sizeHint(self) -> QSize:
        """Circle and words."""
        hint = _words_hint(self, self.look, self._before())
        return QSize(hint.width() + self.look.px(14), max(hint.height(), self.look.px(40 if self.boxed else 32)))

    def minimumSizeHint(self) -> QSize:
        """The words may wrap."""
        return QSize(self._before() + self.look.px(64), self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """Its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height for wrapped words."""
        return max(_words_hint(self, self.look, self._before(), width).height(), self.sizeHint().height())

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002, N802  the whole widget takes the click
        """Everywhere."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Box, circle, words."""
        colors, look = self.look.colors, self.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.boxed:
            fill = colors.selected if self.isChecked() else colors.hover if self.underMouse() else colors.card
            painter.setPen(QPen(QColor(colors.selected_border if self.isChecked() else colors.border), 1))
            painter.setBrush(QColor(fill))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), look.px(8), look.px(8))
        side, start = look.px(20), look.px(12 if self.boxed else 0)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - start - side if mirrored else start
        paint_radio(painter, QRectF(left, (self.height() - side) / 2, side, side), look, on=self.isChecked())
        _draw_words(self, painter, _ink(self, colors), self._before())
        painter.end()

    def _before(self) -> int:
        return self.look.px(42 if self.boxed else 28)

    def _tall(self) -> QSizePolicy.Policy:
        return QSizePolicy.Policy.Preferred


class Check(QCheckBox):
    """Yes or no, with a tick."""

    def __init__(self, look: Look, text: str, *, name: str = "", says: str = "", checked: bool = False) -> None:
        super().__init__()
        self.look = look
        _prepared(self, look, text, name, says)
        self.setFont(look.font("row"))
        quietly(self, checked=checked)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """Box and words."""
        return _words_hint(self, self.look, self.look.px(28))

    def minimumSizeHint(self) -> QSize:
        """The words may wrap."""
        return QSize(self.look.px(92), self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """Its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height for wrapped words."""
        return _words_hint(self, self.look, self.look.px(28), width).height()

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002, N802  the whole widget takes the click
        """Everywhere."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Box, tick, words."""
        colors, side = self.look.colors, self.look.px(20)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        box = QRectF(self.width() - side if mirrored else 0, (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colors.primary if self.isChecked() else colors.border), 2))
        painter.setBrush(QColor(colors.primary if self.isChecked() else colors.card))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)
        if self.isChecked():
            inner = side - 4
            painter.drawPixmap(QPointF(box.left() + 2, box.top() + 2), picture("check", colors.on_primary, inner))
        _draw_words(self, painter, _ink(self, colors), self.look.px(28))
        painter.end()


class Switch(QCheckBox):
    """On or off, said in words beside it; 40×22 as painted, 32 or more to click."""

    def __init__(self, look: Look, says: str, *, name: str = "", checked: bool = False) -> None:
        super().__init__()
        self.look = look
        _prepared(self, look, "", name, says)
        quietly(self, checked=checked)
        self.setFixedSize(look.px(40), look.px(32))

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002, N802  the whole widget takes the click
        """Everywhere."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Track and knob."""
        colors, look, on = self.look.colors, self.look, self.isChecked()
        height = look.px(22)
        track = QRectF(0, (self.height() - height) / 2, self.width(), height).adjusted(1, 1, -1, -1)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colors.primary if on else colors.border), 1.5))
        painter.setBrush(QColor(colors.primary if on else colors.card))
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        knob = track.height() - look.px(6)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        at_end = on != mirrored
        left = track.right() - knob - look.px(3) if at_end else track.left() + look.px(3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.on_primary if on else colors.border))
        painter.drawEllipse(QRectF(left, track.center().y() - knob / 2, knob, knob))
        painter.end()


class Segment(QRadioButton):
    """One part of a segmented choice."""

    def __init__(self, look: Look, text: str, *, name: str = "", icon: str = "") -> None:
        super().__init__()
        self.look, self.icon_name = look, icon
        _prepared(self, look, text, name, "")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Words and room at their sides."""
        icon = self.look.px(24) if self.icon_name else 0
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(words + icon + self.look.px(30), self.look.px(38))

    def minimumSizeHint(self) -> QSize:
        """As wide as its words: segments do not wrap."""
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002, N802  the whole widget takes the click
        """Everywhere."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground where chosen, words."""
        colors, look, on = self.look.colors, self.look, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if on or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.selected if on else colors.hover))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), look.px(6), look.px(6))
        if on:  # not by color alone: the chosen part is underlined
            painter.fillRect(
                QRectF(look.px(12), self.height() - 5, self.width() - look.px(24), 2), QColor(colors.primary)
            )
        ink, side = colors.primary if on else colors.ink, look.px(16)
        icon = look.px(24) if self.icon_name else 0
        words = self.fontMetrics().horizontalAdvance(self.text())
        left = (self.width() - words - icon) / 2
        if self.icon_name:
            painter.drawPixmap(QPointF(left, (self.height() - side) / 2), picture(self.icon_name, ink, side))
        painter.setPen(QColor(ink))
        painter.setFont(self.font())
        box = QRectF(left + icon, 0, words + 2, self.height())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), self.text())
        painter.end()


class Segments(QWidget):
    """A choice of one from a few, side by side or `upright`; `changed` hears the place of the one chosen."""

    def __init__(
        self,
        look: Look,
        parts: Iterable[tuple[str, str]],
        changed: Callable[[int], object],
        *,
        chosen: int = 0,
        icons: tuple[str, ...] = (),
        upright: bool = False,
    ) -> None:
        super().__init__()
        self.look = look
        self.group = QButtonGroup(self)
        layout = QVBoxLayout(self) if upright else QHBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        for place, (name, text) in enumerate(parts):
            part = Segment(look, text, name=name, icon=icons[place] if icons else "")
            self.group.addButton(part, place)
            quietly(part, checked=place == chosen)
            layout.addWidget(part)
        self.group.idClicked.connect(changed)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def choose(self, place: int) -> None:
        """Choose a part without telling anybody."""
        quietly(self.group.button(place), checked=True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The frame around all parts."""
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), self.look.px(8), self.look.px(8))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(path, QColor(self.look.colors.card))
        painter.setPen(QPen(QColor(self.look.colors.border), 1))
        painter.drawPath(path)
        painter.end()
