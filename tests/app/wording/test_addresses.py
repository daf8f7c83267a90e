"""Names that only programs read, told in words."""

import pytest

from app.wording import Words
from app.wording.addresses import readable


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("did:web:school.example", "school.example"),
        ("did:web:school.example%3A8443:issuers:4#key-1", "school.example:8443/issuers/4"),
        ("did:key:z6MkjdWk", "A key of its own, ending in …jdWk"),
        ("urn:uuid:1234-abcd", "A number for programs, ending in …abcd"),
        ("https://school.example/1", "https://school.example/1"),
        (None, ""),
    ],
)
def test_a_name_for_programs_is_told_in_words(text, said):
    assert readable(Words(), text) == said


@pytest.mark.parametrize("escaped", ["%E2%80%AE", "%1b%5B31m", "%0a", "%2Fevil.example", "%c2%ad"])
def test_what_an_address_escapes_stays_escaped(escaped):
    said = readable(Words(), f"did:web:good.example{escaped}moc")
    assert said == f"good.example{escaped}moc"
