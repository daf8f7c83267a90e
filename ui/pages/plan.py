"""Step 4: the way there."""

from ui.guide import Guide
from ui.kit.layouts import column, holding
from ui.kit.page import Action, Footer, Page


class PlanPage(Page):
    """The way there."""

    def __init__(self, guide: Guide) -> None:
        words = guide.words
        super().__init__(
            guide,
            words.text("How can you get there?"),
            words.text("What you show, what is left to learn, and the ways to learn it."),
        )
        self.lay_out(holding(column(None)))
        self.foot(Footer(Action(words.text("Next: apply"), lambda: guide.go("apply"))))


def make_page(guide: Guide) -> Page:
    """The page."""
    return PlanPage(guide)
