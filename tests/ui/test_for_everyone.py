"""Every page and dialog, in every look: named, readable, reachable, nothing cut, one thing to do next."""

import pytest
from window_contrast import poor_contrast
from window_driver import Driver
from window_faults import cut, overlapping, small_targets, two_filled, unreached
from window_states import all_states
from window_tree import nameless

from app.preferences import Preferences

LOOKS = {
    "light": (Preferences(language="en", theme="light"), (1440, 900)),
    "dark_spanish": (Preferences(language="es", theme="dark"), (1440, 900)),
    "contrast_large": (Preferences(language="en", theme="contrast", text_size=150), (1440, 900)),
    "small": (Preferences(language="en", theme="light"), (1024, 640)),
    "small_large_spanish": (Preferences(language="es", theme="dark", text_size=200), (1024, 640)),
    "stretched": (Preferences(language="pseudo", theme="light", text_size=200), (1024, 640)),
    "right_to_left": (Preferences(language="pseudo-rtl", theme="light"), (1440, 900)),
}


@pytest.mark.parametrize("driver", LOOKS.values(), ids=LOOKS, indirect=True)
def test_every_page_and_dialog_is_for_everyone(driver: Driver) -> None:
    faults = [
        f"{state}: {fault}"
        for state in all_states(driver)
        for look in (nameless, unreached, small_targets, two_filled, cut, overlapping, poor_contrast)
        for fault in look(driver.front)
    ]
    assert not faults, "\n" + "\n".join(faults)
