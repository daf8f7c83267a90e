"""Step 5: one application."""

from ui.guide import Guide
from ui.kit.layouts import column, holding
from ui.kit.page import Action, Footer, Page


class ApplyPage(Page):
    """One application."""

    def __init__(self, guide: Guide) -> None:
        words = guide.words
        super().__init__(
            guide,
            words.text("What should they get to see?"),
            words.text("The smallest set of records that answers what is asked."),
        )
        self.lay_out(holding(column(None)))
        self.foot(Footer(Action(words.text("Next: what came of it"), lambda: guide.go("after"))))


def make_page(guide: Guide) -> Page:
    """The page."""
    return ApplyPage(guide)
