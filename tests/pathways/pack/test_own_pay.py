"""OEWS's pay in the learner's own pack."""

from pathlib import Path

import brought_pay as oews
import brought_releases as made
import pytest
from own_packs import Own, used
from tiny_releases import CHIEF

from pathways.errors import PathwaysError
from pathways.pack import labour
from pathways.pack.store import Pack, sources_of

NURSE, AIDE = made.NURSE, made.AIDE


def test_pay_of_a_state_is_told_with_area_and_month(tmp_path: Path, mine: Own, shipped: Pack) -> None:
    summary = mine.add(oews.oews_state(tmp_path), oews.oews_metro(tmp_path / "b"))
    assert used(summary) == {f"wages_{kind}": ("May 2024", "") for kind in ("state", "metro", "nonmetro")}
    pack = mine.pack()
    assert [(a.code, a.title, a.kind, a.state) for a in labour.areas(pack).values()] == [
        ("06", "California", "state", "CA"),
        ("41", "Oregon", "state", "OR"),
        ("38900", "Portland, OR-WA", "metro", "OR"),
        ("4100006", "Coast Oregon nonmetropolitan area", "nonmetro", "OR"),
    ]
    pay = labour.wages(pack, NURSE, "41")
    assert pay is not None
    assert (pay.annual_median, pay.hourly_90, pay.employment) == (83_200, 50.25, 35_000)
    assert (pay.area.title, pay.area.released, pay.title) == ("Oregon", "May 2024", "Registered Nurses")
    chief = labour.wages(pack, CHIEF, "38900")
    assert chief is not None
    assert (chief.annual_median, chief.hourly_median, chief.employment, chief.annual_only) == (
        239_200,
        None,
        None,
        True,
    )
    assert "annual_median" in chief.top_coded
    aide = labour.wages(pack, AIDE, "06")
    assert aide is not None
    assert (aide.annual_median, aide.employment) == (None, 9_000)
    assert labour.wages(pack, "15-1252.00", "06") is None
    assert labour.wages(pack, NURSE) == labour.wages(shipped, NURSE)
    assert labour.areas(shipped) == {}
    with pytest.raises(PathwaysError) as raised:
        labour.wages(shipped, NURSE, "41")
    assert (raised.value.code, raised.value.values) == ("area_unknown", {"area": "41"})


def test_the_newest_pay_of_an_area_counts(tmp_path: Path, mine: Own) -> None:
    mine.add(oews.oews_state(tmp_path))
    older: made.Rows = [("May 2022 OEWS Estimates",)]
    mine.add(oews.oews_book(tmp_path / "older.xlsx", {**oews.STATES, "50": ("Vermont", 2, "VT")}, add=9, notes=older))
    pack = mine.pack()
    assert {a.title: a.released for a in labour.areas(pack).values()} == {
        "California": "May 2024",
        "Oregon": "May 2024",
        "Vermont": "May 2022",
    }
    pay = labour.wages(pack, NURSE, "41")
    assert pay is not None
    assert pay.annual_mean == 84_240


def test_one_workbook_may_hold_the_nation_and_its_areas(tmp_path: Path, mine: Own) -> None:
    whole = {"99": ("U.S.", 1, "US"), **oews.STATES, **oews.METROS}
    notes: made.Rows = [("May 2026 OEWS Estimates",)]
    summary = mine.add(oews.oews_book(tmp_path / "all_data_M_2026.xlsx", whole, notes=notes))
    assert used(summary) == {
        "wages": ("May 2026", "May 2024"),
        "wages_state": ("May 2026", ""),
        "wages_metro": ("May 2026", ""),
    }
    pack = mine.pack()
    assert [(area.code, area.kind) for area in labour.areas(pack).values()] == [
        ("06", "state"),
        ("41", "state"),
        ("38900", "metro"),
    ]
    pay = labour.wages(pack, NURSE)
    assert pay is not None
    assert pay.annual_median == 83_200
    assert sources_of(pack, "wage")[0].version == "May 2026"


def test_newer_pay_of_the_nation_takes_the_place_of_the_shipped(tmp_path: Path, mine: Own) -> None:
    notes: made.Rows = [("May 2025 OEWS Estimates",)]
    nation = {"99": ("U.S.", 1, "US")}
    assert used(mine.add(oews.oews_book(tmp_path / "a.xlsx", nation, notes=notes))) == {
        "wages": ("May 2025", "May 2024")
    }
    pay = labour.wages(mine.pack(), NURSE)
    assert pay is not None
    assert (pay.annual_mean, pay.area.released) == (84_240, "May 2025")
    assert used(mine.add(oews.oews_book(tmp_path / "b.xlsx", nation))) == {}


def test_pay_of_which_newer_is_there_is_not_called_used(tmp_path: Path, mine: Own) -> None:
    mine.add(oews.oews_state(tmp_path))
    older: made.Rows = [("May 2022 OEWS Estimates",)]
    summary = mine.add(oews.oews_book(tmp_path / "older.xlsx", oews.STATES, notes=older))
    assert used(summary) == {}
    (use,) = summary.uses
    assert (use.part, use.version, use.before, use.used) == ("wages_state", "May 2024", "May 2022", False)
