"""Jobs that were found: by name, from what the learner can do, or from where people like them go."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.journey.goal import words as said
from app.journey.goal.finding import ByName, Suggested
from app.journey.goal.onward import Onward
from app.journey.goal.page import Findings, why_this
from app.journey.goal.why import Why
from app.wording.careers import EXPLAINED
from app.wording.marking import marked
from ui.dialogs.people import meet
from ui.dialogs.why import why_dialog
from ui.guide import Guide
from ui.kit.bars import FitBar
from ui.kit.buttons import Button
from ui.kit.card import Card, Rule
from ui.kit.empty import Empty, look_around
from ui.kit.layouts import Item, column, holding, row
from ui.kit.text import Paragraph, Text
from ui.pages.goal_card import MARKS, bold_parts

TITLES = {
    "by_name": marked("Jobs found by name"),
    "from_skills": marked("Jobs close to what you can do"),
    "onward": marked("Jobs that O*NET lists as close to where you start"),
}
NOTHING = {
    "by_name": marked("No job goes by that name. Try another word for it."),
    "from_skills": marked("Nothing to go by yet. Add a record, or say in your own words what you can do."),
    "onward": marked("No job to start from yet. Find one by name, or say on the Skills page what you have done."),
}
Compare = Callable[[str, str], object]


def found_list(
    guide: Guide,
    found: Findings,
    beside: frozenset[str],
    compare: Compare,
    back: Callable[[], object] | None = None,
    like: str = "",
) -> QWidget:
    """A card with one row for each job; those in `beside` stand side by side already, `back` leads to them.

    `like` is the job that others like it were asked for.
    """
    look, words = guide.look, guide.words
    leave = None
    if back is not None:
        text = words.text("Back to the jobs compared")
        leave = Button(look, text, back, kind="forward", size="small", name="to-compared")
    rows: list[Item] = [_head(guide, found, None if look.compact else leave, like)]
    for job in found.jobs:
        rows += [Rule(look), _row(guide, job, beside, compare, found.like)]
    if leave is not None and look.compact:
        rows += [Rule(look), row(leave, None, margins=(look.px(16), look.px(8), look.px(16), look.px(6)))]
    card = Card(look, column(*rows, margins=(look.px(1), look.px(1), look.px(1), look.px(4))))
    card.setAccessibleName(words.text(TITLES[found.way]))
    return card


def nothing_found(guide: Guide, found: Findings, *, typed: bool) -> QWidget:
    """What to do where nothing was found, or nothing was asked."""
    look, words = guide.look, guide.words
    if found.way == "by_name" and not typed:
        return Text(look, words.text("Type the name of a job above. Two letters are enough."), "row", "quiet")
    if found.way != "by_name":
        skills = Button(
            look, words.text("Go to my skills"), lambda: guide.go("skills"), kind="forward", name="to-skills"
        )
        below = look_around(guide, lambda: meet(guide))
        return Empty(
            look, "flag", words.text("No job found yet"), words.text(NOTHING[found.way]), [skills], below=below
        )
    line = column(Text(look, words.text(NOTHING[found.way]), "row"))
    pad = look.px(16)
    line.setContentsMargins(pad, pad, pad, pad)
    return Card(look, line)


def _head(guide: Guide, found: Findings, leave: Button | None, like: str) -> QWidget:
    look, words = guide.look, guide.words
    title = words.text("Jobs like {name}", name=like) if like else words.text(TITLES[found.way])
    lines: list[Item] = [Text(look, title, "group")]
    if found.way == "from_skills" and not like:
        lines.append(Text(look, words.text(EXPLAINED["ranking"]), "caption", "quiet"))
        lines.append(Text(look, said.accuracy_lines(words)[0], "caption", "quiet"))
    if found.way == "onward":
        lines.append(Text(look, words.text(EXPLAINED["related"]), "caption", "quiet"))
        lines += [
            Text(look, f"{words.name(start.name)}: {said.start_line(words, start)}", "caption", "quiet")
            for start in found.starts
        ]
    across = row(gap=look.px(12), margins=(look.px(16), look.px(10), look.px(12), look.px(8)))
    across.addLayout(column(*lines, gap=look.px(2)), 1)
    if leave is not None:
        across.addWidget(leave, 0, Qt.AlignmentFlag.AlignTop)
    return holding(across)


def _row(
    guide: Guide, job: ByName | Suggested | Onward, beside: frozenset[str], compare: Compare, like: str | None
) -> QWidget:
    look, words = guide.look, guide.words
    name = words.name(job.name)
    lines: list[Item] = [Text(look, name, "body", weight="semibold")]
    lines += [Text(look, line, "caption", "quiet") for line in _lines(guide, job) if line]
    made = row(gap=look.px(14), margins=(look.px(16), look.px(8), look.px(12), look.px(8)))
    made.addLayout(column(*lines), 1)
    if not isinstance(job, ByName) and not look.compact:
        made.addWidget(_fit(guide, job))
    why = Button(
        look, words.text("Why?"), lambda: _open_why(guide, job.code, like, why), size="small", name=f"why-{job.code}",
        says=words.text("Why {name}?", name=name),
    )  # fmt: skip
    made.addWidget(why)
    made.addWidget(_comparer(guide, job.code, name, compare, there=job.code in beside))
    return holding(made)


def _comparer(guide: Guide, code: str, name: str, compare: Compare, *, there: bool) -> Button:
    words = guide.words
    text = words.text("Compared") if there else words.text("Compare")
    says = words.text("{name} is compared", name=name) if there else words.text("Compare {name}", name=name)
    button = Button(
        guide.look, text, lambda: compare(code, name), kind="forward", size="small", says=says, name=f"compare-{code}",
        icon="check" if there else "plus",
    )  # fmt: skip
    button.setEnabled(not there)
    button.setAccessibleDescription(words.text("It stands above, beside the others.") if there else "")
    return button


def _fit(guide: Guide, job: Suggested | Onward) -> QWidget:
    look, words = guide.look, guide.words
    marks = [MARKS[state] for state in job.fit.blocks]
    bar = FitBar(look, marks, said.fit_described(words, job.fit), width=look.px(250))
    line = Paragraph(look, bold_parts(lambda strong: said.fit_line(words, job.fit, strong)), "caption")
    made = holding(column(line, bar, gap=look.px(2)))
    made.setFixedWidth(look.px(250))
    return made


def _lines(guide: Guide, job: ByName | Suggested | Onward) -> list[str]:
    words = guide.words
    if isinstance(job, ByName):
        return [said.found_line(words, job)]
    told = [said.suits_line(words, job.shares) if job.shares is not None else ""]
    if guide.look.compact:
        told.insert(0, said.fit_line(words, job.fit))
    return [*told, said.leads_line(words, job.leads)] if isinstance(job, Onward) else told


def _open_why(guide: Guide, code: str, like: str | None, owner: QWidget) -> None:
    def show(found: Why) -> None:
        guide.open(why_dialog(guide, found), again=lambda: why_dialog(guide, found))

    guide.run(lambda session, _progress: why_this(session, code, like), show, owner=owner)
