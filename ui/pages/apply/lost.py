"""An application that was begun and cannot be read any more: said once, with a way to let it go."""

from collections.abc import Callable

from app.errors import PersonError
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.layouts import Flow, column, holding
from ui.kit.text import Marked


class LostCard(Card):
    """What happened in a sentence; `let_go` forgets what cannot be read."""

    def __init__(self, guide: Guide, error: PersonError, let_go: Callable[[], object]) -> None:
        look, words = guide.look, guide.words
        said = Marked(look, "broken", words.problem(error.code, error.values), "row", "danger", size=18)
        button = Button(look, words.text("Let it go"), let_go, size="small", icon="trash-2", name="let-lost-go")
        across, down = look.px(16), look.px(12)
        margins = (across, down, across, down)
        super().__init__(look, column(said, holding(Flow(button)), gap=look.px(8), margins=margins))
