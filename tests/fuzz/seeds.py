"""The project's own files and texts that fuzzing starts from, by the kind of reader they are for."""

from datetime import UTC, datetime
from functools import cache

from app.places import asset
from app.trust.documents import Documents, load_documents

NOW = datetime(2026, 3, 10, tzinfo=UTC)


def at_hand() -> Documents:
    """The practice documents: what a check may look up."""
    return load_documents(asset("practice", "documents"), as_of=NOW)


@cache
def _practice(learner: str) -> tuple[bytes, ...]:
    return tuple(path.read_bytes() for path in sorted(asset("practice", learner, "records").glob("*.json")))


SEEDS: dict[str, tuple[bytes, ...]] = {
    "badges and transcripts of Maya": _practice("maya"),
    "badges and transcripts of Renee": _practice("renee"),
    "badges and transcripts of Daniel": _practice("daniel"),
}
