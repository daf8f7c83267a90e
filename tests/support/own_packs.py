"""The own pack of one learner, as tests bring releases to it and look at what it holds."""

from contextlib import ExitStack
from pathlib import Path

from tiny_releases import COMMITTED

from pathways.frameworks.given import given_files
from pathways.frameworks.recognize import recognize
from pathways.pack import own
from pathways.pack.own import Summary
from pathways.pack.store import Pack, open_pack


def quiet(_share: float) -> None:
    """Hear nothing of how far it is."""


class Own:
    """The own pack of one learner."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.opened = ExitStack()

    def add(self, *paths: Path) -> Summary:
        given = recognize(given_files(paths))
        return own.add(COMMITTED, self.path, given.releases, quiet, "2026-11-22").put()

    def remove(self, name: str) -> Summary:
        return own.remove(COMMITTED, self.path, name, quiet).put()

    def pack(self) -> Pack:
        return self.opened.enter_context(open_pack(self.path))


def used(summary: Summary) -> dict[str, tuple[str, str]]:
    """The version of each part that counts now, and the one before."""
    return {use.part: (use.version, use.before) for use in summary.uses if use.used}


def rows(pack: Pack, table: str) -> list[str]:
    """All rows of a table, in one order."""
    return sorted(map(repr, pack.connection.execute(f"SELECT * FROM {table}")))  # noqa: S608
