"""`check --online`, `vault online` and `vault pages`: who is asked is shown first, and what came is kept."""

import json

import pytest
from click.testing import CliRunner
from loopback_server import answer as reply
from loopback_server import saying
from old_badges import AWARD, BADGE, award, badge_class, profile, school_pages
from own_websites import own_websites
from terminal import PASSPHRASE, cheap_vault
from trust_samples import badge as new_badge
from trust_samples import signed

from app.cli import main
from app.journey.records.online import last_asked
from app.journey.vaults import unlocked

pytestmark = pytest.mark.usefixtures("loopback")
ELSEWHERE = "https://elsewhere.example/issuer.json"


@pytest.fixture
def web():
    with own_websites(school_pages()) as made:
        yield made


@pytest.fixture
def badge(tmp_path):
    file = tmp_path / "badge.json"
    file.write_text(json.dumps(award()), encoding="utf-8")
    return file


def run(*arguments, say=None):
    done = CliRunner(env={"PATHFOLIO_PASSPHRASE": PASSPHRASE}).invoke(main, [str(one) for one in arguments], input=say)
    assert done.exit_code in (0, 1), (done.exception, done.stderr)
    return done


def answer(done, check="signature"):
    (record,) = map(json.loads, done.stdout.splitlines())
    return next(one["reason"] for one in record["checks"] if one["check"] == check)


def test_who_is_asked_is_shown_and_nobody_is_asked_before_the_yes(web, badge):
    done = run("check", badge, "--online", say="n\n")
    assert "school.example" in done.stderr
    assert "It can tell which badge is checked, and so whose it is." in done.stderr
    assert web.asked == []
    assert "Nobody has asked there yet." in done.stdout


def test_a_yes_asks_and_the_answers_are_used(web, badge):
    done = run("check", badge, "--online", "--json", say="y\n")
    assert answer(done) == "same_on_site"
    assert sorted(web.paths("school.example")) == ["/awards/7.json", "/badges/forklift.json", "/issuer.json"]
    assert "3 answers came." in done.stderr


def test_without_the_word_online_nobody_is_asked(web, badge):
    assert answer(run("check", badge, "--json")) == "site_not_asked"
    assert web.asked == []


def test_a_website_that_answers_lead_to_is_shown_before_it_is_asked(web, badge):
    web.serve(BADGE, badge_class(issuer=ELSEWHERE))
    web.serve(ELSEWHERE, profile(id=ELSEWHERE, verification={"allowedOrigins": "school.example"}))
    done = run("check", badge, "--online", "--json", say="y\nn\n")
    assert "elsewhere.example" in done.stderr
    assert web.paths("elsewhere.example") == []
    run("check", badge, "--online", "--json", "--yes")
    assert web.paths("elsewhere.example") == ["/issuer.json"]


def test_a_website_can_be_left_out(web, badge):
    assert (
        answer(run("check", badge, "--online", "--yes", "--leave-out", "school.example", "--json")) == "site_not_asked"
    )
    assert web.asked == []


@pytest.mark.parametrize(
    "spelled", ["School.Example", "https://school.example/badges", "school.example.", "school.example:443"]
)
def test_a_website_is_left_out_however_its_name_is_spelled(web, badge, spelled):
    assert answer(run("check", badge, "--online", "--yes", "--leave-out", spelled, "--json")) == "site_not_asked"
    assert web.asked == []


@pytest.mark.parametrize("spelled", ["school example", "http://school.example", ""])
def test_a_website_to_leave_out_that_is_none_is_said_and_nobody_is_asked(web, badge, spelled):
    done = CliRunner().invoke(main, ["check", str(badge), "--online", "--yes", "--leave-out", spelled])
    assert done.exit_code == 2
    assert "is not the name of a website" in done.stderr
    assert web.asked == []


def test_a_page_that_is_gone_is_a_badge_that_was_canceled(web, badge):
    web.play(AWARD, saying(reply(status=410)))
    done = run("check", badge, "--online", "--yes", "--json")
    assert answer(done, "status") == "revoked"
    assert f"{AWARD}: It took this page away for good." in done.stderr


def test_a_vault_keeps_the_answers_and_carries_them_to_another(web, badge, tmp_path):
    mine, other = cheap_vault(tmp_path / "mine"), cheap_vault(tmp_path / "other")
    for folder in (mine, other):
        run("vault", "import", folder, badge)
    run("vault", "online", mine, "--yes")
    asked = len(web.asked)
    assert answer(run("vault", "list", mine, "--json")) == "same_on_site"
    assert answer(run("vault", "list", other, "--json")) == "site_not_asked"
    assert run("vault", "pages", "export", mine, tmp_path / "pages").stdout.startswith("3 pages written")
    assert run("vault", "pages", "import", other, tmp_path / "pages").stdout == "3 pages kept.\n"
    assert answer(run("vault", "list", other, "--json")) == "same_on_site"
    assert answer(run("check", badge, "--documents", tmp_path / "pages", "--json")) == "same_on_site"
    assert len(web.asked) == asked


def was_asked(folder):
    """Whether websites were ever asked about this vault, as the window says it."""
    with unlocked(folder, PASSPHRASE) as session:
        return last_asked(session) is not None


def test_what_was_asked_just_now_is_not_asked_again(web, badge, tmp_path):
    mine = cheap_vault(tmp_path / "mine")
    run("vault", "import", mine, badge)
    assert not was_asked(mine)
    run("vault", "online", mine, "--yes")
    assert was_asked(mine)
    asked = len(web.asked)
    run("vault", "online", mine, "--yes")
    assert len(web.asked) == asked


@pytest.fixture
def link(tmp_path):
    file = tmp_path / "link.txt"
    file.write_text(AWARD, encoding="utf-8")
    return file


def test_a_link_is_followed_where_the_learner_says_so(web, link):
    done = run("check", link, "--online", "--json", say="n\n")
    assert json.loads(done.stdout)["code"] == "link_not_followed"
    assert AWARD in done.stderr
    assert "It can tell which record you get, and so whose it is." in done.stderr
    assert web.asked == []
    done = run("check", link, "--online", "--json", "--yes")
    assert answer(done) == "same_on_site"
    assert json.loads(done.stdout)["file"] == AWARD


def test_an_import_takes_in_what_a_link_gives(web, link, tmp_path):
    mine = cheap_vault(tmp_path / "mine")
    assert run("vault", "import", mine, link).exit_code == 1
    assert web.asked == []
    assert not was_asked(mine)
    done = run("vault", "import", mine, link, "--online", "--yes")
    assert was_asked(mine)
    assert (done.exit_code, done.stdout) == (0, "1 new record kept.\n")
    assert json.loads(run("vault", "list", mine, "--json").stdout)["file"] == AWARD


def test_a_page_that_names_its_record_leads_there_in_two_questions(web, link, tmp_path):
    page = "https://school.example/awards/7.html"
    head = f'<link rel="alternate" type="application/ld+json" href="{AWARD}">'
    web.serve(page, f"<!DOCTYPE html><html><head>{head}</head></html>", kind="text/html")
    link.write_text(page, encoding="utf-8")
    mine = cheap_vault(tmp_path / "mine")
    run("vault", "import", mine, link, "--online", say="y\nn\n")
    assert web.paths("school.example") == ["/awards/7.html"]
    done = run("vault", "import", mine, link, "--online", say="y\ny\n")
    assert "1 new record kept." in done.stdout


def test_a_link_that_gives_nothing_stays_one_and_says_why(web, link, tmp_path):
    web.play(AWARD, saying(reply(status=404)))
    done = run("vault", "import", cheap_vault(tmp_path / "mine"), link, "--online", "--yes")
    assert done.exit_code == 1
    assert f"{AWARD}: It has no such page." in done.stderr
    assert "This is only a link, and its website gave no record." in done.stderr


def test_newer_versions_are_asked_for_only_with_the_word(web, tmp_path):
    address = "https://college.example/newer"
    service = {"id": address, "type": "1EdTechCredentialRefresh"}
    made = new_badge(
        **{"@context": [*new_badge()["@context"], "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"]},
        refreshService=service,
    )
    web.serve(address, signed({**made, "validFrom": "2026-02-01T00:00:00Z"}))
    file = tmp_path / "badge.json"
    file.write_text(json.dumps(signed(made)), encoding="utf-8")
    mine = cheap_vault(tmp_path / "mine")
    run("vault", "import", mine, file)
    run("vault", "online", mine, "--yes")
    assert web.paths("college.example") == []
    assert not was_asked(mine)
    done = run("vault", "online", mine, "--newer", say="y\nn\n")
    assert "A newer version of Forklift safety was found." in done.stdout
    assert was_asked(mine)
    assert json.loads(run("vault", "list", mine, "--json").stdout)["file"] == str(file)
    run("vault", "online", mine, "--newer", "--yes")
    assert json.loads(run("vault", "list", mine, "--json").stdout)["file"] == address
