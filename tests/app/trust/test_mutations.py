"""Thousands of small changes to signed records: none crashes, none stays sound while it changes what is read."""

import copy
import json
import random

import pytest
from trust_samples import DI2, ED2020, NOW, VC1, badge, old_credential, record, signed

from app.records.model import Record, Source
from app.records.reading import read_bytes
from app.trust.contexts import known_terms, shipped, spellings
from app.trust.seven import check_record

LIST = "https://school.example/status/1"
ENTRY = {
    "id": f"{LIST}#7",
    "type": "BitstringStatusListEntry",
    "statusPurpose": "revocation",
    "statusListIndex": "7",
    "statusListCredential": LIST,
}
OB_FIRST = "https://purl.imsglobal.org/spec/ob/v3p0/context.json"
RECORDS = [
    signed(badge(validUntil="2026-12-01T00:00:00Z", credentialStatus=ENTRY)),
    signed(
        old_credential(
            **{"@context": [VC1, OB_FIRST, ED2020, DI2]},
            type=badge()["type"],
            credentialSubject=badge()["credentialSubject"],
            expirationDate="2026-12-01T00:00:00Z",
        ),
        suite="Ed25519Signature2020",
    ),
]
IRIS = {term: iri for iri, terms in sorted(spellings().items()) for term in sorted(terms)}
TERMS = sorted(known_terms())
CONTEXTS = sorted(shipped())
XSD = "http://www.w3.org/2001/XMLSchema#"


def places(value, above=()):
    """(parent, key) of everything below a value, contexts left out."""
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, member in entries:
        if key != "@context":
            yield value, key
            yield from places(member, value)


def rename(chance, document, parent, key):
    new = chance.choice([IRIS.get(key, "urn:x"), chance.choice(TERMS), f"@{key}", f"cred:{key}", str(key).title()])
    parent[new] = parent.pop(key)


def wrap(chance, document, parent, key):
    value = parent[key]
    parent[key] = chance.choice(
        [
            {"@value": value},
            {"@value": value, "@type": XSD + chance.choice(["dateTime", "string"])},
            {"@set": [value]},
            {"@list": [value]},
            {"@id": value},
            {"id": value},
            [value],
            [[value]],
            [value, value],
            None,
        ]
    )


def move(chance, document, parent, key):
    target = chance.choice([one for one, _ in places(document) if isinstance(one, dict)])
    target[key] = copy.deepcopy(parent.pop(key))


def recontext(chance, document, parent, key):
    contexts = document["@context"]
    chance.choice(
        [
            lambda: contexts.insert(chance.randint(0, len(contexts)), chance.choice(CONTEXTS)),
            lambda: contexts.pop(chance.randrange(len(contexts))),
            lambda: chance.shuffle(contexts),
        ]
    )()


def inline(chance, document, parent, key):
    iri = IRIS.get(key, "urn:x")
    document["@context"].append({"x": chance.choice([iri, None, "@id", {"@id": iri, "@type": XSD + "dateTime"}])})
    if isinstance(parent, dict):
        parent["x"] = parent.pop(key)


def add(chance, document, parent, key):
    target = chance.choice([one for one, _ in places(document) if isinstance(one, dict)])
    target[chance.choice([*TERMS, "foo", "@index"])] = chance.choice(["x", None, [], {}, {"id": document.get("id")}])


def delete(chance, document, parent, key):
    del parent[key]


def spell_types(chance, document, parent, key):
    for holder, name in list(places(document)):
        if name == "type":
            types = holder[name] if isinstance(holder[name], list) else [holder[name]]
            holder[name] = [IRIS.get(one, one) if isinstance(one, str) else one for one in types]


CHANGES = [rename, rename, wrap, wrap, move, recontext, inline, add, delete, spell_types]


def what_is_read(found, checks):
    return {
        "id": found.id,
        "name": found.name,
        "types": frozenset(found.types),
        "dates": (found.valid_from, found.valid_until),
        "issuer": (found.issuer.id, found.issuer.name),
        "subjects": frozenset(one.id for one in found.subjects),
        "achievements": frozenset((one.id, one.name, one.description, one.criteria) for one in found.achievements),
        "in_force": checks["in_force"].reason,
        "status": checks["status"].reason,
    }


def checked(found):
    return {one.check: one for one in check_record(found, now=NOW)}


@pytest.mark.parametrize("seed", range(8))
def test_no_change_stays_sound_and_changes_what_is_read(seed):
    chance = random.Random(seed)
    stayed = 0
    for _ in range(150):
        original = chance.choice(RECORDS)
        document = copy.deepcopy(original)
        for _ in range(chance.choice([1, 1, 2])):
            parent, key = chance.choice(list(places(document)))
            change = chance.choice(CHANGES)
            if isinstance(parent, dict) or change in {wrap, recontext, add, spell_types}:
                change(chance, document, parent, key)
        for found in read_bytes(json.dumps(document).encode(), Source("changed.json")):
            if isinstance(found, Record):
                checks = checked(found)
                if checks["format"].answer == checks["signature"].answer == "yes":
                    stayed += 1
                    first = record(original)
                    assert what_is_read(found, checks) == what_is_read(first, checked(first)), document
    assert stayed > 5
