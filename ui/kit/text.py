"""Labels. All of them show plain text: what a file says is never read as markup."""

import re
from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.kit.lettering import Lettering
from ui.theme.icons import picture
from ui.theme.look import TYPE, Look, Role, Weight
from ui.theme.marks import Mark, paint_mark

Tone = Literal["ink", "quiet", "primary", "on_primary", "blue", "shown", "partly", "to_learn", "danger", "band_ink"]


LONGEST_WORD, PART = 30, 12
"""Letters of a word that still fits a line at 200 % text, and of the parts that a longer one may break into."""
BREAK = "\u200b"
"""Shows nothing and lets a line end (Unicode: zero width space)."""


def breakable(text: str) -> str:
    """The text with places where words that are too long may break: after hyphens, else anywhere."""
    return re.sub(rf"[^\s{BREAK}]{{{LONGEST_WORD},}}", lambda word: BREAK.join(_parts(word[0])), text)


def _parts(word: str) -> list[str]:
    groups = re.findall("[^-]*-|[^-]+", word)
    long = any(len(group) >= LONGEST_WORD for group in groups)
    return [word[start : start + PART] for start in range(0, len(word), PART)] if long else groups


class Text(QLabel):
    """One piece of plain text that wraps where there is no room."""

    def __init__(
        self, look: Look, text: str, role: Role = "body", tone: Tone = "ink", *, weight: Weight | None = None
    ) -> None:
        super().__init__()
        self.look = look
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(look.font(role, weight))
        self.setWordWrap(True)
        # never Minimum: that would keep the height of a narrower shape than the one it has
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._plain = ""
        self.setText(text)
        self.tone(tone)

    def setText(self, text: str) -> None:  # noqa: N802  Qt's name
        """Show this; a word too long for any line, such as an address, may break."""
        shown = breakable(text)
        if shown != text or self._plain:  # a screen reader hears the words as they are
            self.setAccessibleName(text if shown != text else "")
        self._plain = text if shown != text else ""
        super().setText(shown)

    def text(self) -> str:
        """The words as they were given."""
        return self._plain or super().text()

    def tone(self, tone: Tone) -> None:
        """Give the text another color of the theme."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(getattr(self.look.colors, tone)))
        self.setPalette(palette)


class Line(Text):
    """Text that asks for one line, and wraps only where it does not get the room."""

    def sizeHint(self) -> QSize:
        """As wide as all of it."""
        around = self.contentsMargins()
        wide = self.fontMetrics().horizontalAdvance(self.text()) + around.left() + around.right() + 3
        return QSize(wide, super().heightForWidth(wide))


class Paragraph(Text):
    """Sentences with room between the lines; parts may be bold, in a color of their own (`strong`).

    Given as plain text, escaped here.
    """

    def __init__(
        self,
        look: Look,
        parts: str | Sequence[tuple[str, bool]],
        role: Role = "body",
        tone: Tone = "ink",
        *,
        strong: Tone | None = None,
    ) -> None:
        super().__init__(look, "", role, tone)
        self.strong = str(getattr(look.colors, strong or tone))
        self.parts(parts, role)

    def parts(self, parts: str | Sequence[tuple[str, bool]], role: Role = "body") -> None:
        """Show these parts, each with whether it is bold."""
        from html import escape  # knows every letter by name; the door has no use for that

        pieces = [(parts, False)] if isinstance(parts, str) else list(parts)
        size, height, _ = TYPE[role]
        shown = [(escape(breakable(text)), bold) for text, bold in pieces]
        inside = "".join(f'<b style="color:{self.strong}">{text}</b>' if bold else text for text, bold in shown)
        self.setTextFormat(Qt.TextFormat.RichText)
        QLabel.setText(self, f'<div style="line-height:{round(100 * height / size / NATURAL)}%">{inside}</div>')
        self.setAccessibleName("".join(text for text, _ in pieces))


NATURAL = 1.25
"""The typeface's own line height as a share of its size; Qt's percentages count from it."""


class Heading(Text):
    """A page's question or a dialog's title: takes the focus when the page comes, so that it is read aloud."""

    def __init__(self, look: Look, text: str, role: Role = "question") -> None:
        super().__init__(look, text, role)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(text)
        self.setObjectName("heading")


class Marked(Text):
    """Text with a painted mark before it; the mark says nothing that the words do not."""

    def __init__(
        self,
        look: Look,
        mark: Mark,
        text: str,
        role: Role = "row",
        tone: Tone = "ink",
        *,
        weight: Weight | None = None,
        size: int = 18,
        gap: int = 8,
        ground: str | None = None,
    ) -> None:
        super().__init__(look, text, role, tone, weight=weight)
        self.mark = mark
        self.side = look.px(size)
        self.ground = ground or look.colors.card
        _room_before(self, self.side + look.px(gap))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, then its mark beside the first line."""
        super().paintEvent(event)
        painter = QPainter(self)
        paint_mark(painter, self.mark, _first_line_box(self, self.side), self.look.colors, self.ground)
        painter.end()


class Drawn(QLabel):
    """A picture that says in words what it shows; kinds of it paint themselves."""

    def __init__(self, look: Look, says: str) -> None:
        super().__init__()
        self.look = look
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.says(says)

    def says(self, words: str) -> None:
        """What a screen reader reads for the picture; without words it is decoration."""
        self.setAccessibleName(words)
        if words and self.pixmap().isNull():  # only a label that holds a picture is called one
            clear = QPixmap(1, 1)
            clear.fill(Qt.GlobalColor.transparent)
            self.setPixmap(clear)

    @property
    def lettering(self) -> tuple[Lettering, ...]:
        """All words that it paints."""
        return ()

    @property
    def paper(self) -> QRectF:
        """Where they may stand."""
        return QRectF(self.rect())


class MarkAlone(Drawn):
    """A mark that stands alone, beside words that say the same."""

    def __init__(self, look: Look, mark: Mark, *, size: int = 18, ground: str | None = None) -> None:
        super().__init__(look, "")
        self.mark, self.ground = mark, ground or look.colors.card
        self.setFixedSize(look.px(size), look.px(size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The mark."""
        painter = QPainter(self)
        paint_mark(painter, self.mark, QRectF(self.rect()), self.look.colors, self.ground)
        painter.end()


class Pictured(Text):
    """Text with a line icon before it."""

    def __init__(
        self,
        look: Look,
        icon: str,
        text: str,
        role: Role = "row",
        tone: Tone = "ink",
        *,
        weight: Weight | None = None,
        icon_tone: Tone | None = None,
        size: int = 18,
    ) -> None:
        super().__init__(look, text, role, tone, weight=weight)
        self.icon = icon
        self.icon_tone: Tone = icon_tone or tone
        self.side = look.px(size)
        _room_before(self, self.side + look.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, then its icon beside the first line."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.drawPixmap(
            _first_line_box(self, self.side).topLeft(),
            picture(self.icon, str(getattr(self.look.colors, self.icon_tone)), self.side),
        )
        painter.end()


def _room_before(label: QLabel, room: int) -> None:
    rtl = label.layoutDirection() == Qt.LayoutDirection.RightToLeft
    label.setContentsMargins(0 if rtl else room, 0, room if rtl else 0, 0)
    label.setMinimumHeight(room - 8 if room > 8 else room)


def _first_line_box(label: QLabel, side: int) -> QRectF:
    line = label.fontMetrics().height()
    wrapped = label.heightForWidth(label.width()) > line * 1.5
    top = max(0.0, (line - side) / 2) if wrapped else (label.height() - side) / 2
    rtl = label.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return QRectF(label.width() - side if rtl else 0, top, side, side)


class Icon(Drawn):
    """A line icon that stands alone; without words it is decoration beside a text that says the same."""

    def __init__(self, look: Look, name: str, tone: Tone = "primary", size: int = 18, says: str = "") -> None:
        super().__init__(look, says)
        self.icon = picture(name, str(getattr(look.colors, tone)), look.px(size))
        self.setFixedSize(look.px(size), look.px(size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The icon."""
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self.icon)
        painter.end()


def bare(parent: QWidget | None = None) -> QWidget:
    """An empty widget to lay others out in."""
    return QWidget(parent)
