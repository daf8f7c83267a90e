"""The page people read beside the signed presentation, and how it will look before anything is signed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.applying.candidate import page_hides
from app.applying.chosen import Shown
from app.applying.documents import Answer, Application, OwnWord, Sent, State, preview_html
from app.applying.making import PLAIN_MAKING, Making
from app.applying.presentation import Presentation
from app.applying.proof_forms import file_of
from app.applying.titles import title_on_page
from app.journey.apply.preparing import Prepared, chosen_cards, said
from app.journey.apply.ties import Key, which_key
from app.journey.papers import labels, sure
from app.journey.records.holding import Card
from app.journey.session import Session
from app.profile.evidence import SIGNED
from app.records.dates import moment
from app.wording import Words
from app.wording.applying import LATE
from app.wording.papers import APPLICATION


@dataclass(frozen=True)
class Preview:
    """What would be signed, unsigned: the page as data and as HTML, and beside the records what else the file holds.

    `key` says which key would sign; `code_given` is False where a random code will be made; `address` is for whom.
    """

    page: Application
    html: bytes
    key: Key
    code_given: bool
    address: str
    practice: bool


def application_page(words: Words, ready: Prepared, made: Presentation, *, name: str, practice: bool) -> Application:
    """The readable page beside a signed presentation: with skills first, no schooling, schools, dates or grades.

    What is asked and not shown is left out: the learner's page does not list what they lack.
    """
    signature = (made.holder, made.challenge, made.domain)
    page = _page(words, ready, made.created, signature, name=name, practice=practice)
    until = words.value(made.ends) if made.ends else ""
    return replace(page, counts_until=until, file=made.file_name, media_type=made.media_type)


def preview(session: Session, words: Words, ready: Prepared, *, name: str, making: Making = PLAIN_MAKING) -> Preview:
    """The application as it would be: nothing is signed, no key is made and the ledger does not know of it."""
    wanted = ready.opportunity
    later, address = words.text("Made when you sign"), wanted.domain or wanted.organisation
    signature = (later, wanted.challenge or later, address)
    page = _page(words, ready, session.clock(), signature, name=name, practice=session.practice)
    file, media_type = file_of(making.proof)
    until = words.value(making.ends) if making.ends else ""
    page = replace(page, counts_until=until, file=file, media_type=media_type)
    html = preview_html(
        page, labels(words, APPLICATION, file=page.file), words.text("This is a preview. Nothing is signed yet.")
    )
    return Preview(
        page, html, which_key(session, ready, making.key), wanted.challenge is not None, address, session.practice
    )


def _page(
    words: Words, ready: Prepared, on: datetime, signature: tuple[str, str, str], *, name: str, practice: bool
) -> Application:
    shown = [item for item in ready.tailored.shown if item.how != "uncovered"]
    wanted, off = ready.opportunity, page_hides(ready.wishes)
    holder, challenge, domain = signature
    return Application(
        language=words.language,
        name=name or words.text("A learner"),
        title=wanted.title,
        organisation=wanted.organisation,
        made_on=words.value(on.astimezone()),
        summary=_summary(words, shown, len(wanted.asked)),
        answers=tuple(_answer(words, ready, item, off) for item in shown),
        sent=tuple(_sent(words, card, ready.tailored.gives_away[card.record.key], off) for card in chosen_cards(ready)),
        own_words=tuple(OwnWord(wanted.asked[index].name, ready.own_words[index].claim.text) for index in said(ready)),
        holder=holder,
        challenge=challenge,
        domain=domain,
        practice=practice,
    )


def _summary(words: Words, shown: Sequence[Shown], asked: int) -> str:
    """How many of the things asked are shown, and how many rest on the learner's word: never counted as one."""
    said = sum(item.how == "own_word" for item in shown)
    proven = len(shown) - said
    if asked == 1 and shown:
        return (
            words.text("The thing you asked for is here in the applicant’s own words.")
            if said
            else words.text("The thing you asked for is shown here.")
        )
    if said and not proven:
        return words.count(
            "{number} of the {asked} things you asked for is here in the applicant’s own words.",
            "{number} of the {asked} things you asked for are here in the applicant’s own words.",
            said,
            asked=asked,
        )
    first = words.count(
        "{number} of the {asked} things you asked for is shown here.",
        "{number} of the {asked} things you asked for are shown here.",
        proven,
        asked=asked,
    )
    more = words.count(
        "{number} more is in the applicant’s own words.", "{number} more are in the applicant’s own words.", said
    )
    return f"{first} {more}" if said else first


def _answer(words: Words, ready: Prepared, item: Shown, off: frozenset[str]) -> Answer:
    asked = ready.opportunity.asked[item.requirement]
    note = "" if asked.essential else words.text("nice to have")
    if item.how == "own_word":
        text = ready.own_words[item.requirement].claim.text
        return Answer(
            asked.name, "partly", words.text("Own word"), text, 1, words.text("the applicant’s own word"), note
        )
    card = next(card for card in ready.cards if card.record.key == item.by[0])
    detail = words.state(LATE[card.standing.early]) if card.standing.lapsed else ""
    checked = item.evidence >= SIGNED
    state: State = "shown" if checked and not card.standing.lapsed else "partly"
    evidence = sure(words, item.evidence)
    return Answer(asked.name, state, _title(words, card, off), detail, item.evidence, evidence, note)


def _sent(words: Words, card: Card, tells: tuple[str, ...], off: frozenset[str]) -> Sent:
    """A record as the page names it: a school's name and dates are there only where the learner leaves nothing out."""
    facts = [words.text("Canceled")] if card.standing.reason == "canceled" else []
    facts += [words.name(words.state(LATE[card.standing.early]))] if card.standing.lapsed else []
    given = moment(card.record.valid_from or "")
    if given and not off & {"dates", "time_gaps"}:  # days in a row show the time between them
        facts.append(words.text("Given on {day}", day=given))
    issuer = "" if {"school_name"}.intersection(tells, off) else card.record.issuer.name or ""
    return Sent(_title(words, card, off), issuer, tuple(facts))


def _title(words: Words, card: Card, off: frozenset[str]) -> str:
    return title_on_page(card.record, off) or words.text("A record")
