"""`present` with its options of signing, and `verify` of every paper it writes, as people and programs run them."""

import json

import pytest
from terminal import OPPORTUNITY, RECORDS, cheap_vault, json_lines, pathfolio, sentence

NAMES = {"html": "presentation.html", "pdf": "presentation.pdf", "zip": "application.zip"}


@pytest.fixture(scope="module")
def vault(tmp_path_factory):
    folder = cheap_vault(tmp_path_factory.mktemp("signing") / "v")
    assert pathfolio("vault", "import", folder, RECORDS).returncode == 0
    return folder


def present(vault, out, *options):
    done = pathfolio("present", "--vault", vault, OPPORTUNITY, "--out", out, "--yes", "--json", *options)
    assert done.returncode == 0, done.stderr
    return json_lines(done)[0]


@pytest.mark.parametrize("proof", ["eddsa-rdfc-2022", "vp+jwt"])
def test_every_paper_is_written_and_checked(vault, tmp_path, proof):
    forms = [option for name in ("signed", "html", "pdf", "ler-rs", "text", "zip") for option in ("--form", name)]
    made = present(vault, tmp_path, "--proof", proof, "--key", "new", "--until", "2099-01-01", *forms)
    assert (made["proof"], made["ends"][:4]) == (proof, "2099")
    assert {one["key"] for one in made["bound_to"]} == {"other_key"}
    signed = "presentation.jwt" if proof == "vp+jwt" else "presentation.json"
    others = {"resume-ler-rs.json", "resume.txt"}
    assert {path.name for path in tmp_path.iterdir()} == {signed, *NAMES.values(), *others}
    prints = set()
    for name in (signed, *NAMES.values()):
        (found,) = json_lines(pathfolio("verify", tmp_path / name, "--for", OPPORTUNITY, "--json"))
        assert {one["answer"] for one in found["checks"]} == {"yes"}, name
        assert found["practice"]
        assert {"check": "practice", "reason": "practice_presentation"} in found["refused"]
        assert [one["how"] for one in found["asked"]].count("record") == 5
        prints.add(found["fingerprint"])
    assert len(prints) == 1


def test_verify_tells_people_thing_by_thing(vault, tmp_path):
    present(vault, tmp_path, "--form", "zip")
    done = pathfolio("verify", tmp_path / "application.zip", "--for", OPPORTUNITY)
    assert "Book appointments – shown by Front Desk Skills Check (signed by the issuer)" in done.stdout
    assert done.stdout.startswith("PRACTICE.")


def test_a_request_given_by_hand_is_the_one_signed_for(vault, tmp_path):
    present(vault, tmp_path, "--form", "signed", "--challenge", "mine-1", "--domain", "reader.example")
    proof = json.loads((tmp_path / "presentation.json").read_text())["proof"]
    assert (proof["challenge"], proof["domain"]) == ("mine-1", "reader.example")
    assert "expires" not in proof


def test_what_cannot_be_signed_is_one_sentence_and_writes_nothing(vault, tmp_path):
    for options in (("--until", "2001-01-01"), ("--proof", "Ed25519Signature2020")):
        done = pathfolio("present", "--vault", vault, OPPORTUNITY, "--out", tmp_path / "o", "--yes", *options)
        assert done.returncode == 1
        assert sentence(done)
        assert not (tmp_path / "o").exists()
