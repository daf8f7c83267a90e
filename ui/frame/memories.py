"""What pages keep while they are drawn anew, and what of it goes into the vault when that is locked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, runtime_checkable

Typed = Mapping[str, Mapping[str, Any]]


@runtime_checkable
class Typing(Protocol):
    """A memory that holds words as they are typed."""

    def unsaved(self) -> Mapping[str, Any]:
        """What was typed and not yet saved, as plain JSON; empty where there is nothing."""

    def restore(self, typed: Mapping[str, Any]) -> None:
        """Take back what `unsaved` gave."""


@dataclass
class Memories:
    """`of` each page by its name; `waiting` is what was typed before a lock, for pages that have not asked yet."""

    of: dict[str, Any] = field(default_factory=dict)
    waiting: dict[str, Mapping[str, Any]] = field(default_factory=dict)

    def recall(self, name: str, make: Callable[[], Any]) -> Any:  # noqa: ANN401  each page has its own kind
        """The memory of that name; a new one begins with what was typed before the lock."""
        if name not in self.of:
            made = self.of[name] = make()
            typed = self.waiting.pop(name, None)
            if typed and isinstance(made, Typing):
                made.restore(typed)
        return self.of[name]

    def unsaved(self) -> Typed:
        """All that is typed and not yet saved, by the name of its page."""
        now = {name: one.unsaved() for name, one in self.of.items() if isinstance(one, Typing)}
        return {name: typed for name, typed in {**self.waiting, **now}.items() if typed}

    def begin(self, typed: Typed | None = None) -> None:
        """Forget all; what was typed waits for its page."""
        self.of.clear()
        self.waiting = dict(typed or {})
