"""What was found in a posting: plain data that the learner corrects before any of it counts."""

from dataclasses import dataclass, field
from typing import Literal

from app.applying.opportunity import Kind
from pathways.model import Match

Shape = Literal["text", "page", "schema_org", "hr_open", "pathfolio", "answers"]
FoundKind = Literal["skill", "credential", "licence", "years", "condition"]
Section = Literal["must", "nice", "conditions", "duties", "ignored", "other"]


@dataclass(frozen=True)
class Piece:
    """A sentence of a posting with the part of it that it stands in; `item` where it is one of a list."""

    text: str
    section: Section = "other"
    item: bool = False


@dataclass(frozen=True)
class Found:
    """One thing asked. `text` is the core of it, `sentence` what the posting says, `years` how long where it tells.

    `matches` are proposals, best first; only `agreed` concept ids count, and they are the learner's. A `condition` is
    told, never matched. `id` is an id that the posting itself gave.
    """

    text: str
    kind: FoundKind = "skill"
    essential: bool = True
    sentence: str = ""
    years: float | None = None
    id: str | None = None
    matches: tuple[Match, ...] = ()
    agreed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Posting:
    """A posting as read. Empty `title` or `organisation`: it does not tell, and the learner says it.

    `more` counts things asked beyond the most that is kept; `skipped` is what stands where things are asked and was
    left out, such as pay; `language` is `en` or `es`; `answers` are to the kind's
    own questions.
    """

    shape: Shape
    title: str = ""
    organisation: str = ""
    language: str = "en"
    found: tuple[Found, ...] = ()
    kind: Kind = "job"
    answers: tuple[tuple[str, str], ...] = ()
    challenge: str | None = None
    domain: str | None = None
    ignored: tuple[str, ...] = ()
    more: int = 0
    skipped: tuple[str, ...] = ()
    lines: tuple[Piece, ...] = field(default=(), repr=False)
