"""Programs of study, wages and openings for the pack."""

from collections.abc import Iterable, Mapping

from pathways.frameworks import bls, cip
from pathways.frameworks.files import SourceFile
from pathways.pack.draft import Draft
from pathways.pack.schema import WAGE_FIGURES


def add_programs(draft: Draft, titles: SourceFile | None, cip_soc: SourceFile | None) -> None:
    """CIP titles in force, and the SOC codes each program leads to."""
    if titles:
        draft.add("program", sorted(set(cip.read_titles(titles))))
    if cip_soc:
        draft.add("program_soc", sorted(set(cip.read_cip_soc(cip_soc))))


def add_wages(draft: Draft, file: SourceFile) -> set[str]:
    """National wages; returns the OEWS codes that have them."""
    rows = sorted(bls.read_wages(file), key=lambda w: w.code)
    draft.add("wage", map(wage_row, rows))
    return {w.code for w in rows}


def wage_row(w: bls.WageRow) -> tuple[str | int | float | None, ...]:
    """The wages of one OEWS occupation as a row of the pack."""
    return (w.code, w.title, w.employment, *w.figures, _top(w.top_coded), int(w.annual_only), int(w.hourly_only))


def _top(places: Iterable[int]) -> str:
    return " ".join(WAGE_FIGURES[i] for i in sorted(places))


def add_projections(draft: Draft, file: SourceFile) -> set[str]:
    """Employment and openings; returns the National Employment Matrix codes that have them."""
    rows = sorted(bls.read_projections(file), key=lambda p: p.code)
    draft.add(
        "projection",
        ((p.code, p.title, p.employment, p.projected, p.change_percent, p.openings, *_entry(p)) for p in rows),
    )
    return {p.code for p in rows}


def _entry(row: bls.ProjectionRow) -> tuple[str | None, ...]:
    return row.education or None, row.experience or None, row.training or None


def wage_code(soc: str, nem: str | None, published: set[str]) -> str | None:
    """The OEWS code whose wages speak for a SOC code: its own, its matrix code, or its broad occupation.

    Twelve OEWS codes combine several SOC codes (May 2024): some are a broad occupation, whose code ends in 0, the
    others are OEWS's own and shared with the National Employment Matrix.
    """
    return next((c for c in (soc, nem, f"{soc[:6]}0") if c is not None and c in published), None)


def add_occupations(
    draft: Draft,
    titles: Mapping[str, str],
    zones: Mapping[str, int],
    nem: Mapping[str, str],
    published: tuple[set[str], set[str]],
) -> None:
    """The occupations in code order, each with its job zone and the codes its wages and openings stand under."""
    wages, projections = published
    for place, (code, title) in enumerate(titles.items()):
        soc = code[:7]
        matrix = next((c for c in (nem.get(code), soc) if c is not None and c in projections), None)
        row = (place, code, title, soc, zones.get(code), matrix, wage_code(soc, nem.get(code), wages))
        draft.add("occupation", [row])
