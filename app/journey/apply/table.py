"""What the Apply page shows: each thing asked, what shows it, what else that gives away and what stays home."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from app.applying.candidate import Candidate, page_hides
from app.applying.chosen import Shown, StaysHome
from app.applying.disclosure import WEIGHTS, in_order
from app.applying.opportunity import Asked
from app.applying.phrases import tells
from app.applying.tailoring import smallest_size
from app.applying.ties import named_dids
from app.journey.apply.preparing import NO_WISHES, Guess, Prepared, chosen_cards, sent_records, speaking, what_goes
from app.journey.records.holding import Card
from pathways.model import Concept, GapState

RowState = GapState | Literal["kept_home"]
How = Literal["record", "own_word", "guess", "uncovered"]
Proven = Literal["smallest", "smallest_chosen", "no_better", "no_better_chosen", "by_hand", "unproven"]
Unanswered = Literal["nothing", "unknown", "kept_home"]
Best = Proven | Unanswered
Home = Literal["whole", "parts", "rest_of", "sample", "nothing"]
# Told of the person, so it is given away once, by whichever record comes first.
OF_THE_PERSON = frozenset({"names", "birth_date", "address", "email", "phone", "student_id"})
OF_THE_ISSUER = frozenset({"issuer", "school_name"})


@dataclass(frozen=True)
class ShownBy:
    """A record that goes. `lapsed` and `early` as in `Standing`; `again`: a row above has it already.

    `part_of` is the title of the record it is cut from.
    """

    key: str
    title: str
    issuer: str
    lapsed: bool
    early: bool
    again: bool
    part_of: str | None = None


@dataclass(frozen=True)
class Row:
    """One thing asked. `by` is the record that shows it best, `also` are others in the set that do.

    `gives_away` are codes that no row above gave away; `home` says what does not go. For a guess, `guess` has what it
    may mean; `meanings` are those the learner agreed to; `left_home` are titles of records that would show it, left
    home by choice, `unsaid` own words left home so, `nearly` titles of those that say it, but not how long or of what
    kind. `words_tell` are codes that the learner's own words speak of and the page leaves out elsewhere.
    """

    requirement: int
    asked: Asked
    how: How
    state: RowState
    evidence: int
    by: ShownBy | None = None
    also: tuple[ShownBy, ...] = ()
    own_words: str = ""
    unsaid: str = ""
    words_tell: tuple[str, ...] = ()
    gives_away: tuple[str, ...] = ()
    home: Home = "nothing"
    guess: Guess | None = None
    meanings: tuple[Concept, ...] = ()
    left_home: tuple[str, ...] = ()
    nearly: tuple[str, ...] = ()


@dataclass(frozen=True)
class Going:
    """A record that goes, with all that it gives away; `still` are those the readable page leaves out.

    `asks`: the learner has not said yet whether it may go all the same. `shows` is False for one sent by wish alone.
    `notes` are `expired`, `not_yet`, `not_checked`, `canceled`; `facts` says in the record's own words what each code
    stands for. `whole` and `kept_back` say what goes of it (`least.Least`).
    """

    key: str
    title: str
    issuer: str
    lapsed: bool
    tells: tuple[str, ...]
    still: tuple[str, ...]
    asks: bool
    shows: bool
    notes: tuple[str, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    whole: str | None = None
    kept_back: tuple[str, ...] = ()


@dataclass(frozen=True)
class Staying:
    """A record that stays home and why (codes of `tailoring.StaysHome`)."""

    key: str
    title: str
    why: StaysHome


@dataclass(frozen=True)
class Summary:
    """How the set stands. `best` says what is proven of it; counts are of things asked, records and own words."""

    best: Best
    asked: int
    answered: int
    waiting: int
    records: int
    own_words: int
    home: int


@dataclass(frozen=True)
class ApplyTable:
    """All of the Apply page. `facts_home` are codes that only records at home would tell.

    `bound`: each record that goes names a key, so that nobody without it can show the record as their own.
    """

    title: str
    organisation: str
    summary: Summary
    rows: tuple[Row, ...]
    going: tuple[Going, ...]
    staying: tuple[Staying, ...]
    facts_home: tuple[str, ...]
    bound: bool
    practice: bool


def apply_table(ready: Prepared, *, practice: bool = False) -> ApplyTable:
    """The table of an application; proving that the set is the smallest takes up to two more choices of records."""
    rows = tuple(_rows(ready))
    able = {one.key: one for one in ready.candidates}
    going = tuple(_going(ready, card, able[card.record.key]) for card in chosen_cards(ready))
    told = {code for one in going for code in one.tells}
    goes = frozenset(ready.tailored.chosen)
    kept_back = {code for one in ready.candidates if one.key not in goes for code in one.gives_away}
    wanted = ready.opportunity
    return ApplyTable(
        title=wanted.title,
        organisation=wanted.organisation,
        summary=_summary(ready, rows),
        rows=rows,
        going=going,
        staying=_staying(ready),
        facts_home=in_order(code for code in kept_back - told if WEIGHTS[code] > 1),
        bound=all(map(named_dids, sent_records(ready))),
        practice=practice,
    )


def _rows(ready: Prepared) -> Iterator[Row]:
    cards, whole = {card.record.key: card for card in ready.cards}, _wholes(ready)
    seen, told = set[str](), set[tuple[str, str]]()
    for shown in ready.tailored.shown:
        by = [_shown_by(whole, cards[key], again=key in seen) for key in shown.by]
        fresh = _fresh(ready, cards[by[0].key], told) if by and not by[0].again else ()
        yield _row(ready, shown, by, fresh)
        seen |= {by[0].key} if by else set()


def _row(ready: Prepared, shown: Shown, by: list[ShownBy], gives: tuple[str, ...]) -> Row:
    place = shown.requirement
    guess = next((one for one in ready.guesses if one.requirement == place and one.matches), None)
    how: How = "guess" if shown.how == "uncovered" and guess else shown.how
    words = ready.own_words[place] if how == "own_word" else None
    left_home = _left_home(ready, place) if shown.how == "uncovered" else ()
    unsaid = ready.own_words[place].claim.text if shown.how == "uncovered" and place in ready.own_words else ""
    return Row(
        requirement=place,
        asked=ready.opportunity.asked[place],
        how=how,
        state="kept_home" if left_home or unsaid else _state(ready, shown, by),
        evidence=shown.evidence,
        by=by[0] if by else None,
        also=tuple(by[1:]),
        own_words=words.claim.text if words else "",
        unsaid=unsaid,
        words_tell=tells(words.claim.text, page_hides(ready.wishes)) if words else (),
        gives_away=gives,
        home=_home(ready, by, with_sample=bool(words and words.standing.reason == "own_word_with_sample")),
        guess=guess if how == "guess" else None,
        meanings=ready.meanings.get(place, ()),
        left_home=left_home,
        nearly=_nearly(ready, place) if shown.how == "uncovered" else (),
    )


def _state(ready: Prepared, shown: Shown, by: list[ShownBy]) -> GapState:
    """What nobody knows the meaning of is unknown, never missing; so is how long, where a record does not say."""
    if shown.how == "uncovered":
        known = ready.opportunity.asked[shown.requirement].concepts and not _nearly(ready, shown.requirement)
        return "missing" if known else "unknown"
    return "partly" if shown.how == "own_word" or by[0].lapsed else "shown"


def _home(ready: Prepared, by: list[ShownBy], *, with_sample: bool) -> Home:
    if by:
        cut = any(one.key == by[0].key and one.whole is None for one in ready.candidates)
        return "rest_of" if by[0].part_of else "parts" if cut else "whole"
    return "sample" if with_sample else "nothing"


def _shown_by(wholes: Mapping[tuple[str, str], str], card: Card, *, again: bool) -> ShownBy:
    record, stand = card.record, card.standing
    part_of = wholes.get((record.source.file, record.key))
    return ShownBy(record.key, record.name, record.issuer.name or "", stand.lapsed, stand.early, again, part_of)


def _wholes(ready: Prepared) -> Mapping[tuple[str, str], str]:
    """The title of the first record of a file that holds another, by that file and the other's key: a transcript."""
    holders = (card for card in reversed(ready.cards) if card.inside)
    return {(card.record.source.file, key): card.record.name for card in holders for key in card.inside}


def _fresh(ready: Prepared, card: Card, told: set[tuple[str, str]]) -> tuple[str, ...]:
    """What a record gives away that no record above gave away; a school's name says who gave it."""
    tells = ready.tailored.gives_away[card.record.key]
    said = next(one.facts for one in ready.candidates if one.key == card.record.key)
    facts = {code: _fact(code, card, said) for code in tells if not (code == "issuer" and "school_name" in tells)}
    found = tuple(code for code, fact in facts.items() if fact not in told)
    told.update(facts.values())
    return found


def _fact(code: str, card: Card, facts: Mapping[str, str]) -> tuple[str, str]:
    """One fact given away: of the person (a second address is another one), of who gave the record, else of itself."""
    if code in OF_THE_ISSUER:
        return "issuer", card.record.issuer.name or card.record.key
    return code, facts.get(code, "") if code in OF_THE_PERSON else card.record.key


def _nearly(ready: Prepared, place: int) -> tuple[str, ...]:
    """Titles of records that say the thing asked, but not how long, or not that it is a licence or credential."""
    return tuple(one.title for one in ready.candidates if one.usable and place in one.nearly)


def _left_home(ready: Prepared, place: int) -> tuple[str, ...]:
    return tuple(one.title for one in ready.candidates if one.usable and one.covers.get(place))


def _going(ready: Prepared, card: Card, one: Candidate) -> Going:
    key, tells = card.record.key, ready.tailored.gives_away[card.record.key]
    off = page_hides(ready.wishes)
    return Going(
        key,
        card.record.name,
        card.record.issuer.name or "",
        card.standing.lapsed,
        tells,
        tuple(code for code in tells if code in off),
        any(ask.key == key for ask in ready.tailored.ask),
        any(key in shown.by for shown in ready.tailored.shown),
        one.notes,
        one.facts,
        one.whole,
        one.kept_back,
    )


def _staying(ready: Prepared) -> tuple[Staying, ...]:
    titles: Mapping[str, str] = {one.key: one.title for one in ready.candidates}
    return tuple(Staying(one.key, titles[one.key], one) for one in ready.tailored.stays_home)


def _summary(ready: Prepared, rows: tuple[Row, ...]) -> Summary:
    answered = sum(row.how in ("record", "own_word") for row in rows)
    return Summary(
        best=_best(ready) if answered else _nothing(rows),
        asked=len(rows),
        answered=answered,
        waiting=sum(row.how == "guess" for row in rows),
        records=len(ready.tailored.chosen),
        own_words=sum(row.how == "own_word" for row in rows),
        home=len(ready.tailored.stays_home),
    )


def _nothing(rows: tuple[Row, ...]) -> Unanswered:
    """Why nothing is answered: what is not known yet is never said to be missing, nor what the learner keeps home."""
    states = {row.state for row in rows}
    return "unknown" if "unknown" in states else "kept_home" if "kept_home" in states else "nothing"


def _best(ready: Prepared) -> Proven:
    """What is proven of the set: that none is smaller only where no smaller one answers as much, however weakly."""
    if ready.wishes.by_hand:
        return "by_hand"
    if not ready.tailored.proven:
        return "unproven"
    bound = _bound(ready)
    fewest = smallest_size(
        ready.opportunity.asked,
        ready.candidates,
        own_words=speaking(ready, ready.wishes),
        wishes=ready.wishes if bound else NO_WISHES,
    )
    if fewest == len(ready.tailored.chosen):
        return "smallest_chosen" if bound else "smallest"
    return "no_better_chosen" if bound else "no_better"


def _bound(ready: Prepared) -> bool:
    """Whether the learner's wishes made the set another one than it would be."""
    free = replace(NO_WISHES, skills_first=ready.wishes.skills_first)
    return ready.wishes != free and what_goes(ready, free).chosen != ready.tailored.chosen
