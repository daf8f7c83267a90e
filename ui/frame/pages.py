"""The page that is shown: made when its step is first turned to, and put back as it was when all is drawn anew."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.frame.covers import Lifted
from ui.kit.fields import announce
from ui.kit.page import Page
from ui.pages.steps import STEPS, page_of

if TYPE_CHECKING:
    from ui.frame.window import Window


def show_page(window: "Window") -> None:
    """Show the page of the step that the window is at; the welcome page at the door."""
    step = window.step or "welcome"
    page = window.pages.get(step)
    if page is None:
        page = window.pages[step] = page_of(step)(window)
        page.foot_changed.connect(lambda page=page: _foot(window, page))
        window.furniture.stack.addWidget(page)
    window.furniture.stack.setCurrentWidget(page)
    window.furniture.show_step(window.place)
    _foot(window, page)
    page.arrive()
    page.heading.setFocus()
    announce(page.heading, page.heading.text())


def _foot(window: "Window", page: Page) -> None:
    furniture = window.furniture
    if furniture.foot is not None and furniture.stack.currentWidget() is page:
        furniture.foot.show_footer(page.footer, first=window.place.step == STEPS[0])


def put_back(window: "Window", lifted: Sequence[Lifted], focus: str) -> None:
    """Open the dialogs that lay over the page again, and give the keyboard back to what has the name `focus`."""
    for make, on_close in lifted:
        if (dialog := make()) is not None:
            window.open(dialog, on_close, again=make)
    again = (window.cover or window.furniture.root).findChild(QWidget, focus) if focus else None
    if again is not None:
        again.setFocus()
    elif window.cover is None:
        window.pages[window.step or "welcome"].awaited = focus
