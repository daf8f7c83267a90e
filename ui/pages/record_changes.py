"""What changes the records in the vault: each is done on the worker, told at the foot, and can be taken back."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.journey.records import holding as records
from app.journey.records.cards import RecordCard, Summary
from app.journey.records.holding import Imported
from app.journey.records.import_report import Report, import_report
from ui.guide import Guide
from ui.kit.parts import PART
from ui.work.task import Progress

if TYPE_CHECKING:
    from app.journey.session import Session


HEADING = "heading"
"""In the place of a record's key: the keyboard goes to the page's question."""


@dataclass(frozen=True)
class Shown:
    """What the page shows, in one language: the cards, their sum, how many skills they name, how many are removed.

    `renewable`: issuers may offer newer versions of some.
    """

    language: str
    cards: tuple[RecordCard, ...]
    total: Summary
    skills: int
    removed: int
    renewable: bool


@dataclass
class RecordsMemory:
    """What the page keeps while it is drawn anew.

    `many` cards are asked for; `wanted` is typed into the filter; `fresh` came last and stand first; `opened` had its
    details open last; the keyboard goes to the card of `focus` once it stands there. `pasted` is in the field for text.
    """

    shown: Shown | None = None
    many: int = PART
    wanted: str = ""
    fresh: tuple[str, ...] = ()
    opened: str = ""
    focus: str = ""
    pasted: str = ""

    def unsaved(self) -> Mapping[str, str]:
        """What was pasted and not yet added, for the vault."""
        return {"pasted": self.pasted} if self.pasted else {}

    def restore(self, typed: Mapping[str, str]) -> None:
        """Go on with what was pasted."""
        self.pasted = typed["pasted"]


def memory_of(guide: Guide) -> RecordsMemory:
    """What the page of this window keeps."""
    found: RecordsMemory = guide.recall("records", RecordsMemory)
    return found


def add_files(guide: Guide, paths: Sequence[Path]) -> None:
    """Take files and folders in."""

    def work(session: "Session", progress: Progress) -> Imported:
        return records.import_paths(session, paths, progress)

    says = guide.words.text("Reading files")
    guide.run(work, lambda came: came_in(guide, came), owner=None, stopped=lambda: _stopped(guide), saying=says)


def add_text(guide: Guide, text: str) -> None:
    """Take text in that was dropped onto the window."""

    def work(session: "Session", progress: Progress) -> Imported:
        return records.import_text(session, text, progress)

    guide.run(work, lambda came: came_in(guide, came), owner=None, stopped=lambda: _stopped(guide))


def came_in(guide: Guide, came: Imported) -> None:
    """Ask for the password of what another wallet locked; then tell what came of it all, once."""
    if not came.locked:
        _came_in(guide, came)
        return
    from ui.dialogs.export_password import ExportPasswordForm

    heard = [came]
    form = ExportPasswordForm(guide, came.locked, lambda again: heard.append(records.joined(came, again)))
    form.open(lambda: _came_in(guide, heard[-1]))


def _came_in(guide: Guide, came: Imported) -> None:
    """Tell it; what gave no record is listed in a dialog. Unless the vault was locked meanwhile."""
    if not guide.step:
        return
    report = import_report(guide.words, came)
    keys = tuple(one.key for one in came.added)
    memory = memory_of(guide)
    if keys:
        memory.fresh, memory.focus, memory.wanted = keys, keys[0], ""
    guide.tell(told(report), (lambda: remove(guide, keys)) if keys else None)
    guide.renew()
    if any(line.code not in ("known", "newer") for line in report.lines):
        from ui.dialogs.import_report import open_dialog

        open_dialog(guide, came, lambda: _read_through(guide, came), lambda again: came_in(guide, again))
    else:
        _keys(guide, came)


def _read_through(guide: Guide, came: Imported) -> None:
    """The list of what gave no record is closed: the keyboard goes to the first new card."""
    guide.renew()
    _keys(guide, came)


def _keys(guide: Guide, came: Imported) -> None:
    """Ask whether another wallet's secret keys are to be kept."""
    if guide.step and any(one.can_be_kept for one in came.keys):
        from ui.dialogs.found_keys import FoundKeysForm

        FoundKeysForm(guide, came.keys, guide.renew).open()


def told(report: Report) -> str:
    """An import in a sentence or two."""
    return " ".join([report.heading, *(line.text for line in report.lines if line.code in ("known", "newer"))])


def remove(
    guide: Guide, keys: Iterable[str], name: str | None = None, then: Callable[[], object] = lambda: None
) -> None:
    """Put records aside; nothing is asked, as it can be taken back. `name` is that of one alone; `then` hears of it."""
    wanted = tuple(keys)

    def done(gone: tuple[str, ...]) -> None:
        words = guide.words
        if name is None:
            memory_of(guide).focus = HEADING
        many = words.count("{number} record removed.", "{number} records removed.", len(gone))
        says = many if name is None else words.text("Removed: {name}.", name=name)
        guide.tell(says, (lambda: put_back(guide, gone)) if gone else None)
        guide.renew()
        then()

    guide.run(lambda session, _progress: records.remove_all(session, wanted), done, owner=None)


def put_back(guide: Guide, keys: Iterable[str], then: Callable[[], object] = lambda: None) -> None:
    """Undo `remove`; `then` hears when it is done."""
    wanted = tuple(keys)

    def done(back: tuple[str, ...]) -> None:
        memory_of(guide).focus = back[0] if back else ""
        says = guide.words.count("{number} record put back.", "{number} records put back.", len(back))
        guide.tell(says, (lambda: remove(guide, back)) if back else None)
        guide.renew()
        then()

    guide.run(lambda session, _progress: records.put_back_all(session, wanted), done, owner=None)


def _stopped(guide: Guide) -> None:
    guide.tell(guide.words.text("Stopped. Nothing was added."))
