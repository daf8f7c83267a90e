import json
import unicodedata
from pathlib import Path

import pytest
from vault_help import CHEAP, OTHER, PASSPHRASE, run

from app.errors import PersonError
from app.vault import keyfile, vault

KEY = bytes(range(32))
RECOVERY = bytes(range(16))


def wrapped(passphrase=PASSPHRASE):
    return keyfile.wrap(KEY, passphrase, RECOVERY, CHEAP)


def rewritten(change):
    """A key file that agrees with its digest after `change`, as a hostile one would."""
    body = json.loads(keyfile.to_bytes(wrapped()))
    del body["sha256"]
    change(body)
    return json.dumps({**body, "sha256": keyfile._digest(body)}).encode()


def refusal(data):
    with pytest.raises(PersonError) as error:
        keyfile.from_bytes(data)
    return error.value.code


def test_both_ways_give_the_data_key():
    keys = keyfile.from_bytes(keyfile.to_bytes(wrapped()))
    assert keyfile.unwrap(keys, PASSPHRASE) == KEY
    assert keyfile.unwrap_with_recovery(keys, RECOVERY) == KEY


def test_neither_way_gives_it_to_another_secret():
    with pytest.raises(PersonError, match="wrong_passphrase"):
        keyfile.unwrap(wrapped(), OTHER)
    with pytest.raises(PersonError, match="wrong_recovery_code"):
        keyfile.unwrap_with_recovery(wrapped(), bytes(16))


def test_a_vault_costs_moderate_unless_told(tmp_path):
    vault.create(tmp_path / "v", PASSPHRASE)[0].lock()
    body = json.loads((tmp_path / "v" / "vault.key").read_bytes())
    assert (body["passphrase"]["kdf"], body["passphrase"]["passes"], body["passphrase"]["memory"]) == (
        "argon2id",
        3,
        256 * 1024 * 1024,
    )


def test_a_new_passphrase_costs_moderate_unless_told(tmp_path):
    opened, _ = vault.create(tmp_path / "v", PASSPHRASE, cost=CHEAP)
    with opened:
        opened.change_passphrase(OTHER)
    assert keyfile.load(tmp_path / "v")[0].cost == keyfile.Cost(3, 256 * 1024 * 1024)


@pytest.mark.parametrize(
    ("passes", "memory"), [(3, 100 * 1024**3), (10**9, 8192), (0, 8192), (3, 0), (-1, 8192), (3, -8192)]
)
def test_a_hostile_cost_is_refused_before_it_is_paid(passes, memory):
    data = rewritten(lambda body: body["passphrase"].update(passes=passes, memory=memory))
    assert refusal(data) == "vault_key_refused"


@pytest.mark.parametrize("passes", [3.5, True, "3", None, [3]])
def test_a_cost_that_is_no_whole_number_is_damage(passes):
    assert refusal(rewritten(lambda body: body["passphrase"].update(passes=passes))) == "vault_key_damaged"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\xff",
        b"[]",
        b"[" * 60_000,
        b'{"a":' * 10_000 + b"1" + b"}" * 10_000,
        b" " * 70_000,
        b'{"format": "pathfolio-vault-key", "version": 1}',
        keyfile.to_bytes(wrapped())[:-40],
        keyfile.to_bytes(wrapped()).replace(b"blake2b", b"blake2s"),
        rewritten(lambda body: body["passphrase"].update(box="AAAA")),
        rewritten(lambda body: body["passphrase"].update(salt="é")),
        rewritten(lambda body: body.update(recovery=[])),
        rewritten(lambda body: body.update(passphrase=None)),
        rewritten(lambda body: body["passphrase"].update(kdf="scrypt")),
        rewritten(lambda body: body.update(format="other")),
    ],
)
def test_damage_is_one_reason(data):
    assert refusal(data) == "vault_key_damaged"


def test_a_newer_key_file_is_refused_as_newer():
    assert refusal(rewritten(lambda body: body.update(version=2))) == "vault_newer"


def test_a_passphrase_is_one_however_the_keyboard_composes_it():
    composed, apart = unicodedata.normalize("NFC", "café crème"), unicodedata.normalize("NFD", "café crème")
    assert composed != apart
    assert keyfile.unwrap(wrapped(composed), apart) == KEY
    assert keyfile.unwrap(wrapped("café crème"), "café\u00a0crème") == KEY
    for other in ("Café crème", " café crème", "cafe creme"):
        with pytest.raises(PersonError, match="wrong_passphrase"):
            keyfile.unwrap(wrapped("café crème"), other)


def test_a_lone_surrogate_is_no_crash():
    assert keyfile.unwrap(wrapped("eight\udcff tall"), "eight\udcff tall") == KEY


LITTLE_MEMORY = """
import resource, sys
from pathlib import Path
from app.errors import PersonError
from app.vault import vault
pages = int(Path("/proc/self/statm").read_text().split()[0]) + 100 * 256
resource.setrlimit(resource.RLIMIT_AS, (pages * 4096, pages * 4096))
try:
    vault.create(Path(sys.argv[1]), "first passphrase")
except PersonError as error:
    print(error.code, error.values)
"""


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="needs Linux's /proc")
def test_a_machine_with_too_little_memory_is_told(tmp_path):
    assert run(LITTLE_MEMORY, tmp_path / "v") == "memory_short {'needed': 268435456}\n"
    assert list(tmp_path.iterdir()) == []


def test_a_short_passphrase_is_refused():
    with pytest.raises(PersonError) as error:
        wrapped("seven 7")
    assert (error.value.code, error.value.values) == ("passphrase_short", {"least": 8})


def test_no_secret_in_the_way_it_shows_itself():
    shown = repr(wrapped())
    assert "box" not in shown
    assert "\\x" not in shown.replace("salt=b'", "")[:20]
