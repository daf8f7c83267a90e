"""`vault lists` and `--registry`: lists of known issuers by file and by address, asked for only when told to."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from issuer_lists import (
    COLLECTION,
    FEDERATION,
    LIST,
    LISTING,
    about,
    anchor,
    collection,
    member,
    plain_list,
)
from loopback_server import answer as reply
from loopback_server import saying
from own_websites import own_websites
from terminal import PASSPHRASE, cheap_vault
from trust_samples import ISSUER, badge, did, signed

from app.cli import main
from app.journey.vaults import unlocked
from app.vault import store_pages

pytestmark = pytest.mark.usefixtures("loopback")
SCHOOL = did(ISSUER)
SAMPLES = Path(__file__).resolve().parents[4] / "shared" / "samples" / "registries"


def today():
    return datetime.now(UTC)


@pytest.fixture
def web():
    with own_websites({LIST: plain_list(SCHOOL, title="State schools")}) as made:
        yield made


@pytest.fixture
def record(tmp_path):
    file = tmp_path / "badge.json"
    file.write_text(json.dumps(signed(badge())), encoding="utf-8")
    return file


@pytest.fixture
def mine(tmp_path, record):
    folder = cheap_vault(tmp_path / "mine")
    run("vault", "import", folder, record)
    return folder


def run(*arguments, say=None, code=(0,)):
    done = CliRunner(env={"PATHFOLIO_PASSPHRASE": PASSPHRASE}).invoke(main, [str(one) for one in arguments], input=say)
    assert done.exit_code in code, (done.exception, done.stderr)
    return done


def known(done):
    (shown,) = map(json.loads, done.stdout.splitlines())
    found = next(one for one in shown["checks"] if one["check"] == "known_issuer")
    return found["answer"], found["reason"]


def of_vault(mine, *options):
    return known(run("vault", "list", mine, "--json", *options))


def lists(mine):
    return [json.loads(line) for line in run("vault", "lists", mine, "--json").stdout.splitlines()]


def federation(web, number=1, *, listing=None, at=None, **options):
    web.serve(FEDERATION, anchor(number, listing=listing, at=at or today(), **options), kind="application/jwt")
    web.serve(about(SCHOOL), member(SCHOOL, number, at=at or today()), kind="application/entity-statement+jwt")


class TestOneCheck:
    def test_a_list_at_an_address_is_asked_for_only_when_that_is_said(self, web, record):
        assert "--online" in run("check", record, "--registry", LIST, code=(1,)).stderr
        assert "--online" in run("verify", record, "--registry", LIST, code=(1,)).stderr
        done = run("check", record, "--registry", LIST, "--online", say="n\n")
        assert "lists.example" in done.stderr
        assert "It can tell that somebody uses its list of known issuers." in done.stderr
        assert web.asked == []
        assert "Nobody has asked for this list yet: lists.example/registry.json." in done.stdout
        assert known(run("check", record, "--registry", LIST, "--online", "--yes", "--json")) == (
            "yes",
            "issuer_listed",
        )

    def test_an_issuer_in_no_list_is_marked_as_nothing_out_of_order(self, record, tmp_path):
        other = tmp_path / "other.json"
        other.write_text(json.dumps(plain_list("did:web:other.example")), "utf-8")
        lines = run("check", record, "--registry", other).stdout.splitlines()
        assert [line[:4] for line in lines if "in a list we know?" in line] == ["  – "]
        assert not any("×" in line for line in lines)

    def test_what_a_federation_could_tell_is_said_before_it_is_asked(self, web, record):
        federation(web)
        done = run("check", record, "--registry", FEDERATION, "--online", say="n\n")
        assert "It can tell which issuer is looked for" in done.stderr
        assert web.asked == []
        done = run("check", record, "--registry", FEDERATION, "--online", "--yes", "--json")
        assert known(done) == ("yes", "issuer_listed")

    def test_an_issuer_that_is_not_listed_is_not_asked_about(self, web, record):
        federation(web, listing=LISTING)
        web.serve(LISTING, ["did:web:other.example"])
        done = run("check", record, "--registry", FEDERATION, "--online", "--yes", "--json")
        assert known(done) == ("no", "issuer_not_listed")
        assert not any("sub=" in path for path in web.paths("trust.example"))

    def test_a_federation_that_a_list_names_is_shown_before_it_is_asked(self, web, record):
        federation(web)
        web.serve(COLLECTION, collection(("Schools", "oidf", FEDERATION), ("Plain", "dcc-legacy", LIST)))
        done = run("check", record, "--registry", COLLECTION, "--online", "--json", say="y\nn\n")
        assert "trust.example" in done.stderr
        assert web.paths("trust.example") == []
        done = run("check", record, "--registry", COLLECTION, "--online", "--json", "--yes")
        assert known(done) == ("yes", "issuer_listed")
        assert web.paths("trust.example")

    def test_even_where_its_website_was_asked_for_something_else(self, web, record):
        """The learner allowed a host to tell that its list is used, not to tell which issuer is looked for."""
        home = "https://lists.example/fed"
        here = f"{home}/.well-known/openid-federation"
        web.serve(here, anchor(home=home, fetch=f"{home}/fetch", at=today()))
        web.serve(about(SCHOOL, f"{home}/fetch"), member(SCHOOL, home=home, at=today()))
        web.serve(COLLECTION, collection(("Schools", "oidf", here)))
        run("check", record, "--registry", COLLECTION, "--online", "--json", say="y\nn\n")
        assert web.paths("lists.example") == ["/known.json"]
        done = run("check", record, "--registry", COLLECTION, "--online", "--json", say="y\ny\n")
        assert done.stderr.count("lists.example") >= 2
        assert known(done) == ("yes", "issuer_listed")

    def test_an_address_that_is_none(self, record):
        for odd in ("http://lists.example/a", "https://127.0.0.1/a", "ftp://x.example/"):
            assert "https://" in run("check", record, "--online", "--registry", odd, code=(1,)).stderr


class TestAVault:
    def test_a_list_in_a_file_is_kept_in_the_vault(self, mine, tmp_path):
        file = tmp_path / "schools.json"
        file.write_text(json.dumps(plain_list(SCHOOL)), encoding="utf-8")
        assert of_vault(mine) == ("not checked", "no_registry")
        assert run("vault", "lists", mine, "add", file).stdout == "Kept. It counts from now on.\n"
        file.unlink()
        assert of_vault(mine) == ("yes", "issuer_listed")
        (one,) = lists(mine)
        assert (one["list"], one["kind"], one["from"], one["number"]) == ("schools", "list", str(file), 1)
        assert "1 known issuer. As of " in run("vault", "lists", mine).stdout
        run("vault", "lists", mine, "remove", file)
        assert (lists(mine), of_vault(mine)) == ([], ("not checked", "no_registry"))

    def test_an_address_asks_nothing_until_the_next_check_online(self, web, mine):
        assert "asked for when you check online" in run("vault", "lists", mine, "add", LIST).stdout
        assert lists(mine)[0] | {"from": LIST, "not_looked_in": "list_not_asked", "number": None} == lists(mine)[0]
        assert of_vault(mine) == ("not checked", "list_not_asked")
        assert web.asked == []
        run("vault", "online", mine, "--yes")
        assert web.paths("lists.example") == ["/registry.json"]
        assert of_vault(mine) == ("yes", "issuer_listed")
        assert (lists(mine)[0]["list"], lists(mine)[0]["number"]) == ("State schools", 1)
        run("vault", "lists", mine, "remove", LIST)
        assert of_vault(mine) == ("not checked", "no_registry")

    def test_a_list_that_changed_since(self, web, mine, later):
        run("vault", "lists", mine, "add", LIST)
        run("vault", "online", mine, "--yes")
        web.serve(LIST, plain_list("did:web:other.example"))
        later()
        run("vault", "online", mine, "--yes")
        assert of_vault(mine) == ("no", "issuer_not_listed")

    def test_a_website_that_is_silent_later_takes_nothing_back_and_is_told(self, web, mine, later):
        run("vault", "lists", mine, "add", LIST)
        run("vault", "online", mine, "--yes")
        web.play(LIST, saying(reply(status=500)))
        later()
        run("vault", "online", mine, "--yes")
        assert of_vault(mine) == ("yes", "issuer_listed")
        assert lists(mine)[0]["last_failure"] == "http_status"
        assert "out of order" in run("vault", "lists", mine).stdout
        web.serve(LIST, plain_list(SCHOOL))
        later()
        run("vault", "online", mine, "--yes")
        assert lists(mine)[0]["last_failure"] is None

    def test_a_list_that_cannot_be_reached(self, web, mine):
        web.shut("away.example")
        run("vault", "lists", mine, "add", "https://away.example/list.json")
        run("vault", "online", mine, "--yes")
        assert of_vault(mine) == ("not checked", "list_silent")
        assert (lists(mine)[0]["not_looked_in"], lists(mine)[0]["last_failure"]) == ("list_silent", "no_answer")

    def test_the_key_of_a_federation_is_kept_from_the_first_time(self, web, mine, later):
        federation(web)
        run("vault", "lists", mine, "add", FEDERATION)
        run("vault", "online", mine, "--yes")
        assert of_vault(mine) == ("yes", "issuer_listed")
        federation(web, 2)
        later()
        run("vault", "online", mine, "--yes")
        assert of_vault(mine) == ("not checked", "list_key_changed")
        assert "another key than when you added it" in run("vault", "lists", mine).stdout
        run("vault", "lists", mine, "remove", FEDERATION)
        run("vault", "lists", mine, "add", FEDERATION)
        later()
        run("vault", "online", mine, "--yes")
        assert of_vault(mine) == ("yes", "issuer_listed")

    def test_the_key_of_a_federation_that_a_list_names_is_kept_too(self, web, mine, later):
        federation(web)
        web.serve(COLLECTION, collection(("Schools", "oidf", FEDERATION)))
        run("vault", "lists", mine, "add", COLLECTION)
        run("vault", "online", mine, "--yes")
        assert of_vault(mine) == ("yes", "issuer_listed")
        assert lists(mine)[0]["kind"] == "lists"
        assert [one["kind"] for one in lists(mine)[0]["names"]] == ["federation"]
        assert (
            "    State federation: It is asked about one issuer at a time. As of " in run("vault", "lists", mine).stdout
        )
        federation(web, 2)
        later()
        run("vault", "online", mine, "--yes")
        assert of_vault(mine) == ("not checked", "list_key_changed")
        assert lists(mine)[0]["names"][0]["not_looked_in"] == "list_key_changed"

    def test_a_list_that_names_itself_ends(self, web, mine):
        web.serve(COLLECTION, collection(("Itself", "dcc-legacy", COLLECTION)))
        run("vault", "lists", mine, "add", COLLECTION)
        run("vault", "online", mine, "--yes")
        assert lists(mine)[0]["names"][0]["not_looked_in"] == "list_kind_unknown"

    def test_lists_and_statements_are_carried_to_a_computer_without_a_network(self, web, mine, tmp_path, record):
        federation(web, listing=LISTING)
        web.serve(LISTING, [SCHOOL])
        text = json.dumps(plain_list("did:web:a.example"))
        web.serve(LIST, text.replace('"did:web:a.example"', '"did:b": {}, "did:b"').encode())  # an issuer twice
        other = cheap_vault(tmp_path / "other")
        run("vault", "import", other, record)
        for folder in (mine, other):
            run("vault", "lists", folder, "add", FEDERATION)
            run("vault", "lists", folder, "add", LIST)
        run("vault", "online", mine, "--yes")
        asked = len(web.asked)
        run("vault", "pages", "export", mine, tmp_path / "pages")
        assert of_vault(other) == ("not checked", "lists_not_asked")
        run("vault", "pages", "import", other, tmp_path / "pages")
        assert of_vault(other) == ("yes", "issuer_listed")
        assert [one["not_looked_in"] for one in lists(other)] == [None, None]
        assert len(web.asked) == asked

    def test_what_is_wrongly_said(self, mine, tmp_path):
        assert "no such list" in run("vault", "lists", mine, "remove", "nothing", code=(1,)).stderr
        assert "Say which list" in run("vault", "lists", mine, "add", code=(2,)).stderr
        assert "no list of issuers" in run("vault", "lists", mine, "add", tmp_path / "none", code=(1,)).stderr
        bad = tmp_path / "bad.json"
        bad.write_text("[]", encoding="utf-8")
        assert "cannot be read" in run("vault", "lists", mine, "add", bad, code=(1,)).stderr
        assert lists(mine) == []


@pytest.fixture
def later(mine):
    """Time goes by: what was asked until now is asked again."""

    def pass_by():
        with unlocked(mine, PASSPHRASE) as session:
            for page in store_pages.pages(session.vault):
                then = datetime.fromisoformat(page.asked_at) - timedelta(hours=1)
                store_pages.keep_page(session.vault, replace(page, asked_at=then.isoformat()))

    return pass_by


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not here")
def test_real_lists_are_read_from_files_and_from_websites(web, mine):
    for file in sorted(SAMPLES.glob("*.json")):
        run("vault", "lists", mine, "add", file)
        address = f"https://lists.example/{file.name}"
        web.serve(address, file.read_bytes())
        run("vault", "lists", mine, "add", address)
    run("vault", "online", mine, "--yes")
    found = lists(mine)
    assert len(found) == 8
    numbers = [one["number"] for one in found]
    assert numbers[::2] == numbers[1::2]
    assert min(numbers) > 5
    assert of_vault(mine) == ("no", "issuer_not_listed")
