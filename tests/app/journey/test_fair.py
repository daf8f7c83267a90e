"""Two people with the same skills are told of the same jobs, whatever schools and degrees stand on their records."""

import json
from pathlib import Path

import pytest
from journey_world import journey, unsigned

from app.journey.goal.aim import careers
from app.journey.goal.why import why
from app.journey.records.holding import cards, import_paths
from app.journey.skills.profile import profile
from pathways.model import Career

TILL = {"targetName": "Operate cash registers", "targetCode": "4.A.4.c.1.I03.D01", "targetFramework": "O*NET"}
BLOOD = {"targetName": "Collect biological specimens from patients", "targetCode": "4.A.1.b.2.I01.D02"}
WORDS = {"targetName": "Active Listening", "targetCode": "2.A.1.b"}
ALIGNED = [{"targetUrl": f"https://www.onetonline.org/{one['targetCode']}", **one} for one in (TILL, BLOOD, WORDS)]
SCHOOL = {
    "issuer": {"id": "https://old.example", "type": ["Profile"], "name": "Old University, Class of 1979"},
    "validFrom": "1979-06-01T00:00:00Z",
    "awardedDate": "1979-06-01T00:00:00Z",
}
ENDED = {"validUntil": "2019-06-01T00:00:00Z"}
PLAIN = {"issuer": {"id": "https://x.example", "type": ["Profile"], "name": "X"}, "validFrom": "2025-01-01T00:00:00Z"}


def ranked(folder: Path, name: str, kind: str, more: dict) -> tuple[tuple[Career, ...], int]:
    with journey(folder, records=False) as session:
        badge = unsigned(name, ALIGNED, **more)
        badge["credentialSubject"]["achievement"]["achievementType"] = kind
        file = folder / "badge.json"
        file.write_text(json.dumps(badge), encoding="utf-8")
        import_paths(session, [file])
        held = profile(session, cards(session))
        assert len(held.held) >= 2, held.held
        reasons = why(session, held, cards(session), "41-2011.00")
        return careers(session, held, 1016), len(reasons.shared)


@pytest.mark.parametrize("dates", [ENDED, {"validFrom": "2090-01-01T00:00:00Z"}])
def test_the_day_a_record_ends_or_begins_changes_no_ranking(tmp_path: Path, dates: dict[str, str]) -> None:
    folders = [tmp_path / "with", tmp_path / "without"]
    for folder in folders:
        folder.mkdir()
    dated, _ = ranked(folders[0], "Record", "Badge", PLAIN | dates)
    plain, _ = ranked(folders[1], "Record", "Badge", PLAIN)
    assert [(one.occupation, one.score, one.similarity) for one in dated] == [
        (one.occupation, one.score, one.similarity) for one in plain
    ]
    assert sum(one.coverage or 0 for one in dated) < sum(one.coverage or 0 for one in plain)


def test_taking_every_degree_school_and_date_away_changes_no_ranking(tmp_path: Path) -> None:
    folders = [tmp_path / "with", tmp_path / "without"]
    for folder in folders:
        folder.mkdir()
    with_degree = ranked(folders[0], "Bachelor of Science, Old University 1979", "BachelorDegree", SCHOOL)
    assert ranked(folders[1], "Record", "Badge", PLAIN) == with_degree
    assert with_degree[0][0].score > 0
