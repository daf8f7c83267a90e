"""Bad input: one clear reason, no crash, nothing believed that a stranger's file says about itself."""

import copy
import json
import os
import random
import struct
import sys
import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_records import FILE, badge, codes, credential, one, presentation, read

from app.records.limits import Limits
from app.records.model import Unreadable
from app.records.reading import read_bytes, read_path, read_presentation

BADGE = json.dumps(badge()).encode()
SMALL = Limits(file_bytes=3_000_000, zip_bytes=8_000_000, zip_entries=20)


def archive(*members, compression=zipfile.ZIP_DEFLATED):
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as made:
        for name, data in members:
            made.writestr(name, data)
    return buffer.getvalue()


def unreadable(data, limits=SMALL):
    return [
        (item.source.member, item.code) if isinstance(item, Unreadable) else "record"
        for item in read_bytes(data, FILE, limits)
    ]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("empty.json", b"", "file_empty"),
        ("truncated.json", BADGE[:-40], "json_truncated"),
        ("binary.json", random.Random(7).randbytes(5_000), "file_binary"),
        ("deep.json", b"[" * 100_000 + b"]" * 100_000, "json_too_deep"),
        ("deep.json", b'{"credentialSubject":' * 100_000, "json_too_deep"),
        ("latin.json", BADGE.replace(b"Riverside", "Río".encode("latin-1")), "not_utf8"),
        ("wide.json", BADGE.decode().encode("utf-16"), "not_utf8"),
        ("twice.json", b'{"type": "VerifiableCredential", "type": "x"}', "json_duplicate_key"),
        ("cut.zip", archive(("a.json", BADGE))[:-30], "zip_broken"),
    ],
)
def test_a_bad_file_gives_one_reason(tmp_path, name, data, code):
    (tmp_path / name).write_bytes(data)
    assert codes(list(read_path(tmp_path / name))) == [code]
    assert codes(list(read_path(tmp_path))) == [code]


def test_a_100_mb_file_is_refused_without_being_read(tmp_path, monkeypatch):
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(100_000_000)

    def never(*_, **__):
        raise AssertionError("opened")

    monkeypatch.setattr(type(path), "open", never)
    (found,) = read_path(path)
    assert (found.code, dict(found.values)) == ("file_too_big", {"bytes": 100_000_000, "limit": 20_000_000})


def test_a_file_that_may_not_be_read_says_so(tmp_path):
    path = tmp_path / "locked.json"
    path.write_bytes(BADGE)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    assert codes(list(read_path(path))) == ["file_no_access"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.json")
    assert codes(list(read_path(tmp_path / "pipe.json"))) == ["file_not_regular"]
    assert codes(list(read_path(tmp_path))) == ["file_not_regular"]


def test_a_name_no_file_can_have_is_missing_not_a_crash(tmp_path):
    assert codes(list(read_path(tmp_path / "a\0b"))) in (["file_missing"], ["file_no_access"])


def test_a_zip_bomb_is_refused_and_the_rest_is_read():
    data = archive(("a.json", BADGE), ("bomb.json", b" " * 2_500_000), ("c.json", BADGE))
    assert unreadable(data) == ["record", ("bomb.json", "zip_member_bomb"), "record"]


def test_a_member_too_big_is_refused_and_the_rest_is_read():
    noise = random.Random(1).randbytes(3_000_001)
    data = archive(("big.bin", noise), ("c.json", BADGE))
    assert unreadable(data) == [("big.bin", "zip_member_too_big"), "record"]


def test_an_archive_stops_when_all_of_it_is_too_much():
    noise = random.Random(1).randbytes(2_900_000)
    data = archive(*((f"{number}.bin", noise) for number in range(3)), ("c.json", BADGE))
    assert unreadable(data) == [("0.bin", "file_binary"), ("1.bin", "file_binary"), (None, "zip_too_big")]


def test_many_bombs_share_one_budget():
    data = archive(*((f"{number}.json", b" " * 1_500_000) for number in range(19)))
    assert unreadable(data)[-1] == (None, "zip_too_big")
    assert len(unreadable(data)) < 12


def test_sizes_in_headers_are_not_believed():
    whole = b" " * 2_500_000 + BADGE
    data = archive(("a.json", whole)).replace(struct.pack("<I", len(whole)), struct.pack("<I", 10))
    assert unreadable(data) == [("a.json", "zip_member_broken")]


def test_an_archive_of_too_many_entries_is_not_opened():
    data = archive(*((f"{number}.json", b"x") for number in range(21)))
    assert unreadable(data) == [(None, "zip_too_many_entries")]


def test_archives_in_archives_and_strange_members_are_refused_by_name():
    locked = archive(("locked.json", BADGE), compression=zipfile.ZIP_STORED)
    locked = locked.replace(b"PK\x03\x04\x14\0\0\0", b"PK\x03\x04\x14\0\x01\0")
    locked = locked.replace(b"PK\x01\x02\x14\x03\x14\0\0\0", b"PK\x01\x02\x14\x03\x14\0\x01\0")
    assert unreadable(archive(("in.zip", archive(("a.json", BADGE))))) == [("in.zip", "zip_inside_zip")]
    assert unreadable(locked) == [("locked.json", "zip_member_encrypted")]
    assert unreadable(archive(("x.json", BADGE), compression=zipfile.ZIP_LZMA)) == [
        ("x.json", "zip_member_compression")
    ]


def test_a_damaged_member_is_refused_and_the_rest_is_read():
    data = bytearray(archive(("a.json", BADGE), ("b.json", BADGE), compression=zipfile.ZIP_STORED))
    data[100] ^= 0xFF
    assert unreadable(bytes(data)) == [("a.json", "zip_member_broken"), "record"]


def test_names_in_an_archive_are_only_shown_and_shown_clean():
    found = list(read_bytes(archive(("../../etc/\x1b[31m\u202egnp.json", BADGE)), FILE))
    assert [item.source.member for item in found] == ["../../etc/\ufffd[31m\ufffdgnp.json"]


HOSTILE = "\x00\x1b[2J\u202e<script>alert(1)</script>\u2066 \r\n\tname\u200b"
CLEAN = "[2J<script>alert(1)</script> name"


def poisoned(value):
    """A badge with hostile text in every text that is shown; ids, types, dates and links are what they were."""
    shown = ("name", "description", "narrative", "achievementType", "tag", "targetName", "targetCode")
    shown += ("targetFramework", "targetType", "targetDescription", "value", "status", "identityType")
    if isinstance(value, list):
        return [poisoned(entry) for entry in value]
    if not isinstance(value, dict):
        return value
    return {key: HOSTILE if key in shown else poisoned(entry) for key, entry in value.items()}


def texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for entry in value:
            yield from texts(entry)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            if name != "salt":
                yield from texts(getattr(value, name))


def test_html_and_control_characters_in_every_name_are_shown_as_plain_clean_text():
    found = one(poisoned(badge()))
    everything = [
        text for part in (found.name, found.issuer, found.subjects, found.description) for text in texts(part)
    ]
    everything += [text for part in (found.achievements, found.results, found.evidence) for text in texts(part)]
    assert len([text for text in everything if text == CLEAN]) >= 17
    assert not [text for text in everything if set(text) & set("\x00\x1b\u202e\u2066\u200b\r\t")]
    assert found.faults == ()
    assert json.loads(found.raw)["name"] == HOSTILE


def test_a_megabyte_of_description_is_cut_in_what_is_shown_alone():
    found = one(badge(description="long " * 1_000_000, name="n" * 1_000_000))
    assert (len(found.description), len(found.name)) == (19_999 + 1, 300)
    assert found.description.endswith("…")
    assert len(found.raw) > 6_000_000


JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=8),
    st.sampled_from(
        [[], {}, [[]], [{}], [None], {"@value": 1}, {"@value": "x", "@language": 3}, {"id": []}, "urn:level:2"]
    ),
)
KEYS = (
    "type",
    "id",
    "@context",
    "name",
    "credentialSubject",
    "verifiableCredential",
    "alignment",
    "identifier",
    "salt",
)
SEEDS = [badge(), credential(), presentation(badge(), credential(), "eyJh.eyJh.x")]
SEEDS += [credential(type=["ClrCredential"], credentialSubject={"verifiableCredential": [badge()]})]


def places(value, path=()):
    """The way to every place in a JSON value."""
    yield path
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, entry in entries:
        yield from places(entry, (*path, key))


def put(value, path, junk):
    if not path:
        return copy.deepcopy(junk)
    target = value
    for key in path[:-1]:
        target = target[key]
    target[path[-1]] = copy.deepcopy(junk)
    return value


@st.composite
def mutants(draw):
    value = copy.deepcopy(draw(st.sampled_from(SEEDS)))
    for _ in range(draw(st.integers(1, 4))):
        where = draw(st.sampled_from(list(places(value))))
        value = put(value, where, draw(JUNK | st.dictionaries(st.sampled_from(KEYS), JUNK, max_size=3)))
    return value


@settings(max_examples=400, deadline=None)
@given(mutants())
def test_no_mutation_raises_and_each_gives_something(value):
    data = json.dumps(value).encode()
    found = list(read_bytes(data, FILE))
    assert found
    assert all(item.raw in data for item in found if not isinstance(item, Unreadable))
    read_presentation(data, FILE)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200), st.integers(0, 10_000), st.integers(0, 40))
def test_no_damage_to_an_archive_raises(noise, where, cut):
    whole = archive(("a.json", BADGE), ("b/c.json", b"[]"))
    where %= len(whole)
    data = whole[:where] + noise[:cut] + whole[where + cut :]
    assert list(read_bytes(data, FILE))


def test_every_single_field_of_the_wrong_type_is_survived():
    for junk in (None, True, 7, "x", [], {}, [7], [[]], {"x": 1}):
        for where in places(badge()):
            assert read(put(badge(), where, junk)), (where, junk)
