"""The index of all names, made ahead on another thread."""

from dataclasses import replace

import pytest

from app.places import careers_pack as shipped
from pathways.matching.names import name_index
from pathways.pack.store import open_pack


class StopError(Exception):
    """The learner pressed Cancel."""


def test_progress_goes_from_nothing_to_all_in_small_parts() -> None:
    heard: list[float] = []
    with replace(open_pack(shipped()), facts={}) as pack:
        name_index(pack, heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 1
    assert max(after - before for before, after in zip([0.0, *heard], heard, strict=False)) < 0.1


@pytest.mark.parametrize("at", [0.1, 0.8])
def test_stopped_half_way_nothing_is_kept_and_it_can_start_again(at: float) -> None:
    def stop(share: float) -> None:
        if share > at:
            raise StopError

    with replace(open_pack(shipped()), facts={}) as pack:
        with pytest.raises(StopError):
            name_index(pack, stop)
        assert "matching.names" not in pack.facts
        assert len(name_index(pack).concepts) > 20_000
