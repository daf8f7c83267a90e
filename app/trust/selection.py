"""The part of a JSON document that JSON pointers name, with what makes it stand in RDF (vc-di-ecdsa 1.0, section 3.4).

Pointers count in the document as it is signed: by the reference implementation that is its compacted form, where a
list of one thing is that thing. Either way of counting is followed.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

_POINTER = re.compile(r"(/([^~/]|~[01])*)*")
MAX_POINTER = 2_000
MAX_STEPS = 100

_ALWAYS = ("@context", "id", "type")

Path = tuple[str, ...]


def select(document: Mapping[str, Any], pointers: Sequence[str]) -> dict[str, Any]:
    """What the pointers name, beside the ids and types on the way. Raises ValueError for one that leads nowhere."""
    return dict(_from_object(document, [path_of(pointer) for pointer in pointers]))


def path_of(pointer: str) -> Path:
    """The steps of a JSON pointer (RFC 6901). Raises ValueError."""
    if len(pointer) > MAX_POINTER or pointer.count("/") > MAX_STEPS or not _POINTER.fullmatch(pointer):
        raise ValueError(pointer[:80])
    return tuple(step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:])


def _select(value: Any, paths: Sequence[Path]) -> Any:  # noqa: ANN401 - any JSON value
    if not all(paths):
        return value
    if isinstance(value, list):
        return _from_list(value, paths)
    if isinstance(value, dict):
        return _from_object(value, paths)
    return _select(value, _inside_list_of_one(paths))


def _from_list(value: Sequence[Any], paths: Sequence[Path]) -> list[Any]:
    if len(value) == 1 and not any(_is_index(path[0]) for path in paths):
        return [_select(value[0], paths)]
    found = _by_step(paths)
    if not all(_is_index(step) and int(step) < len(value) for step in found):
        raise ValueError("pointer into a list")
    return [_select(value[int(step)], found[step]) for step in sorted(found, key=int)]


def _from_object(value: Mapping[str, Any], paths: Sequence[Path]) -> dict[str, Any]:
    if not all(paths):
        return dict(value)
    if "0" not in value and paths and all(path[0] == "0" for path in paths):
        return _from_object(value, _inside_list_of_one(paths))
    kept = {key: value[key] for key in _ALWAYS if key in value}
    for step, rest in _by_step(paths).items():
        if step not in value:
            raise ValueError("pointer that leads nowhere")
        kept.setdefault(step, _select(value[step], rest))
    return kept


def _inside_list_of_one(paths: Sequence[Path]) -> list[Path]:
    if any(path[0] != "0" for path in paths):
        raise ValueError("pointer into a value")
    return [path[1:] for path in paths]


def _by_step(paths: Sequence[Path]) -> dict[str, list[Path]]:
    found: dict[str, list[Path]] = {}
    for path in paths:
        found.setdefault(path[0], []).append(path[1:])
    return found


def _is_index(step: str) -> bool:
    return step.isascii() and step.isdigit() and len(step) < 8
