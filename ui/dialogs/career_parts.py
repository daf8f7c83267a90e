"""What the dialog of the career data is made of: the releases brought, what ships, what was taken, how far it is."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.journey.career_data import CareerData, attribution_of
from app.wording import frameworks as said
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Card, Rule
from ui.kit.layouts import Flow, column, holding, row
from ui.kit.text import Marked, Text

if TYPE_CHECKING:
    from pathways.frameworks.recognize import Given
    from pathways.frameworks.take import Kept
    from pathways.pack.own import Summary


def state_parts(
    guide: Guide, found: CareerData, remove: Callable[[], object], again: Callable[[], object]
) -> list[QWidget]:
    """Why what was brought is not used, with the way out of it; or that nothing was brought."""
    look, words = guide.look, guide.words
    if found.state == "unreadable":
        says = words.text("What you added is damaged, so it is not used. Remove it, and add it again.")
        out = Button(look, words.text("Remove what is damaged"), remove, name="remove-all")
        return [Marked(look, "broken", says, "row"), holding(Flow(out))]
    if found.state == "other_program":
        says = words.text("Another version of Pathfolio put this together, so it is not used. Let it be done again.")
        anew = Button(look, words.text("Do it again"), again, name="build-again")
        return [Marked(look, "broken", says, "row"), holding(Flow(anew))]
    return [] if found.brought else [Text(look, words.text("Nothing yet."), "row", "quiet")]


def release_card(guide: Guide, place: int, one: "Kept", remove: Callable[["Kept"], object]) -> QWidget:
    """One release that was brought, with a way to take it out."""
    look, words = guide.look, guide.words
    name = said.release_name(words, one)
    lines = (*said.kept_lines(words, one, _day(one.added)), attribution_of(one))
    told = (Text(look, line, "caption", "quiet") for line in lines if line)
    line = row(gap=look.px(12), margins=(look.px(14), look.px(8), look.px(12), look.px(8)))
    line.addLayout(column(Text(look, name, "row", weight="semibold"), *told), 1)
    says = words.text("Remove {name}", name=name)
    out = Button(look, words.text("Remove"), partial(remove, one), size="small", says=says, name=f"remove-{place}")
    line.addWidget(out)
    return Card(look, line)


def _day(stated: str) -> date | None:
    try:
        return date.fromisoformat(stated)
    except ValueError:
        return None


def offer_parts(guide: Guide, given: "Given") -> list[QWidget]:
    """What the files are, before they are added."""
    look = guide.look
    names = [Text(look, said.release_name(guide.words, one), "row", weight="semibold") for one in given.releases]
    rest = [Text(look, line, "caption", "quiet") for line in said.unknown_lines(guide.words, given)]
    return [*names, *rest]


def summary_parts(guide: Guide, summary: "Summary") -> list[QWidget]:
    """What was taken, part by part, and what was wrong with the rest."""
    look, words = guide.look, guide.words
    lines: list[QWidget] = []
    for one in summary.added:
        lines.append(Text(look, said.release_name(words, one), "row", weight="semibold"))
        lines += [Text(look, line, "caption") for line in said.use_lines(words, summary, one)]
    lines.append(Rule(look))
    lines += [Text(look, line, "row") for line in said.rows_lines(words, summary)]
    if summary.added:
        heading = said.damage_heading(words, summary.damaged)
        lines.append(Marked(look, "broken" if summary.damaged else "yes", heading, "row"))
    lines += [Text(look, line, "caption") for line in said.damage_lines(words, summary.named)]
    more = summary.damaged - len(summary.named)
    if more > 0:
        lines.append(Text(look, words.count("And {number} more.", "And {number} more.", more), "caption", "quiet"))
    return lines
