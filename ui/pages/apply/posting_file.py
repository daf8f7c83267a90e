"""Taking the file of a posting, chosen or dropped."""

from collections.abc import Callable
from pathlib import Path

from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.drop import DropOn, Dropped
from ui.kit.fields import tell_fault
from ui.kit.files import choose_file
from ui.kit.layouts import Flow, column, holding
from ui.kit.text import Icon, Marked, Paragraph, Text


class FileCard(Card):
    """Takes a posting's file, chosen or dropped; what is wrong with it stands right here."""

    def __init__(self, guide: Guide, take: Callable[[Path], object], paste: Callable[[], object]) -> None:
        look, words = guide.look, guide.words
        self.guide, self.take = guide, take
        self.wrong = Marked(look, "broken", "", "caption", "danger", size=16, weight="semibold")
        self.wrong.hide()
        choose = Button(look, words.text("Choose the file"), self._choose, icon="folder-open", name="choose-posting")
        self.choose = choose
        pasting = Button(look, words.text("Paste its words"), paste, icon="clipboard-paste", name="paste-posting")
        says = Paragraph(
            look, words.text("A web page you saved, a text, or a file they sent. You can also drop it here."), "row"
        )
        inside = column(
            Icon(look, "upload", size=28),
            Text(look, words.text("Do you have the posting?"), "group"),
            says,
            holding(Flow(choose, pasting, gap=look.px(8))),
            self.wrong,
            gap=look.px(8),
            margins=(look.px(16), look.px(16), look.px(16), look.px(16)),
        )
        super().__init__(look, inside, ground="dashed")
        self.drops = DropOn(self, self._held, self._dropped)

    def fault(self, words: str) -> None:
        """Say what is wrong with the file, and leave the keyboard where another can be chosen."""
        tell_fault(self.choose, self.wrong, words)

    def _choose(self) -> None:
        words = self.guide.words
        kinds = f"{words.text('Posting')} (*.json *.html *.htm *.mhtml *.mht *.xml *.txt)"
        choose_file(self, words.text("Which file is the posting?"), kinds, self.take)

    def _held(self, number: int) -> None:
        self.on("chosen" if number else "dashed")

    def _dropped(self, found: Dropped) -> None:
        """Take the first of the files."""
        if found.files:
            self.take(found.files[0])
