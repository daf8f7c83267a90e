"""Signing and saving: where to, under which name, what there is to know. Nothing is signed before the press."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QWidget

from app.applying.making import KEY_CHOICES, KeyChoice
from app.errors import PersonError
from app.journey.apply.draft import forget_draft
from app.journey.apply.save import STEPS, Saved, Step, free_folder, proof_saved, sign_and_save
from app.journey.apply.standing import ApplyStep, Open, apply_step, call
from app.journey.apply.tie_words import tie_notes
from app.journey.apply.ties import Signer, signer
from app.journey.apply.words import to_know
from app.wording.applying import KEYS
from app.wording.applying import STEPS as STEP_NAMES
from ui.dialogs.apply_how import HowPanel
from ui.dialogs.apply_saved import SavedForm, papers_list
from ui.dialogs.form import Form, asks
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.choices import Check
from ui.kit.dialog import Dialog
from ui.kit.fields import Field, line_edit
from ui.kit.files import choose_folder
from ui.kit.layouts import Flow, Item, clear, column, holding
from ui.kit.parts import PART, Parts
from ui.kit.text import Pictured, Text
from ui.pages.apply.memory import ApplyMemory
from ui.unsaved import unsaved_of
from ui.work.task import Progress, Task

if TYPE_CHECKING:
    from app.journey.session import Session

NAMED = "sign_name"
ABOUT_THE_FOLDER = (
    "papers_there",
    "folder_is_a_file",
    "folder_read_only",
    "folder_missing",
    "file_is_a_folder",
    "disk_full",
    "cannot_write",
)


class Teller(QObject):
    """Carries each step from the worker to the window."""

    step = Signal(str)


class SignForm(Form):
    """Folder, name, and what there is to know; then how far it is."""

    def __init__(self, guide: Guide, memory: ApplyMemory, now: Open) -> None:
        super().__init__(guide)
        self.memory, self.now, self.how = memory, now, memory.how
        self.signers: dict[KeyChoice, Signer] = {}
        self.unsaved = unsaved_of(guide)
        self.name = str(self.unsaved.get(NAMED, now.draft.name))
        self.folder = ""
        self.replace = False
        self.in_the_way = False
        self.task: Task | None = None
        self.teller = Teller()
        self.teller.step.connect(self._step)

    def show(self) -> None:
        """Find a folder to offer, then open."""
        wanted = self.now.ready.opportunity
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        parent = Path(place) if place else Path.home()

        ready = self.now.ready

        def work(session: "Session", _progress: Progress) -> tuple[Path, dict[KeyChoice, Signer]]:
            return free_folder(parent, wanted), {one: signer(session, ready, one) for one in KEY_CHOICES}

        def found(asked: tuple[Path, dict[KeyChoice, Signer]]) -> None:
            self.folder, self.signers = str(asked[0]), asked[1]
            self.open(self._closed)

        self.guide.run(work, found, owner=None)

    def draw(self) -> Dialog:
        """What is asked and told before signing."""
        look, words = self.guide.look, self.guide.words
        name, folder = line_edit(look, self.name), line_edit(look, self.folder)
        name.textChanged.connect(self._named)
        folder.textChanged.connect(self._placed)
        choose = Button(look, words.text("Choose a folder"), self._choose, icon="folder-open", name="choose-folder")
        hint = words.text("It is made if it is not there yet.")
        self.called = Field(look, words.text("Your name as they should read it"), name, name="sign-name")
        self.place = Field(
            look, words.text("Folder to save in"), folder, hint=hint, name="sign-folder", beside=holding(Flow(choose))
        )
        self.over = Check(look, words.text("Replace what is there"), name="sign-replace", checked=self.replace)
        self.over.toggled.connect(self._replaced)
        if not self.in_the_way:
            self.over.hide()
        press = Button(look, words.text("Sign and save"), self._sign, kind="primary", icon="key-round", name="sign-now")
        asks(name, folder, choose, self.over, press)
        self.choices = HowPanel(self.guide, self.how, self._fill, keys=self.signers["bound"].key == "in_records")
        self.told, self.written = column(gap=look.px(12)), column()
        self._fill()
        fields = [self.called, self.place, self.over, self.choices]
        parts: list[Item] = [holding(self.told), *fields, holding(self.written), None]
        body = holding(column(*parts, gap=look.px(12)))
        return self.lay_out(
            words.text("Sign and save"),
            body,
            press,
            icon="key-round",
            wide=720,
            why=words.text("Nothing is signed before you press the button. Nothing is sent: you get files to hand on."),
        )

    def _fill(self) -> None:
        """What there is to know, first of all, and what will be written, as is chosen now."""
        clear(self.told)
        clear(self.written)
        for part in self._to_know():
            self.told.addWidget(part)
        self.written.addWidget(papers_list(self.guide, self.how.papers, self.how.proof))

    def _to_know(self) -> list[QWidget]:
        """A line each; where many records go there are hundreds, which are shown in parts."""
        look, words, signs = self.guide.look, self.guide.words, self.signers[self.how.key]
        lines = (words.text(KEYS[signs.key]), *tie_notes(words, signs.ties), *to_know(words, self.now.table, ()))
        head = Text(look, words.text("Good to know before you sign"), "group")
        if len(lines) <= PART:
            return [head, *map(self._line, lines)]
        parts = Parts[tuple[int, str]](look, lambda one: self._line(one[1]), gap=12, name="more-to-know")
        parts.show_items(tuple(enumerate(lines)))
        return [head, parts]

    def _line(self, said: str) -> QWidget:
        return Pictured(self.guide.look, "info", said, "row", icon_tone="primary")

    def _named(self, text: str) -> None:
        self.name = text
        self.unsaved.keep(NAMED, text if text != self.now.draft.name else "")

    def _placed(self, text: str) -> None:
        self.folder = text
        self.replace = self.in_the_way = False
        self.over.setChecked(False)
        self.over.hide()
        if self.place.wrong.text():
            self.place.fault("")

    def _replaced(self, on: bool) -> None:  # noqa: FBT001  a check's state
        self.replace = on

    def _choose(self) -> None:
        if self.dialog is not None:
            near = next((one for one in (Path(self.folder), *Path(self.folder).parents) if one.is_dir()), None)
            choose_folder(self.dialog, self.guide.words.text("Where to save it?"), self._chosen, near)

    def _chosen(self, folder: Path) -> None:
        self.place.edit.setProperty("text", str(folder))

    def _sign(self) -> None:
        words = self.guide.words
        if not self.folder.strip():
            self.place.fault(words.text("Say where to save it."))
            return
        if self.choices.fault():
            return
        folder, name, replace = Path(self.folder.strip()).expanduser(), " ".join(self.name.split()), self.replace
        now, teller, told = self.now, self.teller, self.signers[self.how.key].told
        speak, making, forms = self.how.words(words), self.how.making(words), self.how.papers

        def work(session: "Session", progress: Progress) -> tuple[Saved, ApplyStep | None]:
            def tell(step: Step) -> None:
                progress(STEPS.index(step), len(STEPS))
                teller.step.emit(step)

            named = call(session, now, name)
            saved = sign_and_save(
                session,
                speak,
                named.ready,
                folder,
                name=name,
                told=told,
                making=making,
                forms=forms,
                replace=replace,
                tell=tell,
            )
            return saved, after_saving(session, saved)

        self.wait(words.text(STEP_NAMES["sign"]))
        self.task = self.guide.run(work, self._done, owner=None, failed=self._refused, stopped=self._stopped)

    def _step(self, step: str) -> None:
        if self.task is not None:
            self.wait(self.guide.words.text(STEP_NAMES[step]))

    def _done(self, found: tuple[Saved, ApplyStep | None]) -> None:
        saved, step = found
        self.unsaved.forget(NAMED)
        self.task = None
        self.wait("")
        self.close()
        self.guide.refresh()
        SavedForm(self.guide, self.memory, saved, Path(self.folder.strip()).expanduser(), step).open_result()

    def _stopped(self) -> None:
        self.task = None
        self.wait("")
        self.guide.tell(self.guide.words.text("Nothing was signed or saved."))

    def _refused(self, error: Exception) -> None:
        self.task = None
        self.wait("")
        sentence = self.said(error)
        if not sentence or self.dialog is None:
            return
        if isinstance(error, PersonError) and error.code == "papers_there":
            self.in_the_way = True
            self.over.show()
        if getattr(error, "code", "") == "end_is_past":
            self.choices.late(sentence)
        elif getattr(error, "code", "") == "record_needs_newer_form":
            self.choices.refuse(sentence)
        elif getattr(error, "code", "") in ABOUT_THE_FOLDER:
            self.place.fault(sentence)
        else:
            self.called.fault(sentence)

    def _closed(self) -> None:
        """Cancel, Escape and the cross stop what is under way; what was typed as a name is kept."""
        if self.task is not None:
            self.task.cancel()


def after_saving(session: "Session", saved: Saved) -> ApplyStep | None:
    """The page after signing: the draft goes once the signed file is on the disk."""
    if not proof_saved(saved):
        return None
    forget_draft(session)
    return apply_step(session)
