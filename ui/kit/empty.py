"""What stands where there is nothing yet: never a blank page, always what to do."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.wording.marking import marked
from app.wording.steps import first_line
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Card, Ground, Rule, Tile
from ui.kit.layouts import Flow, centered, column, holding, row
from ui.kit.text import Paragraph, Text
from ui.theme.look import Look

if TYPE_CHECKING:
    from app.journey.steps import First

WIDEST = 640
"""Of its words, in pixels at 100 % text."""

MENDS = {
    "records": marked("Go to my records"),
    "skills": marked("Go to my skills"),
    "goal": marked("Pick a goal"),
    "apply": marked("Go to the application"),
}
ICONS = {"records": "award", "skills": "star", "goal": "flag", "apply": "send"}


class Empty(Card):
    """A picture, what there is not yet, what to do, and the buttons for it: the first of them is the one to press."""

    def __init__(
        self,
        look: Look,
        icon: str,
        title: str,
        why: str,
        buttons: Sequence[Button] = (),
        *,
        below: QWidget | None = None,
        ground: Ground = "card",
    ) -> None:
        super().__init__(look, ground=ground)
        self.heading = Text(look, title, "title")
        self.why = Paragraph(look, why, "body", "quiet")
        for words in (self.heading, self.why):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        choices = holding(Flow(*buttons, gap=look.px(10), middle=True))
        if not buttons:
            choices.hide()
        inside = column(centered(Tile(look, icon, side=64)), self.heading, self.why, choices, gap=look.px(12))
        if below is not None:
            inside.addWidget(below)
        narrow = holding(inside)
        narrow.setMaximumWidth(look.px(WIDEST))
        around = look.px(20 if look.compact else 40)
        across = row(None, narrow, None, margins=(look.px(16), around, look.px(16), around))
        across.setStretchFactor(narrow, 100)
        self.setLayout(across)


def look_around(guide: Guide, practice: Callable[[], object], says: str = "") -> QWidget | None:
    """The offer of a practice learner, on an empty page of a vault of one's own; None where it is not wanted."""
    if guide.practice or not guide.preferences.show_practice:
        return None
    look, words = guide.look, guide.words
    usual = words.text("Want to look around first? Do so with somebody made up. Your vault is locked first.")
    offer = Text(look, says or usual, "row", "quiet")
    offer.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    text = words.text("Try a practice learner")
    button = Button(look, text, practice, kind="forward", icon="users", name="practice")
    return holding(column(look.px(8), Rule(look), offer, centered(button), gap=look.px(10)))


def first_needed(guide: Guide, first: "First", practice: Callable[[], object] | None = None) -> QWidget:
    """For a step whose need is absent: what comes first, and the button that leads there.

    A page asks for `app.journey.steps.first_for(step, progress(session))` on the worker and shows this as its body.
    """
    words, mend = guide.words, first.mend
    button = Button(
        guide.look,
        words.text(MENDS[mend]),
        lambda: guide.go(mend),
        kind="primary",
        icon_after="arrow-right",
        name="mend",
    )
    says = first_line(words, first.code, mend)
    below = look_around(guide, practice) if practice is not None else None
    return Empty(guide.look, ICONS[mend], words.text("One step comes before this one"), says, [button], below=below)
