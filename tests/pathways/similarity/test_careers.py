"""Careers ranked for a learner."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from pathways.gaps import fit, gap
from pathways.model import Concept, Held
from pathways.pack.occupations import occupations
from pathways.pack.store import Pack, open_pack
from pathways.requirements import requirements
from pathways.similarity import like, rank_careers

CASHIERS, NURSES, MILITARY = "41-2011.00", "29-1141.00", "55-3019.00"


def holding(pack: Pack, code: str, share: float = 1.0) -> dict[str, Held]:
    found = requirements(pack, code).requirements
    return {one.concept.id: Held(one.concept, 3) for one in found[: round(share * len(found))]}


@pytest.mark.parametrize("code", [CASHIERS, NURSES, "47-2111.00", "15-1252.00"])
def test_who_can_show_half_of_a_job_is_told_of_that_job_first(careers_pack: Pack, code: str) -> None:
    assert rank_careers(careers_pack, holding(careers_pack, code, 0.5), 1)[0].occupation.id == code


def test_coverage_is_the_fit_of_the_gap(careers_pack: Pack) -> None:
    held = holding(careers_pack, CASHIERS, 0.3)
    ranked = {one.occupation.id: one for one in rank_careers(careers_pack, held)}
    for code in (CASHIERS, "41-2031.00", "43-4051.00", NURSES):
        found = fit(gap(requirements(careers_pack, code), held, {}, careers_pack))
        assert ranked[code].coverage == pytest.approx(found.share, abs=1e-3)
        assert ranked[code].shown == found.shown


def test_levels_and_lapsed_evidence_count_as_in_the_gap(careers_pack: Pack) -> None:
    active = Concept("2.A.1.b", "Active Listening", "skill")
    for own in (Held(active, 3, level=2.0), Held(active, 3, lapsed=True), Held(active, 3)):
        ranked = {one.occupation.id: one for one in rank_careers(careers_pack, {active.id: own})}
        found = fit(gap(requirements(careers_pack, NURSES), {active.id: own}, {}, careers_pack))
        assert ranked[NURSES].coverage == pytest.approx(found.share, abs=1e-4)


def test_nothing_is_lost_and_what_has_no_data_is_not_scored(careers_pack: Pack) -> None:
    ranked = rank_careers(careers_pack, holding(careers_pack, CASHIERS, 0.3))
    assert len(ranked) == len(occupations(careers_pack))
    assert len({one.occupation.id for one in ranked}) == len(ranked)
    unknown = [one for one in ranked if one.coverage is None]
    assert MILITARY in {one.occupation.id for one in unknown}
    assert all(one.similarity is None and one.score == 0 for one in unknown)
    assert ranked[-len(unknown) :] == tuple(unknown)


def test_undemanding_jobs_do_not_win_by_asking_little(careers_pack: Pack) -> None:
    """Eleven things are known to be needed of a histology technician: all of them weigh less than a nurse's third."""
    held = holding(careers_pack, NURSES, 0.3) | holding(careers_pack, "29-2012.01")
    ranked = rank_careers(careers_pack, held)
    assert ranked[0].occupation.id == NURSES
    assert next(one.coverage for one in ranked if one.occupation.id == "29-2012.01") == 1.0


def test_a_job_held_leads_to_the_jobs_like_it(careers_pack: Pack) -> None:
    held = {CASHIERS: Held(Concept(CASHIERS, "Cashiers", "occupation"), 3)}
    first = [one.occupation.id for one in rank_careers(careers_pack, held, 6)]
    assert first[0] == CASHIERS
    assert "41-2021.00" in first


def test_who_holds_nothing_is_not_sorted_by_chance(careers_pack: Pack) -> None:
    ranked = rank_careers(careers_pack, {})
    assert {one.score for one in ranked} == {0.0}
    assert ranked == rank_careers(careers_pack, {})


def test_ties_are_broken_by_name_and_the_order_of_what_is_held_changes_nothing(careers_pack: Pack) -> None:
    held = holding(careers_pack, CASHIERS, 0.2)
    ranked = rank_careers(careers_pack, held)
    in_order = sorted(ranked, key=lambda one: (one.similarity is None, -one.score, one.occupation.name))
    assert list(ranked) == in_order
    assert len({one.score for one in ranked}) < len(ranked) - 50
    assert rank_careers(careers_pack, dict(reversed(held.items()))) == ranked


def test_another_process_with_other_hashes_and_one_thread_ranks_alike(careers_pack: Pack) -> None:
    program = """
import sys
from pathlib import Path
from pathways.model import Held
from pathways.pack.store import open_pack
from pathways.requirements import requirements
from pathways.similarity import like, rank_careers
with open_pack(Path(sys.argv[1])) as pack:
    found = requirements(pack, sys.argv[2]).requirements
    held = {one.concept.id: Held(one.concept, 3) for one in {*found[:30]}}
    print(*(f"{one.occupation.id} {one.score!r}" for one in rank_careers(pack, held)))
"""
    told = {
        subprocess.run(
            [sys.executable, "-c", program, str(careers_pack.path), NURSES],
            env=os.environ | {"PYTHONHASHSEED": seed, "OPENBLAS_NUM_THREADS": threads, "OPENBLAS_CORETYPE": kernel},
            capture_output=True,
            check=True,
        ).stdout
        for seed, threads, kernel in (("1", "1", "Prescott"), ("2", "2", "Haswell"))
    }
    assert len(told) == 1
    assert len(next(iter(told)).split()) == 2 * len(occupations(careers_pack))


def test_schooling_and_preparation_in_the_pack_change_no_ranking(careers_pack: Pack, tmp_path: Path) -> None:
    """What BLS and O*NET say of degrees is told as facts."""
    changed = tmp_path / "pack.sqlite"
    shutil.copy(careers_pack.path, changed)
    with sqlite3.connect(changed) as connection:
        connection.execute("UPDATE projection SET education = 'None', experience = 'None', training = 'None'")
        connection.execute("DELETE FROM matrix WHERE kind IN ('preparation', 'RL', 'RW', 'PT', 'OJ')")
        connection.execute("UPDATE occupation SET job_zone = 1 WHERE job_zone IS NOT NULL")
    connection.close()
    held = holding(careers_pack, NURSES, 0.3)
    with open_pack(changed) as pack:
        assert rank_careers(pack, held) == rank_careers(careers_pack, held)
        assert like(pack, NURSES) == like(careers_pack, NURSES)


def test_opening_and_ranking_load_neither_networkx_nor_a_solver(careers_pack: Pack) -> None:
    program = """
import sys
from pathlib import Path
from pathways.gaps import gap
from pathways.pack.store import open_pack
from pathways.requirements import requirements
from pathways.similarity import like, rank_careers
with open_pack(Path(sys.argv[1])) as pack:
    rank_careers(pack, {})
    like(pack, "29-1141.00")
    gap(requirements(pack, "29-1141.00"), {}, {}, pack)
print({"networkx", "highspy", "scipy"} & set(sys.modules))
"""
    command = [sys.executable, "-c", program, str(careers_pack.path)]
    assert subprocess.run(command, capture_output=True, check=True, text=True).stdout == "set()\n"
