"""A learner's way through the window with many records, by script, and how long the window ever stood still on it."""

import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bench.records import badges

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from app.journey.session import Session
    from app.preferences import Preferences
    from ui.frame.window import Window
    from ui.work.task import Progress

RECORDS, AGREED = 1000, 200
STEPS = ("skills", "goal", "plan", "apply", "after", "records")
BEAT = 2
"""Milliseconds between two beats; more often would take Python from the worker."""

CALM = 40
"""Looks in a row, five milliseconds apart, at which nothing is under way any more."""

Act = Callable[["Window"], object]


class Pulse:
    """Beats while the event loop goes round; what is longer than a beat is how long the window stood still."""

    def __init__(self, parent: "QObject") -> None:
        from PySide6.QtCore import Qt, QTimer

        self.gaps: list[tuple[float, float, str]] = []
        self.doing = ""
        self._timer = QTimer(parent, interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self.restart()
        self._timer.start()

    def restart(self) -> None:
        """Count from now."""
        self._last = time.perf_counter(), time.thread_time()

    def _beat(self) -> None:
        wall, spent = self._last
        self.restart()
        gap, busy = (self._last[0] - wall) * 1000 - BEAT, (self._last[1] - spent) * 1000
        self.gaps.append((max(0.0, gap), busy, self.doing))

    def longest(self, doing: str = "") -> tuple[float, float, str]:
        """The longest time in milliseconds, how much of it this thread worked, and what was done; of one act or all."""
        return max((gap for gap in self.gaps if not doing or gap[2] == doing), default=(0.0, 0.0, doing))


def settled(window: "Window") -> bool:
    """Whether no work is under way and nothing is still to be drawn."""
    from ui.kit.parts import Parts
    from ui.kit.turns import Turns

    drawing = any(one.building for one in window.findChildren(Parts)) or any(
        one.busy for one in window.findChildren(Turns)
    )
    return not window.desk.busy and not drawing


def wait(window: "Window") -> None:
    """Let the event loop go round until all is drawn, and as long again as a person's next click takes at least."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop, calm = QEventLoop(), 0

    def look() -> None:
        nonlocal calm
        calm = calm + 1 if settled(window) else 0
        if calm > CALM:
            loop.quit()

    timer = QTimer(interval=5)
    timer.timeout.connect(look)
    timer.start()
    loop.exec()


def press(name: str, window: "Window") -> None:
    """Click the first button that can be pressed now and whose name begins so; LookupError where there is none."""
    from PySide6.QtWidgets import QAbstractButton

    front = window.cover.dialog if window.cover is not None else window
    names = (one for one in front.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled())
    found = next((one for one in names if one.objectName().startswith(name)), None)
    if found is None:
        raise LookupError(f"nothing to press is called {name}")
    found.click()


def close(window: "Window") -> None:
    """Close the dialogs that are open."""
    window.covers.close()


def prefer(chosen: "Preferences", window: "Window") -> None:
    """Choose another language, text size or theme."""
    window.prefer(chosen)


def preferences() -> "Preferences":
    """How the window is used at first, whatever this computer's own language and theme are."""
    from app.preferences import Preferences

    return Preferences(language="en", theme="light")


def agree(window: "Window") -> None:
    """Have the learner agreed to many guesses, so that the pages have something to show."""
    from app.journey.records.holding import cards
    from app.journey.skills.profile import answer, skills_page
    from app.profile.skills import Answer

    def work(session: "Session", _progress: object) -> None:
        for one in skills_page(session, cards(session)).questions[:AGREED]:
            answer(session, one.claims[0], one.best.concept.id, Answer(agreed=True))

    window.run(work, lambda _none: None, owner=None)


def pressed(name: str, says: str = "") -> tuple[str, Act]:
    """A press of a button."""
    return says or name, partial(press, name)


def dialog(name: str) -> list[tuple[str, Act]]:
    """A press of a button that opens a dialog, and the dialog closed."""
    return [pressed(name, f"open {name}"), (f"close {name}", close)]


def go(step: str, window: "Window") -> None:
    """Turn to a step."""
    window.go(step)


def turn(step: str) -> tuple[str, Act]:
    """A turn to a step."""
    return f"turn to {step}", partial(go, step)


def turns(steps: Sequence[str]) -> list[tuple[str, Act]]:
    """A turn to each of some steps."""
    return [turn(step) for step in steps]


def acts() -> Iterator[tuple[str, Act]]:
    """Every page twice, some dialogs, another language, text size and theme, and the lock at the end."""
    yield from turns(STEPS)
    yield "agree", agree
    yield turn("skills")
    yield from [*dialog("add-own"), *dialog("unplaced"), pressed("yes-", "answer a guess")]
    yield turn("goal")
    yield from [pressed(way) for way in ("way-skills", "way-onward", "way-name")]
    yield turn("plan")
    yield from [*dialog("need-"), *dialog("change-limits"), *dialog("step-details")]
    yield from [pressed("as-list"), pressed("as-map")]
    yield from turns(STEPS[3:])
    yield from [*dialog("details-"), *dialog("paste"), pressed("more-records")]
    yield from [*dialog("settings"), *dialog("help")]
    usual = preferences()
    for step in (*STEPS[:2], "plan", "records"):
        yield turn(step)
        yield f"Spanish on {step}", partial(prefer, replace(usual, language="es"))
        yield f"larger text on {step}", partial(prefer, replace(usual, text_size=150))
        yield f"dark on {step}", partial(prefer, replace(usual, theme="dark"))
        yield "as before", partial(prefer, usual)
    yield "lock", lambda window: window.lock()


@contextmanager
def opening(_progress: "Progress") -> Iterator["Session"]:
    """A vault with many records and a goal."""
    from app.journey.goal.aim import set_goal
    from app.journey.opening import session_of
    from app.journey.records.holding import import_paths
    from app.vault.vault import Vault

    with ExitStack() as open_:
        folder = Path(open_.enter_context(tempfile.TemporaryDirectory()))
        for number, raw in enumerate(badges(RECORDS)):
            (folder / f"{number}.json").write_bytes(raw)
        session = open_.enter_context(session_of(open_.enter_context(Vault.temporary())))
        import_paths(session, [folder])
        set_goal(session, "31-9092.00")
        yield session


def walk() -> tuple[Pulse, dict[str, list[float]]]:
    """Go all the way; the pulse, and for each act how long it took until all was drawn, in milliseconds."""
    from ui.application import application, open_window

    application(["bench"])
    window = open_window(preferences())
    window.show()
    pulse, took = Pulse(window), dict[str, list[float]]()
    entering = ("open and import", lambda one: one.enter(opening, "Bench", failed=one.fail))
    for doing, act in (("the door", close), entering, *acts()):
        pulse.doing = doing
        pulse.restart()
        window.latch.idle.wake()  # somebody is there
        began = time.perf_counter()
        act(window)
        wait(window)
        window.grab()
        took.setdefault(doing, []).append((time.perf_counter() - began) * 1000)
    window.close()
    return pulse, took


def main() -> None:
    """Print the figures as JSON; what took longest, for people, to stderr."""
    pulse, took = walk()
    for gap, busy, doing in sorted((pulse.longest(one) for one in took), reverse=True)[:25]:
        sys.stderr.write(f"{gap:6.0f} ms still, {busy:6.0f} ms of it busy: {doing}\n")
    stalls = [gap for gap, _, _ in pulse.gaps]
    print(json.dumps({"turns": {one: took[f"turn to {one}"] for one in STEPS}, "longest": [max(stalls)]}))


if __name__ == "__main__":
    main()
