"""What tests of the Plan page do in the window, and look at in it."""

from window_driver import Driver

from app.journey.plan.kept import KeptPlan, kept_plan
from app.journey.session import Session
from app.vault import store_plan
from ui.pages.plan import PlanPage
from ui.pages.planning.map_view import MapView
from ui.work.task import Progress


def opened(driver: Driver, name: str) -> Driver:
    """The Plan page of a practice learner."""
    driver.practice(name)
    driver.window.go("plan")
    driver.settle()
    return driver


def asked(driver: Driver, work: object) -> object:
    """What the vault has."""
    found: list[object] = []
    driver.window.run(work, found.append, owner=driver.window)
    driver.settle()
    return found[0]


def kept(driver: Driver) -> KeptPlan | None:
    def look(session: Session, _progress: Progress) -> KeptPlan | None:
        return kept_plan(session, store_plan.goal(session.vault) or "")

    return asked(driver, look)


def shown_page(driver: Driver) -> PlanPage:
    found = driver.window.pages["plan"]
    assert isinstance(found, PlanPage)
    return found


def the_map(driver: Driver) -> MapView:
    found = driver.window.findChild(MapView, "map")
    assert found is not None
    return found
