"""Every reason code that the program can give has a sentence, and every sentence a use."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.wording import Words
from app.wording.checks import CHECK_NAMES, REASONS
from app.wording.problems import PROBLEMS

ROOT = Path(__file__).resolve().parents[3]
PROBLEM_MAKERS = {"PersonError": 0, "PathwaysError": 0, "Unreadable": 1}
REASON_MAKERS = {"Finding": 1, "MeaningError": 0, "_UncheckedError": 0, "Fault": 0, "Check": 2}
NOTICES = {"vault_key_copy_used", "vault_upgraded"}


def codes(makers: dict[str, int]) -> Iterator[str]:
    """String constants given as the code where one of these is made."""
    for package in ("app", "pathways"):
        for path in sorted((ROOT / package).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in makers:
                    place = makers[node.func.id]
                    if len(node.args) > place:
                        yield from constants(node.args[place])


def constants(node: ast.expr) -> Iterator[str]:
    """The texts an expression may give: a constant, or either side of a choice."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from constants(node.body)
        yield from constants(node.orelse)


def test_every_problem_has_a_sentence():
    missing = set(codes(PROBLEM_MAKERS)) - PROBLEMS.keys()
    assert missing == set()


def test_every_reason_has_a_sentence():
    missing = set(codes(REASON_MAKERS)) - REASONS.keys() - NOTICES
    assert missing == set()


def test_the_notices_have_a_sentence():
    assert PROBLEMS.keys() >= NOTICES


@pytest.mark.parametrize("language", ["en", "es", "pseudo"])
@pytest.mark.parametrize("table", [PROBLEMS, REASONS, CHECK_NAMES], ids=["problems", "reasons", "questions"])
def test_every_sentence_can_be_said(language, table):
    class Anything(dict):
        def __missing__(self, key):
            return "?"

    words = Words(language)
    for english in table.values():
        said = words.catalog.gettext(english).format_map(Anything())
        assert said
        assert "{" not in said
