"""The Records step over a real vault: taking in, setting aside, bringing back, and never asking twice in vain."""

import hashlib
import json
import zipfile
from dataclasses import replace
from datetime import timedelta

import pytest
from applying_world import sign
from practice_world import LATER, NOW
from signed_records import LEARNER, signed_badge
from terminal import CHEAP, DOCUMENTS, OPPORTUNITY, PASSPHRASE, RECORDS, REGISTRY, plain_credential

from app.applying.opportunity import read_opportunity
from app.errors import PersonError
from app.journey.after.ledger import entries
from app.journey.apply.preparing import elsewhere, prepare
from app.journey.opening import session_of
from app.journey.papers import labels
from app.journey.records import about_you, import_report
from app.journey.records import holding as step
from app.journey.records.files import came_from, file_name, file_text, raw_of, save_copy
from app.journey.skills.profile import profile
from app.records.model import Source
from app.trust import suites
from app.trust.documents import load_documents
from app.trust.registries import load_registry
from app.vault import store_applications, vault
from app.wording import Words
from app.wording.papers import STATEMENT

WORDS = Words()


class StoppedError(Exception):
    """The learner pressed Stop."""


@pytest.fixture
def session(tmp_path):
    made, _code = vault.create(tmp_path / "v", PASSPHRASE, cost=CHEAP)
    with made, session_of(made) as opened:
        yield replace(opened, clock=lambda: NOW)


@pytest.fixture
def verified(monkeypatch):
    """Counts how often a signature is really verified."""
    real, times = suites.is_signed, []
    monkeypatch.setattr(suites, "is_signed", lambda *asked: times.append(1) or real(*asked))
    return times


def answers(session, name):
    found = next(one for one in step.cards(session) if one.record.name == name)
    return {check.check: check.answer for check in found.checks}


def pasted(*documents):
    return json.dumps(documents[0] if len(documents) == 1 else list(documents))


def clr(*inside):
    return {
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json",
        ],
        "type": ["VerifiableCredential", "ClrCredential"],
        "id": "urn:uuid:0b5c8f5e-2d0f-4d3e-9f39-7f4b3d9a1c11",
        "name": "Fall courses",
        "issuer": {"id": "https://school.example", "type": ["Profile"], "name": "School"},
        "validFrom": "2025-01-01T00:00:00Z",
        "credentialSubject": {
            "id": "did:example:learner",
            "type": ["ClrSubject"],
            "verifiableCredential": list(inside),
        },
    }


def test_pasted_text_is_taken_in_as_a_file_would_be(session):
    text = pasted(plain_credential("Forklift", 1), plain_credential("Cranes", 2), {"milk": 2})
    came = step.import_text(session, text)
    assert [one.name for one in came.added] == ["Forklift", "Cranes"]
    assert [one.code for one in came.unreadable] == ["not_a_record"]
    again = step.import_text(session, text)
    assert (again.added, len(again.known)) == ((), 2)
    assert [came_from(WORDS, one.source) for one in step.kept(session)] == ["Pasted text, #1", "Pasted text, #2"]


def test_a_broken_character_in_pasted_text_is_told(session):
    assert [one.code for one in step.import_text(session, '{"name": "\ud800"}').unreadable] == ["not_utf8"]


def test_links_are_told_and_not_followed(session, tmp_path):
    one, two = "https://badges.example/a?b=1", "http://school.example/r/2"
    came = step.import_text(session, f"  {one}\n{two} \n")
    assert (came.added, came.unreadable) == ((), ())
    (link,) = import_report.import_report(WORDS, came).lines
    assert (link.code, link.links, link.place) == ("link", (one, two), "Pasted text")
    file = tmp_path / "my badge.txt"
    file.write_text(one)
    assert [item.values["links"] for item in step.import_paths(session, [file]).links] == [(one,)]
    for other in ("see https://badges.example/a", "javascript:alert(1)", "https://a.example/\u202egpj.exe"):
        assert step.import_text(session, other).links == ()


def test_a_drop_of_many_says_what_became_of_each(session, tmp_path):
    box = tmp_path / "drop"
    (box / "deeper").mkdir(parents=True)
    with zipfile.ZipFile(box / "all.zip", "w") as archive:
        for path in sorted(RECORDS.iterdir())[:3]:
            archive.write(path, path.name)
        archive.writestr("notes.txt", "buy milk")
    (box / "deeper" / "badge.json").write_text(pasted(plain_credential()))
    (box / "empty.json").write_bytes(b"")
    (box / "link.txt").write_text("https://badges.example/a")
    came = step.import_paths(session, [box, RECORDS])
    assert (len(came.added), len(came.known)) == (9, 3)
    report = import_report.import_report(WORDS, came)
    assert report.heading == "9 new records kept."
    assert [(one.code, one.place) for one in report.lines] == [
        ("known", ""),
        ("unreadable", "all.zip, notes.txt"),
        ("unreadable", "empty.json"),
        ("link", "link.txt"),
    ]
    assert report.lines[0].text == "3 were there already."
    assert import_report.import_report(WORDS, step.Imported()).heading == "Nothing new was kept."


def test_an_import_that_is_stopped_leaves_the_vault_as_it_was(session):
    step.import_text(session, pasted(plain_credential()))

    def stop(number):
        if number == 5:
            raise StoppedError

    with pytest.raises(StoppedError):
        step.import_paths(session, [RECORDS], stop)
    assert [one.name for one in step.kept(session)] == ["Forklift"]
    assert len(step.import_paths(session, [RECORDS]).added) == 8


def test_checking_tells_how_far_it_is_and_can_be_stopped(session):
    step.import_paths(session, [RECORDS])
    heard = []

    def stop(done, of):
        heard.append((done, of))
        if done == 3:
            raise StoppedError

    with pytest.raises(StoppedError):
        step.cards(session, stop)
    assert heard == [(1, 8), (2, 8), (3, 8)]
    assert len(step.cards(session)) == 8


def test_a_removed_record_is_gone_until_it_is_put_back(session):
    came = step.import_paths(session, [RECORDS])
    order = [one.key for one in came.added]
    assert step.remove(session, order[2])
    assert not step.remove(session, order[2])
    assert [one.record.key for one in step.cards(session)] == [*order[:2], *order[3:]]
    (aside,) = step.removed(session)
    assert (aside.record.key, aside.record.name) == (order[2], "Volunteer, 60 hours")
    assert aside.removed_at.utcoffset() == timedelta(0)
    with pytest.raises(PersonError, match="record_not_found"):
        step.card(session, order[2])
    assert step.put_back(session, order[2])
    assert not step.put_back(session, order[2])
    assert [one.record.key for one in step.cards(session)] == order
    assert step.removed(session) == ()


def test_only_a_removed_record_can_be_purged_and_then_it_can_come_anew(session):
    (first, *_) = step.import_paths(session, [RECORDS]).added
    assert not step.purge(session, first.key)
    assert first.key in {one.key for one in step.kept(session)}
    step.remove(session, first.key)
    assert step.purge(session, first.key)
    assert (step.removed(session), step.put_back(session, first.key)) == ((), False)
    (again,) = step.import_bytes(session, first.raw).added
    assert [one.source for one in step.kept(session) if one.key == again.key] == [Source("")]


def test_what_was_sent_stays_in_the_ledger_with_its_names_when_its_records_go(session):
    step.import_paths(session, [RECORDS])
    held = step.cards(session)
    ready = prepare(session, held, profile(session, held), read_opportunity(OPPORTUNITY))
    sign(session, ready, labels(WORDS, STATEMENT), told=frozenset(elsewhere(session, ready)))
    before, bytes_before = entries(session), store_applications.presentations(session.vault)
    assert all(before[0].records)
    for key in before[0].kept.record_keys:
        assert step.remove(session, key)
    assert (entries(session), store_applications.presentations(session.vault)) == (before, bytes_before)
    for key in before[0].kept.record_keys:
        assert step.purge(session, key)
    assert (entries(session), store_applications.presentations(session.vault)) == (before, bytes_before)


def test_a_signature_is_verified_once_and_a_new_record_alone_after_an_import(session, verified):
    step.import_paths(session, [RECORDS])
    first = step.cards(session)
    once = len(verified)
    assert once > 5
    assert step.cards(session) == first
    assert len(verified) == once
    step.import_text(session, pasted(signed_badge("Forklift")))
    assert len(step.cards(session)) == 9
    assert len(verified) == once + 1


def test_a_record_turns_when_its_day_comes(session):
    ends = {"validUntil": "2026-11-21T23:59:59Z"}
    step.import_text(session, pasted(signed_badge("Forklift", extra=ends)))
    times = ["2026-11-21T23:59:59Z", "2026-11-22T00:00:00Z", "2026-11-21T12:00:00Z"]
    days = [replace(session, clock=lambda now=now: NOW.fromisoformat(now)) for now in times]
    assert [answers(one, "Forklift")["in_force"] for one in days] == ["yes", "no", "yes"]


def test_new_lists_documents_and_names_count_at_once(session):
    step.import_paths(session, [RECORDS])
    assert answers(session, "Stock and Till")["signature"] == "not checked"
    assert answers(session, "Customer Care in Clinics")["known_issuer"] == "not checked"
    known = replace(session, registries=(load_registry(REGISTRY, as_of=NOW),))
    assert answers(known, "Customer Care in Clinics")["known_issuer"] == "yes"
    at_hand = replace(known, documents=load_documents(DOCUMENTS, as_of=NOW))
    told = answers(at_hand, "Stock and Till")
    assert (told["signature"], told["issuer_binding"]) == ("yes", "yes")
    assert answers(session, "Stock and Till")["signature"] == "not checked", "without them it is not known again"
    later = replace(at_hand, clock=lambda: LATER)
    assert answers(later, "Customer Care in Clinics")["in_force"] == "yes"
    assert answers(later, "CPR and First Aid")["in_force"] == "no"


def test_a_status_list_is_verified_once_for_all_records_that_share_it(session, verified):
    at_hand = replace(session, documents=load_documents(DOCUMENTS, as_of=NOW))
    step.import_paths(session, [RECORDS])
    step.cards(at_hand)
    once = len(verified)
    assert answers(at_hand, "Stock and Till")["status"] in ("yes", "no")
    assert len(verified) == once


def test_records_inside_a_record_are_known_as_its_own(session):
    inside = [plain_credential("Cranes", 1), plain_credential("Forklift", 2)]
    step.import_text(session, pasted(clr(*inside)))
    whole, *parts = step.cards(session)
    assert [one.record.name for one in parts] == ["Cranes", "Forklift"]
    assert whole.inside == tuple(one.record.key for one in parts)
    assert [one.inside for one in parts] == [(), ()]


def about(session):
    (found,) = step.cards(session)
    return next(check for check in found.checks if check.check == "about_me").answer


def named(session, words=WORDS):
    (found,) = step.cards(session)
    return [(one.how, one.text, one.question, one.yours) for one in about_you.named(session, words, found)]


def test_a_name_is_the_learners_once_they_say_so_and_no_longer(session):
    subject = {"credentialSubject": {"id": "did:example:learner", "name": "Maya Torres"}}
    (record,) = step.import_text(session, pasted(plain_credential(**subject))).added
    assert named(session) == [("name", "Maya Torres", "Is “Maya Torres” you?", "")]
    assert not about_you.confirm(session, record.key, "Ana Ruiz")
    assert step.identities(session) == ()
    assert about_you.confirm(session, record.key, " maya torres ")
    assert about(session) == "yes"
    assert [one[3] for one in named(session)] == [" maya torres "]
    assert step.forget_identity(session, " maya torres ")
    assert not step.forget_identity(session, " maya torres ")
    assert about(session) == "not checked"


def test_a_hashed_address_is_asked_for_and_kept_only_if_it_fits(session):
    digest = "sha256$" + hashlib.sha256(b"maya@example.orgs4lt").hexdigest()
    identity = {"type": "IdentityObject", "identityHash": digest, "hashed": True, "salt": "s4lt"}
    for kind, how in (("emailAddress", "secret_email"), ("name", "secret_name"), ("sisSourcedId", "secret")):
        named_so = {"identifier": [{**identity, "identityType": kind}]}
        (record,) = step.import_text(session, pasted(signed_badge(kind, subject=None, extra_subject=named_so))).added
        assert [(one[0], one[1]) for one in named(session)] == [(how, "")]
        assert not about_you.confirm(session, record.key, "other@example.org")
        assert about_you.confirm(session, record.key, "Maya@Example.org ")
        assert step.identities(session) == ("maya@example.org",)
        assert (about(session), named(session)[0][3]) == ("yes", "maya@example.org")
        step.remove(session, record.key)
        step.forget_identity(session, "maya@example.org")


def test_a_key_of_another_program_can_be_said_to_be_ones_own(session):
    (record,) = step.import_text(session, pasted(plain_credential())).added
    assert about(session) == "no"
    ((how, text, question, _),) = named(session)
    assert (how, text) == ("key", "did:example:learner")
    assert text not in question
    assert about_you.confirm(session, record.key, text)
    assert about(session) == "yes"


def test_a_record_that_names_a_key_of_this_vault_asks_nothing(session):
    from signed_records import LEARNER_SEED

    from app.vault import store_keys

    store_keys.keep_key(session.vault, LEARNER_SEED, "me", lambda _seed: LEARNER.did)
    step.import_text(session, pasted(signed_badge("Forklift")))
    assert (about(session), named(session)) == ("yes", [])


def test_the_file_is_shown_with_every_letter_and_saved_to_the_byte(session, tmp_path):
    raw = '{"@context":["https://www.w3.org/ns/credentials/v2"],"type":["VerifiableCredential"],"x":1.50E+2,"y":[],'
    raw += '"name":"Gr\\u00fc\u00df \\"ok\\": [1, 2]","issuer":"https://e.example","z":"a\u202eb",'
    raw += '"validFrom":"2024-01-01T00:00:00Z","credentialSubject":{"id":"did:example:learner"}}'
    (record,) = step.import_text(session, raw).added
    shown = file_text(session, record.key)
    assert json.loads(shown) == json.loads(raw)
    assert shown.splitlines()[:4] == ["{", '  "@context": [', '    "https://www.w3.org/ns/credentials/v2"', "  ],"]
    assert '  "x": 1.50E+2,' in shown.splitlines()
    assert '  "y": [],' in shown.splitlines()
    assert '"Gr\\u00fcß \\"ok\\": [1, 2]"' in shown
    assert "\u202e" not in shown
    assert '"a\\u202eb"' in shown
    copy = tmp_path / "copy.json"
    save_copy(session, record.key, copy)
    assert copy.read_bytes() == raw.encode() == raw_of(session, record.key)
    with pytest.raises(PersonError, match="file_is_a_folder"):
        save_copy(session, record.key, tmp_path)
    with pytest.raises(PersonError, match="record_not_found"):
        file_text(session, "none")


def test_a_file_that_is_laid_out_already_is_shown_as_it_is(session):
    path = RECORDS / "team-coach.json"
    (record,) = step.import_paths(session, [path]).added
    assert file_text(session, record.key) == path.read_text(encoding="utf-8").strip()


@pytest.mark.parametrize(
    ("name", "file"),
    [("Fall 2025 courses", "fall-2025-courses.json"), ("Niña/../x", "niña-x.json"), ("…", "record.json")],
)
def test_a_copy_gets_a_plain_name(name, file):
    assert file_name(name) == file
