"""schema.org: Course with its instances, CourseInstance alone, and EducationalOccupationalProgram."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from pathways.frameworks.learning.json_ld import Document, Node, each, local, nodes, plainly, reference, text
from pathways.frameworks.learning.model import RawRow, Skill

KINDS = {"Course": "course", "CourseInstance": "course", "EducationalOccupationalProgram": "program"}
_CIP = re.compile(r"\d{2}\.\d{4}")
_EVERY = {"daily": 1 / 7, "p1d": 1 / 7, "weekly": 1.0, "p1w": 1.0, "monthly": 52 / 12, "p1m": 52 / 12}


def rows(found: Iterable[Document]) -> list[RawRow]:
    """A row for each course, for each instance of it that is offered otherwise, and for each program."""
    every = [one for one in nodes(found) if one.vocabulary != "ctdl"]
    by_id = {one.id: one for one in reversed(every) if one.id and "name" in one.told}
    told = [one for node in every for one in each(node.told.get("hasCourseInstance"))]
    inside = {id(one) for one in told} | {address for one in told if (address := reference(one))}
    made: list[RawRow] = []
    for node in every:
        kind = next((KINDS[one] for one in node.types if one in KINDS), None)
        if kind is None or not _has_name(node):
            continue
        if "CourseInstance" in node.types and inside & {node.place, node.id}:  # it is read with its course
            continue
        made += _rows_of(node, kind, by_id)
    return made


def _has_name(node: Node) -> bool:
    return bool(text(node.told.get("name")))


def _rows_of(node: Node, kind: str, by_id: Mapping[str, Node]) -> list[RawRow]:
    course = node.told
    instances: list[Mapping[str, Any]] = []
    for one in each(course.get("hasCourseInstance")):
        known = by_id.get(reference(one)) if isinstance(one, str) else None
        instances.append(known.told if known else plainly(one) if isinstance(one, dict) else {})
    skills = tuple(_skills(course))
    return [RawRow(node.row, _fields(course, one, kind, by_id), skills) for one in instances or [{}]]


def _fields(
    course: Mapping[str, Any], instance: Mapping[str, Any], kind: str, by_id: Mapping[str, Node]
) -> dict[str, str]:
    """One row; what the instance tells goes before what the course tells."""

    def told(*names: str) -> list[Any]:
        for place in (instance, course):
            for name in names:
                if found := each(place.get(name)):
                    return found
        return []

    city, state = _place(told("location"))
    return {
        "name": text(course.get("name")),
        "kind": kind,
        "provider": _provider((*told("provider"), *told("offeredBy")), by_id),
        "city": city,
        "state": state,
        "online": _mode(told("courseMode", "educationalProgramMode")),
        **_price(instance, course),
        **_time(instance, course),
        "starts": "; ".join(dict.fromkeys(text(one) for one in _start_days(instance, course))),
        "schedule": _schedule(instance, course),
        "language": "; ".join(dict.fromkeys(_language(one) for one in told("inLanguage"))),
        "cip": _cip(each(course.get("identifier"))),
        "occupations": "; ".join(_occupations(each(course.get("occupationalCategory")))),
        "credential": _credential(told("educationalCredentialAwarded", "occupationalCredentialAwarded")),
        "needs": "; ".join(_needs(course)),
        "page": text(course.get("url")) or text(instance.get("url")),
        "as_of": text(course.get("dateModified")),
    }


def _name_of(value: object, by_id: Mapping[str, Node] | None = None) -> str:
    if isinstance(value, dict):
        known = (by_id or {}).get(reference(value))
        return text(plainly(value).get("name")) or (text(known.told.get("name")) if known else "")
    known = (by_id or {}).get(str(value))
    return text(known.told.get("name")) if known else text(value) if "://" not in str(value) else ""


def _provider(values: Iterable[Any], by_id: Mapping[str, Node]) -> str:
    return next((name for one in values if (name := _name_of(one, by_id))), "")


def _place(values: Iterable[Any]) -> tuple[str, str]:
    for one in values:
        told = plainly(one) if isinstance(one, dict) else {}
        address = told.get("address", told)
        if isinstance(address, dict):
            plain = plainly(address)
            city, state = text(plain.get("addressLocality")), text(plain.get("addressRegion"))
            if city or state:
                return city, state
    return "", ""


def _mode(values: Iterable[Any]) -> str:
    modes = {local(text(one)).casefold() for one in values if text(one)} - {"full-time", "part-time", "mooc"}
    return "; ".join(sorted(modes)) if len(modes) != 1 else modes.pop()


def _price(instance: Mapping[str, Any], course: Mapping[str, Any]) -> dict[str, str]:
    offers = [one for place in (instance, course) for one in each(place.get("offers")) if isinstance(one, dict)]
    found: dict[str, str] = {}
    for one in map(plainly, offers):
        inside = one.get("priceSpecification")
        spec = plainly(inside) if isinstance(inside, dict) else {}
        low, high = text(one.get("lowPrice")), text(one.get("highPrice"))
        price = text(one.get("price")) or text(spec.get("price")) or (low if low == high else f"{low} to {high}")
        money = (text(one.get("priceCurrency")) or text(spec.get("priceCurrency")) or "USD").upper()
        if not price and text(one.get("category")).casefold() == "free":
            price = "0"
        if price:
            found.setdefault(price if money == "USD" else f"{price} € {money}", text(one.get("category")))
    free = text(course.get("isAccessibleForFree")).casefold() in ("yes", "true")
    if not found:
        return {"cost": "0"} if free else {}
    (price, includes), *others = found.items()
    return {"cost": " to ".join(found) if others else price, "includes": "" if others else includes}


def _time(instance: Mapping[str, Any], course: Mapping[str, Any]) -> dict[str, str]:
    """Hours of work and time on the calendar: as told, by how often it meets, or from its first to its last day."""
    told = [text(place.get(name)) for place in (instance, course) for name in ("courseWorkload", "timeRequired")]
    told.append(text(course.get("timeToComplete")))
    found = {"hours" if one.upper().startswith("PT") else "length": one for one in reversed(told) if one}
    if "length" not in found and (weeks := _by_meetings(instance) or _by_days(instance)):
        found["length"] = f"{weeks:.4g} weeks"
    return found


def _by_meetings(instance: Mapping[str, Any]) -> float | None:
    for one in each(instance.get("courseSchedule")):
        plain = plainly(one) if isinstance(one, dict) else {}
        every = _EVERY.get(local(text(plain.get("repeatFrequency"))).casefold())
        count = text(plain.get("repeatCount"))
        if every and count.isascii() and count.isdigit() and len(count) < 5:
            return int(count) * every
    return None


def _by_days(instance: Mapping[str, Any]) -> float | None:
    try:
        first, last = (date.fromisoformat(text(instance.get(name))[:10]) for name in ("startDate", "endDate"))
    except ValueError:
        return None
    return ((last - first).days + 1) / 7 if last >= first else None


def _start_days(instance: Mapping[str, Any], course: Mapping[str, Any]) -> list[Any]:
    if instance:
        return each(instance.get("startDate"))
    return each(course.get("startDate"))


def _schedule(instance: Mapping[str, Any], course: Mapping[str, Any]) -> str:
    parts = [local(text(one)) for place in (instance, course) for one in each(place.get("dayOfWeek"))]
    for one in each(instance.get("courseSchedule")):
        plain = plainly(one) if isinstance(one, dict) else {}
        parts += [local(text(day)) for day in each(plain.get("byDay"))]
        hours = [text(plain.get("startTime")), text(plain.get("endTime"))]
        parts.append("–".join(filter(None, hours)))
    parts.append(text(course.get("timeOfDay")))
    return ", ".join(dict.fromkeys(filter(None, parts)))


def _language(value: object) -> str:
    told = plainly(value) if isinstance(value, dict) else {}
    return text(told.get("alternateName") or told.get("name")) or text(value)


def _cip(values: Iterable[Any]) -> str:
    for one in values:
        told = plainly(one) if isinstance(one, dict) else {}
        if "cip" in text(told.get("propertyID")).casefold() and (found := _CIP.search(text(told.get("value"))[:50])):
            return found[0]
    return ""


def _occupations(values: Iterable[Any]) -> list[str]:
    """SOC codes among the categories; their names alone are no codes, and nothing is wrong with them."""
    texts = [text(plainly(one).get("codeValue")) if isinstance(one, dict) else text(one) for one in values]
    return [code for one in texts for code in re.findall(r"(?<!\d)\d{2}-\d{4}(?:\.\d{2})?(?!\d)", one[:500])]


def _credential(values: Iterable[Any]) -> str:
    return "; ".join(dict.fromkeys(name for one in values if (name := _name_of(one))))


def _needs(course: Mapping[str, Any]) -> list[str]:
    """Courses that must come first, by their names; other words about who may come are no courses."""
    found = (*each(course.get("coursePrerequisites")), *each(course.get("programPrerequisites")))
    courses = (one for one in found if isinstance(one, dict) and "Course" in str(one.get("@type", "")))
    return [name for one in courses if (name := text(plainly(one).get("name")) or reference(one))]


def _skills(course: Mapping[str, Any]) -> Iterable[Skill]:
    for one in each(course.get("teaches")):
        if isinstance(one, str):
            yield Skill(link=one) if "://" in one else Skill(name=one)
        elif isinstance(one, dict):
            told = plainly(one)
            yield Skill(
                text(told.get("name"))[:600],
                (text(told.get("url")) or reference(one))[:600],
                text(told.get("termCode"))[:100],
                _name_of(told.get("inDefinedTermSet"))[:200],
            )
    for one in each(course.get("educationalAlignment")):
        told = plainly(one) if isinstance(one, dict) else {}
        if text(told.get("alignmentType")).casefold() == "teaches":
            yield Skill(text(told.get("targetName"))[:600], text(told.get("targetUrl"))[:600])
