"""Real files, where the folder of shared samples stands beside the project."""

from collections import Counter
from pathlib import Path

import pytest

from app.records.model import Record
from app.records.reading import read_path

SAMPLES = Path(__file__).resolve().parents[4] / "shared" / "samples"

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="no ../shared/samples beside the project")


def signed(folder, kind):
    return [path for path in sorted((SAMPLES / folder).rglob("*.json")) if kind in path.name]


@pytest.mark.parametrize(
    ("paths", "kind"),
    [
        (sorted((SAMPLES / "ob3").glob("dcc-*/*.json")), None),
        ([SAMPLES / "ob3" / "1edtech-kat_ob_signed.json", SAMPLES / "vp_lcw_share_export.json"], "ob3"),
        (signed("w3c-vectors", "signed"), "vc"),
    ],
)
def test_every_credential_is_read_without_a_fault(paths, kind):
    assert paths
    for path in paths:
        (found,) = read_path(path)
        assert isinstance(found, Record), (path, found)
        assert not found.faults, (path, found.faults)
        assert found.raw in path.read_bytes()
        assert kind in (None, found.kind)


def test_a_transcript_gives_itself_and_the_credential_in_it():
    found = list(read_path(SAMPLES / "clr2" / "1edtech-kat_clr_signed.json"))
    assert [(item.kind, item.name) for item in found] == [
        ("vc", "Sample Transcript"),
        ("ob3", "Example University Degree"),
    ]


def test_formats_of_later_are_named():
    looks = Counter(
        item.values["looks_like"]
        for folder in ("baked", "hosted", "signed", "sd-jwt", "vc-jwt", "edc", "ler-rs")
        for path in sorted(SAMPLES.rglob(folder))
        for item in read_path(path)
        if not isinstance(item, Record) and item.code == "format_not_read"
    )
    assert set(looks) == {"cose", "edc_xml", "key"}


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("ler-rs/1edtech_LER-RS_V2_VCwrapper.json", [("ler-rs", "json"), ("ler-rs", "json")]),
        ("edc/Sample-CertOfPart-unsigned.jsonld", [("edc", "json")]),
        ("edc/Sample-CertOfPart-signed.jsonld", [("edc", "jades")]),
        ("edc/Sample-MC-Annex1-unsigned.jsonld", [("edc", "json")]),
        ("edc/Sample-MC-Annex1-signed.jsonld", [("edc", "jades")]),
        ("edc/dc-bootcamp_MC.json", [("edc", "json")]),
    ],
)
def test_resumes_and_european_credentials_are_read_without_a_fault(path, wanted):
    found = list(read_path(SAMPLES / path))
    assert [(item.kind, item.form) for item in found] == wanted
    assert all(not item.faults for item in found)
    esco = {link.url for item in found for made in item.achievements for link in made.alignments if link.framework}
    assert len(esco) >= (4 if "MC" in path else 0)
