"""Records in e-mails: attached, or in the text."""

import json

import pytest
from old_badges import award, itxt, png
from other_records import mail, zipped
from sample_records import FILE, badge, codes

from app.records.limits import Limits
from app.records.reading import read_bytes


def read(data, **limits):
    return list(read_bytes(data, FILE, Limits(**limits)))


def test_what_is_attached_is_read_to_the_byte():
    raw = json.dumps(badge(), indent=3).encode()
    found = read(mail(badge__json=raw))
    assert codes(found) == ["record"]
    assert (found[0].raw, found[0].source.member) == (raw, "badge.json")


def test_files_in_what_is_attached_are_read_too():
    picture = png(itxt(json.dumps(award())))
    found = read(mail(all__zip=zipped(**{"badge.png": picture})))
    assert codes(found) == ["record"]


def test_a_record_in_the_text_is_read():
    assert codes(read(mail(f"Here it is:\n\n{json.dumps(badge())}\n\nBest wishes"))) == ["record"]


def test_a_mail_with_no_record_says_so():
    assert codes(read(mail("See https://badges.example/1"))) == ["mail_without_record"]
    assert codes(read(b"From: a@b\nSubject: x\n\n")) == ["mail_without_record"]


def test_a_letter_that_only_looks_a_bit_like_one_is_plain_text():
    assert codes(read(b"From: me, with love\n\nDear Ana")) == ["unknown_format"]


@pytest.mark.parametrize("cut", range(0, 900, 37))
def test_a_mail_that_was_cut_or_spoiled_ends_in_peace(cut):
    whole = mail(badge__json=json.dumps(badge()).encode())
    for data in (whole[:cut], whole[:cut] + b"\xff\0" + whole[cut + 2 :]):
        assert read(data), "each gives a record or says why not"


def test_parts_in_parts_are_read_so_deep_and_no_deeper():
    deep = b"From: a@b\nTo: c\n" + b"".join(
        b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (number, number) for number in range(2_000)
    )
    assert codes(read(deep)) == ["mail_too_much"]
    forwarded = b"From: a@b\nTo: c\n" + b"Content-Type: message/rfc822\n\n" * 2_000
    assert codes(read(forwarded)) == ["mail_too_much"]
    many = mail(**{f"a{number}__json": json.dumps(badge()).encode() for number in range(205)})
    assert codes(read(many))[-1] == "mail_too_many_parts"


START = b"From: a@b\nTo: c\n"
LEVELS = b"".join(b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (number, number) for number in range(39))


@pytest.mark.parametrize(
    "data",
    [
        START + b"\n" + b"a\n" * 1_000_000,
        START + b"\r" + b"\r" * 1_000_000,
        START + LEVELS + b"abcdefgh\n" * 300_000,
        START + b'Content-Type: text/plain; a="' + b";" * 100_000 + b"\n\nhello",
        START + b'Content-Type: text/plain;\n a="' + b"\n ;;;;;;;;" * 10_000 + b"\n\nhello",
        START + b"\r" + b'Content-Disposition: attachment; filename="' + b";" * 100_000 + b"\r\rhello",
        START + b"Content-Type: text/plain\n" * 5_000 + b"\nhello",
    ],
    ids=["lines", "returns", "levels", "quotes", "folded", "old line ends", "headers"],
)
def test_a_mail_that_would_cost_much_is_not_read(data):
    assert codes(read(data)) == ["mail_too_much"]
