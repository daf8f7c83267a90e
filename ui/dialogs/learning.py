"""Learning near the learner: lists of courses they or a center bring, single steps typed in, and taking them out."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from ui.dialogs.learning_columns import ColumnsCard
from ui.dialogs.learning_parts import list_card, step_card, summary_parts
from ui.dialogs.learning_step import StepForm
from ui.dialogs.staged import WIDE, StagedForm, share_teller
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Rule
from ui.kit.dialog import Dialog
from ui.kit.files import choose_file, choose_new_file
from ui.kit.layouts import Flow, column, holding
from ui.kit.text import Paragraph, Pictured, Text
from ui.work.task import Progress

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.journey.learning.kept import KeptList, ListSummary, Looked
    from app.journey.session import Session
    from pathways.model import LearningStep

    Held = tuple[tuple[KeptList, ...], tuple[LearningStep, ...]]

Stage = Literal["list", "columns", "busy", "summary", "removing"]


def open_dialog(guide: Guide) -> None:
    """Show the lists and steps that were brought."""
    guide.run(_held, lambda found: LearningForm(guide, found).open(), owner=None)


def _held(session: "Session", _progress: Progress) -> "Held":
    """What there is, on the worker."""
    from app.journey.learning.told import lists
    from app.journey.learning.typed import typed_steps

    return lists(session), tuple(step for _, step in typed_steps(session))


class LearningForm(StagedForm[Stage]):
    """One dialog after another: what there is, the columns of a table, the work, what came of it; or removing one.

    Work that is stopped, or goes wrong, leaves everything as it was.
    """

    busy: Stage = "busy"

    def __init__(self, guide: Guide, found: "Held") -> None:
        super().__init__(guide, "list")
        self.lists, self.steps = found
        self.given: tuple[str, bytes] = ("", b"")
        self.looked: Looked | None = None
        self.mapping: dict[str, str] = {}
        self.summary: ListSummary | None = None
        self.leaving: KeptList | None = None

    def stages(self) -> Mapping[Stage, Callable[[], Dialog]]:
        """What draws each stage."""
        return {
            "list": self._list,
            "columns": self._columns,
            "busy": self._busy,
            "summary": self._summary,
            "removing": self._removing,
        }

    def _list(self) -> Dialog:
        look, words = self.guide.look, self.guide.words
        why = words.text(
            "Plans use the courses that come with Pathfolio. Add the training list of your state or job center, or a "
            "single course you know of. It stays in your vault."
        )
        add = Button(look, words.text("Add a list…"), self._ask_file, kind="forward", icon="upload", name="add-list")
        one = Button(look, words.text("Type in a course…"), self._type, icon="pencil", name="type-step")
        blank = Button(look, words.text("Get an empty list…"), self._template, icon="download", name="empty-list")
        parts: list[QWidget] = [Paragraph(look, why, "row"), holding(Flow(add, one, blank, gap=look.px(10)))]
        parts.append(Text(look, words.text("Lists you added"), "group"))
        parts += [list_card(self.guide, place, one, self._ask_remove) for place, one in enumerate(self.lists)]
        if not self.lists:
            parts.append(Text(look, words.text("Nothing yet."), "row", "quiet"))
        if self.steps:
            parts += [Rule(look), Text(look, words.text("Courses you typed in"), "group")]
            parts += [
                step_card(self.guide, one, partial(self._type, one.id), partial(self._remove_step, one))
                for one in self.steps
            ]
        close = Button(look, words.text("Close"), self.close, kind="primary", name="close")
        body = holding(column(*parts, gap=look.px(12)))
        title = words.text("Learning near you")
        made = self.lay_out(title, body, close, kind="tell", icon="graduation-cap", wide=WIDE)
        made.tell(self.wrong, wrong=True)
        return made

    def _columns(self) -> Dialog:
        look, words = self.guide.look, self.guide.words
        if self.looked is None or self.looked.proposals is None:
            raise AssertionError
        card = ColumnsCard(self.guide, self.looked.proposals, self.mapping)
        kept = words.text("You said what these columns mean before. We took it from there.")
        before = [Pictured(look, "check", kept, "row", size=18)] if self.looked.mapping_kept else []
        body = holding(column(*before, card, gap=look.px(10)))
        now = Button(look, words.text("Add the list"), self._add, kind="primary", icon="plus", name="add-now")
        made = self.lay_out(
            words.text("What do the columns mean?"),
            body,
            now,
            back=partial(self.turn, "list"),
            icon="graduation-cap",
            why=words.text("Check them once. We keep it for lists with the same columns."),
            wide=WIDE,
        )
        made.tell(self.wrong, wrong=True)
        return made

    def _busy(self) -> Dialog:
        return self.draw_busy(self.guide.words.text("Looking what they teach…"), "graduation-cap")

    def _summary(self) -> Dialog:
        look, words = self.guide.look, self.guide.words
        parts = summary_parts(self.guide, self.summary) if self.summary is not None else []
        body = holding(column(*parts, gap=look.px(10)))
        well = Button(look, words.text("Done"), partial(self.turn, "list"), kind="primary", name="summary-done")
        return self.lay_out(words.text("What was added"), body, well, kind="tell", icon="graduation-cap", wide=WIDE)

    def _removing(self) -> Dialog:
        name = self.leaving.name if self.leaving is not None else ""
        says = self.guide.words.text("Plans no longer use its courses. A plan you chose keeps those that are in it.")
        return self.draw_removing(name, says, self._remove, "list")

    def _ask_file(self) -> None:
        words = self.guide.words
        if self.dialog is not None:
            kinds = f"{words.text('Lists')} (*.csv *.xlsx *.xls *.json *.html *.htm)"
            choose_file(self.dialog, words.text("Which list to add?"), kinds, self.look_at)

    def look_at(self, file: Path) -> None:
        """Look what a file is; a table's columns are shown before it is added."""

        def look(session: "Session", _progress: Progress) -> tuple[bytes, "Looked"]:
            from app.journey.learning.file import read_file
            from app.journey.learning.lists import look as look_in

            content = read_file(file)
            return content, look_in(session, content, file.name)

        def found(came: tuple[bytes, "Looked"]) -> None:
            content, self.looked = came
            self.given, self.mapping = (file.name, content), dict(self.looked.mapping)
            if self.looked.proposals is None:
                self._add()
            else:
                self.turn("columns")

        self.do(look, found, back="list")

    def _add(self) -> None:
        """Add the list with the columns as they are said now; one taken away is said so."""
        (name, content), looked = self.given, self.looked
        proposed = looked.mapping if looked is not None else {}
        mapping = {**dict.fromkeys(proposed, ""), **self.mapping}

        def add(session: "Session", progress: Progress) -> tuple["ListSummary", "Held"]:
            from app.journey.learning.lists import add_list

            summary = add_list(session, content, name, mapping=mapping, tell=share_teller(progress))
            return summary, _held(session, progress)

        def added(came: tuple["ListSummary", "Held"]) -> None:
            self.summary, (self.lists, self.steps) = came
            self.turn("summary")
            self.guide.renew()

        self.do(add, added, back="columns" if looked is not None and looked.proposals else "list")

    def _ask_remove(self, one: "KeptList") -> None:
        self.leaving = one
        self.turn("removing")

    def _remove(self) -> None:
        leaving, words = self.leaving, self.guide.words
        if leaving is None:
            return

        def remove(session: "Session", progress: Progress) -> tuple[Any, "Held"]:
            from app.journey.learning.lists import remove_list

            before = remove_list(session, leaving.list_id)
            return before, _held(session, progress)

        def back(before: Any, session: "Session") -> None:  # noqa: ANN401  what `remove_list` gives
            from app.journey.learning.lists import undo

            undo(session, before)

        self._change(remove, words.text("Removed: {name}.", name=leaving.name), back)

    def _remove_step(self, one: "LearningStep") -> None:
        def remove(session: "Session", progress: Progress) -> tuple[Any, "Held"]:
            from app.journey.learning.steps import remove_step

            before = remove_step(session, one.id)
            return before, _held(session, progress)

        def back(before: Any, session: "Session") -> None:  # noqa: ANN401  what `remove_step` gives
            from app.journey.learning.steps import undo_step

            undo_step(session, before)

        self._change(remove, self.guide.words.text("Removed: {name}.", name=one.name), back)

    def _change(
        self,
        work: Callable[["Session", Progress], tuple[Any, "Held"]],
        says: str,
        back: Callable[[Any, "Session"], None],
    ) -> None:
        """Change what was brought, show the list again and say what happened, with a way back."""
        guide = self.guide

        def undone(before: Any) -> None:  # noqa: ANN401  what the change gave
            guide.run(lambda session, _progress: back(before, session), lambda _none: guide.renew(), owner=None)

        def changed(came: tuple[Any, "Held"]) -> None:
            before, (self.lists, self.steps) = came
            self.turn("list")
            guide.tell(says, partial(undone, before))
            guide.renew()

        self.do(work, changed, back="list")

    def _type(self, step_id: str = "") -> None:
        """Type in a course, or change one; the list comes back afterwards."""
        self.close()
        StepForm(self.guide, step_id, lambda: open_dialog(self.guide)).begin()

    def _template(self) -> None:
        words = self.guide.words
        if self.dialog is None:
            return

        def write(file: Path) -> None:
            def work(_progress: Progress) -> None:
                from app.files import write_file
                from pathways.frameworks.learning.own import template_csv

                write_file(file, template_csv())

            says = words.text("Fill it in with a spreadsheet program, then add it: {file}", file=str(file))
            self.guide.apart(work, lambda _none: self.guide.tell(says), owner=None)

        suggested = Path.home() / words.text("learning near me.csv")
        choose_new_file(
            self.dialog, words.text("Where to keep it?"), f"{words.text('Table')} (*.csv)", suggested, write
        )
