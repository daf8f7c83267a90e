"""The place that pay is shown for: the U.S. as a whole, or a state or area whose pay the learner brought."""

from dataclasses import dataclass

from app.journey.session import Session
from app.vault import store_settings
from pathways.errors import PathwaysError
from pathways.pack import labour
from pathways.pack.labour import Area

PAY_PLACE = "pay_place"


@dataclass(frozen=True)
class PayPlaces:
    """The places to choose from, states first, and the one chosen; None is the U.S. as a whole, the `nation`."""

    places: tuple[Area, ...]
    chosen: Area | None
    nation: Area


def pay_places(session: Session) -> PayPlaces:
    """Where pay can be shown for."""
    pack = session.pack
    return PayPlaces(tuple(labour.areas(pack).values()), pay_place(session), labour.nation(pack))


def pay_place(session: Session) -> Area | None:
    """Where pay is shown for; None is the U.S. as a whole, also while the pay of the place chosen is taken out."""
    return labour.areas(session.pack).get(str(store_settings.setting(session.vault, PAY_PLACE, "")))


def set_pay_place(session: Session, code: str | None) -> str | None:
    """Show pay for a place by BLS's code, or for the U.S. (None); returns what was chosen before, for undo.

    PathwaysError `area_unknown` where no pay of it was brought.
    """
    if code is not None and code not in labour.areas(session.pack):
        raise PathwaysError("area_unknown", area=code)
    before = pay_place(session)
    if code is None:
        store_settings.forget_setting(session.vault, PAY_PLACE)
    else:
        store_settings.set_setting(session.vault, PAY_PLACE, code)
    return before.code if before is not None else None


def places_called(places: tuple[Area, ...], typed: str) -> tuple[Area, ...]:
    """The places whose names hold every word typed, or that lie in the state of two letters typed."""
    wanted = typed.casefold().split()
    return tuple(
        one
        for one in places
        if typed.strip().upper() == one.state or all(word in one.title.casefold() for word in wanted)
    )
