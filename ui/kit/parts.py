"""Long lists: shown in parts, more on request, and built a little at a time so that the window never waits."""

import time
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QWidget

from ui.kit.buttons import Button
from ui.kit.fields import announce
from ui.kit.layouts import holding, row
from ui.kit.text import Text
from ui.theme.look import Look

PART = 20
"""How many are shown at once."""
AT_ONCE = 0.012
"""Seconds of building before the window gets its turn."""

Item = TypeVar("Item", bound=Hashable)


class Parts(QWidget, Generic[Item]):
    """Items below each other, each once and drawn by `make`; what stands there already and is the same stays as it is.

    `asked` hears how many are asked for: keep it while the page is drawn anew, and hand it to `show_items` again.
    It lays them out itself: Qt's layouts would ask hundreds for their height at several widths whenever one comes.
    """

    def __init__(
        self,
        look: Look,
        make: Callable[[Item], QWidget],
        *,
        gap: int = 10,
        name: str = "more",
        asked: Callable[[int], object] = lambda _shown: None,
    ) -> None:
        super().__init__()
        self.look, self.shown, self.gap = look, PART, look.px(gap)
        self._make, self._asked, self._items = make, asked, tuple[Item, ...]()
        self._slots = list[QWidget | None]()
        self._after: Callable[[], object] = lambda: None
        self.count = Text(look, "", "row", "quiet")
        self.more = Button(look, "", self._more, kind="forward", icon="chevron-down", name=name)
        self.below = holding(row(self.count, self.more, None, gap=look.px(16), margins=(0, look.px(4), 0, look.px(4))))
        self.below.setParent(self)
        self.below.hide()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._build)

    def show_items(self, items: Sequence[Item], shown: int = PART, after: Callable[[], object] = lambda: None) -> None:
        """Show these, so many of them at most; `after` hears when they all stand there."""
        made = {item: widget for item, widget in zip(self._items, self._slots, strict=False) if widget is not None}
        self._items, self.shown, self._after = tuple(items), shown, after
        self._slots = [made.pop(item, None) for item in self._items[:shown]]
        for widget in made.values():
            _drop(widget)
        self._tell_rest()
        self._lay_out()
        self._timer.start()

    def event(self, event: QEvent) -> bool:
        """Lay out anew when one of them has changed, or the room has."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._lay_out()
        return super().event(event)

    @property
    def building(self) -> bool:
        """Whether some of them do not stand there yet."""
        return self._timer.isActive()

    def widget_of(self, item: Item) -> QWidget | None:
        """What stands for an item, once it is built."""
        return next((widget for one, widget in zip(self._items, self._slots, strict=False) if one == item), None)

    def _build(self) -> None:
        """Build until the time is up; the rest waits for the next turn."""
        ends = time.perf_counter() + AT_ONCE
        missing = [place for place, widget in enumerate(self._slots) if widget is None]
        for done, place in enumerate(missing, start=1):
            self._slots[place] = self._put(self._make(self._items[place]), place)
            if time.perf_counter() > ends and done < len(missing):
                self._lay_out()
                return
        self._timer.stop()
        self._tell_rest()
        self._lay_out()
        after, self._after = self._after, lambda: None
        after()

    def _put(self, widget: QWidget, place: int) -> QWidget:
        """Stand before those that follow, for a screen reader too."""
        widget.setParent(self)
        following = next((one for one in self._slots[place + 1 :] if one is not None), self.below)
        widget.stackUnder(following)
        widget.show()
        return widget

    def _lay_out(self) -> None:
        """One below the other, as wide as there is room."""
        width, top, least = self.width(), 0, 0
        for widget in self._in_order():
            height = _height(widget, width)
            widget.setGeometry(0, top, width, height)
            top += height + self.gap
            least = max(least, widget.minimumSizeHint().width())
        self.setMinimumWidth(least)
        self.setFixedHeight(max(0, top - self.gap))

    def _in_order(self) -> Iterator[QWidget]:
        """What stands there, as it is read, and what lies below."""
        yield from (widget for widget in self._slots if widget is not None)
        if not self.below.isHidden():
            yield self.below

    def _tell_rest(self) -> None:
        words, shown, total = self.look.words, len(self._slots), len(self._items)
        rest = 0 if None in self._slots else min(PART, total - shown)
        self.below.setVisible(rest > 0)
        if rest > 0:
            self.count.setText(words.text("{shown} of {total}", shown=shown, total=total))
            text = words.count("Show {number} more", "Show {number} more", rest)
            self.more.setText(text)
            self.more.setAccessibleName(text)

    def _more(self) -> None:
        first = len(self._slots)
        self._asked(self.shown + PART)
        self.show_items(self._items, self.shown + PART, lambda: self._go_on(first))

    def _go_on(self, first: int) -> None:
        """The keyboard goes to the first that is new."""
        words, widget = self.look.words, self._slots[first]
        announce(self, words.text("{shown} of {total}", shown=len(self._slots), total=len(self._items)))
        if widget is None:
            return
        inside = [one for one in widget.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        if inside:
            inside[0].setFocus(Qt.FocusReason.OtherFocusReason)


def _drop(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()


def _height(widget: QWidget, width: int) -> int:
    return widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()
