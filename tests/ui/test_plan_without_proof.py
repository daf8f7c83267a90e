"""The Plan page where the solver has too little time: true words, and what no plan can beat."""

from functools import partial

import pytest
from window_driver import Driver

from app.journey.plan import page as plan_page
from app.preferences import Preferences
from ui.pages.plan import PlanPage


def shown(driver: Driver) -> PlanPage:
    found = driver.window.pages["plan"]
    assert isinstance(found, PlanPage)
    return found


@pytest.mark.parametrize(
    ("driver", "told"),
    [
        ((Preferences(language="en"), (1440, 900)), "Maybe not the fastest yet. But no mix takes less than"),
        (
            (Preferences(language="es"), (1024, 640)),
            "Quizá no sea aún el más rápido. Pero ninguna mezcla dura menos de",
        ),
    ],
    ids=["en", "es"],
    indirect=["driver"],
)
def test_a_plan_that_could_not_be_proven_says_so_and_shows_what_none_can_beat(
    driver: Driver, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plan_page, "find_ways", partial(plan_page.find_ways, time_limit=0.0))
    driver.practice("Renee Brooks")
    driver.window.go("plan")
    driver.settle()
    found = shown(driver).found
    assert found is not None
    quick = found.ways.fastest.plan
    assert not quick.proven
    assert quick.weeks is not None
    assert 0 < quick.bound < quick.weeks
    assert told in driver.texts()
