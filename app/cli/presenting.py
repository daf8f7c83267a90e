"""`present`: from an opportunity to the signed presentation and its pages."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from app.applying.candidate import Wishes
from app.applying.opportunity import Asked, Opportunity
from app.applying.postings.reading import read_posting
from app.applying.presentation import Presentation
from app.cli.checking import JSON
from app.cli.opened import VAULT, opened, opening
from app.cli.opportunities import wanted_in
from app.cli.signing import USUAL_SIGNING, Signing, signing_json, signing_options, tie_lines
from app.cli.terminal import PATH, complain, confirmed, json_line, tell, words
from app.errors import PersonError
from app.journey.apply.choice import LEAVES_OUT
from app.journey.apply.preparing import Prepared, asked_claim, chosen_cards, elsewhere
from app.journey.apply.save import PAPERS, in_the_way, sign_and_save
from app.journey.apply.table import ApplyTable, apply_table
from app.journey.apply.versions import prepare_from, version
from app.journey.apply.words import carries, goes_as, to_know
from app.journey.records.holding import Card, cards
from app.journey.session import Session
from app.journey.skills.profile import answer
from app.profile.skills import Answer
from app.wording.giving import GIVES_AWAY, STAYS_HOME

MOST_HOME = 40
"""Records at home that are named in the terminal; more are counted."""
SHORT_KEY = 12
"""As many signs of a record's key as tell one record from another."""


@click.command()
@VAULT
@click.argument("opportunity", type=PATH)
@click.option("--out", type=PATH, required=True, help="Folder for the files.")
@click.option("--name", default="", help="Your name as the page should show it.")
@click.option("--agree", multiple=True, metavar="THING=ID", help="Say what a thing asked means, by a concept's id.")
@click.option("--send", multiple=True, metavar="KEY", help="Send this record in any case.")
@click.option("--keep", multiple=True, metavar="KEY", help="Keep this record home.")
@click.option("--no-words", multiple=True, metavar="THING", help="Keep your own words on this thing asked home.")
@click.option("--hide", multiple=True, type=click.Choice(tuple(LEAVES_OUT)), help="Send nothing that tells this.")
@click.option("--like", metavar="VERSION", help="Start from an earlier version, by its number or name.")
@click.option("--by-hand", is_flag=True, help="Send just what --send names, or all that shows something.")
@click.option("--yes", is_flag=True, help="Sign without asking.")
@signing_options
@opening
@JSON
def present(
    folder: Path,
    opportunity: Path,
    out: Path,
    name: str,
    agree: tuple[str, ...],
    send: tuple[str, ...],
    keep: tuple[str, ...],
    no_words: tuple[str, ...],
    hide: tuple[str, ...],
    like: str | None,
    passphrase_file: Path | None,
    *,
    by_hand: bool,
    signing: Signing,
    yes: bool,
    as_json: bool,
) -> None:
    """Sign the smallest set of your records that shows what OPPORTUNITY asks for."""
    wanted = signing.asked(wanted_in(read_posting(opportunity)))
    key = signing.making.key
    with opened(folder, passphrase_file) as session:
        for one in agree:
            keep_agreement(session, wanted, one)
        held = cards(session)
        wishes = Wishes(
            whole_keys(held, send),
            whole_keys(held, keep),
            frozenset().union(*(LEAVES_OUT[one] for one in hide)),
            silent=frozenset(claim_asked(wanted, one) for one in no_words),
        )
        earlier = version(session, like) if like else None
        ready = prepare_from(session, held, wanted, wishes, earlier, by_hand=by_hand)
        told = elsewhere(session, ready, key)
        table = apply_table(ready)
        warned = (*warnings(table, told), *tie_lines(session, ready, key), *replaced(out, signing.names))
        for line in () if as_json and yes else (*choice_lines(ready, table), *warned):
            tell(line, err=as_json)
        if not yes and not confirmed(words().text("Sign and save these?")):
            tell(words().text("Nothing was signed or saved."), err=as_json)
            return
        made, files = write_application(session, ready, out, name, told=frozenset(told), signing=signing)
        how = signing_json(session, ready, made, key)
    if as_json:
        json_line({**presented_json(ready, made, files), **how})
        return
    for file in files:
        tell(words().text("Written: {file}", file=str(file)))


def keep_agreement(session: Session, wanted: Opportunity, text: str) -> None:
    """Keep what the learner says a thing asked means, given as THING=ID."""
    thing, equals, concept = text.rpartition("=")
    if not equals or not thing.strip() or not concept.strip():
        raise PersonError("agree_form", text=text)
    answer(session, claim_asked(wanted, thing), concept.strip(), Answer(agreed=True))


def claim_asked(wanted: Opportunity, thing: str) -> str:
    """The `asked_claim` of a thing that the opportunity asks for. PersonError `agree_not_asked`."""
    claim = asked_claim(Asked(thing.strip()))
    if claim not in map(asked_claim, wanted.asked):
        raise PersonError("agree_not_asked", text=thing.strip())
    return claim


def whole_keys(held: tuple[Card, ...], given: tuple[str, ...]) -> frozenset[str]:
    """Keys of records from their first signs; one that fits no record or several stays as given, to be refused."""
    keys = [card.record.key for card in held]
    fitting = {text: [key for key in keys if text and key.startswith(text)] for text in given}
    return frozenset(found[0] if len(found) == 1 else text for text, found in fitting.items())


def write_application(
    session: Session, ready: Prepared, out: Path, name: str, *, told: frozenset[str], signing: Signing = USUAL_SIGNING
) -> tuple[Presentation, tuple[Path, ...]]:
    """Sign and save, in place of papers that are there; returns the paths with what was signed.

    A paper that cannot be made is told; one that cannot be written is a person's error.
    """
    how, forms = signing.making, signing.forms
    saved = sign_and_save(session, words(), ready, out, name=name, told=told, making=how, forms=forms, replace=True)
    for fault in saved.faults:
        if fault in saved.papers.faults:
            complain(words().problem(fault.code, fault.values))
        else:
            raise PersonError(fault.code, **fault.values)
    return saved.papers.presentation, tuple(sorted(saved.files))


def presented_json(ready: Prepared, made: Presentation, files: tuple[Path, ...]) -> dict[str, object]:
    """What was signed and written, what went and what stayed home, as JSON."""
    chose, names = ready.tailored, {card.record.key: card.record.name for card in ready.cards}
    asked = ready.opportunity.asked
    return {
        "holder": made.holder,
        "challenge": made.challenge,
        "domain": made.domain,
        "files": [str(file) for file in files],
        "asked": [
            {"name": asked[one.requirement].name, "how": one.how, "by": list(one.by), "evidence": one.evidence}
            for one in chose.shown
        ],
        "sent": [
            {"key": key, "name": names[key], "tells": list(chose.gives_away[key]), **_whole(ready, key)}
            for key in chose.chosen
        ],
        "stays_home": [{"key": one.key, "name": names[one.key], "reason": one.reason} for one in chose.stays_home],
        "guesses": [
            {
                "asked": one.asked.name,
                "id": found.concept.id,
                "name": found.concept.name,
                "score": round(found.score, 4),
            }
            for one in ready.guesses
            for found in one.matches
        ],
    }


def _whole(ready: Prepared, key: str) -> dict[str, object]:
    """Whether a record goes whole, and what of it stays home; what must be known of it."""
    one = next(one for one in ready.candidates if one.key == key)
    return {"whole": one.whole, "kept_back": list(one.kept_back), "notes": list(one.notes)}


def _home_lines(ready: Prepared, names: Mapping[str, str]) -> Iterator[str]:
    """Why records stay home, a line each; of thousands those that show something asked come first, the rest counted."""
    say, home = words(), ready.tailored.stays_home
    if len(home) > MOST_HOME:
        home = tuple(sorted(home, key=lambda one: one.reason == "shows_nothing_asked"))
    for one in home[:MOST_HOME]:
        yield "  " + say.text("{name} stays home.", name=names[one.key]) + " " + say.text(STAYS_HOME[one.reason])
    more = len(home) - MOST_HOME
    if more > 0:
        yield "  " + say.count(
            "{number} more record stays home. Add --json to see why.",
            "{number} more records stay home. Add --json to see why.",
            more,
        )


def choice_lines(ready: Prepared, table: ApplyTable) -> Iterator[str]:
    """What is asked, what shows it, what else goes, and what stays home."""
    say = words()
    names = {card.record.key: card.record.name for card in ready.cards}
    guessed = {guess.requirement for guess in ready.guesses}
    for shown in ready.tailored.shown:
        asked = ready.opportunity.asked[shown.requirement].name
        by = {
            "record": say.list_of([names[key] for key in shown.by]),
            "own_word": say.text("your own word"),
            "uncovered": say.text("nothing yet"),
            "unknown": say.text("not known yet: say first what it means"),
        }["unknown" if shown.how == "uncovered" and shown.requirement in guessed else shown.how]
        yield f"  {asked} – {by}"
    for card in chosen_cards(ready):
        gives = [say.text(GIVES_AWAY[code]) for code in ready.tailored.gives_away[card.record.key]]
        yield "  " + say.text("{name} also tells: {what}", name=card.record.name, what=gives)
    for going in table.going:
        yield f"    {going.title}: {goes_as(say, going)}"
    yield from _home_lines(ready, names)
    shown_now = {one.requirement for one in ready.tailored.shown if one.how != "uncovered"}
    for guess in ready.guesses:
        for match in guess.matches[:1] if guess.requirement not in shown_now else ():
            yield "  " + say.text(
                "“{asked}” may mean “{concept}”. If so, add: --agree “{asked}={id}”",
                asked=guess.asked.name,
                concept=match.concept.name,
                id=match.concept.id,
            )


def replaced(out: Path, names: tuple[str, ...] = PAPERS) -> Iterator[str]:
    """The papers that the new ones will take the place of."""
    for name in in_the_way(out, names):
        yield "  ! " + words().text("{file} is there already. It will be replaced.", file=str(out / name))


def warnings(table: ApplyTable, told: tuple[str, ...]) -> Iterator[str]:
    """What the learner must know before signing, as the window says it; and how to leave out what tells too much."""
    say = words()
    keys = {carries(say, one.title, one.still): one.key for one in table.going if one.asks and one.still}
    for line in to_know(say, table, told):
        key = keys.get(line)
        leave = " " + say.text("To leave it out: --keep {key}", key=key[:SHORT_KEY]) if key else ""
        yield f"  ! {line}{leave}"
