"""What is done about an application under way: each press of the table, of the switches and of the foot."""

from typing import TYPE_CHECKING

from app.journey.apply.choice import Switch
from app.journey.apply.choice_words import switch_name
from app.journey.apply.standing import ApplyStep, alternatives, apply_step, ask_again, say_meaning
from app.journey.apply.table import Row
from ui.work.task import Progress

if TYPE_CHECKING:
    from app.journey.session import Session
    from ui.pages.applying import ApplyPage


class Choosing:
    """What the learner decides, thing by thing."""

    def __init__(self, page: "ApplyPage") -> None:
        self.page, self.guide, self.words, self.memory = page, page.guide, page.words, page.memory

    def throw(self, one: Switch) -> None:
        """Throw a switch."""
        state = self.words.text("Off") if one.on else self.words.text("On")
        name = switch_name(self.words, one)
        self.page.decide(one.flipped, self.words.text("{name}: {state}", name=name, state=state))

    def answer(self, one: Row, agreed: bool) -> None:  # noqa: FBT001  the learner's yes or no
        """Keep a yes or no to what a thing asked may mean."""
        if one.guess is None:
            return
        asked, concept = one.asked, one.guess.matches[0].concept
        told = (
            self.words.text("You said yes: “{concept}”.", concept=concept.name)
            if agreed
            else self.words.text("You said no to “{concept}”.", concept=concept.name)
        )

        def work(session: "Session", _progress: Progress) -> ApplyStep:
            say_meaning(session, asked, concept.id, agreed=agreed)
            return apply_step(session)

        self.page.renew(work, lambda _step: self.page.told(told, lambda page: page.choosing.ask_again(one, concept.id)))

    def ask_again(self, one: Row, concept_id: str) -> None:
        """Take a yes or no back."""

        def work(session: "Session", _progress: Progress) -> ApplyStep:
            ask_again(session, one.asked, concept_id)
            return apply_step(session)

        self.page.renew(work)

    def change(self, one: Row) -> None:
        """Ask what should show a thing asked."""
        from ui.dialogs.apply_other import OtherForm

        now = self.memory.open
        if now is not None:
            self.guide.run(
                lambda _session, _progress: alternatives(now.ready, one.requirement),
                lambda ways: OtherForm(self.guide, self.memory, now, one, ways).open(),
                owner=self.page,
            )

    def speak(self, one: Row) -> None:
        """Ask for own words on it."""
        from ui.dialogs.apply_own_words import OwnWordsForm

        if self.memory.open is not None:
            OwnWordsForm(self.guide, self.memory, self.memory.open, one).ask()

    def others(self) -> None:
        """Ask which records should go."""
        from ui.dialogs.apply_others import OthersForm

        if self.memory.open is not None:
            OthersForm(self.guide, self.memory, self.memory.open).open()

    def versions(self) -> None:
        """Show what was chosen before."""
        from ui.dialogs.apply_versions import VersionsForm

        if self.memory.open is not None:
            VersionsForm(self.guide, self.memory, self.memory.open).open()

    def preview(self) -> None:
        """Show page and file before anything is signed."""
        from ui.dialogs.apply_preview import PreviewForm

        if self.memory.open is not None:
            PreviewForm(self.guide, self.memory.how, self.memory.open).show()

    def sign(self) -> None:
        """Ask where to save it, and how to sign."""
        from ui.dialogs.apply_sign import SignForm

        if self.memory.open is not None:
            SignForm(self.guide, self.memory, self.memory.open).show()
