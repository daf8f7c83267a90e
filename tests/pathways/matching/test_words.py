"""Words folded and stemmed."""

import pytest

from pathways.matching.words import LONGEST_PHRASE, folded, singular, stem


@pytest.mark.parametrize(
    "words",
    [
     "manage managed manager managing management", "organise organize organisation organization",
     "plan planned planning",
     "train trains trained trainer training", "run ran running", "sell sold selling", "study studies studied studying",
     "supervise supervised supervisor supervising", "coach coached coaching", "operate operator operation operating",
    ],
)  # fmt: skip
def test_forms_of_a_word_share_a_stem(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1


@pytest.mark.parametrize(
    "both",
    [
        "travelling traveling", "paediatric pediatric", "orthopaedics orthopedics", "anaesthesia anesthesia",
        "haematology hematology", "gynaecology gynecology", "oesophagus esophagus", "centres centers",
        "theatre theater", "licence license", "licences licensing", "practise practice", "colouring coloring",
        "labourer laborer", "behavioural behavioral", "neighbours neighbors", "tyres tires", "programme program",
        "manoeuvring maneuvering", "counsellor counselor", "modelling modeling", "moulding molding",
        "jewellery jewelry", "aluminium aluminum", "enrolment enrollment", "analyse analyze",
        "organisation organization", "catalogue catalog", "metres meters",
    ],
)  # fmt: skip
def test_british_and_american_spellings_share_a_stem(both: str) -> None:
    assert len({stem(word) for word in both.split()}) == 1


@pytest.mark.parametrize(
    "apart", ["tower tow", "corner corn", "sewer sew", "flower flow", "laser las", "labor lab", "four for", "cater cat"]
)
def test_a_word_that_ends_like_a_doer_keeps_its_own_stem(apart: str) -> None:
    assert len({stem(word) for word in apart.split()}) == 2


def test_different_words_keep_different_stems() -> None:
    words = ("nurse", "number", "plan", "plant", "weld", "well", "bank", "bake", "store", "story", "cash", "cache")
    assert len({stem(word) for word in words}) == len(words)


def test_folding_drops_case_accents_and_punctuation_but_keeps_what_names_a_language() -> None:
    assert folded("  Crème-Brûlée, (COOKED)! ") == "creme brulee cooked"
    assert folded("C++ / C#") == "c++ c#"
    assert len(folded("x" * 10_000)) == LONGEST_PHRASE


def test_singular_takes_off_plain_plurals_only() -> None:
    assert singular("cash registers bodies glass status analysis") == "cash register body glass status analysis"
