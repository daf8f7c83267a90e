"""The Skills page as tests read it."""

from window_driver import Driver

from ui.dialogs.skill_search import PAUSE
from ui.pages.skill.groups import GroupCard

GIVING = "Give medications or immunizations"
MEDICINE = f"“Giving medication” sounds like “{GIVING}”. Is that right?"
YES_MEDICINE = f"Yes, “Giving medication” means “{GIVING}”"
LISTENING = "Change: Active Listening"


def rows(driver: Driver) -> list[str]:
    """The names of all skills shown."""
    return [line.shows.name for card in driver.shown(GroupCard) for line in card.lines.values()]


def line(driver: Driver, name: str):
    return next(one for card in driver.shown(GroupCard) for one in card.lines.values() if one.shows.name == name)


def search(driver: Driver, words: str) -> None:
    """Type into the search, and wait for what is found."""
    driver.write("search-skill", words)
    driver.qtbot.wait(2 * PAUSE)
    driver.settle()
