"""European Digital Credentials for Learning: the European Learning Model 3 in a W3C credential.

What was achieved are the subject's claims, each described by a specification whose learning outcomes point at ESCO.
Texts are given by language. Model: https://europa.eu/europass/elm-browser/ (ELM 3.2), EDC generic application profile.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from app.records.envelope import Claims, evidence_of, record, subjects_of, type_name, types
from app.records.fields import LIST_CAP, Faults, Json, identifier, line, link, objects, prose, web_link
from app.records.model import Achievement, Alignment, Identity, Issuer, Record, Result, Subject
from app.records.parts import Part

TYPE = "EuropeanDigitalCredential"
ESCO = "ESCO"
_ESCO_SPACE = "http://data.europa.eu/esco/"
_MAILTO = "mailto:"
# What a claim is made of: parts of it, the activities behind it and what it entitles to are claims themselves.
_WITHIN = ("hasPart", "influencedBy")
_DEEPEST = 8
_NAMES = ("legalName", "altLabel", "prefLabel", "name")


def read(part: Part) -> tuple[Record, ...]:
    """The record of a European Digital Credential; nothing for any other value."""
    if TYPE not in types(part.value):
        return ()
    faults = Faults()
    subjects = subjects_of(part.value, faults)
    claims = [claim for subject in subjects for claim in islice(_claims(subject, "hasClaim", _DEEPEST), LIST_CAP)]
    if not claims and any("achievement" in subject for subject in subjects):
        return ()  # an Open Badge that only says it is a European one too
    results = [result for claim in claims for result in _results(claim)]
    said = Claims(
        tuple(_achievement(claim) for claim in claims),
        tuple(results[:LIST_CAP]),
        evidence_of(part.value, *subjects, faults=faults),
    )
    return (_european(record(part, "edc", said, faults), part.value, subjects),)


def _european(found: Record, document: Json, subjects: list[Json]) -> Record:
    """The record with what the European model says in words of its own."""
    shown = next(iter(objects(document, "displayParameter", [])), {})
    title = line(shown.get("title")) or line(document.get("title"))
    issuer = document.get("issuer")
    return replace(
        found,
        name=line(document.get("name")) or title or found.name,
        description=prose(document.get("description")) or prose(shown.get("description")) or found.description,
        issuer=_issuer(found.issuer, issuer) if isinstance(issuer, dict) else found.issuer,
        subjects=tuple(map(_subject, found.subjects, subjects)),
    )


def _claims(holder: Json, key: str, deepest: int) -> Iterator[Json]:
    """The claims under a key and those within them."""
    for claim in objects(holder, key, []):
        yield claim
        for inner in _WITHIN if deepest else ():
            yield from _claims(claim, inner, deepest - 1)


def _achievement(claim: Json) -> Achievement:
    specified = next(iter(objects(claim, "specifiedBy", [])), {})
    kind = type_name(types(specified) or types(claim) or ("Record",)).removesuffix(" Specification")
    return Achievement(
        name=line(claim.get("title")) or line(specified.get("title")) or kind,
        id=identifier(claim),
        type=kind.replace(" ", ""),
        description=prose(claim.get("description")) or prose(specified.get("description")),
        criteria=_note(specified.get("entryRequirement")) if not claim.get("provenBy") else _grading(claim),
        alignments=tuple(islice(_outcomes(specified), LIST_CAP)),
    )


def _grading(claim: Json) -> str | None:
    """How the assessments behind a claim are graded."""
    for assessment in objects(claim, "provenBy", []):
        for specified in objects(assessment, "specifiedBy", []):
            for scheme in objects(specified, "gradingScheme", []):
                if told := prose(scheme.get("description")):
                    return told
    return None


def _outcomes(specified: Json) -> Iterator[Alignment]:
    """The skills a specification names; an outcome that points at none stands for itself."""
    for outcome in objects(specified, "learningOutcome", []):
        related = [
            aligned
            for key, framework in (("relatedESCOSkill", ESCO), ("relatedSkill", None))
            for skill in objects(outcome, key, [], or_text=True)
            if (aligned := _skill(skill, framework))
        ]
        yield from related
        if not related and (name := line(outcome.get("title"))):
            yield Alignment(name, web_link(outcome.get("id")), description=prose(outcome.get("additionalNote")))


def _skill(skill: Json, framework: str | None) -> Alignment | None:
    url = link(skill)
    name = line(skill.get("prefLabel")) or line(skill.get("title")) or (line(url) if url else None)
    if name is None:
        return None
    if url and url.startswith(_ESCO_SPACE):
        framework = ESCO
    scheme = skill.get("inScheme")
    return Alignment(
        name, url, None, framework or (line(scheme.get("prefLabel")) if isinstance(scheme, dict) else None)
    )


def _results(claim: Json) -> Iterator[Result]:
    """The grades of the assessments that prove a claim, and of a claim that is an assessment itself."""
    proven = objects(claim, "provenBy", [])
    for assessment in [claim, *proven] if "grade" in claim else proven:
        grade = _note(assessment.get("grade"))
        if grade:
            yield Result(name=line(assessment.get("title")), value=grade)


def _note(value: object) -> str | None:
    """A Note's text, or a text."""
    return prose(value.get("noteLiteral")) if isinstance(value, dict) and "noteLiteral" in value else prose(value)


def _issuer(found: Issuer, stated: Json) -> Issuer:
    pages = [url for page in objects(stated, "homepage", []) if (url := web_link(page.get("contentURL")))]
    registered = next(iter(objects(stated, "registration", [])), {})
    name = next((text for key in _NAMES if (text := line(stated.get(key)))), None)
    return replace(found, name=name, url=found.url or next(iter(pages), None), number=line(registered.get("notation")))


def _subject(found: Subject, stated: Json) -> Subject:
    """The person with the e-mail addresses that stand there in the clear."""
    contacts = objects(stated, "contactPoint", [])
    boxes = [identifier(box) or "" for one in contacts for box in objects(one, "emailAddress", [])]
    mails = [Identity(box.removeprefix(_MAILTO), hashed=False, type="emailAddress") for box in boxes if "@" in box]
    name = line(stated.get("fullName")) or found.name
    return replace(found, name=name, identities=(*found.identities, *mails[:LIST_CAP]))
