"""Backups of Learner Credential Wallet as it makes them today: tar files, and texts locked with a password."""

import json

import pytest
from other_records import PASSWORD, SEED, locked_wallet, secret, tarred, wallet, wallet_tar, zipped
from sample_records import FILE, badge, codes, credential, read

from app.records.containers import GUESSES
from app.records.limits import Limits
from app.records.model import FoundKey
from app.records.reading import read_bytes
from app.trust.secret_keys import secret_key


def opened(data, password=None, **limits):
    data = data if isinstance(data, bytes) else json.dumps(data).encode()
    return list(read_bytes(data, FILE, Limits(**limits), password=password))


class TestTarFiles:
    def test_records_and_the_key_come_out_and_the_list_says_nothing(self):
        found = opened(wallet_tar(badge(), credential()))
        assert codes(found) == ["secret_key_found", "record", "record"]
        assert [one.name for one in found[1:]] == ["Forklift Safety", "BSc Nursing"]
        assert [one.source.member for one in found] == [
            "profiles/default.json", "credentials/bafy0.json", "credentials/bafy1.json",
        ]  # fmt: skip
        assert found[1].raw == json.dumps(badge(), indent=2).encode()
        assert isinstance(found[0], FoundKey)
        assert secret_key(found[0].method).seed == SEED

    def test_a_profile_with_no_secret_is_no_record(self):
        public = {key: value for key, value in secret().items() if not key.startswith("private")}
        assert codes(opened(wallet_tar(badge(), key=public))) == ["wallet_profile", "record"]

    def test_one_inside_a_zip_is_opened_too(self):
        assert codes(opened(zipped(**{"a.tar": wallet_tar(badge())}))) == ["secret_key_found", "record"]

    def test_a_cut_or_changed_one_says_so_after_what_was_whole(self):
        whole = tarred(a=json.dumps(badge()), b=json.dumps(badge()))
        size = 512 + -(-len(json.dumps(badge())) // 512) * 512
        assert codes(opened(whole[: size + 600])) == ["record", "tar_broken"]
        changed = bytearray(whole)
        changed[size + 3] ^= 1
        assert codes(opened(bytes(changed))) == ["record", "tar_broken"]

    @pytest.mark.parametrize("size", [b"-0000000001\0", b"\x80" + b"\xff" * 11, b"77777777777\0", b"zzzzzzzzzzz\0"])
    def test_a_size_that_cannot_be_ends_it(self, size):
        made = bytearray(tarred(a="{}"))
        made[124:136] = size
        made[148:156] = b" " * 8
        made[148:156] = b"%06o\0 " % sum(made[:512])
        assert codes(opened(bytes(made))) == ["tar_broken"]

    def test_no_more_files_than_allowed_are_read(self):
        data = tarred(**{f"{number}.json": json.dumps(badge()) for number in range(4)})
        assert codes(opened(data, zip_entries=3)) == ["record", "record", "record", "tar_too_many_entries"]

    def test_an_empty_one_says_so(self):
        assert codes(opened(tarred(**{"manifest.yml": "x"}))) == ["nothing_inside"]


class TestLocked:
    def test_it_asks_for_its_password_and_opens_with_it(self):
        data = locked_wallet(json.dumps(wallet(badge(), secret())))
        assert codes(opened(data)) == ["export_needs_password"]
        assert codes(opened(data, "guess")) == ["export_wrong_password"]
        found = opened(data, PASSWORD)
        assert codes(found) == ["secret_key_found", "record"]
        assert found[1].raw == json.dumps(badge()).encode()

    @pytest.mark.parametrize(
        "header",
        [
            {"p2c": 100_000_000},
            {"p2c": True},
            {"p2c": 0},
            {"p2c": "2"},
            {"alg": "dir"},
            {"enc": "A128GCM"},
            {"p2s": "x"},
        ],
    )
    def test_one_that_asks_for_too_much_or_another_lock_is_not_worked_on(self, header):
        assert codes(opened(locked_wallet("{}", **header), PASSWORD)) == ["export_damaged"]

    @pytest.mark.parametrize("jwe", [None, {}, {"recipients": []}, {"recipients": [{"header": {}}]}, {"recipients": 7}])
    def test_a_damaged_one_says_so(self, jwe):
        made = locked_wallet("{}")
        made["credentialSubject"] = {"jwe": jwe}
        assert codes(opened(made, PASSWORD)) == ["export_damaged"]

    def test_it_is_never_a_record_wherever_it_stands(self):
        assert codes(read([locked_wallet("{}"), badge()])) == ["wallet_locked", "record"]
        assert codes(read(wallet(locked_wallet("{}")))) == ["wallet_locked"]
        assert codes(opened(b"LOCKED:U2FsdGVkX18=")) == ["wallet_locked"]

    def test_the_password_is_tried_on_a_few_in_one_file(self):
        many = {f"{number}.json": json.dumps(locked_wallet(json.dumps(badge()))) for number in range(GUESSES + 2)}
        assert codes(opened(zipped(**many), PASSWORD)) == ["record"] * GUESSES + ["export_needs_password"] * 2

    def test_a_text_that_only_names_one_is_read_as_what_it_is(self):
        assert codes(read(badge(description="EncryptedWallet"))) == ["record"]


def test_a_list_of_keys_with_secrets_in_it_is_told_as_a_key():
    document = {"@context": ["https://www.w3.org/ns/did/v1"], "id": "did:key:z", "authentication": [secret()]}
    (found,) = read(document)
    assert found.values == {"looks_like": "key"}
    (public,) = read({**document, "authentication": ["did:key:z#z"]})
    assert public.values == {"looks_like": "did_document"}
