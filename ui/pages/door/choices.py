"""The vaults to choose from, as cards."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QButtonGroup, QWidget

from app.journey.shelf import VaultHere
from app.wording import Words
from ui.kit.layouts import column, holding
from ui.kit.radio_card import RadioCard
from ui.pages.door.memory import DoorMemory, vault_name
from ui.theme.look import Look


def vault_cards(
    look: Look, memory: DoorMemory, choose: Callable[[VaultHere], object], elsewhere: Callable[[], object]
) -> QWidget:
    """A card for each vault, and one for a vault that is somewhere else."""
    words, cards = look.words, []
    for place, vault in enumerate(memory.vaults):
        icon = "" if vault in (memory.here or ()) else "usb"
        note, on = _note(words, vault, here=not icon), vault.folder == memory.chosen
        card = RadioCard(look, vault_name(words, vault), note, icon=icon, name=f"vault-{place}", checked=on)
        card.clicked.connect(partial(_call, choose, vault))
        cards.append(card)
    stick, note = words.text("A vault on a USB stick"), words.text("Plug it in, then choose its folder")
    other = RadioCard(look, stick, note, icon="usb", name="vault-elsewhere", checked=memory.vault is None)
    other.clicked.connect(lambda *_: elsewhere())
    box = holding(column(*cards, other, gap=look.px(10)))
    group = QButtonGroup(box)
    for card in (*cards, other):
        group.addButton(card)
    return box


def _call(choose: Callable[[VaultHere], object], vault: VaultHere, *_: object) -> None:
    choose(vault)


def _note(words: Words, vault: VaultHere, *, here: bool) -> str:
    """Where it is, and when something was last kept in it."""
    if not here:
        return words.text("In {folder}", folder=str(vault.folder))
    if vault.changed is None:
        return words.text("On this computer")
    return words.text("On this computer. Last changed: {day}", day=vault.changed.astimezone())
