"""Career data that a learner brought, in their journey."""

from pathlib import Path

import brought_pay as oews
import brought_releases as made
import pytest

from app import places
from app.journey import career_data
from app.journey.credits import data_sources
from app.journey.goal.outlook import pay_of
from app.journey.opening import practice, session_of
from app.vault.vault import Vault
from pathways.pack import texts


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATHFOLIO_DATA", str(tmp_path / "data"))


def quiet(_share: float) -> None:
    pass


def test_an_open_journey_reads_what_was_brought_and_again_what_ships(tmp_path: Path) -> None:
    with Vault.temporary() as vault, session_of(vault) as session:
        assert texts.description(session.pack, made.NURSE) is None
        given = career_data.look([made.onet_24(tmp_path), oews.oews_state(tmp_path)])
        career_data.add(given, quiet, session)
        assert session.pack.path == places.own_pack()
        assert texts.description(session.pack, made.NURSE) == "Work as Registered Nurses."
        pay = pay_of(session.pack, made.NURSE, "41")
        assert pay is not None
        assert pay.yearly is not None
        assert pay.area is not None
        assert (pay.yearly.median, pay.area.title, pay.area.released) == (83_200, "Oregon", "May 2024")
        nation = pay_of(session.pack, made.NURSE)
        assert nation is not None
        assert nation.area is None
        assert "O*NET 24.3 Database" in "\n".join(one.attribution for one in data_sources())
        career_data.remove("onet_24.3", quiet, session)
        assert texts.description(session.pack, made.NURSE) is None
        career_data.remove("oews_2024-05_state", quiet, session)
        assert session.pack.path == places.careers_pack()


def test_what_was_brought_is_there_the_next_time_and_practice_stays_as_it_ships(tmp_path: Path) -> None:
    career_data.add(career_data.look([made.onet_24(tmp_path)]), quiet)
    with Vault.temporary() as vault, session_of(vault) as session:
        assert session.pack.path == places.own_pack()
    with practice() as (session, _learner):
        assert session.pack.path == places.careers_pack()
        career_data.remove("onet_24.3", quiet, session)
        assert session.pack.path == places.careers_pack()
    assert career_data.career_data().state == "none"


def test_a_pack_that_cannot_be_put_in_place_leaves_the_journey_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pathways.errors import PathwaysError

    with Vault.temporary() as vault, session_of(vault) as session:
        career_data.add(career_data.look([made.onet_24(tmp_path / "a")]), quiet, session)
        given = career_data.look([oews.oews_state(tmp_path / "b")])

        def refuse(_self: Path, _target: Path) -> Path:
            raise PermissionError

        with monkeypatch.context() as held:
            held.setattr(Path, "replace", refuse)  # as Windows does where another program reads the pack
            with pytest.raises(PathwaysError) as raised:
                career_data.add(given, quiet, session)
        assert raised.value.code == "pack_not_written"
        assert texts.description(session.pack, made.NURSE) == "Work as Registered Nurses."
        assert sorted(p.name for p in places.own_pack().parent.iterdir()) == ["careers.lock", "careers.sqlite"]
