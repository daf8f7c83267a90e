"""Career data: what ships with Pathfolio, what the learner brought, adding to it and taking it out again."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtWidgets import QWidget

from app.wording import frameworks as said
from ui.dialogs.about import data_credit
from ui.dialogs.career_parts import offer_parts, release_card, state_parts, summary_parts
from ui.dialogs.pay_place import open_dialog as choose_place
from ui.dialogs.staged import WIDE, StagedForm, share_teller
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Rule
from ui.kit.dialog import Dialog
from ui.kit.files import choose_files, choose_folder
from ui.kit.layouts import Flow, column, holding
from ui.kit.text import Paragraph, Text
from ui.work.task import Progress

if TYPE_CHECKING:
    from app.journey.career_data import CareerData, Tell
    from app.journey.credits import DataCredit
    from app.journey.session import Session
    from pathways.frameworks.recognize import Given
    from pathways.frameworks.take import Kept
    from pathways.pack.own import Summary

    Doing = Callable[[Tell, Session | None], Any]

Stage = Literal["list", "offer", "busy", "summary", "removing"]
Held = tuple["CareerData", tuple["DataCredit", ...]]


def open_dialog(guide: Guide) -> None:
    """Show the career data."""
    guide.apart(_held, lambda found: CareerDataForm(guide, found).open(), owner=None)


def _held(_progress: Progress) -> Held:
    """What there is, on the worker."""
    from app.journey.career_data import career_data
    from app.journey.credits import data_credits

    found = career_data()
    return found, data_credits(found.shipped)


class CareerDataForm(StagedForm[Stage]):
    """One dialog after another: the list, what was given, the work, what came of it; or the question before removing.

    Work that is stopped, or goes wrong, leaves everything as it was.
    """

    busy: Stage = "busy"

    def __init__(self, guide: Guide, found: Held) -> None:
        super().__init__(guide, "list")
        self.found, self.credits = found
        self.given: Given | None = None
        self.summary: Summary | None = None
        self.leaving: Kept | None = None
        self.doing = ""

    def stages(self) -> Mapping[Stage, Callable[[], Dialog]]:
        """What draws each stage."""
        return {
            "list": self._list,
            "offer": self._offer,
            "busy": lambda: self.draw_busy(self.doing, "briefcase"),
            "summary": self._summary,
            "removing": self._removing,
        }

    def _list(self) -> Dialog:
        look, words = self.guide.look, self.guide.words
        why = words.text(
            "Jobs, skills and pay as they are published. You can add newer data that you downloaded: O*NET, ESCO, or "
            "OEWS pay by state and area. It stays on this computer."
        )
        files = Button(look, words.text("Add files…"), self._ask_files, kind="forward", icon="upload", name="add-data")
        text = words.text("Add a folder…")
        folder = Button(look, text, self._ask_folder, kind="forward", icon="folder-open", name="add-data-folder")
        parts: list[QWidget] = [Paragraph(look, why, "row"), Text(look, words.text("Added by you"), "group")]
        parts += [*self._brought(), holding(Flow(files, folder, *self._pay_place(), gap=look.px(10)))]
        parts += [Rule(look), Text(look, words.text("Comes with Pathfolio"), "group")]
        parts += [data_credit(self.guide, one) for one in self.credits]
        close = Button(look, words.text("Close"), self.close, kind="primary", name="close")
        body = holding(column(*parts, gap=look.px(12)))
        made = self.lay_out(words.text("Career data"), body, close, kind="tell", icon="briefcase", wide=WIDE)
        made.tell(self.wrong, wrong=True)
        return made

    def _pay_place(self) -> list[QWidget]:
        """The way to the place that pay is shown for, where there is a choice and a vault that keeps it."""
        if not self.found.areas or not self.guide.step or self.guide.practice:
            return []
        text = self.guide.words.text("Choose the place for pay…")
        return [Button(self.guide.look, text, lambda: choose_place(self.guide), icon="landmark", name="pay-place")]

    def _brought(self) -> list[QWidget]:
        state = state_parts(self.guide, self.found, self._remove_all, self._again)
        cards = (release_card(self.guide, i, one, self._ask_remove) for i, one in enumerate(self.found.brought))
        return [*state, *cards]

    def _offer(self) -> Dialog:
        look, words = self.guide.look, self.guide.words
        note = words.text("Your records and answers stay as they are. You can remove this data at any time.")
        parts = offer_parts(self.guide, self.given) if self.given is not None else []
        body = holding(column(*parts, Text(look, note, "row", "quiet"), gap=look.px(10)))
        now = Button(look, words.text("Add"), self._add, kind="primary", icon="plus", name="add-now")
        return self.lay_out(
            words.text("Add this?"), body, now, back=partial(self.turn, "list"), icon="briefcase", wide=WIDE
        )

    def _summary(self) -> Dialog:
        look, words = self.guide.look, self.guide.words
        parts = summary_parts(self.guide, self.summary) if self.summary is not None else []
        body = holding(column(*parts, gap=look.px(10)))
        well = Button(look, words.text("Done"), partial(self.turn, "list"), kind="primary", name="summary-done")
        return self.lay_out(words.text("What was added"), body, well, kind="tell", icon="briefcase", wide=WIDE)

    def _removing(self) -> Dialog:
        name = said.release_name(self.guide.words, self.leaving) if self.leaving is not None else ""
        says = self.guide.words.text("What it took the place of is used again. Your records and answers stay.")
        return self.draw_removing(name, says, self._remove, "list")

    def _ask_files(self) -> None:
        words = self.guide.words
        if self.dialog is not None:
            kinds = (words.text("Data (*.zip *.xlsx *.txt *.csv)"), words.text("All files (*)"))
            choose_files(self.dialog, words.text("Which files to add?"), kinds, self._look)

    def _ask_folder(self) -> None:
        if self.dialog is not None:
            choose_folder(
                self.dialog, self.guide.words.text("Which folder to add?"), lambda folder: self._look((folder,))
            )

    def _look(self, paths: tuple[Path, ...]) -> None:
        def look(tell: "Tell", _session: "Session | None") -> "Given":
            from app.journey.career_data import look as look_at

            return look_at(paths, tell)

        def offer(given: "Given") -> None:
            self.given = given
            self.turn("offer")

        self._do(self.guide.words.text("Looking what it is…"), look, offer)

    def _add(self) -> None:
        given = self.given

        def add(tell: "Tell", session: "Session | None") -> tuple["Summary", Held]:
            from app.journey import career_data

            if given is None:
                raise AssertionError
            return career_data.add(given, tell, session), _held(Progress(lambda _done, _total: None))

        def added(came: tuple["Summary", Held]) -> None:
            self.summary, (self.found, self.credits) = came
            self.turn("summary")
            self.guide.renew()

        self._do(self.guide.words.text("Adding…"), add, added)

    def _ask_remove(self, one: "Kept") -> None:
        self.leaving = one
        self.turn("removing")

    def _remove(self) -> None:
        leaving = self.leaving
        if leaving is None:
            return

        def remove(tell: "Tell", session: "Session | None") -> None:
            from app.journey import career_data

            career_data.remove(leaving.name, tell, session)

        name = said.release_name(self.guide.words, leaving)
        self._change(self.guide.words.text("Removing…"), remove, self.guide.words.text("Removed: {name}.", name=name))

    def _remove_all(self) -> None:
        def remove(_tell: "Tell", session: "Session | None") -> None:
            from app.journey import career_data

            career_data.remove_all(session)

        self._change(self.guide.words.text("Removing…"), remove, self.guide.words.text("It was removed."))

    def _again(self) -> None:
        def again(tell: "Tell", session: "Session | None") -> None:
            from app.journey import career_data

            career_data.build_again(tell, session)

        says = self.guide.words.text("What you added is used again.")
        self._change(self.guide.words.text("Doing it again…"), again, says)

    def _change(self, doing: str, change: "Doing", says: str) -> None:
        """Change what was brought, show the list again and say what happened."""

        def work(tell: "Tell", session: "Session | None") -> Held:
            change(tell, session)
            return _held(Progress(lambda _done, _total: None))

        def changed(came: Held) -> None:
            self.found, self.credits = came
            self.turn("list")
            if self.dialog is not None:
                self.dialog.tell(says)
            self.guide.renew()

        self._do(doing, work, changed)

    def _do(self, doing: str, work: "Doing", done: Callable[[Any], object]) -> None:
        """Work with the open vault where there is one."""

        def on_worker(session: "Session | None", progress: Progress) -> Any:  # noqa: ANN401  whatever the work gives
            return work(share_teller(progress), session)

        self.doing = doing
        if self.guide.step:
            self.do(on_worker, done, back="list")
        else:
            self.do_alone(partial(on_worker, None), done, back="list")
