"""`versions`, and `present` from an earlier one, by hand, and with things never told."""

import json

from terminal import OPPORTUNITY, RECORDS, cheap_vault, json_lines, pathfolio, sentence


def test_a_version_is_kept_named_and_starts_the_next(tmp_path):
    folder = cheap_vault(tmp_path / "v")
    assert "No version is kept yet." in pathfolio("versions", "--vault", folder).stdout
    pathfolio("vault", "import", folder, RECORDS)

    def present(*options):
        done = pathfolio(
            "present", "--vault", folder, OPPORTUNITY, "--out", tmp_path / "out", "--yes", "--json", *options
        )
        return json.loads(done.stdout)

    first = present()
    (kept,) = json_lines(pathfolio("versions", "--vault", folder, "--json"))
    assert kept["records"] == [one["key"] for one in first["sent"]]
    assert {one["whole"] for one in first["sent"]} == {"signed_as_one"}
    home = first["stays_home"][0]["key"]
    (named,) = json_lines(pathfolio("versions", "--vault", folder, "--rename", f"{kept['number']}=Short", "--json"))
    assert named["name"] == "Short"
    more = present("--like", "Short", "--by-hand", "--send", home)
    assert {one["key"] for one in more["sent"]} == {*kept["records"], home}
    hidden = present("--hide", "years", "--hide", "time_gaps")
    assert [one for one in hidden["sent"] if {"dates", "time_gaps"} & set(one["tells"])] == []
    told = pathfolio("versions", "--vault", folder).stdout
    assert "1: Short" in told
    assert "Version 2" in told
    left = json_lines(pathfolio("versions", "--vault", folder, "--remove", "Short", "--json"))
    assert "Short" not in [one["name"] for one in left]
    assert sentence(pathfolio("present", "--vault", folder, OPPORTUNITY, "--out", tmp_path / "o", "--like", "Short"))
    assert sentence(pathfolio("versions", "--vault", folder, "--rename", "Short"))
