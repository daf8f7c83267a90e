"""Where Tab goes: from one control to the next as they are read, whenever each of them was made.

Qt's own order is the order of making, which is another where lists grow and pages are filled later.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QRadioButton, QWidget

from ui.kit.layouts import inside


def to_next(root: QWidget, *, forward: bool) -> bool:
    """Move the keyboard on or back inside a window or dialog, around its ends; False where nothing takes it."""
    current = QApplication.focusWidget()
    stops = [one for one in _in_reading_order(root) if one is current or _is_stop(one)]
    if not stops or stops == [current]:
        return False
    at = stops.index(current) if current in stops else (-1 if forward else 0)
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    stops[(at + (1 if forward else -1)) % len(stops)].setFocus(reason)
    return True


def _is_stop(widget: QWidget) -> bool:
    if not widget.isEnabled() or widget.focusProxy() is not None:
        return False
    group = widget.group() if isinstance(widget, QRadioButton) else None
    chosen = group.checkedButton() if group is not None and group.exclusive() else None
    if chosen is not None and chosen.isVisible() and chosen.isEnabled():  # the arrows go on to the others
        return widget is chosen
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _in_reading_order(widget: QWidget) -> Iterator[QWidget]:
    """A widget and what stands on it, as far as it is shown."""
    if widget.isHidden():
        return
    yield widget
    laid_out = list(_laid_out(widget.layout()))
    known = {id(one) for one in laid_out}
    others = [one for one in widget.children() if isinstance(one, QWidget) and id(one) not in known]
    for child in (*laid_out, *sorted(others, key=lambda one: (one.y(), one.x()))):
        if not child.isWindow():
            yield from _in_reading_order(child)


def _laid_out(layout: QLayout | None) -> Iterator[QWidget]:
    for one in inside(layout) if layout is not None else ():
        if isinstance(one, QWidget):
            yield one
        else:
            yield from _laid_out(one)
