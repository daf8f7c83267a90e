"""Ways to open a vault, made for the worker: what they need is loaded there, when it is needed."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ui.work.desk import Opening
from ui.work.task import Progress

if TYPE_CHECKING:
    from app.journey.session import Session


@dataclass(frozen=True)
class Key:
    """What opens a vault: its passphrase, or its recovery code as typed."""

    passphrase: str = ""
    code: str = ""


@dataclass(frozen=True)
class Person:
    """A practice learner as the door lists them; `story` is a line to translate."""

    id: str
    name: str
    story: str


def opened_with(folder: Path, key: Key) -> Opening:
    """The vault in a folder."""

    def opening(_progress: Progress) -> AbstractContextManager["Session"]:
        from app.journey.vaults import unlocked, unlocked_with_code

        return unlocked_with_code(folder, key.code) if key.code else unlocked(folder, key.passphrase)

    return opening


def made(folder: Path, passphrase: str, code: str, name: str) -> Opening:
    """A new vault that `code` opens too."""

    def opening(_progress: Progress) -> AbstractContextManager["Session"]:
        from app.journey import vaults

        return vaults.made(folder, passphrase, code, name)

    return opening


def practice_people(_progress: Progress) -> tuple[Person, ...]:
    """Everybody who is made up."""
    from app.journey.practice import practice_learners
    from app.wording.practice import STORIES

    return tuple(Person(one.id, one.name, STORIES[one.story]) for one in practice_learners())


def practice_with(person: Person) -> Opening:
    """The vault of a practice learner, which is gone when it is locked."""

    @contextmanager
    def opening(_progress: Progress) -> Iterator["Session"]:
        from app.journey.opening import practice

        with practice(person.id) as (session, _learner):
            yield session

    return opening
