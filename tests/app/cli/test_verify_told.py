"""What `verify` tells of something sent, as the window does: for sure only what an issuer in a list signed."""

from datetime import UTC, datetime

import pytest
from application_pages import LABELS
from known_lists import college_file, unreadable
from signed_records import LEARNER_SEED, record_of, signed_badge
from terminal import json_lines, pathfolio

from app.applying.presentation import request_for, sign_presentation

CREATED = datetime(2026, 3, 10, tzinfo=UTC)
GOOD = signed_badge("Take vital signs")
ENDED = signed_badge("CPR and First Aid", extra={"validUntil": "2025-12-31T00:00:00Z"})


@pytest.fixture
def verify(tmp_path):
    """Sends records and has them checked, asked for one of them; options come last."""

    def told(records, *options):
        (tmp_path / "posting.txt").write_text("Trainee\n\nRequirements:\n- Take vital signs\n")
        request = request_for("Trainee", "Clinic", challenge="c-1", domain="clinic.example")
        made = sign_presentation(records, [], request, seed=LEARNER_SEED, created=CREATED, labels=LABELS)
        (tmp_path / "p.json").write_bytes(made.content)
        return pathfolio("verify", tmp_path / "p.json", "--for", tmp_path / "posting.txt", *options)

    return told


def asked(done):
    """What it comes to, and how the one thing asked stands with the doubts."""
    (found,) = json_lines(done)
    (one,) = found["asked"]
    return found["comes_to"], one["how"], one["doubts"]


def test_a_list_makes_sure_and_a_wrong_code_unmakes_it(verify, tmp_path):
    known = ("--registry", college_file(tmp_path))
    whole = ("--challenge", "c-1", "--domain", "clinic.example")
    records = [record_of(GOOD)]
    assert asked(verify(records, "--json")) == ("not_refused", "maybe", ["issuer_unchecked"])
    assert asked(verify(records, *known, *whole, "--json")) == ("all_checked", "record", [])
    assert asked(verify(records, *known, "--challenge", "c-2", "--json")) == ("refused", "maybe", ["file_refused"])
    assert "Nobody has checked that name." in verify(records).stdout
    assert "Given by Harbor Practice College." in verify(records, *known).stdout


def test_out_of_date_and_unread_are_told_apart_from_a_no(verify):
    done = verify([record_of(GOOD), record_of(ENDED), unreadable()], "--json")
    (found,) = json_lines(done)
    assert found["comes_to"] == "out_of_date"
    assert [(one["check"], one["record"]) for one in found["refused"]] == [("in_force", "CPR and First Aid")]
    assert {"check": "format", "reason": found["records"][-1]["code"]} in found["not_checked"]
