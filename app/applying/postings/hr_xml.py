"""A posting in the XML of HR Open (PositionOpening of HR-XML 2 and 3): its words under the names of the JSON form.

The parser knows no entities but the five of XML itself, and fetches nothing: a file with a document type is refused.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

OPENINGS = frozenset({"PositionOpening", "PositionProfile", "JobPosting", "JobPositionPosting"})
FIELDS: Mapping[str, str] = {
    "PositionTitle": "title",
    "JobTitle": "title",
    "OrganizationName": "postingRequestor",
    "OrganizationLegalName": "postingRequestor",
    "HiringOrgName": "postingRequestor",
    "Company/Name": "postingRequestor",
    "HiringOrg/Name": "postingRequestor",
    "QualificationsSummary": "qualificationSummary",
    "QualificationsRequired": "qualificationSummary",
    "QualificationsPreferred": "preferredExperiences",
    "CompetencyName": "competencies",
    "Competency/Name": "competencies",
    "EducationRequirement": "requiredEducation",
    "ExperienceSummary": "requiredExperiences",
    "LicenseTypeCode": "requiredCredentials",
    "LicenseOrCertification": "requiredCredentials",
    "PositionFormattedDescription/Content": "formattedDescriptions",
    "FormattedPositionDescription/Value": "formattedDescriptions",
    "JobPositionDescription": "formattedDescriptions",
}
MOST_ELEMENTS, MOST_ATTRIBUTES, DEEPEST = 100_000, 100_000, 60


class _RefusedError(Exception):
    """What no posting needs: a document type, or more elements than are read."""


@dataclass
class _Reading:
    """Where the parser stands: the names it is inside of, the field it is in with its words, and what was found."""

    inside: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    name: str = ""
    depth: int = 0
    elements: int = 0
    is_posting: bool = False
    found: dict[str, list[str]] = field(default_factory=dict)

    def start(self, tag: str, _attributes: Mapping[str, str]) -> None:
        own, parent = tag.rpartition(":")[2], self.inside[-1] if self.inside else ""
        self.inside.append(own)
        self.elements += 1
        if self.elements > MOST_ELEMENTS or len(self.inside) > DEEPEST:
            raise _RefusedError
        self.is_posting = self.is_posting or own in OPENINGS
        if self.name:
            self.words.append("\n")
        elif name := FIELDS.get(own) or FIELDS.get(f"{parent}/{own}"):
            self.name, self.depth, self.words = name, len(self.inside), []

    def say(self, words: str) -> None:
        if self.name:
            self.words.append(words)

    def end(self, _tag: str) -> None:
        if self.name and len(self.inside) == self.depth:
            self.found.setdefault(self.name, []).append("".join(self.words).strip())
            self.name = ""
        self.inside.pop()


def posting_in_xml(text: str) -> dict[str, Any] | None:
    """The fields of a posting as HR Open's JSON names them; None where the XML is none, broken or refused."""
    if text.count("=") > MOST_ATTRIBUTES:  # one tag with a million costs the parser seconds
        return None
    reading = _Reading()
    parser = expat.ParserCreate("utf-8")
    parser.StartElementHandler, parser.EndElementHandler = reading.start, reading.end
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = reading.say, _refuse
    try:
        parser.Parse(text.strip().encode("utf-8"), True)  # noqa: FBT003  expat takes it by position alone
    except (expat.ExpatError, _RefusedError):
        return None
    said = {name: [one for one in texts if one] for name, texts in reading.found.items()}
    if not reading.is_posting or not said.get("title"):
        return None
    return {**said, **{name: said[name][:1] for name in ("title", "postingRequestor") if name in said}}


def _refuse(*_declared: object) -> None:
    raise _RefusedError
