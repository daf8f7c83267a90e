"""Step 3: the job to aim for."""

from ui.guide import Guide
from ui.kit.layouts import column, holding
from ui.kit.page import Action, Footer, Page


class GoalPage(Page):
    """The job to aim for."""

    def __init__(self, guide: Guide) -> None:
        words = guide.words
        super().__init__(
            guide,
            words.text("What job would you like to aim for?"),
            words.text(
                "Compare up to three. Fit and outlook stay apart: one is about you, the other is about the job."
            ),
        )
        self.lay_out(holding(column(None)))
        self.foot(Footer(Action(words.text("Next: plan the way"), lambda: guide.go("plan"))))


def make_page(guide: Guide) -> Page:
    """The page."""
    return GoalPage(guide)
