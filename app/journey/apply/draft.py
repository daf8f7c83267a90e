"""The application being prepared, kept in the vault, so that a lock or a power cut half-way loses nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from app.applying.candidate import Candidate, Wishes
from app.applying.opportunity import Asked, Opportunity, opportunity_in, opportunity_json
from app.errors import PersonError
from app.journey.apply.choice import first_wishes, let_speak
from app.journey.apply.preparing import Prepared, asked_claim, prepare, with_wishes
from app.journey.records.holding import Card
from app.journey.session import Session
from app.journey.skills.changes import Change, add_own, take_back
from app.profile.skills import Profile
from app.vault import store_settings

SETTING = "application_draft"
NO_CHANGE = Change()


@dataclass(frozen=True)
class Draft:
    """What is applied for and what the learner decided so far.

    `wishes` is None until they decide something; `said` names own words (id in the vault) by `asked_claim`; `name` is
    how the page names them.
    """

    wanted: Opportunity
    wishes: Wishes | None = None
    said: Mapping[str, str] = field(default_factory=dict)
    name: str = ""


def keep_draft(session: Session, kept: Draft) -> None:
    """Keep the application being prepared, in place of the one before."""
    store_settings.set_setting(session.vault, SETTING, _json(kept))


def draft(session: Session) -> Draft | None:
    """The application being prepared, or None. PersonError `draft_unreadable`; it can be let go or written over."""
    found = store_settings.setting(session.vault, SETTING)
    try:
        return None if found is None else _draft(found)
    except (PersonError, KeyError, TypeError, AttributeError) as error:
        raise PersonError("draft_unreadable") from error


def forget_draft(session: Session) -> bool:
    """Let the draft go, as after signing; False where there was none."""
    return store_settings.forget_setting(session.vault, SETTING)


def corrected(before: Draft | None, wanted: Opportunity) -> Draft:
    """An application whose posting was put right, with what the learner decided for it; another one starts anew.

    It is the same one where its title or who offers it is, and something asked. Own words stay with what is asked in
    the same words.
    """
    there = {asked_claim(one) for one in wanted.asked}
    if before is None or not (_named(before.wanted) & _named(wanted)) or not there.intersection(_claims(before)):
        return Draft(wanted)
    said = {claim: own for claim, own in before.said.items() if claim in there}
    return Draft(wanted, before.wishes, said, before.name)


def _named(wanted: Opportunity) -> set[tuple[str, str]]:
    return {("title", wanted.title.casefold()), ("organisation", wanted.organisation.casefold())}


def _claims(one: Draft) -> set[str]:
    return {asked_claim(asked) for asked in one.wanted.asked}


def prepare_draft(session: Session, kept: tuple[Card, ...], held: Profile, one: Draft) -> Prepared:
    """The draft with the smallest set that answers it.

    Until the learner decides, each switch that costs nothing is on. A wish about a record that is gone, or that may no
    longer go, is passed over.
    """
    ready = prepare(session, kept, held, one.wanted, said=one.said)
    if one.wishes is None:
        return replace(ready, wishes=first_wishes(ready))  # they cost nothing, so the choice is the same
    return with_wishes(ready, fitting(one.wishes, ready.candidates))


def speak_for(session: Session, one: Draft, asked: Asked, text: str) -> tuple[Draft, Change]:
    """Keep what the learner says, in their own words, about one thing asked; the change is for `unsay`.

    The same words are kept once, so they may be words from the Skills page. PersonError as `skill_changes.add_own`.
    """
    with session.vault.writing():
        added = add_own(session, text)
        claim = asked_claim(asked)
        wishes = one.wishes and let_speak(one.wishes, claim)
        spoken = replace(one, wishes=wishes, said={**one.said, claim: str(added.own)})
        keep_draft(session, spoken)
    return spoken, added.change


def unsay(session: Session, one: Draft, asked: Asked, change: Change = NO_CHANGE) -> Draft:
    """Say nothing more about one thing asked. With the change of `speak_for` the words go, too; else they are kept."""
    rest = replace(one, said={claim: own for claim, own in one.said.items() if claim != asked_claim(asked)})
    with session.vault.writing():
        keep_draft(session, rest)
        take_back(session, change)
    return rest


def fitting(wishes: Wishes, candidates: tuple[Candidate, ...]) -> Wishes:
    """The wishes without those about records that are gone or may no longer go."""
    there = {candidate.key for candidate in candidates}
    able = {candidate.key for candidate in candidates if candidate.usable}
    return replace(wishes, send=wishes.send & able, keep=wishes.keep & there)


def _json(kept: Draft) -> dict[str, Any]:
    return {
        "wanted": opportunity_json(kept.wanted),
        "wishes": None if kept.wishes is None else wishes_json(kept.wishes),
        "said": dict(kept.said),
        "name": kept.name,
    }


def wishes_json(wishes: Wishes) -> dict[str, Any]:
    """Wishes as the vault keeps them; `wishes_from` reads them back."""
    sets = {"send": wishes.send, "keep": wishes.keep, "hide": wishes.hide, "silent": wishes.silent}
    return {
        **{name: sorted(one) for name, one in sets.items()},
        "skills_first": wishes.skills_first,
        "by_hand": wishes.by_hand,
    }


def _draft(found: Mapping[str, Any]) -> Draft:
    wanted, wishes = opportunity_in(found["wanted"]), found["wishes"]
    return Draft(wanted, None if wishes is None else wishes_from(wishes), found["said"], found["name"])


def wishes_from(found: Mapping[str, Any]) -> Wishes:
    """Wishes out of what `wishes_json` made."""
    send, keep, hide = (frozenset(found[name]) for name in ("send", "keep", "hide"))
    silent = frozenset(found.get("silent", ()))  # drafts from before lack it
    return Wishes(send, keep, hide, found["skills_first"], found.get("by_hand", False), silent)
