"""Make the practice world: each learner's signed records, and the documents, registry and keys around them.

python -m installer.practice write   make every file again
python -m installer.practice check   fail if that would change any
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from app.journey.practice import SEED_PREFIX, practice_seed
from app.trust.keys import did_key
from app.trust.multibase import encode_multikey
from app.trust.proofs import Suite, add_proof
from installer import practice_daniel, practice_maya, practice_renee
from installer.practice_forms import EDDSA, MADE_UP, VC_2, Draft
from installer.practice_issuers import AT_HAND, EVERYONE, KNOWN, LISTS, Issuer, Json, public_key

ROOT = Path(__file__).resolve().parent.parent / "assets" / "practice"
MEND = "; run: python -m installer.practice write"

CANCELED = (7, 30, 411)
"""Places of canceled records in each status list: 30 is Renee's vehicle permit and 411 Daniel's notary seal."""
ENCODED_LIST = "uH4sIAAAAAAACA-3BQQ0AAAgEoNME9k9rBjefQCWdmwkAAAAAAAAAAAAAAAAAAADwagG7xGmzAEAAAA"
"""131,072 bits with those of `CANCELED` set, gzipped, as base64url: written out since zlib builds differ in bytes."""


DRAFTS = {"maya": practice_maya.drafts, "renee": practice_renee.drafts, "daniel": practice_daniel.drafts}


def made() -> dict[str, bytes]:
    """Every file of the practice world that is made here, by its path under `assets/practice`."""
    records = {
        f"{learner}/records/{draft.file}": signed(draft) for learner, drafts in DRAFTS.items() for draft in drafts()
    }
    files = {**records, **documents(), "practice-issuers.json": registry(), "keys.json": keys()}
    return {path: (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode() for path, value in files.items()}


def signed(draft: Draft) -> Json:
    """A record with a proof for each of its suites, around the signed records it holds."""
    document = draft.document
    if draft.members:
        held = [signed(one) for one in draft.members]
        about = {**document["credentialSubject"], "verifiableCredential": held}
        document = {**document, "credentialSubject": about}
    return _proved(document, draft.signer, draft.suites, draft.signed)


def documents() -> dict[str, Json]:
    """The folder that stands for the network: its index, DID documents and lists of canceled records."""
    index: Json = {}
    files: dict[str, Json] = {}
    for one in AT_HAND:
        file = f"{one.slug}.json"
        files[file] = did_document(one)
        index |= {one.id: file, f"{one.web}/did.json": file}
    for one in LISTS:
        file = f"{one.slug}-status-1.json"
        files[file] = status_list(one)
        index[one.status_list] = file
    files["index.json"] = index
    return {f"documents/{file}": content for file, content in files.items()}


def status_list(issuer: Issuer) -> Json:
    """An issuer's list of canceled records."""
    document: Json = {
        "@context": [VC_2],
        "id": issuer.status_list,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "name": f"Canceled records of {issuer.name}",
        "description": MADE_UP,
        "issuer": issuer.id,
        "validFrom": "2026-11-20T00:00:00Z",
        "credentialSubject": {
            "id": f"{issuer.status_list}#list",
            "type": "BitstringStatusList",
            "statusPurpose": "revocation",
            "encodedList": ENCODED_LIST,
        },
    }
    return _proved(document, issuer, (EDDSA,), "2026-11-20T00:00:00Z")


def did_document(issuer: Issuer) -> Json:
    """The did:web document of an issuer: one key, listed in the form that each suite's verifiers look for."""
    new, old = issuer.method("eddsa-rdfc-2022"), issuer.method("Ed25519Signature2020")
    shared = {"controller": issuer.id, "publicKeyMultibase": encode_multikey(public_key(issuer.key))}
    return {
        "@context": [
            "https://www.w3.org/ns/did/v1",
            "https://w3id.org/security/multikey/v1",
            "https://w3id.org/security/suites/ed25519-2020/v1",
        ],
        "id": issuer.id,
        "verificationMethod": [
            {"id": new, "type": "Multikey", **shared},
            {"id": old, "type": "Ed25519VerificationKey2020", **shared},
        ],
        "assertionMethod": [new, old],
    }


def registry() -> Json:
    """Some of the practice issuers, in the form of the Digital Credentials Consortium's first registries."""
    return {
        "meta": {
            "title": "Practice list of issuers",
            "created": "2026-11-20T00:00:00+00:00",
            "updated": "2026-11-20T00:00:00+00:00",
        },
        "registry": {one.id: {"name": one.name, "location": "Practice Town", "url": one.web} for one in KNOWN},
    }


def keys() -> Json:
    """Every practice key, with how it is made, so that nothing it signs can pass for real."""
    return {
        "about": "Keys of the made-up practice world. Anyone can make them, so what they sign proves nothing.",
        "derivation": f'The seed of an Ed25519 key is SHA-256 of the UTF-8 bytes of "{SEED_PREFIX}NAME".',
        "keys": [_key(one) for one in EVERYONE],
    }


def _key(one: Issuer) -> Json:
    public = public_key(one.key)
    return {
        "name": one.key,
        "role": one.role,
        "id": one.id,
        "did": did_key(public),
        "publicKeyMultibase": encode_multikey(public),
        "seedHex": practice_seed(one.key).hex(),
    }


def _proved(document: Json, signer: Issuer, suites: tuple[Suite, ...], created: str) -> Json:
    for suite in suites:
        document = add_proof(
            document,
            seed=practice_seed(signer.key),
            verification_method=signer.method(suite),
            purpose="assertionMethod",
            created=created,
            suite=suite,
        )
    return document


def changed(files: Mapping[str, bytes]) -> list[str]:
    """Paths whose file is not what it should be, and records and documents that should not be there."""
    folders = (ROOT.glob("*/records/*"), ROOT.glob("documents/*"))
    kept = {path.relative_to(ROOT).as_posix() for folder in folders for path in folder}
    differs = [path for path, data in files.items() if not _holds(ROOT / path, data)]
    return sorted({*differs, *(kept - files.keys())})


def _holds(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data


def write(files: Mapping[str, bytes]) -> None:
    """Write every file."""
    for path, data in files.items():
        target = ROOT / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def main(arguments: list[str]) -> str | None:
    """Write or check; returns what is wrong."""
    files = made()
    if arguments == ["write"]:
        write(files)
    elif arguments == ["check"]:
        stale = changed(files)
        return f"not as made: {', '.join(stale)}{MEND}" if stale else None
    else:
        return __doc__
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
