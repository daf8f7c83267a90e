"""Buttons: painted in the theme, with text that wraps rather than being cut."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui.theme.colors import Colors
from ui.theme.icons import picture
from ui.theme.look import TYPE, Look, Role, Weight

LINE = 1.25
"""The typeface's line height as a share of its size."""

SizeName = Literal["small", "normal", "primary", "large"]
Kind = Literal["primary", "forward", "plain", "danger", "link", "quiet", "step", "band"]
State = Literal["rest", "hover", "pressed", "off"]


@dataclass(frozen=True)
class Painted:
    """The colors of a button in one state; an empty color is not painted."""

    fill: str
    border: str
    ink: str


@dataclass(frozen=True)
class Size:
    """Measures of a button at 100 % text, in pixels."""

    height: int
    padding: int
    icon: int
    role: Role
    weight: Weight


SIZES: dict[SizeName, Size] = {
    "small": Size(32, 12, 16, "caption", "semibold"),
    "normal": Size(40, 14, 18, "row", "semibold"),
    "primary": Size(44, 22, 18, "body", "bold"),
    "large": Size(48, 22, 18, "body", "bold"),
}


def painted(colors: Colors, kind: Kind, state: State) -> Painted:
    """What a kind of button looks like in a state."""
    if state == "off":
        return Painted("" if kind in ("link", "quiet") else colors.disabled_fill, "", colors.disabled_ink)
    if kind == "primary":
        fill = {"rest": colors.primary, "hover": colors.primary_hover, "pressed": colors.primary_pressed}[state]
        return Painted(fill, "", colors.on_primary)
    if kind == "band":
        return Painted("", "", colors.band_ink)
    ink = {"plain": colors.ink, "quiet": colors.ink, "step": colors.ink, "danger": colors.danger}.get(
        kind, colors.primary
    )
    grounds = {"rest": _ground(colors, kind), "hover": colors.hover, "pressed": colors.pressed}
    border = "" if kind in ("link", "quiet") else colors.selected_border if kind == "step" else colors.border
    return Painted(grounds[state], border, ink)


def _ground(colors: Colors, kind: Kind) -> str:
    if kind == "step":
        return colors.selected
    return "" if kind in ("link", "quiet") else colors.card


class Button(QPushButton):
    """A button of one kind. Its text is also its accessible name unless `says` gives a fuller one."""

    def __init__(
        self,
        look: Look,
        text: str,
        clicked: Callable[[], object] | None = None,
        *,
        kind: Kind = "plain",
        size: SizeName = "normal",
        icon: str = "",
        icon_after: str = "",
        says: str = "",
        name: str = "",
    ) -> None:
        super().__init__()
        self.look, self.kind = look, kind
        self.size_of = SIZES["primary" if kind == "primary" and size == "normal" else size]
        self.before, self.after = icon, icon_after
        self.setFont(look.font(self.size_of.role, self.size_of.weight))
        self.setText(text)
        self.setAccessibleName(says or text)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(kind == "primary")
        if clicked is not None:
            self.clicked.connect(lambda *_: clicked())

    def state(self) -> State:
        """How it is now."""
        if self.testAttribute(Qt.WidgetAttribute.WA_ForceDisabled):  # by itself, not by a dialog that lies over it
            return "off"
        if self.isDown() or (self.isCheckable() and self.isChecked()):
            return "pressed"
        return "hover" if self.underMouse() else "rest"

    def sizeHint(self) -> QSize:
        """Room for the text on one line."""
        words = self.fontMetrics().horizontalAdvance(self.text()) + 3  # a wrapped line needs a little more
        return QSize(words + self._around(), self._tall())

    def minimumSizeHint(self) -> QSize:
        """Room for the longest word."""
        words = self.text().replace("\n", " ").split(" ")  # not at spaces that keep words together
        widest = max(self.fontMetrics().horizontalAdvance(word) for word in words) + 1
        return QSize(widest + self._around(), self._tall())

    def hasHeightForWidth(self) -> bool:
        """Its text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height for the text wrapped into a width."""
        room = max(1, width - self._around())
        box = self.fontMetrics().boundingRect(QRect(0, 0, room, 9999), Qt.TextFlag.TextWordWrap, self.text())
        lines = max(1, round(box.height() / max(1, self.fontMetrics().height())))
        return self._tall() + (lines - 1) * self.fontMetrics().height()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Grow in height when the width makes the text wrap."""
        wanted = self.heightForWidth(self.width())
        if wanted != self.minimumHeight():
            self.setMinimumHeight(wanted)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill, border, icons and text."""
        colors = painted(self.look.colors, self.kind, self.state())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, colors)
        self._paint_words(painter, colors)
        painter.end()

    def _paint_ground(self, painter: QPainter, colors: Painted) -> None:
        painter.setPen(QPen(QColor(colors.border), 1) if colors.border else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.fill) if colors.fill else Qt.BrushStyle.NoBrush)
        if colors.fill or colors.border:
            radius = self.look.px(8)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _paint_words(self, painter: QPainter, colors: Painted) -> None:
        side, gap, label = self.look.px(self.size_of.icon), self.look.px(8), self.text()
        room = self.rect().adjusted(self._padding(), 0, -self._padding(), 0)
        icons = (side + (gap if label else 0)) * (bool(self.before) + bool(self.after))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        box = self.fontMetrics().boundingRect(QRect(0, 0, max(1, room.width() - icons), 9999), int(flags), label)
        words = min(box.width() + 1, max(1, room.width() - icons)) if label else 0
        start = room.left() + max(0, (room.width() - words - icons) // 2)
        first, last = (self.after, self.before) if self._mirrored() else (self.before, self.after)
        top = (self.height() - side) // 2
        if first:
            painter.drawPixmap(start, top, picture(_turned(first, self._mirrored()), colors.ink, side))
            start += side + gap
        painter.setPen(QColor(colors.ink))
        painter.setFont(self._lettering())
        painter.drawText(QRect(start, 0, words, self.height()), int(flags), label)
        if last:
            painter.drawPixmap(
                start + (words + gap if label else 0), top, picture(_turned(last, self._mirrored()), colors.ink, side)
            )

    def _lettering(self) -> QFont:
        font = self.font()
        font.setUnderline(self.kind in ("link", "band"))
        return font

    def _tall(self) -> int:
        """The height of one line: it grows with the text, the room around the text does not."""
        size = TYPE[self.size_of.role][0]
        return round(self.size_of.height + (self.look.scale - 1) * size * LINE)

    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _padding(self) -> int:
        return self.look.px(4 if self.kind in ("link", "band") else self.size_of.padding)

    def _around(self) -> int:
        icons = bool(self.before) + bool(self.after)
        each = self.look.px(self.size_of.icon) + (self.look.px(8) if self.text() else 0)
        return 2 * self._padding() + icons * each


def _turned(icon: str, mirrored: bool) -> str:  # noqa: FBT001  a plain fact about the layout
    """Arrows point the other way where reading goes from right to left."""
    swap = {"left": "right", "right": "left"}
    head, _, end = icon.rpartition("-")
    return f"{head}-{swap[end]}" if mirrored and end in swap else icon
