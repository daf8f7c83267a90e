"""What the goal needs, in four groups: shown rows are text, rows to act on are buttons."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.journey.plan.gap_list import NeedGroup, NeedRow
from pathways.model import GapState
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Card, Rule
from ui.kit.heard import Heard, quietly
from ui.kit.layouts import Item, column, holding, row
from ui.kit.text import Marked
from ui.theme.look import Look
from ui.theme.marks import GapMark, mark_color, paint_mark

MARKS: dict[GapState, GapMark] = {"shown": "shown", "partly": "partly", "missing": "to_learn", "unknown": "unknown"}
MARK, GAP, PAD = 16, 9, 6
WRAP = int(Qt.TextFlag.TextWordWrap)


class _Line(QAbstractButton):
    """A button as wide as the list; kinds of it paint themselves."""

    def __init__(self, look: Look, text: str, says: str, name: str) -> None:
        super().__init__()
        self.look, self.words = look, text
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(says)
        self.setObjectName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def hasHeightForWidth(self) -> bool:
        """Its words wrap."""
        return True

    def sizeHint(self) -> QSize:
        """As wide as the list makes it."""
        return QSize(self.look.px(200), self.heightForWidth(self.look.px(200)))

    def minimumSizeHint(self) -> QSize:
        """Room for a mark and a word."""
        return QSize(self.look.px(120), self.look.px(32))

    def _ground(self, painter: QPainter, fill: str) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if fill:
            painter.setBrush(QColor(fill))
            painter.drawRoundedRect(QRectF(self.rect()), self.look.px(6), self.look.px(6))

    def _is_mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft


class GroupTitle(_Line):
    """A group's name and how many are in it; opens all of the group."""

    def __init__(self, look: Look, group: NeedGroup, opened: Callable[[], object]) -> None:
        says = look.words.text("{group}: {count}. Show all of them", group=group.title, count=group.count)
        super().__init__(look, group.title, says, f"group-{group.state}")
        self.needs = group
        self.setFont(look.font("row", "bold"))
        self.clicked.connect(lambda *_: opened())

    def heightForWidth(self, _width: int) -> int:
        """One line."""
        return max(self.look.px(32), self.fontMetrics().height() + self.look.px(8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The name in the color of its mark, the count at the end."""
        look = self.look
        painter = QPainter(self)
        self._ground(painter, look.colors.hover if self.underMouse() else "")
        room = self.rect().adjusted(look.px(PAD), 0, -look.px(PAD), 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self.font())
        painter.setPen(QColor(mark_color(look.colors, MARKS[self.needs.state])))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | middle), self.words)
        painter.setFont(look.font("caption"))
        painter.setPen(QColor(look.colors.quiet))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | middle), self.needs.count)
        painter.end()


class NeedButton(_Line):
    """A need that something can be done about: its mark, its name, and why it stands so."""

    def __init__(self, look: Look, row: NeedRow, state: str, pressed: Callable[[], object]) -> None:
        says = look.words.text("{state}: {need}", state=state, need=row.name)
        super().__init__(look, row.name, says, f"need-{row.id}")
        self.row = row
        self.below = row.note or row.reason
        self.setAccessibleDescription(self.below)
        self.setCheckable(True)
        self.toggled.connect(lambda _on: self.updateGeometry())
        self.clicked.connect(lambda *_: pressed())
        Heard(self)

    def heightForWidth(self, width: int) -> int:
        """Height for wrapped words."""
        name, below = self._heights(width, self._font())
        return max(self.look.px(32), name + below + self.look.px(8))

    def _font(self) -> QFont:
        return self.look.font("row", "bold" if self.isChecked() else None)

    def _heights(self, width: int, font: QFont) -> tuple[int, int]:
        room = max(1, width - self._before() - self.look.px(PAD))
        return (
            self._tall(QFontMetrics(font, self), self.words, room),
            self._tall(QFontMetrics(self.look.font("caption"), self), self.below, room),
        )

    def _tall(self, metrics: QFontMetrics, text: str, room: int) -> int:
        return metrics.boundingRect(0, 0, room, 9999, WRAP, text).height() if text else 0

    def _before(self) -> int:
        return self.look.px(PAD + MARK + GAP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Mark, name, and below it the reason."""
        look, colors = self.look, self.look.colors
        on = self.isChecked()
        painter = QPainter(self)
        self._ground(painter, colors.selected if on else colors.hover if self.underMouse() else "")
        font = self._font()
        name, below = self._heights(self.width(), font)
        top = (self.height() - name - below) // 2
        line, side = QFontMetrics(font, self).height(), look.px(MARK)
        mirrored = self._is_mirrored()
        at = self.width() - look.px(PAD) - side if mirrored else look.px(PAD)
        paint_mark(painter, MARKS[self.row.state], QRectF(at, top + (line - side) / 2, side, side), colors, colors.card)
        pad, before = look.px(PAD), self._before()
        room = self.rect().adjusted(pad if mirrored else before, top, -before if mirrored else -pad, 0)
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | WRAP
        painter.setFont(font)
        painter.setPen(QColor(colors.ink))
        painter.drawText(room, flags, self.words)
        painter.setFont(look.font("caption"))
        painter.setPen(QColor(colors.quiet))
        painter.drawText(room.adjusted(0, name, 0, 0), flags, self.below)
        painter.end()


def gap_list(
    guide: Guide,
    groups: Sequence[NeedGroup],
    chosen: str,
    act: Callable[[NeedRow], object],
    show_all: Callable[[NeedGroup], object],
) -> QWidget:
    """The four groups; `act` hears of a need that was pressed, `show_all` of a group whose title was."""
    look = guide.look
    items: list[Item] = []
    for group in groups:
        if not group.rows and not group.more:
            continue
        if items:
            items += [look.px(4), Rule(look), look.px(4)]
        items.append(GroupTitle(look, group, partial(show_all, group)))
        items += [_row(look, row, group, chosen, act) for row in group.rows]
        if group.more:
            items.append(_more(guide, group, show_all))
    return holding(column(*items, None, margins=(look.px(6), look.px(6), look.px(2), look.px(8))))


def _row(look: Look, row: NeedRow, group: NeedGroup, chosen: str, act: Callable[[NeedRow], object]) -> QWidget:
    if row.state == "shown":
        line = Marked(look, "shown", row.name, "row", size=MARK, gap=GAP)
        return holding(column(line, margins=(look.px(PAD), look.px(1), look.px(PAD), look.px(1))))
    button = NeedButton(look, row, group.title, partial(act, row))
    quietly(button, checked=row.id == chosen)
    return button


def _more(guide: Guide, group: NeedGroup, show_all: Callable[[NeedGroup], object]) -> Button:
    words = guide.words
    number = len(group.more)
    text = words.count("{number} more", "{number} more", number)
    says = words.count("{group}: {number} more", "{group}: {number} more", number, group=group.title)
    return Button(
        guide.look, text, partial(show_all, group), kind="quiet", size="small", icon="chevron-right", says=says,
        name=f"more-{group.state}",
    )  # fmt: skip


def gap_bar(guide: Guide, groups: Sequence[NeedGroup], show_all: Callable[[NeedGroup], object]) -> QWidget:
    """Where there is little room: a line for each group, with a button that shows all of it."""
    look = guide.look
    lines = column(gap=look.px(6), margins=(look.px(14), look.px(8), look.px(10), look.px(8)))
    for group in groups:
        if group.rows or group.more:
            lines.addWidget(_group_line(guide, group, show_all))
    return Card(look, lines, ground="selected")


def _group_line(guide: Guide, group: NeedGroup, show_all: Callable[[NeedGroup], object]) -> QWidget:
    look, words = guide.look, guide.words
    said = words.text("{group}: {count}", group=group.title, count=group.count)
    says = words.text("{group}: {count}. Show all of them", group=group.title, count=group.count)
    button = Button(
        look, words.text("Show"), partial(show_all, group), kind="forward", size="small", says=says,
        name=f"group-{group.state}",
    )  # fmt: skip
    line = row(gap=look.px(10))
    line.addWidget(
        Marked(look, MARKS[group.state], said, "row", weight="semibold", size=MARK, ground=look.colors.selected), 1
    )
    line.addWidget(button)
    return holding(line)
