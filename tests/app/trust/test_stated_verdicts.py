"""Real samples beside the verdict their source states: each right, and for the right reason."""

import csv
import json
from pathlib import Path

import pytest
from trust_samples import NOW

from app.records.model import Record
from app.records.reading import read_path
from app.trust.documents import Documents, HeldDocument
from app.trust.registries import load_registry
from app.trust.seven import check_record

SAMPLES = Path(__file__).parents[4] / "shared" / "samples"
pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="../shared/samples is not here")

# Sound, but refused by our rule: an inline context that defines a term which shipped contexts define (issuanceDate).
REFUSED = "dataIntegrityProof__didKey__twoOIDF-revoked-notExpired-badSchema.json"


def stated():
    if not SAMPLES.is_dir():
        return []
    with (SAMPLES / "MANIFEST.tsv").open(encoding="utf-8") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return [
            (row["path"], row["stated verdict"])
            for row in rows
            if row["path"].startswith("ob3/") and row["path"].endswith(".json") and row["stated verdict"] != "-"
        ]


@pytest.fixture(scope="module")
def network():
    held = {}
    for line in (SAMPLES / "status-lists" / "URLMAP.tsv").read_text("utf-8").splitlines()[1:]:
        address, name = line.split("\t")
        held[address] = json.loads((SAMPLES / "status-lists" / name).read_text("utf-8"))
    for path in (SAMPLES / "did-docs").glob("*.json"):
        document = json.loads(path.read_text("utf-8"))
        held[document["id"]] = document
    return Documents({address: HeldDocument(content, NOW) for address, content in held.items()})


@pytest.mark.parametrize(("path", "verdict"), stated())
def test_verdict_and_reason(path, verdict, network):
    (record,) = [found for found in read_path(SAMPLES / path) if isinstance(found, Record)]
    found = {one.check: one for one in check_record(record, now=NOW, documents=network)}
    if path.endswith(REFUSED):
        assert (found["format"].answer, found["format"].reason) == ("no", "inline_redefines_term")
        return
    assert found["format"].answer == "yes"
    assert found["signature"].answer == ("no" if "tampered" in verdict else "yes")
    if "tampered" not in verdict:
        https = str(record.issuer.id).startswith("https")
        assert found["issuer_binding"].answer == ("not checked" if https else "yes")
    late, early = "expired" in verdict, "not-yet-valid" in verdict
    assert found["in_force"].answer == ("no" if late or early else "yes")
    assert found["in_force"].reason in ({"expired"} if late else {"not_yet"} if early else {"in_force", "no_end_date"})
    if "revoked" in verdict:
        assert (found["status"].answer, found["status"].reason) == ("no", "revoked")
    elif "credentialStatus" in record.document:
        # Their lists are signed by another issuer: its clear bit proves nothing, nor does a list that does not hold.
        assert found["status"].answer == "not checked"
    else:
        assert found["status"].reason == "no_status_entry"


def test_registries_are_read():
    lists = [load_registry(path, as_of=NOW) for path in sorted((SAMPLES / "registries").glob("*.json"))]
    assert len(lists) == 4
    assert all(one.issuers for one in lists)
