"""After: what was sent, what came of it, what comes up, whom to ask."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from applying_world import sign
from journey_world import add_badges, journey, page_of
from practice_world import NOW
from terminal import OPPORTUNITY

from app.applying.opportunity import Asked, read_opportunity
from app.errors import PersonError
from app.journey.after.ledger import OUTCOMES, entries, say_outcome, seen, take_back_outcome
from app.journey.after.page import after_page
from app.journey.after.paper import ledger_paper
from app.journey.after.reminders import CODES, quiet, remind_days, set_remind_days, speak_up
from app.journey.apply.preparing import asked_claim, elsewhere, prepare
from app.journey.papers import labels
from app.journey.records.holding import cards
from app.journey.skills.changes import add_own, say_yes
from app.journey.skills.profile import answer
from app.profile.skills import Answer
from app.vault import store_plan, store_records
from app.wording import Words
from app.wording.after import OUTCOMES as OUTCOME_WORDS
from app.wording.after import REMINDER_NOTES, REMINDERS, TILES, outcome_note, reminder_note, reminder_title, tiles
from app.wording.asking import ASKS, REQUESTS, ask_note, ask_title, request_draft
from app.wording.papers import STATEMENT

TERMS = "http://data.europa.eu/esco/skill/2806260f-6399-4add-8f11-070141423f9d"
HOSTILE = "<b>Sh\u202eop</b>\n'); DROP TABLE outcome;--"


@pytest.fixture
def session(tmp_path):
    with journey(tmp_path) as opened:
        yield opened


def sent(session):
    ready = prepare(session, cards(session), page_of(session).held, read_opportunity(OPPORTUNITY))
    return sign(session, ready, labels(Words(), STATEMENT), told=frozenset(elsewhere(session, ready)))


def page(session, now=None):
    at = replace(session, clock=lambda: now) if now else session
    return after_page(at, cards(at), page_of(at))


def later(session, **more):
    """The page some time after now."""
    return page(session, NOW + timedelta(**more))


def codes(found):
    return [one.code for one in found]


def test_an_entry_names_what_went_as_its_reader_sees_it(session):
    made = sent(session)
    (entry,) = entries(session)
    assert (entry.organisation, entry.title) == ("Lakeside Practice Clinic", "Medical Assistant Trainee")
    assert (entry.code, entry.outcome, entry.usable_until) == ("waiting", None, None)
    saw = seen(entry)
    assert saw.content == made.content
    assert [one.name for one in saw.records] == list(entry.records)
    assert (saw.holder, saw.challenge, saw.domain) == (made.holder, made.challenge, made.domain)
    assert all("issuer" in one.tells for one in saw.records)
    for one in saw.records:
        assert one.issuer.encode() in made.content


def test_own_words_that_went_are_told_apart_from_records(session):
    add_own(session, "Speak Spanish")
    question = next(one for one in page_of(session).questions if one.said == "Speak Spanish")
    say_yes(session, question)
    answer(session, asked_claim(Asked("Speak Spanish")), question.best.concept.id, Answer(agreed=True))
    sent(session)
    (entry,) = entries(session)
    assert entry.own_words == ("Speak Spanish",)
    assert "Speak Spanish" not in entry.records
    (own,) = seen(entry).own_words
    assert (own.name, own.text) == ("Speak Spanish", "Speak Spanish")


def test_the_names_stay_when_a_record_is_removed(session):
    sent(session)
    before = entries(session)
    for row in store_records.records(session.vault):
        store_records.remove_record(session.vault, row.key)
    assert entries(session) == before


def test_what_came_of_it_goes_step_by_step_and_back(session):
    sent(session)
    (entry,) = entries(session)
    first = say_outcome(session, entry.id, "interview", note="Bring the card", on=date(2026, 12, 1), at=time(10, 30))
    say_outcome(session, entry.id, "not_this_time", note=HOSTILE)
    (told,) = entries(session)
    assert [one.code for one in told.outcomes] == ["interview", "not_this_time"]
    assert told.outcome.note == "<b>Shop</b> '); DROP TABLE outcome;--"
    assert take_back_outcome(session, told.outcome.id)
    (told,) = entries(session)
    assert (told.code, told.outcome.note, told.outcome.on, told.outcome.at) == (
        "interview", "Bring the card", date(2026, 12, 1), time(10, 30),
    )  # fmt: skip
    assert told.days_without_answer is None
    assert take_back_outcome(session, first)
    assert not take_back_outcome(session, first)
    assert entries(session)[0].code == "waiting"


def test_what_cannot_be_said_of_an_entry(session):
    sent(session)
    with pytest.raises(PersonError, match="sent_not_found"):
        say_outcome(session, 99, "offer")
    with pytest.raises(PersonError, match="note_long"):
        say_outcome(session, 1, "offer", note="x" * 501)
    with pytest.raises(ValueError, match="hired"):
        say_outcome(session, 1, "hired")
    assert entries(session)[0].outcomes == ()


def test_days_are_counted_while_nobody_answers(session):
    sent(session)
    made = entries(session)[0].made_at
    waiting = entries(replace(session, clock=lambda: made + timedelta(days=5, hours=3)))
    assert waiting[0].days_without_answer == 5
    assert entries(replace(session, clock=lambda: made - timedelta(days=1)))[0].days_without_answer == 0


def test_the_newest_comes_first_and_the_tiles_count_all(session):
    for _ in range(3):
        sent(session)
    first, second, third = entries(session)
    assert first.id > second.id > third.id
    say_outcome(session, first.id, "offer")
    say_outcome(session, second.id, "waiting")
    assert page(session).counts == {"waiting": 2, "offer": 1}


def test_records_are_told_when_they_end_and_the_next_one_far_off(session):
    coming = {one.code: one for one in page(session).coming_up}
    assert codes(page(session).coming_up) == ["ended", "ends_later"]
    assert coming["ended"].values["name"] == "CPR and First Aid"
    assert coming["ended"].on == date(2026, 1, 31)
    assert coming["ends_later"].values["name"] == "Customer Care in Clinics"
    soon = page(session, datetime(2035, 10, 1, tzinfo=UTC)).coming_up
    assert [(one.code, one.values.get("days")) for one in soon if one.code == "ends_soon"] == [("ends_soon", 44)]
    assert "ended" in codes(page(session, datetime(2035, 11, 15, tzinfo=UTC)).coming_up)


def test_how_long_before_is_the_learners_to_say(session):
    at = datetime(2035, 10, 1, tzinfo=UTC)
    assert remind_days(session) == 60
    assert set_remind_days(session, 7) == 60
    assert "ends_soon" not in codes(page(session, at).coming_up)
    assert set_remind_days(session, 60) == 7
    assert "ends_soon" in codes(page(session, at).coming_up)
    set_remind_days(session, 0)
    assert remind_days(session) == 1


def test_a_renewed_record_is_no_more_told_as_ended(session, tmp_path):
    old = {"name": "Food handler", "tag": ["food safety"], "validUntil": "2025-01-01T00:00:00Z"}
    add_badges(session, tmp_path, old)
    ended = [one for one in page(session).coming_up if one.values["name"] == "Food handler"]
    assert codes(ended) == ["ended"]
    add_badges(session, tmp_path, {**old, "validUntil": "2027-01-20T00:00:00Z"})
    ended = [one for one in page(session).coming_up if one.values["name"] == "Food handler"]
    assert codes(ended) == ["ends_soon"]
    add_badges(session, tmp_path, {"name": "Food handler", "tag": ["food safety"]})
    named = [one.values["name"] for one in later(session, days=400).coming_up]
    assert "Food handler" not in named


def test_a_reminder_can_be_put_aside_and_brought_back(session):
    ended = page(session).coming_up[0]
    quiet(session, ended.key)
    assert ended not in page(session).coming_up
    speak_up(session, ended.key)
    assert page(session).coming_up[0] == ended


def test_an_interview_is_told_before_and_thanked_for_after(session):
    sent(session)
    (entry,) = entries(session)
    day = NOW.date() + timedelta(days=5)
    say_outcome(session, entry.id, "interview", on=day, at=time(10, 30))
    assert codes(page(session).coming_up)[0] == "interview"
    assert codes(later(session, days=6).coming_up)[0] == "thank"
    assert not {"interview", "thank"} & set(codes(later(session, days=20).coming_up))


def test_the_day_after_is_a_day_however_few_hours_have_passed(session):
    sent(session)
    made = entries(session)[0].made_at
    next_morning = (made.astimezone() + timedelta(days=1)).replace(hour=0, minute=5)
    assert next_morning - made < timedelta(days=1)
    assert entries(replace(session, clock=lambda: next_morning))[0].days_without_answer == 1


def test_days_to_an_end_are_counted_on_the_calendar(session, tmp_path):
    add_badges(session, tmp_path, {"name": "Forklift", "tag": ["forklifts"], "validUntil": "2026-11-23T18:00:00Z"})
    told = {}
    for day in (21, 22, 23):
        for hour in (9, 20):
            shown = page(session, datetime(2026, 11, day, hour, tzinfo=UTC)).coming_up
            (one,) = [one for one in shown if one.values["name"] == "Forklift"]
            told[day, hour] = (one.code, one.values.get("days"))
    assert told == {
        (21, 9): ("ends_soon", 2),
        (21, 20): ("ends_soon", 2),
        (22, 9): ("ends_soon", 1),
        (22, 20): ("ends_soon", 1),
        (23, 9): ("ends_soon", 0),
        (23, 20): ("ended", None),
    }


@pytest.mark.parametrize(
    ("code", "title", "note"),
    [
        ("offer", "Answer Lakeside Practice Clinic by Nov 26", "They made you an offer: Medical Assistant Trainee."),
        ("accepted", "First day: Lakeside Practice Clinic, Nov 26", "You said yes to: Medical Assistant Trainee."),
    ],
    ids=["offer", "accepted"],
)
def test_the_day_of_an_offer_or_a_first_day_is_told_until_it_is_over(session, code, title, note):
    sent(session)
    say_outcome(session, 1, code, on=NOW.date() + timedelta(days=5))
    first = page(session).coming_up[0]
    assert first.code == code
    assert reminder_title(Words(), code, first.values, NOW) == title
    assert reminder_note(Words(), code, first.values, NOW) == note
    assert code in codes(later(session, days=5).coming_up)
    assert not {code, "thank"} & set(codes(later(session, days=6).coming_up))


@pytest.mark.parametrize("form", ["as_kept", "as_an_older_program_kept_it"])
def test_steps_under_way_and_steps_done_without_a_record_are_told(session, form):
    store_plan.set_goal(session.vault, "31-9092.00")
    step = {"name": "Phlebotomy", "provider": "Hill College", "teaches": ["4.A.4.a.5.I03.D01"]}
    shown = {"name": "Terms", "provider": "Hill College", "teaches": [TERMS]}
    rows = [("a", step), ("b", shown), ("c", step)]
    if form == "as_kept":
        rows = [(key, {"step": one, "covers": []}) for key, one in rows]
    store_plan.choose_steps(session.vault, "31-9092.00", rows)
    assert not {"step_started", "step_done"} & set(codes(page(session).coming_up))
    for one in ("a", "b"):
        store_plan.set_step_state(session.vault, "31-9092.00", one, "done")
    store_plan.set_step_state(session.vault, "31-9092.00", "c", "started")
    told = [(one.code, one.about, one.values["organisation"]) for one in page(session).coming_up if "step" in one.code]
    assert told == [("step_done", "a", "Hill College"), ("step_started", "c", "Hill College")]
    assert [one.values["name"] for one in page(session).coming_up if "step" in one.code] == ["Phlebotomy"] * 2


def test_only_what_would_raise_the_evidence_is_asked_for(session, tmp_path):
    add_own(session, "Help someone eat and dress")
    badge = {"name": "Till", "alignment": [{"targetName": "Operate cash registers", "targetCode": "4.A.4.c.1.I03.D01"}]}
    for one in badge["alignment"]:
        one["targetFramework"] = "O*NET"
    add_badges(session, tmp_path, badge)
    found = {(one.code, one.organisation): one for one in page(session).asks}
    assert set(found) == {("own_word", ""), ("renew", "Practice First Aid League"), ("sign", "Hill Shop")}
    assert found["renew", "Practice First Aid League"].records == ("CPR and First Aid",)
    assert len(found["renew", "Practice First Aid League"].skills) == 2
    assert found["own_word", ""].skills == ("Help someone eat and dress",)
    assert "Riverbend Practice Job Center" in found["own_word", ""].could_ask
    assert found["sign", "Hill Shop"].skills == ("Operate cash registers",)


def test_a_skill_that_a_signed_record_shows_asks_for_nothing(session):
    add_own(session, "Use spreadsheets software")
    say_yes(session, next(one for one in page_of(session).questions if one.said == "Use spreadsheets software"))
    assert "own_word" not in {one.code for one in page(session).asks}


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_line_of_the_page_can_be_said(session, language):
    words = Words(language)
    add_own(session, "Help someone eat")
    sent(session)
    say_outcome(session, 1, "interview", on=NOW.date(), at=time(10, 30))
    found = page(session)
    entry = found.ledger[0]
    told = outcome_note(words, "", entry.outcome.on, entry.outcome.at, entry.days_without_answer, NOW)
    plain = " ".join(told.split())
    assert plain == {"en": "Nov 21 at 10:30 AM", "es": "21 nov a las 10:30 a.m."}[language]
    for one in found.coming_up:
        assert reminder_title(words, one.code, one.values, NOW)
        assert reminder_note(words, one.code, one.values, NOW)
    for ask in found.asks:
        assert ask_title(words, ask.organisation)
        assert ask_note(words, ask.code, len(ask.skills))
        draft = request_draft(words, ask.code, name="Maya", records=ask.records, skills=ask.skills)
        assert draft.endswith("Maya")
        assert all(name.casefold() in draft.casefold() for name in (*ask.records, *ask.skills))


def test_the_list_on_paper_says_what_the_page_says_and_nothing_runs(session):
    sent(session)
    say_outcome(session, 1, "not_this_time", note="<script>x</script>")
    paper = ledger_paper(Words(), page(session), name="Maya <i>", on=NOW, practice=True).decode()
    assert "<script" not in paper
    assert "&lt;script&gt;x&lt;/script&gt;" in paper
    assert "Maya &lt;i&gt;" in paper
    for told in ("PRACTICE", "Lakeside Practice Clinic", "Not this time", "Customer Care in Clinics", "Jan 31"):
        assert told in paper
    empty = replace(page(session), ledger=(), coming_up=())
    assert "Nothing sent yet" in ledger_paper(Words(), empty, name="", on=NOW, practice=False).decode()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", [("2 interviews", "1 interview"), ("2 offers", "1 offer")]),
        ("es", [("2 entrevistas", "1 entrevista"), ("2 ofertas", "1 oferta")]),
    ],
    ids=["en", "es"],
)
def test_two_of_a_kind_are_told_in_the_plural(language, said):
    def told(number):
        return [f"{count} {what}" for _, count, what in tiles(Words(language), {"interview": number, "offer": number})]

    assert list(zip(told(2)[1:], told(1)[1:], strict=True)) == said


def test_every_code_has_its_words():
    assert set(OUTCOME_WORDS) == {*TILES, "interview", "offer"} == set(OUTCOMES)
    assert set(REMINDERS) == set(CODES) == {*REMINDER_NOTES, "ends_soon"}
    assert set(ASKS) | {"step_done"} == set(REQUESTS)
