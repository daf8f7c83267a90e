"""Short ways on the path of every check give what the long way gives, and are taken by nothing that differs."""

import json

import pytest
from pyld.jsonld import JsonLdProcessor
from trust_samples import VC2

from app.trust import contexts, options
from app.trust.inline import MeaningError
from app.trust.meaning import Expander, read_meaning
from app.trust.options import canonical_options
from app.trust.proofs import proofs_of
from app.trust.suites import options_of
from bench.kinds import kinds

METHOD = "did:key:z6MkhpynueX#z6MkhpynueX"
USUAL = {
    "@context": [VC2],
    "type": "DataIntegrityProof",
    "cryptosuite": "eddsa-rdfc-2022",
    "created": "2026-01-02T03:04:05Z",
    "verificationMethod": METHOD,
    "proofPurpose": "assertionMethod",
}


def in_full(stated, hashing="sha256"):
    return read_meaning(stated).canonical_with(hashing)


def sets_of_terms():
    expander = Expander(frozenset(), contexts.resolver())
    start = expander._get_initial_context(expander.options)
    for url in contexts.shipped():
        yield expander, expander._process_context(start, url, expander.options)


def test_terms_and_addresses_expand_as_pyld_expands_them():
    asked = 0
    for expander, active in sets_of_terms():
        odd = ["", "@id", "@unknown", "@x://y", "x", "x:y", "x://y", "_:b", "_://b", ":", "://a", "urn:a://b", " a://b"]
        for value in [*active["mappings"], *contexts.known_terms(), *odd, None, 3]:
            for asking in ({"vocab": True}, {"base": ""}, {"base": None}, {"vocab": True, "base": None}):
                expected = JsonLdProcessor._expand_iri(expander, active, value, **asking)
                assert expander._expand_iri(active, value, **asking) == expected, (value, asking)
                asked += 1
    assert asked > 10_000


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.what)
def test_options_of_every_kind_are_the_same_text(kind):
    for file in kind.files[:8]:
        document = json.loads(file) if file.startswith(b"{") else {}
        for proof in proofs_of(document):
            stated = {**options_of(proof), "@context": document["@context"]}
            for hashing in ("sha256", "sha384"):
                assert canonical_options(stated, None, hashing) == in_full(stated, hashing)


@pytest.mark.parametrize("created", ["2026-01-02T03:04:05Z", "2026-01-02T03:04:05.123456789Z", "1999-12-31T23:59:59Z"])
def test_another_moment_is_put_in_its_place(created):
    stated = {**USUAL, "created": created}
    assert options._around(stated) is not None
    assert canonical_options(stated, None, "sha256") == in_full(stated)


@pytest.mark.parametrize(
    "change",
    [
        {"created": '2026-01-02T03:04:05Z" .\n_:c14n0 <urn:x> "'},
        {"created": "2026-01-02T03:04:05Z\n"},
        {"created": "٢٠٢٦-01-02T03:04:05Z"},
        {"created": ["2026-01-02T03:04:05Z"]},
        {"created": ["2026-01-02T03:04:05Z", "2027-01-02T03:04:05Z"]},
        {"created": "2026-01-02T03:04:05+00:00"},
        {"created": None},
        {"expires": "2027-01-02T03:04:05Z"},
        {"id": "urn:proof:1"},
        {"challenge": "1999-12-31T23:59:59Z"},
        {"verificationMethod": "urn:1999-12-31T23:59:59Z"},
        {"verificationMethod": "urn:" + "x" * 2_000},
        {"@context": [VC2, {"other": "urn:other"}]},
    ],
)
def test_what_is_said_otherwise_is_read_from_the_start(change):
    stated = {**USUAL, **change}
    canonical_options(USUAL, None, "sha256")
    assert options._around(stated) is None
    assert canonical_options(stated, None, "sha256") == in_full(stated)


@pytest.mark.parametrize(
    "change",
    [
        {"verificationMethod": "relative"},
        {"verificationMethod": "urn:a> <urn:b"},
        {"proofPurpose": "https://w3id.org/security#assertionMethod"},
        {"type": "https://w3id.org/security#DataIntegrityProof"},
        {"undefined": "x"},
    ],
)
def test_what_is_refused_is_refused_every_time(change):
    stated = {**USUAL, **change}
    canonical_options(USUAL, None, "sha256")
    for _ in range(2):
        with pytest.raises(MeaningError) as short:
            canonical_options(stated, None, "sha256")
        with pytest.raises(MeaningError) as long:
            in_full(stated)
        assert (short.value.code, short.value.values) == (long.value.code, long.value.values)


def test_one_record_never_lends_its_context_to_the_next():
    unknown = {**USUAL, "@context": ["https://evil.example/context"]}
    for _ in range(2):
        with pytest.raises(contexts.UnknownContextError):
            canonical_options(unknown, None, "sha256")
