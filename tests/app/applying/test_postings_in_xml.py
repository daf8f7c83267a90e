"""Postings in HR Open's XML are read by the names of its elements; what tries more than that is refused."""

import pytest

from app.applying.postings.reading import posting_from
from app.errors import PersonError

THREE = """<?xml version="1.0" encoding="UTF-8"?>
<ns:PositionOpening xmlns:ns="http://www.hr-xml.org/3" xmlns:oa="http://www.openapplications.org/oagis/9">
  <ns:PositionProfile languageCode="en">
    <ns:PositionOrganization><oa:OrganizationName>Mercy Clinic</oa:OrganizationName></ns:PositionOrganization>
    <ns:PositionTitle>Night Nurse</ns:PositionTitle>
    <ns:PositionQualifications>
      <ns:PositionCompetency><ns:CompetencyName>Charting &amp; records</ns:CompetencyName></ns:PositionCompetency>
      <ns:LicenseTypeCode>RN license</ns:LicenseTypeCode>
      <ns:EducationRequirement><ns:EducationLevelCode>Associate degree in nursing</ns:EducationLevelCode>
      </ns:EducationRequirement>
      <ns:ExperienceSummary>2 years of experience in a hospital</ns:ExperienceSummary>
    </ns:PositionQualifications>
    <ns:PositionFormattedDescription>
      <ns:Content><![CDATA[<h2>Nice to have</h2><ul><li>Speak Spanish</li></ul>]]></ns:Content>
    </ns:PositionFormattedDescription>
  </ns:PositionProfile>
</ns:PositionOpening>"""
TWO = """<PositionOpening xmlns="http://ns.hr-xml.org">
  <PositionProfile><PositionDetail>
    <Company><Name>Elm House</Name></Company>
    <PositionTitle><![CDATA[Cook]]></PositionTitle>
    <Competency name="x"><Name>not of a kind we know</Name></Competency>
  </PositionDetail>
  <FormattedPositionDescription><Name>Text</Name><Value>Requirements:
- Cook for sixty people
</Value></FormattedPositionDescription></PositionProfile>
</PositionOpening>"""


def test_a_posting_of_version_3() -> None:
    posting = posting_from(THREE.encode())
    assert (posting.shape, posting.title, posting.organisation) == ("hr_open", "Night Nurse", "Mercy Clinic")
    assert {(one.text, one.kind, one.essential) for one in posting.found} == {
        ("Charting & records", "skill", True),
        ("RN license", "licence", True),
        ("Associate degree in nursing", "credential", True),
        ("2 years of experience in a hospital", "years", True),
        ("Speak Spanish", "skill", False),
    }


def test_a_posting_of_version_2_without_a_declaration() -> None:
    posting = posting_from(TWO.encode())
    assert (posting.title, posting.organisation) == ("Cook", "Elm House")
    assert "Cook for sixty people" in [one.text for one in posting.found]


def test_a_page_that_begins_as_xml_is_a_page() -> None:
    page = '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><h1>Cook</h1></body></html>'
    assert (posting_from(page.encode()).shape, posting_from(page.encode()).title) == ("page", "Cook")


OPENING = "<?xml version='1.0'?>{}<PositionOpening><PositionTitle>{}</PositionTitle></PositionOpening>"
LAUGHS = "<!DOCTYPE x [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {name} '{f'&{before};' * 10}'>" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    "text",
    [
        OPENING.format(LAUGHS + "]>", "&i;"),
        OPENING.format("<!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/hostname'>]>", "&f;"),
        OPENING.format("<!DOCTYPE x SYSTEM 'https://x.example/a.dtd'>", "Cook"),
        OPENING.format("", "&nbsp;"),
        OPENING.format("", ""),
        OPENING.format("", "<a>" * 70 + "</a>" * 70),
        OPENING.format("", "<a/>" * 100_001),
        OPENING.format("", "<a " + " ".join(f"b{number}=''" for number in range(100_001)) + "/>"),
        OPENING.format("", "Cook").removesuffix(">"),
        "<?xml version='1.0'?><Candidate><PositionTitle>Cook</PositionTitle></Candidate>",
    ],
    ids=["laughs", "file", "type", "entity", "no title", "deep", "many", "attributes", "cut off", "a resume"],
)
def test_what_is_no_plain_posting_is_told_in_one_sentence(text: str) -> None:
    with pytest.raises(PersonError, match="posting_is_xml"):
        posting_from(text.encode())
