"""What Python no longer needs is taken apart on the window's thread, and only while nobody waits."""

import gc
import threading
import weakref

from window_driver import Driver

from ui.work.garbage import ENOUGH, LONG, Garbage


class Ring:
    """Something that only the collector can take apart."""

    def __init__(self) -> None:
        self.itself = self


class Waits:
    """Something of the window that asks the worker and is gone when the answer comes."""

    def work(self, _progress: object) -> None:
        """Nothing much."""

    def done(self, _none: object) -> None:
        """Nobody is there."""


def test_the_worker_is_never_the_last_to_let_go_of_what_belongs_to_the_window(driver: Driver) -> None:
    threads: list[str] = []
    driver.settle()
    desk, fail = driver.window.desk, driver.window.fail
    for _ in range(5):
        waits = Waits()
        weakref.finalize(waits, lambda: threads.append(threading.current_thread().name))
        desk.apart(waits.work, waits.done, fail)
        del waits
        driver.until(lambda: not desk.busy)
    driver.until(lambda: len(threads) == 5)
    assert set(threads) == {threading.main_thread().name}


def test_the_worker_never_collects(driver: Driver) -> None:
    threads: list[str] = []

    def work(_progress: object) -> None:
        ring = Ring()
        weakref.finalize(ring, lambda: threads.append(threading.current_thread().name))
        del ring
        kept = [Ring() for _ in range(ENOUGH)]
        del kept

    driver.settle()
    driver.window.desk.apart(work, print, driver.window.fail)
    driver.settle()
    assert threads == []
    driver.window.latch.idle.clock = lambda: 10**12
    driver.window.garbage.look()
    assert threads == [threading.main_thread().name]


def test_nothing_is_collected_while_somebody_is_there_or_work_is_under_way(driver: Driver) -> None:
    driver.settle()
    kept = [Ring() for _ in range(2 * ENOUGH)]
    gone = weakref.ref(kept[0])
    del kept
    driver.window.latch.idle.wake()
    driver.window.garbage.look()
    assert gone() is not None


def test_nothing_is_collected_while_what_came_of_work_is_still_drawn(driver: Driver) -> None:
    driver.settle()
    idle, start = driver.window.latch.idle, driver.window.latch.idle.clock()
    kept = [Ring() for _ in range(2 * ENOUGH)]
    gone = weakref.ref(kept[0])
    del kept
    idle.clock = lambda: start + 60
    driver.window.desk.apart(lambda _progress: None, print, driver.window.fail)
    driver.settle()
    driver.window.garbage.look()
    assert gone() is not None
    idle.clock = lambda: start + 65
    driver.window.garbage.look()
    assert gone() is None


def test_everything_is_looked_at_after_a_long_rest() -> None:
    rest = [0.0]
    garbage = Garbage(lambda: rest[0])
    ring = Ring()
    gone = weakref.ref(ring)
    gc.collect()  # it is old now
    many = [Ring() for _ in range(2 * ENOUGH)]
    del ring
    rest[0] = LONG + 1
    garbage.look()
    assert gone() is not None
    garbage.look()
    assert gone() is None
    garbage.stop()
    assert many


def test_python_collects_by_itself_again_once_the_window_is_closed(driver: Driver) -> None:
    assert not gc.isenabled()
    driver.window.close()
    assert gc.isenabled()
