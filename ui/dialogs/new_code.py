"""Another recovery code for the open vault; the old one goes on working until the learner has the new one."""

from typing import TYPE_CHECKING

from app.wording.marking import marked
from ui.dialogs.code_panel import CodePanel
from ui.dialogs.form import Form, asks
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.dialog import Dialog
from ui.kit.fields import announce
from ui.kit.layouts import column, holding
from ui.kit.text import Paragraph, Pictured, Text
from ui.work.task import Progress

if TYPE_CHECKING:
    from app.journey.session import Session

WHY = marked(
    "Once you use this code, the old one no longer opens the vault. A backup from before still takes the old one."
)


class NewCodeForm(Form):
    """The code, and the box to check."""

    def __init__(self, guide: Guide, name: str, code: str) -> None:
        super().__init__(guide)
        self.name, self.code, self.wrote = name, code, False

    def draw(self) -> Dialog:
        """The code, what it changes, the box."""
        look, words = self.guide.look, self.guide.words
        panel = CodePanel(self.guide, self.name, self.code, wrote=self.wrote)
        panel.kept.connect(self._kept)
        self.use = Button(look, words.text("Use this code"), self._use, kind="primary", icon="check", name="use-code")
        self.off = Text(look, words.text("Check the box to go on."), "caption", "quiet")
        self.wrong = Pictured(look, "triangle-alert", "", "row", icon_tone="danger")
        self.wrong.hide()
        asks(panel)
        self._kept(self.wrote)
        return self.lay_out(
            words.text("A new recovery code"),
            holding(column(Paragraph(look, words.text(WHY)), panel, self.off, self.wrong, gap=look.px(12))),
            self.use,
            icon="key-round",
        )

    def _kept(self, on: bool) -> None:  # noqa: FBT001  Qt's signal
        self.wrote = on
        self.use.setEnabled(on)
        self.use.setAccessibleDescription("" if on else self.off.text())
        if on or self.off.parent() is not None:  # what stands nowhere yet would come up as a window of its own
            self.off.setVisible(not on)

    def _use(self) -> None:
        code = self.code

        def work(session: "Session", _progress: Progress) -> None:
            from app.journey.vaults import use_code

            use_code(session, code)

        self.wait(self.guide.words.text("Changing the code"))
        self.use.setEnabled(False)
        self.guide.run(work, self._used, owner=None, failed=self._refused)

    def _used(self, _none: None) -> None:
        self.wait("")
        self.close()
        self.guide.tell(self.guide.words.text("The new recovery code opens the vault from now on."))

    def _refused(self, error: Exception) -> None:
        self.wait("")
        sentence = self.said(error)
        if sentence and self.dialog is not None:
            self.use.setEnabled(True)
            self.wrong.setText(sentence)
            self.wrong.show()
            announce(self.wrong, sentence)


def open_dialog(guide: Guide, name: str) -> None:
    """Make a code on the worker, then show it."""

    def work(_progress: Progress) -> str:
        from app.journey.vaults import new_code

        return new_code()

    guide.apart(work, lambda code: NewCodeForm(guide, name, code).open(), owner=None)
