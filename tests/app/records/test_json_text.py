"""JSON that two programs could read differently, or that would choke one, is refused with its reason."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import PersonError
from app.records.json_text import load, parse, spans
from app.records.limits import Limits


def refusal(data, limits=Limits()):  # noqa: B008 - frozen
    with pytest.raises(PersonError) as caught:
        load(data, limits)
    return caught.value.code, dict(caught.value.values)


@pytest.mark.parametrize(
    ("data", "code", "values"),
    [
        (b"", "file_empty", {}),
        (b"\xef\xbb\xbf \n", "file_empty", {}),
        ('{"a": 1}'.encode("utf-16"), "not_utf8", {}),
        ('{"a": 1}'.encode("utf-16-le"), "not_utf8", {}),
        ('{"a": 1}'.encode("utf-16-be"), "not_utf8", {}),
        ('{"a": 1}'.encode("utf-32"), "not_utf8", {}),
        ('{"a": "é"}'.encode("latin-1"), "not_utf8", {}),
        (b'{"a": "\xed\xa0\x80"}', "not_utf8", {}),
        (b'{"a": "\xc0\xaf"}', "not_utf8", {}),
        (b"\x7fELF\0\0\xff\xfe", "file_binary", {}),
        (b"some\0text", "file_binary", {}),
        (b'{"a": 1, "b": {"c": 1, "c": 1}}', "json_duplicate_key", {"key": "c"}),
        (b'{"a": 1, "\\u0061": 2}', "json_duplicate_key", {"key": "a"}),
        (b"[NaN]", "json_bad_number", {"number": "NaN"}),
        (b"[-Infinity]", "json_bad_number", {"number": "-Infinity"}),
        (b"[1e999]", "json_bad_number", {"number": "1e999"}),
        (b"[" + b"9" * 101 + b"]", "json_bad_number", {"number": "9" * 29 + "…"}),
        (b"[0." + b"1" * 100 + b"]", "json_bad_number", {"number": "0." + "1" * 27 + "…"}),
        (b'["\\ud800"]', "json_bad_character", {}),
        (b'{"\\uDfFf": 1}', "json_bad_character", {}),
        (b'{"a": 1', "json_truncated", {}),
        (b'{"a": "x', "json_truncated", {}),
        (b'{"a": "x\\u00', "json_truncated", {}),
        (b'{"a": tru', "json_truncated", {}),
        (b'{"a": [1, 2,', "json_truncated", {}),
        (b'{"a": 1}}', "json_broken", {"line": 1, "column": 9}),
        (b"{'a': 1}", "json_broken", {"line": 1, "column": 2}),
        (b'{"a":\n1 2}', "json_broken", {"line": 2, "column": 3}),
        (b'["tab\tinside"]', "json_broken", {"line": 1, "column": 6}),
        (b"[01]", "json_broken", {"line": 1, "column": 3}),
        (b"[" * 100_000, "json_too_deep", {"limit": 100}),
        (b"[" * 100_000 + b"]" * 100_000, "json_too_deep", {"limit": 100}),
        (b'{"a":' * 101 + b"1" + b"}" * 101, "json_too_deep", {"limit": 100}),
        (b"[" + b"1," * 500_000 + b"1]", "json_too_many_values", {"limit": 500_000}),
    ],
)
def test_each_refusal_has_its_own_reason(data, code, values):
    assert refusal(data) == (code, values)


def test_a_file_over_the_limit_is_refused_by_its_size():
    assert refusal(b"[1,2]", Limits(file_bytes=4)) == ("file_too_big", {"bytes": 5, "limit": 4})


@pytest.mark.parametrize(
    "data",
    [
        b'\xef\xbb\xbf{"a": 1}',
        b"[" * 100 + b"]" * 100,
        b'["' + b"[" * 1_000 + b'"]',
        b'["\\"[[", "\\\\", "{"]',
        b'["\\ud83d\\ude00"]',
        b"[-0, 1E+2, 12345678901234567890123, 0.1]",
    ],
)
def test_what_is_sound_is_read_as_json_reads_it(data):
    assert load(data) == json.loads(data.decode("utf-8-sig"))


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(), inner, max_size=5),
    max_leaves=30,
)


@given(
    st.lists(values, max_size=5) | st.dictionaries(st.text(), values, max_size=5),
    st.sampled_from([None, 0, "\t"]),
    st.booleans(),
)
def test_spans_cut_out_each_value_to_the_letter(value, indent, ascii_only):
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    assert parse(text) == value
    cut = {key: json.loads(text[start:end]) for key, start, end in spans(text)}
    assert cut == (value if isinstance(value, dict) else dict(enumerate(value)))
    assert all(text[start:end].strip() == text[start:end] for _, start, end in spans(text))


@given(
    st.binary(max_size=60)
    | st.text(alphabet='[]{}",:\\u0dDe1.-tnN', max_size=40).map(lambda t: t.encode("utf-8", "replace"))
)
def test_no_bytes_raise_anything_but_a_reason(data):
    code = None
    try:
        load(data)
    except PersonError as error:
        code = error.code
    assert code is None or code.startswith(("json_", "file_", "not_utf8"))
