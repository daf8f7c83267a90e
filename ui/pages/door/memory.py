"""What the door keeps while it is drawn anew: which vault is chosen, what is typed, what went wrong."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import PersonError
from app.journey.shelf import VaultHere
from app.wording import Words
from pathways.errors import PathwaysError
from ui.pages.door.openings import Key

if TYPE_CHECKING:
    from app.journey.vaults import WayOut
    from ui.pages.welcome import WelcomePage


@dataclass(frozen=True)
class Refused:
    """A vault that did not open: why, which one, and with what it was tried."""

    error: PersonError | PathwaysError
    vault: VaultHere
    key: Key

    @property
    def ways_out(self) -> tuple["WayOut", ...]:
        """What can be done about it; nothing where another try will do."""
        from app.journey.vaults import ways_out

        return ways_out(self.error)

    def sentence(self, words: Words) -> str:
        """Why, in the learner's language."""
        return words.problem(self.error.code, self.error.values)


@dataclass
class DoorMemory:
    """`here` are the vaults found on this computer (None: nobody looked yet), `elsewhere` those the learner named.

    `said` is a sentence that stands over all else; `page` the door as it is drawn now.
    """

    here: tuple[VaultHere, ...] | None = None
    elsewhere: tuple[VaultHere, ...] = ()
    chosen: Path | None = None
    typed: str = field(default="", repr=False)
    opening: bool = False
    refused: Refused | None = None
    said: str = ""
    page: "WelcomePage | None" = field(default=None, repr=False)

    @property
    def vaults(self) -> tuple[VaultHere, ...]:
        """Every vault to choose from."""
        known = {one.folder for one in self.here or ()}
        return (*(self.here or ()), *(one for one in self.elsewhere if one.folder not in known))

    @property
    def vault(self) -> VaultHere | None:
        """The vault that is chosen."""
        return next((one for one in self.vaults if one.folder == self.chosen), None)

    def choose(self, folder: Path | None) -> None:
        """Choose another vault; what was typed for one before is not kept."""
        if folder != self.chosen:
            self.typed, self.refused = "", None
        self.chosen = folder

    def add(self, vaults: tuple[VaultHere, ...]) -> None:
        """Offer vaults that the learner named, and choose the first of them."""
        known = {one.folder for one in self.elsewhere}
        self.elsewhere = (*self.elsewhere, *(one for one in vaults if one.folder not in known))
        self.choose(vaults[0].folder)


def vault_name(words: Words, vault: VaultHere) -> str:
    """What a vault is called where nobody has opened it yet: by its folder."""
    return vault.name or words.text("My vault")
