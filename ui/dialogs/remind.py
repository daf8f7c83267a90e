"""How many days before its end a record is told."""

from app.journey.after.reminders import set_remind_days
from ui.dialogs.form import Form, asks
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.dialog import Dialog
from ui.kit.layouts import column, holding
from ui.kit.options import Options

DAYS = (7, 14, 30, 60, 90, 180)


class RemindForm(Form):
    """A choice of days; what was chosen before can be brought back."""

    def __init__(self, guide: Guide, days: int) -> None:
        super().__init__(guide)
        self.offered = tuple(sorted({*DAYS, days}))
        self.days = days

    def draw(self) -> Dialog:
        """The choices."""
        look, words = self.guide.look, self.guide.words
        options = Options(
            look,
            words.text("How long before a record ends should we remind you?"),
            [(f"days-{days}", words.count("{number} day", "{number} days", days)) for days in self.offered],
            self._choose,
            chosen=self.offered.index(self.days),
        )
        save = Button(look, words.text("Save"), self._save, kind="primary", name="save-days")
        asks(options, save)
        return self.lay_out(words.text("When to remind you"), holding(column(options)), save, icon="bell")

    def _choose(self, place: int) -> None:
        self.days = self.offered[place]

    def _save(self) -> None:
        days = self.days
        self.wait(self.guide.words.text("Saving"))
        self.guide.run(
            lambda session, _progress: set_remind_days(session, days), self._saved, owner=None, failed=self._no
        )

    def _saved(self, before: int) -> None:
        self.close()
        guide, words = self.guide, self.guide.words
        says = words.count(
            "We will remind you {number} day before.", "We will remind you {number} days before.", self.days
        )
        guide.tell(says, lambda: _back(guide, before))
        guide.renew()

    def _no(self, error: Exception) -> None:
        self.wait("")
        self.guide.fail(error)


def _back(guide: Guide, before: int) -> None:
    guide.run(lambda session, _progress: set_remind_days(session, before), lambda _days: guide.renew(), owner=None)
