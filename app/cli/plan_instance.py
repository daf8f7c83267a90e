"""`plan --from`: the answer to a planning question in a file, which needs no vault."""

from dataclasses import asdict
from pathlib import Path

from app.cli.terminal import json_line, tell, words
from pathways.plans.instance import read_instance
from pathways.plans.solving import Solved, solve


def answer(file: Path, *, as_json: bool) -> None:
    """Print the best plan for the question in a file. PathwaysError `instance_unusable`, `no_answer_in_time`."""
    found = solve(read_instance(file))
    if as_json:
        json_line({**asdict(found), "steps": list(found.steps)})
    else:
        _tell(found)


def _tell(found: Solved) -> None:
    say = words()
    if found.status == "infeasible":
        tell(say.text("No steps teach enough within these limits."))
        return
    tell(say.text("Proven best.") if found.status == "optimal" else say.text("Not proven best."))
    for key in found.steps:
        tell(f"  {key}")
    tell(say.text("Cost in dollars: {cost}", cost=found.cost))
    if found.weeks is not None:
        tell(say.text("Weeks: {weeks}", weeks=found.weeks))
