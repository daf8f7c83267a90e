"""The application being prepared is there again after a lock, as the learner left it."""

import json
from dataclasses import replace

import pytest
from applying_world import FIRST_AID, PRIVATE, SPANISH, TERMS, WANTED, holding, key_of, ready_for, showing, sign, titles
from terminal import PASSPHRASE

from app.applying.candidate import Wishes
from app.applying.opportunity import MAX_REQUIREMENTS, Asked, Opportunity, opportunity_from, opportunity_json
from app.errors import PersonError
from app.journey.apply.choice import flip, just, keep_in, leave_out
from app.journey.apply.draft import SETTING, Draft, draft, forget_draft, keep_draft, speak_for, unsay
from app.journey.apply.page import preview
from app.journey.apply.preparing import NO_WISHES, asked_claim, elsewhere, said, take_back
from app.journey.apply.standing import apply_step
from app.journey.opening import session_of
from app.journey.papers import labels
from app.journey.records.holding import import_paths
from app.journey.skills.profile import answer, say_in_own_words
from app.profile.skills import Answer
from app.vault import store_keys, store_profile, store_records, store_settings, vault
from app.wording import Words
from app.wording.papers import STATEMENT

GUESSED = Opportunity("Aide", "Elm House", (Asked("Give first aid"), Asked("Know basic medical terms", (TERMS,))))


def test_nothing_is_prepared_at_first_and_a_draft_is_let_go_once(tmp_path):
    with holding(tmp_path) as session:
        assert draft(session) is None
        assert not forget_draft(session)
        keep_draft(session, Draft(WANTED))
        keep_draft(session, Draft(GUESSED))
        assert draft(session) == Draft(GUESSED)
        assert forget_draft(session)
        assert draft(session) is None


def test_the_longest_posting_in_any_letters_is_there_again(tmp_path):
    bold = "\U0001d400"
    asked = tuple(Asked(f"{n} {bold * 190}", sentence=f"{n} {bold * 490}") for n in range(MAX_REQUIREMENTS))
    told = tuple(f"{n} {bold * 490}" for n in range(MAX_REQUIREMENTS))
    wanted = Opportunity(bold * 200, bold * 200, asked, conditions=told)
    with holding(tmp_path, showing("Terms", TERMS)) as session:
        keep_draft(session, Draft(wanted))
        assert draft(session) == Draft(wanted)
        assert apply_step(session).open.ready.opportunity.asked == asked
    assert opportunity_from(json.dumps(opportunity_json(wanted), ensure_ascii=False, indent=1).encode()) == wanted


@pytest.mark.parametrize(
    "damaged", [{"wanted": {"title": "Aide"}}, {"wanted": []}, {}], ids=["lacks", "other", "empty"]
)
def test_a_draft_that_cannot_be_read_is_told_and_can_be_let_go(tmp_path, damaged):
    with holding(tmp_path, showing("Terms", TERMS)) as session:
        store_settings.set_setting(session.vault, SETTING, damaged)
        step = apply_step(session)
        assert step.open is None
        assert Words().problem(step.lost.code, step.lost.values).startswith("The application you began")
        assert forget_draft(session)
        assert apply_step(session).lost is None
        keep_draft(session, Draft(GUESSED))
        assert apply_step(session).open.draft == Draft(GUESSED)


def test_a_lock_half_way_loses_nothing(tmp_path):
    wanted = replace(WANTED, challenge="c-1", domain="clinic.example")
    with holding(tmp_path, showing("Terms", TERMS), showing("Privacy", PRIVATE)) as session:
        ready = ready_for(session, wanted)
        wishes = keep_in(
            leave_out(flip(ready.wishes, "years", on=True), key_of(ready, "Terms")), key_of(ready, "Privacy")
        )
        one = Draft(wanted, replace(wishes, skills_first=False), {}, "Ana Diaz")
        spoken, _ = speak_for(session, one, wanted.asked[2], "Spanish is what we speak at home.")
    with vault.unlock(tmp_path / "v", PASSPHRASE) as opened, session_of(opened) as again:
        found = draft(again)
        assert found == spoken
        assert found.wishes == one.wishes
        ready = ready_for(again, found)
        assert titles(ready, ready.tailored.chosen) == ["Privacy"]
        assert ready.own_words[2].claim.text == "Spanish is what we speak at home."


def test_a_wish_about_a_record_that_is_gone_is_passed_over(tmp_path):
    with holding(tmp_path, showing("Terms", TERMS), showing("Privacy", PRIVATE)) as session:
        ready = ready_for(session)
        gone, there = key_of(ready, "Terms"), key_of(ready, "Privacy")
        one = Draft(WANTED, Wishes(send=frozenset({gone}), keep=frozenset({there})))
        store_records.remove_record(session.vault, gone)
        left = ready_for(session, one)
        assert left.wishes == Wishes(keep=frozenset({there}))
        assert left.tailored.chosen == ()


def test_words_for_one_thing_asked_are_signed_for_it_and_can_be_taken_back(tmp_path):
    unheard = Opportunity(
        "Guide", "Elm House", (Asked("Qqzzxv the wibble"), Asked("Know basic medical terms", (TERMS,)))
    )
    with holding(tmp_path, showing("Terms", TERMS)) as session:
        assert [one.how for one in ready_for(session, unheard).tailored.shown] == ["uncovered", "record"]
        one, change = speak_for(session, Draft(unheard), unheard.asked[0], "  I did that\n\n\n\nfor two summers. ")
        ready = ready_for(session, one)
        assert said(ready) == (0,)
        assert ready.own_words[0].claim.text == "I did that\n\nfor two summers."
        made = sign(session, ready, labels(Words(), STATEMENT), told=frozenset(ready.tailored.chosen))
        names = [one["credentialSubject"]["achievement"]["name"] for one in made.document["verifiableCredential"]]
        assert names == ["Terms", "Qqzzxv the wibble"]
        back = unsay(session, one, unheard.asked[0], change)
        assert (back, draft(session)) == (Draft(unheard), Draft(unheard))
        assert store_profile.own_words(session.vault) == ()
        assert unsay(session, back, unheard.asked[0]) == back


def test_words_that_stood_there_before_stay_when_they_are_no_longer_for_this(tmp_path):
    with holding(tmp_path) as session:
        say_in_own_words(session, "We speak it at home.")
        one, change = speak_for(session, Draft(WANTED), WANTED.asked[2], "we speak it at home.")
        assert len(store_profile.own_words(session.vault)) == 1
        assert unsay(session, one, WANTED.asked[2], change) == Draft(WANTED)
        assert len(store_profile.own_words(session.vault)) == 1
        assert said(ready_for(session)) == ()


def test_words_for_a_thing_asked_follow_it_when_the_list_is_put_in_another_order(tmp_path):
    with holding(tmp_path) as session:
        one, _ = speak_for(session, Draft(WANTED), WANTED.asked[2], "At home we speak it.")
        turned = replace(WANTED, asked=WANTED.asked[::-1])
        assert said(ready_for(session, replace(one, wanted=turned))) == (0,)


def test_no_words_are_no_words(tmp_path):
    with holding(tmp_path) as session, pytest.raises(PersonError, match="own_words_empty"):
        speak_for(session, Draft(WANTED), WANTED.asked[2], " \u200b\n ")


def test_a_guess_that_was_denied_is_not_made_again_and_a_yes_can_be_taken_back(tmp_path):
    with holding(tmp_path, showing("First Aid", FIRST_AID)) as session:
        (guess,) = ready_for(session, GUESSED).guesses
        first, *rest = guess.matches
        answer(session, guess.claim, first.concept.id, Answer(agreed=False))
        (left,) = ready_for(session, GUESSED).guesses
        assert left.matches == tuple(rest)
        assert take_back(session, guess.asked, first.concept.id)
        assert not take_back(session, guess.asked, first.concept.id)
        answer(session, asked_claim(guess.asked), FIRST_AID, Answer(agreed=True))
        ready = ready_for(session, GUESSED)
        assert ready.guesses == ()
        assert [one.id for one in ready.meanings[0]] == [FIRST_AID]
        assert ready.tailored.shown[0].how == "record"
        take_back(session, guess.asked, FIRST_AID)
        assert ready_for(session, GUESSED).tailored.shown[0].how == "uncovered"


def test_until_the_learner_decides_what_costs_nothing_is_left_out(tmp_path):
    dated = showing("Job", PRIVATE, extra_subject={"activityStartDate": "2021-09-27"})
    with holding(tmp_path, showing("Terms", TERMS), dated) as session:
        assert ready_for(session).wishes == Wishes(hide=frozenset({"grades", "school_name", "schooling", "time_gaps"}))
        decided = Draft(WANTED, Wishes())
        assert ready_for(session, decided).wishes == Wishes()


def test_looking_makes_no_key(tmp_path):
    with holding(tmp_path, showing("Spanish", SPANISH)) as session:
        ready = ready_for(session)
        assert elsewhere(session, ready) == ready.tailored.chosen
        preview(session, Words(), ready, name="")
        assert store_keys.keys(session.vault) == ()


def test_what_comes_later_stays_home_where_the_learner_chose_by_hand(tmp_path):
    with holding(tmp_path, showing("Terms", TERMS)) as session:
        ready = ready_for(session)
        keep_draft(session, Draft(WANTED, just(NO_WISHES, frozenset({key_of(ready, "Terms")}))))
        (tmp_path / "new.json").write_text(json.dumps(showing("Privacy", PRIVATE)), encoding="utf-8")
        import_paths(session, [tmp_path / "new.json"])
        later = ready_for(session, draft(session))
        assert titles(later, later.tailored.chosen) == ["Terms"]
        assert [one.reason for one in later.tailored.stays_home] == ["kept_by_you"]
        chosen = ready_for(session, Draft(WANTED))
        assert sorted(titles(chosen, chosen.tailored.chosen)) == ["Privacy", "Terms"]


def test_wishes_of_an_older_vault_choose_nothing_by_hand(tmp_path):
    with holding(tmp_path, showing("Terms", TERMS)) as session:
        keep_draft(session, Draft(WANTED, NO_WISHES))
        older = store_settings.setting(session.vault, SETTING)
        del older["wishes"]["by_hand"], older["wishes"]["silent"]
        store_settings.set_setting(session.vault, SETTING, older)
        assert draft(session) == Draft(WANTED, NO_WISHES)
