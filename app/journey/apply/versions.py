"""Versions of an application: what was chosen for an opportunity is kept, and can start the next one."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from app.applying.candidate import Candidate, Wishes
from app.applying.opportunity import Opportunity
from app.applying.tailoring import everything
from app.errors import PersonError
from app.journey.apply.choice import just
from app.journey.apply.draft import Draft, fitting, wishes_from, wishes_json
from app.journey.apply.preparing import Prepared, asked_claim, opportunity_kept, prepare, said, with_wishes
from app.journey.records.holding import Card
from app.journey.session import Session
from app.journey.skills.profile import profile
from app.records.text import one_line
from app.vault import store_applications, store_versions

LONGEST_NAME = 80


@dataclass(frozen=True)
class Version:
    """A choice as it was kept (UTC): for what, what the learner decided, which records went, which own words.

    `number` is its own among all; `place` counts within its opportunity, from 1; `name` is "" until the learner gives
    one. `said` names own words (id in the vault) by `asked_claim`. `opportunity` is its number in the vault.
    """

    number: int
    place: int
    name: str
    title: str
    organisation: str
    made_at: str
    wishes: Wishes
    said: Mapping[str, str]
    records: tuple[str, ...]
    opportunity: int


def keep_version(session: Session, ready: Prepared, name: str = "") -> int:
    """Keep what is chosen now; returns its number. The same choice as the latest one is kept once."""
    own = {place: ready.own_words[place].claim.own for place in said(ready)}
    choice = {
        "wishes": wishes_json(ready.wishes),
        "said": {asked_claim(ready.opportunity.asked[place]): str(one) for place, one in own.items() if one},
        "records": list(ready.tailored.chosen),
    }
    with session.vault.writing():
        number = opportunity_kept(session, ready.opportunity)
        before = [one for one in store_versions.versions(session.vault) if one.opportunity_id == number]
        if before and before[-1].choice == choice and not name:
            return before[-1].id
        return store_versions.add_version(session.vault, number, choice, name=_named(name))


def versions(session: Session, wanted: Opportunity | None = None) -> tuple[Version, ...]:
    """The versions kept for an opportunity, or all, oldest first."""
    rows = {one.id: one.opportunity for one in store_applications.opportunities(session.vault)}
    counted = Counter[tuple[str, str]]()
    found = []
    for row in store_versions.versions(session.vault):
        of = rows[row.opportunity_id]
        counted[of["title"], of["organisation"]] += 1  # other answers make another row of the same opportunity
        if wanted is None or (of["title"], of["organisation"]) == (wanted.title, wanted.organisation):
            found.append(_version(row, counted[of["title"], of["organisation"]], of))
    return tuple(found)


def version(session: Session, text: str) -> Version:
    """The version of that number, or else of that name. PersonError `version_not_found`, also where several fit."""
    kept = versions(session)
    named = [one for one in kept if str(one.number) == text] or [one for one in kept if one.name and one.name == text]
    if len(named) != 1:
        raise PersonError("version_not_found", version=one_line(text, LONGEST_NAME))
    return named[0]


def rename_version(session: Session, number: int, name: str) -> None:
    """Give a version a name, "" for none. PersonError `version_not_found`."""
    if not store_versions.rename_version(session.vault, number, _named(name)):
        raise PersonError("version_not_found", version=number)


def let_go(session: Session, number: int) -> bool:
    """Forget a version; False where there is none. What was signed stays in the ledger."""
    return store_versions.remove_version(session.vault, number)


def bring_back(session: Session, gone: Version) -> None:
    """Keep a version again that was let go, as the latest one, as long as its opportunity is still in the vault."""
    if all(one.id != gone.opportunity for one in store_applications.opportunities(session.vault)):
        raise PersonError("version_not_found", version=gone.name or gone.number)
    choice = {"wishes": wishes_json(gone.wishes), "said": dict(gone.said), "records": list(gone.records)}
    store_versions.add_version(session.vault, gone.opportunity, choice, name=gone.name)


def start_from(earlier: Version, wanted: Opportunity, name: str = "") -> Draft:
    """The draft of an application, the same or another one, that begins with what was decided for an earlier."""
    return Draft(wanted, earlier.wishes, earlier.said, name)


def like(earlier: Version, candidates: tuple[Candidate, ...]) -> Wishes:
    """The wishes of an earlier version, without those about records that are gone or may no longer go."""
    return fitting(earlier.wishes, candidates)


def prepare_from(
    session: Session,
    kept: tuple[Card, ...],
    wanted: Opportunity,
    wishes: Wishes,
    earlier: Version | None = None,
    *,
    by_hand: bool = False,
) -> Prepared:
    """An application as wished, on top of what an earlier version decided; errors as `tailor`.

    `by_hand`: nothing is chosen by itself. Just what the learner names goes, beside what the earlier version sent; with
    neither, all that shows something.
    """
    ready = prepare(session, kept, profile(session, kept), wanted, said=earlier.said if earlier else None)
    before = like(earlier, ready.candidates) if earlier else Wishes()
    both = Wishes(
        (before.send - wishes.keep) | wishes.send,
        (before.keep - wishes.send) | wishes.keep,
        before.hide | wishes.hide,
        before.skills_first and wishes.skills_first,
        before.by_hand,
        before.silent | wishes.silent,
    )
    if by_hand:
        able = {one.key for one in ready.candidates if one.usable}
        picked = frozenset(able.intersection(earlier.records) if earlier else ()) - wishes.keep | wishes.send
        both = untailored(ready.candidates, both, picked if earlier or wishes.send else None)
    return with_wishes(ready, both)


def untailored(candidates: tuple[Candidate, ...], wishes: Wishes, picked: frozenset[str] | None = None) -> Wishes:
    """Wishes that choose nothing by themselves: just the records picked go; with None, all that show something."""
    return everything(candidates, wishes) if picked is None else just(wishes, picked)


def _version(row: store_versions.StoredVersion, place: int, of: Mapping[str, object]) -> Version:
    choice = row.choice
    return Version(
        row.id,
        place,
        row.name,
        str(of["title"]),
        str(of["organisation"]),
        row.made_at,
        wishes_from(choice["wishes"]),
        choice["said"],
        tuple(choice["records"]),
        row.opportunity_id,
    )


def _named(name: str) -> str:
    return one_line(name, LONGEST_NAME)
