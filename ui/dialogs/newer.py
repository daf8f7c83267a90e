"""Newer versions of records: who would be asked, asking them, and which of what came the learner keeps."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.journey.records.holding import Imported
from app.journey.records.newer import Newer, NewerQuestion, Offer, about_offer, get_newer, newer_question, take_newer
from app.journey.records.online import by_website
from app.wording import Words
from app.wording import online as said
from ui.dialogs.asking import KEPT_WHEN_CHOSEN, TURNS, AskingForm
from ui.dialogs.form import Form, asks
from ui.dialogs.online_parts import failures, show_chosen
from ui.dialogs.websites import WebsitesForm
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.choices import Check
from ui.kit.dialog import Dialog
from ui.kit.layouts import column, holding
from ui.kit.parts import Parts
from ui.kit.text import Marked, Paragraph, Pictured, Text
from ui.pages.record_card import brief
from ui.pages.record_changes import came_in
from ui.work.task import Progress

if TYPE_CHECKING:
    from app.journey.session import Session

Taken = Callable[[], object]


def open_dialog(guide: Guide, key: str | None = None, taken: Taken = lambda: None) -> None:
    """Find out who would be asked for newer versions, of one record or of all, and ask the learner.

    Nobody is asked by that. `taken` hears that a newer version is kept.
    """
    keys = None if key is None else (key,)

    def show(asked: NewerQuestion) -> None:
        if asked.hosts:
            _ask_whom(guide, asked, _Trail(taken))
        else:
            NobodyForm(guide, len(asked.by_wallet)).open()

    says = guide.words.text("Looking who would be asked")
    guide.run(lambda session, _progress: newer_question(session, keys), show, owner=None, saying=says)


@dataclass(frozen=True)
class _Trail:
    """Where an asking is: who was left in, and what came until now."""

    taken: Taken
    allowed: frozenset[str] = frozenset()
    came: Newer | None = None
    turns: int = 0


def _ask_whom(guide: Guide, asked: NewerQuestion, trail: _Trail) -> None:
    def left() -> None:
        if guide.step:
            _show(guide, trail)

    def ask(left_in: frozenset[str]) -> None:
        _ask(guide, asked, replace(trail, allowed=trail.allowed | left_in, turns=trail.turns + 1), len(left_in))

    note = partial(_by_wallet, number=len(asked.by_wallet))
    WebsitesForm(guide, asked.hosts, ask, left, note=note).show()


def _ask(guide: Guide, asked: NewerQuestion, trail: _Trail, websites: int) -> None:
    def work(session: "Session", progress: Progress) -> Newer:
        return get_newer(session, asked, trail.allowed, progress, progress.stop)

    def done(found: Newer) -> None:
        came = found if trail.came is None else trail.came.and_then(found)
        if came.next.hosts and trail.turns < TURNS:
            _ask_whom(guide, came.next, replace(trail, came=came))
        else:
            _show(guide, replace(trail, came=came))

    def stopped() -> None:
        guide.tell(guide.words.text("Stopped. Your records stay as they are."))
        _show(guide, trail)

    AskingForm(guide, websites, KEPT_WHEN_CHOSEN).ask(work, done, stopped)


def _show(guide: Guide, trail: _Trail) -> None:
    """What came, where anything did."""
    if trail.came is not None:
        NewerForm(guide, trail.came, trail.taken).open()


def _by_wallet(words: Words, *, number: int) -> str:
    return said.by_wallet(words, number) if number else ""


class NobodyForm(Form):
    """Says that nobody can be asked for newer versions, and why; `by_wallet` records need a wallet for that."""

    def __init__(self, guide: Guide, by_wallet: int) -> None:
        super().__init__(guide)
        self.by_wallet = by_wallet

    def draw(self) -> Dialog:
        """The sentences."""
        look, words = self.guide.look, self.guide.words
        says = words.text(
            "No website can be asked. We ask only where a record says so and its signature shows that it is real."
        )
        parts: list[QWidget] = [Paragraph(look, says)]
        if self.by_wallet:
            parts.append(Pictured(look, "info", _by_wallet(words, number=self.by_wallet), "row", "quiet"))
        close = Button(look, words.text("Close"), self.close, kind="primary", name="close")
        title = words.text("Look for newer versions")
        return self.lay_out(title, holding(column(*parts, gap=look.px(12))), close, kind="tell", icon="history")


class NewerForm(Form):
    """What came: each newer version with a tick, and what was not taken, with why. Nothing is kept by itself."""

    def __init__(self, guide: Guide, found: Newer, taken: Taken) -> None:
        super().__init__(guide)
        self.found, self._taken = found, taken
        self.ticked = {one.new.key for one in found.offers}
        self.keep: Button | None = None
        self.none: Text | None = None

    def draw(self) -> Dialog:
        """The versions to choose from."""
        look, words, offers = self.guide.look, self.guide.words, self.found.offers
        if not offers:
            body = holding(column(*self._others(), gap=look.px(12)))
            close = Button(look, words.text("Close"), self.close, kind="primary", name="close")
            newest = self.found.same and not self.found.refused and not self.found.failed
            title = words.text("You have the newest already") if newest else words.text("No newer version came")
            return self.lay_out(title, body, close, kind="tell", icon="history", wide=720)
        title = words.count("{number} newer version came", "{number} newer versions came", len(offers))
        why = words.text("Choose which to keep. The older one stays in your vault, behind the newer one.")
        self.none = Text(look, words.text("Choose at least one version, or keep none."), "row", "quiet")
        self.keep = Button(look, "", self._keep, kind="primary", icon="save", name="keep-newer")
        asks(self.keep)
        cancel = words.text("Keep none")
        body = holding(column(self._offers(), self.none, *self._others(), gap=look.px(12)))
        made = self.lay_out(title, body, self.keep, cancel=cancel, icon="history", why=why, wide=720)
        self._count()
        return made

    def _offers(self) -> QWidget:
        made = Parts[Offer](self.guide.look, self._offer, gap=8, name="more-newer")
        made.show_items(self.found.offers)
        return made

    def _offer(self, one: Offer) -> QWidget:
        look, words = self.guide.look, self.guide.words
        name, place = brief(one.new.name), self.found.offers.index(one)
        says = words.text("Keep newer version {number}: {name}", number=place + 1, name=name)
        check = Check(look, name, name=f"keep-{place}", says=says, checked=one.new.key in self.ticked)
        lines = (brief(one.new.issuer.name or one.old.issuer.name or ""), about_offer(words, one))
        check.setAccessibleDescription(" ".join(lines))
        check.toggled.connect(partial(self._tick, one.new.key))
        asks(check)
        below = column(*(Text(look, line, "caption", "quiet") for line in lines), gap=0, margins=(look.px(28), 0, 0, 0))
        inside = column(check, gap=0, margins=(look.px(14), look.px(4), look.px(14), look.px(8)))
        inside.addLayout(below)
        return Card(look, inside)

    def _others(self) -> list[QWidget]:
        """What was the newest already, what was not taken, and who gave no answer."""
        look, words, found = self.guide.look, self.guide.words, self.found
        parts: list[QWidget] = []
        if found.same:
            same = words.count(
                "{number} record is the newest already.", "{number} records are the newest already.", len(found.same)
            )
            parts.append(Marked(look, "yes", same, "row"))
        for one in found.refused:
            says = words.text("{name}: {what}", name=brief(one.old.name), what=said.not_newer(words, one.why))
            parts.append(Marked(look, "not_checked", says, "row"))
        note = words.text("Your records stay as they are. You can ask again later.")
        failed = by_website((page, page.failure) for page in found.failed)
        return [*parts, *failures(look, failed, note)]

    def _tick(self, key: str, on: bool) -> None:  # noqa: FBT001  Qt's own form
        (self.ticked.add if on else self.ticked.discard)(key)
        self._count()

    def _count(self) -> None:
        if self.keep is not None and self.none is not None:
            number = len(self.ticked)
            text = self.guide.words.count("Keep {number} newer version", "Keep {number} newer versions", number)
            show_chosen(self.keep, text, number, self.none)

    def _keep(self) -> None:
        chosen = tuple(one for one in self.found.offers if one.new.key in self.ticked)
        says = self.guide.words.text("Adding the newer versions")
        self.wait(says)
        work = partial(_take, chosen=chosen)
        self.guide.run(work, self._kept, owner=None, failed=self._failed, stopped=lambda: self.wait(""), saying=says)

    def _kept(self, came: Imported) -> None:
        self.close()
        self._taken()
        came_in(self.guide, came)

    def _failed(self, error: Exception) -> None:
        self.wait("")
        wrong = self.said(error)
        if wrong and self.dialog is not None:
            self.dialog.tell(wrong, wrong=True)


def _take(session: "Session", _progress: Progress, *, chosen: tuple[Offer, ...]) -> Imported:
    return take_newer(session, chosen)
