"""Status lists that are signed texts: Bitstring and StatusList2021 as JWT, and the IETF's Token Status List."""

import base64
import gzip
import json
import zlib
from datetime import timedelta

import pytest
from signed_texts import SECONDS, b64, did_jwk, raw_token, sd_jwt, token
from trust_samples import NOW, VC1, VC2, at_hand, badge

from app.records.model import Record, Source
from app.records.reading import read_bytes
from app.trust.documents import load_documents
from app.trust.seven import check_record
from app.trust.status_lists import asks_again_after

LIST = "https://school.example/status/1"
US, THEM = did_jwk(), did_jwk(number=2)
LATER = 2_000_000_000


def answer(text, **lists):
    (record,) = read_bytes(text.encode(), Source("a.jwt"))
    assert isinstance(record, Record), record
    found = {one.check: one for one in check_record(record, now=NOW, documents=at_hand(**lists))}
    assert found["signature"].answer == "yes"
    return found["status"].answer, found["status"].reason


def packed(bits):
    data = bytearray(16_384)
    for bit in bits:
        data[bit // 8] |= 128 >> bit % 8
    return base64.urlsafe_b64encode(gzip.compress(bytes(data), mtime=0)).decode().rstrip("=")


def bits_credential(bits=(), issuer=US, *, old=False, **changes):
    kind = "StatusList2021" if old else "BitstringStatusList"
    made = {
        "@context": [VC1] if old else [VC2],
        "id": LIST,
        "type": ["VerifiableCredential", f"{kind}Credential"],
        "issuer": issuer,
        "issuanceDate" if old else "validFrom": "2026-01-01T00:00:00Z",
        "credentialSubject": {
            "id": f"{LIST}#list",
            "type": kind,
            "statusPurpose": "revocation",
            "encodedList": packed(bits) if old else "u" + packed(bits),
        },
    }
    return {**made, **changes}


def badge_jwt(kind="BitstringStatusListEntry"):
    entry = {
        "id": f"{LIST}#7",
        "type": kind,
        "statusPurpose": "revocation",
        "statusListIndex": "7",
        "statusListCredential": LIST,
    }
    return token({**badge(issuer={"id": US, "type": ["Profile"]}, credentialStatus=entry), "iss": US}, typ="vc+jwt")


def tampered(text):
    head, _, signature = text.split(".")
    return f"{head}.{b64(json.dumps(bits_credential()))}.{signature}"


class TestBits:
    """Bitstring Status List and StatusList2021, secured as VC-JOSE-COSE and VC 1.1 say."""

    @pytest.mark.parametrize(("bits", "found"), [([7], ("no", "revoked")), ([6], ("yes", "not_canceled"))])
    def test_as_the_payload(self, bits, found):
        assert answer(badge_jwt(), **{LIST: token(bits_credential(bits), typ="vc+jwt")}) == found

    @pytest.mark.parametrize(("bits", "found"), [([7], ("no", "revoked")), ([6], ("yes", "not_canceled"))])
    def test_inside_a_claim(self, bits, found):
        made = token({"iss": US, "vc": bits_credential(bits, old=True)}, typ="JWT")
        assert answer(badge_jwt("StatusList2021Entry"), **{LIST: made}) == found

    @pytest.mark.parametrize(
        ("made", "reason"),
        [
            (token(bits_credential(issuer=THEM), number=2, typ="vc+jwt"), "status_list_of_another"),
            (token(bits_credential(), number=2, typ="vc+jwt"), "status_list_not_sound"),
            (raw_token({"alg": "none", "typ": "vc+jwt"}, bits_credential()), "status_list_not_sound"),
            (tampered(token(bits_credential([7]), typ="vc+jwt")), "status_list_not_sound"),
            (token({**bits_credential(), "exp": SECONDS}, typ="vc+jwt"), "status_list_not_in_force"),
            (token(bits_credential(validUntil="2026-02-01T00:00:00Z"), typ="vc+jwt"), "status_list_not_in_force"),
            (token({**bits_credential(), "exp": "soon"}, typ="vc+jwt"), "status_list_unreadable"),
            (token({**bits_credential(), "iss": THEM}, typ="vc+jwt"), "status_list_unreadable"),
            (token(bits_credential(), typ="vp+jwt"), "status_list_unreadable"),
            (token(["no", "list"], typ="vc+jwt"), "status_list_unreadable"),
            (token(bits_credential(type=["VerifiableCredential"]), typ="vc+jwt"), "status_list_unreadable"),
            ("e30.e30.e30", "status_list_unreadable"),
        ],
    )
    def test_one_that_does_not_hold_is_not_checked(self, made, reason):
        assert answer(badge_jwt(), **{LIST: made}) == ("not checked", reason)

    def test_a_strangers_list_can_revoke(self):
        made = token(bits_credential([7], issuer=THEM), number=2, typ="vc+jwt")
        assert answer(badge_jwt(), **{LIST: made}) == ("no", "revoked")


def lst(data):
    return b64(zlib.compress(bytes(data), 9))


def token_list(data=(0, 0), size=1, *, number=1, header=(), packed=None, **claims):
    status = {"bits": size, "lst": packed or lst(data)}
    stated = {"sub": LIST, "iat": SECONDS, "status_list": status, **claims}
    kept = {name: value for name, value in stated.items() if value is not None}
    return token(kept, number=number, **{"typ": "statuslist+jwt", **dict(header)})


def credential(index=7, *, uri=LIST, issuer=US, form="sd-jwt", number=1):
    claims = {"iss": issuer, "status": {"status_list": {"idx": index, "uri": uri}}}
    if form == "sd-jwt":
        return sd_jwt({**claims, "vct": "https://school.example/badge"}, typ="dc+sd-jwt", number=number)
    return token({**badge(issuer={"id": issuer, "type": ["Profile"]}), **claims}, typ="vc+jwt", number=number)


class TestTokenStatusList:
    """draft-ietf-oauth-status-list."""

    @pytest.mark.parametrize("form", ["sd-jwt", "jwt"])
    def test_a_place_is_read(self, form):
        assert answer(credential(form=form), **{LIST: token_list((0x7F, 0xFF), iss=US)}) == ("yes", "not_canceled")
        assert answer(credential(form=form), **{LIST: token_list((0x80, 0), iss=US)}) == ("no", "revoked")

    @pytest.mark.parametrize(
        ("index", "found"),
        list(enumerate([1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3])),
    )
    def test_the_drafts_own_list_of_two_bits(self, index, found):
        """Published: bytes C9 44 F9, and how they are packed (section 4.1 and appendix)."""
        said = {0: ("yes", "not_canceled"), 1: ("no", "revoked"), 2: ("no", "suspended")}
        made = token_list(size=2, packed="eNo76fITAAPfAgc", iss=US)
        assert answer(credential(index), **{LIST: made}) == said.get(found, ("not checked", "status_value_unknown"))

    def test_the_drafts_own_list_of_one_bit(self):
        made = token_list(packed="eNrbuRgAAhcBXQ", iss=US)
        bits = [1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1]
        found = [answer(credential(index), **{LIST: made})[0] for index in range(16)]
        assert found == ["no" if bit else "yes" for bit in bits]
        assert answer(credential(16), **{LIST: made}) == ("not checked", "status_index_outside")

    @pytest.mark.parametrize(("size", "data"), [(4, (0, 0x20)), (8, (0, 0, 0, 2))])
    def test_larger_places(self, size, data):
        assert answer(credential(3), **{LIST: token_list(data, size, iss=US)}) == ("no", "suspended")
        assert answer(credential(2), **{LIST: token_list(data, size, iss=US)}) == ("yes", "not_canceled")

    @pytest.mark.parametrize(
        ("made", "reason"),
        [
            (token_list(iss=THEM, number=2), "status_list_of_another"),
            (token_list(iss=US, number=2), "status_list_not_sound"),
            (token_list(iss=US, sub="https://school.example/status/2"), "status_list_unreadable"),
            (token_list(iss=US, sub=None), "status_list_unreadable"),
            (token_list(iss=US, iat=None), "status_list_unreadable"),
            (token_list(iss=US, iat=LATER), "status_list_not_in_force"),
            (token_list(iss=US, exp=SECONDS), "status_list_not_in_force"),
            (token_list(iss=US, exp="soon"), "status_list_unreadable"),
            (token_list(iss=US, size=3), "status_list_unreadable"),
            (token_list(iss=US, size=True), "status_list_unreadable"),
            (token_list(iss=US, packed="AAAA"), "status_list_unreadable"),
            (token_list(iss=US, packed=lst(bytes(40_000_000))), "status_list_unreadable"),
            (token_list(iss=US, packed=lst(bytes(20_000))[:-9]), "status_list_unreadable"),
            (token_list(iss=US, header={"typ": "JWT"}), "status_list_unreadable"),
            (token_list(iss=US, status_list=None), "status_list_unreadable"),
            ({"status_list": {"bits": 1, "lst": lst((0,))}}, "status_list_unreadable"),
        ],
    )
    def test_one_that_does_not_hold_is_not_checked(self, made, reason):
        assert answer(credential(), **{LIST: made}) == ("not checked", reason)

    def test_one_that_nobody_signed_is_not_checked(self):
        claims = {"iss": US, "sub": LIST, "iat": SECONDS, "status_list": {"bits": 1, "lst": lst((0,))}}
        made = raw_token({"alg": "none", "typ": "statuslist+jwt"}, claims)
        assert answer(credential(), **{LIST: made}) == ("not checked", "status_list_not_sound")

    def test_one_without_an_issuer_counts_where_the_same_key_signed_both(self):
        """Later drafts have no `iss`; of an issuer with a certificate alone, the key is all that ties the two."""
        from signed_texts import certificate, jwk

        chain = [base64.b64encode(certificate()).decode()]
        named = "https://college.example"
        record = sd_jwt(
            {"iss": named, "vct": "x", "status": {"status_list": {"idx": 7, "uri": LIST}}}, typ="dc+sd-jwt", x5c=chain
        )
        same = token_list(header={"x5c": chain})
        other = token_list(number=2, header={"jwk": jwk(number=2)})
        assert answer(record, **{LIST: same}) == ("yes", "not_canceled")
        assert answer(record, **{LIST: other}) == ("not checked", "status_list_of_another")

    @pytest.mark.parametrize(
        ("status", "reason"),
        [
            ("fine", "status_entry_unreadable"),
            ({}, "status_entry_unreadable"),
            ({"status_list": {"idx": -1, "uri": LIST}}, "status_entry_unreadable"),
            ({"status_list": {"idx": True, "uri": LIST}}, "status_entry_unreadable"),
            ({"status_list": {"idx": 0}}, "status_entry_unreadable"),
            ({"identifier_list": {}}, "status_type_unknown"),
        ],
    )
    def test_a_claim_out_of_shape_is_not_checked(self, status, reason):
        made = sd_jwt({"iss": US, "vct": "x", "status": status}, typ="dc+sd-jwt")
        assert answer(made, **{LIST: token_list(iss=US)}) == ("not checked", reason)


def test_a_folder_may_hold_signed_texts(tmp_path):
    text = token_list(iss=US)
    (tmp_path / "a.json").write_text(f"{text}\n", encoding="utf-8")
    (tmp_path / "index.json").write_text(json.dumps({LIST: "a.json"}), encoding="utf-8")
    assert load_documents(tmp_path).held[LIST].content == text


@pytest.mark.parametrize(
    ("made", "seconds"),
    [
        (token_list(ttl=600), 600),
        (token_list(ttl=-5), 0),
        (token_list(ttl=10**12), 86_400),
        (token_list(ttl="600"), 0),
        (bits_credential(credentialSubject={"ttl": 600_000}), 600),
        ({"vc": bits_credential(credentialSubject={"ttl": 600_000})}, 600),
        (token_list(), 0),
        ("e30.e30.e30", 0),
        (None, 0),
    ],
)
def test_how_long_a_list_need_not_be_asked_for_again(made, seconds):
    assert asks_again_after(made) == timedelta(seconds=seconds)
