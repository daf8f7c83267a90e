"""Versions of applications: what was chosen before, to start this one from, to name and to let go."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from app.journey.apply_step import ApplyStep, Open, apply_step
from app.journey.apply_version_words import version_about, version_name, version_records
from app.journey.apply_versions import Version, bring_back, keep_version, let_go, rename_version, start_from
from ui.dialogs.form import Form, asks
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.dialog import Dialog
from ui.kit.fields import Field, line_edit
from ui.kit.layouts import Flow, Item, column, holding
from ui.kit.text import Paragraph, Text
from ui.pages.apply.memory import ApplyMemory
from ui.work.task import Progress

if TYPE_CHECKING:
    from app.journey.session import Session

AT_MOST = 10
Work = Callable[["Session"], object]


class VersionsForm(Form):
    """A card for each version, those of this opportunity first, the latest first."""

    def __init__(self, guide: Guide, memory: ApplyMemory, now: Open) -> None:
        super().__init__(guide)
        self.memory, self.now = memory, now
        self.shown = AT_MOST
        self.names: dict[int, str] = {}

    def draw(self) -> Dialog:
        """The versions, and a way to keep what is chosen now."""
        look, words, found = self.guide.look, self.guide.words, self._versions()
        parts: list[Item] = [self._card(one) for one in found[: self.shown]]
        if not found:
            none = words.text("None is kept yet. Signing keeps one, and you can keep what is chosen now.")
            parts.append(Paragraph(look, none, "row", "quiet"))
        if len(found) > self.shown:
            parts.append(holding(Flow(Button(look, words.text("Show more"), self._more, name="more-versions"))))
        keep = Button(look, words.text("Keep what is chosen now"), self._keep, icon="save", name="keep-version")
        asks(keep)
        close = Button(look, words.text("Close"), kind="primary", name="close-versions")
        body = holding(column(*parts, holding(Flow(keep)), gap=look.px(10)))
        why = words.text("What you decided for one application can start the next one.")
        title = words.text("Versions")
        dialog = self.lay_out(title, body, close, icon="history", why=why, kind="tell", wide=720)
        close.clicked.connect(dialog.accept)
        return dialog

    def _versions(self) -> list[Version]:
        step, wanted = self.memory.step, self.now.draft.wanted
        kept = step.versions if step is not None else ()
        of = (wanted.title, wanted.organisation)
        return sorted(kept, key=lambda one: ((one.title, one.organisation) != of, -one.number))

    def _card(self, one: Version) -> Card:
        look, words = self.guide.look, self.guide.words
        called = version_name(words, one)
        edit = line_edit(look, self.names.get(one.number, one.name))
        edit.textEdited.connect(partial(self.names.__setitem__, one.number))
        field = Field(look, words.text("Name of this version"), edit, name=f"version-name-{one.number}")
        edit.setAccessibleDescription(called)
        start = self._button(one, words.text("Start from this"), self._start, "arrow-right", "start")
        name = self._button(one, words.text("Keep the name"), self._name, "pencil", "rename")
        drop = self._button(one, words.text("Let it go"), self._let_go, "trash-2", "drop")
        asks(edit, start, name, drop)
        pad = look.px(14)
        title, about = Text(look, called, "group"), Text(look, version_about(words, one), "caption", "quiet")
        records = Text(look, version_records(words, one, self.now.ready), "row")
        inside = column(
            title, about, records, field, holding(Flow(start, name, drop)), gap=look.px(6), margins=(pad, pad, pad, pad)
        )
        return Card(look, inside)

    def _button(self, one: Version, text: str, act: Callable[[Version], None], icon: str, name: str) -> Button:
        words = self.guide.words
        says = words.text("{title}: {what}", title=text, what=version_name(words, one))
        act_on = partial(act, one)
        return Button(
            self.guide.look, text, act_on, size="small", icon=icon, says=says, name=f"version-{name}-{one.number}"
        )

    def _more(self) -> None:
        self.shown += AT_MOST
        self.close()
        self.open()

    def _start(self, one: Version) -> None:
        self.close()
        page, draft = self.memory.page, self.now.draft
        if page is not None:
            told = self.guide.words.text("It starts from what you chose before.")
            page.start_again(replace(start_from(one, draft.wanted, draft.name), signing=draft.signing), told)

    def _keep(self) -> None:
        ready = self.now.ready
        self._change(lambda session: keep_version(session, ready), self.guide.words.text("This version is kept."))

    def _name(self, one: Version) -> None:
        name = self.names.get(one.number, one.name)
        told = self.guide.words.text("The name is kept.")
        self._change(lambda session: rename_version(session, one.number, name), told)

    def _let_go(self, one: Version) -> None:
        told = self.guide.words.text("The version is gone. What you signed stays.")
        self._change(lambda session: let_go(session, one.number), told, lambda session: bring_back(session, one))

    def _change(self, do: Work, told: str, back: Work | None = None) -> None:
        """Change what is kept, and show it as it is then."""
        memory, page = self.memory, self.memory.page

        def work(session: "Session", _progress: Progress) -> ApplyStep:
            do(session)
            return apply_step(session)

        def undone(session: "Session", _progress: Progress) -> ApplyStep:
            if back is not None:
                back(session)
            return apply_step(session)

        def done(step: ApplyStep) -> None:
            self.wait("")
            self.names.clear()
            self.close()
            memory.step = step
            if page is not None and back is not None:
                page.renewed(step, told, lambda there: there.renew(undone))
            else:
                self.guide.tell(told)
            self.open()

        self.wait(self.guide.words.text("Saving"))
        self.guide.run(work, done, owner=None, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        self.wait("")
        sentence = self.said(error)
        if sentence and self.dialog is not None:
            self.dialog.tell(sentence, wrong=True)
