"""PDFs: records attached to one come out; hostile ones cost little and harm nothing."""

import json
import random
import tracemalloc
import zlib

import pytest
from other_records import pdf, qr, zipped
from sample_records import FILE, badge, codes, read

from app.records.reading import read_bytes

HEAD = b"%PDF-1.7\n"
JSON = json.dumps(badge()).encode()
BOMB = zlib.compress(bytes(100_000_000), 9)


def stream(number, data, extra=b""):
    return b"%d 0 obj\n<< %s /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (number, extra, len(data), data)


def attaches(number, file, name=b"(a.json)"):
    return b"%d 0 obj\n<< /Type /Filespec /F %s /EF << /F %d 0 R >> >>\nendobj\n" % (number, name, file)


def test_attached_files_are_read_as_any_file_is():
    data = pdf(**{"badge.json": JSON, "more.zip": zipped(**{"b.json": JSON}), "code.png": qr("https://a.example/1")})
    found = read(data)
    assert sorted((item.source.member, code) for item, code in zip(found, codes(found), strict=True)) == [
        ("b.json", "record"),
        ("badge.json", "record"),
        ("code.png/QR", "link_not_followed"),
    ]
    assert next(item for item in found if item.source.member == "badge.json").raw == JSON


def test_a_pdf_without_a_record_says_so():
    assert codes(read(pdf())) == ["pdf_without_record"]
    assert codes(read(HEAD)) == ["pdf_without_record"]


@pytest.mark.parametrize(
    ("packed", "extra"),
    [
        (JSON, b""),
        (zlib.compress(JSON), b"/Filter /FlateDecode"),
        (zlib.compress(JSON), b"/Filter [/FlateDecode]"),
        (JSON.hex().encode() + b">", b"/Filter /ASCIIHexDecode"),
        (zlib.compress(JSON).hex().encode(), b"/Filter [/AHx /Fl]"),
    ],
)
def test_files_are_unpacked_as_they_were_packed(packed, extra):
    assert codes(read(HEAD + stream(1, packed, extra) + attaches(2, 1))) == ["record"]


def test_a_file_named_in_a_stream_of_objects_is_found():
    held = b"5 0 << /F (\\(odd\\).json) /EF << /F 1 0 R >> >>"
    inside = stream(3, zlib.compress(held), b"/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode")
    (found,) = read(HEAD + stream(1, JSON) + inside)
    assert (found.name, found.source.member) == ("Forklift Safety", "(odd).json")


def test_a_file_whose_stream_is_named_elsewhere_is_found():
    names = b"2 0 obj\n<< /Type /Filespec /F (a.json) /EF 3 0 R >>\nendobj\n3 0 obj\n<< /F 1 0 R >>\nendobj\n"
    assert codes(read(HEAD + stream(1, JSON) + names)) == ["record"]
    around = names.replace(b"<< /F 1 0 R >>", b"<< /EF 3 0 R >>")
    assert codes(read(HEAD + stream(1, JSON) + around)) == ["pdf_without_record"]


def test_the_latest_version_of_a_file_counts():
    newer = json.dumps(badge(name="Newer")).encode()
    found = read(HEAD + stream(1, JSON) + attaches(2, 1) + stream(1, newer))
    assert [item.name for item in found] == ["Newer"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (stream(1, JSON) + attaches(2, 1) + b"trailer << /Encrypt 9 0 R >>", "pdf_locked"),
        (stream(1, b"x", b"/Filter /LZWDecode") + attaches(2, 1), "pdf_member_packing"),
        (stream(1, b"x", b"/Filter /Fl /DecodeParms << /Predictor 12 >>") + attaches(2, 1), "pdf_member_packing"),
        (stream(1, b"not zlib", b"/Filter /FlateDecode") + attaches(2, 1), "pdf_member_broken"),
        (attaches(2, 1), "pdf_member_broken"),
        (stream(1, BOMB, b"/Filter /FlateDecode") + attaches(2, 1), "pdf_member_too_big"),
        (stream(1, BOMB, b"/Type /ObjStm /Filter /FlateDecode"), "pdf_too_much"),
        (stream(1, b"z" * 9_000_000, b"/Filter /ASCII85Decode") + attaches(2, 1), "pdf_member_too_big"),
        (b"".join(b"%d 0 obj\n<</EF<</F 1 0 R>>>>\n" % number for number in range(120_000)), "pdf_too_much"),
        (b"1 0 obj\n<</EF<</F 2 0 R>>/X (" + b"(" * 5_000_000, "pdf_too_much"),
        (b"1 0 obj\n" + b"<</EF" * 500_000, "pdf_without_record"),
        (b"1 0 obj\n/EF " + b"[" * 5_000_000, "pdf_without_record"),
        (b"obj" * 6_000_000, "pdf_too_much"),
        (b"1 0 obj/EF " + b"%\n" * 5_000_000, "pdf_without_record"),
        (b"1 0 obj" + b"%\n" * 5_000_000 + b"<</EF 1", "pdf_too_much"),
        (b"1" * 15_000_000, "pdf_without_record"),
        (b"".join(b"%d 0 obj<</Type/ObjStm>>stream\n" % n for n in range(50_000)) + bytes(9_000_000), "pdf_too_much"),
        (stream(1, b"/EF " * 4_000_000, b"/Type/ObjStm"), "pdf_without_record"),
    ],
)  # fmt: skip
def test_hostile_pdfs_cost_little(data, code):
    assert codes(list(read_bytes(HEAD + data, FILE)))[:1] == [code]


@pytest.mark.parametrize("extra", [b"/Filter /FlateDecode", b"/Type /ObjStm /Filter /FlateDecode"])
def test_a_bomb_is_unpacked_no_further_than_its_limit(extra):
    tracemalloc.start()
    list(read_bytes(HEAD + stream(1, BOMB, extra) + attaches(2, 1), FILE))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 150_000_000


def test_broken_pdfs_never_raise():
    good = bytearray(pdf(**{"badge.json": JSON, "b.txt": b"hello"}))
    dice = random.Random(7)
    for _ in range(400):
        made = bytearray(good)
        for _ in range(dice.randint(1, 30)):
            made[dice.randrange(len(made))] = dice.randrange(256)
        assert list(read_bytes(bytes(made[: dice.randint(20, len(made))]), FILE)), "a record, or why there is none"
