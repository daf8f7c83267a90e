"""Adding a list of known issuers by its address on the web: asked for now, or kept for the next check online."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.journey.issuers.asking import ListCame, ListQuestion, list_address, list_question
from ui.dialogs.form import FieldForm, asks
from ui.dialogs.list_asking import Hearing, ask_for_list, sentence
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.dialog import Dialog
from ui.kit.fields import Field, line_edit
from ui.kit.layouts import Flow, column, holding
from ui.kit.options import Options
from ui.work.task import Progress

if TYPE_CHECKING:
    from app.journey.session import Session

Kept = Callable[[str], object]


class AddressForm(FieldForm):
    """Asks for the address; what is typed stays until the list is there. `kept` hears what to tell of it."""

    def __init__(self, guide: Guide, kept: Kept) -> None:
        super().__init__(guide)
        self._kept = kept
        self.typed, self.federation = "", False

    def draw(self) -> Dialog:
        """The field, what kind of list it is, and two ways to go on."""
        look, words = self.guide.look, self.guide.words
        edit = line_edit(look, self.typed)
        edit.textChanged.connect(self._type)
        self.field = Field(
            look,
            words.text("Web address of the list"),
            edit,
            hint=words.text("It starts with https://. Whoever keeps the list can tell you."),
            name="list-address",
        )
        kinds = [
            ("kind-list", words.text("A file that names issuers, or lists of them")),
            ("kind-federation", words.text("A group that signs for its members (OpenID Federation)")),
        ]
        kind = Options(look, words.text("What is it?"), kinds, self._choose, chosen=int(self.federation))
        later = Button(
            look,
            words.text("Keep the address for the next check online"),
            self._keep,
            kind="link",
            size="small",
            name="keep-address",
        )
        go_on = Button(look, words.text("See whom we would ask"), self._ask, kind="primary", name="see-whom")
        asks(edit, later, go_on)
        body = holding(column(self.field, kind, holding(Flow(later)), gap=look.px(12)))
        why = words.text("Nobody is asked before you say so.")
        made = self.lay_out(words.text("Add a list by its web address"), body, go_on, icon="globe", why=why)
        made.first = edit
        return made

    def _type(self, text: str) -> None:
        self.typed = text
        if self.field.wrong.text():
            self.field.fault("")

    def _choose(self, place: int) -> None:
        self.federation = bool(place)

    def _ask(self) -> None:
        typed, federation = self.typed, self.federation

        def work(session: "Session", _progress: Progress) -> ListQuestion:
            return list_question(session, typed, federation=federation)

        def show(asked: ListQuestion) -> None:
            self.wait("")
            if self.dialog is None:
                return
            ask_for_list(self.guide, asked, Hearing(self._came, self._stopped))

        self.wait(self.guide.words.text("Looking who would be asked"))
        self.guide.run(work, show, owner=None, failed=self.failed)

    def _keep(self) -> None:
        typed, federation = self.typed, self.federation

        def work(session: "Session", _progress: Progress) -> None:
            from app.journey.issuers.at_hand import add_address

            add_address(session, list_address(typed, federation=federation))

        says = self.guide.words.text("Kept. The next check online asks for it.")
        self.guide.run(work, lambda _none: self._end(says), owner=None, failed=self.failed)

    def _came(self, came: ListCame) -> None:
        says = sentence(self.guide.words, came)
        if came.kept:
            self._end(says)
        else:
            self.fault(says)

    def _stopped(self) -> None:
        self.fault(self.guide.words.text("You stopped. The list was not added."))

    def _end(self, says: str) -> None:
        self.close()
        self._kept(says)
