"""The typeface that ships with the program."""

from PySide6.QtGui import QFontDatabase

from app.places import asset

FILES = ("Regular", "SemiBold", "Bold")


def load_fonts() -> None:
    """Make Atkinson Hyperlegible Next known to Qt; RuntimeError where a font file is broken."""
    for weight in FILES:
        path = asset("fonts", f"AtkinsonHyperlegibleNext-{weight}.ttf")
        if QFontDatabase.addApplicationFont(str(path)) == -1:
            raise RuntimeError(f"the font {path.name} does not load")
