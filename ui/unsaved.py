"""What is typed in dialogs and not yet used: there again when they are opened again, also after a lock."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ui.guide import Guide


@dataclass
class Unsaved:
    """`of` holds plain JSON by the name of what is typed; `live` are asked for it as it stands."""

    of: dict[str, Any] = field(default_factory=dict)
    live: dict[str, Callable[[], Any]] = field(default_factory=dict)

    def unsaved(self) -> Mapping[str, Any]:
        """All of it, for the vault."""
        return {**self.of, **{name: ask() for name, ask in self.live.items()}}

    def restore(self, typed: Mapping[str, Any]) -> None:
        """Go on where it was left."""
        self.of = dict(typed)

    def get(self, name: str, otherwise: Any = None) -> Any:  # noqa: ANN401  each dialog has its own kind
        """What was typed under a name."""
        return self.live[name]() if name in self.live else self.of.get(name, otherwise)

    def keep(self, name: str, typed: Any) -> None:  # noqa: ANN401
        """Keep what is typed; nothing (empty, None) is forgotten."""
        if typed:
            self.of[name] = typed
        else:
            self.forget(name)

    def forget(self, name: str) -> None:
        """It was used."""
        self.of.pop(name, None)
        self.live.pop(name, None)


def unsaved_of(guide: "Guide") -> Unsaved:
    """What is typed and not yet used in the vault that is open."""
    return guide.recall("dialogs", Unsaved)
