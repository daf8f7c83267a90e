"""Long lists: shown in parts, more on request, and built a little at a time so that the window never waits."""

import time
from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.kit.buttons import Button
from ui.kit.fields import announce
from ui.kit.layouts import column, holding, row
from ui.kit.text import Text
from ui.theme.look import Look

PART = 20
"""How many are shown at once."""
AT_ONCE = 0.012
"""Seconds of building before the window gets its turn."""

Item = TypeVar("Item", bound=Hashable)


class _Signals(QWidget):
    built = Signal()
    """Everything asked for stands there."""


class Parts(_Signals, Generic[Item]):
    """Items below each other, each drawn by `make`; what stands there already and has not changed is kept as it is.

    `shown` is how many are asked for: keep it while the page is drawn anew, and hand it to `show_items` again.
    """

    def __init__(self, look: Look, make: Callable[[Item], QWidget], *, gap: int = 10, name: str = "more") -> None:
        super().__init__()
        self.look, self.shown = look, PART
        self._make, self._items = make, tuple[Item, ...]()
        self._made = dict[Item, QWidget]()
        self._to_make = list[Item]()
        self._after: Callable[[], object] = lambda: None
        self.list = column(gap=look.px(gap))
        self.count = Text(look, "", "row", "quiet")
        self.more = Button(look, "", self._more, kind="forward", icon="chevron-down", name=name)
        self.below = holding(row(self.count, self.more, None, gap=look.px(16), margins=(0, look.px(4), 0, look.px(4))))
        self.below.hide()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._build)
        self.setLayout(column(self.list, self.below, gap=look.px(gap)))

    def show_items(self, items: Sequence[Item], shown: int = PART, after: Callable[[], object] = lambda: None) -> None:
        """Show these, so many of them at most; `after` hears when they all stand there."""
        self._items, self.shown, self._after = tuple(items), shown, after
        wanted = dict.fromkeys(self._items[:shown])
        for item in [one for one in self._made if one not in wanted]:
            self._drop(self._made.pop(item))
        self._to_make = [item for item in wanted if item not in self._made]
        self._timer.start()

    def widget_of(self, item: Item) -> QWidget | None:
        """What stands for an item, once it is built."""
        return self._made.get(item)

    def _drop(self, widget: QWidget) -> None:
        self.list.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def _build(self) -> None:
        """Build until the time is up; the rest waits for the next turn."""
        ends = time.perf_counter() + AT_ONCE
        while self._to_make and time.perf_counter() < ends:
            item = self._to_make.pop(0)
            self._made[item] = self._make(item)
            self.list.insertWidget(self._place(item), self._made[item])
        if not self._to_make:
            self._timer.stop()
            self._tell_rest()
            self._after()
            self._after = lambda: None
            self.built.emit()

    def _place(self, item: Item) -> int:
        """Behind the one before it that stands there already."""
        at = self._items.index(item)
        before = next((self._made[one] for one in reversed(self._items[:at]) if one in self._made), None)
        return 0 if before is None else self.list.indexOf(before) + 1

    def _tell_rest(self) -> None:
        words, shown, total = self.look.words, len(self._made), len(self._items)
        rest = min(PART, total - shown)
        self.below.setVisible(rest > 0)
        if rest > 0:
            self.count.setText(words.text("{shown} of {total}", shown=shown, total=total))
            text = words.count("Show {number} more", "Show {number} more", rest)
            self.more.setText(text)
            self.more.setAccessibleName(text)

    def _more(self) -> None:
        first = len(self._made)
        self.show_items(self._items, self.shown + PART, lambda: self._go_on(first))

    def _go_on(self, first: int) -> None:
        """The keyboard goes to the first that is new."""
        words = self.look.words
        announce(self, words.text("{shown} of {total}", shown=len(self._made), total=len(self._items)))
        widget = self._made[self._items[first]]
        inside = [one for one in widget.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        if inside:
            inside[0].setFocus(Qt.FocusReason.OtherFocusReason)
