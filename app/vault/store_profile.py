"""What the learner says: skills in own words, and answers to what the program suggests."""

from dataclasses import asdict, dataclass
from typing import Any

from app.vault.database import insert
from app.vault.vault import Vault


@dataclass(frozen=True)
class OwnWords:
    """A skill in the learner's own words; `note` says what there is to show for it."""

    id: int
    text: str
    note: str | None
    added_at: str


@dataclass(frozen=True)
class Answer:
    """The learner's word on one suggestion: the claim means the concept, or not; at this level (0–7) if said."""

    claim_id: str
    concept_id: str
    agreed: bool
    level: float | None
    answered_at: str


def add_own_words(vault: Vault, text: str, note: str | None = None) -> int:
    """Keep a skill in own words; returns its id, which is never given again."""
    with vault.writing() as database:
        return insert(database, "own_words", {"text": text, "note": note, "added_at": vault.now()})


def own_words(vault: Vault) -> tuple[OwnWords, ...]:
    """All own words, oldest first."""
    with vault.reading() as database:
        return tuple(OwnWords(**row) for row in database.query("SELECT * FROM own_words ORDER BY id"))


def change_own_words(vault: Vault, number: int, text: str, note: str | None) -> bool:
    """Say it in other words, or with something else to show; False where there are none of that id."""
    sql = "UPDATE own_words SET text = ?, note = ? WHERE id = ?"
    with vault.writing() as database:
        return bool(database.execute(sql, [text, note, number]).rowcount)


def put_back_own_words(vault: Vault, words: OwnWords) -> None:
    """Make own words what they were, under their own id, whether changed or removed since."""
    with vault.writing() as database:
        database.execute("DELETE FROM own_words WHERE id = ?", [words.id])
        insert(database, "own_words", asdict(words))


def remove_own_words(vault: Vault, number: int) -> bool:
    """Delete own words; False where there are none of that id."""
    with vault.writing() as database:
        return bool(database.execute("DELETE FROM own_words WHERE id = ?", [number]).rowcount)


def answer(vault: Vault, claim_id: str, concept_id: str, *, agreed: bool, level: float | None = None) -> None:
    """Keep the learner's answer on one pair of claim and concept; a later answer takes its place."""
    sql = (
        "INSERT INTO answer (claim_id, concept_id, agreed, level, answered_at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (claim_id, concept_id) DO UPDATE SET agreed = excluded.agreed, level = excluded.level,"
        " answered_at = excluded.answered_at"
    )
    with vault.writing() as database:
        database.execute(sql, [claim_id, concept_id, agreed, level, vault.now()])


def put_back_answer(vault: Vault, before: Answer) -> None:
    """Make an answer what it was, level and time included."""
    with vault.writing() as database:
        undo_answer(vault, before.claim_id, before.concept_id)
        insert(database, "answer", asdict(before))


def answers(vault: Vault) -> tuple[Answer, ...]:
    """All answers, in the order first given."""
    with vault.reading() as database:
        return tuple(map(_answer, database.query("SELECT * FROM answer ORDER BY id")))


def undo_answer(vault: Vault, claim_id: str, concept_id: str) -> bool:
    """Forget an answer, so that the suggestion is open again; False where there was none."""
    with vault.writing() as database:
        sql = "DELETE FROM answer WHERE claim_id = ? AND concept_id = ?"
        return bool(database.execute(sql, [claim_id, concept_id]).rowcount)


def _answer(row: dict[str, Any]) -> Answer:
    return Answer(row["claim_id"], row["concept_id"], bool(row["agreed"]), row["level"], row["answered_at"])
