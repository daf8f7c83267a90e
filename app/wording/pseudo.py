"""A language made of English: longer, accented, in brackets; what a translation would break shows in it at once."""

import gettext
import re
from string import Formatter

STRETCH = 0.4
"""How much longer a text gets, as a share of its letters, spaces and signs; German and Spanish run 20–35 % longer."""
ACCENTS = str.maketrans(
    "ACDEGHIJKLNORSTUWYZacdeghijklnorstuwyz",
    "ÅÇĐÉĞĤÎĴĶĻÑÖŔŠŢÛŴÝŽåçđéğĥîĵķļñöŕšţûŵýž",
)
FILES = re.compile(r" \(\*[^()]*\)\Z")
RIGHT_TO_LEFT_MARK = "\N{RIGHT-TO-LEFT MARK}"


class PseudoCatalog(gettext.NullTranslations):
    """Every text stretched, with accents, between brackets; its places stay as they are."""

    def __init__(self, mark: str = "") -> None:
        super().__init__()
        self.mark = mark

    def gettext(self, message: str) -> str:
        """The text in the pseudo-language; which files a dialog shows stays as it is, at the end."""
        files = FILES.search(message)
        said = message[: files.start()] if files else message
        return f"{self.mark}[{stretched(said)}]{files[0] if files else ''}" if message else ""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The text of the plural form that English takes for `n`."""
        return self.gettext(super().ngettext(msgid1, msgid2, n))


def stretched(text: str) -> str:
    """The text with accents and with letters doubled, evenly, until it is longer by STRETCH."""
    made, due = list[str](), -1.0  # the brackets count too
    for literal, name, _spec, _conversion in Formatter().parse(text):
        for letter in literal:
            due += STRETCH
            more = int(due) if letter.isalpha() else 0
            due -= more
            made.append(escaped(letter).translate(ACCENTS) * (1 + more))
        if name is not None:
            made.append(f"{{{name}}}")
    return "".join(made) + "~" * max(0, int(due))


def escaped(letter: str) -> str:
    """A letter as a text with places writes it."""
    return letter * 2 if letter in "{}" else letter
