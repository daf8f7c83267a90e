"""Step 2: what the learner can do."""

from ui.guide import Guide
from ui.kit.layouts import column, holding
from ui.kit.page import Action, Footer, Page


class SkillsPage(Page):
    """What the learner can do."""

    def __init__(self, guide: Guide) -> None:
        words = guide.words
        super().__init__(
            guide,
            words.text("What can you do?"),
            words.text("We found these in your records and your words. A check means you agreed."),
        )
        self.lay_out(holding(column(None)))
        self.foot(Footer(Action(words.text("Next: pick a goal"), lambda: guide.go("goal"))))


def make_page(guide: Guide) -> Page:
    """The page."""
    return SkillsPage(guide)
