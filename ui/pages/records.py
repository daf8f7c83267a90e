"""Step 1: what others have said the learner can do."""

from ui.guide import Guide
from ui.kit.layouts import column, holding
from ui.kit.page import Action, Footer, Page


class RecordsPage(Page):
    """Cards of records, each with what was checked of it."""

    def __init__(self, guide: Guide) -> None:
        words = guide.words
        super().__init__(
            guide,
            words.text("What have others said you can do?"),
            words.text("Each card shows what was checked, one fact at a time. Open a card to see why."),
        )
        self.lay_out(holding(column(None)))
        self.foot(Footer(Action(words.text("Next: see my skills"), lambda: guide.go("skills"))))


def make_page(guide: Guide) -> Page:
    """The page."""
    return RecordsPage(guide)
