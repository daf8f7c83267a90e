"""ESCO occupation – O*NET-SOC crosswalk, Nesta 2020: the best O*NET code for each top-level ESCO occupation."""

import re
from collections.abc import Iterator, Sequence

from pathways.frameworks.esco import short
from pathways.frameworks.files import SourceFile, number, read_csv


def find_crosswalk(files: Sequence[SourceFile]) -> SourceFile | None:
    """The crosswalk's CSV, told by its file name."""
    return next((f for f in files if re.fullmatch(r"esco_onet_crosswalk.*\.csv", f.name, re.IGNORECASE)), None)


def stated_date(file: SourceFile) -> str:
    """The date in the file's name, such as `Nov 2020`."""
    named = re.search(r"([A-Z][a-z]{2})(\d{4})", file.name)
    return f"{named[1]} {named[2]}" if named else "unknown"


def read_crosswalk(file: SourceFile) -> Iterator[tuple[str, str, float]]:
    """(O*NET-SOC code, ESCO occupation by short URI, confidence 0.5, 1 or 2)."""
    for code, uri, confidence in read_csv(file, ("onet_code", "concept_uri", "confidence")):
        yield code, short(uri), number(confidence, file)
