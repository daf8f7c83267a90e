"""The bar above every page: whose vault, lock, help, language, text size."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from app.preferences import TEXT_SIZES
from app.wording.languages import LANGUAGE_NAMES
from ui.kit.buttons import Button
from ui.kit.card import Card, Plain
from ui.kit.layouts import column, row
from ui.kit.text import Icon, Text
from ui.theme.look import Look


@dataclass(frozen=True)
class TopActions:
    """What the top bar can do."""

    lock: Callable[[], object]
    help: Callable[[], object]
    settings: Callable[[], object]
    about: Callable[[], object]
    received: Callable[[], object]
    language: Callable[[str], object]
    text_size: Callable[[int], object]


def top_bar(
    look: Look,
    start: Sequence[QWidget | QHBoxLayout],
    size: int,
    do: TopActions,
    *,
    locked: bool,
    whose_vault: str = "",
) -> Plain:
    """The bar above the page; where there is little room, language, text size and whose vault it is move into More."""
    words = look.words
    line = row(gap=look.px(10), margins=(look.margin, look.px(8), look.margin, look.px(8)))
    for item in start:
        if isinstance(item, QWidget):
            line.addWidget(item)
        else:
            line.addLayout(item)
    line.addStretch(1)
    if not locked and look.compact:
        line.addWidget(Button(look, words.text("Lock"), do.lock, icon="lock", name="lock"))
    line.addWidget(Button(look, words.text("Help"), do.help, icon="circle-help", name="help"))
    if look.compact:
        line.addWidget(_more(look, size, do, whose_vault))
    else:
        line.addWidget(_languages(look, do.language))
        line.addWidget(_sizes(look, size, do.text_size))
        line.addWidget(_settings(look, do))
    bar = Plain(look, look.colors.card, line, line="below")
    bar.setMinimumHeight(look.px(56))
    return bar


def whose(look: Look, name: str, kind: str) -> QHBoxLayout:
    """Whose vault is open."""
    lines = Text(look, name, "row", weight="bold"), Text(look, kind, "label", "quiet")
    for line in lines:
        line.setWordWrap(False)
    return row(Icon(look, "user", size=22), column(*lines), gap=look.px(10))


def _menu_button(look: Look, text: str, icon: str, name: str) -> tuple[Button, QMenu]:
    button = Button(look, text, icon=icon, icon_after="chevron-down", name=name)
    menu = QMenu(button)
    menu.setFont(look.font("row"))
    button.clicked.connect(lambda *_: menu.popup(button.mapToGlobal(button.rect().bottomLeft())))
    return button, menu


def _languages(look: Look, choose: Callable[[str], object]) -> Button:
    current = LANGUAGE_NAMES.get(look.words.language, LANGUAGE_NAMES["en"])
    button, menu = _menu_button(look, current, "globe", "language")
    button.setAccessibleName(look.words.text("Language: {name}", name=current))
    for code, name in LANGUAGE_NAMES.items():
        menu.addAction(name, partial(choose, code))
    return button


def _sizes(look: Look, size: int, choose: Callable[[int], object]) -> QWidget:
    words = look.words
    smaller, larger = neighbours(size)
    percent = words.text("{percent}%", percent=str(size))
    less = _sizer(look, "minus", words.text("Smaller text"), "text-smaller", lambda: choose(smaller))
    more = _sizer(look, "plus", words.text("Larger text"), "text-larger", lambda: choose(larger))
    less.setEnabled(smaller != size)
    more.setEnabled(larger != size)
    less.setAccessibleDescription("" if less.isEnabled() else words.text("The text is as small as it gets."))
    more.setAccessibleDescription("" if more.isEnabled() else words.text("The text is as large as it gets."))
    label, now = Text(look, words.text("Text size"), "caption", "quiet"), Text(look, percent, "caption")
    now.setAccessibleName(words.text("Text size {percent}", percent=percent))
    for one in (label, now):
        one.setWordWrap(False)
    return Card(
        look, row(label, less, now, more, gap=look.px(4), margins=(look.px(10), 3, 4, 3)), ground="control", radius=8
    )


def _sizer(look: Look, icon: str, says: str, name: str, clicked: Callable[[], object]) -> Button:
    return Button(look, "", clicked, kind="quiet", size="small", icon=icon, says=says, name=name)


def neighbours(size: int) -> tuple[int, int]:
    """The text sizes below and above, in percent; the same at either end."""
    at = TEXT_SIZES.index(size) if size in TEXT_SIZES else 0
    return TEXT_SIZES[max(0, at - 1)], TEXT_SIZES[min(len(TEXT_SIZES) - 1, at + 1)]


def _settings(look: Look, do: TopActions) -> Button:
    says = look.words.text("Settings")
    return Button(look, "", do.settings, icon="settings", says=says, name="settings")


def _more(look: Look, size: int, do: TopActions, whose_vault: str) -> Button:
    words = look.words
    button, menu = _menu_button(look, words.text("More"), "", "more")
    if whose_vault:
        menu.addAction(whose_vault.replace("&", "&&")).setEnabled(False)
        menu.addSeparator()
    for code, name in LANGUAGE_NAMES.items():
        menu.addAction(name, partial(do.language, code))
    menu.addSeparator()
    smaller, larger = neighbours(size)
    menu.addAction(words.text("Larger text"), lambda: do.text_size(larger)).setEnabled(larger != size)
    menu.addAction(words.text("Smaller text"), lambda: do.text_size(smaller)).setEnabled(smaller != size)
    menu.addSeparator()
    menu.addAction(words.text("Check something I was sent"), do.received)
    menu.addAction(words.text("Settings"), do.settings)
    menu.addAction(words.text("About Pathfolio"), do.about)
    return button
