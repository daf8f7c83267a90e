"""What websites said, as this vault keeps it: how much, since when, carrying it to another computer, forgetting it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.journey import online
from app.online.pages import Page
from app.wording import Words
from app.wording.days import day
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.files import choose_folder
from ui.kit.layouts import Flow, column, holding
from ui.kit.text import Text
from ui.work.task import Progress, Work

if TYPE_CHECKING:
    from app.journey.session import Session

Do = Callable[[Work, Callable[[object], str], Callable[[object], Callable[[], object] | None]], object]
"""Does work with the vault; what is told of it comes from what it gave, and so does the way to take it back."""


def card(guide: Guide, pages: tuple[Page, ...], today: datetime, do: Do) -> QWidget:
    """The card, with its buttons."""
    look, words = guide.look, guide.words
    inside = column(gap=look.px(6), margins=(look.px(14), look.px(10), look.px(14), look.px(10)))
    inside.addWidget(Text(look, told(words, pages, today), "row", weight="semibold"))
    says = words.text("They stay in your vault with their day. You can take them to a computer that is not online.")
    inside.addWidget(Text(look, says, "caption", "quiet"))
    bring = Button(
        look,
        words.text("Bring in from a folder…"),
        lambda: _ask_folder(guide, made, words.text("Which folder holds the pages?"), lambda at: _take(guide, do, at)),
        size="small",
        icon="folder-open",
        name="take-website-pages",
    )
    save = Button(
        look,
        words.text("Save to a folder…"),
        lambda: _ask_folder(guide, made, words.text("Which folder to save to?"), lambda at: _save(guide, do, at)),
        size="small",
        icon="download",
        name="save-website-pages",
    )
    away = Button(
        look,
        words.text("Forget them all"),
        lambda: _forget(guide, do),
        kind="danger",
        size="small",
        name="forget-website-pages",
    )
    buttons = [save, bring, away] if pages else [bring]
    inside.addWidget(holding(Flow(*buttons, gap=look.px(8))))
    made = Card(look, inside)
    return made


def told(words: Words, pages: tuple[Page, ...], today: datetime) -> str:
    """How many websites' pages are kept, and the day of the oldest."""
    if not pages:
        return words.text("No website was asked yet, or nothing of it is kept.")
    number = words.count("{number} answer of a website", "{number} answers of websites", len(pages))
    oldest = min(page.asked_at for page in pages)
    return words.text("{number}. The oldest is of {day}.", number=number, day=day(words, oldest.astimezone(), today))


def _ask_folder(guide: Guide, owner: QWidget, title: str, done: Callable[[Path], object]) -> None:
    choose_folder(owner, title, lambda folder: done(folder) if guide.step else None)


def _save(guide: Guide, do: Do, folder: Path) -> None:
    words = guide.words

    def work(session: "Session", _progress: Progress) -> int:
        return online.save_pages(session, folder)

    def says(number: object) -> str:
        return words.count(
            "1 page saved to {folder}.", "{number} pages saved to {folder}.", _int(number), folder=folder
        )

    do(work, says, lambda _number: None)


def _take(guide: Guide, do: Do, folder: Path) -> None:
    words = guide.words

    def work(session: "Session", _progress: Progress) -> int:
        return online.take_pages(session, folder)

    do(work, lambda number: words.count("1 page kept.", "{number} pages kept.", _int(number)), lambda _number: None)


def _forget(guide: Guide, do: Do) -> None:
    words = guide.words

    def work(session: "Session", _progress: Progress) -> tuple[Page, ...]:
        return online.forget_pages(session)

    def back(gone: object) -> Callable[[], object]:
        def work(session: "Session", _progress: Progress) -> None:
            online.put_pages_back(session, gone if isinstance(gone, tuple) else ())

        def done(_none: object) -> None:
            guide.tell(words.text("What websites said counts again."))
            guide.renew()

        return lambda: guide.run(work, done, owner=None)

    do(work, lambda _gone: words.text("What websites said is forgotten. To undo it, close this and press Undo."), back)


def _int(value: object) -> int:
    return value if isinstance(value, int) else 0
