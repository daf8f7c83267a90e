"""Beside the ledger: what comes up, and who could say more."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.journey.after.asking import Ask
from app.journey.after.reminders import Reminder
from app.wording.after import reminder_note, reminder_title
from app.wording.asking import ask_note, ask_title
from app.wording.marking import marked
from ui.kit.buttons import Button
from ui.kit.card import Card, Rule
from ui.kit.layouts import Flow, clear, column, holding, row
from ui.kit.text import Icon, Paragraph, Text, Tone
from ui.pages.sent.held import Held
from ui.theme.look import Look

WIDTH = 356
MOST_ASKS = 3
"""Shown at first: more would bury what comes up."""

ICONS: dict[str, tuple[str, Tone]] = {
    "interview": ("calendar", "primary"),
    "offer": ("star", "primary"),
    "accepted": ("calendar", "primary"),
    "thank": ("calendar-check", "primary"),
    "ended": ("calendar-clock", "partly"),
    "ends_soon": ("calendar-clock", "partly"),
    "ends_later": ("award", "quiet"),
    "step_started": ("route", "primary"),
    "step_done": ("check", "shown"),
}
ACTS = {
    "interview": (marked("See what they saw"), "eye"),
    "offer": (marked("See what they saw"), "eye"),
    "accepted": (marked("See what they saw"), "eye"),
    "thank": (marked("Open the draft"), "pencil"),
    "ended": (marked("Write the request"), "mail"),
    "ends_soon": (marked("Write the request"), "mail"),
    "ends_later": (marked("Change reminder"), ""),
    "step_started": (marked("Go to my plan"), ""),
    "step_done": (marked("Write the request"), "mail"),
}
"""What a reminder's button says, and its icon."""
LEADS_AWAY = "step_started"


@dataclass(frozen=True)
class SideActions:
    """What can be done at the side."""

    act: Callable[[Reminder], object]
    put_aside: Callable[[Reminder], object]
    ask: Callable[[Ask], object]
    remind: Callable[[], object]


class SidePanel(QWidget):
    """Both cards; `show_held` draws them anew and gives the keyboard back."""

    def __init__(self, look: Look, do: SideActions) -> None:
        super().__init__()
        self.look, self.do = look, do
        self.all_asks = False
        self.coming, self.asking = QVBoxLayout(), QVBoxLayout()
        for part in (self.coming, self.asking):
            part.setContentsMargins(0, 0, 0, 0)
            part.setSpacing(0)
        self.asks_card = Card(look, self.asking)
        self.setLayout(column(Card(look, self.coming), self.asks_card, None, gap=look.px(12)))

    def show_held(self, held: Held) -> None:
        """Show what comes up now, and whom to ask."""
        focus = self.window().focusWidget()
        name = focus.objectName() if focus is not None and self.isAncestorOf(focus) else ""
        clear(self.coming)
        clear(self.asking)
        self._coming_up(held)
        self._who_could_say_more(held)
        self.asks_card.setVisible(bool(held.page.asks))
        if name:
            QTimer.singleShot(0, self, lambda: self._give_back(name))  # once what is new is shown

    def _give_back(self, name: str) -> None:
        """The keyboard goes to the same control, else to the first there is."""
        there = [one for one in self.findChildren(Button) if one.isVisible()]
        again = [one for one in there if one.objectName() == name] or there
        if again:
            again[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _coming_up(self, held: Held) -> None:
        look, words, page = self.look, self.look.words, held.page
        head = row(Icon(look, "bell", size=22), gap=look.px(12), margins=_inside(look, 11))
        head.addWidget(Text(look, words.text("Coming up"), "title"), 1)
        self.coming.addWidget(holding(head))
        for one in page.coming_up:
            self.coming.addWidget(Rule(look))
            self.coming.addWidget(self._reminder(one, held))
        if not any(one.code == "ends_later" for one in page.coming_up):
            self.coming.addWidget(Rule(look))
            self.coming.addWidget(self._days(page.remind_days))

    def _reminder(self, one: Reminder, held: Held) -> QWidget:
        look, words = self.look, self.look.words
        title = reminder_title(words, one.code, one.values, held.today)
        icon, tone = ICONS[one.code]
        says = column(
            Text(look, title, "group"),
            Paragraph(look, reminder_note(words, one.code, one.values, held.today), "caption", "quiet"),
            look.px(4),
            row(self._to_do(one, title), None, self._put_aside(one, title), gap=look.px(8)),
            gap=look.px(2),
        )
        inside = row(gap=look.px(12), margins=(look.px(16), look.px(12), look.px(10), look.px(12)))
        inside.addWidget(Icon(look, icon, tone, size=20), 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(says, 1)
        return holding(inside)

    def _to_do(self, one: Reminder, title: str) -> Button:
        words = self.look.words
        text, icon = ACTS[one.code]
        return Button(
            self.look,
            words.text(text),
            lambda: self._act(one),
            kind="plain" if one.code == "ends_later" else "forward",
            size="small",
            icon=icon,
            says=words.text("{action}: {about}", action=words.text(text), about=title),
            name=f"act-{one.key}",
        )

    def _put_aside(self, one: Reminder, title: str) -> Button:
        return Button(
            self.look,
            "",
            lambda: self.do.put_aside(one),
            kind="quiet",
            size="small",
            icon="x",
            says=self.look.words.text("Do not show again: {about}", about=title),
            name=f"aside-{one.key}",
        )

    def _days(self, days: int) -> QWidget:
        """How long before its end a record is told, where no reminder says it."""
        look, words = self.look, self.look.words
        says = words.count(
            "We remind you {number} day before a record ends.",
            "We remind you {number} days before a record ends.",
            days,
        )
        text = words.text("Change reminder")
        change = Button(look, text, self.do.remind, size="small", name="change-reminder")
        inside = column(Paragraph(look, says, "caption", "quiet"), holding(Flow(change)), gap=look.px(8))
        inside.setContentsMargins(*_inside(look, 12))
        return holding(inside)

    def _act(self, one: Reminder) -> None:
        """A panel that stands in a dialog goes before the page turns."""
        over = self.window() if isinstance(self.window(), QDialog) else self._dialog()
        if one.code == LEADS_AWAY and isinstance(over, QDialog):
            over.accept()
        self.do.act(one)

    def _dialog(self) -> QWidget | None:
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QDialog):
            parent = parent.parentWidget()
        return parent

    def _who_could_say_more(self, held: Held) -> None:
        look, words, asks = self.look, self.look.words, held.page.asks
        if not asks:
            return
        self.asking.addWidget(_padded(look, Text(look, words.text("Who could say more?"), "title"), 12, 0))
        shown = asks if self.all_asks else asks[:MOST_ASKS]
        for ask in shown:
            self.asking.addWidget(self._ask(ask))
        rest = len(asks) - len(shown)
        if rest:
            text = words.count("Show {number} more", "Show {number} more", rest)
            says = words.text("{action}: {about}", action=text, about=words.text("Who could say more?"))
            more = Button(look, text, lambda: self._all(held), kind="link", says=says, name="more-asks")
            self.asking.addWidget(_padded(look, holding(Flow(more)), 4, 8))

    def _all(self, held: Held) -> None:
        self.all_asks = True
        self.show_held(held)
        QTimer.singleShot(0, self, lambda: self._give_back(f"ask-{held.page.asks[MOST_ASKS].key}"))

    def _ask(self, ask: Ask) -> QWidget:
        look, words = self.look, self.look.words
        title = ask_title(words, ask.organisation)
        text = words.text("Write the request")
        write = Button(
            look,
            text,
            lambda: self.do.ask(ask),
            kind="forward",
            size="small",
            icon="pencil",
            says=words.text("{action}: {about}", action=text, about=title),
            name=f"ask-{ask.key}",
        )
        says = column(
            Text(look, title, "group"),
            Paragraph(look, ask_note(words, ask.code, len(ask.skills)), "caption", "quiet"),
            look.px(4),
            holding(Flow(write)),
            gap=look.px(2),
        )
        inside = row(gap=look.px(12), margins=_inside(look, 10))
        inside.addWidget(Icon(look, "mail", size=20), 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(says, 1)
        return holding(inside)


def _inside(look: Look, down: int) -> tuple[int, int, int, int]:
    return (look.px(16), look.px(down), look.px(16), look.px(down))


def _padded(look: Look, widget: QWidget, above: int, below: int) -> QWidget:
    return holding(column(widget, margins=(look.px(16), look.px(above), look.px(16), look.px(below))))
