"""A long list of steps is made shorter before it is solved: the answer is the same as the solver's over all of it."""

from random import Random

import pytest

from pathways.model import Figure, LearningStep
from pathways.plans.instance import Instance
from pathways.plans.solving import solve
from pathways.solver import Row, minimise

SKILLS, STEPS = 12, 150


def made_up(seed: int) -> Instance:
    luck = Random(seed)
    add_up = bool(seed % 2)
    needs = {f"k{one:02}": float(luck.randint(1, 3)) if add_up else 1.0 for one in range(SKILLS)}
    steps, amounts = [], {}
    for number in range(STEPS):
        key = f"s{number}"
        taught = luck.sample(sorted(needs), luck.randint(0, 4))
        amounts[key] = {one: luck.choice([0.5, 1.0, 2.0]) if add_up else 1.0 for one in taught}
        after = {f"s{luck.randrange(number)}" for _ in range(luck.choice([0, 0, 1, 2]))} if number else set()
        cost = None if luck.random() < 0.05 else float(luck.randint(5, 60) * max(1, len(taught)))
        figures = (Figure(cost), Figure(float(luck.randint(1, 40))), Figure(1.0))
        steps.append(LearningStep(key, key, "course", None, *figures, tuple(taught), tuple(sorted(after))))
    return Instance(needs, tuple(steps), amounts, None, None, None, "cost", 2)


@pytest.mark.parametrize("seed", range(24))
def test_a_long_list_has_the_answer_that_all_its_steps_have(seed: int) -> None:
    asked = made_up(seed)
    places = {one.id: at for at, one in enumerate(asked.steps)}
    order = [Row({places[first]: 1.0, places[one.id]: -1.0}, low=0.0) for one in asked.steps for first in one.needs]
    cover = [
        Row({places[key]: much[skill] for key, much in asked.amounts.items() if skill in much}, low=least)
        for skill, least in asked.needs.items()
    ]
    priced = [0.0 if one.cost.value is None else 1.0 for one in asked.steps]
    whole = minimise([one.cost.value or 0.0 for one in asked.steps], [*order, *cover], upper=priced)
    assert whole is not None
    found = solve(asked)
    assert (found.status, found.cost, found.bound) == ("optimal", round(whole.objective), round(whole.objective))
    taken = set(found.steps)
    assert all(set(one.needs) <= taken for one in asked.steps if one.id in taken)
    for skill, least in asked.needs.items():
        assert sum(asked.amounts[key].get(skill, 0.0) for key in taken) >= least
