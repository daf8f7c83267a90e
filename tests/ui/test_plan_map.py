"""Step 4, the Plan page: the ways to the goal as a map, and the list that says the same."""

import pytest
from plan_steps import opened, shown_page, the_map
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from window_driver import Driver
from window_faults import cut

from app.preferences import Preferences
from ui.pages.planning.map_view import MapView
from ui.pages.planning.weeks import Weeks


@pytest.fixture
def page(driver: Driver) -> Driver:
    return opened(driver, "Maya Torres")


def test_the_list_says_all_that_the_map_shows(page: Driver) -> None:
    lanes = the_map(page).canvas.ways.lanes
    page.press("as-list")
    said = page.texts()
    for lane in lanes:
        assert lane.title in said
        assert lane.sentence in said
        for node in lane.nodes:
            assert node.name in said
            assert node.sentence in said
    assert "The list of ways says the same in words." in the_map_name(page)


def the_map_name(page: Driver) -> str:
    page.press("as-map")
    return str(QAccessible.queryAccessibleInterface(the_map(page).canvas).text(QAccessible.Text.Name))


def test_the_map_is_walked_with_arrow_keys_and_moves_where_there_is_no_step(page: Driver) -> None:
    view, memory = the_map(page), shown_page(page).memory
    view.setFocus()
    first = memory.node
    page.key(Qt.Key.Key_Right)
    assert memory.node is not None
    assert memory.node != first
    page.key(Qt.Key.Key_Left)
    assert memory.node == first
    for _ in range(30):
        page.key(Qt.Key.Key_Down)
    assert memory.node is not None
    assert memory.node[0] == "program"
    page.press("zoom-in")
    page.press("zoom-in")
    view.setFocus()
    view.verticalScrollBar().setValue(0)
    page.key(Qt.Key.Key_Down)
    assert view.verticalScrollBar().value() > 0


def test_the_map_is_dragged_clicked_and_zoomed(page: Driver) -> None:
    view = the_map(page)
    for _ in range(2):
        page.press("zoom-in")
    QTest.mousePress(view.canvas, Qt.MouseButton.LeftButton, pos=QPoint(200, 300))
    QTest.mouseMove(view.canvas, QPoint(200, 200))
    QTest.mouseRelease(view.canvas, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    assert view.verticalScrollBar().value() == 100
    key, box = list(view.canvas.chart.boxes())[2]
    QTest.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=(box.center() * view.canvas.zoom).toPoint())
    assert shown_page(page).memory.node == key
    before = view.canvas.zoom
    page.press("zoom-in")
    assert view.canvas.zoom == before * 1.25
    page.press("zoom-fit")
    assert view.canvas.height() <= view.height()
    assert view.canvas.width() <= view.width()


@pytest.mark.parametrize("driver", [(Preferences(language="en", theme="light"), (1024, 640))], indirect=True)
def test_where_there_is_little_room_the_list_comes_and_weeks_are_words(driver: Driver) -> None:
    page = opened(driver, "Maya Torres")
    assert page.window.findChild(MapView, "map") is None
    said = page.texts()
    assert "Weeks 3 to 8: Vital signs, 6 wks, free." in said
    page.press("group-missing")
    assert "13" in said


@pytest.mark.parametrize("name", ["Maya Torres", "Renee Brooks", "Daniel Novak"])
def test_the_map_shows_today_and_the_goal_in_words_that_can_be_read_and_cuts_none(driver: Driver, name: str) -> None:
    driver.practice(name)
    driver.window.go("plan")
    driver.settle()
    view = the_map(driver)
    chart, zoom = view.canvas.chart, view.canvas.zoom
    assert zoom == 1, "words on the map are 13 pixels high and no smaller"
    assert chart.goal.right() <= view.viewport().width()
    assert [lane.names is None for lane in chart.lanes].count(True) == 1, "ways that are not looked at are folded"
    assert len(chart.lanes) > 2
    driver.press("plan-fastest")
    opened = [lane.lane.kind for lane in view.canvas.chart.lanes if lane.names is None]
    assert "fastest" in opened
    assert not [fault for fault in cut(driver.window) if "painted" in fault or "picture" in fault]
    assert driver.window.findChildren(Weeks)[0].lettering
