"""Documents at hand and lists of issuers, from folders and files that may be hostile."""

import json
import os
from datetime import UTC, datetime

import pytest
from trust_samples import ISSUER, NOW, badge, checks, did, signed

from app.errors import PersonError
from app.trust import documents, registries
from app.trust.documents import load_documents
from app.trust.registries import load_registry, read_registry


def folder(path, index, **files):
    for name, content in files.items():
        (path / name).write_text(content if isinstance(content, str) else json.dumps(content))
    (path / "index.json").write_text(index if isinstance(index, str) else json.dumps(index))
    return path


def code_of(path):
    with pytest.raises(PersonError) as error:
        load_documents(path)
    return error.value.code


def test_documents_by_address_with_their_date(tmp_path):
    made = folder(tmp_path, {"did:web:a.example": "a.json"}, **{"a.json": {"id": "x"}})
    os.utime(made / "a.json", (1_700_000_000, 1_700_000_000))
    held = load_documents(made).get("did:web:a.example", "keys")
    assert held.content == {"id": "x"}
    assert held.as_of == datetime.fromtimestamp(1_700_000_000, UTC)
    assert load_documents(made).get("did:web:b.example", "keys") is None
    assert load_documents(made, as_of=NOW).get("did:web:a.example", "keys").as_of == NOW


def test_a_folder_without_a_sound_index(tmp_path):
    assert code_of(tmp_path) == "documents_no_index"
    assert code_of(folder(tmp_path, [])) == "documents_bad_index"
    assert code_of(folder(tmp_path, {"a": 5})) == "documents_bad_index"
    assert code_of(folder(tmp_path, "{")) == "documents_bad_index"
    assert code_of(folder(tmp_path, '{"a": "a.json", "a": "b.json"}')) == "documents_bad_index"


def test_a_large_file_that_stands_for_many_addresses_is_not_read_for_all(tmp_path):
    large = {"large.json": json.dumps("a" * 18_000_000), "small.json": {}}
    index = {f"https://a.example/{number}": "large.json" for number in range(9)} | {"https://b.example/": "small.json"}
    held = load_documents(folder(tmp_path, index, **large)).held
    assert sum(one.content is not None for one in held.values()) == 5 + 1
    assert held["https://b.example/"].content == {}
    assert len(held) == 10


@pytest.mark.parametrize("day", ["9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00", "2099-01-01T00:00:00Z"])
def test_a_date_that_cannot_be_is_no_fault(tmp_path, day):
    made = folder(tmp_path, {"a": "a.json"}, **{"a.json": {}, "dates.json": {"a": day}})
    assert load_documents(made, now=NOW).held["a"].as_of <= NOW


@pytest.mark.parametrize("name", ["../outside.json", "/etc/hostname", "sub/../../outside.json"])
def test_no_way_out_of_the_folder(tmp_path, name):
    (tmp_path / "outside.json").write_text("{}")
    inside = tmp_path / "inside"
    inside.mkdir()
    assert code_of(folder(inside, {"a": name})) == "documents_outside"


def test_no_way_out_by_a_link(tmp_path):
    (tmp_path / "outside.json").write_text("{}")
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "link.json").symlink_to(tmp_path / "outside.json")
    assert code_of(folder(inside, {"a": "link.json"})) == "documents_outside"


@pytest.mark.parametrize("name", ["none.json", "", ".", "a\0b", "x" * 5000])
def test_a_file_that_is_not_there_is_not_at_hand(tmp_path, name):
    made = load_documents(folder(tmp_path, {"a": name, "b": "b.json"}, **{"b.json": {}}))
    assert made.get("a", "keys") is None
    assert made.get("b", "keys").content == {}


def test_sizes_are_bounded(tmp_path, monkeypatch):
    made = folder(tmp_path, {"a": "a.json"}, **{"a.json": {"id": "x" * 50}})
    monkeypatch.setattr(documents, "MAX_DOCUMENT_BYTES", 10)
    assert load_documents(made).get("a", "keys").content is None
    monkeypatch.setattr(documents, "MAX_INDEX_BYTES", 5)
    assert code_of(made) == "documents_bad_index"


@pytest.mark.parametrize("content", ["", "{", "[" * 100_000, '{"id": 1, "id": 2}', "\ufeff\0"])
def test_one_unreadable_document_spoils_no_other_check(tmp_path, content):
    address = "https://school.example/status/1"
    made = load_documents(folder(tmp_path, {address: "a.json"}, **{"a.json": content}), as_of=NOW)
    entry = {
        "id": f"{address}#7",
        "type": "BitstringStatusListEntry",
        "statusPurpose": "revocation",
        "statusListIndex": "7",
        "statusListCredential": address,
    }
    found = checks(signed(badge(credentialStatus=entry)), documents=made)
    assert (found["status"].answer, found["status"].reason) == ("not checked", "status_list_unreadable")
    assert found["signature"].answer == "yes"


REGISTRY = {"meta": {}, "registry": {did(ISSUER): {"name": "Test School", "url": "https://school.example"}}}


def test_a_known_issuer(tmp_path):
    (tmp_path / "list.json").write_text(json.dumps(REGISTRY))
    listed = load_registry(tmp_path / "list.json", as_of=NOW)
    found = checks(signed(badge()), registries=[listed])["known_issuer"]
    assert (found.answer, found.reason, dict(found.values)) == (
        "yes",
        "issuer_listed",
        {"registry": "list", "name": "Test School"},
    )


def test_not_listed_is_kept_apart_from_not_asked():
    empty = read_registry(b'{"registry": {}}', "empty", NOW)
    assert checks(signed(badge()))["known_issuer"].reason == "no_registry"
    assert checks(signed(badge()))["known_issuer"].answer == "not checked"
    found = checks(signed(badge()), registries=[empty])["known_issuer"]
    assert (found.answer, found.reason) == ("no", "issuer_not_listed")


def test_a_list_with_an_issuer_twice_is_read():
    twice = read_registry(
        b'{"registry": {"did:a": {"name": "A"}, "did:a": {"name": "B\\u0007"}, "did:b": 5}}', "x", NOW
    )
    assert twice.issuers == {"did:a": "B", "did:b": "did:b"}


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"{}", b'{"registry": []}', b"[" * 100_000, b"\xff\xfe"])
def test_a_list_that_is_none(data):
    with pytest.raises(PersonError) as error:
        read_registry(data, "x", NOW)
    assert error.value.code == "registry_unreadable"


def test_a_list_that_is_missing_or_too_large(tmp_path, monkeypatch):
    with pytest.raises(PersonError) as missing:
        load_registry(tmp_path / "none.json")
    assert missing.value.code == "registry_missing"
    (tmp_path / "list.json").write_text(json.dumps(REGISTRY))
    monkeypatch.setattr(registries, "MAX_REGISTRY_BYTES", 5)
    with pytest.raises(PersonError) as large:
        load_registry(tmp_path / "list.json")
    assert large.value.code == "registry_too_large"


@pytest.mark.parametrize(
    "data", [b"[" + b"{}," * 600_000 + b"{}]", b'{"registry": {"did:a": ' + b"[" * 200 + b"]" * 200 + b"}}"]
)
def test_a_list_of_too_many_or_too_deep_values_is_none(data):
    with pytest.raises(PersonError) as error:
        read_registry(data, "x", NOW)
    assert error.value.code == "registry_unreadable"
