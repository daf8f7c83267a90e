"""The skills a learner shows, one row for each, with all that stands behind it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.journey.records.holding import Card
from app.journey.skills.groups import GROUPS, ICONS, OWN, group_of
from app.journey.skills.levels import step_of
from app.profile.claims import Origin
from app.profile.skills import Profile, Skill, SkillMatch
from app.records.dates import moment
from app.records.text import one_line
from app.vault.store_profile import OwnWords
from pathways.model import Concept
from pathways.pack.store import Pack

MEANT = ("sure", "agreed")
LEVELED = frozenset({"skill", "knowledge"})
"""Kinds of concept for which jobs ask a level; for the others a level is kept and counts nothing."""
_STRONG = 3


@dataclass(frozen=True)
class Backing:
    """One thing that says the learner can do it: a record, or their own words.

    `claim` is the id under which answers are kept, `said` its words, `name` the record's name, "" for own words.
    `evidence` is 1–4, None where it shows nothing; `code` its words (`app.wording.skills.EVIDENCE`) and `when` the date
    they name. `added` is when own words were said, `sample` what there is to show for them.
    """

    claim: str
    said: str
    origin: Origin
    name: str
    evidence: int | None
    code: str
    when: datetime | None = None
    lapsed: bool = False
    record: str | None = None
    own: int | None = None
    issuer: str | None = None
    stated_level: str | None = None
    added: datetime | None = None
    sample: str | None = None


@dataclass(frozen=True)
class SkillRow:
    """One skill: what the lists call it (`concepts`, none for own words in no list), and what is behind it, best first.

    `key` stays the same while the page is drawn anew. `sure` is false where the learner's yes made it so; `level` is
    0–7 if they said one, and counts only where `level_counts`.
    """

    key: str
    name: str
    group: str
    concepts: tuple[Concept, ...]
    backing: tuple[Backing, ...]
    sure: bool
    level: float | None = None

    @property
    def best(self) -> Backing:
        """What shows it most strongly: in force before out of date."""
        return self.backing[0]

    @property
    def more(self) -> int:
        """How many other records and own words say it too."""
        return len({one.record or f"own-{one.own}" for one in self.backing}) - 1

    @property
    def own(self) -> tuple[int, ...]:
        """Ids of the own words behind it."""
        return tuple(one.own for one in self.backing if one.own is not None)

    @property
    def claims(self) -> tuple[str, ...]:
        """Ids of the claims behind it."""
        return tuple(one.claim for one in self.backing)

    @property
    def level_step(self) -> str | None:
        """The plain step of its level (`skill_levels.LEVELS`)."""
        return step_of(self.level)

    @property
    def level_counts(self) -> bool:
        """Whether jobs ask for a level of it."""
        return any(concept.kind in LEVELED for concept in self.concepts)


@dataclass(frozen=True)
class SkillGroup:
    """Rows of one plain group; `code` is one of `skill_groups.GROUPS`."""

    code: str
    rows: tuple[SkillRow, ...]

    @property
    def icon(self) -> str:
        """The name of its icon."""
        return ICONS[self.code]


def backings(held: Profile, cards: Iterable[Card], own: Iterable[OwnWords]) -> dict[str, Backing]:
    """What stands behind each claim, by claim id."""
    by_key = {card.record.key: card for card in cards}
    words = {str(one.id): one for one in own}
    return {skill.claim.id: _backing(skill, by_key, words) for skill in held.skills}


def grouped(rows: Iterable[SkillRow]) -> tuple[SkillGroup, ...]:
    """Rows by group, groups and rows in the order they are shown."""
    found: dict[str, list[SkillRow]] = defaultdict(list)
    for row in rows:
        found[row.group].append(row)
    return tuple(SkillGroup(code, tuple(sorted(found[code], key=_place))) for code in GROUPS if code in found)


def rows_of(pack: Pack, held: Profile, behind: Mapping[str, Backing]) -> tuple[SkillRow, ...]:
    """One row for each skill agreed or sure, and for own words in no list.

    Concepts that the very same claims mean are one row, such as a skill of two frameworks named by one record.
    """
    meant = _meant(held)
    by_claims: dict[tuple[str, ...], list[tuple[Concept, list[SkillMatch]]]] = defaultdict(list)
    for concept, claims in meant.values():
        by_claims[tuple(claims)].append((concept, list(claims.values())))
    rows = [_row(pack, found, [behind[claim] for claim in claims]) for claims, found in by_claims.items()]
    placed = {claim for claims in by_claims for claim in claims}
    return (*rows, *(_own_row(one) for one in behind.values() if one.own is not None and one.claim not in placed))


def _meant(held: Profile) -> dict[str, tuple[Concept, dict[str, SkillMatch]]]:
    """Each concept sure or agreed, and the claims that mean it."""
    meant: dict[str, tuple[Concept, dict[str, SkillMatch]]] = {}
    for skill in held.skills:
        for found in skill.matches:
            if found.state in MEANT:
                concept = found.match.concept
                meant.setdefault(concept.id, (concept, {}))[1][skill.claim.id] = found
    return meant


def _row(pack: Pack, found: Sequence[tuple[Concept, list[SkillMatch]]], backing: list[Backing]) -> SkillRow:
    ranked = sorted(found, key=lambda one: all(match.state != "sure" for match in one[1]))
    concepts = tuple(concept for concept, _ in ranked)
    behind = tuple(sorted(backing, key=_strength))
    own = all(one.own is not None for one in behind)
    levels = [match.level for _, matches in found for match in matches if match.level is not None]
    return SkillRow(
        key="+".join(sorted(concept.id for concept in concepts)),
        name=one_line(behind[0].said) if own else concepts[0].name,
        group=OWN if own else group_of(pack, concepts[0]),
        concepts=concepts,
        backing=behind,
        sure=all(match.state == "sure" for _, matches in found for match in matches),
        level=max(levels, default=None),
    )


def _own_row(one: Backing) -> SkillRow:
    return SkillRow(f"own-{one.own}", one_line(one.said), OWN, (), (one,), sure=False)


def _strength(one: Backing) -> tuple[bool, bool, int]:
    return one.evidence is None, one.lapsed, -(one.evidence or 0)


def _place(row: SkillRow) -> tuple[tuple[bool, bool, int], str, str]:
    return _strength(row.best), row.name.casefold(), row.key


def _backing(skill: Skill, cards: Mapping[str, Card], own: Mapping[str, OwnWords]) -> Backing:
    claim, stand = skill.claim, skill.standing
    words, card = own.get(claim.own or ""), cards.get(claim.record or "")
    its_own = card is not None and stand == card.standing
    code, when = evidence_words(card) if card is not None and its_own else (stand.reason, None)
    return Backing(
        claim=claim.id,
        said=claim.text,
        origin=claim.origin,
        name="" if card is None else card.record.name,
        evidence=stand.evidence,
        code=code,
        when=when,
        lapsed=stand.lapsed,
        record=claim.record,
        own=None if words is None else words.id,
        issuer=None if card is None else card.record.issuer.name,
        stated_level=claim.stated_level,
        added=None if words is None else datetime.fromisoformat(words.added_at),
        sample=None if words is None else words.note,
    )


def evidence_words(card: Card) -> tuple[str, datetime | None]:
    """The code of a record's evidence in words (`app.wording.skills.EVIDENCE`), and the date they name."""
    checks = {check.check: check for check in card.checks}
    stand = card.standing
    if stand.evidence is None:
        return stand.reason, None
    if stand.lapsed:
        late = checks["in_force"]
        when = _moment(late.values.get("from" if late.reason == "not_yet" else "until"))
        how = late.reason if late.reason in ("expired", "not_yet") else "out_of_date"
        return f"{'signed' if stand.evidence >= _STRONG else 'record'}_{how}", when
    if stand.reason == "someones_word" and checks["issuer_binding"].answer == "no":
        return "signer_unclear", None
    return stand.reason, None


def _moment(value: object) -> datetime | None:
    """A date among a check's values, which the vault keeps as text."""
    return value if isinstance(value, datetime) else moment(str(value).replace(" ", "T"))
