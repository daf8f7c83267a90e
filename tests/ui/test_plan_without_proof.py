"""The Plan page where the solver has too little time, and where no plan keeps to the budget: true words, nothing lost."""

from functools import partial

import pytest
from plan_states import aim_for, set_limits_of
from window_driver import Driver

from app.journey import plan_page, ways
from app.journey.limits import Limits
from app.preferences import Preferences
from pathways.plans import cheapest, choosing, fastest
from ui.pages.plan import PlanPage
from ui.pages.planning.weeks import Weeks


def shown(driver: Driver) -> PlanPage:
    found = driver.window.pages["plan"]
    assert isinstance(found, PlanPage)
    return found


@pytest.mark.parametrize(
    ("driver", "told"),
    [
        ((Preferences(language="en"), (1440, 900)), "Maybe not the fastest yet. But no mix takes less than"),
        ((Preferences(language="es"), (1024, 640)), "Quizá no sea aún el más rápido. Pero ninguna mezcla dura menos de"),
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
    print(driver.texts())
    found = shown(driver).found
    print(found.ways.fastest.plan.weeks, found.ways.fastest.plan.bound, found.ways.fastest.plan.proven)
    assert told in driver.texts()
