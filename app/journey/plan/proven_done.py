"""Learning steps that a record proves finished: by the address of what was achieved, or by its very name and giver."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from unicodedata import normalize

from app.journey.plan.kept import KeptPlan, kept_plan
from app.journey.records.holding import Card, cards
from app.journey.session import Session
from app.profile.claims import NOT_ACHIEVED
from app.profile.skills import SIGNED
from app.vault import store_settings
from pathways.model import LearningStep

NOT_DONE = "records_show_no_end_of"
"""The setting that holds the ids of steps of which the learner said that no record proves them."""
SHORTEST_NAME = 2
MOST_NAMES = 65_536
"""Names remembered without their signs: every plan asks for those of all steps at hand."""
_WORD = re.compile(r"[^\W_]+[+#]*")
_SHORT_FORM = re.compile(r"\s*\(([^()]*)\)\s*$")
_CARRIED = re.compile(r",\s*(?:on|through)\s.*$", re.IGNORECASE | re.DOTALL)
SHORT_NAMES = {
    "ase": "national institute for automotive service excellence",
    "aws": "amazon web services",
    "danb": "dental assisting national board",
    "hrci": "hr certification institute",
    "mssc": "manufacturing skill standards council",
    "nha": "national healthcareer association",
    "nims": "national institute for metalworking skills",
    "nremt": "national registry of emergency medical technicians",
    "pmi": "project management institute",
    "ptcb": "pharmacy technician certification board",
    "shrm": "society for human resource management",
}
"""The initials that givers of the shipped catalog sign with, and their names as they stand there (`plain_name`)."""
_SAY_NOTHING = frozenset({"the", "on", "of", "and", "inc", "llc", "ltd", "corp", "corporation", "company"})


@dataclass(frozen=True)
class ProvenDone:
    """A step, and the record (its key and name) that shows it finished; `by` is the address or the name."""

    step: LearningStep
    record: str
    name: str
    by: str


@dataclass(frozen=True)
class _Achieved:
    """What one record says was achieved: its names and addresses, and what its giver goes by.

    Where it is aligned to is no address of it: a first lesson may be aligned to a whole certificate.
    """

    card: Card
    name: str
    names: frozenset[str]
    addresses: frozenset[str]
    givers: frozenset[frozenset[str]]


def proven_done(
    session: Session, steps: Iterable[LearningStep], seen: tuple[Card, ...] | None = None
) -> tuple[ProvenDone, ...]:
    """The steps that a signed record in force, not about someone else, proves finished; nothing near counts.

    An address proves it where it is that of one step alone. A name proves it where it is the step's own or that of the
    credential it grants, letter by letter but for case and signs, and the record's giver is the step's, by its whole
    name. What the learner said no to is left out (`say_not_done`). `seen` are the cards, where at hand.
    """
    found = tuple(_achieved(cards(session) if seen is None else seen))
    if not found:
        return ()
    denied, known = said_not_done(session), tuple(steps)
    pages = _pages(session, known)
    by_name: dict[str, list[_Achieved]] = {}
    for one in found:
        for name in one.names:
            by_name.setdefault(name, []).append(one)
    by_address = {address: one for one in reversed(found) for address in one.addresses}
    made = (_proof(step, by_name, by_address, pages.get(step.id)) for step in known if step.id not in denied)
    return tuple(one for one in made if one is not None)


def kept_now(session: Session, goal: str, seen: tuple[Card, ...] | None = None) -> KeptPlan | None:
    """The plan kept, with the steps done that records prove; None where there is none. `seen` as for `proven_done`."""
    kept = kept_plan(session, goal)
    if kept is None:
        return None
    done = {one.step.id for one in proven_done(session, [one.step for one in kept.steps], seen)}
    steps = (replace(one, state="done") if one.step.id in done else one for one in kept.steps)
    return replace(kept, steps=tuple(steps))


def said_not_done(session: Session) -> frozenset[str]:
    """Ids of the steps of which the learner said that no record proves them."""
    return frozenset(store_settings.setting(session.vault, NOT_DONE, ()))


def say_not_done(session: Session, step_id: str, *, no: bool = True) -> bool:
    """Say that no record proves a step done, or take that back; whether that was said before, to undo."""
    said = said_not_done(session)
    store_settings.set_setting(session.vault, NOT_DONE, sorted(said | {step_id} if no else said - {step_id}))
    return step_id in said


@lru_cache(MOST_NAMES)
def plain_name(text: str) -> str:
    """A name without case, signs and needless spaces: what must be the same, letter by letter."""
    return " ".join(_WORD.findall(normalize("NFKC", text).casefold()))


Named = Mapping[str, Sequence[_Achieved]]


def _proof(
    step: LearningStep, by_name: Named, by_address: Mapping[str, _Achieved], page: str | None
) -> ProvenDone | None:
    linked = by_address.get(page) if page else None
    if linked is not None:
        return ProvenDone(step, linked.card.record.key, linked.name, "address")
    givers = _givers(step.provider)
    for name in _names(step.name, step.offering.credential):
        for one in by_name.get(name, ()):
            if givers & one.givers:
                return ProvenDone(step, one.card.record.key, one.name, "name")
    return None


def _achieved(kept: Iterable[Card]) -> Iterator[_Achieved]:
    for card in kept:
        record = card.record
        if not _counts(card):
            continue
        givers = _givers(record.issuer.name)
        for one in record.achievements:
            addresses = frozenset(_address(link) for link in (one.id, one.criteria_url) if link)
            yield _Achieved(card, one.name, frozenset(_names(one.name)), addresses, givers)
        if not record.achievements:
            yield _Achieved(card, record.name, frozenset(_names(record.name)), frozenset(), givers)


def _counts(card: Card) -> bool:
    """Whether a record proves anything: signed, in force, not about someone else, and what it tells of was finished."""
    answers = {check.check: check.answer for check in card.checks}
    unfinished = any(result.status in NOT_ACHIEVED for result in card.record.results)
    signed = (card.standing.evidence or 0) >= SIGNED and not card.standing.lapsed
    return signed and not unfinished and answers.get("about_me") != "no"


def _names(*texts: str | None) -> tuple[str, ...]:
    """The names to look for: each whole, and without its own short form: "Certified Phlebotomy Technician (CPT)"."""
    forms = dict.fromkeys(one for text in texts if text for one in (text, _without_short_form(text)))
    return tuple(dict.fromkeys(name for one in forms if len(name := plain_name(one)) >= SHORTEST_NAME))


def _without_short_form(text: str) -> str:
    """A name without brackets that hold its initials; others ("(Type II)") tell it from its like, and stay."""
    brackets = _SHORT_FORM.search(text)
    if brackets is None:
        return text
    bare = text[: brackets.start()]
    initials = iter(word[0] for word in plain_name(bare).split())
    short = [letter.casefold() for letter in brackets[1] if letter.isupper()]
    return bare if len(short) > 1 and all(letter in initials for letter in short) else text


@lru_cache(MOST_NAMES)
def _givers(name: str | None) -> frozenset[frozenset[str]]:
    """What a giver goes by, each the words that tell it from others; a part of its name is another giver.

    In full, without its initials in brackets, and without the place that carries it ("Google, on Coursera").
    """
    forms = {form for text in (name or "", _CARRIED.sub("", name or "")) for form in (text, _without_short_form(text))}
    plain = {SHORT_NAMES.get(told, told) for told in map(plain_name, forms)}
    return frozenset(words for told in plain if (words := frozenset(told.split()) - _SAY_NOTHING))


def _pages(session: Session, steps: Iterable[LearningStep]) -> dict[str, str]:
    """The address of each step, by id, where no other step has the same."""
    told = {entry.step.id: entry.page for entry in session.catalog}
    pages = {one.id: _address(page) for one in steps if (page := one.offering.page or told.get(one.id))}
    times = Counter(pages.values())
    return {key: page for key, page in pages.items() if times[page] == 1}


def _address(link: str) -> str:
    """An address without what does not tell places apart: http or https, its last slash, its mark after "#"."""
    bare = link.strip().partition("#")[0].rstrip("/")
    scheme, colon, rest = bare.partition("://")
    host, slash, path = rest.partition("/")
    return f"{host.casefold()}{slash}{path}" if colon and scheme.casefold() in ("http", "https") else bare
