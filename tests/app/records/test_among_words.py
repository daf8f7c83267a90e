"""Text that was pasted along with what stood around it."""

import json

import pytest
from signed_texts import did_jwk, digest, disclosure, sd_jwt, token
from trust_samples import badge, signed

from app.records import among_words
from app.records.model import Record, Source
from app.records.reading import read_bytes

BADGE = json.dumps(signed(badge()), indent=1)
SIGNED = token(badge(issuer=did_jwk()))
PART = disclosure("degree", "Welding")
PARTED = sd_jwt({"iss": did_jwk(), "vct": "https://x.example/Welder", "_sd": [digest(PART)]}, [PART], typ="dc+sd-jwt")


def read(text):
    return list(read_bytes(text.encode(), Source("a.txt")))


AROUND = {
    "a greeting": ("Hi Ana {dear},\n\nhere is your badge:\n\n", "\n\nBest,\nYour school"),
    "marks of code": ("```json\n", "\n```"),
    "signs nobody sees": ("\u200b\u00a0\ufeff", "\u200b"),
    "marks of an answer": ("> ", "\n>"),
    "quotation marks": ('"', '"'),
    "a word more": ("Bearer ", ""),
}


@pytest.mark.parametrize("text", [BADGE, SIGNED, PARTED], ids=["json", "jwt", "sd-jwt"])
@pytest.mark.parametrize(("before", "after"), AROUND.values(), ids=AROUND.keys())
def test_what_stands_around_a_record_is_left_out(before, after, text):
    (found,) = read(before + text + after)
    assert isinstance(found, Record)
    assert found.raw == text.encode()
    assert [one.key for one in read(found.raw.decode())] == [found.key]


def test_several_one_after_the_other():
    other = json.dumps(signed(badge(name="Other")))
    for text in (json.dumps(signed(badge())) + "\n" + other, f"{SIGNED}\n{other}", f"one: {BADGE} two: {other}"):
        assert [(one.name, one.source.member) for one in read(text)] == [("Forklift safety", "#1"), ("Other", "#2")]


@pytest.mark.parametrize("text", [SIGNED, PARTED], ids=["jwt", "sd-jwt"])
def test_a_signed_text_that_mail_broke_into_lines(text):
    (found,) = read("\r\n".join(text[at : at + 76] for at in range(0, len(text), 76)))
    assert found.raw == text.encode()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Dear Ana, well done {you}!", "unknown_format"),
        ('Here: {"a": 1}', "unknown_format"),
        (BADGE[:-2] + ", }", "json_broken"),
        ('{"credential": ' + BADGE + " nothing}", "json_broken"),
        (BADGE.replace('"', "“"), "json_broken"),
        ("a token: " + token({"iss": "x"}), "unknown_format"),
    ],
)
def test_where_no_record_stands_whole_nothing_is_made_of_it(text, code):
    assert [one.code for one in read(text)] == [code]


def test_a_key_told_twice_is_refused_among_words_too():
    assert [one.code for one in read("Hi! " + BADGE[:-1] + ', "name": "Other"}')] == ["unknown_format"]


def test_a_text_full_of_beginnings_is_soon_given_up(monkeypatch):
    asked = []
    real = among_words._READER

    class Counted:
        def raw_decode(self, text, start):
            asked.append(start)
            return real.raw_decode(text, start)

    monkeypatch.setattr(among_words, "_READER", Counted())
    assert [one.code for one in read("x " + '{"a":' * 60_000)] == ["unknown_format"]
    assert len(asked) <= 10
