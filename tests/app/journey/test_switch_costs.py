"""A switch that no chosen record stands against changes nothing: held against the solver on many made-up sets."""

import random

import pytest

from app.applying.candidate import Candidate, Wishes
from app.applying.disclosure import WEIGHTS
from app.applying.opportunity import Asked
from app.applying.tailoring import tailor


@pytest.mark.parametrize("seed", range(40))
def test_leaving_out_what_nothing_chosen_tells_changes_no_choice(seed):
    luck = random.Random(seed)
    asked = [Asked(str(number), (str(number),)) for number in range(6)]
    records = [
        Candidate(
            str(number),
            str(number),
            {need: luck.randint(1, 4) for need in luck.sample(range(6), luck.randint(0, 3))},
            tuple(luck.sample(sorted(WEIGHTS), luck.randint(0, 4))),
        )
        for number in range(12)
    ]
    free = tailor(asked, records)
    told = {code for tells in free.gives_away.values() for code in tells}
    hidden = tailor(asked, records, wishes=Wishes(hide=frozenset(WEIGHTS) - told))
    assert hidden.chosen == free.chosen
