"""Taking one release from where it lies, or hearing why it is refused."""

from pathlib import Path

import pytest
from brought_releases import NURSE
from tiny_releases import CODE

from pathways.errors import PathwaysError
from pathways.frameworks.given import given_files
from pathways.frameworks.recognize import recognize
from pathways.frameworks.take import Kept, take

RATED = (CODE, "Element ID", "Element Name", "Scale ID", "Data Value", "Recommend Suppress", "Not Relevant")


def taken(path: Path) -> Kept:
    (release,) = recognize(given_files([path])).releases
    return take(release, lambda _share: None)


def refusal(path: Path) -> tuple[str, object]:
    with pytest.raises(PathwaysError) as raised:
        taken(path)
    return raised.value.code, raised.value.values.get("file")


def skill(code: object = NURSE, one: object = "2.A.1.a", scale: object = "IM", value: object = 3) -> tuple[object, ...]:
    return code, one, "Reading Comprehension", scale, value, "N", "n/a"


def whole(number: int) -> list[tuple[object, ...]]:
    """Rows with nothing wrong."""
    return [skill(one=f"2.A.{place}") for place in range(number)]
