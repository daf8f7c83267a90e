"""A choice written down as ids, against every choice there is: what comes out is what the words of the file ask for."""

import itertools
import json
import random
from typing import Any

import pytest

from app.applying.instance import chosen, read_instance

WORDS = ("name", "birth date", "school", "dates", "grades", "address")
Given = dict[str, Any]


def given(luck: random.Random) -> Given:
    """Up to seven requirements and ten records with any ids, in any order."""
    required = [f"need {number}" for number in range(luck.randint(0, 7))]
    records = [
        {
            "id": f"{luck.randint(0, 99)}-{number}",
            "covers": luck.sample(required, luck.randint(0, min(3, len(required)))),
            "gives_away": luck.sample(WORDS, luck.randint(0, 5)),
        }
        for number in range(luck.randint(0, 10))
    ]
    luck.shuffle(required)
    return {"requirements": required, "records": records}


def every_best(asked: Given) -> list[set[str]]:
    """Each set of records that covers all that can be covered, of the fewest, with the fewest different words."""
    wanted = {need for one in asked["records"] for need in one["covers"]}
    able = [
        picked
        for size in range(len(asked["records"]) + 1)
        for picked in itertools.combinations(asked["records"], size)
        if wanted <= {need for one in picked for need in one["covers"]}
    ]
    worth = [(len(picked), len({word for one in picked for word in one["gives_away"]})) for picked in able]
    return [{one["id"] for one in picked} for picked, value in zip(able, worth, strict=True) if value == min(worth)]


@pytest.mark.parametrize("start", range(0, 300, 30))
def test_the_answer_is_a_brute_force_minimum(start: int, tmp_path: Any) -> None:
    for seed in range(start, start + 30):
        asked = given(random.Random(seed))
        (tmp_path / "instance.json").write_text(json.dumps(asked))
        answer = chosen(read_instance(tmp_path / "instance.json"))
        covered = {need for one in asked["records"] for need in one["covers"]}
        assert set(answer) == {"status", "records", "uncovered"}
        assert answer["status"] == "optimal"
        assert set(answer["records"]) in every_best(asked), seed
        assert len(set(answer["records"])) == len(answer["records"])
        assert answer["uncovered"] == [one for one in asked["requirements"] if one not in covered]
