"""A button that shows what is chosen and opens a list to choose something else."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QActionGroup, QColor, QPainter
from PySide6.QtWidgets import QMenu

from ui.kit.buttons import Button, Painted
from ui.theme.icons import icon, picture
from ui.theme.look import Look

CHEVRON = "chevron-down"

Part = tuple[str, str]
"""A choice's icon and words."""


class MenuButton(Button):
    """Looks like a field that holds its choice; `picked` hears the place of what was chosen in the list.

    Choosing changes nothing by itself: whoever hears of it shows the new choice by `show_choice`. `about` tells it from
    others of the same label.
    """

    def __init__(
        self,
        look: Look,
        parts: Sequence[Part],
        chosen: int,
        picked: Callable[[int], object],
        *,
        label: str,
        name: str,
        icon_color: str = "",
        about: str = "",
    ) -> None:
        super().__init__(look, "", self._open, icon_after=CHEVRON, name=name)
        self.parts, self.label, self.picked = parts, label, picked
        self.icon_color = icon_color or look.colors.ink
        self.menu_open: QMenu | None = None
        self.about = about
        self.show_choice(chosen)

    def show_choice(self, chosen: int) -> None:
        """Hold another choice."""
        self.chosen = chosen
        self.before, text = self.parts[chosen]
        self.setText(text)
        self.setAccessibleName(self.look.words.text("{label}: {choice}", label=self.label, choice=text))
        opens = self.look.words.text("Opens a list to choose from.")
        self.setAccessibleDescription("\n".join(filter(None, (self.about, opens))))
        self.updateGeometry()

    def _open(self) -> None:
        menu = self.menu_open = QMenu(self)
        menu.setFont(self.look.font("row"))
        menu.setAccessibleName(self.label)
        menu.setMinimumWidth(self.width())
        group, side = QActionGroup(menu), self.look.px(18)
        for place, (name, text) in enumerate(self.parts):
            action = menu.addAction(text.replace("&", "&&"), partial(self.picked, place))
            action.setIcon(icon(name, self.look.colors.ink, side, self.look.colors.disabled_ink))
            action.setCheckable(True)
            action.setChecked(place == self.chosen)
            group.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        menu.setActiveAction(menu.actions()[self.chosen])

    def _paint_words(self, painter: QPainter, colors: Painted) -> None:
        """Icon and words at the start, the chevron at the end."""
        side, gap, pad = self.look.px(self.size_of.icon), self.look.px(8), self._padding()
        room, top, mirrored = self.width() - 2 * pad, (self.height() - side) // 2, self._mirrored()
        start, end = (pad + room - side, pad) if mirrored else (pad, pad + room - side)
        painter.drawPixmap(start, top, picture(self.before, self.icon_color, side))
        painter.drawPixmap(end, top, picture(CHEVRON, colors.ink, side))
        painter.setPen(QColor(colors.ink))
        painter.setFont(self.font())
        box = QRect(pad + side + gap, 0, max(1, room - 2 * (side + gap)), self.height())
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(box, int(flags), self.text())
