"""What the bar above and the keys ask of the window."""

from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING

from ui.frame.bars import TopActions

if TYPE_CHECKING:
    from ui.frame.window import Window


def top_actions(window: "Window") -> TopActions:
    """What each control of the bar above does."""
    return TopActions(
        lock=window.lock,
        help=window.help,
        settings=lambda: open_later(window, "settings"),
        about=lambda: open_later(window, "about"),
        received=lambda: open_later(window, "received"),
        language=lambda code: window.prefer(replace(window.preferences, language=code)),
        text_size=window.choose_text_size,
    )


def open_later(window: "Window", name: str) -> None:
    """Open a dialog of the frame, loaded when it is first asked for."""
    import_module(f"ui.dialogs.{name}").open_dialog(window)
