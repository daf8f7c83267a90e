"""`present` with its options of signing, and `verify` of every paper it writes, as people and programs run them."""

import json

import pytest
from applying_world import PRIVATE, SPANISH, TERMS, showing
from statement_samples import in_parts
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
        # signed with a new key, which the records do not name
        assert [one["how"] for one in found["asked"]].count("maybe") == 5
        prints.add(found["fingerprint"])
    assert len(prints) == 1


def test_verify_tells_people_thing_by_thing(vault, tmp_path):
    present(vault, tmp_path, "--form", "zip")
    done = pathfolio("verify", tmp_path / "application.zip", "--for", OPPORTUNITY)
    assert "Book appointments – may be shown by Front Desk Skills Check" in done.stdout
    assert done.stdout.startswith("PRACTICE.")


def test_a_request_given_by_hand_is_the_one_signed_for(vault, tmp_path):
    present(vault, tmp_path, "--form", "signed", "--challenge", "mine-1", "--domain", "reader.example")
    proof = json.loads((tmp_path / "presentation.json").read_text())["proof"]
    assert (proof["challenge"], proof["domain"]) == ("mine-1", "reader.example")
    assert "expires" not in proof


def test_what_cannot_be_signed_is_one_sentence_and_writes_nothing(vault, tmp_path):
    newer = "of a newer kind: Customer Care in Clinics and Front Desk Skills Check. Choose"
    for options, why in (
        (("--until", "2001-01-01"), "later than today"),
        (("--until", "0001-01-01"), "later than today"),
        (("--until", "9999-12-31"), "too far away"),
        (("--challenge", "a\nNothing here says no"), "with --challenge is empty"),
        (("--challenge", ""), "with --challenge is empty"),
        (("--domain", "clinic\u202e.example"), "with --domain is empty"),
        (("--proof", "Ed25519Signature2020"), newer),
    ):
        done = pathfolio("present", "--vault", vault, OPPORTUNITY, "--out", tmp_path / "o", "--yes", *options)
        assert done.returncode == 1
        assert why in sentence(done)
        assert not (tmp_path / "o").exists()


def test_a_record_that_names_no_key_is_said_to_name_none(tmp_path):
    folder = cheap_vault(tmp_path / "v")
    (tmp_path / "badge.json").write_text(json.dumps(showing("Clinic Terms", TERMS, subject=None)))
    posting = {"title": "Aide", "organisation": "Elm House", "requirements": [{"name": "Terms", "id": TERMS}]}
    (tmp_path / "job.json").write_text(json.dumps(posting))
    assert pathfolio("vault", "import", folder, tmp_path / "badge.json").returncode == 0
    ask = ("present", "--vault", folder, tmp_path / "job.json", "--out", tmp_path / "out", "--yes", "--form", "signed")
    told = "Clinic Terms names no key of yours. It does not show that it was given to you and nobody else."
    assert told in pathfolio(*ask).stdout
    assert json_lines(pathfolio(*ask, "--json"))[0]["bound_to"][0]["key"] == "no_key"
    assert "It names no key" in pathfolio("verify", tmp_path / "out" / "presentation.json").stdout


def test_a_record_that_only_others_can_cut_goes_whole_and_says_so(tmp_path):
    folder = cheap_vault(tmp_path / "v")
    sent = in_parts(TERMS)
    (tmp_path / "badge.json").write_text(json.dumps(sent))
    posting = {"title": "Driver", "organisation": "Elm House", "requirements": [{"name": "Terms", "id": TERMS}]}
    (tmp_path / "job.json").write_text(json.dumps(posting))
    assert pathfolio("vault", "import", folder, tmp_path / "badge.json").returncode == 0
    ask = ("present", "--vault", folder, tmp_path / "job.json", "--out", tmp_path / "out", "--yes", "--form", "signed")
    done = pathfolio(*ask)
    told = "Forklift safety: This one goes whole or not at all. It could be cut, but Pathfolio cannot do that yet."
    assert told in done.stdout, done.stderr
    assert json.loads((tmp_path / "out" / "presentation.json").read_text())["verifiableCredential"] == [sent]
    (one,) = json_lines(pathfolio(*ask, "--json"))[0]["sent"]
    assert (one["whole"], one["kept_back"]) == ("not_cut_here", [])
    assert "grades" in one["tells"]


def test_of_many_records_that_stay_home_those_that_show_something_are_named_and_the_rest_counted(tmp_path):
    folder, records = cheap_vault(tmp_path / "v"), tmp_path / "records"
    records.mkdir()
    held = [*(showing(f"Badge {place}", PRIVATE) for place in range(43)), showing("A", TERMS), showing("B", TERMS)]
    for place, one in enumerate(held):
        (records / f"{place:02}.json").write_text(json.dumps(one))
    posting = {"title": "Driver", "organisation": "Elm House", "requirements": [{"name": "Terms", "id": TERMS}]}
    (tmp_path / "job.json").write_text(json.dumps(posting))
    assert pathfolio("vault", "import", folder, records).returncode == 0
    ask = ("present", "--vault", folder, tmp_path / "job.json", "--yes", "--form", "signed", "--out")
    said = pathfolio(*ask, tmp_path / "a").stdout
    assert "B stays home. Other records show this already." in said
    assert said.count("shows nothing that is asked for") == 39
    assert "4 more records stay home. Add --json to see why." in said
    assert len(json_lines(pathfolio(*ask, tmp_path / "b", "--json"))[0]["stays_home"]) == 44


def test_the_terminal_tells_what_the_window_tells_before_signing(tmp_path):
    """Own words that speak of a school, and a record sent by wish that tells what the page leaves out."""
    folder = cheap_vault(tmp_path / "v")
    assert pathfolio("vault", "import", folder, RECORDS).returncode == 0
    said = "Speak Spanish (Lincoln High School, 2015 to 2019)"
    listed = json_lines(pathfolio("skills", "--vault", folder, "--say", said, "--json"))
    own = next(one for one in listed if one["text"] == said)
    assert pathfolio("skills", "--vault", folder, "--agree", f"{own['claim']}={SPANISH}").returncode == 0
    agree = ("--agree", f"Speak Spanish={SPANISH}")
    done = pathfolio("present", "--vault", folder, OPPORTUNITY, "--out", tmp_path / "o", *agree, input="n\n")
    assert "speak of this" in done.stdout
    home = (*agree, "--no-words", "Speak Spanish")
    done = pathfolio("present", "--vault", folder, OPPORTUNITY, "--out", tmp_path / "o", *home, input="n\n")
    assert "your own word" not in done.stdout
    assert "speak of this" not in done.stdout
    bad = ("--no-words", "Juggle")
    done = pathfolio("present", "--vault", folder, OPPORTUNITY, "--out", tmp_path / "o", *bad, "--yes")
    assert sentence(done) == "The opportunity does not ask for “Juggle”."
    assert not (tmp_path / "o").exists()


@pytest.mark.parametrize("forms", [("text",), ("ler-rs",), ("text", "ler-rs")])
def test_papers_that_are_no_proof_are_refused_before_anything_is_signed(tmp_path, forms):
    folder, records = cheap_vault(tmp_path / "v"), RECORDS
    assert pathfolio("vault", "import", folder, records).returncode == 0
    asked = [part for form in forms for part in ("--form", form)]
    done = pathfolio("present", "--vault", folder, OPPORTUNITY, "--out", tmp_path / "o", "--yes", *asked)
    assert (done.returncode, done.stdout) == (1, "")
    assert "Ask for one of these too: signed, zip, html, pdf." in done.stderr
    assert not (tmp_path / "o").exists()
    assert json_lines(pathfolio("vault", "sent", folder, "--json")) == []
