"""The next thing to do is the one filled button."""

from window_driver import Driver
from window_states import all_states

from ui.kit.buttons import Button


def filled(driver: Driver) -> list[str]:
    """The filled buttons of what is in front."""
    return [one.text() for one in driver.front.findChildren(Button) if one.isVisible() and one.kind == "primary"]


def test_no_page_or_dialog_has_two_filled_buttons(driver: Driver) -> None:
    too_many = {state: found for state in all_states(driver) if len(found := filled(driver)) > 1}
    assert too_many == {}
