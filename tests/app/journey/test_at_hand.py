"""Lists and kept pages added while a vault is open."""

import json

import pytest
from journey_world import journey

from app.journey.at_hand import add_pages, documents, take_out


@pytest.fixture
def session(tmp_path):
    with journey(tmp_path, records=False) as opened:
        yield opened


def folder_of(place, name, says):
    folder = place / name
    folder.mkdir()
    (folder / "page.json").write_text(json.dumps({"says": says}), encoding="utf-8")
    (folder / "index.json").write_text(json.dumps({"https://school.example/": "page.json"}), encoding="utf-8")
    return folder


def said(session):
    held = documents(session).get("https://school.example/", "keys")
    return held.content["says"] if held else None


def test_pages_in_place_of_others_are_the_ones_asked(session, tmp_path):
    """What Python gives the next object may be the very place of the one before."""
    for number in range(50):
        key = add_pages(session, folder_of(tmp_path, f"pages-{number}", number))
        assert said(session) == number
        take_out(session, key)


def test_the_pages_stay_the_same_object_until_something_is_added(session, tmp_path):
    add_pages(session, folder_of(tmp_path, "one", "one"))
    first = documents(session)
    assert documents(session) is first
    add_pages(session, folder_of(tmp_path, "two", "two"))
    assert documents(session) is not first
    assert said(session) == "two"
