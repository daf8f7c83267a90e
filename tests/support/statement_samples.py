"""Badges for `ecdsa-sd-2023`, by an issuer with a P-256 key."""

from trust_samples import badge

from bench.signers import base_proof, key

BY = key("P-256")
MANDATORY = ["/issuer", "/validFrom", "/validUntil"]
LIST = "https://school.example/status/1"


def made(**changes):
    """A badge without an id, with two results that look alike, by a P-256 issuer."""
    document = badge(
        id=None, issuer={"id": BY.did, "type": ["Profile"], "name": "Test School"}, validUntil="2027-01-01T00:00:00Z"
    )
    subject = {
        **document["credentialSubject"],
        "result": [{"type": ["Result"], "value": "90"}, {"type": ["Result"], "value": "70"}],
    }
    return {**document, "credentialSubject": subject, **changes}


def in_parts(*concepts):
    """The badge as its issuer signed it, statement by statement, with links to what it shows."""
    document = made()
    links = [{"type": ["Alignment"], "targetName": one[-4:], "targetUrl": one} for one in concepts]
    document["credentialSubject"]["achievement"] = {**document["credentialSubject"]["achievement"], "alignment": links}
    return base_proof(document, BY, MANDATORY)


def entry(index=3, **changes):
    return {
        "id": f"{LIST}#{index}",
        "type": "BitstringStatusListEntry",
        "statusPurpose": "revocation",
        "statusListIndex": str(index),
        "statusListCredential": LIST,
        **changes,
    }


SUBJECT = ["/credentialSubject/achievement"]
