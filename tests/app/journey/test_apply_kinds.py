"""A licence, a credential and years are shown only by a record of that kind or with such dates, on both sides."""

from dataclasses import replace
from typing import Any

import pytest
from applying_world import DATES, SPANISH, holding, ready_for
from journey_world import shared_pack
from known_lists import known
from practice_world import NOW
from signed_records import LEARNER, LEARNER_SEED, signed_badge

from app.applying.opportunity import Asked, AskedKind, Opportunity
from app.applying.postings.correcting import opportunity_of
from app.applying.postings.reading import posting_from_text
from app.journey.apply.preparing import signed
from app.journey.apply.table import apply_table
from app.journey.apply.words import shown_note
from app.journey.papers import labels
from app.journey.received.checked import check_received
from app.journey.received.meeting import requirements_met
from app.records.model import Source
from app.records.received import received
from app.vault import store_keys
from app.wording import Words
from app.wording.papers import STATEMENT

LINK = [{"type": ["Alignment"], "targetName": "Spanish", "targetUrl": SPANISH}]
RECORDS: dict[str, dict[str, Any]] = {
    "badge": {"name": "Spanish", "achievement": {"alignment": LINK}},
    "licence by type": {"name": "Interpreter", "achievement": {"alignment": LINK, "achievementType": "License"}},
    "licence by name": {"name": "Spanish Interpreter License", "achievement": {"alignment": LINK}},
    "certificate": {"name": "Spanish B2", "achievement": {"alignment": LINK, "achievementType": "Certificate"}},
    "four years": {"name": "Spanish at work", "achievement": {"alignment": LINK}, "extra_subject": DATES},
    "a month short": {
        "name": "Spanish at work",
        "achievement": {"alignment": LINK},
        "extra_subject": {"activityStartDate": "2022-06", "activityEndDate": "2025-05"},
    },
    "a class for it": {
        "name": "Spanish Interpreter License Study Group",
        "achievement": {"alignment": LINK, "achievementType": "Course"},
    },
    "one year": {
        "name": "Spanish at work",
        "achievement": {"alignment": LINK},
        "extra_subject": {"activityStartDate": "2024-01-01", "activityEndDate": "2025-01-01"},
    },
}
SHOWN = {
    "badge": {"skill"},
    "licence by type": {"skill", "licence", "credential"},
    "licence by name": {"skill", "licence", "credential"},
    "certificate": {"skill", "credential"},
    "four years": {"skill", "years"},
    "a month short": {"skill", "years"},
    "a class for it": {"skill"},
    "one year": {"skill"},
}
KINDS: tuple[AskedKind, ...] = ("skill", "licence", "credential", "years")
WANTED = Opportunity(
    "Interpreter",
    "Clinic",
    tuple(Asked(f"Spanish {kind}", (SPANISH,), kind=kind, years=3 if kind == "years" else None) for kind in KINDS),
)


@pytest.mark.parametrize("name", RECORDS)
def test_what_a_record_shows_of_each_kind_of_thing_asked(tmp_path, name):
    with holding(tmp_path, signed_badge(**RECORDS[name])) as session:
        with session.vault.writing():
            store_keys.keep_key(session.vault, LEARNER_SEED, "Brought along", lambda _seed: LEARNER.did)
        ready = ready_for(session, WANTED)
        shown = {KINDS[one.requirement] for one in ready.tailored.shown if one.how == "record"}
        assert shown == SHOWN[name]
        told = labels(Words("en"), STATEMENT)
        made = signed(session, ready, told, told=frozenset(one.key for one in ready.candidates))
    got = check_received(received(made.content, Source("p.json")), now=NOW, registries=[known(NOW)])
    met = requirements_met(shared_pack(), got, WANTED)
    assert {kind for kind, one in zip(KINDS, met, strict=True) if one.how == "record"} == SHOWN[name]
    assert {one.how for one in met} <= {"record", "maybe"}


def test_either_of_two_ways_will_do(tmp_path):
    text = "Requirements:\n- 4 years of experience speaking Spanish or completion of a Spanish program"
    read = opportunity_of(replace(posting_from_text(text), title="Interpreter", organisation="Clinic"))
    wanted = replace(read, asked=tuple(replace(one, concepts=(SPANISH,)) for one in read.asked))
    fit = {}
    for name, record in RECORDS.items():
        with holding(tmp_path / name, signed_badge(**record)) as session:
            fit[name] = [one.how for one in ready_for(session, wanted).tailored.shown] == ["record"]
    assert {name for name, shown in fit.items() if shown} == {
        "licence by type", "licence by name", "certificate", "four years",
    }  # fmt: skip


def test_a_badge_for_a_language_is_no_licence_and_no_years_of_a_posting(tmp_path):
    text = "Requirements:\n- Three to five years of experience speaking Spanish\n- Spanish license required"
    read = opportunity_of(replace(posting_from_text(text), title="Interpreter", organisation="Clinic"))
    wanted = replace(read, asked=tuple(replace(one, concepts=(SPANISH,)) for one in read.asked))
    assert [(one.kind, one.years) for one in wanted.asked] == [("years", 3.0), ("licence", None)]
    with holding(tmp_path, signed_badge(**RECORDS["badge"])) as session:
        ready = ready_for(session, wanted)
        assert [one.how for one in ready.tailored.shown] == ["uncovered", "uncovered"]
        assert ready.tailored.chosen == ()
        rows = apply_table(ready).rows
        assert [one.state for one in rows] == ["unknown", "unknown"]
        assert [shown_note(Words("en"), one) for one in rows] == [
            "Spanish may show it, but does not say how long.",
            "Spanish may show it, but does not say that it is one.",
        ]
