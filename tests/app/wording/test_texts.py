"""What is handed to the wording can be translated, and no sentence waits for a value that nobody gives."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from terminal import catalog

from app.wording.problems import PROBLEMS

APP = Path(__file__).resolve().parents[3] / "app"
TREES = {path.relative_to(APP.parent): ast.parse(path.read_text(encoding="utf-8")) for path in APP.rglob("*.py")}
MADE = (ast.JoinedStr, ast.BinOp)


def calls() -> Iterator[tuple[str, ast.Call, str]]:
    """Every call: where it stands, the call, and the name of what is called."""
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                yield f"{path}:{node.lineno}", node, name


def spoken() -> Iterator[tuple[str, ast.expr]]:
    """Each text that the catalog must hold, and where it stands."""
    for place, call, name in calls():
        if name == "count" and len(call.args) >= 3:
            yield from ((place, text) for text in call.args[:2])
        elif name in ("text", "marked") and call.args:
            yield place, call.args[0]


def literals() -> Iterator[tuple[str, str]]:
    """Each text spoken that stands there to the letter."""
    for place, text in spoken():
        if isinstance(text, ast.Constant) and isinstance(text.value, str):
            yield place, text.value


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_there_is_something_to_look_at():
    assert len(list(literals())) > 300


def test_no_text_is_put_together_before_it_is_translated():
    assert [place for place, text in spoken() if isinstance(text, MADE)] == []


def test_every_text_stands_where_the_gathering_finds_it():
    """Babel takes each string it sees in the call for a text, and before Python 3.12 sees none inside an f-string."""
    hidden = [
        f"{path}: {ast.unparse(one)}"
        for path, tree in TREES.items()
        for outer in ast.walk(tree)
        if isinstance(outer, ast.JoinedStr)
        for one in ast.walk(outer)
        if isinstance(one, ast.Call) and getattr(one.func, "attr", "") in ("text", "count")
        if any(isinstance(text, ast.Constant) for text in one.args[:1])
    ]
    mistaken = [
        place for place, text in spoken() if not isinstance(text, ast.Constant) and any(map(is_key, ast.walk(text)))
    ]
    assert (hidden, mistaken) == ([], [])


def is_key(node: ast.AST) -> bool:
    """Whether a table is asked for a name that stands there to the letter."""
    return isinstance(node, ast.Subscript) and any(isinstance(one, ast.Constant) for one in ast.walk(node.slice))


def test_every_text_has_its_place_in_the_catalog():
    if not catalog().is_file():
        pytest.skip("there is no catalog yet")
    from babel.messages.pofile import read_po

    with catalog().open("rb") as file:
        known = {text for one in read_po(file) for text in (one.id if isinstance(one.id, tuple) else (one.id,))}
    assert [f"{place}: {text}" for place, text in literals() if text not in known] == []


def test_every_value_a_text_names_is_given_beside_it():
    lost = []
    for place, call, name in calls():
        given = {one.arg for one in call.keywords}
        if (
            None in given
            or name not in ("text", "count")
            or not isinstance(call.args[0] if call.args else None, ast.Constant)
        ):
            continue
        texts = call.args[:1] if name == "text" else call.args[:2]
        wanted = {one for text in texts if isinstance(text, ast.Constant) for one in placeholders(str(text.value))}
        if len(call.args) >= 3 or name == "text":
            lost += [f"{place}: {one}" for one in wanted - given - ({"number"} if name == "count" else set())]
    assert lost == []


def raised() -> Iterator[tuple[str, str, set[str]]]:
    """Each error made with a code that stands there: where, the code, the values given."""
    for path in [*APP.rglob("*.py"), *(APP.parent / "pathways").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or getattr(node.func, "id", "") not in ("PersonError", "PathwaysError"):
                continue
            if node.args and isinstance(node.args[0], ast.Constant) and None not in {one.arg for one in node.keywords}:
                yield f"{path.name}:{node.lineno}", str(node.args[0].value), {str(one.arg) for one in node.keywords}


def test_every_problem_is_told_the_values_its_sentence_names():
    found = list(raised())
    assert len(found) > 100
    lost = [
        f"{place}: {code} {wanted}" for place, code, given in found if (wanted := placeholders(PROBLEMS[code]) - given)
    ]
    assert lost == []


def test_nothing_is_printed_past_the_one_place_that_makes_it_safe():
    places = {
        place.split(":")[0] for place, call, name in calls() if name in ("echo", "secho", "print", "confirm", "prompt")
    }
    assert places == {str(Path("app/cli/terminal.py"))}
