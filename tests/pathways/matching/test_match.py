"""What words, links and codes are taken to mean, on the pack the program ships."""

from urllib.parse import quote

import pytest

from pathways.matching import match_alignment, match_text
from pathways.model import Match
from pathways.pack import esco
from pathways.pack.store import Pack

ESCO_CREATIVITY = "http://data.europa.eu/esco/skill/ccdf3597-5c80-410f-896d-e1bdfa223de9"
FIRST_AID_ACTIVITY = "4.A.4.a.5.I07.D01"


def names(matches: tuple[Match, ...]) -> list[str]:
    return [f"{one.concept.kind}: {one.concept.name}" for one in matches]


@pytest.mark.parametrize(
    ("phrase", "reason", "meant"),
    [
        ("Registered Nurses", "exact_name", "occupation: Registered Nurses"),
        ("registered nurse", "exact_name", "occupation: Registered Nurses"),
        ("CRITICAL   thinking!", "exact_name", "skill: Critical Thinking"),
        ("Ｃｒｉｔｉｃａｌ Ｔｈｉｎｋｉｎｇ", "exact_name", "skill: Critical Thinking"),
        ("Provide first aid or rescue assistance in emergencies.", "exact_name",
         "activity: Provide first aid or rescue assistance in emergencies"),
        ("RN", "alternate_name", "occupation: Registered Nurses"),
        ("CNA", "alternate_name", "occupation: Nursing Assistants"),
        ("phlebotomy", "alternate_name", "esco_skill: perform venepuncture procedures"),
        ("handled customer complaints", "near_name", "esco_skill: handle customer complaints"),
        ("I ran the till and cashed up", "near_name", "esco_skill: operate cash point"),
        ("managed a team of 12", "near_name", "esco_skill: manage a team"),
        ("maneging budgets", "misspelled", "esco_skill: manage budgets"),
        ("Medical Asistant", "misspelled", "occupation: Medical Assistants"),
        ("regstered nurse", "misspelled", "occupation: Registered Nurses"),
        ("MS Excel", "near_name", "software: Microsoft Excel"),
        ("29-1141.00", "code", "occupation: Registered Nurses"),
        (" 2.A.1.a ", "code", "skill: Reading Comprehension"),
        ("4.A.4.a.5.I07.D01", "code", "activity: Provide first aid or rescue assistance in emergencies"),
        ("https://www.onetonline.org/link/summary/31-9092.00", "link", "occupation: Medical Assistants"),
        (ESCO_CREATIVITY, "link", "esco_skill: stimulate creativity in the team"),
        ("wrote press releases", "near_name", "esco_skill: draft press releases"),
        ("CPR and AED certified", "part_name", "esco_skill: resuscitation"),
    ],
)  # fmt: skip
def test_a_phrase_is_taken_for_what_it_means(careers_pack: Pack, phrase: str, reason: str, meant: str) -> None:
    first = match_text(careers_pack, phrase)[0]
    assert (first.reason, f"{first.concept.kind}: {first.concept.name}") == (reason, meant)


@pytest.mark.parametrize(
    "phrase",
    [
        "flux capacitor calibration", "asdf qwer zxcv", "Introduction to Wonderfullness", "level 3 wizard", "Badge",
        "Achievement 1", "A tampered credential", "employee of the month", "perfect attendance",
        "Heart of the Aisle award",
        "purple monkey", "Way of the Store: Level Two", "12345", "the and of", "", "   ", "!!!", "\x00\x01",
        "gold star", "Team Blue 2019", "happy birthday", "loyalty points champion", "Truth, veracity and candor",
    ],
)  # fmt: skip
def test_what_no_framework_knows_stays_unmatched(careers_pack: Pack, phrase: str) -> None:
    assert match_text(careers_pack, phrase) == ()


def test_a_soc_code_means_each_of_its_occupations_and_is_sure_of_none(careers_pack: Pack) -> None:
    found = match_text(careers_pack, "29-1141")
    assert {one.concept.id[:7] for one in found} == {"29-1141"}
    assert not any(one.sure for one in found)


@pytest.mark.parametrize("phrase", ["99-9999.00", "12-3456", "https://example.org/31-9092.00", "4.A.9.z.9.I99.D99"])
def test_a_code_or_link_that_names_nothing_known_stays_unmatched(careers_pack: Pack, phrase: str) -> None:
    assert match_text(careers_pack, phrase) == ()


def test_words_are_never_sure(careers_pack: Pack) -> None:
    phrases = ("Registered Nurses", "RN", "handled customer complaints")
    assert not any(one.sure for phrase in phrases for one in match_text(careers_pack, phrase))


def test_a_title_of_several_occupations_names_them_with_lower_scores(careers_pack: Pack) -> None:
    found = match_text(careers_pack, "truck driver")
    alternates = [one for one in found if one.reason == "alternate_name"]
    assert {"Heavy and Tractor-Trailer Truck Drivers", "Light Truck Drivers"} <= {
        one.concept.name for one in alternates
    }
    alone = match_text(careers_pack, "RN")[0]
    assert all(one.score < alone.score for one in alternates)


def test_scores_stay_between_nothing_and_one_and_the_best_comes_first(careers_pack: Pack) -> None:
    for phrase in ("customer service", "Microsoft Excel", "stock control", "wrote press releases"):
        exact = [one.score for one in match_text(careers_pack, phrase) if one.reason != "near_name"]
        near = [one.score for one in match_text(careers_pack, phrase) if one.reason == "near_name"]
        assert exact == sorted(exact, reverse=True)
        assert near == sorted(near, reverse=True)
        assert all(0 < score <= 1 for score in exact + near)


def test_the_words_of_a_skill_do_not_make_a_teacher_of_it(careers_pack: Pack) -> None:
    assert not [name for name in names(match_text(careers_pack, "public speaking")) if "Teacher" in name]


def test_hostile_text_is_cheap_and_harmless(careers_pack: Pack) -> None:
    for text in ("a " * 500_000, "z" * 1_000_000, "\u202e<script>alert(1)</script>", "manage " * 9_000, "é̂" * 100_000):
        assert len(match_text(careers_pack, text)) <= 5


@pytest.mark.parametrize(
    "url",
    [
        "https://www.onetonline.org/link/summary/29-1141.00",
        "http://www.onetonline.org/link/details/29-1141.00",
        "https://services.onetcenter.org/ws/online/occupations/29-1141.00/",
        "https://www.mynextmove.org/profile/summary/29-1141.00",
    ],
)
def test_a_link_to_onet_is_sure(careers_pack: Pack, url: str) -> None:
    first = match_alignment(careers_pack, name="Nursing", url=url)[0]
    assert (first.concept.id, first.reason, first.sure, first.score) == ("29-1141.00", "link", True, 1.0)


@pytest.mark.parametrize(
    "url",
    [
        ESCO_CREATIVITY,
        ESCO_CREATIVITY.replace("http:", "https:") + "/",
        f"https://esco.ec.europa.eu/en/classification/skill?uri={quote(ESCO_CREATIVITY, safe='')}",
    ],
)
def test_a_link_to_esco_is_sure(careers_pack: Pack, url: str) -> None:
    first = match_alignment(careers_pack, name="stimulate creativity in the team", url=url)[0]
    assert (first.concept.id, first.reason, first.sure) == (ESCO_CREATIVITY, "link", True)


@pytest.mark.parametrize(
    "url",
    [
        "https://badges.example/link/summary/29-1141.00",
        "https://onetonline.org.example/link/summary/29-1141.00",
        "https://badges.example/?uri=" + ESCO_CREATIVITY,
        "javascript:29-1141.00",
        "https://[::1/29-1141.00",
        "https://www.onetonline.org/link/summary/99-9999.99",
    ],
)
def test_someone_elses_link_names_nothing(careers_pack: Pack, url: str) -> None:
    assert match_alignment(careers_pack, name="zxqj", url=url) == ()


@pytest.mark.parametrize(
    ("code", "framework", "found"),
    [
        ("29-1141.00", "O*NET-SOC 2019", "29-1141.00"),
        ("29-1141.00", None, "29-1141.00"),
        ("2.B.1.f", "O*NET Content Model", "2.B.1.f"),
        (FIRST_AID_ACTIVITY, "O*NET", FIRST_AID_ACTIVITY),
        ("29-1141", "SOC 2018", "29-1141.00"),
        ("ccdf3597-5c80-410f-896d-e1bdfa223de9", "ESCO", ESCO_CREATIVITY),
        (ESCO_CREATIVITY, "European skills", ESCO_CREATIVITY),
    ],
)
def test_a_code_of_a_framework_that_agrees_with_its_name(
    careers_pack: Pack, code: str, framework: str | None, found: str
) -> None:
    matches = match_alignment(careers_pack, name="", code=code, framework=framework)
    if found == "29-1141.00" and "." not in code:
        assert {one.concept.id for one in matches} >= {"29-1141.00", "29-1141.01"}
        assert not any(one.sure for one in matches)
    else:
        assert [(one.concept.id, one.reason, one.sure) for one in matches] == [(found, "code", True)]


def test_a_code_of_another_framework_says_nothing(careers_pack: Pack) -> None:
    assert match_alignment(careers_pack, name="zxqj", code="2.B.1.f", framework="Acme Skills") == ()
    assert match_alignment(careers_pack, name="zxqj", code="29-1141.00", framework="Acme Skills") == ()


def test_an_activity_id_that_its_name_gainsays_is_not_sure(careers_pack: Pack) -> None:
    """Activity and element ids were dealt anew in O*NET 30.3."""
    found = match_alignment(careers_pack, name="Weld pipes", code=FIRST_AID_ACTIVITY, framework="O*NET")
    told = {one.concept.id: one.sure for one in found}
    assert told[FIRST_AID_ACTIVITY] is False


@pytest.mark.parametrize(
    ("name", "across", "sure"), [("podiatrist", "29-1081.00", True), ("consul", "11-1011.00", False)]
)
def test_an_esco_occupation_leads_across_to_onet_and_is_sure_where_its_makers_were(
    careers_pack: Pack, name: str, across: str, *, sure: bool
) -> None:
    uri = next(one.concept.id for one in esco.concepts(careers_pack) if one.concept.name == name)
    found = match_alignment(careers_pack, name=name, url=uri)
    assert [(one.concept.id, one.reason, one.sure) for one in found[:2]] == [
        (uri, "link", True),
        (across, "crosswalk", sure),
    ]


def test_beside_a_sure_answer_words_suggest_only_what_occupations_are_rated_by(careers_pack: Pack) -> None:
    found = match_alignment(careers_pack, name="customer service", url=ESCO_CREATIVITY)
    assert found[0].sure
    assert {one.concept.kind for one in found[1:]} <= {"activity", "knowledge", "skill"}
    assert "Customer and Personal Service" in {one.concept.name for one in found[1:]}
