"""The table of an application: what shows each thing asked, what else goes with it, and what stays home."""

import json

import pytest
from applying_world import (
    DATES,
    ESCO,
    GRADE,
    PRIVATE,
    SPANISH,
    TERMS,
    WANTED,
    holding,
    key_of,
    ready_for,
    showing,
    titles,
    transcript,
)
from signed_records import COLLEGE_SEED, LEARNER, OB_3, VC_2, signed_badge
from signed_texts import did_jwk, token
from terminal import RECORDS

from app.applying.candidate import Wishes
from app.applying.disclosure import SKILLS_FIRST_HIDES, WEIGHTS
from app.applying.holder import holder_of
from app.applying.opportunity import Asked, Opportunity
from app.journey.apply.asked_words import asked_note
from app.journey.apply.choice import flip, keep_in, leave_out, options
from app.journey.apply.draft import Draft, speak_for
from app.journey.apply.page import preview
from app.journey.apply.preparing import with_wishes
from app.journey.apply.table import apply_table
from app.journey.apply.words import (
    carries,
    counts,
    gives_away,
    made_for_note,
    sees,
    shown_by,
    shown_note,
    stands,
    stays,
    stays_home,
    summary,
    to_know,
)
from app.journey.records.holding import import_paths
from app.journey.skills.profile import answer, say_in_own_words
from app.profile.skills import Answer
from app.trust.proofs import add_proof
from app.wording import Words

EN = Words()


@pytest.fixture(scope="module")
def table(tmp_path_factory):
    """Two things by one job, one by nothing but own words; a grade and an idle record stay home."""
    records = (
        showing("Front Desk", TERMS, PRIVATE, extra_subject={"name": "Ana Diaz", "role": "Clerk", **DATES}),
        showing("Course", TERMS, extra_subject=GRADE),
        showing("Idle, 2 parts", ESCO + "none"),
    )
    with holding(tmp_path_factory.mktemp("table"), *records) as session:
        one, _ = speak_for(session, Draft(WANTED), WANTED.asked[2], "I studied Spanish at Lake High School.")
        yield apply_table(ready_for(session, one))


def test_each_thing_asked_has_a_row_in_the_order_asked(table):
    assert [row.asked for row in table.rows] == list(WANTED.asked)
    assert [(row.how, row.state, row.evidence) for row in table.rows] == [
        ("record", "shown", 3),
        ("record", "shown", 3),
        ("own_word", "partly", 1),
    ]
    assert [asked_note(EN, row.asked) for row in table.rows] == ["", "", "nice to have"]
    assert [shown_by(EN, row) for row in table.rows] == ["Front Desk", "Front Desk", "Your own word"]
    notes = ["Harbor Care Group", "already in the set", "signed by you, and says so"]
    assert [shown_note(EN, row) for row in table.rows] == notes


def test_what_a_record_gives_away_is_told_once(table):
    first, second, own = table.rows
    assert first.gives_away == ("dates", "time_gaps", "names", "role", "linkable_id", "issue_date", "issuer")
    assert gives_away(EN, first) == ("Dates of work or study, gaps in time, your name, job title, an ID number")
    assert [gives_away(EN, row) for row in (second, own)] == ["Nothing more", "Nothing more"]
    assert [stays(EN, row) for row in table.rows] == ["Goes as a whole", "Goes as a whole", ""]


def test_the_set_is_summed_up(table):
    assert summary(EN, table) == "This is the smallest set that answers all 3."
    assert counts(EN, table) == "1 record and your own word go. 2 records stay home."


def test_what_the_reader_sees_and_what_stays_home(table):
    assert sees(EN, table, name="Ana Diaz") == (
        "Your name and 3 answers",
        "Who gave each record, when, and its ID number",
        "Front Desk: dates of work or study, gaps in time, your name, job title",
        "Your own words on: Speak Spanish",
    )
    assert sees(EN, table, name="")[0] == "3 answers"
    assert stays_home(EN, table) == (
        "Grades",
        "Course; Idle, 2 parts",
        "Your goal, your plan and the other places you apply to",
    )


def test_the_very_words_that_are_asked_need_no_meaning(tmp_path):
    asked = (Asked("Qwzx  ritual"), Asked("speak qwzx"), Asked("Sing qwzx"))
    with holding(tmp_path, signed_badge("Qwzx Ritual"), signed_badge("Qwzx Rituals")) as session:
        say_in_own_words(session, "Speak Qwzx")
        ready = ready_for(session, Opportunity("Aide", "Elm House", asked))
        assert [one.how for one in ready.tailored.shown] == ["record", "own_word", "uncovered"]
        assert titles(ready, ready.tailored.chosen) == ["Qwzx Ritual"]


def test_an_id_number_is_told_of_each_record_that_has_one_where_not_all_do(tmp_path):
    plain = showing("Plain", PRIVATE, subject=None)
    del plain["id"], plain["proof"]
    method = holder_of(COLLEGE_SEED).method
    plain = add_proof(
        plain,
        seed=COLLEGE_SEED,
        verification_method=method,
        purpose="assertionMethod",
        created="2025-12-12T00:00:00Z",
        suite="eddsa-rdfc-2022",
    )
    with holding(tmp_path, showing("Terms", TERMS), plain) as session:
        told = sees(EN, apply_table(ready_for(session)), name="")
    assert told[1:] == ("Who gave each record, and when", "Terms: an ID number", "Plain")


def test_nobody_else_can_use_it_only_where_each_record_names_a_key(tmp_path):
    bound, loose = showing("Terms", TERMS), showing("Privacy", PRIVATE, subject=None)
    with holding(tmp_path, bound, loose) as session:
        both = apply_table(ready_for(session))
        one = apply_table(ready_for(session, Opportunity("Aide", "Elm House", WANTED.asked[:1])))
    assert made_for_note(EN, both, ()) == "Made for Lakeside Clinic alone."
    assert made_for_note(EN, one, ()) == "Made for Elm House alone. Nobody else can use it as theirs."
    assert made_for_note(EN, one, [one.going[0].key]) == "Made for Elm House alone."


def test_what_the_file_carries_and_own_words_speak_of_is_told(table):
    (desk,) = table.going
    assert desk.still == ("dates", "time_gaps")
    assert desk.asks
    other = to_know(EN, table, [desk.key])[-1]
    assert carries(EN, "Desk", ("dates", "role")).endswith(
        "the file of Desk carries it: dates of work or study and job title."
    )
    assert to_know(EN, table, []) == (
        carries(EN, "Front Desk", ("dates", "time_gaps")),
        "Your own words on “Speak Spanish” speak of this: school name. They go as you wrote them.",
    )
    assert other == "Front Desk names another key than the one that signs. Its reader may ask why."


def test_every_code_of_a_chosen_record_is_told_somewhere_and_nothing_else(tmp_path):
    with holding(tmp_path) as session:
        import_paths(session, [RECORDS])
        ready = ready_for(session)
        table = apply_table(ready)
        told = [(row.by.title, code) for row in table.rows if row.by for code in row.gives_away]
        assert len(told) == len(set(told))
        for one in table.going:
            found = {code for row in table.rows if row.by and row.by.key == one.key for code in row.gives_away}
            assert found <= set(one.tells)
            assert {code for code in one.tells if WEIGHTS[code] > 1 and code != "names"} <= found
        assert set(table.facts_home).isdisjoint(code for one in table.going for code in one.tells)


def test_names_are_given_away_once_whoever_tells_them(tmp_path):
    named = {"extra_subject": {"name": "Ana Diaz"}}
    records = showing("A", TERMS, **named), showing("B", PRIVATE, issuer="Elm Care Home", **named)
    with holding(tmp_path, *records) as session:
        first, second = apply_table(ready_for(session)).rows[:2]
    assert "names" in first.gives_away
    assert second.gives_away == ("linkable_id", "issue_date", "issuer")


def test_a_school_is_named_once_and_says_who_gave_the_record(tmp_path):
    school = {"issuer": "Harbor Practice College"}
    with holding(tmp_path, showing("A", TERMS, **school), showing("B", PRIVATE, **school)) as session:
        ready = with_wishes(ready_for(session), Wishes())
    first, second = apply_table(ready).rows[:2]
    assert first.gives_away == ("school_name", "linkable_id", "issue_date")
    assert second.gives_away == ("linkable_id", "issue_date")


def test_unknown_is_never_shown_as_missing(tmp_path):
    asked = (Asked("Give first aid"), Asked("Qqzzxv wibble"), Asked("Keep patient facts private", (PRIVATE,)))
    with holding(tmp_path, showing("Terms", TERMS)) as session:
        table = apply_table(ready_for(session, Opportunity("Aide", "Elm House", asked)))
    guess, unheard, missing = table.rows
    assert [(row.how, row.state) for row in table.rows] == [
        ("guess", "unknown"),
        ("uncovered", "unknown"),
        ("uncovered", "missing"),
    ]
    assert [shown_by(EN, row) for row in table.rows] == ["Not known yet", "Not known yet", "Nothing yet"]
    assert shown_note(EN, guess) == f"It may mean “{guess.guess.matches[0].concept.name}”. Does it?"
    assert shown_note(EN, unheard) == "We do not know what this means. Say it in your own words."
    assert shown_note(EN, missing) == "No record of yours shows this. You can say it in your own words."
    assert [gives_away(EN, row) + stays(EN, row) for row in table.rows] == ["", "", ""]
    assert summary(EN, table) == "We do not know yet what of yours shows this. 1 waits for your answer."
    assert counts(EN, table) == "No record goes yet. 1 record stays home."


def test_what_is_not_shown_is_said_beside_what_is(tmp_path):
    with holding(tmp_path, showing("Terms", TERMS)) as session:
        table = apply_table(ready_for(session))
    assert summary(EN, table) == "This is the smallest set that answers 1 of 3. 2 are not shown."
    assert counts(EN, table) == "1 record goes."


def test_an_expired_record_is_half_a_mark_and_says_so(tmp_path):
    late = showing("Terms", TERMS, extra={"validUntil": "2026-01-31T00:00:00Z"})
    with holding(tmp_path, late) as session:
        ready = ready_for(session)
        table = apply_table(ready)
        page = preview(session, EN, ready, name="Ana").page
    assert (table.rows[0].state, table.rows[0].by.lapsed) == ("partly", True)
    assert (page.answers[0].detail, page.sent[0].facts) == ("out of date", ("Out of date",))
    assert shown_note(EN, table.rows[0]) == "Harbor Care Group, out of date"
    assert "Terms: out of date, end date" in sees(EN, table, name="")
    assert to_know(EN, table, []) == ("Terms is out of date. It goes marked so.",)


def test_a_record_that_is_not_in_force_yet_is_never_said_to_be_out_of_date(tmp_path):
    early = showing("Terms", TERMS, extra={"validFrom": "2026-12-01T00:00:00Z"})
    with holding(tmp_path, early) as session:
        ready = ready_for(session)
        table = apply_table(ready)
        page = preview(session, EN, ready, name="Ana").page
        (option,) = options(ready, 0)
    assert (table.rows[0].state, table.rows[0].by.lapsed) == ("partly", True)
    assert shown_note(EN, table.rows[0]) == "Harbor Care Group, not in force yet"
    assert "Terms: not in force yet" in sees(EN, table, name="")
    assert to_know(EN, table, []) == ("Terms is not in force yet. It goes marked so.",)
    assert (option.lapsed, stands(EN, option.notes)) == (True, "It is not in force yet.")
    assert (page.answers[0].state, page.answers[0].detail) == ("partly", "not in force yet")
    assert page.sent[0].facts == ("Not in force yet",)


def test_a_record_in_force_goes_before_one_that_is_not_yet(tmp_path):
    early = showing("Terms", TERMS, extra={"validFrom": "2026-12-01T00:00:00Z"})
    now = showing("Terms today", TERMS, extra_subject=DATES)
    with holding(tmp_path, early, now) as session:
        assert [one.title for one in apply_table(ready_for(session)).going] == ["Terms today"]


def test_what_is_kept_home_by_choice_is_named_where_it_would_serve(tmp_path):
    with holding(tmp_path, showing("Terms", TERMS, extra_subject=DATES), showing("Privacy", PRIVATE)) as session:
        ready = ready_for(session)
    for wishes in (leave_out(ready.wishes, key_of(ready, "Terms")), flip(ready.wishes, "years", on=True)):
        table = apply_table(with_wishes(ready, wishes))
        assert table.rows[0].left_home == ("Terms",)
        assert (table.rows[0].state, shown_by(EN, table.rows[0])) == ("kept_home", "Nothing that goes")
        assert shown_note(EN, table.rows[0]) == "You keep home what would show this: Terms."
        start = "With your choices, this is the smallest set that answers 1 of 3."
        assert summary(EN, table) == f"{start} 2 are not shown."


def test_what_is_kept_home_is_never_said_to_be_missing_in_the_sum(tmp_path):
    with holding(tmp_path, showing("Terms", TERMS)) as session:
        ready = ready_for(session, Opportunity("Aide", "Elm House", WANTED.asked[:2]))
        table = apply_table(with_wishes(ready, leave_out(ready.wishes, key_of(ready, "Terms"))))
        other = apply_table(ready_for(session, Opportunity("Aide", "Elm House", WANTED.asked[1:2])))
    assert [row.state for row in table.rows] == ["kept_home", "missing"]
    assert summary(EN, table) == "You keep home what would show this."
    assert summary(EN, other) == "Nothing of yours shows what is asked for yet."


def test_a_record_sent_by_wish_alone_goes_and_the_set_is_not_called_the_smallest_of_all(tmp_path):
    with holding(tmp_path, showing("Terms", TERMS), showing("Extra")) as session:
        ready = ready_for(session)
    table = apply_table(with_wishes(ready, keep_in(ready.wishes, key_of(ready, "Extra"))))
    assert [(one.title, one.shows) for one in table.going] == [("Terms", True), ("Extra", False)]
    assert table.summary.best == "smallest_chosen"


def test_a_set_that_is_larger_to_tell_less_is_not_called_the_smallest(tmp_path):
    school = showing("Program", TERMS, PRIVATE, issuer="Harbor Practice College")
    with holding(tmp_path, school, showing("Terms", TERMS), showing("Privacy", PRIVATE)) as session:
        ready = with_wishes(ready_for(session), Wishes())
        assert len(ready.tailored.chosen) == 2
        assert summary(EN, apply_table(ready)).startswith("No smaller set answers these 2 of 3 as well and tells as")
        plain = with_wishes(ready, Wishes(skills_first=False))
        assert summary(EN, apply_table(plain)).startswith("This is the smallest set that answers 2 of 3.")


def test_one_thing_asked_is_not_counted_out(tmp_path):
    with holding(tmp_path, showing("Terms", TERMS)) as session:
        one = Opportunity("Aide", "Elm House", WANTED.asked[:1])
        assert summary(EN, apply_table(ready_for(session, one))) == "This answers the one thing that is asked."


def test_the_sample_beside_own_words_stays_home(tmp_path):
    with holding(tmp_path) as session:
        claim = say_in_own_words(session, "Speak Spanish with customers", "A two-minute recording")
        answer(session, claim, SPANISH, Answer(agreed=True))
        row = apply_table(ready_for(session)).rows[2]
    assert (row.own_words, row.how) == ("Speak Spanish with customers", "own_word")
    assert stays(EN, row) == "What you have to show for it"


def test_a_course_out_of_a_transcript_goes_without_the_rest(tmp_path):
    comes_out_of(tmp_path, json.dumps(transcript(showing("Terms", TERMS), showing("Privacy", PRIVATE))))


def test_a_course_out_of_a_transcript_that_is_one_signed_text_too(tmp_path):
    whole = {
        "@context": [VC_2, "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json", OB_3],
        "id": "urn:uuid:00000000-0000-4000-8000-000000000001",
        "type": ["VerifiableCredential", "ClrCredential"],
        "name": "All courses",
        "issuer": {"id": did_jwk(), "type": ["Profile"], "name": "Harbor Care Group"},
        "validFrom": "2025-12-12T00:00:00Z",
        "credentialSubject": {
            "id": LEARNER.did,
            "type": ["ClrSubject"],
            "verifiableCredential": [showing("Terms", TERMS), showing("Privacy", PRIVATE)],
        },
    }
    comes_out_of(tmp_path, token(whole, typ="vc+jwt"))


def comes_out_of(tmp_path, text):
    """A course is told as a part of its transcript, and goes alone."""
    (tmp_path / "clr").write_text(text, encoding="utf-8")
    with holding(tmp_path / "w") as session:
        import_paths(session, [tmp_path / "clr"])
        one = Opportunity("Aide", "Elm House", WANTED.asked[:1])
        table = apply_table(ready_for(session, one))
    (row,) = table.rows
    assert (row.by.title, row.by.part_of) == ("Terms", "All courses")
    assert shown_note(EN, row) == "part of All courses"
    assert stays(EN, row) == "The rest of All courses"
    assert {one.title for one in table.staying} == {"All courses", "Privacy"}


def test_the_page_hides_by_default_what_the_going_are_told_to_still_carry(table):
    assert all(set(one.still) <= SKILLS_FIRST_HIDES for one in table.going)
