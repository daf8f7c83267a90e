"""What an attacker can do to a signed record without breaking its signature, and that each is refused by name."""

import copy

import pyld.jsonld
import pytest
from trust_samples import ED2020, ISSUER, OB3, VC1, VC2, badge, did, old_credential

from app.trust import canonical, inline, meaning
from app.trust.contexts import FrozenResolver, shipped
from app.trust.inline import MeaningError
from app.trust.meaning import read_meaning

SECURITY1 = "https://w3id.org/security/v1"
OB_FIRST = "https://purl.imsglobal.org/spec/ob/v3p0/context.json"
CRED = "https://www.w3.org/2018/credentials#"


def refused(document):
    with pytest.raises(MeaningError) as error:
        read_meaning(document)
    return error.value.code


def with_context(context, **changes):
    return badge(**{"@context": [VC2, OB3, context]}, **changes)


def renamed(document, old, new):
    return {(new if key == old else key): value for key, value in document.items()}


def subject(**changes):
    return {**badge()["credentialSubject"], **changes}


EXPIRING = badge(validUntil="2026-02-01T00:00:00Z")
TYPED_DATE = {"@value": "2026-02-01T00:00:00Z", "@type": "http://www.w3.org/2001/XMLSchema#dateTime"}
OLD_BADGE = old_credential(**{"@context": [VC1, OB_FIRST]}, type=badge()["type"], credentialSubject=subject())
STATUS = {
    "id": "https://school.example/status/1#7",
    "type": "BitstringStatusListEntry",
    "statusPurpose": "revocation",
    "statusListIndex": "7",
    "statusListCredential": "https://school.example/status/1",
}

ATTACKS = {
    "a term nobody defined": (badge(extra="x"), "undefined_term"),
    "a term nobody defined, deep": (badge(credentialSubject=subject(grade="A")), "undefined_term"),
    "a term of the wrong place": (badge(statusListIndex="7"), "undefined_term"),
    "a term spelled by its IRI": (badge(**{CRED + "validUntil": TYPED_DATE}), "respelled_term"),
    "a term spelled by a compact IRI": (
        {**old_credential(), "cred:expirationDate": "2020-01-01T00:00:00Z"},
        "respelled_term",
    ),
    "an IRI nobody knows as a term": (badge(**{"https://x.example/a": "b"}), "iri_term"),
    "a term with a colon": (badge(**{"x:a": "b"}), "iri_term"),
    "a second name of a shipped term": (
        {**OLD_BADGE, "credentialSubject": renamed(subject(), "achievement", "Achievement")},
        "respelled_term",
    ),
    "an old name of expires": (
        {"@context": [SECURITY1, ED2020], "type": "Ed25519Signature2020", "expiration": "2026-01-01T00:00:00Z"},
        "respelled_term",
    ),
    "a raw @id": (renamed(badge(), "id", "@id"), "respelled_keyword"),
    "a raw @type": (renamed(badge(), "type", "@type"), "respelled_keyword"),
    "a raw @graph": ({"@context": [VC2], "@graph": [renamed(badge(), "@context", "")]}, "respelled_keyword"),
    "@set around a date": (badge(validUntil={"@set": ["2026-02-01T00:00:00Z"]}), "respelled_keyword"),
    "@list around a date": (badge(validUntil={"@list": ["2026-02-01T00:00:00Z"]}), "respelled_keyword"),
    "@reverse": (badge(**{"@reverse": {"issuer": {"id": "https://x.example/"}}}), "respelled_keyword"),
    "@included": (badge(**{"@included": [{"id": "https://x.example/"}]}), "respelled_keyword"),
    "@index": (badge(credentialSubject=subject(**{"@index": "x"})), "respelled_keyword"),
    "a word like a keyword": (badge(**{"@ignored": "x"}), "respelled_keyword"),
    "a date as a value object": (badge(validUntil={"@value": "2026-02-01T00:00:00Z"}), "respelled_value"),
    "a date as a typed value object": (
        badge(validUntil=TYPED_DATE),
        "respelled_value",
    ),
    "a text as a value object": (badge(name={"@value": "Forklift safety"}), "respelled_value"),
    "a text in a list of lists": (badge(name=[["Forklift safety"]]), "respelled_value"),
    "a number as a value object": (badge(name={"@value": 5}), "respelled_value"),
    "a text as a typed value object": (
        badge(name={"@value": "Forklift safety", "@type": "http://www.w3.org/2001/XMLSchema#string"}),
        "respelled_value",
    ),
    "a purpose spelled by its IRI": (
        {"@context": [VC2], "type": "DataIntegrityProof", "proofPurpose": "https://w3id.org/security#assertionMethod"},
        "respelled_value",
    ),
    "a language that is none": (badge(name={"@value": "x", "@language": "en us"}), "bad_language"),
    "a type spelled by its IRI": (
        badge(type=["VerifiableCredential", "https://purl.imsglobal.org/spec/vc/ob/vocab.html#OpenBadgeCredential"]),
        "respelled_type",
    ),
    "a type nobody defined": (badge(type=["VerifiableCredential", "Diploma"]), "undefined_type"),
    "a relative id": (badge(id="credential-1"), "relative_id"),
    "an empty id": (badge(issuer={"id": "", "type": ["Profile"]}), "relative_id"),
    "a relative id as a value": (badge(issuer="school"), "relative_id"),
    "a blank id": (badge(id="_:b0"), "blank_id"),
    "a blank id as a value": (badge(issuer="_:b0"), "blank_id"),
    "an id with a prefix": ({**old_credential(), "issuer": "cred:school"}, "respelled_id"),
    "an id that is no text": (badge(id=5), "bad_id"),
    "an id that forges statements": (
        badge(id="urn:a> <urn:b> <urn:c> .\n<urn:a"),
        "bad_id",
    ),
    "an id with a space": (badge(id="https://x.example/a b"), "bad_id"),
    "a context inside": (
        badge(credentialSubject=subject(**{"@context": [SECURITY1]})),
        "nested_context",
    ),
    "an inline context inside": (
        badge(credentialSubject=subject(**{"@context": {"grade": "https://x.example/grade"}}, grade="A")),
        "nested_context",
    ),
    "inline: a second name of a known IRI": (
        with_context({"myName": "https://schema.org/name"}, myName="Forklift safety", name=None),
        "inline_redefines_iri",
    ),
    "inline: a known IRI through a shipped prefix": (
        old_credential(**{"@context": [SECURITY1, VC1, {"made": "dc:created"}]}),
        "inline_redefines_iri",
    ),
    "inline: a known IRI through its own prefix": (
        with_context({"c": "https://www.w3.org/2018/credentials", "end": {"@id": CRED + "validUntil"}}),
        "inline_redefines_iri",
    ),
    "inline: a keyword by another name": (with_context({"key": "@id"}, key="urn:x:1"), "inline_redefines_iri"),
    "inline: a known term": (with_context({"validUntil": "https://x.example/until"}), "inline_redefines_term"),
    "inline: a known term of another context": (
        with_context({"credentialSchema": "https://x.example/s"}),
        "inline_redefines_term",
    ),
    "inline: null": (with_context({"secret": None}, secret="x"), "inline_null"),
    "inline: null as an id": (with_context({"secret": {"@id": None}}, secret="x"), "inline_null"),
    "inline: @vocab": (with_context({"@vocab": "https://x.example/"}, extra="x"), "inline_vocabulary"),
    "inline: @base": (with_context({"@base": "https://x.example/"}), "inline_keyword"),
    "inline: @import": (with_context({"@import": SECURITY1}), "inline_keyword"),
    "inline: @language": (with_context({"@language": "es"}), "inline_keyword"),
    "inline: @propagate": (with_context({"@propagate": False}), "inline_keyword"),
    "inline: a term with a colon": (with_context({"schema:name": "https://x.example/"}), "inline_keyword"),
    "inline: a scoped context": (
        with_context({"box": {"@id": "https://x.example/box", "@context": {"a": "https://x.example/a"}}}),
        "inline_too_rich",
    ),
    "inline: @reverse": (with_context({"of": {"@reverse": "https://x.example/of"}}), "inline_too_rich"),
    "inline: an index": (
        with_context({"by": {"@id": "https://x.example/by", "@container": "@index"}}, by={"a": "b"}),
        "inline_too_rich",
    ),
    "inline: values as words": (
        with_context({"kind": {"@id": "https://x.example/kind", "@type": "@vocab"}}),
        "inline_too_rich",
    ),
    "inline: no object": (badge(**{"@context": [VC2, OB3, 5]}), "inline_not_object"),
    "inline: null context": (badge(**{"@context": [VC2, None, OB3]}), "inline_not_object"),
    "two shipped contexts at odds": (badge(**{"@context": [VC2, VC1]}), "protected_term"),
    "statements of one credential in two places": (
        badge(
            credentialSubject=subject(
                achievement={
                    **subject()["achievement"],
                    "related": [{"id": badge()["id"], "type": ["Related"], "version": "2"}],
                }
            )
        ),
        "split_node",
    ),
    "two status entries under one id": (
        badge(credentialStatus=[STATUS, {**STATUS, "statusPurpose": "suspension", "statusListIndex": "9"}]),
        "split_node",
    ),
    "a lone half of a character": (badge(name="\ud800"), "bad_text"),
    "a number that is none": (badge(credentialSubject=subject(creditsEarned=float("nan"))), "bad_number"),
}


@pytest.mark.parametrize("name", ATTACKS)
def test_each_attack_is_refused_by_name(name):
    document, code = ATTACKS[name]
    assert refused(document) == code


REAL = {
    "a text as a value object": badge(),
    "a text in a list of lists": badge(),
    "a term nobody defined": badge(),
    "a term spelled by its IRI": EXPIRING,
    "a second name of a shipped term": OLD_BADGE,
    "a raw @id": badge(),
    "a date as a typed value object": EXPIRING,
    "a type spelled by its IRI": badge(),
    "inline: a second name of a known IRI": badge(),
    "inline: null": badge(),
}


@pytest.mark.parametrize("name", REAL)
def test_the_attacks_are_real(name):
    """A processor that does not look finds each of these to say exactly what was signed."""

    def rdf(document):
        options = {"algorithm": "URDNA2015", "format": "application/n-quads", "documentLoader": load}
        return pyld.jsonld.normalize(document, options)

    def load(url, _options):
        return {"contextUrl": None, "documentUrl": url, "document": {"@context": shipped()[url]}}

    assert rdf(ATTACKS[name][0]) == rdf(REAL[name])


def test_a_type_by_a_second_name_is_refused():
    both = dict.fromkeys(("image", "Image"), "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Image")
    resolver = FrozenResolver({**shipped(), "urn:test:context": both})
    document = old_credential(**{"@context": [VC1, "urn:test:context"]}, type=["VerifiableCredential", "image"])
    with pytest.raises(MeaningError) as error:
        read_meaning(document, resolver)
    assert error.value.code == "respelled_type"


@pytest.mark.parametrize("document", [badge(), old_credential(), EXPIRING, badge(credentialStatus=STATUS)])
def test_what_is_sound_is_read(document):
    assert did(ISSUER) in read_meaning(document).canonical


def test_reading_does_not_change_the_document():
    document = with_context({"shoeSize": "https://shoes.example/size"}, shoeSize="44")
    before = copy.deepcopy(document)
    read_meaning(document)
    assert document == before


def test_a_safe_inline_context_is_read_and_its_terms_are_named():
    context = {
        "@version": 1.1,
        "@protected": True,
        "shoeSize": "https://shoes.example/size",
        "seenIn": {"@id": "https://shoes.example/seen", "@type": "@id", "@container": "@set"},
        "LocalBadge": "https://shoes.example/LocalBadge",
        "unused": "https://shoes.example/unused",
    }
    document = with_context(
        context, shoeSize="44", seenIn=["https://shop.example/"], type=[*badge()["type"], "LocalBadge"]
    )
    found = read_meaning(document)
    assert found.other_terms == ("LocalBadge", "seenIn", "shoeSize")
    assert '<https://shoes.example/size> "44"' in found.canonical
    assert read_meaning(badge()).other_terms == ()


def test_a_text_with_its_language_is_read():
    assert '"Carretillas"@es' in read_meaning(badge(name={"@value": "Carretillas", "@language": "es"})).canonical


def test_a_credential_inside_another_may_carry_its_own_context():
    endorsement = {
        "@context": [VC2, OB3],
        "id": "urn:uuid:5c1f8e0a-0009-4000-8000-000000000001",
        "type": ["VerifiableCredential", "EndorsementCredential"],
        "issuer": {"id": did(ISSUER), "type": ["Profile"]},
        "validFrom": "2026-01-01T00:00:00Z",
        "credentialSubject": {"id": "urn:x:1", "type": ["EndorsementSubject"], "endorsementComment": "Good."},
    }
    assert "Good." in read_meaning(badge(endorsement=[endorsement])).canonical
    assert refused(badge(endorsement=[{**endorsement, "extra": "x"}])) == "undefined_term"


def test_one_records_words_do_not_reach_the_next():
    first = with_context({"shoeSize": "https://one.example/size"}, shoeSize="44")
    second = with_context({"shoeSize": "https://two.example/size"}, shoeSize="44")
    for _ in range(3):
        assert "one.example" in read_meaning(first).canonical
        assert "two.example" in read_meaning(second).canonical
        assert refused(badge(shoeSize="44")) == "undefined_term"


def test_no_words_leak_through_an_empty_context():
    """An empty list of contexts leaves PyLD a context without a name; nothing may be remembered under it."""
    inside = {
        "@context": [],
        "id": "urn:uuid:5c1f8e0a-0009-4000-8000-000000000001",
        "type": ["VerifiableCredential", "EndorsementCredential"],
        "issuer": {"id": did(ISSUER), "type": ["Profile"]},
        "credentialSubject": {"id": "urn:x:1", "type": ["EndorsementSubject"], "shoeSize": "44"},
    }
    assert (
        "shoes.example"
        in read_meaning(with_context({"shoeSize": "https://shoes.example/size"}, endorsement=[inside])).canonical
    )
    assert refused(badge(endorsement=[inside])) == "undefined_term"


def bomb(size):
    """Two results alike, each with as many alignments alike: every order of them has to be tried."""
    result = {"type": ["Result"], "alignment": [{"type": ["Alignment"], "targetName": "x"} for _ in range(size)]}
    return badge(credentialSubject=subject(result=[result, copy.deepcopy(result)]))


def test_a_blank_node_bomb_is_refused():
    assert "c14n" in read_meaning(bomb(4)).canonical
    assert refused(bomb(12)) == "too_complex"
    assert refused(bomb(400)) == "too_complex"


def test_many_nameless_nodes_that_differ_are_read():
    entries = [{"type": ["IdentifierEntry"], "identifier": str(number)} for number in range(400)]
    found = read_meaning(badge(credentialSubject=subject(identifier=entries)))
    assert "_:c14n399" in found.canonical


def test_too_many_terms_are_refused(monkeypatch):
    many = [{"type": ["Alignment"], "targetName": str(number)} for number in range(meaning.MAX_TERMS)]
    assert refused(badge(credentialSubject=subject(achievement={**subject()["achievement"], "alignment": many}))) == (
        "too_many_terms"
    )


def test_too_many_values_are_refused():
    achievement = {**subject()["achievement"], "tag": ["x"] * (inline.MAX_VALUES + 1)}
    assert refused(badge(credentialSubject=subject(achievement=achievement))) == "too_many_terms"


def test_too_many_blank_nodes_are_refused(monkeypatch):
    monkeypatch.setattr(canonical, "MAX_BLANK_NODES", 3)
    assert refused(badge(credentialSubject=subject(identifier=[{"type": ["IdentityObject"]}] * 9))) == "too_complex"


def test_too_deep_is_refused():
    nested = {"type": ["Profile"], "id": "urn:x:1"}
    for _ in range(200):
        nested = {"type": ["Profile"], "parentOrg": nested}
    assert refused(badge(issuer={**badge()["issuer"], "parentOrg": nested})) == "too_deep"


def test_order_of_lists_and_keys_does_not_matter():
    document = badge()
    turned = dict(reversed(document.items()))
    turned["type"] = list(reversed(document["type"]))
    assert read_meaning(turned).canonical == read_meaning(document).canonical


def test_dates_are_signed_to_the_letter():
    day = "2026-01-01T00:00:00"
    forms = [day + end for end in ("Z", "+00:00", "-00:00", ".000Z", ".0000000Z", "")]
    assert len({read_meaning(badge(validFrom=form)).canonical for form in forms}) == len(forms)
    for form in forms:
        assert f'"{form}"^^' in read_meaning(badge(validFrom=form)).canonical


def test_of_several_faults_in_a_list_of_words_the_first_is_told_each_time():
    words = {f"term{number}": None for number in range(30)}
    with pytest.raises(MeaningError) as error:
        read_meaning(with_context({**words, "@base": "https://x.example/"}))
    assert error.value.values == {"term": "term0"}
