"""What a list of learning is before it is added, how it stands in the vault, and what came of adding it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from app.vault.store_learning import StoredList

if TYPE_CHECKING:
    from pathways.frameworks.learning.headings import HeadingProposals
    from pathways.frameworks.learning.model import Kind, Trouble


@dataclass(frozen=True)
class Looked:
    """What a file is, before it is added.

    A table has `proposals` (what each column is taken for) and a `mapping` in force: the one kept for tables with these
    headings (`mapping_kept`), else the one proposed. `lacking` are fields without which it cannot be added: empty for a
    list that is no table. `replaces` is the list that would make way for it.
    """

    name: str
    list_id: str
    proposals: "HeadingProposals | None"
    mapping: Mapping[str, str]
    mapping_kept: bool
    lacking: tuple[str, ...]
    replaces: str | None


@dataclass(frozen=True)
class KeptList:
    """A list in the vault. `rows` were read, `steps` taken; `left_out` rows gave none, `unclear` fields are unknown.

    `troubles` are the first of what was wrong. `problem` is the code of why it can no longer be read, else empty.
    `old`: its data is older than a year. A table has `headings`, and `columns`: our fields with their headings.
    """

    list_id: str
    name: str
    file: str
    kind: "Kind | None"
    as_of: date | None
    added: date
    rows: int
    steps: int
    left_out: int
    unclear: int
    troubles: tuple["Trouble", ...]
    problem: str = ""
    old: bool = False
    headings: tuple[str, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ListSummary:
    """What came of adding a list: the list as it is kept, and what it took the place of.

    `counted` counts troubles by code, `priced` the steps with a price, `taught` those of which it is known what they
    teach, by how that is known. `unknown_skills` are stated skills that nobody could be sure of, `not_looked_up` counts
    names beyond what is looked up. `new` and `gone` count steps beside the list before. `undo` is for `undo`.
    """

    kept: KeptList
    replaced: str | None
    new: int
    gone: int
    priced: int
    taught: Mapping[str, int]
    counted: Mapping[str, int]
    unknown_skills: tuple[str, ...]
    not_looked_up: int
    undo: "Undo"


@dataclass(frozen=True)
class Undo:
    """How a list stood before it was added, changed or removed; None: it was not there."""

    list_id: str
    before: StoredList | None
