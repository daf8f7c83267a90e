"""Postings as data: schema.org JobPosting (https://schema.org/JobPosting) and HR Open JobPosting 4.3."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from app.applying.opportunity import Kind
from app.applying.postings.lines import in_section, pieces_of_lines, pieces_of_text
from app.applying.postings.model import Piece, Posting, Section
from app.records.text import one_line
from pathways.web_page import is_page, named_letters, read_page

LinkedShape = Literal["schema_org", "hr_open"]
MOST_NODES = 5_000
MOST_VALUES = 200
LONGEST = 50_000
MOST_NAMED = 2
"""Times over that the letters of a text are named by those who publish it."""
# The kinds of schema.org thing that can be applied for.
TYPES: Mapping[str, Kind] = {
    "JobPosting": "job",
    "Course": "course",
    "EducationalOccupationalProgram": "course",
    "WorkBasedProgram": "apprenticeship",
    "GovernmentService": "benefit",
}
SCHEMA_ORG: tuple[tuple[str, Section], ...] = (
    ("qualifications", "must"),
    ("educationRequirements", "must"),
    ("experienceRequirements", "must"),
    ("skills", "must"),
    ("programPrerequisites", "must"),
    ("coursePrerequisites", "must"),
    ("physicalRequirement", "conditions"),
    ("securityClearanceRequirement", "conditions"),
    ("eligibilityToWorkRequirement", "conditions"),
    ("sensoryRequirement", "conditions"),
    ("responsibilities", "duties"),
    ("description", "other"),
)
HR_OPEN: tuple[tuple[str, Section], ...] = (
    ("requiredCredentials", "must"),
    ("minimumCredentials", "must"),
    ("requiredEducation", "must"),
    ("minimumEducation", "must"),
    ("requiredExperiences", "must"),
    ("minimumExperiences", "must"),
    ("competencies", "must"),
    ("skills", "must"),
    ("knowledge", "must"),
    ("abilities", "must"),
    ("technologies", "must"),
    ("workLanguages", "must"),
    ("qualificationSummary", "must"),
    ("preferredCredentials", "nice"),
    ("preferredEducation", "nice"),
    ("preferredExperiences", "nice"),
    ("physicalRequirements", "conditions"),
    ("sensoryRequirements", "conditions"),
    ("citizenshipRequirements", "conditions"),
    ("securityClearanceRequirements", "conditions"),
    ("travelRequirements", "conditions"),
    ("requiredAssessments", "conditions"),
    ("requiredConditions", "conditions"),
    ("responsibilities", "duties"),
    ("tasks", "duties"),
    ("formattedDescriptions", "other"),
)
_HR_ONLY = frozenset(name for name, _ in HR_OPEN) - {"skills", "responsibilities"} | {"postingID", "positionID"}
_INSIDE = ("@graph", "mainEntity", "jobPosting", "JobPosting", "itemListElement", "item")
_WORDS = (
    "name",
    "title",
    "description",
    "text",
    "value",
    "descriptions",
    "credentialCategory",
    "content",
    "competencyName",
)


def is_posting(document: object) -> tuple[LinkedShape, dict[str, Any]] | None:
    """The posting in a document, alone, in a list or in a graph, and whose form it is in; None where there is none."""
    nodes = [one for one in _nodes(document) if isinstance(one, dict)]
    for wanted in TYPES:
        for node in nodes:
            if wanted in _types(node) and not _is_hr_open(node):
                return "schema_org", node
    return next((("hr_open", node) for node in nodes if _is_hr_open(node)), None)


def posting_from_linked(shape: LinkedShape, node: Mapping[str, Any]) -> tuple[Posting, tuple[Piece, ...]]:
    """A posting without what it asks for, and its pieces."""
    fields = SCHEMA_ORG if shape == "schema_org" else HR_OPEN
    kind: Kind = next((kind for name, kind in TYPES.items() if name in _types(node)), "job")
    pieces = tuple(piece for name, section in fields for piece in _pieces(node.get(name), section))
    if shape == "schema_org" and (months := _months(node.get("experienceRequirements"))):
        pieces += (Piece(f"{months:g} months of experience", "must"),)
    title = _first(node.get("title")) or _first(node.get("name"))
    who = next(
        (name for name in ("hiringOrganization", "provider", "serviceOperator", "postingRequestor") if node.get(name)),
        "",
    )
    return Posting(shape, one_line(title, 200), one_line(_first(node.get(who)), 200), kind=kind), pieces


def _nodes(document: object) -> Iterator[object]:
    """The document's own objects, those of its lists and graphs, and those one step inside, a bounded number."""
    held, seen = [document], 0
    while held and seen < MOST_NODES:
        one, seen = held.pop(0), seen + 1
        if isinstance(one, list):
            held[:0] = one[:MOST_VALUES]
        elif isinstance(one, dict):
            yield one
            held += [one[name] for name in _INSIDE if isinstance(one.get(name), dict | list)]


def _types(node: Mapping[str, Any]) -> set[str]:
    given = node.get("@type")
    every = given if isinstance(given, list) else [given]
    return {one.rsplit("/", 1)[-1].removeprefix("schema:") for one in every[:20] if isinstance(one, str)}


def _is_hr_open(node: Mapping[str, Any]) -> bool:
    """HR Open postings carry no type; they show by their own fields."""
    return bool(node.keys() & _HR_ONLY) and "requirements" not in node and bool(node.get("title") or node.get("name"))


def _pieces(value: object, section: Section) -> Iterator[Piece]:
    for text in _texts(value):
        if is_page(text):
            made = pieces_of_lines(read_page(text).lines)
        elif section == "other":
            made = pieces_of_text(text)
        else:
            yield from in_section(text, section)
            continue
        for one in made:
            yield Piece(one.text, section if one.section == "other" else one.section)


def _texts(value: object, depth: int = 0) -> Iterator[str]:
    """The words in a value, however deep the form puts them; a thing with name and description is its name first."""
    if isinstance(value, str):
        yield _shown(value[:LONGEST])
    elif isinstance(value, list) and depth < 5:
        for one in value[:MOST_VALUES]:
            yield from _texts(one, depth + 1)
    elif isinstance(value, dict) and depth < 5:
        for name in _WORDS:
            if value.get(name):
                yield from _texts(value[name], depth + 1)
                return


def _shown(text: str) -> str:
    """Text as it is meant: many boards write a page's tags, and what is in it, with the names of the letters."""
    for _ in range(MOST_NAMED):
        if is_page(text):
            return text  # its own reading does the rest
        text = named_letters(text)
    return text


def _first(value: object) -> str:
    return next(_texts(value), "")


def _months(value: object) -> float | None:
    months = value.get("monthsOfExperience") if isinstance(value, dict) else None
    if isinstance(months, str) and months.isdecimal() and len(months) <= 3:
        months = int(months)
    known = isinstance(months, int | float) and not isinstance(months, bool) and 0 < months <= 600
    return float(months) if known and isinstance(months, int | float) else None
