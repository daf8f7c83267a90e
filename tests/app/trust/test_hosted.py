"""Hosted badges: true if their issuer's own website says the same, and never by the file's word alone."""

import pytest
from old_badges import ASKED, AWARD, BADGE, ISSUER, NOW, OB_1, SITE, award, badge_class, profile, served, web
from trust_samples import record

from app.trust.badge_links import completed
from app.trust.seven import CHECKS, check_record

EVIL = "https://evil.example"


def checks(document, pages=None, **options):
    at_hand = served(pages) if pages is not None else None
    found = check_record(record(document), now=NOW, documents=at_hand, **options)
    assert tuple(one.check for one in found) == CHECKS
    return {one.check: one for one in found}


def said(document, pages=None, check="signature"):
    one = checks(document, pages)[check]
    return one.answer, one.reason


def test_a_badge_that_its_issuers_website_shows_is_sound():
    found = checks(award(), web())
    assert [(one.check, one.answer, one.reason) for one in found.values()] == [
        ("format", "yes", "all_defined"),
        ("signature", "yes", "same_on_site"),
        ("issuer_binding", "yes", "site_is_theirs"),
        ("known_issuer", "not checked", "no_registry"),
        ("in_force", "yes", "no_end_date"),
        ("status", "yes", "still_on_site"),
        ("about_me", "not checked", "no_vault"),
    ]
    assert found["signature"].as_of == found["status"].as_of == ASKED


def test_without_the_website_nothing_is_yes():
    whole = award(badge=badge_class(issuer=profile()))
    for document in (award(), whole):
        found = checks(document)
        assert (found["signature"].answer, found["signature"].reason) == ("not checked", "site_not_asked")
        assert (found["issuer_binding"].answer, found["status"].answer) == ("not checked", "not checked")
        assert found["status"].reason == "cancel_not_asked"
    assert said(award(), check="format") == ("not checked", "badge_not_at_hand")
    assert said(award(badge=badge_class()), check="format") == ("not checked", "issuer_not_at_hand")
    assert said(whole, check="format") == ("yes", "all_defined")


@pytest.mark.parametrize("missing", ["award", "issuer"])
def test_each_of_the_two_pages_is_needed(missing):
    assert said(award(), web(**{missing: None})) == ("not checked", "site_not_asked")


@pytest.mark.parametrize("missing", ["badge", "issuer"])
def test_an_embedded_badge_or_issuer_is_held_against_the_page(missing):
    whole = award(badge=badge_class(issuer=profile()))
    assert said(whole, web(**{missing: None})) == ("not checked", "site_not_asked")
    assert said(whole, web()) == ("yes", "same_on_site")
    assert said(award(), web(award=whole)) == ("yes", "same_on_site")


@pytest.mark.parametrize(
    "mine",
    [
        award(issuedOn="2026-01-06T09:00:00Z"),
        award(recipient={"type": "email", "hashed": False, "identity": "eve@example.org"}),
        award(narrative="Drove best of all."),
        award(evidence=None, extra="x"),
        award(expires="2030-01-01T00:00:00Z"),
        award(badge=f"{SITE}/badges/pilot.json"),
        award(badge=badge_class(name="Pilot")),
        award(badge=badge_class(id=f"{SITE}/badges/pilot.json")),
        award(badge=badge_class(issuer=profile(name="Harvard"))),
        award(badge=badge_class(issuer=profile(id=f"{SITE}/other.json"))),
        award(badge=badge_class(extra={"targetName": "Fly"})),
        award(type=["Assertion", "Pilot"]),
    ],
)
def test_a_file_that_says_other_than_the_website_is_not_sound(mine):
    assert said(mine, web()) == ("no", "site_differs")
    assert said(mine, web(), "status") == ("not checked", "cancel_not_asked")


def test_a_copy_may_say_less_but_not_leave_out_an_end_date():
    assert said(award(narrative=None), web()) == ("yes", "same_on_site")
    ends = award(expires="2026-02-01T00:00:00Z")
    assert said(award(), web(award=ends)) == ("no", "site_differs")
    assert said(ends, web(award=ends)) == ("yes", "same_on_site")
    assert said(ends, web(award=ends), "in_force") == ("no", "expired")
    later = award(issuedOn="2027-01-01T00:00:00Z")
    assert said(later, web(award=later), "in_force") == ("no", "not_yet")


def evil(**changes):
    return award(id=f"{EVIL}/7.json", **changes)


@pytest.mark.parametrize(
    "document",
    [
        evil(),
        evil(badge=badge_class()),
        evil(badge=badge_class(issuer=profile(verification={"allowedOrigins": "evil.example"}))),
        evil(badge=badge_class(id=f"{EVIL}/badge.json", issuer=profile(id=ISSUER))),
    ],
)
def test_a_badge_on_a_strangers_website_is_not_the_schools(document):
    pages = {**web(), f"{EVIL}/7.json": document}
    assert said(document, pages) == ("no", "not_issuers_site")
    assert said(document, pages, "issuer_binding") == ("not checked", "no_sound_proof")
    assert said(document, {**pages, f"{EVIL}/7.json": None}) == ("no", "not_issuers_site")
    assert said(document, {f"{EVIL}/7.json": document})[0] == "not checked"


def test_a_strangers_page_that_calls_itself_the_school_is_not_believed():
    fake = f"{EVIL}/issuer.json"
    mine = evil(badge=f"{EVIL}/badge.json")
    pages = {f"{EVIL}/7.json": mine, f"{EVIL}/badge.json": badge_class(id=f"{EVIL}/badge.json", issuer=fake)}
    assert said(mine, {**pages, fake: profile(verification={"allowedOrigins": ["evil.example"]})}) == (
        "no",
        "not_issuers_site",
    )
    own = {**pages, fake: profile(id=fake)}
    assert said(mine, own) == ("yes", "same_on_site")
    assert completed(record(mine), served(own)).issuer.id == fake


@pytest.mark.parametrize(
    ("rules", "answer"),
    [
        ({"allowedOrigins": "badges.example"}, "yes"),
        ({"allowedOrigins": ["school.example", "https://BADGES.example"]}, "yes"),
        ({"allowedOrigins": ["school.example"]}, "no"),
        ({"allowedOrigins": []}, "no"),
        ({"allowedOrigins": [7]}, "no"),
        ({"allowedOrigins": "badges.example.evil.example"}, "no"),
        ({"allowedOrigins": "example"}, "no"),
        ({"startsWith": "https://badges.example/school/"}, "yes"),
        ({"startsWith": ["https://x.example/", "https://badges.example/"]}, "yes"),
        ({"startsWith": "https://badges.example/other/"}, "no"),
        ({"startsWith": "https://badges.exam"}, "no"),
        ({"startsWith": "https://badges.example/NOT"}, "no"),
        ({"startsWith": []}, "no"),
        ({"startsWith": "not an address"}, "no"),
        ({"allowedOrigins": "badges.example", "startsWith": "https://badges.example/other/"}, "no"),
        ({"type": "HostedBadge"}, "no"),
        (None, "no"),
    ],
)
def test_the_issuers_rules_say_where_its_badges_are(rules, answer):
    mine = award(id="https://badges.example/school/7.json")
    pages = {**web(issuer=profile(verification=rules)), mine["id"]: mine}
    assert said(mine, pages)[0] == answer


@pytest.mark.parametrize("rules", [{"allowedOrigins": []}, {"startsWith": []}, {"allowedOrigins": None}])
def test_a_rule_that_takes_nothing_in_takes_not_even_its_own_website_in(rules):
    assert said(award(), web(issuer=profile(verification=rules))) == ("no", "not_issuers_site")


@pytest.mark.parametrize(
    "address",
    [
        f"{SITE}/school/../evil/7.json",
        f"{SITE}/school/%2e%2e/evil/7.json",
        f"{SITE}/school/..\\evil/7.json",
        "https://school.example@evil.example/school/7.json",
        "https://school.example.evil.example/school/7.json",
        "https://school.example:8443/school/7.json",
        "https://evil.example\\@school.example/school/7.json",
    ],
)
def test_an_address_that_only_looks_like_the_issuers_is_refused(address):
    mine = award(id=address)
    pages = {**web(issuer=profile(verification={"startsWith": f"{SITE}/school/"})), address: mine}
    assert said(mine, pages)[0] == "no"


def test_a_page_had_with_https_stands_for_one_named_with_http_only():
    mine = award(id=AWARD.replace("https", "http"))
    assert said(mine, web(award=mine)) == ("yes", "same_on_site")
    plain = {address.replace("https", "http"): page for address, page in web().items()}
    assert said(award(), plain)[0] == "not checked"


@pytest.mark.parametrize("revoked", [True, "true", 1, {"reason": "x"}])
def test_what_the_website_cancels_is_canceled(revoked):
    page = award(revoked=revoked, revocationReason="An error")
    assert said(award(), web(award=page), "status") == ("no", "revoked")
    assert said(award(), web(award=page)) == ("yes", "same_on_site")
    gone = {"@context": "https://w3id.org/openbadges/v2", "id": AWARD, "revoked": revoked}
    assert said(award(), web(award=gone), "status") == ("no", "revoked")
    assert said(award(), web(award=gone)) == ("not checked", "site_only_cancels")
    assert said(page, check="status") == ("no", "revoked")


def test_a_copy_that_hides_that_it_was_canceled_is_canceled():
    assert said(award(revoked=False), web(award=award(revoked=True)), "status") == ("no", "revoked")
    assert said(award(revoked=False), web(), "status") == ("yes", "still_on_site")


@pytest.mark.parametrize("page", [7, [], "text", {}, {"type": "Assertion"}])
def test_a_page_that_is_no_badge_says_nothing(page):
    assert said(award(), web(award=page)) == ("not checked", "site_unreadable")


def test_a_signed_badge_without_its_signature_is_signed_by_nobody():
    mine = award(verification={"type": "SignedBadge", "creator": f"{SITE}/key.json"})
    assert said(mine, web(award=mine)) == ("no", "no_proof")


OLD = {
    "uid": "abc-12",
    "recipient": {"type": "email", "hashed": True, "salt": "sea", "identity": "sha256$00ff"},
    "badge": BADGE,
    "verify": {"type": "hosted", "url": AWARD},
    "issuedOn": 1359217910,
}


def test_badges_of_1_x_are_checked_alike():
    pages = web(award=OLD, badge=badge_class(), issuer=profile(**{"@context": OB_1, "id": None}))
    assert said(OLD, pages) == ("yes", "same_on_site")
    assert said(OLD, pages, "status") == ("yes", "still_on_site")
    assert said({**OLD, "uid": "other"}, pages) == ("no", "site_differs")
    moved = {**OLD, "verify": {"type": "hosted", "url": f"{EVIL}/7.json"}}
    assert said(moved, {**pages, f"{EVIL}/7.json": moved}) == ("no", "not_issuers_site")


def test_an_issuer_of_1_0_is_at_home_where_it_says():
    badge = {"name": "Web Maker", "issuer": {"origin": SITE, "name": "School"}}
    mine = {**OLD, "badge": badge}
    assert said(mine, {AWARD: mine}) == ("yes", "same_on_site")
    moved = {**mine, "verify": {"type": "hosted", "url": f"{EVIL}/7.json"}}
    assert said(moved, {f"{EVIL}/7.json": moved}) == ("no", "not_issuers_site")
    lost = {key: value for key, value in mine.items() if key != "verify"}
    assert said(lost, {AWARD: mine}) == ("not checked", "no_home")


def test_an_issuer_with_an_id_is_asked_at_its_id_only():
    badge = badge_class(issuer={"id": "did:web:harvard.example", "name": "Harvard", "url": SITE})
    assert said(award(), web(badge=badge)) == ("not checked", "site_not_asked")


def test_a_faulty_badge_is_asked_nothing_more():
    found = checks(award(type="Other"), web())
    assert {one.answer for one in found.values()} == {"no", "not checked"}
    assert found["signature"].reason == "format_failed"


def test_names_come_from_the_pages_and_the_bytes_stay():
    before = record(award())
    after = completed(before, served(web()))
    assert (after.name, after.issuer.name, after.issuer.id) == ("Forklift Safety", "Riverside Trade School", ISSUER)
    assert [one.name for one in after.achievements[0].alignments] == ["Operate forklifts"]
    assert (after.raw, after.key, after.document, after.faults) == (before.raw, before.key, before.document, ())


def test_it_is_about_the_one_whose_address_it_hashes():
    import hashlib

    digest = "sha256$" + hashlib.sha256(b"ana@example.orgsea").hexdigest()
    mine = award(recipient={"type": "email", "hashed": True, "salt": "sea", "identity": digest})
    options = {"own_keys": frozenset(), "confirmed_identities": ["ana@example.org"]}
    assert checks(mine, web(), **options)["about_me"].reason == "subject_is_your_identity"
    options["confirmed_identities"] = ["eve@example.org"]
    assert checks(mine, web(), **options)["about_me"].reason == "subject_not_confirmed"
