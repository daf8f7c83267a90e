"""Résumé records, European credentials, wallets and exports made up for tests; nothing here is signed."""

import io
import json
import tarfile
import zipfile
from base64 import b64encode
from email.message import EmailMessage
from typing import Any

import pypdf
import zxingcpp
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA512
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC
from cryptography.hazmat.primitives.keywrap import aes_key_wrap
from nacl.signing import SigningKey
from PIL import Image

from app.trust.multibase import encode_base58, encode_multikey

VC_1 = "https://www.w3.org/2018/credentials/v1"
HR_OPEN = "http://schema.hropenstandards.org/4.5/recruiting/json/VerifiableCredentialLER-RSType.json"
ESCO_WELD = "http://data.europa.eu/esco/skill/00000000-0000-4000-8000-00000000weld"
SEED = b"another wallet's test seed".ljust(32, b"-")
PASSWORD = "open sesame"


def transcript(**changes: Any) -> dict[str, Any]:
    """A record about one entry of a résumé, as HR Open nests it."""
    return {
        "@context": [VC_1, HR_OPEN],
        "id": "https://college.example/credentials/1",
        "type": ["VerifiableCredential", "FullTranscriptCredential"],
        "issuer": "https://college.example",
        "issuanceDate": "2011-05-01T00:00:00Z",
        "credentialSubject": {
            "educationAndLearning": {
                "institution": {"tradeName": "Example College"},
                "educationDegrees": [{"name": "Welding, A.S.", "date": "2011-05"}],
            }
        },
        **changes,
    }


def resume(**changes: Any) -> dict[str, Any]:
    """An HR Open LER-RS with each of its sections."""
    subject = {
        "type": "http://schema.hropenstandards.org/4.5/recruiting/json/LER-RSType.json",
        "person": {"name": {"given": "Ana", "family": "Rivera"}},
        "communication": {"email": [{"address": "ana@mail.example"}], "phone": [{"formattedNumber": "+1 555 0100"}]},
        "narratives": [{"name": "Goal", "texts": [{"lines": ["I want to weld.", "On ships."]}]}],
        "job": {"positionOpening": {"positionProfiles": [{"positionTitle": "Ship welder"}]}},
        "skills": [
            {
                "name": "Weld steel",
                "comments": ["Five years."],
                "competencyId": {"value": ESCO_WELD, "schemeId": "ESCO"},
                "proficiencyLevel": {"name": "Expert"},
            }
        ],
        "educationAndLearnings": [
            {"start": "1996", "end": "2000", "institution": {"name": "Harbor High"}},
            {"verifications": [transcript()]},
        ],
        "employmentHistories": [
            {
                "organization": {"tradeName": "Harbor Yard"},
                "positionHistories": [
                    {"title": "Welder", "start": "2012-10-01", "end": "2022-11-04", "verifications": [badge_2()]}
                ],
            },
            {"verifications": [{"statement": "She worked here.", "organization": {"name": "Dock Co."}}]},
        ],
        "certifications": [
            {
                "name": "Flux-core card",
                "issuingAuthority": {"tradeName": "Weld Board"},
                "firstIssued": "2014-08-25",
                "verifications": [{"reference": "https://board.example/1"}],
            }
        ],
        "licenses": [{"name": "Crane license"}],
        "honors": [{"title": "Welder of the year"}],
        "attachments": [
            {"content": {"value": b64encode(b"x" * 150).decode(), "encoding": "base64", "mimeType": "text/plain",
                         "filename": "resume.txt"}}
        ],
    }  # fmt: skip
    return {
        "@context": [VC_1, HR_OPEN],
        "id": "http://resumes.example/1",
        "type": ["VerifiableCredential", "LER-RS VC"],
        "issuer": "Resume Builder",
        "issuanceDate": "2022-05-01T00:00:00Z",
        "credentialSubject": subject,
        **changes,
    }


def badge_2() -> dict[str, Any]:
    """A record that is plainly somebody else's, whatever its format."""
    return {
        "@context": [VC_1],
        "type": ["VerifiableCredential", "EmployerStatement"],
        "issuer": "https://yard.example",
        "issuanceDate": "2022-12-01T00:00:00Z",
        "credentialSubject": {"hasCredential": {"name": "Welded for ten years"}},
    }


def european(**changes: Any) -> dict[str, Any]:
    """A European Digital Credential: one achievement with two outcomes, an activity and a graded assessment."""
    return {
        "id": "urn:credential:1",
        "type": ["VerifiableCredential", "EuropeanDigitalCredential"],
        "@context": [VC_1, "http://data.europa.eu/snb/model/context/edc-ap"],
        "displayParameter": {"title": {"de": "Schweißen", "en": "Welding course"}, "description": {"en": "A course."}},
        "credentialSubject": {
            "id": "urn:epass:person:1",
            "type": "Person",
            "fullName": {"en": "Ana Rivera"},
            "contactPoint": {"emailAddress": {"id": "mailto:ana@mail.example"}},
            "hasClaim": {
                "id": "urn:epass:learningAchievement:1",
                "type": "LearningAchievement",
                "title": {"en": ["Basic welding"]},
                "provenBy": {
                    "type": "LearningAssessment",
                    "title": {"en": "Bench test"},
                    "grade": {"noteLiteral": {"en": "Pass"}},
                },
                "influencedBy": [{"type": "LearningActivity", "title": {"en": "Workshop"}}],
                "specifiedBy": {
                    "type": "Qualification",
                    "learningOutcome": [
                        {
                            "title": {"en": "Joins metal"},
                            "relatedESCOSkill": {"id": ESCO_WELD, "prefLabel": {"en": "weld steel"}},
                            "relatedSkill": [{"id": "http://other.example/1", "prefLabel": {"en": "cut steel"}}],
                        },
                        {"id": "urn:epass:learningOutcome:2", "title": {"en": "Reads drawings"}},
                    ],
                },
            },
        },
        "issuer": {
            "id": "urn:epass:org:1",
            "type": "Organisation",
            "legalName": {"en": "Trade School"},
            "registration": {"notation": "BE-0000"},
            "homepage": {"contentURL": "https://school.example"},
        },
        "validFrom": "2023-06-28T14:30:00Z",
        "issuanceDate": "2023-06-28T14:30:00Z",
        **changes,
    }


def secret(seed: bytes = SEED, **changes: Any) -> dict[str, Any]:
    """An Ed25519 key as the Learner Credential Wallet saves it, the secret half in clear."""
    public = bytes(SigningKey(seed).verify_key)
    multikey = encode_multikey(public)
    return {
        "id": f"did:key:{multikey}#{multikey}",
        "type": "Ed25519VerificationKey2020",
        "controller": f"did:key:{multikey}",
        "publicKeyMultibase": multikey,
        "privateKeyMultibase": "z" + encode_base58(b"\x80\x26" + seed + public),
        **changes,
    }


def wallet(*contents: Any, **changes: Any) -> list[Any]:
    """A wallet's backup."""
    return [{"type": "UniversalWallet2020", "status": "UNLOCKED", "contents": list(contents), **changes}]


def mail(text: str = "Your badge is attached.", **attached: bytes) -> bytes:
    """An e-mail with files; `__` in a name stands for a dot."""
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "badges@school.example", "ana@example.org", "Su insignia ñ"
    made.set_content(text)
    made.add_alternative("<p>Your badge</p>", subtype="html")
    for name, data in attached.items():
        made.add_attachment(data, maintype="application", subtype="octet-stream", filename=name.replace("__", "."))
    for number, part in enumerate(made.walk()):
        if part.is_multipart():
            part.set_boundary(f"part-{number}")  # the same each time
    return made.as_bytes()


def zipped(**files: bytes | str) -> bytes:
    """A zip archive; `__` in a name stands for a folder, `_` before its ending for a dot."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return buffer.getvalue()


def locked(text: str, password: str = PASSWORD, **cost: int) -> str:
    """A payload as LearnCard locks it, at a price that tests can pay."""
    price = {"timeCost": 1, "memoryCost": 64, "parallelism": 1, **cost}
    salt, nonce = b"s" * 16, b"n" * 12
    kdf = Argon2id(salt=salt, length=32, iterations=1, lanes=1, memory_cost=64)
    sealed = AESGCM(kdf.derive(password.encode())).encrypt(nonce, text.encode(), None)
    encoded = {"ciphertext": sealed, "iv": nonce, "salt": salt}
    return json.dumps(
        {
            **{key: b64encode(value).decode() for key, value in encoded.items()},
            "kdfParams": {"algorithm": "argon2id", **price},
        }
    )


def learncard(*credentials: Any, keys: Any = None, **cost: int) -> bytes:
    """A LearnCard export: a list anyone can read, the rest locked."""
    files, contents = {"README.md": "Keep this safe."}, []
    for number, value in enumerate(credentials):
        path = f"credentials/{number}.json.enc"
        files[path] = locked(json.dumps(value), **cost)
        contents.append({"type": "credential", "path": path, "encrypted": True})
    if keys is not None:
        files["keys/jwks.json.enc"] = locked(json.dumps(keys))
        contents.append({"type": "key-jwks", "path": "keys/jwks.json.enc", "encrypted": True})
    files["consent-records/1.json.enc"] = locked("{}")
    contents.append({"type": "consent-record", "path": "consent-records/1.json.enc", "encrypted": True})
    files["manifest.json"] = json.dumps({"specVersion": "1.0.0", "walletName": "LearnCard", "contents": contents})
    return zipped(**files)


def pdf(**attached: bytes) -> bytes:
    """A PDF of one empty page with files attached."""
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    for name, data in attached.items():
        writer.add_attachment(name, data)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def qr(text: str, kind: str = "PNG") -> bytes:
    """A picture of a QR code."""
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
    drawn = code.to_image(scale=4)
    height, width = drawn.shape
    return picture(Image.frombytes("L", (width, height), bytes(drawn)), kind)


def picture(image: Image.Image, kind: str = "PNG") -> bytes:
    """A picture's file."""
    buffer = io.BytesIO()
    image.save(buffer, kind)
    return buffer.getvalue()


def tarred(**files: bytes | str) -> bytes:
    """A tar archive; `__` in a name stands for a folder."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.USTAR_FORMAT) as made:
        for name, data in files.items():
            encoded = data if isinstance(data, bytes) else data.encode()
            entry = tarfile.TarInfo(name.replace("__", "/"))
            entry.size = len(encoded)
            made.addfile(entry, io.BytesIO(encoded))
    return buffer.getvalue()


def wallet_tar(*credentials: Any, key: Any = None) -> bytes:
    """A backup as Learner Credential Wallet saves it since 2026: a list, a profile with its key, a file a record."""
    profile = {
        "profileName": "Default",
        "didDocument": {"@context": ["https://www.w3.org/ns/did/v1"], "id": "did:key:z6Mk"},
        "verificationKey": key or secret(),
        "credentialCids": [f"bafy{number}" for number in range(len(credentials))],
    }
    records = {f"credentials__bafy{number}.json": json.dumps(one, indent=2) for number, one in enumerate(credentials)}
    listed = 'ubc-version: "0.1"\ncontents: {}\n'
    return tarred(**{"manifest.yml": listed, "profiles__default.json": json.dumps(profile, indent=2)}, **records)


def locked_wallet(text: str, password: str = PASSWORD, **header: Any) -> dict[str, Any]:
    """A backup as Learner Credential Wallet locks it, at a price that tests can pay."""
    salt, nonce, content_key = b"s" * 16, b"n" * 12, b"k" * 32
    wrapped = aes_key_wrap(PBKDF2HMAC(SHA512(), 32, salt, 2).derive(password.encode()), content_key)
    sealed = AESGCM(content_key).encrypt(nonce, json.dumps(text).encode(), None)
    stated = {"alg": "PBES2-HS512+A256KW", "p2s": _b64(salt), "p2c": 2, "enc": "A256GCM", **header}
    return {
        "@context": [VC_1, "http://w3id.org/wallet/v1"],
        "type": ["VerifiableCredential", "EncryptedWallet"],
        "issuer": "did:web:lcw.app",
        "issuanceDate": "2026-01-01T00:00:00Z",
        "credentialSubject": {
            "jwe": {
                "recipients": [{"header": stated, "encrypted_key": _b64(wrapped)}],
                "iv": _b64(nonce),
                "ciphertext": _b64(sealed[:-16]),
                "tag": _b64(sealed[-16:]),
            }
        },
    }


def _b64(data: bytes) -> str:
    return b64encode(data).decode()
