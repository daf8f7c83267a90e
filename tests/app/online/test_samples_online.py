"""The shared samples checked online: websites on this computer serve their documents, and every verdict is the same."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from samples_online import asked_of, served_at

from installer import samples

SAMPLES = Path(__file__).resolve().parents[4] / "shared" / "samples"

pytestmark = pytest.mark.usefixtures("loopback")


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="no ../shared/samples beside the project")
def test_every_stated_verdict_is_the_same_online():
    now = datetime.now(UTC)
    documents = samples.at_hand(SAMPLES, now)
    offline = {line.file: line.ours for line in samples.compared(SAMPLES, now, lambda _: documents)}
    with asked_of(documents) as documents_for:
        online = {line.file: line.ours for line in samples.compared(SAMPLES, now, documents_for)}
    assert len(online) > 100
    assert online == offline


def test_a_name_is_served_at_its_address():
    assert served_at("did:web:school.example") == "https://school.example/.well-known/did.json"
    assert served_at("http://school.example/badge") == "https://school.example/badge"
    assert served_at("https://school.example/badge") == "https://school.example/badge"
