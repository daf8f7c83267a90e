"""What the window says of what happened: at the foot, aloud, and in the dialog that covers the foot."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from app.errors import PersonError
from pathways.errors import PathwaysError
from ui.kit.fields import announce

if TYPE_CHECKING:
    from ui.frame.window import Window


@dataclass(frozen=True)
class Said:
    """What was told last, in which language, and how to take it back."""

    words: str = ""
    language: str = ""
    undo: Callable[[], object] | None = None
    wrong: bool = False


class Telling:
    """Says it for a window; `said` is what was told last."""

    def __init__(self, window: "Window") -> None:
        self.window = window
        self.said = Said()

    def tell(self, words: str, undo: Callable[[], object] | None = None) -> None:
        """Say what happened, and offer to take it back: in the vault where it happened, so never at the door."""
        window = self.window
        self._say(Said(words, window.words.language, undo if window.place.is_open else None))
        self._in_dialog(words)
        if words:
            announce(window, words)

    def fail(self, error: Exception) -> None:
        """A person's error in a sentence at the foot; anything else is a bug and opens its dialog."""
        window = self.window
        if isinstance(error, PersonError | PathwaysError):
            says = window.words.problem(error.code, error.values)
            self._say(Said(says, window.words.language, None, wrong=True))
            self._in_dialog(says, wrong=True)
            announce(window, says)
            return
        import_module("ui.dialogs.bug").open_dialog(window, error)

    def again(self, said: Said) -> None:
        """Once the window is drawn anew: say it still, unless the vault or the language is another."""
        if self.window.place.is_open and said.language == self.window.words.language:
            self._say(said)

    def take_back(self) -> None:
        """Undo what was told last, where it can be."""
        undo = self.said.undo
        if undo is not None:
            self.tell("")
            undo()

    def _say(self, said: Said) -> None:
        self.said = said
        self.window.furniture.tell(said.words, self.take_back if said.undo else None, wrong=said.wrong)

    def _in_dialog(self, words: str, *, wrong: bool = False) -> None:
        """Say it in the dialog that is open, too: it covers the foot."""
        cover = self.window.cover
        if cover is not None:
            cover.dialog.tell(words, wrong=wrong)
