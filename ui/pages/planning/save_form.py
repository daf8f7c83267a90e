"""Keeping a plan outside of the vault: on paper, as a page, in a calendar, as a file; and taking one in."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QButtonGroup, QWidget

from app.wording.marking import marked
from ui.dialogs.form import Form
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Rule
from ui.kit.choices import Radio
from ui.kit.dialog import Dialog
from ui.kit.files import choose_file, choose_new_file
from ui.kit.layouts import Flow, column, holding
from ui.kit.text import Text


@dataclass(frozen=True)
class Shape:
    """What a plan can be kept as: its name, what it is for, how its file ends and is called in the file window."""

    title: str
    about: str
    ending: str
    kind: str


SHAPES = (
    Shape(
        marked("A paper to sign"),
        marked("Your plan as a PDF. You and a counselor can sign it."),
        ".pdf",
        marked("Paper (*.pdf)"),
    ),
    Shape(marked("A web page"), marked("The same, for any browser."), ".html", marked("Web page (*.html)")),
    Shape(
        marked("Days for your calendar"),
        marked("Your steps and the review date. Your name is not in it."),
        ".ics",
        marked("Calendar (*.ics)"),
    ),
    Shape(
        marked("A plan file"),
        marked("For Pathfolio on another computer. Your name, records and skills are not in it."),
        ".plan.json",
        marked("Plan of Pathfolio (*.plan.json)"),
    ),
)


@dataclass(frozen=True)
class OnPaper:
    """What can be done: write the plan to a file, fill in what a counselor adds, take a plan in from a file."""

    write: Callable[[Path], object]
    fill_in: Callable[[], object]
    take_in: Callable[[Path], object]


class SaveForm(Form):
    """Asks what to keep a plan as; `goal` names the file."""

    def __init__(self, guide: Guide, goal: str, do: OnPaper) -> None:
        super().__init__(guide)
        self.goal, self.do, self.chosen = goal, do, 0

    def draw(self) -> Dialog:
        """The shapes, and two ways beside them."""
        look, words = self.guide.look, self.guide.words
        self.group = QButtonGroup()
        shapes = [self._shape(place, one) for place, one in enumerate(SHAPES)]
        fill = Button(
            look, words.text("Fill in the paper…"), self._fill_in, kind="forward", icon="pencil", name="fill-in-paper"
        )
        take = Button(look, words.text("Open a plan file…"), self._take_in, icon="folder-open", name="open-plan-file")
        about = Text(look, words.text("Who pays, who does what, the help you need, a review date."), "caption", "quiet")
        body = holding(column(*shapes, Rule(look), holding(Flow(fill, take, gap=look.px(10))), about, gap=look.px(10)))
        keep = Button(
            look, words.text("Choose where…"), self._ask_where, kind="primary", icon="save", name="save-where"
        )
        return self.lay_out(words.text("Keep the plan as what?"), body, keep, icon="save")

    def _shape(self, place: int, one: Shape) -> QWidget:
        look, words = self.guide.look, self.guide.words
        title, about = words.text(one.title), words.text(one.about)
        radio = Radio(
            look, title, name=f"save-as-{place}", says=words.text("{title}: {about}", title=title, about=about),
            boxed=True, checked=place == self.chosen,
        )  # fmt: skip
        radio.toggled.connect(lambda on: setattr(self, "chosen", place) if on else None)
        self.group.addButton(radio)
        return holding(column(radio, Text(look, about, "caption", "quiet"), gap=look.px(2)))

    def _ask_where(self) -> None:
        words, shape = self.guide.words, SHAPES[self.chosen]
        if self.dialog is None:
            return
        name = words.text("Plan {goal}", goal=self.goal.replace("/", "-"))
        suggested = Path.home() / f"{name}{shape.ending}"
        owner = self.dialog.window()
        self.close()
        choose_new_file(owner, words.text("Where to keep the plan?"), words.text(shape.kind), suggested, self._write)

    def _write(self, file: Path) -> None:
        self.do.write(file)

    def _fill_in(self) -> None:
        self.close()
        self.do.fill_in()

    def _take_in(self) -> None:
        words = self.guide.words
        if self.dialog is None:
            return
        kinds = ";;".join((words.text("Plan of Pathfolio (*.plan.json)"), words.text("All files (*)")))
        choose_file(self.dialog, words.text("Which plan to open?"), kinds, self._taken)

    def _taken(self, file: Path) -> None:
        self.close()
        self.do.take_in(file)
