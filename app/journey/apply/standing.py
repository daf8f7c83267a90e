"""The Apply page as it stands: what comes first, what is applied for, and what came of the learner's choices."""

from dataclasses import dataclass, replace

from app.applying.candidate import Wishes
from app.applying.chosen import Effect
from app.applying.holder import holder_of
from app.applying.opportunity import Asked, Opportunity, read_opportunity
from app.errors import PersonError
from app.journey.apply.choice import Option, Switch, able_to_show, leave_out, options, switches, what_if
from app.journey.apply.draft import Draft, draft, keep_draft, prepare_draft
from app.journey.apply.preparing import Prepared, asked_claim, elsewhere, take_back, with_wishes
from app.journey.apply.table import ApplyTable, apply_table
from app.journey.apply.versions import Version, versions
from app.journey.practice import PracticeLearner, practice_learners
from app.journey.progress import note
from app.journey.records.holding import cards
from app.journey.session import Session
from app.journey.skills.meant import Tell
from app.journey.skills.profile import answer, profile
from app.journey.steps import First
from app.journey.vaults import whose
from app.profile.skills import Answer
from app.vault import store_keys

AT_ONCE = 12
"""Alternatives looked at before more are asked for."""


@dataclass(frozen=True)
class Open:
    """An application under way: its draft, what goes, the table and the switches.

    `told` are keys of records that name another key than the one that will sign.
    """

    draft: Draft
    ready: Prepared
    table: ApplyTable
    switches: tuple[Switch, ...]
    told: frozenset[str]


@dataclass(frozen=True)
class ApplyStep:
    """What the page shows: `first` where something must come before, `open` once something is applied for.

    `name` is the learner's, where the vault knows it; `posting` what a practice learner can apply for; `versions`
    are those kept of every application, oldest first. `lost` says why an application that was begun is passed over:
    it cannot be read.
    """

    first: First | None
    open: Open | None
    name: str
    posting: Opportunity | None
    versions: tuple[Version, ...] = ()
    lost: PersonError | None = None


@dataclass(frozen=True)
class Alternative:
    """A record to show one thing asked, or with `option` None to send none for it; and what that changes."""

    option: Option | None
    wishes: Wishes
    effect: Effect


@dataclass(frozen=True)
class Alternatives:
    """Records looked at that could show one thing asked, best first, `of` so many; the way without, where one goes."""

    records: tuple[Alternative, ...]
    of: int
    without: Alternative | None


def apply_step(session: Session, tell: Tell = lambda _done, _of: None) -> ApplyStep:
    """The page as of now; checks every record and matches every claim: `tell` hears how far that is, as `profile`."""
    kept = cards(session, tell)
    held = profile(session, kept, tell)
    learner = _practice(session)
    one, lost = _begun(session)
    first = None if one or held.held else First("nothing_to_show", "skills" if kept or held.skills else "records")
    name = whose(session).name or (learner.name if learner else "")
    posting = read_opportunity(learner.opportunity) if learner else None
    under_way = None if one is None else _open(session, one, prepare_draft(session, kept, held, one))
    if under_way is None:
        note(session, "apply", ready=False)
    return ApplyStep(first, under_way, name, posting, versions(session), lost)


def decide(session: Session, before: Open, wishes: Wishes) -> Open:
    """The same application with other wishes, which are kept; errors as `tailor`."""
    ready = with_wishes(before.ready, wishes)
    one = replace(before.draft, wishes=wishes)
    with session.vault.writing():
        keep_draft(session, one)
        return _open(session, one, ready)


def call(session: Session, before: Open, name: str) -> Open:
    """The same application, whose page names the learner so."""
    one = replace(before.draft, name=name)
    keep_draft(session, one)
    return replace(before, draft=one)


def say_meaning(session: Session, asked: Asked, concept_id: str, *, agreed: bool) -> None:
    """Keep a yes or no to what a thing asked may mean."""
    answer(session, asked_claim(asked), concept_id, Answer(agreed))


def ask_again(session: Session, asked: Asked, concept_id: str) -> None:
    """Forget that yes or no."""
    take_back(session, asked, concept_id)


def alternatives(ready: Prepared, requirement: int, upto: int = AT_ONCE) -> Alternatives:
    """So many of the records that could show one thing asked, and the way without any; each takes one choice anew."""
    able = able_to_show(ready, requirement)
    few = options(ready, requirement, upto)
    records = tuple(Alternative(one, one.wishes, what_if(ready, one.wishes)) for one in few)
    by = ready.tailored.shown[requirement].by
    if not by:
        return Alternatives(records, len(able), None)
    without = ready.wishes
    for key in by:
        without = leave_out(without, key)
    return Alternatives(records, len(able), Alternative(None, without, what_if(ready, without)))


def _open(session: Session, one: Draft, ready: Prepared) -> Open:
    table = apply_table(ready, practice=session.practice)
    note(session, "apply", ready=table.summary.answered > 0)
    return Open(one, ready, table, switches(ready), frozenset(elsewhere(session, ready)))


def _begun(session: Session) -> tuple[Draft | None, PersonError | None]:
    """The draft, or why it is passed over, so that the page can be used all the same."""
    try:
        return draft(session), None
    except PersonError as error:
        return None, error


def _practice(session: Session) -> PracticeLearner | None:
    """Which practice learner this is, by the key that every one of them comes with."""
    if not session.practice:
        return None
    mine = set(store_keys.dids(session.vault))
    return next((one for one in practice_learners() if holder_of(one.seed).did in mine), None)
