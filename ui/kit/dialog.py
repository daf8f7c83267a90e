"""Dialogs: a sheet over the page. It keeps the keyboard until it is closed, and gives the focus back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPushButton, QWidget
from shiboken6 import isValid

from ui.kit.buttons import Button
from ui.kit.card import RING, Rule, Scroll, Tile
from ui.kit.layouts import Flow, column, holding, row
from ui.kit.tabbing import to_next
from ui.kit.text import Heading, Marked, Pictured, Text
from ui.theme.look import Look

COVER = 0.45
MANY = 3
INSET = 16
"""What the scroll area takes of its room at its edges, in pixels."""


class Dialog(QDialog):
    """A title, a body that scrolls, and buttons below; Escape closes it.

    `head_icon` stands before the title. The last of `buttons` is the one to press next; it stands apart, at the end.
    It is `wide` and at most `tall` pixels at 100 % text. `flush` lets the body
    reach the edges. `first` gets the keyboard, else the title. `of` tells it from another that has the same words.
    """

    def __init__(
        self,
        look: Look,
        title: str,
        body: QWidget,
        buttons: Sequence[Button],
        *,
        why: str = "",
        head_icon: str = "",
        wide: int = 640,
        tall: int = 0,
        flush: bool = False,
        first: QWidget | None = None,
        of: str = "",
    ) -> None:
        super().__init__(None, Qt.WindowType.SubWindow)
        self.of = of
        self.look, self.wide, self.tall, self.body = look, wide, tall, body
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(why)
        self.heading = Heading(look, title, "sheet")
        self.first = first or self.heading
        head = self._head(title, why, head_icon)
        if not flush:
            side = _all(look, 24, 0)[0] - RING  # as far from the edge as the title
            body.setContentsMargins(side, look.px(8), side, look.px(8))
        self._shown, buttons = _folded(look, body, buttons)
        self.inside = Scroll(self._shown, title, room=0 if flush else RING)
        self._told = Pictured(look, "check", "", "row", "quiet", icon_tone="primary")
        self._wrong = Marked(look, "broken", "", "row", "danger", weight="semibold")
        foot = column(self._told, self._wrong, _foot(look, buttons), gap=look.px(8), margins=_all(look, 24, 12))
        self.tell("")
        self.outer = column(head, Rule(look), self.inside, Rule(look), foot)
        self.outer.setStretchFactor(self.inside, 1)
        self.setLayout(self.outer)
        self.next = next((one for one in buttons if one.kind == "primary" and one.autoDefault()), None)

    def _head(self, title: str, why: str, icon: str) -> QHBoxLayout:
        """Title and reason, and the cross that closes."""
        look = self.look
        says = look.words.text("Close: {title}", title=title)
        self._cross = Button(look, "", self.reject, icon="x", says=says, name="close-cross")
        self._why = Text(look, why, "row", "quiet")
        if not why:  # never shown before it has a parent: it would be a window of its own and take the keyboard
            self._why.hide()
        head = row(gap=look.px(14), margins=_all(look, 24, 14))
        if icon:
            head.addWidget(Tile(look, icon, side=52))
        head.addLayout(column(self.heading, self._why, gap=2), 1)
        head.addWidget(self._cross, 0, Qt.AlignmentFlag.AlignTop if look.compact else Qt.AlignmentFlag.AlignVCenter)
        return head

    def entitle(self, title: str) -> None:
        """Take another title."""
        self.setWindowTitle(title)
        self.heading.setText(title)
        for named in (self, self.heading, self.inside):
            named.setAccessibleName(title)
        self._cross.setAccessibleName(self.look.words.text("Close: {title}", title=title))

    def about(self, why: str) -> None:
        """Say something else below the title."""
        self._why.setText(why)
        self.setAccessibleDescription(why)

    def tell(self, words: str, *, wrong: bool = False) -> None:
        """Say above the buttons what happened, since the foot of the window lies under the dialog."""
        for line, shown in ((self._told, not wrong), (self._wrong, wrong)):
            line.setText(words)
            line.setVisible(shown and bool(words))

    def height_at(self, width: int) -> int:
        """The height at which nothing has to scroll."""
        total = self.outer.totalHeightForWidth(width)
        around = (total if total > 0 else self.outer.totalSizeHint().height()) - self.inside.sizeHint().height()
        body = self._shown
        tall = body.heightForWidth(width - INSET) if body.hasHeightForWidth() else body.sizeHint().height()
        least = self.inside.minimumSizeHint().height()  # Qt gives it that much, and takes it from the title
        return around + max(tall + INSET, least)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The sheet's ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self.look.colors.line))
        painter.setBrush(QColor(self.look.colors.card))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 12, 12)
        painter.end()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001  Qt's own
        """Tab goes as the dialog is read, and stays in it."""
        return to_next(self, forward=forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; Enter presses the button that has the focus, else the next thing to do; pages are turned.

        Qt does the second only for dialogs that are windows, and would do it for a focused button too. The third it
        does only while the keyboard is in what scrolls, which may be nothing but text.
        """
        if event.key() == Qt.Key.Key_Escape:
            self.reject()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focus = QApplication.focusWidget()
            pressed = focus if isinstance(focus, QPushButton) else self.next
            if pressed is not None and pressed.isEnabled():
                pressed.click()
        elif not self.inside.turn(event.key()):
            super().keyPressEvent(event)


def _folded(look: Look, body: QWidget, buttons: Sequence[Button]) -> tuple[QWidget, Sequence[Button]]:
    """Where there is little room, many other things to do stand below the body and scroll with it."""
    *others, last = buttons
    if not look.compact or len(others) < MANY:
        return body, buttons
    more = column(holding(Flow(*others, gap=look.px(10))), margins=_all(look, 20, 12))
    return holding(column(body, more)), [last]


def _foot(look: Look, buttons: Sequence[Button]) -> QHBoxLayout:
    """The next thing to do at the end, what else there is before it; that goes on in a new line if it must."""
    *others, last = buttons
    line = row(gap=look.px(16))
    line.addWidget(holding(Flow(*others, gap=look.px(10))), 1)
    line.addWidget(last, 0, Qt.AlignmentFlag.AlignBottom)
    return line


def _all(look: Look, across: int, down: int) -> tuple[int, int, int, int]:
    """Room at the edges; little where there is little."""
    if look.compact:
        return (16, 8, 16, 8)
    return (look.px(across), look.px(down), look.px(across), look.px(down))


def _under(cover: QWidget, over: QWidget) -> list[QWidget]:
    """What lies under a cover."""
    around = over.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [one for one in around if one is not cover]


class Cover(QWidget):
    """What lies between the page and a dialog: takes every click, and keeps the dialog in the middle."""

    closed = Signal()

    def __init__(self, over: QWidget, dialog: Dialog, on_close: Callable[[], object] | None = None) -> None:
        super().__init__(over)
        self.over, self.dialog = over, dialog
        # the window's own, which it knows also where a menu or another program is in front
        self.before: QWidget | None = over.window().focusWidget()
        dialog.setParent(self, Qt.WindowType.SubWindow)
        dialog.finished.connect(self._close)
        self._on_close = on_close
        self._at_rest = [one for one in _under(self, over) if one.isEnabled()]
        for one in self._at_rest:  # a screen reader finds nothing to press below the dialog either
            one.setEnabled(False)
        over.installEventFilter(self)
        dialog.installEventFilter(self)
        dialog.body.installEventFilter(self)
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._fit)
        self._fit()
        self.show()
        self.raise_()
        dialog.show()
        self._fit()  # only what is shown has its style, and so its size
        dialog.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ink over the page."""
        painter = QPainter(self)
        shade = QColor("#1F2933" if self.dialog.look.colors.name == "light" else "#000000")
        shade.setAlphaF(COVER)
        painter.fillRect(self.rect(), shade)
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow and shrink with the window, and with what the dialog says."""
        if watched is self.over and event.type() == QEvent.Type.Resize:
            self._fit()
        elif watched in (self.dialog, self.dialog.body) and event.type() == QEvent.Type.LayoutRequest:
            self._again.start()
        return False

    def _fit(self) -> None:
        dialog = self.dialog
        self.setGeometry(self.over.rect())
        room = self.rect().adjusted(16, 12, -16, -12)
        width = min(room.width(), dialog.look.px(dialog.wide))
        highest = min(room.height(), dialog.look.px(dialog.tall) or room.height())
        height = min(highest, dialog.height_at(width))
        dialog.setFixedSize(width, height)
        dialog.move(room.left() + (room.width() - width) // 2, room.top() + (room.height() - height) // 2)

    def _close(self) -> None:
        self.over.removeEventFilter(self)
        for one in self._at_rest:
            if isValid(one):
                one.setEnabled(True)
        self.hide()
        self.deleteLater()
        try:
            if self.before is not None:
                self.before.setFocus(Qt.FocusReason.OtherFocusReason)
        except RuntimeError:  # what had the focus went while the dialog was open
            self.before = None
        self.closed.emit()
        if self._on_close is not None:
            self._on_close()
