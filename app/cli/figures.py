"""Outlook and facts of an occupation, as lines and as JSON: told beside fit, never mixed with it."""

from collections.abc import Iterator

from app.cli.terminal import words
from app.wording.careers import fact_sentence
from app.wording.facts import OUTLOOK
from pathways.model import Fact
from pathways.pack import labour
from pathways.pack.store import Pack, sources_of


def outlook_lines(pack: Pack, code: str) -> Iterator[str]:
    """Pay and openings, each with its year and area; what is not published is said so."""
    say = words()
    pay, future = labour.wages(pack, code), labour.outlook(pack, code)
    if pay is None or pay.annual_median is None:
        yield outlook("pay_unknown")
    else:
        top = "pay_top" if "annual_median" in pay.top_coded else "pay"
        yield outlook(top, median=say.money(pay.annual_median), when=_when(pack, "wage"))
    if future is None or future.openings is None:
        yield outlook("openings_unknown")
    else:
        yield outlook("openings", openings=future.openings, when=_when(pack, "projection"))
        if future.shared_by > 1:
            yield outlook("shared", count=future.shared_by)


def outlook(name: str, **values: object) -> str:
    """A sentence of the outlook by its name."""
    return words().text(OUTLOOK[name], **values)


def fact_lines(facts: tuple[Fact, ...]) -> Iterator[str]:
    """Schooling, certificates and the like: told, never a gate."""
    yield from filter(None, (fact_sentence(words(), fact.code, fact.values) for fact in facts))


def outlook_json(pack: Pack, code: str) -> dict[str, object]:
    """Pay in U.S. dollars a year and openings a year; null is not published."""
    pay, future = labour.wages(pack, code), labour.outlook(pack, code)
    return {
        "annual_median": pay.annual_median if pay else None,
        "top_coded": bool(pay and "annual_median" in pay.top_coded),
        "openings": future.openings if future else None,
        "shared_by": future.shared_by if future else None,
        "area": "U.S.",
        "pay_from": _when(pack, "wage"),
        "openings_from": _when(pack, "projection"),
    }


def facts_json(facts: tuple[Fact, ...]) -> list[dict[str, object]]:
    """Facts as codes with their values and sources."""
    return [{"code": fact.code, "values": dict(fact.values), "source": fact.source} for fact in facts]


def _when(pack: Pack, table: str) -> str:
    """The month or years that a table's figures are of, as its source states them."""
    return ", ".join(source.version for source in sources_of(pack, table))
