"""The application as an HR Open LER-RS résumé: records as they came under `verifications`, own words as plain data.

Form: HR Open Standards 4.5, VerifiableCredentialLER-RSType. The addresses of its JSON Schemas stand where JSON-LD has
contexts, so no RDF proof can cover it: nobody signs the résumé, and the signed presentation is attached to it.
"""

import json
from base64 import b64encode
from collections.abc import Mapping, Sequence
from typing import Any

from app.applying.documents import Application
from app.applying.holder import marked_practice, moment_text
from app.applying.presentation import Presentation
from app.records.model import Record
from app.records.sd_jwt import compact

SCHEMAS = "http://schema.hropenstandards.org/4.5/recruiting/json"
CONTEXTS = ("https://www.w3.org/2018/credentials/v1", f"{SCHEMAS}/VerifiableCredentialLER-RSType.json")
_SECTIONS = {
    "Certification": "certifications", "License": "licenses", "Employment": "employmentHistories",
    "AssociateDegree": "educationAndLearnings", "BachelorDegree": "educationAndLearnings",
    "Degree": "educationAndLearnings", "Diploma": "educationAndLearnings", "MasterDegree": "educationAndLearnings",
    "SecondarySchoolDiploma": "educationAndLearnings", "Course": "educationAndLearnings",
}  # fmt: skip


def ler_rs(page: Application, made: Presentation, records: Sequence[Record]) -> bytes:
    """The résumé as UTF-8 JSON: what the readable page says and the records that went, nothing else."""
    document = {
        "@context": list(CONTEXTS),
        "type": ["VerifiableCredential", "LER-RS VC"],
        "id": f"{made.id}#ler-rs",
        "name": marked_practice(f"{page.title}, {page.organisation}", practice=page.practice),
        "issuer": made.holder,
        "issuanceDate": moment_text(made.created),
        "credentialSubject": {
            "type": f"{SCHEMAS}/LER-RSType.json",
            "person": {"name": {"formattedName": page.name}},
            **_own_words(page),
            **_verified(records),
            "attachments": [_attached(made)],
        },
    }
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _own_words(page: Application) -> dict[str, Any]:
    said = [{"name": one.about, "comments": [one.text]} for one in page.own_words]
    return {"skills": said} if said else {}


def _verified(records: Sequence[Record]) -> Mapping[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for record in records:
        found.setdefault(_section(record), []).append({"verifications": [_as_it_came(record)]})
    return found


def _section(record: Record) -> str:
    """Which part of a résumé a record belongs in; a badge of no stated kind is a certification of what it names."""
    kinds = (one.type for one in record.achievements if one.type)
    return next((_SECTIONS[kind] for kind in kinds if kind in _SECTIONS), "certifications")


def _as_it_came(record: Record) -> object:
    if record.form in {"json", "jades"}:
        return dict(record.document) if record.form == "json" else json.loads(record.raw)
    text = record.raw.decode("utf-8")
    return compact(text) if record.form == "sd-jwt" else text


def _attached(made: Presentation) -> dict[str, Any]:
    content = b64encode(made.content).decode("ascii")
    inside = {"value": content, "encoding": "base64", "mimeType": made.media_type, "filename": made.file_name}
    return {"id": {"value": made.file_name}, "content": inside}
