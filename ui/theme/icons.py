"""Line icons in a theme's color."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from app.places import asset

SHARPNESS = 2
"""Icons are painted at twice their size, so that they stay sharp on dense screens."""


@lru_cache(maxsize=512)
def picture(name: str, color: str, size: int) -> QPixmap:
    """The icon `assets/icons/<name>.svg`, `size` pixels square."""
    from PySide6.QtSvg import QSvgRenderer

    source = asset("icons", f"{name}.svg").read_bytes().replace(b"currentColor", color.encode())
    canvas = QPixmap(QSize(size, size) * SHARPNESS)
    canvas.fill(Qt.GlobalColor.transparent)
    painter = QPainter(canvas)
    QSvgRenderer(QByteArray(source)).render(painter, QRectF(canvas.rect()))
    painter.end()
    canvas.setDevicePixelRatio(SHARPNESS)
    return canvas


@lru_cache(maxsize=512)
def icon(name: str, color: str, size: int, disabled: str) -> QIcon:
    """The icon for a button, with its color when the button is off."""
    made = QIcon(picture(name, color, size))
    made.addPixmap(picture(name, disabled, size), QIcon.Mode.Disabled)
    return made
