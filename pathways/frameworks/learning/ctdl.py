"""CTDL: learning programs, courses and credentials, prefixed or not, alone, in graphs or a registry's envelopes."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pathways.frameworks.learning.json_ld import Document, Node, each, local, nodes, plainly, reference, text
from pathways.frameworks.learning.model import RawRow, Skill, Trouble
from pathways.frameworks.sift import shown

LEARNING = {
    "LearningProgram": "program",
    "LearningOpportunityProfile": "course",
    "LearningOpportunity": "course",
    "Course": "course",
}
CREDENTIALS = {
    "Certification": "certificate",
    "Certificate": "certificate",
    "CertificateOfCompletion": "certificate",
    "AcademicCertificate": "certificate",
    "ProfessionalCertificate": "certificate",
    "TechnicalCertificate": "certificate",
    "HigherEducationCertificate": "certificate",
    "BasicTechnicalCertificate": "certificate",
    "GeneralEducationLevel1Certificate": "certificate",
    "GeneralEducationLevel2Certificate": "certificate",
    "SecondaryEducationCertificate": "certificate",
    "PostsecondaryCertificate": "certificate",
    "JourneymanCertificate": "certificate",
    "MasterCertificate": "certificate",
    "MicroCredential": "certificate",
    "License": "licence",
    "ApprenticeshipCertificate": "apprenticeship",
    "AssociateDegree": "program",
    "AssociateOfArtsDegree": "program",
    "AssociateOfAppliedScienceDegree": "program",
    "AssociateOfScienceDegree": "program",
    "BachelorDegree": "program",
    "BachelorOfArtsDegree": "program",
    "BachelorOfScienceDegree": "program",
    "MasterDegree": "program",
    "DoctoralDegree": "program",
    "ProfessionalDoctorate": "program",
    "ResearchDoctorate": "program",
    "Degree": "program",
    "Diploma": "program",
    "SecondarySchoolDiploma": "program",
}
OVER = ("Ceased", "Deprecated", "Suspended", "Superseded", "Revoked", "Probationary Ceased")
US_DOLLARS = frozenset({"", "usd", "us dollar", "us dollars", "united states dollar", "u.s. dollar", "$", "dollar"})
_CIP = re.compile(r"(?<![\d.])\d{2}\.\d{4}(?!\d)")
_SOC = re.compile(r"(?<!\d)\d{2}-\d{4}(?:\.\d{2})?(?!\d)")
_CTID = re.compile(r"ce-[0-9A-Fa-f-]{36}")


def rows(found: Iterable[Document]) -> list[RawRow]:
    """A row for each program, course and credential with a name; one for each place where it has several."""
    every = nodes(found)
    by_id = {one.id: one for one in reversed(every) if one.id and ("name" in one.told)}
    made: list[RawRow] = []
    seen: set[str] = set()
    for node in every:
        kind = next((LEARNING.get(one) or CREDENTIALS.get(one) for one in node.types if _is_ours(one)), None)
        if node.vocabulary == "schema" or kind is None or not text(node.told.get("name")):
            continue
        if node.vocabulary != "ctdl" and "ctid" not in node.told:
            continue
        key = text(node.told.get("ctid")) or node.id
        if key and key in seen:
            continue
        seen.add(key)
        made += _rows_of(node, kind, key, by_id)
    return made


def _is_ours(kind: str) -> bool:
    return kind in LEARNING or kind in CREDENTIALS


def _rows_of(node: Node, kind: str, key: str, by_id: Mapping[str, Node]) -> list[RawRow]:
    told = node.told
    if _is_over(told):
        gone = Trouble(node.row, "name", "not_offered", shown(text(told.get("name"))))
        return [RawRow(node.row, {}, troubles=(gone,))]
    cost, includes = _cost(each(told.get("estimatedCost")))
    fields = {
        "id": key,
        "name": text(told.get("name")),
        "kind": kind,
        "provider": _provider(told, by_id),
        "cost": cost,
        "includes": includes,
        **_durations(each(told.get("estimatedDuration"))),
        "language": "; ".join(dict.fromkeys(text(one) for one in each(told.get("inLanguage")))),
        "cip": next(iter(_codes(_CIP, told.get("instructionalProgramType"))), ""),
        "occupations": "; ".join(_codes(_SOC, told.get("occupationType"))),
        "schedule": "; ".join(_names(told.get("scheduleTimingType"))),
        "starts": "; ".join(_starts(told)),
        "credential": text(told.get("name")) if any(one in CREDENTIALS for one in node.types) else "",
        "needs": "; ".join(_needs(told, by_id)),
        "page": text(told.get("subjectWebpage")),
        "as_of": text(told.get("dateModified")),
    }
    skills = tuple(_skills((*each(told.get("teaches")), *each(told.get("targetCompetency")))))
    return [RawRow(node.row, {**fields, **more}, skills) for more in _ways(told, key)]


def _is_over(told: Mapping[str, Any]) -> bool:
    status = (*each(told.get("lifeCycleStatusType")), *each(told.get("credentialStatusType")))
    return any(name in OVER for name in _names([one for one in status if isinstance(one, dict)]))


def _names(value: object) -> list[str]:
    told = [plainly(one) for one in each(value) if isinstance(one, dict)]
    return [name for one in told if (name := text(one.get("targetNodeName") or one.get("name")))]


def _provider(told: Mapping[str, Any], by_id: Mapping[str, Node]) -> str:
    for one in (*each(told.get("offeredBy")), *each(told.get("ownedBy"))):
        if isinstance(one, dict) and (name := text(plainly(one).get("name"))):
            return name
        if known := by_id.get(reference(one)):
            return text(known.told.get("name"))
    return ""


def _cost(profiles: Sequence[Any]) -> tuple[str, str]:
    """The price and what it pays for: the sum where one is told, else all parts where each is told once."""
    told = [plainly(one) for one in profiles if isinstance(one, dict)]
    priced = [(text(one.get("price")), next(iter(_names(one.get("directCostType"))), ""), one) for one in told]
    priced = [one for one in priced if one[0]]
    if any(text(one.get("currency")).strip().casefold() not in US_DOLLARS for _, _, one in priced):
        return next(text(one.get("currency")) for _, _, one in priced) + " €", ""
    whole = [one for one in priced if "aggregate" in one[1].casefold()]
    chosen = whole if len(whole) == 1 else priced
    kinds = [kind for _, kind, _ in chosen]
    if len(chosen) == 1:
        return chosen[0][0], kinds[0]
    if not chosen:
        return "", ""
    try:
        amounts = [float(price) for price, _, _ in chosen]
    except ValueError:
        return "; ".join(price for price, _, _ in chosen), ""
    if len(set(kinds)) < len(kinds) or not all(kinds) or min(amounts) < 0:
        return " to ".join(price for price, _, _ in chosen), ""
    return str(round(sum(amounts), 2)), " + ".join(kinds)


def _durations(profiles: Sequence[Any]) -> dict[str, str]:
    """Time on the calendar and hours of work, where each is told once."""
    exact: list[str] = []
    for one in (plainly(one) for one in profiles if isinstance(one, dict)):
        least, most = text(one.get("minimumDuration")), text(one.get("maximumDuration"))
        if told := text(one.get("exactDuration") or one.get("timeRequired")):
            exact.append(told)
        elif least or most:
            exact.append(least if least == most else f"{least} to {most}")
    exact = list(dict.fromkeys(exact))
    hours = [one for one in exact if one.upper().startswith("PT")]
    weeks = [one for one in exact if one not in hours]
    return {"hours": " to ".join(hours), "weeks": " to ".join(weeks)}


def _codes(form: re.Pattern[str], value: object) -> list[str]:
    """Codes of a kind in alignments: their notation, or the address they point to."""
    found: list[str] = []
    for one in (plainly(one) for one in each(value) if isinstance(one, dict)):
        for place in (text(one.get("codedNotation")), reference(one.get("targetNode"))):
            found += form.findall(place[:500])
    return list(dict.fromkeys(found))


def _starts(told: Mapping[str, Any]) -> list[str]:
    offered = (*each(told.get("hasOffering")), *each(told.get("scheduledOffering")))
    places = [told, *(plainly(one) for one in offered if isinstance(one, dict))]
    return list(dict.fromkeys(day for one in places if (day := text(one.get("startDate")))))


def _needs(told: Mapping[str, Any], by_id: Mapping[str, Node]) -> list[str]:
    """Ids of what must be done first, as it is called here."""
    found: list[str] = []
    for name in ("requires", "prerequisite", "entryCondition"):
        for one in each(told.get(name)):
            profile = plainly(one) if isinstance(one, dict) else {}
            for aim in ("targetLearningOpportunity", "targetCredential"):
                found += [_id_of(aimed, by_id) for aimed in each(profile.get(aim))]
    return list(dict.fromkeys(one for one in found if one))


def _id_of(value: object, by_id: Mapping[str, Node]) -> str:
    address = reference(value)
    if known := by_id.get(address):
        return text(known.told.get("ctid")) or address
    ctid = _CTID.search(address[:1000])
    return ctid[0] if ctid else address


def _skills(values: Iterable[Any]) -> Iterable[Skill]:
    for one in values:
        if isinstance(one, str):
            yield Skill(link=one) if "://" in one else Skill(name=one)
        elif isinstance(one, dict):
            told = plainly(one)
            name = text(told.get("targetNodeName") or told.get("competencyText") or told.get("name"))
            link, code = reference(told.get("targetNode")), text(told.get("codedNotation"))
            if name or link or code:
                yield Skill(name[:600], link[:600], code[:100], text(told.get("frameworkName"))[:200])


def _ways(told: Mapping[str, Any], key: str) -> list[dict[str, str]]:
    """Where it is offered: a row for each place, and one for "online" where it is offered so besides."""
    places = [plainly(one) for one in each(told.get("availableAt")) if isinstance(one, dict)]
    where = [(text(one.get("addressLocality")), text(one.get("addressRegion"))) for one in places]
    where = list(dict.fromkeys(one for one in where if any(one)))
    kinds = [plainly(one) for one in each(told.get("deliveryType")) if isinstance(one, dict)]
    modes = {local(reference(one.get("targetNode"))) for one in kinds}
    home = any(one.startswith("Online") for one in modes)
    here = any(one in ("InPerson", "BlendedDelivery", "VariableSite", "HybridDelivery") for one in modes)
    if not modes and not where and each(told.get("availableOnlineAt")):
        home = True
    if len(where) + (home and bool(where)) <= 1:
        city, state = where[0] if where else ("", "")
        online = "" if home == here else "yes" if home else "no"
        return [{"city": city, "state": state, "online": online}]
    found = [
        {"city": city, "state": state, "online": "no" if here or home else "", "id": f"{key}~{_slug(city, state)}"}
        for city, state in where
    ]
    return [*found, {"online": "yes", "id": f"{key}~online"}] if home else found


def _slug(*parts: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", " ".join(parts).casefold()))[:30]
