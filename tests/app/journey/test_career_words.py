"""Jobs in sentences, in English and Spanish."""

import pytest

from app.journey.goal import words as say
from app.journey.goal.comparing import FitBar, Suits
from app.journey.goal.finding import ByName
from app.journey.goal.onward import Lead, Start
from app.journey.goal.outlook import Outlook, Pay, Sources, Spread
from app.journey.goal.why import Behind, Shared
from app.places import careers_pack
from app.wording import Words
from app.wording.careers import ENTRY, EXPLAINED
from app.wording.facts import FACTS
from pathways.model import Concept, Fact
from pathways.pack.store import open_pack

EN, ES = Words("en"), Words("es")
FIT = FitBar(9, 3, 3, 1, {4: 9}, ("esco_skill",))
NO_FIT = FitBar(0, 0, 0, 0, {}, ("activity",))
YEARLY = Spread(35_020, 37_610, 44_200, 48_160, 57_830)
HOURLY = Spread(16.84, 18.08, 21.25, 23.15, 27.80)
SOURCES = Sources("May 2024", 2024, 2034, ("O*NET 30.1", "ESCO 1.1.1"))
GREET = Concept("a", "Greet customers, patrons, or visitors", "activity")
MEDICINE = Concept("k", "Medicine and Dentistry", "knowledge")


def bold(text: str) -> str:
    return f"*{text}*"


def test_fit_is_told_as_counts() -> None:
    assert say.fit_line(EN, FIT, bold) == "You show *9 of 16* things it needs"
    assert say.fit_line(ES, FIT) == "Usted demuestra 9 de 16 cosas que pide"
    assert [text for _, text in say.fit_counts(EN, FIT)] == ["9 shown", "3 partly", "3 to learn", "1 unknown"]
    assert [state for state, _ in say.fit_counts(EN, FitBar(2, 0, 1, 0, {}))] == ["shown", "missing"]
    assert say.fit_described(EN, FIT) == (
        "Of 16 things this job needs: 9 shown, 3 partly, 3 to learn, and 1 unknown. "
        "Unknown: nobody has rated this for the job yet: skills of the European list."
    )


def test_a_job_without_data_is_unknown_and_not_a_job_that_asks_for_nothing() -> None:
    assert say.fit_line(EN, NO_FIT) == "Nobody has listed yet what this job needs."
    assert say.fit_counts(EN, NO_FIT) == ()
    assert say.fit_described(EN, NO_FIT) == "Unknown: nobody has rated this for the job yet: things you do."


@pytest.mark.parametrize(
    ("outlook", "openings", "growth"),
    [
        (
            Outlook(112_300, 12.5, "much_faster", 1),
            "*112,300* openings a year",
            "Growing 12.5% by 2034, much faster than most jobs",
        ),
        (
            Outlook(54_400, 2.6, "as_fast", 1),
            "*54,400* openings a year",
            "Growing 2.6% by 2034, about as fast as most jobs",
        ),
        (Outlook(0, -4.3, "decline", 1), "Fewer than *50* openings a year", "Shrinking 4.3% by 2034"),
        (
            Outlook(None, 0.2, "little_change", 1),
            "Openings are not published for this job.",
            "Little or no change by 2034",
        ),
        (None, "Openings are not published for this job.", ""),
    ],
)
def test_outlook(outlook: Outlook | None, openings: str, growth: str) -> None:
    assert say.openings_line(EN, outlook, bold) == openings
    assert say.growth_line(EN, outlook, SOURCES) == growth


def spread(*at_least: str) -> Spread:
    return Spread(91_000, 239_200, 239_200, 239_200, 239_200, frozenset(at_least))


@pytest.mark.parametrize(
    ("pay", "middle", "half"),
    [
        (Pay(YEARLY, HOURLY, None), "*$44,200* a year, or $21.25 an hour", "Middle pay. Half earn $37,610 to $48,160"),
        (Pay(YEARLY, None, None), "*$44,200* a year", "Middle pay. Half earn $37,610 to $48,160"),
        (Pay(None, HOURLY, None), "*$21.25* an hour", "Middle pay. Half earn $18.08 to $23.15 an hour"),
        (
            Pay(Spread(91_000, 150_000, 200_000, 239_200, 239_200, frozenset({"75", "90"})), None, None),
            "*$200,000* a year",
            "Middle pay. Half earn $150,000 to $239,200 or more",
        ),
        (
            Pay(spread("25", "median", "75", "90"), HOURLY, None),
            "*$239,200* or more a year",
            "Middle pay. Most earn $239,200 or more",
        ),
        (Pay(Spread(None, None, 50_000, None, None), None, None), "*$50,000* a year", ""),
        (None, "Pay is not published for this job.", ""),
    ],
)
def test_pay(pay: Pay | None, middle: str, half: str) -> None:
    assert say.pay_line(EN, pay, bold) == middle
    assert say.pay_range_line(EN, pay) == half


def test_figures_that_stand_for_several_jobs_say_so() -> None:
    assert say.shared_line(EN, Outlook(1, 1.0, "slower", 1), Pay(YEARLY, None, None)) == ""
    told = say.shared_line(EN, Outlook(1, 1.0, "slower", 3), Pay(YEARLY, None, "Buyers and Purchasing Agents"))
    assert told == (
        "Openings and growth stand for 3 jobs together. Pay stands for several jobs together: "
        "Buyers and Purchasing Agents."
    )


def test_where_figures_are_from_is_told_as_people_write_it() -> None:
    assert say.sources_lines(EN, SOURCES) == (
        "Pay: U.S., May 2024. Openings: U.S., 2024 to 2034.",
        "Needs: O*NET 30.1 and ESCO 1.1.1. Local figures may differ.",
    )
    assert say.sources_lines(ES, SOURCES)[0] == "Pago: EE. UU., mayo de 2024. Puestos libres: EE. UU., de 2024 a 2034."
    assert "unknown" in say.sources_lines(EN, Sources("unknown", None, None, ()))[0]


def start(level: str, training: str, amount: str) -> Suits:
    facts = (
        Fact("entry_education", {"level": level}, "p"),
        Fact("entry_training", {"training": training}, "p"),
        Fact("entry_experience", {"amount": amount}, "p"),
    )
    return Suits("start", facts=facts)


@pytest.mark.parametrize(
    ("suits", "sentence"),
    [
        (
            Suits("shows", (GREET, MEDICINE), 2),
            "You show: greet customers, patrons, or visitors; Medicine and Dentistry.",
        ),
        (Suits("close", (GREET,), 1), "You come close: greet customers, patrons, or visitors."),
        (Suits("to_learn", (MEDICINE,), 1), "To learn: Medicine and Dentistry."),
        (
            Suits("to_learn", (MEDICINE, GREET, MEDICINE), 7),
            "To learn: 7 things, such as Medicine and Dentistry; greet customers, patrons, or visitors.",
        ),
        (start("Postsecondary nondegree award", "None", "None"), "Most people start with a certificate."),
        (
            start("High school diploma or equivalent", "Moderate-term on-the-job training", "None"),
            "Most people start with a high school diploma or a GED. Most learn the job at work, in a month to a year.",
        ),
        (start("A new level", "None", "None"), "People usually start with: A new level."),
        (Suits("licence_not_in_data"), FACTS["licence_not_in_data"]),
    ],
)
def test_why_it_could_suit(suits: Suits, sentence: str) -> None:
    assert say.suits_line(EN, suits) == sentence


def test_every_level_that_bls_uses_has_a_sentence() -> None:
    with open_pack(careers_pack()) as pack:
        for column in ("education", "training", "experience"):
            rows = pack.connection.execute(f"SELECT DISTINCT {column} FROM projection")  # noqa: S608 - our own names
            assert {level for (level,) in rows} - {"None", None} <= ENTRY.keys()


def test_found_and_started_from_and_led_to() -> None:
    assert say.found_line(EN, ByName("31-1131.00", "Nursing Assistants", "other_name", "CNA")) == "Also called CNA"
    assert say.found_line(EN, ByName("x", "y", "title", None)) == ""
    assert say.start_line(ES, Start("x", "y", "records")) == "Sus registros nombran este trabajo."
    assert (
        say.leads_line(EN, (Lead("a", "Cashiers", 2), Lead("b", "Tellers", 9)))
        == "O*NET lists it as close to: Cashiers; Tellers."
    )
    assert say.leads_line(EN, ()) == say.also_called_line(EN, ()) == ""
    assert say.also_called_line(EN, ("Clinic Nurse", "Office Nurse")) == "also called Clinic Nurse and Office Nurse"


def test_what_stands_behind_a_shared_thing() -> None:
    hostile = Behind("Fix {how} <b>cars</b>", "key", "Shop {record}", 3, "signed", lapsed=True)
    assert say.behind_line(EN, hostile) == (
        "“Fix {how} <b>cars</b>” in the record Shop {record} (signed by the issuer, out of date)"
    )
    close = Shared(MEDICINE, "partly", "related", telling=True, by=(GREET,), evidence=3, behind=())
    assert say.reason_line(EN, close) == "You can do something close: greet customers, patrons, or visitors."
    assert (
        say.reason_line(EN, Shared(MEDICINE, "shown", "same", telling=True, by=(MEDICINE,), evidence=3, behind=()))
        == ""
    )
    own = Behind("I fix cars", None, None, 1, "own_word", lapsed=False)
    assert say.behind_line(ES, own) == "“I fix cars” (lo dice usted)"


@pytest.mark.parametrize("words", [EN, ES], ids=["en", "es"])
def test_how_the_lists_are_made_is_explained(words: Words) -> None:
    assert all(words.text(english) for english in EXPLAINED.values())
