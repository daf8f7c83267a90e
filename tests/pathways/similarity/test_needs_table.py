"""The table behind the ranking says what the lists of needs say."""

import numpy as np

from pathways.model import Concept, Held
from pathways.pack.occupations import occupations
from pathways.pack.store import Pack
from pathways.requirements import requirements
from pathways.similarity import rank_careers
from pathways.similarity.needs_table import needs_table


def test_the_table_holds_every_need_of_every_occupation_as_its_list_does(careers_pack: Pack) -> None:
    table = needs_table(careers_pack)
    names = {place: concept for concept, place in table.places.items()}
    columns = np.repeat(np.arange(len(names)), np.diff(table.starts))
    found: dict[tuple[int, str], tuple[float, float | None]] = {}
    for row, column, weight, level in zip(table.rows, columns, table.weights, table.levels, strict=True):
        found[int(row), names[int(column)]] = (float(weight), None if np.isnan(level) else round(float(level), 2))
    listed = {
        (one.index, item.concept.id): (item.weight, item.level)
        for one in occupations(careers_pack)
        for item in requirements(careers_pack, one.code).requirements
    }
    assert len(table.rows) == len(found) == len(listed) > 80_000
    assert found == listed
    assert table.counts.tolist() == np.bincount([row for row, _ in listed], minlength=1016).tolist()


def test_the_ranking_is_the_one_that_was_written_down(careers_pack: Pack) -> None:
    """The same on every run and machine: change these figures only with the way of ranking."""
    held = {
        one: Held(Concept(one, one, "activity"), 3)
        for one in ("4.A.4.a.8.I03.D05", "4.A.4.a.5.I07.D01", "4.A.3.b.6.I12.D02")
    }
    listening = Concept("2.A.1.b", "Active Listening", "skill")
    held |= {"2.A.1.b": Held(listening, 4, level=2.0)}
    held |= {"software:Google Sheets": Held(Concept("software:Google Sheets", "Google Sheets", "software"), 1)}
    first = [(one.occupation.id, one.score, one.coverage, one.shown) for one in rank_careers(careers_pack, held, 4)]
    assert first == [
        ("53-3011.00", 0.1227, 0.0746, 1),
        ("25-3041.00", 0.0947, 0.0801, 1),
        ("53-1044.00", 0.0665, 0.0563, 1),
        ("39-1014.00", 0.0659, 0.055, 1),
    ]
