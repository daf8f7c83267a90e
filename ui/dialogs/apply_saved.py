"""After signing: which files there are, which could not be made or written, and what comes next."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app.applying.making import ProofForm
from app.journey.apply.draft import forget_draft
from app.journey.apply.papers import PAPER_FORMS, PaperForm, paper_name
from app.journey.apply.save import PaperFault, Saved, proof_saved, save_papers
from app.journey.apply.standing import ApplyStep, apply_step
from app.wording.signing import PAPER_FORMS as PAPER_WORDS
from ui.dialogs.form import Form
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.dialog import Dialog
from ui.kit.files import choose_folder
from ui.kit.layouts import Flow, column, holding
from ui.kit.text import Marked, Pictured, Text
from ui.pages.apply.memory import ApplyMemory
from ui.work.task import Progress

if TYPE_CHECKING:
    from app.journey.session import Session


def papers_list(guide: Guide, forms: tuple[PaperForm, ...], proof: ProofForm) -> QWidget:
    """What will be written."""
    look, words = guide.look, guide.words
    lines = [Pictured(look, "file-text", _line(guide, paper_name(one, proof), one), "row") for one in forms]
    return holding(column(Text(look, words.text("What will be written"), "group"), *lines, gap=look.px(6)))


def _line(guide: Guide, name: str, form: PaperForm) -> str:
    words = guide.words
    return words.text("{name}: {what}", name=name, what=words.text(PAPER_WORDS[form]))


class SavedForm(Form):
    """The files, the faults, the folder; papers that could not be written can be saved elsewhere."""

    def __init__(self, guide: Guide, memory: ApplyMemory, saved: Saved, folder: Path, step: ApplyStep | None) -> None:
        super().__init__(guide)
        self.memory, self.saved, self.folder, self.step = memory, saved, folder, step

    def open_result(self) -> None:
        """Show it, and the page behind it as it is now."""
        if self.step is not None:
            self.memory.before = None
            if self.memory.page is not None:
                self.memory.page.signed(self.step)
        self.open()

    @property
    def is_saved(self) -> bool:
        """Whether the signed file is on the disk."""
        return proof_saved(self.saved)

    def draw(self) -> Dialog:
        """What is there, what is not, what comes next."""
        look, words = self.guide.look, self.guide.words
        lines: list[QWidget] = [Text(look, str(self.folder), "row", "quiet")] if self.saved.files else []
        lines += [Marked(look, "yes", self._said(file.name), "row") for file in self.saved.files]
        lines += [Marked(look, "out_of_date", self._fault(fault), "row", "ink") for fault in self.saved.faults]
        buttons = self._buttons()
        if buttons:
            lines.append(holding(Flow(*buttons, gap=look.px(8))))
        after = Button(
            look,
            words.text("Next: what came of it"),
            self._next,
            kind="primary",
            icon_after="arrow-right",
            name="next-after",
        )
        body = holding(column(*lines, gap=look.px(10)))
        title = words.text("Signed and saved") if self.is_saved else words.text("Signed, but not saved yet")
        why = (
            words.text("Now hand it on: mail the files, or take them with you.")
            if self.is_saved
            else words.text("Save it in another folder. You need not sign again.")
        )
        return self.lay_out(
            title,
            body,
            after,
            icon="shield-check" if self.is_saved else "triangle-alert",
            why=why,
            kind="tell",
            wide=720,
        )

    def _said(self, name: str) -> str:
        proof = self.saved.papers.presentation.form
        return _line(self.guide, name, next(one for one in PAPER_FORMS if paper_name(one, proof) == name))

    def _fault(self, fault: PaperFault) -> str:
        words = self.guide.words
        return words.text("{name}: {what}", name=fault.paper, what=words.problem(fault.code, fault.values))

    def _buttons(self) -> list[Button]:
        look, words = self.guide.look, self.guide.words
        found = []
        if self.saved.files:
            found.append(
                Button(
                    look,
                    words.text("Open the folder"),
                    self._show,
                    kind="forward",
                    icon="folder-open",
                    name="open-folder",
                )
            )
        if any(fault.paper in self.saved.papers.files for fault in self.saved.faults):
            found.append(
                Button(
                    look,
                    words.text("Save in another folder"),
                    self._elsewhere,
                    kind="forward",
                    icon="save",
                    name="save-elsewhere",
                )
            )
        return found

    def _show(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder)))

    def _next(self) -> None:
        self.close()
        self.guide.go("after")

    def _elsewhere(self) -> None:
        if self.dialog is not None:
            choose_folder(self.dialog, self.guide.words.text("Where to save it?"), self.save_in)

    def save_in(self, folder: Path) -> None:
        """Write the same papers somewhere else; nothing is signed anew."""
        papers, saved_before = self.saved.papers, self.is_saved

        def work(session: "Session", _progress: Progress) -> tuple[Saved, ApplyStep | None]:
            again = save_papers(papers, folder)
            if saved_before or not proof_saved(again):
                return again, None
            forget_draft(session)
            return again, apply_step(session)

        def written(found: tuple[Saved, ApplyStep | None]) -> None:
            self.close()
            SavedForm(self.guide, self.memory, found[0], folder, found[1]).open_result()

        self.guide.run(work, written, owner=None, saying=self.guide.words.text("Saving the files"))
