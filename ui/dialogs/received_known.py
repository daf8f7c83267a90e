"""Which issuers are known here: files of lists, and a folder of saved pages, as `pathfolio verify` takes them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.records.text import path_text
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.fields import announce, tell_fault
from ui.kit.files import choose_files, choose_folder
from ui.kit.layouts import Flow, clear, column, holding, row
from ui.kit.text import Marked, Paragraph, Pictured, Text


@dataclass
class Known:
    """Files with lists of known issuers, and a folder of saved pages."""

    lists: tuple[Path, ...] = ()
    documents: Path | None = None


class KnownIssuers(Card):
    """Takes lists and a folder into `kept`; what is wrong with them stands right here. `asking` are its buttons."""

    def __init__(self, guide: Guide, kept: Known) -> None:
        look, words = guide.look, guide.words
        self.guide, self.kept = guide, kept
        self.lists = Button(
            look, words.text("Choose lists of issuers"), self._choose, icon="folder-open", name="choose-lists"
        )
        self.folder = Button(
            look, words.text("Choose saved web pages"), self._choose_folder, icon="folder-open", name="choose-pages"
        )
        self.asking = (self.lists, self.folder)
        self.wrong = Marked(look, "broken", "", "caption", "danger", size=16, weight="semibold")
        self.wrong.hide()
        self.chosen = column(gap=look.px(4))
        margin = look.px(16)
        says = words.text("You may leave this out. Without a list, nobody checks the name of an issuer.")
        inside = column(
            Text(look, words.text("Which issuers are known to you?"), "group"),
            Paragraph(look, says, "row", "quiet"),
            holding(Flow(self.lists, self.folder, gap=look.px(8))),
            self.wrong,
            holding(self.chosen),
            gap=look.px(8),
            margins=(margin, margin, margin, margin),
        )
        super().__init__(look, inside)
        self._show()

    def fault(self, words: str) -> None:
        """Say what is wrong, and leave the keyboard where it can be mended."""
        tell_fault(self.lists, self.wrong, words)

    def _choose(self) -> None:
        words = self.guide.words
        kinds = (words.text("Lists of issuers (*.json)"), words.text("All files (*)"))
        choose_files(self, words.text("Which lists of issuers?"), kinds, self._take)

    def _choose_folder(self) -> None:
        choose_folder(self, self.guide.words.text("Which folder holds the saved pages, with index.json?"), self._pages)

    def _take(self, files: tuple[Path, ...]) -> None:
        self._keep(tuple(dict.fromkeys((*self.kept.lists, *files))), self.kept.documents)
        announce(self.lists, self.guide.words.list_of([path_text(one.name) for one in files]))

    def _pages(self, folder: Path) -> None:
        self._keep(self.kept.lists, folder)
        announce(self.folder, path_text(folder.name))

    def _keep(self, lists: tuple[Path, ...], documents: Path | None) -> None:
        self.kept.lists, self.kept.documents = lists, documents
        self.fault("")
        self._show()

    def _show(self) -> None:
        """Each that was chosen, with a way to take it away again."""
        clear(self.chosen)
        kept = self.kept
        for place, one in enumerate(kept.lists):
            left = (*kept.lists[:place], *kept.lists[place + 1 :])
            away = partial(self._left, left, kept.documents)
            self.chosen.addWidget(self._one(one, f"away-list-{place}", away))
        if kept.documents is not None:
            self.chosen.addWidget(self._one(kept.documents, "away-pages", partial(self._left, kept.lists, None)))

    def _left(self, lists: tuple[Path, ...], documents: Path | None) -> None:
        self._keep(lists, documents)
        self.lists.setFocus(Qt.FocusReason.OtherFocusReason)

    def _one(self, file: Path, name: str, away: Callable[[], object]) -> QWidget:
        look, words = self.guide.look, self.guide.words
        says = words.text("Take this away: {file}", file=path_text(file.name))
        line = row(gap=look.px(8))
        line.addWidget(Pictured(look, "file", path_text(file.name), "row", weight="semibold"), 1)
        line.addWidget(Button(look, "", away, kind="quiet", icon="x", says=says, name=name))
        return holding(line)
