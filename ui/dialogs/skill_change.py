"""One skill: what it is, all that says so, how well the learner can do it, and what to do if it is not right."""

from collections.abc import Callable

from PySide6.QtWidgets import QButtonGroup, QWidget

from app.journey.skills.changes import remove_own, set_level, unagree
from app.journey.skills.levels import LEVELS as STEPS
from app.journey.skills.rows import Backing, SkillRow
from app.wording.skills import LEVELS
from ui.dialogs import skill_own, skill_search
from ui.dialogs.form import Form
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Rule
from ui.kit.choices import Radio
from ui.kit.dialog import Dialog
from ui.kit.layouts import Flow, column, holding
from ui.kit.text import Paragraph, Text
from ui.pages.skill import doing
from ui.pages.skill.kept import kept_of
from ui.pages.skill.sources import OwnActions, source

FIRST = 6
"""How many sources are shown until the learner asks for all."""


class ChangeForm(Form):
    """Shows a skill; `level` is the step chosen, None for none."""

    def __init__(self, guide: Guide, shown: SkillRow) -> None:
        super().__init__(guide)
        self.shown, self.level = shown, shown.level_step
        self.sources = FIRST

    def draw(self) -> Dialog:
        """What it is, where it comes from, how well, and what is not right."""
        look, words = self.guide.look, self.guide.words
        parts = [self._what(), Rule(look), self._sources()]
        if self.shown.concepts:
            parts += [Rule(look), self._levels()]
        parts += [Rule(look), self._not_right()]
        title, body = words.name(doing.brief(self.shown.name)), holding(column(*parts, gap=look.px(12)))
        if not self.shown.concepts:
            close = Button(look, words.text("Close"), self.close, kind="primary", name="close")
            return self.lay_out(title, body, close, icon="star", kind="tell")
        save = Button(look, words.text("Save"), self._save, kind="primary", icon="check", name="save-skill")
        return self.lay_out(title, body, save, icon="star")

    def _what(self) -> QWidget:
        look, words = self.guide.look, self.guide.words
        parts: list[QWidget] = [Text(look, words.text("What it is"), "group")]
        for concept in self.shown.concepts:
            kind, name = words.state(concept.kind), words.name(concept.name)
            parts.append(Text(look, words.text("{name} ({kind})", name=name, kind=kind), "row"))
        if not self.shown.concepts:
            parts.append(Text(look, words.text("Your own words. We do not know yet which skill they mean."), "row"))
        return holding(column(*parts, gap=look.px(4)))

    def _sources(self) -> QWidget:
        look, words, backing = self.guide.look, self.guide.words, self.shown.backing
        known = kept_of(self.guide).known
        self.all_sources = Button(
            look,
            words.text("Show all {number}", number=len(backing)),
            self._show_all,
            kind="forward",
            size="small",
            name="all-sources",
        )
        if len(backing) <= self.sources:
            self.all_sources.hide()
        self.listed = column(gap=look.px(12))
        if known is not None:
            for one in backing[: self.sources]:
                self.listed.addWidget(source(look, one, known.today, self._own_actions()))
        title = Text(look, words.text("Where it comes from"), "group")
        return holding(column(title, self.listed, holding(Flow(self.all_sources)), gap=look.px(8)))

    def _own_actions(self) -> OwnActions:
        return OwnActions(
            change=lambda one: self._then(lambda: skill_own.open_words(self.guide, one)), remove=self._remove
        )

    def _show_all(self) -> None:
        known, before = kept_of(self.guide).known, self.sources
        self.sources = len(self.shown.backing)
        self.all_sources.hide()
        if known is not None:
            for one in self.shown.backing[before:]:
                self.listed.addWidget(source(self.guide.look, one, known.today, self._own_actions()))
        if self.dialog is not None:
            self.dialog.heading.setFocus()

    def _levels(self) -> QWidget:
        """How well, in plain words; the first is not to say."""
        look, words = self.guide.look, self.guide.words
        parts: list[QWidget] = [Text(look, words.text("How well can you do it?"), "group")]
        if not self.shown.level_counts:
            says = words.text("Jobs ask no level for this. We keep what you say.")
            parts.append(Text(look, says, "caption", "quiet"))
        made = holding(column(*parts, gap=look.px(4)))
        group, layout = QButtonGroup(made), made.layout()
        choices: list[tuple[str | None, str]] = [(None, words.text("I do not say"))]
        choices += [(step, words.text(LEVELS[step])) for step in STEPS]
        for place, (step, text) in enumerate(choices):
            says = words.text("{label}: {choice}", label=words.text("How well can you do it?"), choice=text)
            radio = Radio(look, text, name=f"level-{step or 'none'}", says=says, checked=step == self.level)
            group.addButton(radio, place)
            if layout is not None:
                layout.addWidget(radio)
        group.idClicked.connect(lambda place: self._leveled(choices[place][0]))
        return made

    def _leveled(self, step: str | None) -> None:
        self.level = step

    def _not_right(self) -> QWidget:
        look, words, shown = self.guide.look, self.guide.words, self.shown
        if not shown.concepts:
            meaning = Button(
                look, words.text("Say what it means…"), self._mean, kind="forward", icon="search", name="say-meaning"
            )
            return holding(Flow(meaning))
        title = Text(look, words.text("Is something wrong?"), "group")
        wrong = Button(look, words.text("This is not right"), self._unagree, icon="x", name="not-right")
        other = Button(look, words.text("It is something else…"), self._instead, icon="search", name="instead")
        says = Paragraph(
            look,
            words.text("“This is not right” takes the skill off your list. Your records and words stay."),
            "caption",
            "quiet",
        )
        return holding(column(title, holding(Flow(wrong, other, gap=look.px(8))), says, gap=look.px(8)))

    def _save(self) -> None:
        shown, step, words = self.shown, self.level, self.guide.words
        self.close()
        if step == shown.level_step:
            return
        name = words.name(doing.told(shown.name))
        said = (
            words.text("You gave no level for “{name}” any more.", name=name)
            if step is None
            else words.text("“{name}”: {level}", name=name, level=words.text(LEVELS[step]))
        )
        doing.do(self.guide, lambda session: set_level(session, shown, step), said)

    def _unagree(self) -> None:
        shown, words = self.shown, self.guide.words
        self.close()
        said = words.text("“{name}” is off your list.", name=words.name(doing.told(shown.name)))
        doing.do(self.guide, lambda session: unagree(session, shown), said)

    def _remove(self, one: Backing) -> None:
        number = one.own
        if number is None:
            return
        self.close()
        said = self.guide.words.text("Removed: “{said}”.", said=doing.told(one.said))
        doing.do(self.guide, lambda session: remove_own(session, number), said)

    def _instead(self) -> None:
        self._then(lambda: skill_search.ask_instead(self.guide, self.shown))

    def _mean(self) -> None:
        self._then(lambda: skill_search.ask_meaning(self.guide, self.shown, self.shown.best.said))

    def _then(self, go_on: Callable[[], object]) -> None:
        """Give way to another dialog."""
        self.close()
        go_on()


def open_change(guide: Guide, key: str) -> None:
    """Show the skill of a key, as it is now."""
    shown = kept_of(guide).row(key)
    if shown is not None:
        ChangeForm(guide, shown).open()
