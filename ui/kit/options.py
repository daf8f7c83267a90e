"""A choice of one from a few, each with its words; they go on in a new line where there is no room."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QButtonGroup, QWidget

from ui.kit.choices import Radio
from ui.kit.layouts import Flow, column, holding
from ui.kit.text import Text
from ui.theme.look import Look


class Options(QWidget):
    """A label and its radios; `changed` hears the place of the one chosen. Each is called "label: choice"."""

    def __init__(
        self,
        look: Look,
        label: str,
        parts: Sequence[tuple[str, str]],
        changed: Callable[[int], object],
        *,
        chosen: int = 0,
    ) -> None:
        super().__init__()
        self.setAccessibleName(label)
        self.group = QButtonGroup(self)
        radios = []
        for place, (name, text) in enumerate(parts):
            says = look.words.text("{label}: {choice}", label=label, choice=text)
            radio = Radio(look, text, name=name, says=says, boxed=True, checked=place == chosen)
            self.group.addButton(radio, place)
            radios.append(radio)
        self.group.idClicked.connect(changed)
        title = Text(look, label, "row", weight="semibold")
        self.setLayout(column(title, holding(Flow(*radios, gap=look.px(8))), gap=look.px(6)))

    def choose(self, place: int) -> None:
        """Choose another one without being asked; nobody hears of it."""
        self.group.button(place).setChecked(True)
