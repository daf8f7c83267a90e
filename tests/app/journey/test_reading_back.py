"""A file that somebody sent, checked while a vault is open."""

import pytest
from journey_world import journey
from signed_texts import did_jwk, token
from trust_samples import VC2

from app.journey.records.reading_back import check_file
from app.wording import Words


@pytest.fixture
def session(tmp_path):
    with journey(tmp_path, records=False) as opened:
        yield opened


@pytest.mark.parametrize(("signer", "answer"), [(9, "yes"), (8, "no")])
def test_a_presentation_signed_as_a_text_is_checked_by_its_letters(session, tmp_path, signer, answer):
    document = {"@context": [VC2], "type": ["VerifiablePresentation"], "holder": did_jwk("ES256", 9)}
    file = tmp_path / "sent.jwt"
    file.write_text(token(document, "ES256", signer, typ="vp+jwt", kid=f"{did_jwk('ES256', 9)}#0"), encoding="ascii")
    found = check_file(session, Words(), file)
    assert found.faults == ()
    assert {one.fact.check: one.fact.answer for one in found.questions}["signature"] == answer
