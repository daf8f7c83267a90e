"""Outlook and facts of an occupation, as lines and as JSON: told beside fit, never mixed with it."""

from collections.abc import Iterator

from app.cli.terminal import words
from app.records.text import one_line
from app.wording.careers import fact_sentence
from app.wording.facts import OUTLOOK
from pathways.model import Fact
from pathways.pack import labour
from pathways.pack.store import Pack, sources_of


def outlook_lines(pack: Pack, code: str, area: str) -> Iterator[str]:
    """Pay and openings, each with its year and area; what is not published is said so. Error `area_unknown`.

    Where an area has no pay for the job, that of the U.S. follows.
    """
    yield _pay_line(pack, code, area)
    if area != labour.NATION and not _has_pay(pack, code, area):
        yield _pay_line(pack, code, labour.NATION)
    future = labour.outlook(pack, code)
    if future is None or future.openings is None:
        yield outlook("openings_unknown")
    else:
        yield outlook("openings", openings=future.openings, when=_when(pack, "projection"))
        if future.shared_by > 1:
            yield outlook("shared", count=future.shared_by)


def _has_pay(pack: Pack, code: str, area: str) -> bool:
    pay = labour.wages(pack, code, area)
    return pay is not None and pay.annual_median is not None


def _pay_line(pack: Pack, code: str, area: str) -> str:
    pay = labour.wages(pack, code, area)
    place = labour.areas(pack).get(area)
    there = {} if place is None else {"area": one_line(place.title)}
    when = _when(pack, "wage") if place is None else one_line(place.released)
    if pay is None or pay.annual_median is None:
        return outlook(f"pay_unknown{'_in' if there else ''}", when=when, **there)
    top = "pay_top" if "annual_median" in pay.top_coded else "pay"
    return outlook(f"{top}{'_in' if there else ''}", median=words().money(pay.annual_median), when=when, **there)


def outlook(name: str, **values: object) -> str:
    """A sentence of the outlook by its name."""
    return words().text(OUTLOOK[name], **values)


def fact_lines(facts: tuple[Fact, ...]) -> Iterator[str]:
    """Schooling, certificates and the like: told, never a gate."""
    yield from filter(None, (fact_sentence(words(), fact.code, fact.values) for fact in facts))


def outlook_json(pack: Pack, code: str, area: str) -> dict[str, object]:
    """Pay in U.S. dollars a year and openings a year; null is not published. Error `area_unknown`."""
    pay, future = labour.wages(pack, code, area), labour.outlook(pack, code)
    place = labour.areas(pack).get(area)
    return {
        "annual_median": pay.annual_median if pay else None,
        "annual_25": pay.annual_25 if pay else None,
        "annual_75": pay.annual_75 if pay else None,
        "top_coded": bool(pay and "annual_median" in pay.top_coded),
        "openings": future.openings if future else None,
        "change_percent": future.change_percent if future else None,
        "shared_by": future.shared_by if future else None,
        "area": place.title if place else "U.S.",
        "pay_from": place.released if place else _when(pack, "wage"),
        "openings_from": _when(pack, "projection"),
    }


def facts_json(facts: tuple[Fact, ...]) -> list[dict[str, object]]:
    """Facts as codes with their values and sources."""
    return [{"code": fact.code, "values": dict(fact.values), "source": fact.source} for fact in facts]


def _when(pack: Pack, table: str) -> str:
    """The month or years that a table's figures are of, as its source states them."""
    return ", ".join(source.version for source in sources_of(pack, table))
