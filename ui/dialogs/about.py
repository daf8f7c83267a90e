"""What the program is, and whose work is inside: all of it readable without a network."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.wording.marking import marked
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Rule
from ui.kit.dialog import Dialog
from ui.kit.fields import Field, text_edit
from ui.kit.layouts import column, holding, row
from ui.kit.text import Paragraph, Text
from ui.kit.turns import Turns
from ui.theme.look import Look
from ui.work.task import Progress

if TYPE_CHECKING:
    from app.journey.credits import Credit, DataCredit

WIDE = 760
AT_ONCE = 12
"""Lines that stand there when the dialog comes: about what can be seen of it."""
WHAT = marked("Pathfolio is free. You may use it, share it and change it under the Apache License 2.0.")
QT = marked(
    "Qt and PySide6 draw the window. They are used under the LGPL, version 3, and so are frozendict and openvc. "
    "You may replace them with your own: each is a file of its own in this folder: {folder}"
)
CREDITS = marked("The credits below are in the words that their owners ask for.")
MEANING = {
    "fonts": marked("The letters of the window"),
    "icons": marked("The icons"),
    "contexts": marked("What the words in a record mean"),
    "python": marked("The language that Pathfolio is written in"),
}


@dataclass(frozen=True)
class Everything:
    """All that is told."""

    version: str
    data: tuple["DataCredit", ...]
    own: tuple["Credit", ...]
    libraries: tuple["Credit", ...]


def read_everything(_progress: Progress) -> Everything:
    """Gather it, on the worker."""
    from app.journey.credits import data_sources, libraries, own_parts, version

    return Everything(version(), data_sources(), own_parts(), libraries())


def open_dialog(guide: Guide) -> None:
    """Gather, then show."""

    def show(found: Everything) -> None:
        guide.open(_make(guide, found), again=lambda: _make(guide, found))

    guide.apart(read_everything, show, owner=None)


def _make(guide: Guide, found: Everything) -> Dialog:
    look, words = guide.look, guide.words
    room = column(gap=look.px(10))
    close = Button(look, words.text("Close"), kind="primary", name="close")
    title = words.text("About Pathfolio")
    dialog = Dialog(look, title, holding(room), [close], head_icon="pathfolio", wide=WIDE)
    close.clicked.connect(dialog.accept)
    parts = _parts(guide, found)
    for make in parts[:AT_ONCE]:
        room.addWidget(make())
    Turns(dialog).take([partial(_add, room, make) for make in parts[AT_ONCE:]])
    return dialog


def _add(room: QVBoxLayout, make: Callable[[], QWidget]) -> None:
    room.addWidget(make())


def _parts(guide: Guide, found: Everything) -> list[Callable[[], QWidget]]:
    """What is told, from above to below, each to be made when its turn comes."""
    look, words = guide.look, guide.words
    folder = str(Path(PySide6.__file__).parent.parent)
    return [
        lambda: Paragraph(look, words.text(WHAT)),
        lambda: _line(guide, "Pathfolio", found.version, "Apache-2.0", "pathfolio"),
        lambda: Rule(look),
        lambda: Text(look, words.text("Career data"), "group"),
        lambda: Paragraph(look, words.text(CREDITS), "row"),
        *(partial(data_credit, guide, one) for one in found.data),
        lambda: Rule(look),
        lambda: Text(look, words.text("In the window"), "group"),
        *(partial(_credit, guide, one) for one in found.own),
        lambda: Rule(look),
        lambda: Text(look, words.text("Libraries"), "group"),
        lambda: Paragraph(look, words.text(QT, folder=folder), "row"),
        *(partial(_credit, guide, one) for one in found.libraries),
    ]


def _credit(guide: Guide, one: "Credit") -> QWidget:
    meaning = MEANING.get(one.key)
    return _line(guide, one.name, one.version, one.terms, one.key, guide.words.text(meaning) if meaning else "")


def _line(guide: Guide, name: str, version: str, terms: str, key: str, note: str = "") -> QWidget:
    look, words = guide.look, guide.words
    says = words.text("Read the license of {name}", name=name)
    read = Button(
        look, words.text("Read"), partial(_read, guide, name, key), size="small", says=says, name=f"read-{key}"
    )
    line = row(gap=look.px(12))
    line.addLayout(_told(look, f"{name} {version}".strip(), [note, terms]), 1)
    line.addWidget(read)
    return holding(line)


def data_credit(guide: Guide, one: "DataCredit") -> QWidget:
    """A published source, with the words that its license asks for."""
    return holding(_told(guide.look, one.title, [one.publisher, one.terms, one.attribution, one.address]))


def _told(look: Look, name: str, lines: list[str]) -> QVBoxLayout:
    """A name and what is said of it."""
    below = Text(look, "\n".join(filter(None, lines)), "caption", "quiet")
    return column(Text(look, name, "row", weight="semibold"), below, gap=look.px(2))


def _read(guide: Guide, name: str, key: str) -> None:
    def work(_progress: Progress) -> str:
        from app.journey.credits import text_of

        return text_of(key)

    def show(text: str) -> None:
        guide.open(_text(guide, name, text), again=lambda: _text(guide, name, text))

    guide.apart(work, show, owner=None)


def _text(guide: Guide, name: str, text: str) -> Dialog:
    look, words = guide.look, guide.words
    edit = text_edit(look, text, lines=18)
    edit.setReadOnly(True)
    edit.setFont(look.font("row"))
    title = words.text("License of {name}", name=name)
    close = Button(look, words.text("Close"), kind="primary", name="close")
    body = holding(column(Field(look, words.text("As its owners wrote it"), edit, name="license")))
    dialog = Dialog(look, title, body, [close], wide=WIDE)
    close.clicked.connect(dialog.accept)
    return dialog
