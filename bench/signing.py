"""Signing and writing: 200 records chosen, signed and written in every form, and Apply over a vault of 5,000."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from app.applying.candidate import Wishes
from app.applying.making import Making
from app.applying.opportunity import Asked, Opportunity
from app.journey.apply.papers import PAPER_FORMS
from app.journey.apply.preparing import Prepared, elsewhere, prepare, signed, with_wishes
from app.journey.apply.save import Step, sign_and_save
from app.journey.apply.standing import alternatives
from app.journey.memory import Memory
from app.journey.opening import session_of
from app.journey.papers import labels
from app.journey.records.holding import cards, import_paths
from app.journey.session import Session
from app.journey.skills.profile import SkillsPage, answer, profile, skills_page
from app.profile.skills import Answer
from app.vault.vault import Vault
from app.wording import Words
from app.wording.papers import STATEMENT
from bench import records
from bench.timing import Row, timed
from pathways.pack.store import open_pack

SENT, KEPT, KINDS, ASKED = 200, 5_000, 100, 12
TOGETHER = f"Apply with {SENT} records"
MANY = f"{KEPT:,} records of {KINDS} kinds in the vault"


def rows() -> Iterator[Row]:
    """Every row; both vaults hold signed badges of many sizes."""
    yield from _two_hundred()
    yield from _five_thousand()


@contextmanager
def _holding(count: int, kinds: int | None = None) -> Iterator[Session]:
    with TemporaryDirectory(prefix="pathfolio-bench-") as place:
        for number, data in enumerate(records.badges(count, kinds)):
            (Path(place) / f"{number:05}.json").write_bytes(data)
        with Vault.temporary() as vault, session_of(vault) as session:
            import_paths(session, [Path(place)])
            yield session


def _two_hundred() -> Iterator[Row]:
    """All 200 go; in life a few do, so that this is the most there is to do."""
    words = Words()
    with _holding(SENT) as session, TemporaryDirectory(prefix="pathfolio-bench-") as place:
        held = cards(session)
        found, wanted = profile(session, held), _wanted(session)
        yield Row(TOGETHER, "choose", "ms", timed(lambda: prepare(session, held, found, wanted), 3))
        every = Wishes(send=frozenset(card.record.key for card in held), skills_first=False)
        ready = with_wishes(prepare(session, held, found, wanted), every)
        told = frozenset(elsewhere(session, ready))
        shown = labels(words, STATEMENT)
        # The third form holds no record of data model 2.0, as these are.
        for making in (Making("eddsa-rdfc-2022"), Making("vp+jwt")):
            taken = timed(partial(signed, session, ready, shown, told=told, making=making), 3)
            yield Row(TOGETHER, f"sign all as {making.proof}", "ms", taken)
        steps = list[Step]()

        def whole() -> None:
            """From the choice to the last file."""
            again = with_wishes(prepare(session, held, found, wanted), every)
            sign_and_save(
                session, words, again, Path(place), name="A", told=told, forms=PAPER_FORMS, replace=True,
                tell=steps.append,
            )  # fmt: skip

        yield Row(TOGETHER, "choose, sign and write all in every form", "ms", timed(whole, 3))
        if set(steps) != {"sign", "page", "pdf", "save"}:
            raise AssertionError("no progress was told")


def _five_thousand() -> Iterator[Row]:
    with _holding(KEPT, KINDS) as kept:
        session = replace(kept, memory=Memory())
        yield Row(MANY, "cards, the first time since the vault was opened", "ms", timed(lambda: cards(session), 1))
        held = cards(session)
        yield Row(MANY, "cards again", "ms", timed(lambda: cards(session), 3))
        words = len({skill.text for card in held for skill in session.memory.claims(card.record)})
        looked_up = timed(lambda: profile(session, held), 1)
        yield Row(MANY, f"skills of all records, {words:,} texts looked up", "ms", looked_up)
        with replace(open_pack(session.pack.path), facts={}) as pack:
            opened = replace(session, pack=pack)
            yield Row(MANY, "the same in the next opening", "ms", timed(lambda: profile(opened, held), 1))
        found = profile(session, held)
        yield Row(MANY, "the same again", "ms", timed(lambda: profile(session, held), 3))
        yield Row(MANY, "Skills page", "ms", timed(lambda: skills_page(session, held, found), 3))
        _agree(session, skills_page(session, held, found))
        found = profile(session, held)
        wanted = _wanted(session)
        yield Row(MANY, "choose", "ms", timed(lambda: prepare(session, held, found, wanted), 3))
        ready = prepare(session, held, found, wanted)
        yield Row(MANY, "choose again after a wish", "ms", timed(lambda: _again(ready), 3))
        yield Row(MANY, "what else could show one thing asked", "ms", timed(lambda: alternatives(ready, 0), 3))


def _agree(session: Session, page: SkillsPage) -> None:
    """Say yes to many guesses, for every record that they are about."""
    with session.vault.writing():
        for one in page.questions[: 4 * ASKED]:
            for claim in one.claims:
                answer(session, claim, one.best.concept.id, Answer(agreed=True))


def _again(ready: Prepared) -> Prepared:
    return with_wishes(ready, Wishes(keep=frozenset(ready.tailored.chosen[:1])))


def _wanted(session: Session) -> Opportunity:
    """What a dozen concepts that the badges show ask for."""
    found = profile(session)
    shown = (
        list(found.held)[:ASKED] or [one.match.concept.id for skill in found.skills for one in skill.matches][:ASKED]
    )
    return Opportunity("Trainee", "Clinic", tuple(Asked(f"Thing {place}", (one,)) for place, one in enumerate(shown)))
