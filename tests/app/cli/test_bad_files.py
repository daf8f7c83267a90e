"""Files no program should be given: each gets one clear sentence, soon, and nothing is lost."""

import io
import json
import os
import shutil
import sqlite3
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from terminal import (
    GOAL,
    OPPORTUNITY,
    PASSPHRASE,
    RECORDS,
    cheap_vault,
    json_lines,
    pathfolio,
    plain_credential,
    sentence,
)

from app.cli import main
from app.places import careers_pack

MB = 1_000_000
# what would steer a terminal, deceive a reader or pass for a line of ours
HOSTILE = (
    "\x1b]0;owned\x07\x1b[31m\x9b31m<script>alert(1)</script>\u202egnp.exe\r\n✓ Is the signature sound? Yes.\x00\x08"
)
STEERING = {*map(chr, range(32)), *map(chr, range(127, 160)), *"\u202a\u202b\u202c\u202d\u202e\u2028\u2029\ufeff"} - {
    "\n"
}


def zipped(members, compression=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


BAD = {
    "empty": (b"", "file_empty"),
    "truncated": (json.dumps(plain_credential()).encode()[:-30], "json_truncated"),
    "binary": (bytes(range(256)) * 40, "file_binary"),
    "zeros": (bytes(5000), "file_binary"),
    "latin-1": (json.dumps(plain_credential("Café"), ensure_ascii=False).encode("latin-1"), "not_utf8"),
    "utf-16": (json.dumps(plain_credential()).encode("utf-16"), "not_utf8"),
    "deep": (b"[" * 100_000 + b"]" * 100_000, "json_too_deep"),
    "deep object": (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "json_too_deep"),
    "huge number": (b'{"a": 1' + b"0" * 100_000 + b"}", "json_bad_number"),
    "bomb": (zipped({"a.json": b"[" + b" " * 50 * MB + b"]"}), "zip_member_bomb"),
    "zip in zip": (zipped({"a.zip": zipped({"a.json": b"{}"})}), "zip_inside_zip"),
    "broken zip": (zipped({"a.json": b"{}"})[:-30], "zip_broken"),
    "text": (b"buy milk", "unknown_format"),
    "other json": (b'{"milk": 2}', "not_a_record"),
    "nothing": (b"[]", "nothing_inside"),
    "page": (b"<!doctype html><html></html>", "format_not_read"),
    "pdf": (b"%PDF-1.7 ...", "pdf_without_record"),
    "png": (b"\x89PNG\r\n\x1a\n" + bytes(50), "picture_broken"),
    "token": (b"eyJhbGciOiJFZERTQSJ9.eyJ2YyI6e319.c2ln", "signed_not_a_record"),
}


def run(*arguments):
    """In this process: what is tried here is what the files do, not the process."""
    done = CliRunner(env={"PATHFOLIO_PASSPHRASE": PASSPHRASE}).invoke(main, [str(one) for one in arguments])
    assert "Traceback" not in done.stderr
    assert done.exit_code in (0, 1), (done.exception, done.stderr)
    return done


def one_sentence(done):
    assert done.exit_code == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith("pathfolio: ")
    assert "{" not in line
    return line


@pytest.mark.parametrize(("data", "code"), BAD.values(), ids=BAD.keys())
def test_a_bad_file_has_one_sentence(tmp_path, data, code):
    bad = tmp_path / "bad.json"
    bad.write_bytes(data)
    (found,) = map(json.loads, run("check", bad, "--json").stdout.splitlines())
    assert (found["file"], found["code"]) == (str(bad), code)
    assert found["error"] in one_sentence(run("check", bad))
    assert one_sentence(run("verify", bad))
    assert one_sentence(run("vault", "restore", bad, tmp_path / "back"))
    assert not (tmp_path / "back").exists()


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """A vault with one record that no bad file may take away."""
    folder = cheap_vault(tmp_path_factory.mktemp("kept") / "v")
    assert run("vault", "import", folder, RECORDS / "team-coach.json").exit_code == 0
    return folder


@pytest.mark.parametrize("name", BAD.keys())
def test_a_bad_file_leaves_the_vault_as_it_was(tmp_path, kept, name):
    bad = tmp_path / "bad.json"
    bad.write_bytes(BAD[name][0])
    done = run("vault", "import", kept, bad)
    assert done.exit_code == 1
    assert done.stdout == "Nothing new was kept.\n"
    assert one_sentence(run("present", "--vault", kept, bad, "--out", tmp_path / "out", "--yes"))
    assert not (tmp_path / "out").exists()
    for option in ("--documents", "--registry"):
        assert one_sentence(run("check", RECORDS / "team-coach.json", option, bad))
    assert one_sentence(run("pack", "info", bad))
    assert run("match", "--file", bad, "--json").exit_code in (0, 1)
    assert len(run("vault", "list", kept, "--json").stdout.splitlines()) == 1


def test_a_good_record_beside_bad_ones_is_kept(tmp_path):
    folder = cheap_vault(tmp_path / "v")
    for number, (data, _) in enumerate(BAD.values()):
        (tmp_path / "many" / f"{number}.json").parent.mkdir(exist_ok=True)
        (tmp_path / "many" / f"{number}.json").write_bytes(data)
    (tmp_path / "many" / "good.json").write_bytes((RECORDS / "team-coach.json").read_bytes())
    done = run("vault", "import", folder, tmp_path / "many")
    assert done.stdout == "1 new record kept.\n"
    assert len(done.stderr.splitlines()) == len(BAD)


def test_100_megabytes_are_refused_unread(tmp_path):
    big = tmp_path / "big.json"
    with big.open("wb") as file:
        file.truncate(100 * MB)
    done = pathfolio("check", big)
    assert sentence(done).startswith(f"{big}: This file is too big")
    assert "100,000,000" in done.stderr
    assert "too big" in sentence(pathfolio("verify", big))
    assert "too big" in sentence(pathfolio("match", "--file", big))
    folder = cheap_vault(tmp_path / "v")
    assert "too big" in pathfolio("vault", "import", folder, big).stderr
    assert sentence(pathfolio("present", "--vault", folder, big, "--out", tmp_path / "o"))
    assert sentence(pathfolio("pack", "info", big))
    assert sentence(pathfolio("vault", "restore", big, tmp_path / "r"))
    assert sentence(pathfolio("vault", "list", folder, "--passphrase-file", big))


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs a file without an end")
def test_a_file_without_an_end_is_refused(tmp_path):
    folder = cheap_vault(tmp_path / "v")
    for arguments in (
        ("check", "/dev/zero"),
        ("verify", "/dev/zero"),
        ("match", "--file", "/dev/zero"),
        ("present", "--vault", folder, "/dev/zero", "--out", tmp_path / "o"),
        ("vault", "list", folder, "--passphrase-file", "/dev/zero"),
        ("vault", "restore", "/dev/zero", tmp_path / "r"),
        ("pack", "info", "/dev/zero"),
        ("pack", "add", "/dev/zero"),
        ("check", RECORDS, "--documents", "/dev/zero"),
        ("check", RECORDS, "--registry", "/dev/zero"),
    ):
        assert sentence(pathfolio(*arguments)), arguments


def harmless(done):
    for said in (done.stdout, done.stderr):
        assert not STEERING & set(said), [hex(ord(one)) for one in STEERING & set(said)]
        assert not any(line.startswith("✓") for line in said.splitlines()), "a name made a line of its own"


def test_no_name_in_a_record_reaches_the_terminal_raw(tmp_path):
    achievement = {
        "id": "urn:x:1",
        "type": ["Achievement"],
        "name": HOSTILE,
        "description": HOSTILE,
        "criteria": {"narrative": HOSTILE},
        "alignment": [{"type": ["Alignment"], "targetName": HOSTILE, "targetUrl": "https://x.example/" + HOSTILE}],
    }
    document = plain_credential(
        HOSTILE,
        issuer={"id": "https://example.org/" + HOSTILE, "type": ["Profile"], "name": HOSTILE},
        credentialSubject={"id": "did:x:" + HOSTILE, "type": ["AchievementSubject"], "achievement": achievement},
        type=["VerifiableCredential", "OpenBadgeCredential"],
        validUntil=HOSTILE,
        **{HOSTILE: HOSTILE},
    )
    folder = cheap_vault(tmp_path / "v")
    for number, broken in enumerate((document, {**document, "@context": [HOSTILE]}, {**document, "proof": HOSTILE})):
        file = tmp_path / f"r{number}.json"
        file.write_text(json.dumps(broken))
        harmless(run("check", file))
        harmless(run("check", file, "--json"))
        harmless(run("vault", "import", folder, file))
    (tmp_path / "p.json").write_text(
        json.dumps(
            {
                "@context": ["https://www.w3.org/ns/credentials/v2"],
                "type": ["VerifiablePresentation"],
                "holder": HOSTILE,
                "verifiableCredential": [document],
                "proof": {"type": "DataIntegrityProof", "challenge": HOSTILE, "domain": HOSTILE},
            }
        )
    )
    harmless(run("verify", tmp_path / "p.json", "--challenge", "a", "--domain", "b"))
    for command in (
        ("vault", "list", folder),
        ("careers", "--vault", folder),
        ("gap", "--vault", folder, "--goal", GOAL),
    ):
        harmless(run(*command))
    wanted = {"title": HOSTILE, "organisation": HOSTILE, "requirements": [{"name": HOSTILE}, HOSTILE], HOSTILE: 1}
    (tmp_path / "o.json").write_text(json.dumps(wanted))
    harmless(
        run("present", "--vault", folder, tmp_path / "o.json", "--out", tmp_path / "out", "--yes", "--name", HOSTILE)
    )


def test_no_name_of_a_file_reaches_the_terminal_raw(tmp_path):
    name = "\x1b[31m\x9b\u202ered"
    hostile = tmp_path / name
    try:
        hostile.write_bytes(zipped({name: b"", "\x1b[2J/a.json": json.dumps(plain_credential()).encode()}))
    except OSError:
        pytest.skip("this disk takes no such name")
    folder = cheap_vault(tmp_path / f"{name}-vault")
    new = tmp_path / f"{name}-new"
    for arguments in (
        ("check", hostile, tmp_path / f"{name}-none"),
        ("check", tmp_path, "--json"),
        ("verify", hostile),
        ("match", "--file", hostile),
        ("match", name),
        ("vault", "import", folder, hostile),
        ("vault", "list", folder),
        ("vault", "list", new),
        ("vault", "identity", folder, name),
        ("vault", "backup", folder, tmp_path / f"{name}-backup"),
        ("vault", "restore", tmp_path / f"{name}-backup", new),
        ("vault", "restore", hostile, new),
        ("vault", "list", folder, "--passphrase-file", new / "none"),
        ("pack", "info", hostile),
        ("pack", "add", hostile),
        ("pack", "add", tmp_path / f"{name}-none"),
        ("pack", "remove", name),
        ("pack", "build", "--from", tmp_path, "--out", new / "none" / "pack"),
        ("careers", "--like", name),
        ("gap", "--vault", folder, "--goal", name),
        ("plan", "--vault", folder, "--goal", GOAL, "--with", name),
        ("present", "--vault", folder, hostile, "--out", new),
        ("present", "--vault", folder, OPPORTUNITY, "--out", hostile / "out", "--agree", f"{name}={name}", "--yes"),
        ("present", "--vault", folder, OPPORTUNITY, "--out", new, "--keep", name),
        ("check", RECORDS, "--documents", hostile),
        ("check", RECORDS, "--registry", hostile),
    ):
        harmless(run(*arguments))
    harmless(CliRunner().invoke(main, [name]))
    harmless(CliRunner().invoke(main, ["careers", "--top", name]))


def test_a_pack_by_a_stranger_cannot_steer_the_terminal(tmp_path):
    pack = tmp_path / "pack.sqlite"
    shutil.copyfile(careers_pack(), pack)
    with sqlite3.connect(pack) as tables:
        tables.execute("UPDATE source SET title = ?, attribution = ?, licence = ?", [HOSTILE] * 3)
        tables.execute("UPDATE meta SET value = ? WHERE key = 'digest'", [HOSTILE])
    tables.close()
    done = run("pack", "info", pack)
    assert done.exit_code == 0
    harmless(done)
    harmless(run("pack", "info", pack, "--json"))


def test_names_of_bytes_that_are_no_text(tmp_path):
    if os.name != "posix":
        pytest.skip("names are text here")
    bad = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.json"))
    try:
        bad.write_text(json.dumps(plain_credential()))
    except OSError:
        pytest.skip("this disk takes no such name")
    (found,) = json_lines(pathfolio("check", bad, "--json"))
    assert found["file"].endswith("caf\ufffd.json")
    folder = cheap_vault(tmp_path / "v")
    assert pathfolio("vault", "import", folder, bad).returncode == 0
    assert pathfolio("vault", "list", folder).returncode == 0
