"""Lists and kept pages added while a vault is open."""

import json

import pytest
from issuer_lists import FEDERATION, LIST, plain_list
from journey_world import journey

from app.errors import PersonError
from app.journey.issuers.at_hand import add_address, add_list, add_pages, at_hand, documents, registries, take_out
from app.journey.records.online import pages_kept
from app.vault import store_pages


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


def added(session):
    return [one for one in at_hand(session) if one.kind == "list" and one.key]


def test_a_list_from_a_file_and_one_from_a_website(session, tmp_path):
    file = tmp_path / "schools.json"
    file.write_text(json.dumps(plain_list("did:a", "did:b")), encoding="utf-8")
    here, there, gathered = add_list(session, file), add_address(session, FEDERATION + "#x"), add_address(session, LIST)
    assert [(one.key, one.source) for one in added(session)] == [
        (here, str(file)), (there, FEDERATION), (gathered, LIST)
    ]  # fmt: skip
    told = [(one.name, one.sort, one.number, one.counted, one.why) for one in added(session)]
    assert told == [
        ("schools", "list", 2, True, ""),
        ("trust.example/fed", "federation", 0, False, "list_not_asked"),
        ("lists.example/registry.json", "list", 0, False, "list_not_asked"),
    ]
    assert len(registries(session)) == 1 + 3
    assert take_out(session, there) == FEDERATION
    assert take_out(session, here) == str(file)
    assert [one.source for one in added(session)] == [LIST]


def test_the_same_list_twice_is_one_and_says_what_it_says_now(session, tmp_path):
    file = tmp_path / "schools.json"
    for number in (1, 2):
        file.write_text(json.dumps(plain_list(*"ab"[:number])), encoding="utf-8")
        add_list(session, file)
        add_address(session, LIST)
    assert [one.number for one in added(session)] == [2, 0]


def test_a_list_says_nothing_to_who_asks_for_a_page(session, tmp_path):
    """A file is no website: its list is neither among the pages nor carried away with them."""
    file = tmp_path / "schools.json"
    file.write_text(json.dumps(plain_list("did:a")), encoding="utf-8")
    before = documents(session)
    add_list(session, file)
    assert documents(session) is before
    assert pages_kept(session) == ()
    assert store_pages.forget_pages(session.vault) == 0
    assert len(added(session)) == 1


@pytest.mark.parametrize("address", ["", "schools", "http://lists.example/", "https://localhost/", "https://10.0.0.1/"])
def test_what_is_no_address_of_a_list(session, address):
    with pytest.raises(PersonError) as error:
        add_address(session, address)
    assert error.value.code == "list_address_bad"
    assert added(session) == []
