"""The steps of growth, against those that BLS and O*NET publish for 2024–34."""

import pytest

from pathways.pack.growth import growth, overall_growth
from pathways.pack.store import Pack


def published(percent: float) -> str:
    """O*NET OnLine, projected growth (2024–2034), in whole percents."""
    whole = int(percent + 0.5) if percent >= 0 else -int(0.5 - percent)
    if whole >= 7:
        return "much_faster"
    if whole >= 5:
        return "faster"
    if whole >= 3:
        return "as_fast"
    if whole >= 1:
        return "slower"
    return "little_change" if whole == 0 else "decline"


def test_all_jobs_together_grow_as_bls_says(careers_pack: Pack) -> None:
    assert overall_growth(careers_pack) == pytest.approx(3.1, abs=0.05)


def test_every_projected_occupation_stands_on_the_published_step(careers_pack: Pack) -> None:
    overall = overall_growth(careers_pack)
    assert overall is not None
    rows = careers_pack.connection.execute("SELECT change_percent FROM projection WHERE change_percent NOT NULL")
    found = [(percent, growth(percent, overall)) for (percent,) in rows]
    assert len(found) > 800
    assert [one for one in found if one[1] != published(one[0])] == []


@pytest.mark.parametrize(
    ("overall", "percent", "step"),
    [(6.5, 14, "much_faster"), (6.5, 7, "as_fast"), (0.0, 2, "faster"), (-4.0, 0.6, "faster")],
)
def test_the_steps_move_with_the_growth_of_all_jobs(overall: float, percent: float, step: str) -> None:
    assert growth(percent, overall) == step
