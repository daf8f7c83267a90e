"""What was worked out of records' exact bytes, kept while a vault is open so that no page has to wait for it again."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.profile.claims import SkillClaim, claims_of
from app.records.model import Record, Source
from app.records.reading import read_bytes
from app.records.sameness import content
from app.trust.badge_links import completed
from app.trust.documents import Documents
from app.trust.readings import Reading
from app.trust.seven import read_record
from app.vault.store_records import StoredRecord
from pathways.model import LearningStep


@dataclass(frozen=True)
class Read:
    """What a row of the vault gave: its record, None where no reader takes it any more, and those inside it.

    `inside` has the key of each of these with its content (`sameness.content`).
    """

    source: Source
    record: Record | None
    inside: Mapping[str, str]


@dataclass
class Learning:
    """Lists of learning as read, by their ids, and the steps at hand from them: those of the career data `of`."""

    of: object = None
    lists: dict[str, object] = field(default_factory=dict)
    steps: tuple[LearningStep, ...] | None = None

    def use(self, of: object) -> None:
        """Forget what was worked out with other career data."""
        if self.of is not of:
            self.lists.clear()
            self.steps, self.of = None, of

    def forget(self, list_id: str) -> None:
        """Drop what is known of a list, and the steps."""
        self.lists.pop(list_id, None)
        self.steps = None


@dataclass
class Memory:
    """Records as read, and the part of their checks that no day changes.

    Answers that depend on the day, the lists of issuers or the learner are never kept: those are asked each time.
    """

    read: dict[str, Read] = field(default_factory=dict)
    readings: dict[str, Reading] = field(default_factory=dict)
    said: dict[str, tuple[SkillClaim, ...]] = field(default_factory=dict)
    contents: dict[str, str] = field(default_factory=dict)
    documents: Documents | None = None
    learning: Learning = field(default_factory=Learning)

    def knows(self, key: str, source: Source) -> bool:
        """Whether the row of that key was read, and as from there."""
        return key in self.read and self.read[key].source == source

    def learn(self, row: StoredRecord, documents: Documents | None) -> Record | None:
        """The record of a row, read from its bytes unless it was before; with the names that documents at hand give."""
        self.use(documents)
        if not self.knows(row.key, row.source):
            found = {item.key: item for item in read_bytes(row.raw, row.source) if isinstance(item, Record)}
            record = found.pop(row.key, None)
            inside = {key: content(one) for key, one in found.items()}
            self.read[row.key] = Read(row.source, record and completed(record, documents), inside)
            if record is not None:
                self.contents.setdefault(content(record), row.key)
        return self.read[row.key].record

    def inside(self, key: str) -> tuple[str, ...]:
        """Keys of the records in a record, each as it is kept: what is kept in other letters goes by that key."""
        held = self.read[key].inside
        return tuple(one if one in self.read else self.contents.get(said, one) for one, said in held.items())

    def reading(self, record: Record, documents: Documents | None) -> Reading:
        """The part of a record's checks that stays true while the documents at hand are these."""
        self.use(documents)
        if record.key not in self.readings:
            self.readings[record.key] = read_record(record, documents)
        return self.readings[record.key]

    def use(self, documents: Documents | None) -> None:
        """Forget what was worked out with other documents than these."""
        if self.documents is not documents:
            self.read.clear()
            self.readings.clear()
            self.said.clear()
            self.contents.clear()
            self.documents = documents

    def claims(self, record: Record) -> tuple[SkillClaim, ...]:
        """What a record says the learner can do."""
        if record.key not in self.said:
            self.said[record.key] = claims_of(record)
        return self.said[record.key]

    def forget(self, key: str) -> None:
        """Drop all that is known of a record."""
        self.read.pop(key, None)
        self.readings.pop(key, None)
        self.said.pop(key, None)
        self.contents = {said: kept for said, kept in self.contents.items() if kept != key}
