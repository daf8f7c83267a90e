"""What is done to a seed's bytes before a reader gets them: each mutation is plain data that Hypothesis can shrink."""

import copy
import json
from typing import Any

from hypothesis import strategies as st

# Values that have upset readers before, of every JSON kind.
ODD = [
    None, True, False, 0, -1, 1e308, 10**40, "", " ", "\u202e", "\x00", "a" * 5_000, "<b>x</b>", "https://x.example/",
    "did:key:z6Mk", "did:web:..%2f", "_:b0", "@id", "data:application/vc+jwt,", [], [[]], [None], {}, {"": {}},
    {"@context": None}, {"id": 5}, {"@value": {}}, {"type": []}, "2026-13-45T99:99:99Z", "eyJhbGciOiJub25lIn0.e30.",
]  # fmt: skip
TOKENS = [b"{", b"}", b"[", b"]", b'"', b",", b"\x00", b"\xff", b"~", b".", b"\\u0000", b"PK\x03\x04", b"IEND", b"]]>"]


def mutated(seed: bytes) -> st.SearchStrategy[bytes]:
    """A seed changed in one to six places, as bytes or as the JSON it is."""
    changed_bytes = st.lists(byte_changes(), min_size=1, max_size=6).map(lambda changes: _apply(seed, changes))
    value = _json(seed)
    if value is None:
        return changed_bytes
    changed_json = st.lists(json_changes(), min_size=1, max_size=6).map(lambda changes: _apply_json(value, changes))
    return changed_json | changed_bytes


def byte_changes() -> st.SearchStrategy[tuple[str, int, int, bytes]]:
    """(what, where and how much as parts of a million, what is put in)."""
    part = st.integers(0, 1_000_000)
    put = st.sampled_from(TOKENS) | st.binary(max_size=8)
    return st.tuples(st.sampled_from(["flip", "cut", "double", "put", "end"]), part, part, put)


def json_changes() -> st.SearchStrategy[tuple[str, int, int, Any]]:
    """(what, which place, which other place, the odd value)."""
    place = st.integers(0, 100_000)
    odd = st.sampled_from(ODD) | st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=20),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
        max_leaves=6,
    )
    return st.tuples(st.sampled_from(["set", "drop", "copy", "list", "nest", "rename"]), place, place, odd)


def _apply(seed: bytes, changes: list[tuple[str, int, int, bytes]]) -> bytes:
    data = bytearray(seed)
    for what, where, much, put in changes:
        start = where * len(data) // 1_000_001
        end = min(len(data), start + 1 + much * 200 // 1_000_001)
        if what == "flip" and data:
            data[start] ^= 1 + much % 255
        elif what == "cut":
            del data[start:end]
        elif what == "double":
            data[end:end] = data[start:end]
        elif what == "put":
            data[start:start] = put
        elif what == "end":
            del data[start:]
    return bytes(data)


def _json(seed: bytes) -> Any:
    try:
        return json.loads(seed)
    except ValueError:
        return None


def _apply_json(value: Any, changes: list[tuple[str, int, int, Any]]) -> bytes:
    root = {"root": json.loads(json.dumps(value))}
    for what, place, other, odd in changes:
        places = list(_places(root))
        holder, key = places[place % len(places)]
        source, name = places[other % len(places)]
        if what == "set":
            holder[key] = copy.deepcopy(odd)  # the same odd value elsewhere must not change with it, nor hold itself
        elif what == "drop" and holder is not root:
            holder.pop(key)
        elif what == "copy":
            holder[key] = json.loads(json.dumps(source[name]))
        elif what == "list":
            holder[key] = [holder[key]] * (1 + other % 3)
        elif what == "nest":
            holder[key] = {str(odd)[:20]: holder[key]}
        elif what == "rename" and isinstance(holder, dict) and holder is not root:
            holder[str(odd)[:40]] = holder.pop(key)
    return json.dumps(root.get("root")).encode("utf-8", "surrogatepass")


def _places(value: Any) -> list[tuple[Any, Any]]:
    found: list[tuple[Any, Any]] = []
    waiting = [value]
    while waiting and len(found) < 5_000:
        holder = waiting.pop()
        for key in list(holder) if isinstance(holder, dict) else range(len(holder)):
            found.append((holder, key))
            if isinstance(holder[key], (dict, list)):
                waiting.append(holder[key])
    return found
