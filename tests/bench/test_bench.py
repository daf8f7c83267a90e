"""The benchmark measures sound records that are the same in every run, and its table hides nothing."""

import json
from threading import Event, Lock
from time import sleep

import pytest

from app.online.asking import politely
from app.online.pages import Page, documents_of
from app.records.model import Record, Source
from app.records.reading import read_bytes
from app.trust.documents import What
from app.trust.seven import check_record
from bench import checking, node, online, openvc_peer, records, schools
from bench.checking import NOW
from bench.kinds import NODE, OPENVC, Kind, kinds
from bench.table import as_json, lines, machine
from bench.timing import Peer, Row, Spread, spread

KINDS = kinds()
BADGES, OLDER, PLAIN = records.badges(), records.older(), records.plain()
ROWS = [
    Row("Speed", "ours", "records/s", Spread(300.0, 280.0, 310.0, 3), Peer("theirs", Spread(100.0, 90.0, 110.0, 3))),
    Row("Speed", "alone", "records/s", spread([3.0, 1.0, 2.0]), Peer("theirs", None), "no Node: not compared"),
]


def test_records_are_the_same_in_every_run_and_many() -> None:
    assert records.badges() == BADGES
    assert len({*BADGES, *OLDER, *PLAIN}) == 3 * records.COUNT


def test_there_are_ten_kinds_and_the_smallest_credential() -> None:
    assert len({kind.what for kind in KINDS}) == 11
    assert {len(set(kind.files)) for kind in KINDS} == {records.COUNT}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.what)
def test_every_record_is_sound_and_none_that_was_changed(kind: Kind) -> None:
    assert all(checking.accepted(file, kind.documents) for file in kind.files)
    assert not checking.accepted(kind.spoiled, kind.documents)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if OPENVC in kind.peers], ids=lambda kind: kind.what)
def test_openvc_makes_the_same_checks(kind: Kind) -> None:
    assert all(map(openvc_peer.accepts, kind.files[:3]))
    assert not openvc_peer.accepts(kind.spoiled)


def test_a_kind_is_beside_whoever_reads_it() -> None:
    alone = [kind.what for kind in KINDS if not kind.peers]
    assert alone == ["Open Badges 2.0, signed, RS256, keys at hand"]
    assert sum(NODE in kind.peers for kind in KINDS) == 8


@pytest.mark.parametrize("fault", records.wrong())
def test_faulty_records_are_refused_before_time_counts(fault: str) -> None:
    assert not checking.accepted(records.wrong()[fault])


def test_without_node_the_row_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bench.node.shutil.which", lambda _name: None)
    with node.peer() as other:
        assert other == "no Node: not compared"


def test_the_table_shows_medians_ranges_and_ratios() -> None:
    text = list(lines(ROWS, machine()))
    assert text[-2].split() == [
        "ours",
        "records/s",
        "300",
        "280",
        "–",
        "310",
        "theirs",
        "100",
        "90.0",
        "–",
        "110",
        "3.00",
    ]
    assert text[-1].endswith("no Node: not compared")
    assert "2.00" in text[-1]


def test_the_json_says_the_same() -> None:
    first, second = json.loads(json.dumps(as_json(ROWS, machine())))["rows"]
    assert first["ratio"] == 3.0
    assert (second["ratio"], second["note"]) == (None, "no Node: not compared")


def test_the_schools_pages_say_that_nothing_is_canceled() -> None:
    documents = documents_of(Page(address, "list", NOW, page) for address, page in schools.pages().items())
    first, *_others = schools.records()
    (record,) = read_bytes(json.dumps(first).encode(), Source("bench"))
    assert isinstance(record, Record)
    answers = {one.check: one.answer for one in check_record(record, now=NOW, documents=documents)}
    assert {answers[name] for name in ("signature", "issuer_binding", "in_force", "status")} == {"yes"}


def test_one_after_another_is_one_at_a_time() -> None:
    under_way, most = Lock(), list[bool]()

    def ask(address: str, what: What) -> Page:
        most.append(under_way.acquire(blocking=False))
        sleep(0.001)
        under_way.release()
        return Page(address, what, NOW, b"{}")

    addresses: dict[str, What] = {f"https://school-{number}.example/": "keys" for number in range(8)}
    assert len(list(politely(addresses, online.in_turn(ask), Event()))) == 8
    assert all(most)
