"""Check something I was sent: what it was, what was asked for, who is known. It needs no vault, asks no website."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from app.journey.received.given import Given, Looked, Wrong, look_at
from ui.dialogs.form import Form, asks
from ui.dialogs.received_known import Known, KnownIssuers
from ui.dialogs.received_side import GivenSide, Side, SideTexts
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.dialog import Dialog
from ui.kit.fields import Field, line_edit
from ui.kit.layouts import column, holding, row

WIDE = 968


@dataclass
class Typed:
    """What stands in the dialog, kept while the window is drawn anew."""

    sent: Side = field(default_factory=Side)
    asked: Side = field(default_factory=Side)
    known: Known = field(default_factory=Known)
    challenge: str = ""
    domain: str = ""


def open_dialog(guide: Guide) -> None:
    """Ask what was sent."""
    ReceivedForm(guide).open()


class ReceivedForm(Form):
    """What was sent at one side, what was asked for at the other, lists below; each says what is wrong with it."""

    def __init__(self, guide: Guide) -> None:
        super().__init__(guide)
        self.typed = Typed()

    def draw(self) -> Dialog:
        """Both sides, and the button that checks."""
        look, words = self.guide.look, self.guide.words
        self.sent = GivenSide(self.guide, self.typed.sent, self._sent_texts(), "sent")
        self.asked = GivenSide(self.guide, self.typed.asked, self._asked_texts(), "asked", self._tokens())
        self.known = KnownIssuers(self.guide, self.typed.known)
        gap = look.px(16)
        inside = column(self.sent, self.asked, gap=gap) if look.compact else row(self.sent, self.asked, gap=gap)
        if not look.compact:
            for place in range(2):
                inside.setStretch(place, 1)
        check = Button(look, words.text("Check it"), self._check, kind="primary", icon="shield-check", name="check-it")
        asks(*self.sent.asking, *self.asked.asking, *self.known.asking, check)
        why = words.text("For employers, schools and offices. We keep nothing of it, and ask no website.")
        title = words.text("Check something I was sent")
        body = holding(column(holding(inside), self.known, gap=gap))
        return self.lay_out(title, body, check, icon="shield-check", why=why, wide=WIDE)

    def _sent_texts(self) -> SideTexts:
        words = self.guide.words
        return SideTexts(
            title=words.text("What were you sent?"),
            says=words.text("The signed file, a page, a PDF or a zip with it inside. You can also drop it here."),
            choose=words.text("Choose what you were sent"),
            ask=words.text("Which file were you sent?"),
            label=words.text("Or paste its text"),
            hint=words.text("Also what a square code says, as a phone shows it."),
        )

    def _asked_texts(self) -> SideTexts:
        words = self.guide.words
        return SideTexts(
            title=words.text("What did you ask for?"),
            says=words.text("You may leave this out. With it, we go through each thing you asked for."),
            choose=words.text("Choose your posting"),
            ask=words.text("Which file is the posting?"),
            label=words.text("Or paste its words"),
            hint=words.text("The posting, or a list with one thing on each line."),
        )

    def _tokens(self) -> QWidget:
        """The code and the address of the request."""
        words, typed = self.guide.words, self.typed
        code = self._line("challenge", words.text("The code you gave them"), typed.challenge)
        reader = self._line("domain", words.text("The web address you gave them"), typed.domain)
        return holding(column(code, reader))

    def _line(self, name: str, label: str, text: str) -> Field:
        edit: QLineEdit = line_edit(self.guide.look, text)
        edit.textChanged.connect(lambda now: setattr(self.typed, name, now))
        return Field(self.guide.look, label, edit, name=f"received-{name}")

    def _check(self) -> None:
        typed = self.typed
        given = Given(
            typed.sent.file,
            typed.sent.text,
            typed.asked.file,
            typed.asked.text,
            typed.challenge,
            typed.domain,
            typed.known.lists,
            typed.known.documents,
        )
        for side in (self.sent, self.asked, self.known):
            side.fault("")
        says = self.guide.words.text("Checking what you were sent")
        self.wait(says)
        self.guide.apart(
            lambda _progress: look_at(given, datetime.now(UTC)),
            lambda found: self._found(given, found),
            owner=None,
            failed=self._failed,
            saying=says,
        )

    def _found(self, given: Given, found: Looked | Wrong) -> None:
        self.wait("")
        if self.dialog is None:
            return
        if isinstance(found, Wrong):
            sides: dict[str, GivenSide | KnownIssuers] = {"sent": self.sent, "asked": self.asked, "known": self.known}
            sides[found.side].fault(self.guide.words.problem(found.code, found.values))
            return
        from ui.dialogs.received_found import ReceivedFound

        ReceivedFound(self.guide, found, given.file).open(self._again)

    def _again(self) -> None:
        """Back from what was found: the next one can be chosen."""
        if self.dialog is not None:
            self.sent.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, error: Exception) -> None:
        self.wait("")
        if sentence := self.said(error):
            self.sent.fault(sentence)
