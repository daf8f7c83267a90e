"""Cards and details as a page draws them: facts, their sum, kinds, and the whole of one record."""

import json
from dataclasses import replace
from datetime import date

import pytest
from practice_world import NOW
from signed_records import MARKET_SEED, record_of, signed_badge
from terminal import CHEAP, PASSPHRASE, plain_credential

from app.errors import PersonError
from app.journey.opening import practice, session_of
from app.journey.records import holding as step
from app.journey.records.cards import record_cards, summary
from app.journey.records.details import details
from app.journey.records.kinds import given_on, icon_of, kind_of
from app.places import asset
from app.profile.evidence import Standing
from app.vault import vault
from app.wording import Words
from app.wording.record_words import KINDS, LABELS

HOSTILE = "<b>Bold</b> <img src=x onerror=alert(1)> {name} %s"
ACHIEVEMENT_TYPES = (
    "Achievement", "ApprenticeshipCertificate", "Assessment", "Assignment", "AssociateDegree", "Award", "Badge",
    "BachelorDegree", "Certificate", "CertificateOfCompletion", "Certification", "CommunityService", "Competency",
    "Course", "CoCurricular", "Degree", "Diploma", "DoctoralDegree", "Fieldwork", "GeneralEducationDevelopment",
    "JourneymanCertificate", "LearningProgram", "License", "Membership", "ProfessionalDoctorate",
    "QualityAssuranceCredential", "MasterCertificate", "MasterDegree", "MicroCredential", "ResearchDoctorate",
    "SecondarySchoolDiploma",
)  # fmt: skip
"""Open Badges 3.0, AchievementType."""


@pytest.fixture(scope="module")
def maya():
    with practice() as (session, _learner):
        yield replace(session, clock=lambda: NOW)


@pytest.fixture
def session(tmp_path):
    made, _code = vault.create(tmp_path / "v", PASSPHRASE, cost=CHEAP)
    with made, session_of(made) as opened:
        yield replace(opened, clock=lambda: NOW)


def taken_in(session, *documents):
    """The cards of these records, taken in as one text."""
    step.import_text(session, json.dumps(list(documents)))
    return step.cards(session)


def card_of(document):
    return step.Card(record_of(document), (), Standing(2, "someones_word"))


def kind(**achievement):
    return kind_of(card_of(signed_badge("X", achievement=achievement)))


def test_a_card_shows_six_facts_in_short(maya):
    cards = {one.name: one for one in record_cards(Words(), step.cards(maya))}
    shown = cards["CPR and First Aid"]
    assert (shown.issuer, shown.line, shown.kind) == (
        "Practice First Aid League",
        "Certificate · Feb 1, 2024",
        "certificate",
    )
    assert [(one.check, one.mark, one.short) for one in shown.facts] == [
        ("signature", "yes", "Signature is sound"),
        ("issuer_binding", "yes", "Signed with the key it names"),
        ("known_issuer", "yes", "Issuer is in a list we know"),
        ("in_force", "out_of_date", "Expired Jan 31, 2026"),
        ("status", "yes", "No way to cancel it"),
        ("about_me", "yes", "It is about you"),
    ]
    assert cards["Fall 2025 courses"].facts[0].short == "Both signatures are sound"
    assert cards["Fall 2025 courses"].facts[4].short == "Canceled? Not checked"
    assert cards["Shift Supervisor, 4 years"].facts[2].mark == "in_no_list"


def test_the_same_card_in_spanish(maya):
    (shown,) = record_cards(Words("es"), step.cards(maya)[:1])
    assert shown.line == "Certificado · 1 feb 2024"
    assert [one.short for one in shown.facts] == [
        "La firma es correcta",
        "Firmado con la clave que nombra",
        "Emisor en una lista conocida",
        "Venció el 31 ene 2026",
        "No se puede anular",
        "Se trata de usted",
    ]


def test_the_sum_counts_every_fact_on_the_cards(maya):
    cards = step.cards(maya)
    found = summary(Words(), cards)
    shown = record_cards(Words(), cards)
    assert found.title == "8 records, 48 facts"
    assert sum(one.number for one in found.tallies) == found.facts == sum(len(one.facts) for one in shown)
    for mark in ("yes", "not_checked", "in_no_list", "out_of_date", "broken"):
        assert sum(one.number for one in found.tallies if one.mark == mark) == sum(
            fact.mark == mark for one in shown for fact in one.facts
        )
    assert [(one.code, one.text) for one in found.tallies][:2] == [
        ("fine", "are fine"),
        ("not_checked", "are not checked yet"),
    ]
    assert found.note.startswith("“Not checked” does not mean “no”.")
    assert found.askable <= found.unchecked
    assert summary(Words("es"), cards).title == "8 registros, 48 datos"


def test_nothing_adds_up_to_nothing():
    found = summary(Words(), ())
    assert (found.title, found.tallies, found.note) == ("0 records, 0 facts", (), "")


def test_a_record_that_cannot_be_read_in_full_shows_a_seventh_fact(session):
    (card,) = taken_in(session, plain_credential(milk=2))
    (shown,) = record_cards(Words(), [card])
    assert [(one.check, one.mark) for one in shown.facts[:2]] == [("format", "broken"), ("signature", "in_no_list")]
    assert (len(shown.facts), shown.facts[0].short) == (7, "Not all of it can be read")
    found = summary(Words(), [card])
    assert found.title == "1 record, 7 facts"
    assert [(one.code, one.number) for one in found.tallies] == [
        ("not_checked", 5),
        ("unsigned", 1),
        ("unreadable", 1),
    ]


def test_a_broken_signature_a_missing_one_and_a_stranger_are_told_apart(session):
    broken = {**signed_badge("Broken"), "name": "Changed"}
    unsigned = {key: value for key, value in signed_badge("Unsigned").items() if key != "proof"}
    forged = signed_badge("Forged")
    forged = {**signed_badge("Forged", seed=MARKET_SEED), "issuer": forged["issuer"]}
    cards = record_cards(Words(), taken_in(session, broken, unsigned, forged))
    assert [(one.facts[0].mark, one.facts[0].short) for one in cards] == [
        ("broken", "Signature is broken"),
        ("in_no_list", "Nobody signed it"),
        ("broken", "Signature is broken"),
    ]
    codes = {one.code for one in summary(Words(), step.cards(session)).tallies}
    assert codes == {"fine", "not_checked", "unsigned", "not_known_yours", "broken"}


def test_a_card_without_an_issuers_name_or_date_says_so(session):
    (card,) = taken_in(session, plain_credential(issuer="https://example.org/i", validFrom="soon"))
    (shown,) = record_cards(Words(), [card])
    assert (shown.issuer, shown.line) == ("https://example.org/i", "Record")


def test_hostile_text_stays_text(session):
    document = signed_badge("X", achievement={"name": HOSTILE}, issuer_name=HOSTILE, extra={"name": HOSTILE})
    (card,) = taken_in(session, document)
    (shown,) = record_cards(Words(), [card])
    whole = details(session, Words(), shown.key)
    assert shown.name == shown.issuer == HOSTILE
    assert whole.heading == f"Badge from {HOSTILE}. Given Dec 12, 2025."
    assert whole.says == (HOSTILE,)


def test_kinds_are_told_by_what_the_issuer_calls_it():
    kinds = {name: kind(achievementType=name) for name in ACHIEVEMENT_TYPES}
    assert kinds.pop("QualityAssuranceCredential") == "badge", "an Open Badge of no kind we have a word for"
    assert set(kinds.values()) < KINDS.keys()
    assert {name for name, found in kinds.items() if found == "badge"} == {"Achievement", "Badge", "MicroCredential"}
    assert {name for name, found in kinds.items() if found == "certificate"} == {
        "ApprenticeshipCertificate",
        "Certificate",
        "CertificateOfCompletion",
        "Certification",
        "JourneymanCertificate",
        "MasterCertificate",
    }
    assert kind(achievementType="ext:EmployerStatement") == "employer"
    assert kind(achievementType="Bachelor Degree") == "degree"
    assert kind(achievementType=HOSTILE) == "badge"
    assert kind() == "badge"


def test_plain_credentials_are_told_by_their_types():
    def typed(*names):
        return kind_of(card_of({**plain_credential(), "type": ["VerifiableCredential", *names]}))

    assert typed("UniversityDegreeCredential") == "degree"
    assert typed("ClrCredential") == "transcript"
    assert typed("EmploymentCredential") == "employer"
    assert typed("AlumniCredential") == typed() == "record"
    own = step.Card(record_of(plain_credential()), (), Standing(1, "self_issued"))
    assert kind_of(own) == "own"


def test_every_kind_has_a_word_and_an_icon_that_ships():
    for code in KINDS:
        assert Words("es").text(KINDS[code])
        assert asset("icons", f"{icon_of(code)}.svg").is_file()


def test_the_day_given_is_the_issuers_own_day():
    late = {"validFrom": "2025-12-12T23:30:00-08:00"}
    assert given_on(record_of(signed_badge("X", extra=late))) == date(2025, 12, 12)
    assert given_on(record_of(signed_badge("X", extra={"awardedDate": "2024-05-01T00:00:00Z"}))) == date(2024, 5, 1)
    assert given_on(record_of(plain_credential(validFrom="24:00"))) is None


def test_details_say_every_check_as_question_answer_and_reason(maya):
    (card,) = (one for one in step.cards(maya) if one.record.name == "Fall 2025 courses")
    whole = details(maya, Words(), card.record.key)
    assert whole.heading == "Course record from Harbor Practice College. Given Dec 19, 2025."
    told = {one.fact.check: one for one in whole.questions}
    assert list(told) == ["signature", "issuer_binding", "known_issuer", "in_force", "status", "about_me"]
    assert (told["status"].question, told["status"].answer, told["status"].mend) == (
        "Is it still good, not canceled?",
        "Not checked",
        "get_list",
    )
    assert told["status"].reason == "The issuer keeps a list of canceled records, and we have no copy of it."
    assert (told["known_issuer"].since, told["signature"].since) == ("As of Nov 20.", "")
    assert (whole.usable, whole.use) == (
        True,
        "You can use this record now. Its reader sees these same facts.",
    )
    assert len(whole.says) > 3
    assert whole.named == ()
    assert {one.code for one in whole.about} <= LABELS.keys()
    about = {one.code: one.value for one in whole.about}
    assert (about["issuer"], about["about"], about["given"]) == (
        "Harbor Practice College",
        "Maya Torres",
        "Dec 19, 2025",
    )
    assert about["came_from"] == "fall-2025-courses.json"


def test_details_say_whether_a_record_can_be_used(maya, session):
    expired = details(maya, Words(), step.cards(maya)[0].record.key)
    assert (expired.usable, expired.use) == (
        True,
        "You can still use this record. Its reader sees that it is out of date.",
    )
    unsigned = {key: value for key, value in signed_badge("Unsigned").items() if key != "proof"}
    broken = {**signed_badge("Broken"), "name": "Changed"}
    uses = [details(session, Words(), card.record.key).use for card in taken_in(session, unsigned, broken)]
    assert uses == [
        "This record counts as your own word. You cannot send it.",
        "You cannot send this record. You can keep it.",
    ]


def test_details_of_a_transcript_list_what_is_inside_and_still_kept(session):
    parts = [plain_credential("Cranes", 1), plain_credential("Forklift", 2)]
    whole = {
        **plain_credential("Fall courses", 3),
        "type": ["VerifiableCredential", "ClrCredential"],
        "credentialSubject": {"id": "did:example:learner", "type": ["ClrSubject"], "verifiableCredential": parts},
    }
    first, second, third = everything = taken_in(session, whole)
    found = details(session, Words(), first.record.key)
    assert ([one.name for one in found.inside], found.card.kind) == (["Cranes", "Forklift"], "transcript")
    (part,) = record_cards(Words(), [second], everything)
    assert [one.part_of for one in record_cards(Words(), everything)] == ["", "Fall courses", "Fall courses"]
    assert details(session, Words(), second.record.key).card == part
    assert (part.part_of, part.inside) == ("Fall courses", ())
    step.remove(session, second.record.key)
    assert [one.name for one in details(session, Words(), first.record.key).inside] == ["Forklift"]
    step.remove(session, first.record.key)
    assert details(session, Words(), third.record.key).card.part_of == ""


def test_details_show_results_samples_and_whom_it_names(session):
    document = signed_badge(
        "Welding",
        subject=None,
        extra={"evidence": [{"type": ["Evidence"], "id": "https://work.example/1", "name": "A gate"}]},
        extra_subject={
            "identifier": [{"type": "IdentityObject", "identityHash": "ana@example.org", "hashed": False}],
            "result": [{"type": ["Result"], "value": "92", "status": "Completed"}],
        },
    )
    (card,) = taken_in(session, document)
    whole = details(session, Words(), card.record.key)
    about = {one.code: one.value for one in whole.about}
    assert (about["result"], about["sample"]) == ("92, finished", "A gate https://work.example/1")
    assert (about["about"], about["how"]) == ("ana@example.org", "Shown at work.")
    assert [(one.how, one.question) for one in whole.named] == [("address", "Is “ana@example.org” you?")]
    assert whole.questions[-1].mend == "say_who_you_are"


def test_details_of_what_is_not_there_are_a_persons_error(session):
    with pytest.raises(PersonError, match="record_not_found"):
        details(session, Words(), "none")
