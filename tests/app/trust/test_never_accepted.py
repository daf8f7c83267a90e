"""Each danger that must never be let through, by name, against every family of records that it can come in.

"Let through" is: a record is shown as someone's true word (evidence 3 or more), in force and not canceled.
"""

import hashlib
import hmac
import json
from functools import partial

import pytest
from old_badges import AWARD, ISSUER, award, badge_class, jws, pem, profile, served, signed_award, unsigned_jws, web
from other_records import resume, zipped
from signed_texts import SECONDS, b64, did_jwk, digest, disclosure, jades, jwk, key_binding, raw_token, sd_jwt, token
from statement_samples import BY, MANDATORY
from trust_samples import LEARNER, NOW, STRANGER, VC2, at_hand, badge, contexts_for, did, signed, status_list

from app.profile.evidence import standing
from app.records.model import Record, Source
from app.records.reading import read_bytes, read_presentation
from app.trust.documents import NO_DOCUMENTS
from app.trust.presentations import check_presentation
from app.trust.proofs import unsecured
from app.trust.registries import Registry
from app.trust.seven import check_record
from bench.signers import base_proof, detached, key, with_proof

NAME = badge()["name"]
SITE = "https://school.example/issuers/1"
PAST = "2026-02-01T00:00:00Z"
VALID_UNTIL = "https://www.w3.org/2018/credentials#validUntil"
CLR = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json"
RDF = {
    "eddsa-rdfc-2022": "Ed25519",
    "ecdsa-rdfc-2019": "P-384",
    "Ed25519Signature2020": "Ed25519",
    "Ed25519Signature2018": "Ed25519",
    "JsonWebSignature2020": "P-256",
}
LETTERS = {"eddsa-jcs-2022": "Ed25519", "ecdsa-jcs-2019": "P-256"}
NO_SEAL = {"x5c": None, "x5t#S256": None}


def written(document):
    return document.encode() if isinstance(document, str) else json.dumps(document).encode()


def over_meaning(suite, change=(), issuer=None, method=None, **proof):
    """A sound badge of a suite over RDF; what changes afterwards is what its signature may not see."""
    by = key(RDF.get(suite, "P-256"))
    stated = {"id": issuer or by.did, "type": ["Profile"]}
    bare = badge(**{"@context": contexts_for(suite)}, issuer=stated)
    options = {**({"verificationMethod": method} if method else {}), **proof}
    if suite == "ecdsa-sd-2023":
        made = base_proof(bare, BY, [*MANDATORY[:2], "/credentialSubject"], **options)
    else:
        made = with_proof(bare, suite, by, **options)
    return written({**made, **dict(change)})


def over_letters(suite, change=(), issuer=None, method=None, **proof):
    """A badge of a suite over letters, whatever it says."""
    by = key(LETTERS[suite])
    made = {**badge(issuer={"id": issuer or by.did, "type": ["Profile"]}), **dict(change)}
    return written(with_proof(made, suite, by, **({"verificationMethod": method} if method else {}), **proof))


def text(change=(), issuer=None, method=None, **header):
    """A badge as a JWT, whatever it says."""
    issuer = issuer or did_jwk()
    made = {**badge(issuer={"id": issuer, "type": ["Profile"]}), **dict(change)}
    return token(made, **({"kid": method} if method else {}), **header)


def parted(change=(), issuer=None, method=None, **header):
    """A badge as an SD-JWT with its name disclosed."""
    made = {**badge(issuer={"id": issuer or did_jwk(), "type": ["Profile"]}), **dict(change)}
    part = disclosure("name", made.pop("name"))
    return sd_jwt(
        {**made, "_sd": [digest(part)]}, [part], typ="vc+sd-jwt", **({"kid": method} if method else {}), **header
    )


def sealed(change=(), issuer=None, method=None, **header):
    """A badge as a JSON JWS."""
    made = {**badge(issuer={"id": issuer or did_jwk(), "type": ["Profile"]}), **dict(change)}
    return jades(made, **NO_SEAL, **({"kid": method} if method else {}), **header)


def envelope(held):
    return {"@context": VC2, "type": "EnvelopedVerifiableCredential", "id": f"data:application/vc+jwt,{held}"}


def presented(*held):
    return {"@context": [VC2], "type": ["VerifiablePresentation"], "verifiableCredential": list(held)}


def transcript(*held):
    """A sound transcript around other records."""
    subject = {"id": did(LEARNER), "type": ["ClrSubject"], "verifiableCredential": list(held)}
    shape = {"@context": [VC2, CLR], "type": ["VerifiableCredential", "ClrCredential"], "name": "Transcript"}
    return token({**badge(issuer=did_jwk(number=2)), **shape, "credentialSubject": subject}, number=2)


WRAPPED = {
    "VC-JWT": lambda *a, **k: written(text(*a, **k)),
    "VC-JWT enveloped in a presentation": lambda *a, **k: written(presented(envelope(text(*a, **k)))),
    "VC-JWT in a JWT presentation": lambda *a, **k: written(token(presented(text(*a, **k)), number=2, typ="vp+jwt")),
    "VC-JWT in a transcript": lambda *a, **k: written(transcript(text(*a, **k))),
    "SD-JWT": lambda *a, **k: written(parted(*a, **k)),
    "JAdES": lambda *a, **k: written(sealed(*a, **k)),
}
MEANING = {suite: partial(over_meaning, suite) for suite in RDF}
STATEMENTS = {"ecdsa-sd-2023": partial(over_meaning, "ecdsa-sd-2023")}
JCS = {suite: partial(over_letters, suite) for suite in LETTERS}
FAMILIES = {**MEANING, **STATEMENTS, **JCS, **WRAPPED}
EMBEDDED = {**MEANING, **STATEMENTS, **JCS}

every_family = pytest.mark.parametrize("made", FAMILIES.values(), ids=FAMILIES.keys())


def checked(data, documents=NO_DOCUMENTS, **options):
    """The badges in a file, each with its checks by name; a transcript around them is none."""
    found = [one for one in read_bytes(data, Source("x")) if isinstance(one, Record) and one.name != "Transcript"]
    return [
        {one.check: one for one in check_record(found_one, now=NOW, documents=documents, **options)}
        for found_one in found
    ]


def let_through(data, documents=NO_DOCUMENTS, **options):
    """Whether any badge in a file is shown as someone's true word that holds today."""
    return any(
        (standing(checks.values()).evidence or 0) >= 3
        and checks["in_force"].answer != "no"
        and checks["status"].answer != "no"
        for checks in checked(data, documents, **options)
    )


@every_family
def test_what_is_sound_is_let_through(made):
    """Else none of what follows would say anything."""
    assert let_through(made())
    (checks,) = checked(made())
    assert {checks[name].answer for name in ("format", "signature", "issuer_binding")} == {"yes"}


BAD_WORDS = {
    "undefined term": {"extra": "2026-02-01T00:00:00Z"},
    "term redefinition": {"@context": [*contexts_for(""), {"validUntil": "https://vendor.example/ends"}]},
    "term redefinition by its other name": {"@context": [*contexts_for(""), {"ends": VALID_UNTIL}], "ends": PAST},
    "@protected override": {
        "@context": [*contexts_for(""), {"issuer": {"@id": "https://vendor.example/i", "@protected": False}}]
    },
    "@protected override by none": {"@context": [*contexts_for(""), None]},
    "inline context with a vocabulary": {"@context": [*contexts_for(""), {"@vocab": "https://vendor.example/"}]},
    "inline context in a part": {
        "credentialSubject": {**badge()["credentialSubject"], "@context": {"own": "https://vendor.example/o"}}
    },
    "inline context with a context in it": {
        "@context": [*contexts_for(""), {"own": {"@id": "https://vendor.example/o", "@context": {}}}]
    },
    "inline context for a keyword": {"@context": [*contexts_for(""), {"kind": "@type"}], "kind": "OpenBadgeCredential"},
    "relative type": {"type": ["VerifiableCredential", "OpenBadgeCredential", "Relative"]},
    "term re-spelled by its IRI": {VALID_UNTIL: PAST},
    "type re-spelled by its IRI": {
        "type": [
            "VerifiableCredential",
            "https://www.w3.org/2018/credentials#VerifiableCredential",
            "OpenBadgeCredential",
        ]
    },
    "keyword beside its term": {"@type": ["OpenBadgeCredential"]},
}


@every_family
@pytest.mark.parametrize("change", BAD_WORDS.values(), ids=BAD_WORDS.keys())
def test_words_that_mean_something_else(made, change):
    contexts = change.get("@context")
    if made in MEANING.values() and contexts:
        own = json.loads(made())["@context"]
        change = {**change, "@context": [*own, *contexts[2:]]}
    assert not let_through(made(change))


def fragment_of(made):
    """The key of a family's signer, as some write it after "#"."""
    (record,) = (one for one in read_bytes(made(), Source("x")) if isinstance(one, Record) and one.name != "Transcript")
    return record.issuer.id


@every_family
def test_a_key_in_a_fragment_taken_as_the_issuers(made):
    by = key("P-256") if made in WRAPPED.values() else None
    issuer = fragment_of(made)
    written_key = issuer.removeprefix("did:key:") if by is None else "z" + multikey_of_texts()
    assert not let_through(made(issuer=SITE, method=f"{SITE}#{written_key}"))
    assert not let_through(made(issuer="did:web:school.example", method=f"did:web:school.example#{written_key}"))


def multikey_of_texts():
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
    from signed_texts import private

    from app.trust.multibase import encode_base58

    point = private().public_key().public_bytes(Encoding.X962, PublicFormat.CompressedPoint)
    return encode_base58(b"\x80\x24" + point)


@every_family
@pytest.mark.parametrize("name", [SITE, "did:web:school.example"])
def test_a_key_not_listed_for_assertion(made, name):
    issuer = fragment_of(made)
    method = {"id": f"{name}#key-1", "controller": name, "type": "Multikey"}
    if made in WRAPPED.values():
        method["publicKeyJwk"] = jwk()
    else:
        method["publicKeyMultibase"] = issuer.removeprefix("did:key:")
    document = {"id": name, "verificationMethod": [method]}
    data = made(issuer=name, method=method["id"])
    assert let_through(data, at_hand(**{name: {**document, "assertionMethod": [method["id"]]}}))
    assert not let_through(data, at_hand(**{name: document}))
    assert not let_through(data, at_hand(**{name: {**document, "authentication": [method["id"]]}}))
    assert not let_through(data, at_hand(**{name: {**document, "assertionMethod": [f"{name}#key-2"]}}))
    theirs = {**document, "id": "did:web:eve.example", "assertionMethod": [method["id"]]}
    assert not let_through(data, at_hand(**{name: theirs, "did:web:eve.example": theirs}))


def weak(header, sign=lambda _start: b""):
    """A JWS that no private key made, in each family of signed texts."""
    start = f"{b64(json.dumps(header))}.{b64(json.dumps(badge(issuer=did_jwk())))}"
    made = f"{start}.{b64(sign(start.encode()))}"
    protected, payload, signature = made.split(".")
    return {
        "VC-JWT": made,
        "enveloped": presented(envelope(made)),
        "transcript": transcript(made),
        "SD-JWT": f"{made}~",
        "JAdES": {"payload": payload, "signatures": [{"protected": protected, "signature": signature}]},
        "résumé": resume(credentialSubject={"skills": [{"verifications": [made]}]}),
    }


TEXTS = sorted(weak({}))


@pytest.mark.parametrize("algorithm", ["none", "None", "NONE", "", None, ["none"]])
@pytest.mark.parametrize("form", TEXTS)
def test_alg_none(form, algorithm):
    assert not let_through(written(weak({"alg": algorithm, "kid": f"{did_jwk()}#0"})[form]))
    assert not let_through(written(weak({"alg": algorithm, "jwk": jwk()})[form]))


@pytest.mark.parametrize("algorithm", ["HS256", "HS384", "HS512"])
@pytest.mark.parametrize("form", TEXTS)
def test_hs256_with_a_public_key(form, algorithm):
    hashing = f"sha{algorithm[2:]}"
    for secret in (json.dumps(jwk()).encode(), bytes.fromhex("00"), did_jwk().encode()):
        made = weak({"alg": algorithm, "kid": f"{did_jwk()}#0"}, lambda start, s=secret: hmac.digest(s, start, hashing))
        assert not let_through(written(made[form]))


@pytest.mark.parametrize("suite", ["Ed25519Signature2018", "JsonWebSignature2020"])
@pytest.mark.parametrize("algorithm", ["none", "HS256", None])
def test_alg_none_and_hs256_in_a_proof(suite, algorithm):
    by = key(RDF[suite])
    made = json.loads(over_meaning(suite))
    assert not let_through(written({**made, "proof": {**made["proof"], "jws": detached(by, b"", alg=algorithm)}}))
    head = b64(json.dumps({"alg": algorithm, "b64": False, "crit": ["b64"]}))
    assert not let_through(written({**made, "proof": {**made["proof"], "jws": f"{head}.."}}))


@pytest.mark.parametrize("algorithm", ["none", "HS256"])
def test_alg_none_and_hs256_in_an_older_badge(algorithm):
    assert let_through(jws(signed_award()), served(web()))
    hashing = hashlib.sha256
    start = unsigned_jws(signed_award(), alg=algorithm).rpartition(b".")[0]
    for tag in (b"", hmac.new(pem("school").encode(), start, hashing).digest()):
        assert not let_through(unsigned_jws(signed_award(), tag, alg=algorithm), served(web()))


@every_family
def test_a_swapped_holder_of_a_record(made):
    """Whoever swaps the subject breaks the signature; a subject of two is not the learner's alone."""
    mine = badge()["credentialSubject"]
    own = {"own_keys": frozenset({did(STRANGER)})}
    swapped = {**mine, "id": did(STRANGER)}
    if made in EMBEDDED.values():
        document = json.loads(made())
        assert not let_through(written({**document, "credentialSubject": swapped}))
    two = [{"id": did(STRANGER), "type": ["AchievementSubject"], "achievement": mine["achievement"]}, mine]
    for data in (made(), made({"credentialSubject": two}), made({"sub": did(STRANGER)})):
        assert all(checks["about_me"].answer != "yes" for checks in checked(data, **own))


def test_a_swapped_holder_of_an_older_badge():
    swapped = award(recipient={"type": "email", "hashed": False, "identity": "eve@example.org"})
    assert let_through(written(award()), served(web()))
    assert not let_through(written(swapped), served(web()))
    head, _, tail = jws(signed_award()).decode().split(".")
    forged = f"{head}.{b64(json.dumps({**signed_award(), 'recipient': swapped['recipient']}))}.{tail}"
    assert not let_through(forged.encode(), served(web()))


def shown(data, **options):
    """Check name -> answer, of a presentation."""
    found = read_presentation(written(data), Source("x"))
    options = {"challenge": "c0ffee", "domain": "clinic.example", **options}
    made = check_presentation(found, now=NOW, **options)
    return {one.check: one.answer for one in made}


def held_by(holder):
    return {**presented(json.loads(over_meaning("eddsa-rdfc-2022"))), "holder": holder}


ASKED = {"purpose": "authentication", "challenge": "c0ffee", "domain": "clinic.example"}
CLAIMED = {"nonce": "c0ffee", "aud": "clinic.example"}


class TestBorrowedHolder:
    """Someone shows what is another's."""

    def test_of_a_json_presentation(self):
        assert set(shown(signed(held_by(did(LEARNER)), seed=LEARNER, **ASKED)).values()) == {"yes"}
        assert shown(signed(held_by(did(LEARNER)), seed=STRANGER, **ASKED))["holder"] == "no"
        mine = signed(held_by(did(LEARNER)), seed=LEARNER, **ASKED)
        assert shown({**mine, "holder": did(STRANGER)})["signature"] == "no"
        again = signed(mine, seed=STRANGER, **{**ASKED, "challenge": "another"})
        assert shown(again, challenge="another")["challenge"] == "no"

    @pytest.mark.parametrize("suite", sorted({*RDF, *LETTERS} - {"ecdsa-rdfc-2019"}))
    def test_of_a_json_presentation_of_any_suite(self, suite):
        kind = {**RDF, **LETTERS}[suite]
        mine, eve = key(kind), key(kind, 9)
        bare = {"@context": contexts_for(suite), "type": ["VerifiablePresentation"], "holder": mine.did}
        options = {"proofPurpose": "authentication", "challenge": "c0ffee", "domain": "clinic.example"}
        assert shown(with_proof(bare, suite, mine, **options))["holder"] == "yes"
        assert shown(with_proof(bare, suite, eve, **options))["holder"] == "no"

    def test_of_a_jwt_presentation(self):
        made = {**presented(text()), "holder": did_jwk(number=9), **CLAIMED}
        assert set(shown(token(made, number=9, typ="vp+jwt")).values()) == {"yes"}
        assert shown(token(made, number=8, typ="vp+jwt", jwk=jwk(number=8)))["holder"] == "no"
        wrapped = {"iss": did_jwk(number=9), "vp": presented(text()), **CLAIMED}
        assert shown(token(wrapped, number=8, jwk=jwk(number=8)))["holder"] == "no"
        assert shown(token({**wrapped, "vp": {**wrapped["vp"], "holder": did_jwk()}}, number=9))["signature"] == "no"

    def test_of_a_key_binding(self):
        claims = {"iss": did_jwk(), "vct": "https://x.example/a", "cnf": {"jwk": jwk(number=9)}}
        mine = sd_jwt(claims, [], typ="dc+sd-jwt")
        assert set(shown(mine + key_binding(mine)).values()) == {"yes"}
        assert shown(mine + key_binding(mine, number=8))["signature"] == "no"
        part = disclosure("given_name", "Ana")
        other = sd_jwt({**claims, "_sd": [digest(part)]}, [part], typ="dc+sd-jwt")
        assert shown(other + key_binding(mine))["signature"] == "no"


class TestPassedExpiry:
    """The end that a proof states itself, or what stands for it."""

    @pytest.mark.parametrize("suite", EMBEDDED)
    def test_of_a_proof(self, suite):
        assert let_through(EMBEDDED[suite](expires="2027-01-01T00:00:00Z"))
        assert not let_through(EMBEDDED[suite](expires=PAST))
        late = json.loads(EMBEDDED[suite](expires=PAST))
        late["proof"]["expires"] = "2027-01-01T00:00:00Z"
        assert not let_through(written(late))
        late["proof"].pop("expires")
        assert not let_through(written(late))

    @pytest.mark.parametrize("family", WRAPPED)
    def test_of_a_signed_text(self, family):
        assert let_through(WRAPPED[family]({"exp": 1_900_000_000}))
        for end in ({"exp": SECONDS}, {"exp": "long ago"}, {"exp": [1_900_000_000]}, {"validUntil": PAST}):
            assert not let_through(WRAPPED[family](end))

    def test_of_an_older_badge(self):
        expired = award(expires="2026-02-01T00:00:00Z")
        assert not let_through(written(expired), served(web(award=expired)))
        assert not let_through(written(award()), served(web(award=expired)))
        assert not let_through(jws(signed_award(expires=PAST)), served(web()))
        assert not let_through(jws({**signed_award(), "exp": SECONDS}), served(web()))
        assert not let_through(jws({**signed_award(), "exp": "long ago"}), served(web()))

    def test_of_a_presentation(self):
        late = signed(held_by(did(LEARNER)), seed=LEARNER, **ASKED)
        bare = unsecured(late)
        by = key("Ed25519")
        made = with_proof(
            {**bare, "holder": by.did}, "eddsa-rdfc-2022", by, proofPurpose="authentication", expires=PAST
        )
        assert shown(made)["in_force"] == "no"
        assert shown(token({**held_by(did_jwk()), **CLAIMED, "exp": SECONDS}, typ="vp+jwt"))["in_force"] == "no"

    def test_of_a_part_that_its_holder_left_out(self):
        """An end or a status that can be left out is not known to be missing."""
        end, entry = disclosure("validUntil", PAST), disclosure({"type": "BitstringStatusListEntry"})
        bare = badge(issuer=did_jwk())
        for hidden, asked in (
            ({"_sd": [digest(end)]}, "in_force"),
            ({"credentialStatus": [{"...": digest(entry)}]}, "status"),
        ):
            (checks,) = checked(written(sd_jwt({**bare, **hidden}, [], typ="vc+sd-jwt")))
            assert checks[asked].answer == "not checked"
        assert not let_through(written(sd_jwt({**bare, "_sd": [digest(end)]}, [end], typ="vc+sd-jwt")))


FORGED = {
    "plain": badge(issuer=did(LEARNER)),
    "with a strangers proof": signed(badge(issuer=did(LEARNER)), seed=STRANGER),
    "with a broken proof": {**signed(badge()), "description": "More"},
    "a strangers text": text(issuer="did:web:school.example", jwk=jwk()),
    "an unsigned text": raw_token({"alg": "none"}, badge(issuer=did_jwk())),
}
OUTER = {
    "JWT transcript": transcript,
    "JWT presentation": lambda held: token({**presented(held), "holder": did_jwk()}, typ="vp+jwt"),
    "JSON presentation": lambda held: signed(
        {**presented(held if isinstance(held, dict) else envelope(held)), "holder": did(LEARNER)},
        seed=LEARNER,
        purpose="authentication",
    ),
    "résumé": lambda held: token(
        {**resume(), "issuer": did_jwk(), "credentialSubject": {"skills": [{"verifications": [held]}]}}
    ),
    "European": lambda held: jades(presented(held), **NO_SEAL),
}


@pytest.mark.parametrize("outer", OUTER.values(), ids=OUTER.keys())
@pytest.mark.parametrize("forged", FORGED.values(), ids=FORGED.keys())
def test_a_forged_record_under_a_sound_outer_one(outer, forged):
    inside = [
        one for one in read_bytes(written(outer(forged)), Source("x")) if isinstance(one, Record) and one.name == NAME
    ]
    assert inside
    for one in inside:
        assert (standing(check_record(one, now=NOW)).evidence or 0) < 3


def test_a_forged_record_beside_a_sound_one_of_the_same_name():
    sound = over_meaning("eddsa-rdfc-2022")
    forged = written({**json.loads(sound), "description": "More"})
    data = zipped(**{"a/record.json": sound, "b/record.json": forged})
    assert [checks["signature"].answer for checks in checked(data)] == ["yes", "no"]


def test_a_strangers_wrapping_adds_nothing_to_a_sound_record():
    sound = json.loads(over_meaning("eddsa-rdfc-2022"))
    for change in ({"validUntil": "2035-01-01T00:00:00Z"}, {"name": "Crane safety"}, {"id": "urn:x:1"}):
        for wrapped in (token, lambda made, **more: sd_jwt(made, [], typ="vc+sd-jwt", **more)):
            assert not let_through(written(wrapped({**sound, **change}, number=5, jwk=jwk(number=5))))


EVE = "https://eve.example"
KNOWN = [Registry("list", NOW, {ISSUER: "School", "https://school.example": "School", "https://school.example/": "S"})]


class TestOlderBadgesOfAStranger:
    """A page on a stranger's website may not speak for a school, in whatever way it names it."""

    def known(self, mine, pages):
        found = checked(written(mine), served(pages), registries=KNOWN)
        return any(standing(checks.values()).evidence == 4 for checks in found)

    def test_a_school_named_as_the_place_of_an_issuer_that_is_at_home_elsewhere(self):
        issuer = {"type": "Profile", "name": "School", "url": "https://school.example", "origin": EVE}
        mine = award(id=f"{EVE}/a", badge=f"{EVE}/b")
        pages = {f"{EVE}/a": mine, f"{EVE}/b": badge_class(id=f"{EVE}/b", issuer=issuer)}
        assert not self.known(mine, pages)
        old = {
            "uid": "1",
            "issuedOn": SECONDS,
            "verify": {"type": "hosted", "url": f"{EVE}/a"},
            "recipient": "a@b.example",
        }
        old["badge"] = {**badge_class(issuer=issuer), "@context": None}
        assert not self.known(old, {f"{EVE}/a": old})

    def test_a_link_to_the_schools_badge_where_the_page_has_a_badge_of_its_own(self):
        mine = award(id=f"{EVE}/a")
        theirs = award(id=f"{EVE}/a", badge=badge_class(issuer=f"{EVE}/issuer"))
        pages = {**web(), f"{EVE}/a": theirs, f"{EVE}/issuer": profile(id=f"{EVE}/issuer", url=EVE)}
        assert not let_through(written(mine), served(pages))
        assert let_through(written(theirs), served(pages))
        assert not self.known(theirs, pages)

    def test_an_issuers_address_left_out_of_the_copy(self):
        issuer = {"name": "School", "url": "https://school.example"}
        whole = {
            "uid": "1",
            "issuedOn": SECONDS,
            "verify": {"type": "hosted", "url": f"{EVE}/a"},
            "recipient": "a@b.example",
        }
        plain = {"name": "Forklift", "description": "x", "criteria": "https://x.example/c"}
        theirs = {**whole, "badge": {**plain, "issuer": {**issuer, "id": f"{EVE}/issuer"}}}
        mine = {**whole, "badge": {**plain, "issuer": issuer}}
        pages = {f"{EVE}/a": theirs, f"{EVE}/issuer": profile(id=f"{EVE}/issuer", url=EVE)}
        assert not let_through(written(mine), served(pages))

    @pytest.mark.parametrize("address", [f"{AWARD}/", AWARD.upper(), AWARD.replace("https", "http"), f"{AWARD}#x"])
    def test_an_address_that_is_nearly_the_same(self, address):
        assert not let_through(written(award(id=address)), served({**web(), address: award()}))

    def test_a_signed_badge_without_a_name_cannot_be_looked_up(self):
        (checks,) = checked(jws(signed_award(id=None)), served(web()))
        assert checks["status"].answer == "not checked"


class TestTextsThatAreNoRecords:
    """A text signed for something else is no record, whatever is put after it."""

    def test_a_token_for_signing_in(self):
        for claims in ({"sub": "me", "aud": "shop", "exp": 1_900_000_000}, {"vc": badge(issuer=did_jwk())}):
            for kind in ("JWT", None, "at+jwt"):
                assert not let_through(written(token({"iss": did_jwk(), **claims}, typ=kind) + "~"))

    def test_a_text_in_a_text(self):
        assert not let_through(written(token(text(), number=2)))
        assert not let_through(written(token({"iss": did_jwk(number=2), "vc": text()}, number=2)))

    def test_a_presentation_that_is_a_credential_too(self):
        both = {
            **badge(issuer=did_jwk()),
            "type": ["VerifiablePresentation", *badge()["type"]],
            "iss": did_jwk(number=3),
        }
        assert not let_through(written(token(both)))

    def test_claims_beside_a_sealed_record(self):
        assert not let_through(written(sealed({"iss": did_jwk(number=3)})))
        assert not let_through(written(sealed({"sub": "did:example:eve"})))


@pytest.mark.parametrize("address", ["https://school.example/~eve/key.json", "https://school.example/key"])
def test_a_key_on_anyones_page_of_a_website_is_not_the_websites(address):
    data = written(text(issuer="https://school.example", method=address))
    assert not let_through(data, at_hand(**{address: jwk()}))
    known = "https://school.example/.well-known/jwks.json"
    data = written(text(issuer="https://school.example", method=f"{known}#1"))
    assert let_through(data, at_hand(**{known: {"keys": [jwk(kid="1")]}}))


@pytest.mark.parametrize("seed", [STRANGER, LEARNER])
def test_a_strangers_status_list_hides_nothing(seed):
    address = "https://school.example/status/1"
    entry = {
        "type": "BitstringStatusListEntry",
        "statusPurpose": "revocation",
        "statusListIndex": "7",
        "statusListCredential": address,
    }
    data = written(signed(badge(credentialStatus=entry)))
    for issuer in (None, badge()["issuer"]["id"]):
        (checks,) = checked(data, at_hand(**{address: status_list(address, [], seed=seed, issuer=issuer)}))
        assert checks["status"].answer == "not checked"
