"""Step 6: what was sent, and what came of it."""

from ui.guide import Guide
from ui.kit.layouts import column, holding
from ui.kit.page import Footer, Page


class AfterPage(Page):
    """What was sent, and what came of it."""

    def __init__(self, guide: Guide) -> None:
        words = guide.words
        super().__init__(
            guide, words.text("What did you send, and what came of it?"), words.text("This list stays in your vault.")
        )
        self.lay_out(holding(column(None)))
        self.foot(Footer())


def make_page(guide: Guide) -> Page:
    """The page."""
    return AfterPage(guide)
