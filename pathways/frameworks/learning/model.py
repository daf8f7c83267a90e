"""What readers of lists of learning give: rows in our own fields, steps read from them, and what was wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from pathways.model import LearningStep

Kind = Literal["table", "ctdl", "schema_org", "pathfolio"]
FIELDS = (
    "id",
    "name",
    "kind",
    "provider",
    "city",
    "state",
    "online",
    "cost",
    "fees",
    "books",
    "supplies",
    "includes",
    "length",
    "hours",
    "weeks",
    "starts",
    "schedule",
    "language",
    "cip",
    "occupations",
    "credential",
    "skills",
    "needs",
    "page",
    "as_of",
)
"""What a row may tell, in the order of our own template."""
LEFT_OUT = frozenset(
    {
        "row_short",
        "row_long",
        "row_twice",
        "row_differs",
        "row_unreadable",
        "name_missing",
        "name_bad",
        "needs_loop",
        "not_offered",
    }
)
"""Troubles for which a row gives no step; with any other the step is there and only that field is unknown."""


@dataclass(frozen=True)
class Trouble:
    """What was wrong in a row (the heading has 1): the field of ours, a code, and the cell as it can be shown."""

    row: int
    field: str
    code: str
    cell: str = ""

    @property
    def left_out(self) -> bool:
        """Whether the row gave no step."""
        return self.code in LEFT_OUT


@dataclass(frozen=True)
class Skill:
    """A skill as its list states it: a name, a link, a code in a named framework; any may be empty."""

    name: str = ""
    link: str = ""
    code: str = ""
    framework: str = ""


@dataclass(frozen=True)
class RawRow:
    """One row in our fields, as text; `skills` beside those in the text of `skills`."""

    row: int
    fields: Mapping[str, str]
    skills: tuple[Skill, ...] = ()
    troubles: tuple[Trouble, ...] = ()


@dataclass(frozen=True)
class Listed:
    """One row read: its step (id and needs are keys within the list, what it teaches is not worked out yet).

    `skills` are stated by the list, `occupations` are SOC or O*NET-SOC codes it leads to.
    """

    row: int
    step: LearningStep
    skills: tuple[Skill, ...] = ()
    occupations: tuple[str, ...] = ()
    named_id: bool = False
    troubles: tuple[Trouble, ...] = field(default=(), compare=False)

    @property
    def key(self) -> str:
        """What tells it apart in its list, also in a newer one."""
        return self.step.id


@dataclass(frozen=True)
class ReadList:
    """A list as read: what it is, its rows, what was wrong with others.

    `read` counts all rows. `headings` and `columns` (our field to its heading) are those of a table. `name` is what the
    list calls itself, empty where it does not.
    """

    kind: Kind
    rows: tuple[Listed, ...]
    troubles: tuple[Trouble, ...]
    read: int
    headings: tuple[str, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    name: str = ""
