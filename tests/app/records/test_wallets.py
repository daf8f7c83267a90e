"""Wallets' backups and exports: records come out, secret keys come out as keys that nobody sees."""

import json
import zipfile
from io import BytesIO

import pytest
from nacl.signing import SigningKey
from other_records import PASSWORD, SEED, learncard, secret, wallet
from sample_records import FILE, badge, codes, credential, presentation, read

from app.records.model import FoundKey, Record
from app.records.reading import read_bytes
from app.trust.multibase import encode_base58
from app.trust.secret_keys import secret_key

DID_DOCUMENT = {"@context": ["https://www.w3.org/ns/did/v1"], "id": "did:key:z6Mk", "authentication": ["did:key:z#z"]}
X25519 = {"type": "X25519KeyAgreementKey2020", "privateKeyMultibase": "z" + encode_base58(b"\x82\x26" + b"x" * 32)}


def opened(data, password=None):
    return list(read_bytes(data, FILE, password=password))


def test_records_and_keys_of_a_backup_come_out_and_nothing_else():
    found = read(wallet(badge(), DID_DOCUMENT, secret(), presentation(credential())))
    assert codes(found) == ["secret_key_found", "record", "record"]
    assert [item.name for item in found if isinstance(item, Record)] == ["Forklift Safety", "BSc Nursing"]
    assert found[1].raw == json.dumps(badge()).encode()


def test_contents_by_name_and_records_in_a_wrapper_are_found_too():
    made = wallet()
    made[0]["contents"] = {"a": {"type": "Credential", "data": badge()}, "b": {"data": {"key": secret()}}}
    assert codes(read(made)) == ["secret_key_found", "record"]


def test_a_key_is_never_shown_with_its_secret():
    (found,) = read(wallet(secret()))
    assert isinstance(found, FoundKey)
    shown = f"{found!r} {found} {found.values}"
    assert secret()["privateKeyMultibase"] not in shown
    taken = secret_key(found.method)
    assert taken.seed == SEED
    assert repr(SEED) not in repr(taken)


def test_a_locked_or_an_empty_backup_says_so():
    assert codes(read(wallet(status="LOCKED"))) == ["wallet_locked"]
    assert codes(read(wallet())) == ["nothing_inside"]
    assert codes(read(wallet(contents=None))) == ["nothing_inside"]


def public_jwk(seed):
    import base64

    def text(data):
        return base64.urlsafe_b64encode(data).rstrip(b"=").decode()

    public = bytes(SigningKey(seed).verify_key)
    return {"kty": "OKP", "crv": "Ed25519", "x": text(public), "d": text(seed)}


@pytest.mark.parametrize(
    ("method", "kind", "kept"),
    [
        (secret(), "Ed25519", True),
        (secret(privateKeyMultibase="z" + encode_base58(b"\x80\x26" + SEED)), "Ed25519", True),
        ({"type": "Ed25519VerificationKey2018", "privateKeyBase58": encode_base58(SEED)}, "Ed25519", True),
        (public_jwk(SEED), "Ed25519", True),
        ({"type": "JsonWebKey2020", "privateKeyJwk": public_jwk(SEED)}, "Ed25519", True),
        (X25519, "X25519", False),
        ({"kty": "EC", "crv": "secp256k1", "d": "AAAA"}, "secp256k1", False),
        # A secret half that does not fit the public one stated beside it is nobody's key.
        (secret(publicKeyMultibase=secret(b"x" * 32)["publicKeyMultibase"]), "Ed25519", False),
        ({**public_jwk(SEED), "x": public_jwk(b"x" * 32)["x"]}, "Ed25519", False),
        (secret(privateKeyMultibase="z" + encode_base58(b"\x80\x26" + SEED + b"y" * 32)), "Ed25519", False),
        (secret(privateKeyMultibase="zz0"), "Ed25519", False),
        (secret(privateKeyMultibase=7), "Ed25519", False),
        ({"privateKeyJwk": {"kty": "OKP", "crv": "Ed25519", "d": 5}}, "", False),
        ({"privateKeyHex": "00"}, "", False),
    ],
)
def test_only_a_key_that_fits_together_can_be_kept(method, kind, kept):
    found = secret_key(method)
    assert (found.kind, found.seed is not None) == (kind, kept)


def test_a_single_key_is_no_backup_and_nothing_of_it_is_kept():
    assert codes(read(public_jwk(SEED))) == ["format_not_read"]


def test_an_export_asks_for_its_password_once_and_opens_with_it():
    data = learncard(badge(), credential(), keys={"ed25519": public_jwk(SEED), "secp256k1": {"kty": "EC", "d": "A"}})
    assert codes(opened(data)) == ["export_needs_password"]
    assert codes(opened(data, "guess")) == ["export_wrong_password"]
    found = opened(data, PASSWORD)
    assert codes(found) == ["record", "record", "secret_key_found", "secret_key_found"]
    assert found[0].source.member == "credentials/0.json.enc"
    assert [secret_key(one.method).seed for one in found[2:]] == [SEED, None]


@pytest.mark.parametrize(
    "cost",
    [
        {"memoryCost": 10_000_000},
        {"timeCost": 1_000_000},
        {"parallelism": 4_000},
        {"timeCost": -1},
        {"memoryCost": True},
    ],
)
def test_an_export_that_asks_for_too_much_work_is_not_worked_on(cost):
    assert set(codes(opened(learncard(badge(), **cost), PASSWORD))) == {"export_damaged"}


def test_an_export_with_strange_lists_harms_nothing():
    for contents in ([None, 7, "x"], [{"type": [], "path": []}], [{"type": "credential", "path": "none"}], []):
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w") as made:
            made.writestr("manifest.json", json.dumps({"walletName": "LearnCard", "contents": contents}))
        assert codes(opened(buffer.getvalue(), PASSWORD)) == ["nothing_inside"]
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        listed = [{"type": "credential", "path": "a", "encrypted": True}]
        made.writestr("manifest.json", json.dumps({"walletName": "LearnCard", "contents": listed}))
        made.writestr("a", "not an envelope")
    assert codes(opened(buffer.getvalue(), PASSWORD)) == ["export_damaged"]


def test_a_list_that_is_no_learncard_s_is_a_file_like_any_other():
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        made.writestr("manifest.json", "{}")
        made.writestr("a.json", json.dumps(badge()))
    assert codes(opened(buffer.getvalue())) == ["not_a_record", "record"]
