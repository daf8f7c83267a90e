"""Whether a record fits the form (JSON Schema) that its issuer names, where that form is at hand.

Sources: Open Badges 3.0 (`1EdTechJsonSchemaValidator2019`, draft 2019-09), W3C VC JSON Schema (`JsonSchema`). A form
is a stranger's program: what it refers to elsewhere is never fetched, its patterns run in linear time, and one that
would take long over this record is not followed.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, Never

from app.trust.documents import Documents
from app.trust.issuers import named
from app.trust.sets import members, texts

MAX_FORMS = 4
MAX_WORK = 50_000
"""Most steps of a form over a record; 1EdTech's own takes a few hundred over a badge."""
MAX_FORM = 1_000_000
"""Most letters of a form; 1EdTech's for badges has 80,000."""
MAX_PATTERN = 100_000
"""Most bytes that one pattern may take."""

_1EDTECH, _W3C = "1EdTechJsonSchemaValidator2019", "JsonSchema"
_HERE = ("$ref", "$recursiveRef", "not", "if", "then", "else")
_HERE_SEVERAL = ("allOf", "anyOf", "oneOf")
_HERE_NAMED = ("dependentSchemas", "dependencies")
_EACH_MEMBER = ("additionalProperties", "unevaluatedProperties")
_EACH_ITEM = ("items", "additionalItems", "unevaluatedItems", "contains")

Step = tuple[object, object]


class _NotFollowedError(Exception):
    """A form refers to something that is not in it."""


def misfit(document: Mapping[str, Any], documents: Documents) -> str | None:
    """The address of a form at hand that a record names and does not fit; None where all that can be told is well."""
    for kind, address in islice(_named(document), MAX_FORMS):
        held = documents.get(address, "schema")
        if held is not None and fits(held.content, document, kind) is False:
            return address
    return None


def fits(form: object, document: Mapping[str, Any], kind: str = _1EDTECH) -> bool | None:
    """Whether a record fits a form; None where that is not followed to its end: too long, or not all at hand."""
    if not isinstance(form, dict) or len(json.dumps(form)) > MAX_FORM or not _is_short(form, document):
        return None
    import jsonschema_rs

    options: dict[str, Any] = {
        "retriever": _nothing_else,
        "pattern_options": jsonschema_rs.RegexOptions(size_limit=MAX_PATTERN),
        "validate_formats": False,
    }
    try:
        if kind == _1EDTECH:
            return bool(jsonschema_rs.Draft201909Validator(form, **options).is_valid(document))
        return bool(jsonschema_rs.validator_for(form, **options).is_valid(document))
    except (jsonschema_rs.ValidationError, jsonschema_rs.ReferencingError, ValueError):
        return None


def _nothing_else(address: str) -> Never:
    raise ValueError(address)


def _named(document: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for stated in members(document.get("credentialSchema")):
        kinds = texts(stated.get("type")) if isinstance(stated, dict) else []
        address = named(stated)
        kind = next((one for one in (_1EDTECH, _W3C) if one in kinds), None)
        if kind and address and address.startswith("https://"):
            yield kind, address


def _is_short(form: Mapping[str, Any], document: Mapping[str, Any]) -> bool:
    """Whether following a form takes few steps, counted as if nothing were remembered and nothing left out."""
    pending, work = list[Step]([(form, document)]), 0
    try:
        while pending:
            part, value = pending.pop()
            work += _cost(part, value)
            pending.extend(islice(_steps(form, part, value), MAX_WORK))
            if work + len(pending) > MAX_WORK:  # each that waits is a step at least; thousands may wait after each
                return False
    except _NotFollowedError:
        return False
    return True


def _cost(part: object, value: object) -> int:
    """Steps for what a part of a form asks of a value by itself."""
    if not isinstance(part, dict):
        return 1
    listed = part.get("enum")
    cost = 1 + (len(listed) if isinstance(listed, list) else 0)
    cost += sum(len(name) // 100 for name in (part.get("$ref"), part.get("$recursiveRef")) if isinstance(name, str))
    if isinstance(value, list) and part.get("uniqueItems"):
        cost += len(value) ** 2 // 100
    if isinstance(value, str) and isinstance(part.get("pattern"), str):
        cost += len(part["pattern"]) * len(value) // 10_000
    return cost


def _steps(form: Mapping[str, Any], part: object, value: object) -> Iterator[Step]:
    """What is asked next, of the same value or of those inside it."""
    if not isinstance(part, dict):
        return
    if "$dynamicRef" in part or (part is not form and ("$id" in part or isinstance(part.get("id"), str))):
        raise _NotFollowedError  # places would be counted from elsewhere than the start of the form
    for name in _HERE:
        if name in part:
            yield (_referred(form, part[name]) if name.startswith("$") else part[name]), value
    for name in _HERE_SEVERAL:
        yield from ((one, value) for one in _list(part.get(name)))
    for name in _HERE_NAMED:
        yield from ((one, value) for one in _object(part.get(name)).values())
    if isinstance(value, dict):
        yield from _steps_of_object(part, value)
    elif isinstance(value, list):
        yield from _steps_of_array(part, value)


def _steps_of_object(part: Mapping[str, Any], value: Mapping[str, Any]) -> Iterator[Step]:
    properties = _object(part.get("properties"))
    yield from ((properties[key], inner) for key, inner in value.items() if key in properties)
    for one in _object(part.get("patternProperties")).values():
        yield from ((one, inner) for inner in value.values())
    for name in _EACH_MEMBER:
        if isinstance(part.get(name), dict):
            yield from ((part[name], inner) for inner in value.values())
    if isinstance(part.get("propertyNames"), dict):
        yield from ((part["propertyNames"], key) for key in value)


def _steps_of_array(part: Mapping[str, Any], value: list[Any]) -> Iterator[Step]:
    for name in _EACH_ITEM:
        if isinstance(part.get(name), dict):
            yield from ((part[name], inner) for inner in value)
    for name in ("items", "prefixItems"):
        yield from zip(_list(part.get(name)), value, strict=False)


def _referred(form: Mapping[str, Any], name: object) -> object:
    """The part of a form that a reference names by its place. Raises _NotFollowedError for one elsewhere."""
    if not isinstance(name, str) or not (name == "#" or name.startswith("#/")):
        raise _NotFollowedError
    found: object = form
    for step in _places(name):
        if isinstance(found, dict) and step in found:
            found = found[step]
        elif isinstance(found, list) and step.isdecimal() and int(step) < len(found):
            found = found[int(step)]
        else:
            raise _NotFollowedError
    return found


def _places(name: str) -> Iterable[str]:
    from urllib.parse import unquote

    return (unquote(one).replace("~1", "/").replace("~0", "~") for one in name.split("/")[1:])


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _object(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}
