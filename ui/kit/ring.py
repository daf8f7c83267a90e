"""The ring around the control that has the keyboard; a mouse does not raise it."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from ui.theme.look import Look

OUTSIDE = 4
"""Two pixels of gap and two of ring."""


class FocusRing(QObject):
    """Follows the focus of the application; `by_keyboard` says how the focus last moved."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.by_keyboard = False
        self._ring: _Ring | None = None
        self._on: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._leave()
        if new is None:
            return
        bring_into_view(new)
        if self.by_keyboard and _takes_ring(new):
            self._on = new
            new.installEventFilter(self)
            self._ring = _Ring(self.look, new)

    def _leave(self) -> None:
        if self._on is not None:
            self._on.removeEventFilter(self)
        if self._ring is not None:
            self._ring.hide()
            self._ring.deleteLater()
        self._on = self._ring = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move with the control; go when it goes."""
        if self._ring is not None and watched is self._on:
            if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show):
                self._ring.follow()
            elif event.type() == QEvent.Type.Hide:
                self._ring.hide()
            elif event.type() == QEvent.Type.DeferredDelete:
                self._leave()
        return False


def _takes_ring(widget: QWidget) -> bool:
    """Fields show the keyboard with their own border; headings take the focus to be read, not to be used."""
    fields = (QLineEdit, QPlainTextEdit, QComboBox, QScrollArea)
    return not isinstance(widget, fields) and widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not widget.isWindow()


def bring_into_view(widget: QWidget) -> None:
    """Scroll to it, in every area around it that scrolls."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget, 24, 24)
        parent = parent.parentWidget()


class _Ring(QWidget):
    def __init__(self, look: Look, around: QWidget) -> None:
        super().__init__(around.parentWidget())
        self.look, self.around = look, around
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.follow()
        self.show()
        self.raise_()

    def follow(self) -> None:
        """Lie around the control."""
        self.setGeometry(self.around.geometry().adjusted(-OUTSIDE, -OUTSIDE, OUTSIDE, OUTSIDE))
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Two pixels of ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.look.colors.primary), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 11, 11)
        painter.end()
