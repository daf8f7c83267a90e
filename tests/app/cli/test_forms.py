"""The forms that programs read, command by command, as docs/interfaces.md states them."""

import json

import pytest
from click.testing import CliRunner
from terminal import DOCUMENTS, GOAL, OPPORTUNITY, RECORDS, REGISTRY, cheap_vault, json_lines, pathfolio, sentence

from app.cli import main
from app.journey.practice import practice_learner

SEVEN = ["format", "signature", "issuer_binding", "known_issuer", "in_force", "status", "about_me"]
FIVE = ["signature", "holder", "challenge", "domain", "in_force"]
CHALLENGE = json.loads(OPPORTUNITY.read_text())["challenge"]
DOMAIN = json.loads(OPPORTUNITY.read_text())["domain"]


def answers(one):
    return {check["check"]: check["answer"] for check in one["checks"]}


@pytest.fixture(scope="module")
def maya(tmp_path_factory):
    """A learner's vault with the practice records, kept as if they were real."""
    folder = cheap_vault(tmp_path_factory.mktemp("maya") / "vault")
    done = pathfolio("vault", "import", folder, RECORDS, "--json")
    assert [one["kept"] for one in json_lines(done)] == ["added"] * 8
    return folder


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo") / "new" / "out"
    done = pathfolio("demo", "--out", folder)
    assert (done.returncode, done.stderr) == (0, "")
    return folder, done.stdout


def test_demo_writes_the_four_files(demo):
    folder, said = demo
    names = {"presentation.json", "presentation.pdf", "presentation.html", "plan.html"}
    assert {path.name for path in folder.iterdir()} == names
    assert all(f"Written: {folder / name}" in said for name in names)
    assert said.startswith("PRACTICE.")
    assert [line[:2] for line in said.splitlines() if line[:1].isdigit()] == [f"{step}." for step in range(1, 7)]
    assert (folder / "presentation.pdf").read_bytes().startswith(b"%PDF-")
    assert b"practice" in (folder / "presentation.json").read_bytes().lower()


@pytest.mark.parametrize(("learner", "name"), [("Renee", "Renee Brooks"), ("daniel", "Daniel Novak")])
def test_demo_of_another_learner_signs_what_verify_finds_sound(tmp_path, learner, name):
    done = pathfolio("demo", "--learner", learner, "--out", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"PRACTICE. {name} is made up.")
    wanted = json.loads(practice_learner(learner.lower()).opportunity.read_text())
    asked = ("--challenge", wanted["challenge"], "--domain", wanted["domain"])
    (found,) = json_lines(pathfolio("verify", tmp_path / "presentation.json", *asked, "--json"))
    assert set(answers(found).values()) == {"yes"}
    assert len(found["records"]) == 3, "two records and an own statement"
    assert {answers(one)["signature"] for one in found["records"]} == {"yes"}


def test_demo_knows_no_other_learner():
    done = pathfolio("demo", "--learner", "nobody")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)


def test_demo_without_a_folder_says_where_the_files_are(tmp_path):
    done = pathfolio("demo", env={"TMPDIR": str(tmp_path)})
    assert done.returncode == 0
    (made,) = tmp_path.glob("pathfolio-demo-*")
    assert str(made / "presentation.json") in done.stdout
    assert [path.name for path in tmp_path.iterdir()] == [made.name], "the practice vault is gone"


def test_check_gives_one_object_for_each_record():
    done = pathfolio("check", RECORDS, "--documents", DOCUMENTS, "--registry", REGISTRY, "--json")
    found = json_lines(done)
    assert (done.returncode, done.stderr, len(found)) == (0, "", 8)
    for one in found:
        assert {"file", "key", "id", "kind", "issuer", "name", "checks"} == one.keys()
        assert [check["check"] for check in one["checks"]] == SEVEN
        assert {check["answer"] for check in one["checks"]} <= {"yes", "no", "not checked"}
        assert all(check["as_of"].endswith("Z") and check["reason"] for check in one["checks"])
        assert one["issuer"].keys() == {"id", "name"}
    by_name = {one["name"]: answers(one) for one in found}
    assert by_name["CPR and First Aid"]["in_force"] == "no"
    assert by_name["Team Coach"]["issuer_binding"] == "no"
    assert by_name["Stock and Till"]["status"] == "yes"
    assert by_name["Volunteer, 60 hours"]["issuer_binding"] == "not checked"
    assert {one["about_me"] for one in by_name.values()} == {"not checked"}


def test_what_is_not_at_hand_is_not_checked():
    (found,) = json_lines(pathfolio("check", RECORDS / "stock-and-till.json", "--json"))
    assert answers(found) == {
        "format": "yes",
        "signature": "not checked",
        "issuer_binding": "not checked",
        "known_issuer": "not checked",
        "in_force": "yes",
        "status": "not checked",
        "about_me": "not checked",
    }


def test_a_file_that_gives_no_record_gives_its_reason_and_exit_1(tmp_path):
    (tmp_path / "notes.txt").write_text("buy milk")
    done = pathfolio("check", tmp_path / "none.json", RECORDS / "team-coach.json", "--json")
    error, record = json_lines(done)
    assert done.returncode == 1
    assert error == {"file": str(tmp_path / "none.json"), "error": "There is no file there.", "code": "file_missing"}
    assert record["name"] == "Team Coach"
    (tmp_path / "good.json").write_bytes((RECORDS / "team-coach.json").read_bytes())
    done = pathfolio("check", tmp_path, "--json")
    record, error = json_lines(done)
    assert (done.returncode, record["name"], error["code"]) == (1, "Team Coach", "unknown_format")


def test_check_speaks_to_people_too():
    done = pathfolio("check", RECORDS / "team-coach.json", "nothing.json", "--documents", DOCUMENTS)
    assert "Does the key belong to the issuer named? No." in done.stdout
    assert sentence(done) == "nothing.json: There is no file there."


def test_verify_tells_holder_checks_and_records(demo):
    folder, _ = demo
    file = folder / "presentation.json"
    done = pathfolio("verify", file, "--challenge", CHALLENGE, "--domain", DOMAIN, "--json")
    (found,) = json_lines(done)
    assert found["holder"].startswith("did:key:")
    assert [check["check"] for check in found["checks"]] == FIVE
    assert set(answers(found).values()) == {"yes"}
    assert len(found["records"]) == 4
    assert all(answers(one)["signature"] == "yes" for one in found["records"])
    other = pathfolio("verify", file, "--challenge", "another", "--domain", "another", "--json")
    assert answers(json_lines(other)[0]) == {**dict.fromkeys(FIVE, "yes"), "challenge": "no", "domain": "no"}
    unasked = pathfolio("verify", file, "--json")
    assert answers(json_lines(unasked)[0])["challenge"] == "not checked"


def test_verify_sees_a_change_and_shows_what_it_cannot_read(demo, tmp_path):
    document = json.loads((demo[0] / "presentation.json").read_text())
    document["verifiableCredential"].append({"id": "urn:x:broken", "type": ["VerifiableCredential"]})
    (tmp_path / "p.json").write_text(json.dumps(document))
    (found,) = json_lines(pathfolio("verify", tmp_path / "p.json", "--json"))
    assert answers(found)["signature"] == "no"
    assert answers(found)["holder"] == "not checked"
    assert len(found["records"]) == 5
    document["verifiableCredential"][-1] = 7
    (tmp_path / "p.json").write_text(json.dumps(document))
    done = pathfolio("verify", tmp_path / "p.json", "--json")
    (found,) = json_lines(done)
    assert found["records"][-1].keys() == {"file", "member", "error", "code"}
    shown = pathfolio("verify", tmp_path / "p.json")
    assert found["records"][-1]["error"] in shown.stdout


@pytest.mark.parametrize("name", ["team-coach.json", "nothing.json", "."])
def test_verify_of_what_is_no_presentation(name):
    done = pathfolio("verify", RECORDS / name, "--json")
    (found,) = json_lines(done)
    assert done.returncode == 1
    assert found["code"] in ("not_a_presentation", "file_missing", "file_not_regular")
    assert sentence(pathfolio("verify", RECORDS / name)).endswith(found["error"])


def test_match_gives_a_line_for_each_phrase(tmp_path):
    (tmp_path / "phrases.txt").write_text("\ufeffcustomer service\n\n  welding \nqqzzxv\n", encoding="utf-8")
    found = json_lines(pathfolio("match", "Operate cash registers", "--file", tmp_path / "phrases.txt", "--json"))
    assert [one["phrase"] for one in found] == ["Operate cash registers", "customer service", "welding", "qqzzxv"]
    assert found[-1]["answers"] == []
    best = found[0]["answers"][0]
    assert best.keys() == {"id", "name", "kind", "score", "reason", "rests_on"}
    assert (best["name"].lower()[:21], best["reason"]) == ("operate cash register", "exact_name")
    assert {one["kind"] for one in found[0]["answers"]} >= {"activity", "esco_skill"}
    assert all(0 < one["score"] <= 1 for phrase in found for one in phrase["answers"])
    shown = pathfolio("match", "welding", "qqzzxv")
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "Nothing we know by that name." in shown.stdout


def test_careers_for_a_learner(maya):
    found = json_lines(pathfolio("careers", "--vault", maya, "--top", "3", "--json"))
    assert len(found) == 3
    assert [one["score"] for one in found] == sorted((one["score"] for one in found), reverse=True)
    assert found[0].keys() == {"code", "name", "score", "similarity", "coverage", "shown", "needed", "outlook"}
    assert all(0 < one["shown"] <= one["needed"] for one in found)
    assert found[0]["name"] in pathfolio("careers", "--vault", maya).stdout


def test_careers_alike():
    (found,) = json_lines(pathfolio("careers", "--like", GOAL, "--top", "4", "--json"))
    assert (found["code"], len(found["like"])) == (GOAL, 4)
    every = json_lines(pathfolio("careers", "--like", "all", "--top", "4", "--json"))
    assert len(every) == len({one["code"] for one in every}) > 800
    assert found in every
    assert all(near.keys() == {"code", "score"} for one in every for near in one["like"])
    assert not any(near["code"] == one["code"] for one in every for near in one["like"])


def test_gap_and_plan(maya, tmp_path):
    (gap,) = json_lines(pathfolio("gap", "--vault", maya, "--goal", GOAL, "--json"))
    assert gap["goal"] == {"code": GOAL, "name": "Medical Assistants"}
    assert {one["state"] for one in gap["needs"]} <= {"shown", "partly", "missing", "unknown"}
    (everything,) = json_lines(pathfolio("gap", "--vault", maya, "--goal", GOAL, "--all", "--json"))
    assert everything["needs"][: len(gap["needs"])] == gap["needs"]
    assert len(everything["needs"]) > len(gap["needs"])
    done = pathfolio("plan", "--vault", maya, "--goal", GOAL, "--html", tmp_path / "plan.html", "--json")
    (plan,) = json_lines(done)
    assert plan["proven"] is True
    assert plan["cost"] == pytest.approx(sum(one["cost"]["value"] for one in plan["steps"]))
    to_learn = {one["id"] for one in everything["needs"] if one["state"] in ("partly", "missing")}
    assert all(set(one["covers"]) <= to_learn for one in plan["steps"])
    assert all(one["cost"]["seen_at"].startswith("https://") and one["cost"]["year"] for one in plan["steps"])
    assert (tmp_path / "plan.html").read_text(encoding="utf-8").startswith("<!")
    shown = pathfolio("plan", "--vault", maya, "--goal", GOAL)
    assert all(one["name"] in shown.stdout for one in plan["steps"])


def test_an_exam_that_teaches_nothing_is_not_sold_as_a_course(maya, tmp_path):
    page = tmp_path / "plan.html"
    asked = ("plan", "--vault", maya, "--goal", GOAL, "--with", "us-nha-cet")
    (plan,) = json_lines(pathfolio(*asked, "--json"))
    assert {one["id"]: one["pays_for"] for one in plan["steps"]}["us-nha-cet"] == "exam_only"
    assert {one["id"]: one["before"] for one in plan["steps"]}["us-nha-cet"] != []
    told = "This pays for the exam alone. Learning for it may cost extra."
    assert told in pathfolio(*asked, "--html", page).stdout
    assert told in page.read_text(encoding="utf-8")


def test_a_budget_too_small_says_what_it_does_not_pay_for(maya):
    (plan,) = json_lines(pathfolio("plan", "--vault", maya, "--goal", GOAL, "--budget", "10", "--json"))
    assert plan["steps"] == []
    assert plan["beyond_budget"]
    shown = pathfolio("plan", "--vault", maya, "--goal", GOAL, "--budget", "10").stdout
    assert "Your budget pays for no step that teaches what is missing." in shown


def test_present_says_what_went_and_what_stayed(maya, tmp_path):
    done = pathfolio("present", "--vault", maya, OPPORTUNITY, "--out", tmp_path / "a", "--yes", "--json")
    (said,) = json_lines(done)
    assert (said["challenge"], said["domain"]) == (CHALLENGE, DOMAIN)
    assert sorted(said["files"]) == sorted(str(path) for path in (tmp_path / "a").iterdir())
    assert {one["how"] for one in said["asked"]} == {"record", "uncovered"}
    assert {one["name"] for one in said["guesses"]}
    keys = {one["key"] for one in json_lines(pathfolio("vault", "list", maya, "--json"))}
    assert {one["key"] for one in (*said["sent"], *said["stays_home"])} == keys
    (found,) = json_lines(pathfolio("verify", tmp_path / "a" / "presentation.json", "--json"))
    assert [one["key"] for one in found["records"]] == [one["key"] for one in said["sent"]]
    kept_home = said["sent"][0]["key"]
    done = pathfolio("present", "--vault", maya, OPPORTUNITY, "--out", tmp_path / "b", "--yes", "--keep", kept_home)
    assert done.returncode == 0
    (found,) = json_lines(pathfolio("verify", tmp_path / "b" / "presentation.json", "--json"))
    assert kept_home not in {one["key"] for one in found["records"]}


def test_present_says_first_which_papers_it_replaces(maya, tmp_path):
    present = ("present", "--vault", maya, OPPORTUNITY, "--out", tmp_path / "a", "--yes")
    first = pathfolio(*present)
    before = {path.name: path.read_bytes() for path in (tmp_path / "a").iterdir()}
    assert "will be replaced" not in first.stdout
    again = pathfolio(*present).stdout
    for name, content in before.items():
        warned = f"{tmp_path / 'a' / name} is there already. It will be replaced."
        assert again.index(warned) < again.index("Written: ")
        assert (tmp_path / "a" / name).read_bytes() != content


def test_vault_from_new_to_salvage(tmp_path):
    (made,) = json_lines(pathfolio("vault", "new", tmp_path / "v", "--json"))
    assert made.keys() == {"vault", "recovery_code"}
    done = pathfolio("vault", "import", tmp_path / "v", RECORDS / "team-coach.json")
    assert (done.returncode, done.stdout) == (0, "1 new record kept.\n")
    done = pathfolio("vault", "import", tmp_path / "v", RECORDS / "team-coach.json", "none.json")
    assert done.stdout == "Nothing new was kept.\n1 was there already.\n"
    assert sentence(done) == "none.json: There is no file there."
    (listed,) = json_lines(pathfolio("vault", "list", tmp_path / "v", "--json"))
    assert answers(listed)["about_me"] == "no"
    assert pathfolio("vault", "identity", tmp_path / "v", "maya@example.org").returncode == 0
    assert pathfolio("vault", "backup", tmp_path / "v", tmp_path / "b.pathfolio").returncode == 0
    new = {"PATHFOLIO_PASSPHRASE": "another battery"}
    (tmp_path / "new").write_text("another battery\n")
    code = made["recovery_code"]
    change = ("vault", "passphrase", tmp_path / "v", "--new-passphrase-file", tmp_path / "new")
    assert pathfolio(*change, "--recovery-code", code, env={"PATHFOLIO_PASSPHRASE": ""}).returncode == 0
    assert sentence(pathfolio("vault", "list", tmp_path / "v")) == "That passphrase does not open this vault."
    assert pathfolio("vault", "list", tmp_path / "v", env=new).returncode == 0
    assert pathfolio("vault", "restore", tmp_path / "b.pathfolio", tmp_path / "r").returncode == 0
    (back,) = json_lines(pathfolio("vault", "list", tmp_path / "r", "--json"))
    assert back["key"] == listed["key"]
    done = pathfolio("vault", "salvage", tmp_path / "v", tmp_path / "s", env=new)
    assert "lost: 0" in done.stdout
    (saved,) = json_lines(pathfolio("vault", "list", tmp_path / "s", "--json", env=new))
    assert saved["key"] == listed["key"]


def test_pack_info():
    (found,) = json_lines(pathfolio("pack", "info", "--json"))
    assert found.keys() == {"digest", "own", "schema", "size", "counts", "dropped", "sources"}
    assert found["counts"]["occupation"] == 1016
    assert found["size"] <= 12_000_000
    assert all(one["title"] and one["licence"] for one in found["sources"])
    assert found["digest"] in pathfolio("pack", "info").stdout


def test_every_command_has_help():
    groups = {(): main, ("vault",): main.get_command(None, "vault"), ("pack",): main.get_command(None, "pack")}
    commands = [(*way, name) for way, group in groups.items() for name in group.list_commands(None)]
    assert len(commands) >= 20
    for way in commands:
        done = CliRunner().invoke(main, [*way, "--help"])
        assert (done.exit_code, done.stderr) == (0, "")
        assert done.stdout.startswith("Usage:")
