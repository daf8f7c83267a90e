"""Which page stands for which step; each is loaded when it is first shown."""

from collections.abc import Callable
from importlib import import_module
from typing import cast

from app.wording import Words
from app.wording.marking import marked
from ui.guide import Guide
from ui.kit.page import Page

STEPS = ("records", "skills", "goal", "plan", "apply", "after")
NAMES = {
    "records": marked("Records"),
    "skills": marked("Skills"),
    "goal": marked("Goal"),
    "plan": marked("Plan"),
    "apply": marked("Apply"),
    "after": marked("After"),
}
MODULES = {"apply": "applying"}


def step_name(words: Words, step: str) -> str:
    """A step's name."""
    return words.text(NAMES[step])


def load_pages() -> None:
    """Load every page, so that turning to one for the first time does not wait for it."""
    for step in STEPS:
        page_of(step)


def page_of(step: str) -> Callable[[Guide], Page]:
    """The page of a step; `welcome` is the door."""
    return cast(Callable[[Guide], Page], import_module(f"ui.pages.{MODULES.get(step, step)}").make_page)
