"""What changes on the Goal page, said and offered to be taken back: jobs compared, the goal, what counts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject

from app.journey.goal import aim as goals
from app.journey.session import Session
from app.journey.skills.counting import count_only_signed
from ui.guide import Guide


@dataclass(frozen=True)
class Changes:
    """Makes them for a page: `owner` is who asks, `again` draws what is so now."""

    guide: Guide
    owner: QObject
    again: Callable[[], object]

    def compare(self, code: str, name: str) -> None:
        """Set a job beside the others."""
        said = self.guide.words.text("{name} stands beside the others now.", name=name)
        self._make(said, lambda session: goals.add_compared(session, code), goals.set_compared)

    def remove(self, code: str, name: str) -> None:
        """Take a job away from beside the others."""
        said = self.guide.words.text("{name} is taken away.", name=name)
        self._make(said, lambda session: goals.remove_compared(session, code), goals.set_compared)

    def aim(self, code: str | None, name: str) -> None:
        """Take a job as the goal."""
        said = self.guide.words.text("Your goal is now: {name}.", name=name)
        self._make(said, lambda session: goals.set_goal(session, code), goals.set_goal)

    def count(self, only: bool) -> None:  # noqa: FBT001  as Qt says it
        """Let signed records alone count, or all that is shown."""
        words = self.guide.words
        said = words.text("Only signed records count now.") if only else words.text("All that you show counts again.")
        self._make(said, lambda session: _count(session, only), _count)

    def _make(self, said: str, change: Callable[[Session], Any], back: Callable[[Session, Any], object]) -> None:
        """`change` returns what was so before, which `back` sets again."""

        def changed(before: Any) -> None:  # noqa: ANN401  each change has its own kind
            self.guide.tell(said, lambda: self._do(lambda session: back(session, before), lambda _now: self.again()))
            self.again()

        self._do(change, changed)

    def _do(self, work: Callable[[Session], Any], done: Callable[[Any], object]) -> None:
        self.guide.run(lambda session, _progress: work(session), done, owner=self.owner)


def _count(session: Session, only: bool) -> bool:  # noqa: FBT001
    return count_only_signed(session, only=only)
