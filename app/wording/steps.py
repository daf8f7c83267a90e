"""What the rail says of each step, and what a step needs first."""

from collections.abc import Callable, Mapping
from math import ceil

from app.wording.marking import marked
from app.wording.words import Words

LINES = {
    "here": marked("You are here"),
    "next": marked("Next"),
    "not_started": marked("Not started"),
    "records_none": marked("No records yet"),
    "skills_changed": marked("Look again"),
    "apply_ready": marked("Ready to sign"),
    "after_none": marked("Nothing sent yet"),
    "after_answered": marked("Nothing to wait for"),
}

FIRST = {
    "records_first": marked("Add a record first. Or say in your own words what you can do."),
    "skills_first": marked("We do not know yet what you can do. You can still look up a job by its name."),
    "goal_first": marked("Choose a goal first. Then we can look for ways to get there."),
    "nothing_to_show": marked("Nothing shows yet what you can do. Look at your skills first."),
    "nothing_to_show.records": marked("Nothing shows yet what you can do. Add a record first."),
    "nothing_sent": marked("You have not sent anything yet. Sign an application first."),
}


_Values = Mapping[str, object]


def step_line(words: Words, code: str, values: _Values) -> str:
    """How far a step is, as the rail says it: "Done: 5 records", "13 to look at", "Not started"."""
    return _LINES[code](words, values) if code in _LINES else words.text(LINES[code])


def first_line(words: Words, code: str, mend: str) -> str:
    """What a step needs first."""
    return words.text(FIRST.get(f"{code}.{mend}") or FIRST[code])


def _number(values: _Values, name: str = "number") -> int:
    return int(str(values[name]))


def _time(words: Words, values: _Values) -> str:
    """Weeks begun count whole."""
    return words.count("{number} week", "{number} weeks", ceil(float(str(values["weeks"]))))


def _records_done(words: Words, values: _Values) -> str:
    return words.count("Done: {number} record", "Done: {number} records", _number(values))


def _skills_agreed(words: Words, values: _Values) -> str:
    told = words.count("{number} agreed", "{number} agreed", _number(values, "agreed"))
    waiting = _number(values, "open")
    return words.text("{agreed}, {open} open", agreed=told, open=waiting) if waiting else told


def _after_sent(words: Words, values: _Values) -> str:
    waiting, interviews = _number(values, "waiting"), _number(values, "interviews")
    told = words.count("{number} waiting", "{number} waiting", waiting)
    met = words.count("{number} interview", "{number} interviews", interviews)
    if waiting and interviews:
        return words.text("{waiting}, {interviews}", waiting=told, interviews=met)
    return told if waiting else met


_LINES: Mapping[str, Callable[[Words, _Values], str]] = {
    "records_count": lambda words, values: words.count("{number} record", "{number} records", _number(values)),
    "records_done": _records_done,
    "skills_to_look_at": lambda words, values: words.count(
        "{number} to look at", "{number} to look at", _number(values)
    ),
    "skills_agreed": _skills_agreed,
    "goal_chosen": lambda _words, values: str(values["name"]),
    "goal_compared": lambda words, values: words.count(
        "{number} job compared", "{number} jobs compared", _number(values)
    ),
    "plan_ready": lambda words, values: words.count("{number} plan ready", "{number} plans ready", _number(values)),
    "plan_chosen": lambda words, values: words.count("{number} step chosen", "{number} steps chosen", _number(values)),
    "plan_cheapest": lambda words, values: words.text("Cheapest, {time}", time=_time(words, values)),
    "plan_fastest": lambda words, values: words.text("Fastest, {time}", time=_time(words, values)),
    "plan_week": lambda words, values: words.text(
        "Week {week} of {weeks}", week=values["week"], weeks=ceil(float(str(values["weeks"])))
    ),
    "plan_begun": lambda words, values: words.count(
        "{done} of {number} step done", "{done} of {number} steps done", _number(values), done=values["done"]
    ),
    "plan_done": lambda words, values: words.count("Done: {number} step", "Done: {number} steps", _number(values)),
    "apply_sent": lambda words, values: words.count("{number} thing sent", "{number} things sent", _number(values)),
    "after_sent": _after_sent,
}
