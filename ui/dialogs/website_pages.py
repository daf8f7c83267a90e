"""What websites said, as this vault keeps it: how much, since when, carrying it to another computer, forgetting it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtWidgets import QWidget

from app.journey.records import online
from app.online.pages import Page
from app.wording import Words
from app.wording.days import day
from ui.guide import Guide
from ui.kit.buttons import Button, Kind
from ui.kit.card import Card
from ui.kit.files import choose_folder
from ui.kit.layouts import Flow, column, holding
from ui.kit.text import Text
from ui.theme.look import Look
from ui.work.task import Progress

if TYPE_CHECKING:
    from app.journey.session import Session

Gave = TypeVar("Gave")


class Do(Protocol):
    """Does work with the vault; what is told of it comes from what it gave, and so does the way to take it back."""

    def __call__(
        self,
        change: Callable[["Session", Progress], Gave],
        says: Callable[[Gave], str],
        undo: Callable[[Gave], Callable[[], object] | None] = ...,
    ) -> None:
        """Do it; without `undo` it cannot be taken back."""


def card(guide: Guide, pages: tuple[Page, ...], today: datetime, do: Do) -> QWidget:
    """The card, with its buttons."""
    look, words = guide.look, guide.words
    inside = column(gap=look.px(6), margins=(look.px(14), look.px(10), look.px(14), look.px(10)))
    inside.addWidget(Text(look, told(words, pages, today), "row", weight="semibold"))
    says = words.text("They stay in your vault with their day. You can take them to a computer that is not online.")
    inside.addWidget(Text(look, says, "caption", "quiet"))

    def in_folder(title: str, then: Callable[[Guide, Do, Path], None]) -> Callable[[], None]:
        return lambda: choose_folder(made, title, lambda folder: then(guide, do, folder) if guide.step else None)

    into = in_folder(words.text("Which folder to save to?"), _save)
    source = in_folder(words.text("Which folder holds the pages?"), _take)
    save = _button(look, words.text("Save to a folder…"), into, "save-website-pages", icon="download")
    bring = _button(look, words.text("Bring in from a folder…"), source, "take-website-pages", icon="folder-open")
    forget = words.text("Forget them all")
    away = _button(look, forget, lambda: _forget(guide, do), "forget-website-pages", kind="danger")
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


def _button(
    look: Look, text: str, press: Callable[[], None], name: str, *, icon: str = "", kind: Kind = "plain"
) -> Button:
    return Button(look, text, press, kind=kind, size="small", icon=icon, name=name)


def _save(guide: Guide, do: Do, folder: Path) -> None:
    words = guide.words

    def work(session: "Session", _progress: Progress) -> int:
        return online.save_pages(session, folder)

    def says(number: int) -> str:
        return words.count("1 page saved to {folder}.", "{number} pages saved to {folder}.", number, folder=folder)

    do(work, says)


def _take(guide: Guide, do: Do, folder: Path) -> None:
    words = guide.words

    def work(session: "Session", _progress: Progress) -> int:
        return online.take_pages(session, folder)

    do(work, lambda number: words.count("1 page kept.", "{number} pages kept.", number))


def _forget(guide: Guide, do: Do) -> None:
    words = guide.words

    def work(session: "Session", _progress: Progress) -> tuple[Page, ...]:
        return online.forget_pages(session)

    def back(gone: tuple[Page, ...]) -> Callable[[], object]:
        def work(session: "Session", _progress: Progress) -> None:
            online.put_pages_back(session, gone)

        def done(_none: object) -> None:
            guide.tell(words.text("What websites said counts again."))
            guide.renew()

        return lambda: guide.run(work, done, owner=None)

    do(work, lambda _gone: words.text("What websites said is forgotten. To undo it, close this and press Undo."), back)
