"""Each form of presentation with further readers: openvc-core, PyJWT, npm's jose and verifier-core.

The records inside go to `@digitalcredentials/verifier-core`; that of 1.0.0-beta.11 is no reader of presentations.
"""

import copy
import json
from base64 import urlsafe_b64encode
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import jwt
import pytest
from application_pages import LABELS
from nacl.signing import SigningKey
from openvc.proof.data_integrity import DataIntegrityProofSuite
from openvc.proof.errors import ProofError
from signed_records import LEARNER, LEARNER_SEED, MARKET_SEED, four_records, signed_badge

from app.applying.holder import holder_of
from app.applying.presentation import Presentation, request_for, sign_presentation
from app.applying.statement import Statement
from app.trust.contexts import shipped
from app.trust.jose_signing import sign_jws
from app.trust.proofs import add_proof

CHALLENGE, DOMAIN = "c7b6d2b0f1f34a3a9d3c5e6f7a8b9c0d", "Lakeside Practice Clinic"
CREATED = datetime(2026, 3, 10, 18, 42, tzinfo=UTC)
ENDS = CREATED + timedelta(days=30)
CONTEXTS = {url: {"@context": context} for url, context in shipped().items()}
SPANISH = Statement("Speak Spanish", "Hablo español.\nIn two lines.")


def made(form: Any) -> Presentation:
    records = [one for one in four_records() if form != "Ed25519Signature2020" or one.data_model == "1.1"]
    return sign_presentation(
        records,
        [SPANISH],
        request_for("Trainee", DOMAIN, CHALLENGE, DOMAIN),
        seed=LEARNER_SEED,
        created=CREATED,
        ends=ENDS,
        labels=LABELS,
        form=form,
    )


def openvc_accepts(document: Any, challenge: str = CHALLENGE, domain: str = DOMAIN, now: datetime = CREATED) -> bool:
    try:
        DataIntegrityProofSuite().verify(
            document,
            expected_proof_purpose="authentication",
            expected_challenge=challenge,
            expected_domain=domain,
            now=now,
            extra_contexts=CONTEXTS,
        )
    except ProofError:
        return False
    return True


def test_openvc_takes_the_usual_form_and_refuses_what_is_changed() -> None:
    document = dict(made("eddsa-rdfc-2022").document)
    assert openvc_accepts(document)
    assert not openvc_accepts(document, challenge="another")
    assert not openvc_accepts(document, domain="another")
    assert not openvc_accepts(document, now=ENDS + timedelta(days=1))
    edited, swapped = copy.deepcopy(document), copy.deepcopy(document)
    edited["verifiableCredential"][2]["credentialSubject"]["achievement"]["name"] = "Brain Surgery"
    swapped["verifiableCredential"][0] = swapped["verifiableCredential"][1]
    assert not openvc_accepts(edited)
    assert not openvc_accepts(swapped)


def test_openvc_refuses_a_signature_for_another_use() -> None:
    document = made("eddsa-rdfc-2022").document
    unsigned = {key: value for key, value in document.items() if key != "proof"}
    asked = {"challenge": CHALLENGE, "domain": DOMAIN, "created": "2026-03-10T18:42:00Z"}
    signer = {"seed": LEARNER.seed, "verification_method": LEARNER.method}
    assert openvc_accepts(add_proof(unsigned, purpose="authentication", **signer, **asked))
    assert not openvc_accepts(add_proof(unsigned, purpose="assertionMethod", **signer, **asked))


def records_checked(run_node: Callable[..., str], folder: Path, credentials: list[Any]) -> list[dict[str, Any]]:
    file = folder / "credentials.json"
    file.write_text(json.dumps(credentials), "utf-8")
    return list(json.loads(run_node("records.mjs", file)))


@pytest.mark.parametrize("form", ["eddsa-rdfc-2022", "Ed25519Signature2020"])
def test_verifier_core_takes_every_record_inside(run_node: Callable[..., str], tmp_path: Path, form: str) -> None:
    inside = json.loads(made(form).content)["verifiableCredential"]
    edited = copy.deepcopy(inside)
    for one in edited:
        one["credentialSubject"]["achievement"]["name"] = "Brain Surgery"
    answers = records_checked(run_node, tmp_path, [*inside, *edited])
    good = {"signature": True, "dates": True, "error": None}
    assert answers[: len(inside)] == [good] * len(inside)
    assert {(one["signature"], one["error"]) for one in answers[len(inside) :]} == {(None, "invalid_signature")}


def public_jwk(seed: bytes) -> dict[str, str]:
    key = urlsafe_b64encode(bytes(SigningKey(seed).verify_key)).rstrip(b"=").decode()
    return {"kty": "OKP", "crv": "Ed25519", "x": key, "kid": holder_of(seed).did}


def forged() -> dict[str, tuple[str, str, str, bytes, datetime, str]]:
    """Name -> a JWT, the request and reader asked for, whose key, when; and the reason that jose gives."""
    text = made("vp+jwt").content.decode()
    head, _payload, signature = text.split(".")
    claims = jwt.decode(text, options={"verify_signature": False})
    edited, swapped = copy.deepcopy(claims), copy.deepcopy(claims)
    edited["verifiableCredential"][0]["credentialSubject"]["achievement"]["name"] = "Brain Surgery"
    swapped["verifiableCredential"][0] = swapped["verifiableCredential"][1]
    put = {**claims, "verifiableCredential": [signed_badge("Brain Surgery")]}

    def with_payload(other: dict[str, Any]) -> str:
        return f"{head}.{sign_jws({}, json.dumps(other), LEARNER_SEED).split('.')[1]}.{signature}"

    asserted = sign_jws({"typ": "vc+jwt", "kid": LEARNER.method}, json.dumps(claims), LEARNER_SEED)
    thief = sign_jws({"typ": "vp+jwt", "kid": LEARNER.method}, json.dumps(claims), MARKET_SEED)
    usual, broken = (CHALLENGE, DOMAIN, LEARNER_SEED, CREATED), "ERR_JWS_SIGNATURE_VERIFICATION_FAILED"
    return {
        "challenge": (text, "another", DOMAIN, LEARNER_SEED, CREATED, "nonce"),
        "domain": (text, CHALLENGE, "another", LEARNER_SEED, CREATED, "aud"),
        "purpose": (asserted, *usual, "typ"),
        "ended": (text, CHALLENGE, DOMAIN, LEARNER_SEED, ENDS + timedelta(minutes=5), "exp"),
        "edited": (with_payload(edited), *usual, broken),
        "swapped": (with_payload(swapped), *usual, broken),
        "put in": (with_payload(put), *usual, broken),
        "thief": (thief, *usual, broken),
    }


def test_jose_takes_the_jwt_and_refuses_what_is_changed(run_node: Callable[..., str], tmp_path: Path) -> None:
    one = made("vp+jwt")
    cases = {"ours": (one.content.decode(), CHALLENGE, DOMAIN, LEARNER_SEED, CREATED, ""), **forged()}
    jobs = [
        {"text": text, "key": public_jwk(seed), "challenge": asked, "domain": reader, "now": now.isoformat()}
        for text, asked, reader, seed, now, _why in cases.values()
    ]
    (tmp_path / "jobs.json").write_text(json.dumps(jobs), "utf-8")
    ours, *others = json.loads(run_node("jwt.mjs", tmp_path / "jobs.json"))
    assert ours["payload"]["verifiableCredential"] == one.document["verifiableCredential"]
    reasons = {name: answer.get("error") for name, answer in zip(list(cases)[1:], others, strict=True)}
    assert reasons == {name: case[-1] for name, case in forged().items()}


def test_pyjwt_takes_the_jwt_and_refuses_what_is_changed() -> None:
    one = made("vp+jwt").content.decode()
    key = jwt.PyJWK(public_jwk(LEARNER_SEED), algorithm="EdDSA")
    asked: dict[str, Any] = {"algorithms": ["EdDSA"], "options": {"verify_exp": False, "verify_iat": False}}
    claims = jwt.decode(one, key, audience=DOMAIN, issuer=LEARNER.did, **asked)
    assert (claims["nonce"], claims["holder"]) == (CHALLENGE, LEARNER.did)
    with pytest.raises(jwt.InvalidAudienceError):
        jwt.decode(one, key, audience="another", **asked)
    for name in ("edited", "swapped", "put in", "thief"):
        with pytest.raises(jwt.InvalidSignatureError):
            jwt.decode(forged()[name][0], key, audience=DOMAIN, **asked)
