"""The ring around the control that has the keyboard; a mouse does not raise it."""

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QWindow
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from ui.theme.look import Look

OUTSIDE = 4
"""Two pixels of gap and two of ring."""
HALO = 2
"""Pixels of halo around a field."""
OWN_RING = "own-ring"
"""Name of the property of what shows by itself that it has the keyboard."""

_KEYS = {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}
_POINTER = {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TabletPress}
FIELDS = (QLineEdit, QPlainTextEdit, QComboBox)
_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show}


class FocusRing(QObject):
    """Follows the focus of the application, while its window lasts; `by_keyboard` says what the person used last."""

    def __init__(self, look: Look, window: QObject) -> None:
        super().__init__(window)
        self.look = look
        self.by_keyboard = False
        self._ring: _Ring | None = None
        self._watched: list[QWidget] = []
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def watch(self, window: QWindow) -> None:
        """Hear of every key and click in a window: of the window itself, not of each of its parts."""
        window.removeEventFilter(self)
        window.installEventFilter(self)

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._leave()
        if new is None:
            return
        bring_into_view(new)
        field = isinstance(new, FIELDS)
        if field or (self.by_keyboard and _takes_ring(new)):
            self._ring = _Halo(self.look, new) if field else _Ring(self.look, new)
            self._watched = _up_to(new, self._ring.ground)
            for one in self._watched:
                one.installEventFilter(self)

    def _leave(self) -> None:
        for one in filter(shiboken6.isValid, self._watched):
            one.removeEventFilter(self)
        if self._ring is not None and shiboken6.isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._ring, self._watched = None, []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell keys from clicks; move with the control and with what it stands on."""
        kind = event.type()
        if kind in _KEYS:
            self.by_keyboard = True
        elif kind in _POINTER:
            self.by_keyboard = False
        elif self._ring is not None and shiboken6.isValid(self._ring):
            if kind in _MOVES:
                self._ring.follow()
            elif kind == QEvent.Type.Hide and watched in self._watched:
                self._ring.hide()
        return False


def _takes_ring(widget: QWidget) -> bool:
    """Fields show the keyboard with a halo; headings take the focus to be read, not to be used."""
    if isinstance(widget, QScrollArea) or widget.property(OWN_RING):
        return False
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not widget.isWindow()


def bring_into_view(widget: QWidget) -> None:
    """Scroll to it, in every area around it that scrolls."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea) and parent.widget() is not widget:
            parent.ensureWidgetVisible(widget, 24, 24)
        parent = parent.parentWidget()


def _ground(widget: QWidget) -> QWidget:
    """What the ring is painted on: what scrolls, whose edge leaves room for it, else the dialog or window."""
    while (parent := widget.parentWidget()) is not None:
        widget = parent
        if isinstance(widget, QScrollArea | QDialog):
            break
    return widget


def _up_to(widget: QWidget, ground: QWidget) -> list[QWidget]:
    """The control and all that it stands on, below the ground: whichever of them moves, the ring does."""
    chain = [widget]
    while (parent := chain[-1].parentWidget()) is not None and parent is not ground:
        chain.append(parent)
    return chain


class _Ring(QWidget):
    outside = OUTSIDE

    def __init__(self, look: Look, around: QWidget) -> None:
        self.ground = _ground(around)
        super().__init__(self.ground)
        self.look, self.around = look, around
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.follow()
        self.show()

    def follow(self) -> None:
        """Lie around the control."""
        place = QRect(self.around.mapTo(self.ground, QPoint(0, 0)), self.around.size())
        out = self.outside
        # at the edge of what it is painted on it lies on the control rather than being cut
        self.setGeometry(place.adjusted(-out, -out, out, out).intersected(self.ground.rect()))
        self.setVisible(self.around.isVisible())
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Two pixels of ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.look.colors.primary), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 11, 11)
        painter.end()


class _Halo(_Ring):
    """Right around a field, outside its own border."""

    outside = HALO

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Two pixels of halo."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.look.colors.selected_border), 2))
        radius = self.look.px(8) + 1
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.end()
