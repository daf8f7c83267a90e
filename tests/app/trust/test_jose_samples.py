"""Real signed texts beside the verdict their source states."""

import json
import re
from pathlib import Path

import pytest
from trust_samples import NOW, at_hand

from app.records.jose import unpack
from app.records.model import Record, Source, Unreadable
from app.records.presentations import Presentation
from app.records.reading import read_bytes, read_path, read_presentation_path
from app.trust.documents import NO_DOCUMENTS
from app.trust.jose import proof_of
from app.trust.seven import check_record

SAMPLES = Path(__file__).parents[4] / "shared" / "samples"
SUITE = SAMPLES / "vc-jwt" / "jose-cose-suite"
ISSUER = "https://example.issuer/vc-jose-cose"
# The public key that the suite publishes for its tests (w3c/vc-jose-cose-test-suite, tests/input/cid-ed25519.json).
KEY = {
    "kty": "OKP",
    "crv": "Ed25519",
    "alg": "EdDSA",
    "kid": "2aOHaQxsWVT4mLsUkdtlCnUV-au0BBR-5yPYaPaCc5k",
    "x": "NvUhsjZe7Mdv8Esoc60o3ma1U5j2tFUTDsOQd39xMnI",
}
pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="../shared/samples is not here")


def checks(found, documents=NO_DOCUMENTS):
    (record,) = found
    assert isinstance(record, Record), record
    return {one.check: (one.answer, one.reason) for one in check_record(record, now=NOW, documents=documents)}


def test_a_changed_text_of_the_w3cs_suite():
    found = checks(read_path(SUITE / "credential-jose-bad-signature.jwt"), at_hand(**{ISSUER: KEY}))
    assert found["signature"] == ("no", "broken")


def test_forbidden_claims_and_wrong_media_types():
    found = checks(read_path(SUITE / "credential-jose-vc-vp-claims.jwt"))
    assert found["format"] == ("no", "wrapped_in_claim")
    for name in ("presentation-jose-bad-media-type.jwt", "presentation-sdjwt-bad-media-type.sdjwt"):
        shown = read_presentation_path(SUITE / name)
        assert isinstance(shown, Presentation)
        assert [fault.code for fault in shown.faults] == ["wrong_media_type"]


def test_a_curve_that_is_not_known():
    found = checks(read_path(SUITE / "credential-sdjwt-nested.sdjwt"))
    assert found["signature"] == ("not checked", "unsupported_suite")


def test_cose_is_named_and_not_kept():
    for path in SUITE.glob("*.cose.b64"):
        (found,) = read_path(path)
        assert isinstance(found, Unreadable)
        assert found.values == {"looks_like": "cose"}


def test_the_ietfs_examples():
    key = json.loads((SAMPLES / "sd-jwt" / "ietf_issuer_jwk.json").read_text("utf-8"))
    for path in (SAMPLES / "sd-jwt").glob("*.sdjwt"):
        found = checks(read_path(path), at_hand(**{"https://issuer.example.com": key}))
        assert (found["signature"], found["issuer_binding"]) == (("yes", "sound"), ("yes", "key_is_theirs"))
        assert found["in_force"] == ("yes", "in_force")


def test_a_badge_with_its_key_in_the_header():
    drawing = (SAMPLES / "ob3" / "baked" / "1edtech_simple-jwt.svg").read_text("utf-8")
    text = re.search(r'verify="([^"]+)"', drawing)[1]
    found = checks(read_bytes(text.encode(), Source("a")))
    assert (found["format"], found["signature"]) == (("yes", "all_defined"), ("yes", "sound"))
    assert found["issuer_binding"] == ("not checked", "document_not_at_hand")


@pytest.mark.parametrize("name", ["Sample-CertOfPart-signed.jsonld", "Sample-MC-Annex1-signed.jsonld"])
def test_the_seals_of_european_credentials(name):
    jws = unpack(json.loads((SAMPLES / "edc" / name).read_text("utf-8")))
    assert "EuropeanDigitalCredential" in jws.payload["type"]
    found = proof_of(jws, jws.payload, jws.payload["issuer"]["id"], NO_DOCUMENTS)
    assert (found.finding.answer, found.finding.reason) == ("yes", "sound")
    assert (found.origin.reason, found.origin.values["organisation"]) == ("seal_not_followed", "ORGANIZACION TEST")
