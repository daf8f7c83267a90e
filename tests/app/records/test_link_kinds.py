"""Links in place of records: what each is, and where it leads."""

import json
from urllib.parse import quote

import pytest
from sample_records import credential
from signed_texts import token

from app.records.links import carried, is_talk, points_to
from app.records.model import Record, Source
from app.records.reading import read_bytes

RECORD = "https://school.example/records/7?key=1&more=2"
ID = "54a07c5c-89f9-4c33-9731-e1b0d34f88b9"


def only(text):
    (found,) = read_bytes(text.encode(), Source("a.txt"))
    return found


@pytest.mark.parametrize(
    ("link", "address"),
    [
        (f"https://verifierplus.org/#verify?vc={quote(RECORD, safe='')}", RECORD),
        (f"https://verifierplus.org/#verify?vc={RECORD}", RECORD),
        (f"dcc://record?vc={quote(RECORD, safe='')}", RECORD),
        (f"https://www.credly.com/badges/{ID}", f"https://api.credly.com/v1/obi/v2/badge_assertions/{ID}"),
        (f"https://www.credly.com/badges/{ID}/public_url", f"https://api.credly.com/v1/obi/v2/badge_assertions/{ID}"),
        (f"https://www.credly.com.evil.example/badges/{ID}", None),
        ("https://elsewhere.example/#verify?vc=https://school.example/7", None),
        ("https://verifierplus.org/#verify?vc=javascript:alert(1)", None),
        (RECORD, None),
        ("https://[broken/", None),
    ],
)
def test_a_link_may_name_a_records_address(link, address):
    assert points_to(link) == address


@pytest.mark.parametrize(
    "link",
    [
        "dccrequest://request?issuer=x&auth_type=bearer&vc_request_url=https%3A%2F%2Fschool.example%2Fexchange%2F1",
        "https://lcw.app/request.html?issuer=x&auth_type=bearer&challenge=1&vc_request_url=https://school.example/1",
        'https://lcw.app/request.html?request={"protocols":{"vcapi":"https://school.example/1"}}',
        "https://learncard.app/request?vc_request_url=https://school.example/1",
        "https://school.example/interactions/1?iuv=1",
    ],
)
def test_a_link_that_begins_a_talk_is_told_as_one(link):
    assert is_talk(link)
    assert (only(link).code, only(link).values.get("looks_like")) == ("format_not_read", "offer")


def test_other_links_are_no_talk():
    assert not is_talk(RECORD)
    assert not is_talk("https://school.example/request.html?vc_request_url=https://school.example/1")
    assert only(RECORD).code == "link_not_followed"
    assert only(f"dcc://record?vc={quote(RECORD, safe='')}").code == "link_not_followed"


@pytest.mark.parametrize("host", ["dcc://record?", "https://verifierplus.org/#verify?"])
def test_a_link_may_carry_the_record_itself(host):
    text = json.dumps(credential())
    found = only(f"{host}vc={quote(text, safe='')}")
    assert isinstance(found, Record)
    assert found.raw == text.encode()
    signed = token({**credential(), "iss": "did:example:1"}, typ="vc+jwt")
    assert carried(f"{host}vc={signed}") == signed
