"""`vault online --newer`: newer versions of records, asked for where the learner allows it, and taken where one is."""

from threading import Event

from app.cli.online import Consent, say_came, show_hosts
from app.cli.terminal import clear_progress, confirmed, json_line, progress, tell, words
from app.journey.records.newer import Newer, NewerQuestion, ask_newer, newer_question, take_newer
from app.journey.records.online import asking
from app.journey.session import Session
from app.online.pages import Page
from app.wording import online as said


def renew(session: Session, consent: Consent, *, as_json: bool) -> None:
    """Show who would be asked for newer versions, ask whom the learner allows, and keep what they take."""
    asked = newer_question(session)
    if asked.by_wallet:
        tell(said.by_wallet(words(), len(asked.by_wallet)), err=True)
    shown = tuple(host for host in asked.hosts if host.name not in consent.left_out)
    if not shown:
        return
    show_hosts(shown)
    if not (consent.yes or confirmed(words().text("Ask them now?"))):
        return
    found = _asked(session, asked, frozenset(host.name for host in shown))
    clear_progress()
    _say(found, as_json=as_json)
    if found.offers and (consent.yes or confirmed(words().text("Keep the newer versions?"))):
        take_newer(session, found.offers)


def _asked(session: Session, asked: NewerQuestion, allowed: frozenset[str]) -> Newer:
    stop = Event()
    with asking(session, allowed, stop) as ask:
        return ask_newer(session, asked, allowed, ask=ask, stop=stop, tell=_tell)


def _say(found: Newer, *, as_json: bool) -> None:
    say = words()
    for offer in found.offers:
        if as_json:
            json_line({"newer": offer.new.key, "of": offer.old.key, "address": offer.address})
        else:
            tell(say.text("A newer version of {name} was found.", name=offer.old.name))
    for one in found.refused:
        tell(f"  {one.old.name}: {said.not_newer(say, one.why)}", err=True)
    if found.failed:
        say_came(found.failed)


def _tell(_page: Page, done: int, total: int) -> None:
    progress(words().text("Asking websites"), done, total)
