"""Choosing what goes: the skills-first switches, another record for a thing asked, and what each would change."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from app.applying.candidate import Candidate, Wishes
from app.applying.chosen import Effect, compare
from app.applying.tailoring import everything
from app.journey.apply.preparing import NO_WISHES, Prepared, what_goes, with_wishes

SKILLS_FIRST = "skills_first"
# What each switch leaves out, by code of `disclosure.WEIGHTS`. A record that tells it is not chosen, unless the learner
# sends it all the same; the page never shows it.
LEAVES_OUT: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "grades": frozenset({"grades"}),
        "years": frozenset({"dates"}),
        "school_names": frozenset({"school_name"}),
        "schooling": frozenset({"schooling"}),
        "time_gaps": frozenset({"time_gaps"}),
    }
)
ENOUGH = 3
"""Evidence above this differs by a registry alone, which is no reason to send a record."""


@dataclass(frozen=True)
class Switch:
    """One switch. `effect` is what being on changes, be it on or not; `flipped` are the wishes once it is thrown."""

    name: str
    on: bool
    effect: Effect
    flipped: Wishes


@dataclass(frozen=True)
class Option:
    """A record that shows one thing asked. `tells` is all it gives away; `wishes` make it the one that shows it.

    `notes` as `Going.notes`.
    """

    key: str
    title: str
    issuer: str
    evidence: int
    lapsed: bool
    goes: bool
    tells: tuple[str, ...]
    wishes: Wishes
    notes: tuple[str, ...] = ()


def switches(ready: Prepared) -> tuple[Switch, ...]:
    """The switches as they stand, in the order of the page; each that costs something takes one choice of records."""
    return tuple(_switch(ready, name) for name in (SKILLS_FIRST, *LEAVES_OUT))


def flip(wishes: Wishes, name: str, *, on: bool) -> Wishes:
    """The wishes with one switch thrown."""
    if name == SKILLS_FIRST:
        return replace(wishes, skills_first=on)
    codes = LEAVES_OUT[name]
    return replace(wishes, hide=wishes.hide | codes if on else wishes.hide - codes)


def first_wishes(ready: Prepared) -> Wishes:
    """Where nothing is decided: skills first, and each switch on that no record in the choice stands against."""
    free = with_wishes(ready, NO_WISHES) if ready.wishes != NO_WISHES else ready
    told = {code for tells in free.tailored.gives_away.values() for code in tells}
    costless = (codes for codes in LEAVES_OUT.values() if not codes & told)
    return replace(NO_WISHES, hide=frozenset().union(*costless))


def what_if(ready: Prepared, wishes: Wishes) -> Effect:
    """What other wishes would change, to be told before they count; errors as `tailor`."""
    return compare(ready.tailored, what_goes(ready, wishes))


def able_to_show(ready: Prepared, requirement: int) -> list[Candidate]:
    """Every record that could show one thing asked: what goes now, then those in force, the strongest first."""
    goes = frozenset(ready.tailored.chosen)
    able = (one for one in ready.candidates if one.usable and one.covers.get(requirement))
    return sorted(able, key=lambda one: (one.key not in goes, not one.in_force, -one.covers[requirement]))


def options(ready: Prepared, requirement: int, upto: int | None = None) -> tuple[Option, ...]:
    """The first `upto` records that could show one thing asked, all unless told, in the order of `able_to_show`."""
    goes = frozenset(ready.tailored.chosen)
    issuers = {card.record.key: card.record.issuer.name or "" for card in ready.cards}
    return tuple(
        Option(
            one.key,
            one.title,
            issuers[one.key],
            one.covers[requirement],
            not one.in_force,
            one.key in goes,
            one.gives_away,
            use_instead(ready, requirement, one.key),
            one.notes,
        )
        for one in able_to_show(ready, requirement)[:upto]
    )


def use_instead(ready: Prepared, requirement: int, key: str) -> Wishes:
    """Wishes that send this record for a thing asked; what showed it stays home if nothing else asked needs it."""
    there = {one.key: one for one in ready.candidates}
    before = [other for other in ready.tailored.shown[requirement].by if other != key]
    idle = frozenset(other for other in before if not _needed(ready, there[other], requirement, there[key]))
    kept_in = keep_in(ready.wishes, key)
    return replace(kept_in, keep=kept_in.keep | idle, send=kept_in.send - idle)


def leave_out(wishes: Wishes, key: str) -> Wishes:
    """Wishes that keep a record home."""
    return replace(wishes, keep=wishes.keep | {key}, send=wishes.send - {key})


def keep_in(wishes: Wishes, key: str) -> Wishes:
    """Wishes that send a record, whatever it tells."""
    return replace(wishes, send=wishes.send | {key}, keep=wishes.keep - {key})


def let_be_chosen(wishes: Wishes, key: str) -> Wishes:
    """Wishes that say nothing of a record, so that the smallest set decides."""
    return replace(wishes, send=wishes.send - {key}, keep=wishes.keep - {key})


def hush(wishes: Wishes, claim: str) -> Wishes:
    """Wishes that keep the learner's own words on a thing asked (`asked_claim`) home."""
    return replace(wishes, silent=wishes.silent | {claim})


def let_speak(wishes: Wishes, claim: str) -> Wishes:
    """Wishes under which the learner's own words on a thing asked may go."""
    return replace(wishes, silent=wishes.silent - {claim})


def just(wishes: Wishes, picked: frozenset[str]) -> Wishes:
    """Wishes that choose nothing by themselves: the records picked go and no other."""
    return replace(wishes, send=picked, keep=frozenset(), by_hand=True)


def showing(ready: Prepared) -> frozenset[str]:
    """Records that go where nothing is tailored: all that show something asked, if they may."""
    return everything(ready.candidates, replace(ready.wishes, send=frozenset(), keep=frozenset())).send


def _switch(ready: Prepared, name: str) -> Switch:
    on = ready.wishes.skills_first if name == SKILLS_FIRST else LEAVES_OUT[name] <= ready.wishes.hide
    flipped = flip(ready.wishes, name, on=not on)
    if not on and _costs_nothing(ready, name):
        return Switch(name, on, compare(ready.tailored, ready.tailored), flipped)
    other = what_goes(ready, flipped)
    return Switch(name, on, compare(other, ready.tailored) if on else compare(ready.tailored, other), flipped)


def _costs_nothing(ready: Prepared, name: str) -> bool:
    """Whether nothing that goes tells what a switch leaves out: the best choice is then the best of fewer, too."""
    told = {code for tells in ready.tailored.gives_away.values() for code in tells}
    return name != SKILLS_FIRST and not LEAVES_OUT[name] & told


def _needed(ready: Prepared, one: Candidate, requirement: int, instead: Candidate) -> bool:
    """Whether a record shows something else that is asked better than the rest of the choice does."""
    rest = [other for other in ready.candidates if other.key in ready.tailored.chosen and other.key != one.key]
    return any(
        min(evidence, ENOUGH) > max(other.covers.get(place, 0) for other in (*rest, instead))
        for place, evidence in one.covers.items()
        if place != requirement
    )
