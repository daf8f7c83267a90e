"""One or many records in a file, and the exact bytes of each."""

import hashlib
import json
import zipfile
from io import BytesIO

import pytest
from sample_records import FILE, VC_2, badge, codes, credential, one, presentation, read

from app.records.limits import Limits
from app.records.model import Record, Source, Unreadable
from app.records.presentations import Presentation
from app.records.reading import read_bytes, read_path, read_presentation, read_presentation_path

# Spaces, escapes, number forms and key order that no writer of JSON would give back.
ODD_BADGE = json.dumps(badge(), indent=3).replace("Riverside", "Riv\\u0065rside").replace(": ", " :\t", 9)
ODD_CREDENTIAL = json.dumps(credential(), ensure_ascii=False).replace("BSc", "Bachelor\\/ 1.50E+0 ñ")


def archive(*members, compression=zipfile.ZIP_DEFLATED):
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as made:
        for name, data in members:
            made.writestr(name, data)
    return buffer.getvalue()


def raws(data):
    return [found.raw for found in read_bytes(data, FILE) if isinstance(found, Record)]


WANTED = [ODD_BADGE.encode(), ODD_CREDENTIAL.encode()]
BOTH = f"{ODD_BADGE} ,\n {ODD_CREDENTIAL}"
VP = f'{{"@context":"{VC_2}","type":"VerifiablePresentation" , "verifiableCredential" :\n[ {BOTH} ] }}'


@pytest.mark.parametrize(
    "text",
    [
        f"\ufeff[{BOTH}]\r\n",
        VP,
        f"[\n{VP}\n]",
        f'{{"verifiableCredential": [{BOTH}]}}',
        f'{{"verifiablePresentation": {VP}}}',
    ],
)
def test_the_exact_bytes_of_each_record_are_kept(text):
    assert raws(text.encode()) == WANTED


def test_a_key_is_the_digest_of_the_bytes_and_the_document_is_what_they_say():
    found = one(f"  {ODD_BADGE}\n".encode())
    assert found.raw == ODD_BADGE.encode()
    assert found.key == hashlib.sha256(ODD_BADGE.encode()).hexdigest()
    assert found.document == json.loads(ODD_BADGE)
    assert found.issuer.name == "Riverside Trade School"


def test_the_exact_bytes_are_kept_in_an_archive_too_and_the_way_to_them():
    data = archive(("badges/a.json", f"[{BOTH}]"), ("b.txt", VP), ("c.json", ODD_BADGE))
    assert raws(data) == [*WANTED, *WANTED, WANTED[0]]
    assert [found.source.member for found in read_bytes(data, FILE)] == [
        "badges/a.json #1",
        "badges/a.json #2",
        "b.txt #1",
        "b.txt #2",
        "c.json",
    ]


def test_one_credential_need_not_stand_in_a_list():
    made = presentation(verifiableCredential=badge())
    assert [found.name for found in read(made)] == ["Forklift Safety"]


def test_the_good_records_of_a_list_survive_the_bad_ones():
    found = read([badge(), {"hello": 1}, 7, "eyJhbGciOiJub25lIn0.e30.", credential()])
    assert codes(found) == ["record", "not_a_record", "not_a_record", "signed_not_a_record", "record"]
    assert [item.source.member for item in found] == ["#1", "#2", "#3", "#4", "#5"]


@pytest.mark.parametrize(
    "value", [[], presentation(), presentation(verifiableCredential=None), archive(), archive((".DS_Store", "x"))]
)
def test_a_file_with_nothing_in_it_says_so(value):
    assert codes(read(value)) == ["nothing_inside"]


def test_a_transcript_is_a_record_and_each_credential_in_it_another():
    inner = badge(name="Inside")
    clr = credential(
        type=["VerifiableCredential", "ClrCredential"],
        name="Transcript",
        credentialSubject={
            "type": "ClrSubject",
            "achievement": [{"name": "Only described"}],
            "verifiableCredential": [inner, credential()],
        },
    )
    outer, first, second = read(clr)
    assert (outer.name, outer.achievements, outer.faults) == ("Transcript", (), ())
    assert (first.kind, first.raw) == ("ob3", json.dumps(inner).encode())
    assert second.name == "BSc Nursing"


def test_a_transcript_about_nothing_that_can_be_read_says_so():
    found = one(credential(type=["VerifiableCredential", "ClrCredential"], credentialSubject="me"))
    assert [(fault.code, fault.values["field"]) for fault in found.faults] == [("wrong_type", "credentialSubject")]


def test_holders_in_holders_end_somewhere():
    value = badge()
    for _ in range(6):
        value = presentation(value)
    assert codes(read(value)) == ["nested_too_deep"]


def test_a_file_with_too_many_records_says_where_it_stopped():
    data = json.dumps([credential()] * 4).encode()
    found = list(read_bytes(data, FILE, Limits(records=3)))
    assert codes(found) == ["record", "record", "record", "too_many_records"]
    assert codes(list(read_bytes(data, FILE, Limits(records=4)))) == ["record"] * 4
    share = read_presentation(json.dumps(presentation(*[credential()] * 4)).encode(), FILE, Limits(records=3))
    assert isinstance(share, Presentation)
    assert codes(list(share.records)) == ["record", "record", "record", "too_many_records"]


@pytest.mark.parametrize(
    ("data", "looks_like"),
    [
        (b"\0\0\0\x18ftypheic", "image"),
        (b"<!DOCTYPE html><p>", "html"),
        (b"<loq:credential xmlns:loq='x'/>", "xml"),
        ({"@context": ["https://www.w3.org/ns/did/v1"], "id": "did:web:a"}, "did_document"),
        ({"kty": "OKP", "d": "secret"}, "key"),
        ({"query": [{"type": "DIDAuthentication"}], "challenge": "c"}, "request"),
        (b"-----BEGIN CERTIFICATE-----\nMII\n", "certificate"),
        (b"-----BEGIN PRIVATE KEY-----\nMII\n", "key"),
        (b"Name,Hours\nWelding,40\nFirst aid,8\n", "table"),
        (b"\0\0\0\x20ftypisom", "media"),
        (b"MZ\x90\0", "program"),
        (bytes(257) + b"ustar\x0000", "archive"),
        (archive(("[Content_Types].xml", b"<x/>"), ("word/document.xml", b"<x/>")), "office"),
        (archive(("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"<x/>")), "office"),
        (presentation({"type": "EnvelopedVerifiableCredential", "id": "data:application/vc+cose;base64,0oR"}), "cose"),
    ],
)
def test_a_format_not_read_yet_is_named_and_nothing_of_it_is_kept(data, looks_like):
    (found,) = read(data)
    assert isinstance(found, Unreadable)
    assert (found.code, dict(found.values)) == ("format_not_read", {"looks_like": looks_like})


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"Dear Ana, congratulations!", "unknown_format"),
        (b"<http://a> <http://b> _:c .", "unknown_format"),
        (b'{"a": 1}', "not_a_record"),
        (b'["words"]', "not_a_record"),
        ({"@type": "JobPosting", "title": "Aide"}, "other_type"),
        (b"eyJhbGciOiJSUzI1NiJ9.eyJ2YyI6e319.c2ln\n", "signed_not_a_record"),
        (b"eyJhbGciOiJSUzI1NiJ9.eyJ2YyI6e319.c2ln~WyJh~", "jws_broken"),
        ({"payload": "{}", "signatures": []}, "jws_broken"),
        (presentation({"type": "EnvelopedVerifiableCredential", "id": "data:application/vc+jwt,eyJ"}), "jws_broken"),
    ],
)
def test_what_is_no_record_says_so(data, code):
    assert codes(read(data)) == [code]


def test_a_presentation_and_its_records_are_seen_apart():
    made = presentation(badge(), credential(), id="urn:uuid:1")
    found = read_presentation(json.dumps(made, indent=1).encode() + b"\n", FILE)
    assert isinstance(found, Presentation)
    assert (found.holder, found.id, found.data_model) == ("did:key:z6MkLearner", "urn:uuid:1", "2.0")
    assert (found.raw, found.document) == (json.dumps(made, indent=1).encode(), made)
    assert [record.name for record in found.records] == ["Forklift Safety", "BSc Nursing"]
    assert (found.types, found.faults) == (("VerifiablePresentation",), ())


def test_a_presentation_with_faults_says_them():
    made = {"type": "VerifiablePresentation", "holder": "did:key:\u202ez", "id": 1, "verifiableCredential": 5}
    found = read_presentation(json.dumps(made).encode(), FILE)
    assert isinstance(found, Presentation)
    assert found.holder is None
    assert [(fault.code, fault.values.get("field")) for fault in found.faults] == [
        ("wrong_type", "verifiableCredential"),
        ("bad_identifier", "holder"),
        ("no_vc_context", None),
        ("bad_identifier", "id"),
    ]
    assert codes(list(found.records)) == ["not_a_record"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (json.dumps(badge()).encode(), "not_a_presentation"),
        (b"[]", "not_a_presentation"),
        (b"{", "json_truncated"),
        (b"eyJh.eyJh.c", "jws_broken"),
        (b"%PDF-1.7", "not_a_presentation"),
        (archive(("a.json", VP)), "not_a_presentation"),
    ],
)
def test_what_is_no_presentation_says_so(data, code):
    found = read_presentation(data, FILE)
    assert isinstance(found, Unreadable)
    assert found.code == code


def test_a_presentation_is_read_from_a_file(tmp_path):
    (tmp_path / "share.txt").write_text(VP, encoding="utf-8")
    found = read_presentation_path(tmp_path / "share.txt")
    assert isinstance(found, Presentation)
    assert [record.raw for record in found.records] == WANTED
    missing = read_presentation_path(tmp_path / "none")
    assert isinstance(missing, Unreadable)
    assert missing.code == "file_missing"


def test_a_folder_is_read_in_order_with_its_folders_and_by_content_alone(tmp_path):
    for name, text in [("b.pdf", ODD_BADGE), ("a/z.json", VP), ("a/a.txt", "hello"), (".hidden", "x"), ("c", "[]")]:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "d.doc").write_bytes(archive(("x", ODD_BADGE)))
    found = list(read_path(tmp_path))
    names = [str(path.source.file).removeprefix(str(tmp_path)).replace("\\", "/") for path in found]
    assert list(zip(names, codes(found), strict=True)) == [
        ("/b.pdf", "record"),
        ("/c", "nothing_inside"),
        ("/d.doc", "record"),
        ("/a/a.txt", "unknown_format"),
        ("/a/z.json", "record"),
        ("/a/z.json", "record"),
    ]


def test_links_are_not_followed_out_of_a_folder(tmp_path):
    folder, outside = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    outside.mkdir()
    (folder / "a.json").write_text(ODD_BADGE, encoding="utf-8")
    (outside / "secret.json").write_text(ODD_BADGE, encoding="utf-8")
    try:
        (folder / "b.json").symlink_to(outside / "secret.json")
    except OSError:
        pytest.skip("this system lets no one make links")
    (folder / "c").symlink_to(outside, target_is_directory=True)
    (folder / "again.json").symlink_to(folder / "a.json")
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    found = list(read_path(folder))
    assert sorted(codes(found)) == ["link_outside", "link_outside", "record"]


def test_a_folder_of_nothing_and_a_path_to_nothing(tmp_path):
    assert codes(list(read_path(tmp_path))) == ["nothing_inside"]
    assert codes(list(read_path(tmp_path / "none"))) == ["file_missing"]


def test_a_folder_with_too_many_files_says_where_it_stopped(tmp_path):
    for name in "abc":
        (tmp_path / name).write_text(ODD_BADGE, encoding="utf-8")
    assert codes(list(read_path(tmp_path, Limits(folder_files=2)))) == ["record", "record", "folder_too_many_files"]
    assert codes(list(read_path(tmp_path, Limits(folder_files=3)))) == ["record"] * 3


def test_folders_in_folders_end_somewhere(tmp_path):
    (tmp_path / "a" / "b").mkdir(parents=True)
    for folder in (tmp_path, tmp_path / "a", tmp_path / "a" / "b"):
        (folder / "c.json").write_text(ODD_BADGE, encoding="utf-8")
    assert codes(list(read_path(tmp_path, Limits(folder_depth=1)))) == ["record", "record", "folder_too_deep"]
    assert codes(list(read_path(tmp_path))) == ["record"] * 3


def test_a_name_too_long_for_a_file_is_no_crash(tmp_path):
    assert codes(list(read_path(tmp_path / ("x" * 5_000)))) in (["file_no_access"], ["file_missing"])


def test_a_source_names_the_file_as_given(tmp_path):
    path = tmp_path / "My  badge.json"
    path.write_text(ODD_BADGE, encoding="utf-8")
    assert next(iter(read_path(path))).source == Source(str(path))
