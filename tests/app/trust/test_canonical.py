"""RDFC-1.0 beside PyLD's, on small graphs of every shape, and the text forms that PyLD has wrong."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyld.canon import URDNA2015

from app.trust import canonical
from app.trust.canonical import TooComplexError, canonical_form, literal
from app.trust.rdf import to_quads

XSD = "http://www.w3.org/2001/XMLSchema#"
NODES = st.sampled_from(["_:a", "_:b", "_:c", "_:d", "_:e", "<urn:x>", "<urn:y>"])
# RDFC-1.0 cannot tell some nodes apart that stand in several nameless graphs; a record has one graph for each proof.
GRAPHS = st.sampled_from(["", "", "<urn:g>", "_:g"])
# PyLD counts a quad twice for a blank node that stands in it twice; the specification and rdf-canonize count it once.
QUAD = st.tuples(NODES, st.sampled_from(["<urn:p>", "<urn:q>"]), NODES, GRAPHS).filter(
    lambda quad: all(quad.count(term) == 1 for term in quad if term.startswith("_:"))
)
QUADS = st.lists(QUAD, max_size=12, unique=True)


def by_pyld(quads):
    dataset = {}
    for subject, predicate, value, graph in quads:
        triple = {"subject": term(subject), "predicate": term(predicate), "object": term(value)}
        dataset.setdefault(graph.strip("<>") or "@default", []).append(triple)
    return URDNA2015().main(dataset, {"format": "application/n-quads"})


def term(text):
    return {"type": "blank node" if text.startswith("_:") else "IRI", "value": text.strip("<>")}


@settings(max_examples=300, deadline=None)
@given(QUADS)
def test_canonical_form_is_pylds(quads):
    assert canonical_form(quads) == by_pyld(quads)


@settings(max_examples=150, deadline=None)
@given(QUADS, st.permutations(["_:a", "_:b", "_:c", "_:d", "_:e"]))
def test_names_and_order_do_not_matter(quads, names):
    rename = dict(zip(["_:a", "_:b", "_:c", "_:d", "_:e"], names, strict=True))
    renamed = [tuple(rename.get(part, part) for part in quad) for quad in reversed(quads)]
    assert canonical_form(renamed) == canonical_form(quads)


def test_every_knot_ends():
    complete = [(f"_:n{a}", "<urn:p>", f"_:n{b}", "") for a in range(12) for b in range(12) if a != b]
    ring = [(f"_:n{a}", "<urn:p>", f"_:n{(a + 1) % 300}", "") for a in range(300)]
    for knot in (complete, ring):
        with pytest.raises(TooComplexError):
            canonical_form(knot)


def test_a_long_path_ends_before_the_stack_does(monkeypatch):
    monkeypatch.setattr(canonical, "MAX_WORK", 10**9)
    chains = [(f"_:{name}{a}", "<urn:p>", f"_:{name}{a + 1}", "") for name in "ab" for a in range(600)]
    with pytest.raises(TooComplexError):
        canonical_form(chains)


def test_another_hash_can_be_asked_for():
    twins = [("_:a", "<urn:p>", "_:b", ""), ("_:b", "<urn:p>", "_:a", ""), ("_:c", "<urn:p>", "_:a", "")]
    assert canonical_form(twins, "sha384").count("\n") == 3


def test_the_bound_is_spent_on_real_work(monkeypatch):
    twins = [("_:a", "<urn:p>", "_:b", ""), ("_:b", "<urn:p>", "_:a", "")]
    canonical_form(twins)
    monkeypatch.setattr(canonical, "MAX_WORK", 2)
    with pytest.raises(TooComplexError):
        canonical_form(twins)


def test_literals_are_written_as_the_specification_says():
    assert literal('a"b\\c\n\r\t\b\f') == r'"a\"b\\c\n\r\t\b\f"'
    assert literal("\x00\x0b\x7f\x80é") == '"\\u0000\\u000B\\u007F\x80é"'


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (5, f'"5"^^<{XSD}integer>'),
        (5.0, f'"5"^^<{XSD}integer>'),
        (5.5, f'"5.5E0"^^<{XSD}double>'),
        (1e21, f'"1.0E21"^^<{XSD}double>'),
        (0.1, f'"1.0E-1"^^<{XSD}double>'),
        (-12345.678, f'"-1.2345678E4"^^<{XSD}double>'),
        (True, f'"true"^^<{XSD}boolean>'),
        ("5", '"5"'),
    ],
)
def test_numbers_are_written_as_json_ld_says(value, written):
    assert to_quads([{"@id": "urn:x", "urn:p": [{"@value": value}]}]) == [("<urn:x>", "<urn:p>", written, "")]


def test_lists_and_graphs():
    quads = to_quads(
        [
            {
                "@id": "urn:x",
                "urn:p": [{"@list": [{"@value": "a"}, {"@id": "urn:y"}]}],
                "urn:q": [{"@graph": [{"@id": "urn:z", "@type": ["urn:T"]}]}],
            }
        ]
    )
    text = canonical_form(quads)
    assert text.count("rdf-syntax-ns#first") == 2
    assert text.count("rdf-syntax-ns#nil") == 1
    assert "<urn:z> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:T> _:c14n" in text
