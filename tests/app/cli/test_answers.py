"""A learner answers guesses, adds own words, chooses a goal, and finds again what was sent."""

import json

from terminal import DOCUMENTS, GOAL, OPPORTUNITY, RECORDS, REGISTRY, cheap_vault, json_lines, pathfolio, sentence

SPANISH = "http://data.europa.eu/esco/skill/0f58a178-1382-4df2-95e8-2b3f90e80e24"
CODING = "http://data.europa.eu/esco/skill/00000000-0000-0000-0000-000000000000"


def only(found, text):
    (one,) = [line for line in found if line["text"] == text]
    return one


def states(one):
    return {match["id"]: match["state"] for match in one["matches"]}


def test_own_words_count_once_the_learner_agrees(tmp_path):
    folder = cheap_vault(tmp_path / "v")
    said = only(json_lines(pathfolio("skills", "--vault", folder, "--say", "Speak Spanish", "--json")), "Speak Spanish")
    assert (said["evidence"], said["record"], states(said)[SPANISH]) == (1, None, "guess")
    agreed = json_lines(pathfolio("skills", "--vault", folder, "--agree", f"{said['claim']}={SPANISH}", "--json"))
    assert states(only(agreed, "Speak Spanish"))[SPANISH] == "agreed"
    denied = json_lines(pathfolio("skills", "--vault", folder, "--deny", f"{said['claim']}={SPANISH}", "--json"))
    assert states(only(denied, "Speak Spanish"))[SPANISH] == "denied"


def test_a_skill_that_nobody_proposed_can_be_chosen(tmp_path):
    folder = cheap_vault(tmp_path / "v")
    (said,) = json_lines(pathfolio("skills", "--vault", folder, "--say", "Qwzx", "--sample", "a photo", "--json"))
    assert (said["evidence"], said["matches"]) == (2, [])
    (chosen,) = json_lines(pathfolio("skills", "--vault", folder, "--agree", f"{said['claim']}={SPANISH}", "--json"))
    assert [(one["reason"], one["state"]) for one in chosen["matches"]] == [("chosen", "agreed")]


def test_an_answer_to_nothing_known_is_refused(tmp_path):
    folder = cheap_vault(tmp_path / "v")
    (said,) = json_lines(pathfolio("skills", "--vault", folder, "--say", "Speak Spanish", "--json"))
    skills = ("skills", "--vault", folder, "--agree")
    assert sentence(pathfolio(*skills, f"{said['claim']}={CODING}")) == f"No skill or job has the id {CODING}."
    assert "No claim has the id nobody." in sentence(pathfolio(*skills, f"nobody={SPANISH}"))
    assert "CLAIM=ID" in sentence(pathfolio(*skills, "Spanish"))


def test_the_goal_is_kept(tmp_path):
    folder = cheap_vault(tmp_path / "v")
    assert sentence(pathfolio("gap", "--vault", folder)) == "Choose a goal first, with --goal CODE."
    assert pathfolio("goal", "--vault", folder, GOAL).stdout == "Your goal: Medical Assistants\n"
    (gap,) = json_lines(pathfolio("gap", "--vault", folder, "--json"))
    assert gap["goal"]["code"] == GOAL
    assert gap["outlook"]["openings"] > 0
    assert "licence_not_in_data" in [fact["code"] for fact in gap["facts"]]


def test_what_was_sent_is_listed(tmp_path):
    folder = cheap_vault(tmp_path / "v")
    assert "Nothing sent yet." in pathfolio("vault", "sent", folder).stdout
    pathfolio("vault", "import", folder, RECORDS)
    made = pathfolio("present", "--vault", folder, OPPORTUNITY, "--out", tmp_path / "out", "--yes")
    assert made.returncode == 0
    (entry,) = json_lines(pathfolio("vault", "sent", folder, "--json"))
    document = json.loads((tmp_path / "out" / "presentation.json").read_bytes())
    assert entry["holder"] == document["holder"]
    assert entry["challenge"] == document["proof"]["challenge"]
    assert len(entry["records"]) == 3
    assert "Lakeside Practice Clinic" in pathfolio("vault", "sent", folder).stdout


def test_documents_and_lists_at_hand_count_for_a_vault(tmp_path):
    folder = cheap_vault(tmp_path / "v")
    pathfolio("vault", "import", folder, RECORDS / "stock-and-till.json")

    def evidence(*at_hand):
        found = json_lines(pathfolio("skills", "--json", *at_hand, env={"PATHFOLIO_VAULT": str(folder)}))
        return {one["evidence"] for one in found}

    assert evidence() == {2}
    assert evidence("--documents", DOCUMENTS) == {3}
    assert evidence("--documents", DOCUMENTS, "--registry", REGISTRY) == {4}


def test_without_a_folder_the_usual_place_counts(tmp_path):
    home = {"XDG_DATA_HOME": str(tmp_path), "HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path)}
    assert "There is no vault in" in sentence(pathfolio("gap", env=home))
