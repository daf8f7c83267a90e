"""Checking a whole vault online: politely, with progress and a way out, and what it is worth later."""

import json
import zlib
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Event

import pytest
from journey_world import journey
from loopback_certificates import EXPIRED
from loopback_server import (
    HERE,
    LoopbackServer,
    answer,
    bomb,
    dripping,
    endless,
    going_on,
    mute,
    packed,
    saying,
)
from signed_texts import SECONDS, b64, sd_jwt, token
from trust_samples import ISSUER as SEED
from trust_samples import badge, did_document, signed, status_list

from app.journey.issuers.at_hand import Added, add_list
from app.journey.issuers.lists import kept_lists
from app.journey.records.holding import cards, import_text
from app.journey.records.online import check_online, pages_kept, question, take_pages
from app.online import fetching
from app.online.asker import asker
from app.online.folder import write_folder
from app.online.limits import Limits
from app.trust.documents import load_documents

pytestmark = pytest.mark.usefixtures("loopback")
RECORDS, ISSUERS = 500, 40
SMALL = Limits(seconds=1.5, connect=1.0, bytes=200_000)


def school(number):
    return f"school-{number}.example"


def listed(number):
    return f"https://{school(number)}/status/1"


def record(number, issuer):
    did = f"did:web:{school(issuer)}"
    entry = {
        "id": f"{listed(issuer)}#{number}",
        "type": "BitstringStatusListEntry",
        "statusPurpose": "revocation",
        "statusListIndex": str(number),
        "statusListCredential": listed(issuer),
    }
    made = badge(
        id=f"urn:uuid:00000000-0000-4000-8000-{number:012}",
        issuer={"id": did, "type": ["Profile"], "name": f"School {issuer}"},
        credentialStatus=entry,
    )
    return signed(made, verification_method=f"{did}#key-1")


@pytest.fixture
def web():
    with LoopbackServer() as made:
        yield made


def open_school(web, number, canceled=()):
    did = f"did:web:{school(number)}"
    web.serve(f"https://{school(number)}/.well-known/did.json", did_document(did, SEED))
    made = status_list(listed(number), list(canceled), issuer=did)
    plain = {name: value for name, value in made.items() if name != "proof"}
    web.serve(listed(number), signed(plain, verification_method=f"{did}#key-1"))


@pytest.fixture
def session(tmp_path):
    with journey(tmp_path, now=today(), records=False) as opened:
        yield opened


def today():
    """The time that the server's answers are of: of minutes ago, and they would be asked for again."""
    return datetime.now(UTC).replace(microsecond=0)


def after(session, **time):
    return replace(session, clock=lambda: session.clock() + timedelta(**time))


def online(session, web, *, stop=None, left_out=(), also=(), tell=lambda *_: None):
    allowed = {host.name for host in question(session).hosts} - set(left_out) | set(also)
    stop = stop or Event()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fetching, "system_net", web.net)
        with asker(allowed.__contains__, stop, SMALL) as ask:
            return check_online(session, allowed, ask=ask, stop=stop, tell=tell)


def answers(session, check="status"):
    found = ((card.record, one) for card in cards(session) for one in card.checks if one.check == check)
    return {record.id: (one.answer, one.reason) for record, one in found}


def test_many_records_of_many_issuers_are_checked_politely(session, web):
    for number in range(ISSUERS):
        open_school(web, number, canceled=[number])
    import_text(session, json.dumps([record(number, number % ISSUERS) for number in range(RECORDS)]))
    told = []
    came = online(session, web, tell=lambda _page, done, total: told.append((done, total)))
    assert (came.had, came.not_had, came.more) == (2 * ISSUERS, (), ())
    paths = Counter((one.host, one.path) for one in web.asked)
    assert len(paths) == 2 * ISSUERS
    assert set(paths.values()) == {1}, "each list and each document once"
    assert max(web.most_at_once(school(number)) for number in range(ISSUERS)) <= 2
    assert max(one.at_once for one in web.asked) <= 2
    assert told[-1] == (2 * ISSUERS, 2 * ISSUERS)
    found = Counter(answers(session).values())
    assert found == {("yes", "not_canceled"): RECORDS - ISSUERS, ("no", "revoked"): ISSUERS}


def test_what_was_said_counts_for_a_while_and_a_no_for_ever(session, web):
    open_school(web, 1, canceled=[2])
    import_text(session, json.dumps([record(1, 1), record(2, 1)]))
    online(session, web)
    first, second = sorted(answers(session))
    later = after(session, days=91)
    assert answers(session) == {first: ("yes", "not_canceled"), second: ("no", "revoked")}
    assert answers(later) == {first: ("not checked", "not_asked_since"), second: ("no", "revoked")}


def test_a_website_that_is_silent_takes_nothing_away(session, web):
    open_school(web, 1)
    import_text(session, json.dumps([record(1, 1)]))
    online(session, web)
    web.shut(school(1))
    later = after(session, days=1)
    came = online(later, web)
    assert {page.failure for page in came.not_had} == {"no_answer"}
    assert set(answers(later).values()) == {("yes", "not_canceled")}


@pytest.mark.parametrize(
    "play", [saying(answer(status=404)), saying(answer(status=410)), saying(answer(b"<html>We are mending this."))]
)
def test_a_list_that_is_gone_takes_nothing_back(session, web, play):
    open_school(web, 1, canceled=[2])
    import_text(session, json.dumps([record(1, 1), record(2, 1)]))
    online(session, web)
    before = answers(session)
    web.play(listed(1), play)
    later = after(session, days=1)
    online(later, web)
    assert set(before.values()) == {("yes", "not_canceled"), ("no", "revoked")}
    assert answers(later) == before


def test_a_list_that_changed_is_believed_as_it_is_now(session, web):
    open_school(web, 1)
    import_text(session, json.dumps([record(1, 1)]))
    online(session, web)
    open_school(web, 1, canceled=[1])
    online(after(session, days=1), web)
    assert set(answers(session).values()) == {("no", "revoked")}


@pytest.mark.parametrize(
    ("play", "reason"),
    [
        (answer(status=404), "page_not_there"),
        (answer(status=410), "page_not_there"),
        (answer(status=500), "site_silent"),
        (answer(b"<html></html>", kind="text/html"), "page_unreadable"),
        (answer(b"{"), "page_unreadable"),
        (answer(b"{}"), "status_list_unreadable"),
        (packed(bomb(50)), "page_unreadable"),
        (packed(b"{}", encoding="br"), "page_unreadable"),
        (endless(), "page_unreadable"),
        (dripping(b"[1, 2, 3]", every=0.3), "site_silent"),
        (mute, "site_silent"),
        (answer(b"{}", length=2_000), "site_silent"),
        (going_on("http://school-1.example/status"), "site_not_safe"),
        (going_on("https://127.0.0.1/status"), "site_not_safe"),
        (going_on("https://private.example/status"), "site_not_safe"),
        (going_on("https://rebinding.example/status"), "site_not_safe"),
        (going_on("https://expired.example/status"), "site_not_safe"),
        (going_on("https://nowhere.example/status"), "site_silent"),
        (going_on(listed(1)), "page_unreadable"),
    ],
)
def test_what_came_of_asking_is_said(session, web, play, reason):
    open_school(web, 1)
    web.play(listed(1), play if callable(play) else saying(play))
    web.answers("private.example", ["10.0.0.1"])
    web.answers("rebinding.example", [HERE, "192.168.1.1"])
    web.serve("https://expired.example/status", status_list(listed(1), []))
    web.certificate("expired.example", EXPIRED)
    import_text(session, json.dumps([record(1, 1)]))
    ways = ("private.example", "rebinding.example", "expired.example", "nowhere.example", HERE)
    online(session, web, also=ways)
    assert set(answers(session).values()) == {("not checked", reason)}
    assert set(answers(session, "issuer_binding").values()) == {("yes", "key_is_theirs")}


def test_a_website_that_a_list_sends_on_to_is_shown_before_it_is_asked(session, web):
    open_school(web, 1)
    web.play(listed(1), saying(going_on("https://lists.example/1")))
    web.serve("https://lists.example/1", status_list(listed(1), []))
    import_text(session, json.dumps([record(1, 1)]))
    came = online(session, web)
    assert [host.name for host in came.more] == ["lists.example"]
    assert web.paths("lists.example") == []
    assert set(answers(session).values()) == {("not checked", "status_list_not_at_hand")}
    assert online(session, web, also=["lists.example"]).more == ()
    assert web.paths("lists.example") == ["/1"]


def test_a_list_signed_by_another_is_no_answer(session, web):
    open_school(web, 1)
    forged = status_list(listed(1), [], seed=bytes([9]) * 32)
    web.serve(listed(1), forged)
    import_text(session, json.dumps([record(1, 1)]))
    online(session, web)
    ((given, _reason),) = set(answers(session).values())
    assert given == "not checked"


def test_a_website_left_out_is_not_asked(session, web):
    for number in (1, 2):
        open_school(web, number)
    import_text(session, json.dumps([record(number, number) for number in (1, 2)]))
    came = online(session, web, left_out=[school(2)])
    assert web.paths(school(2)) == []
    assert [host.name for host in came.more] == [school(2)]


def test_leaving_keeps_what_came(session, web):
    for number in range(8):
        open_school(web, number)
    import_text(session, json.dumps([record(number, number) for number in range(8)]))

    def leave(_page, done, _total):
        if done == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        online(session, web, tell=leave)
    assert sum(len(host.addresses) for host in question(session).hosts) == 2 * 8 - 5


def token_credential(number):
    claims = {"iss": f"did:web:{school(1)}", "vct": "https://school-1.example/badge", "jti": f"urn:{number}"}
    stated = {"status_list": {"idx": number, "uri": listed(1)}}
    return sd_jwt({**claims, "status": stated}, algorithm="EdDSA", kid=f"did:web:{school(1)}#key-1", typ="dc+sd-jwt")


def open_token_school(web, **claims):
    did = f"did:web:{school(1)}"
    web.serve(f"https://{school(1)}/.well-known/did.json", did_document(did, SEED))
    status = {"bits": 1, "lst": b64(zlib.compress(bytes([2])))}
    made = {"iss": did, "sub": listed(1), "iat": SECONDS, "status_list": status, **claims}
    text = token(made, "EdDSA", kid=f"{did}#key-1", typ="statuslist+jwt")
    web.serve(listed(1), text, kind="application/statuslist+jwt")


def test_a_list_that_is_a_signed_text_is_asked_for_and_carried_on(session, web, tmp_path):
    open_token_school(web)
    import_text(session, json.dumps([token_credential(0), token_credential(1)]))
    came = online(session, web)
    assert (came.had, came.not_had, came.more) == (2, (), ())
    assert answers(session) == {"urn:0": ("yes", "not_canceled"), "urn:1": ("no", "revoked")}
    write_folder(tmp_path / "pages", pages_kept(session))
    with journey(tmp_path / "other", now=session.clock(), records=False) as other:
        import_text(other, json.dumps([token_credential(1)]))
        assert take_pages(other, tmp_path / "pages") == 2
        assert answers(other) == {"urn:1": ("no", "revoked")}
        write_folder(tmp_path / "again", pages_kept(other))
    assert load_documents(tmp_path / "again").held[listed(1)].content.startswith("e")


@pytest.mark.parametrize(("ttl", "asked"), [({}, 2), ({"ttl": 3_600}, 1), ({"ttl": 10}, 2)])
def test_a_list_that_need_not_be_asked_again_yet_is_not(session, web, ttl, asked):
    open_token_school(web, **ttl)
    import_text(session, json.dumps([token_credential(0)]))
    online(session, web)
    later = after(session, minutes=30)
    online(later, web)
    assert web.paths(school(1)).count("/status/1") == asked
    much_later = after(session, days=30)
    assert answers(much_later) == {"urn:0": ("yes", "not_canceled")}, "a short ttl takes no answer away"


def test_nothing_is_asked_by_reading_or_importing(session, web):
    open_school(web, 1)
    import_text(session, json.dumps([record(1, 1)]))
    cards(session)
    question(session)
    assert web.asked == []


def folder_of(place, dates, **pages):
    place.mkdir()
    for number, page in enumerate(pages.values()):
        (place / f"{number}.json").write_text(json.dumps(page))
    (place / "index.json").write_text(json.dumps({name: f"{number}.json" for number, name in enumerate(pages)}))
    (place / "dates.json").write_text(json.dumps(dict.fromkeys(pages, dates)))
    return place


def test_a_folder_of_pages_takes_no_place_of_the_learners_own_list(session, tmp_path):
    own = tmp_path / "list.json"
    own.write_text(json.dumps({"registry": {"did:web:a.example": {"name": "A"}}}))
    add_list(session, own)
    with session.vault.reading() as database:
        (name,) = [row["address"] for row in database.query("SELECT address FROM page", [])]
    assert take_pages(session, folder_of(tmp_path / "pages", "2099-01-01T00:00:00Z", **{name: ["no list"]})) == 0
    (kept,) = kept_lists(replace(session, added=Added()))
    assert kept.known.issuers == {"did:web:a.example": "A"}


def test_a_page_of_tomorrow_is_of_today(session, tmp_path):
    take_pages(session, folder_of(tmp_path / "pages", "2099-01-01T00:00:00Z", **{listed(1): {}}))
    assert [page.asked_at for page in pages_kept(session)] == [session.clock()]
