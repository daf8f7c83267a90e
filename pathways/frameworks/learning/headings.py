"""Which column of a table is which of our fields: proposed from its headings, and corrected by a person."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

SURE = 100.0
CLOSE = 88.0
"""Likeness of letters (0–100) from which a heading is taken for a known one that was typed otherwise."""
LONGEST_HEADING = 200
MOST_HEADINGS = 300
LOOKED_AT = 25
"""First rows among which the headings are sought: many lists begin with a title."""
NEEDED = ("name",)
NEEDED_BESIDE = ("provider", "cost", "cip", "hours", "weeks", "length", "skills", "occupations", "page")
"""Of these a table must have one: names alone may be of anything."""
SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "program id", "etpl id", "program number", "course id", "twist program id", "training program id",
           "program code", "ctid", "state program id", "program etpl id", "external id"),
    "name": ("name", "program name", "program title", "program", "course name", "course title", "training program",
             "training program name", "name of program", "name of training program", "program of study",
             "program of study name", "training name", "course", "training title", "course program name",
             "nombre", "programa", "nombre del programa", "curso"),
    "kind": ("kind", "program type", "type of program", "type of training", "training type", "tipo"),
    "provider": ("provider", "provider name", "training provider", "training provider name", "school", "school name",
                 "institution", "institution name", "eligible training provider", "organization", "college",
                 "name of provider", "eligible training provider name", "organization name", "etp name",
                 "name of training provider", "proveedor", "escuela", "training organization"),
    "city": ("city", "provider city", "program city", "location", "campus city", "training city", "program location",
             "city state", "training location", "site city", "ciudad", "location city", "place"),
    "state": ("state", "provider state", "program state", "st", "state code", "training state", "site state",
              "estado", "location state"),
    "online": ("online", "delivery method", "delivery mode", "mode of delivery", "mode", "format", "program format",
               "modality", "instruction mode", "distance learning", "online program", "instructional method",
               "en linea", "program delivery", "method of delivery", "is online", "delivery"),
    "cost": ("cost", "total cost", "price", "program cost", "total program cost", "tuition", "tuition cost",
             "total tuition", "tuition and fees", "total tuition and fees", "cost of program", "program total cost",
             "in state tuition", "cost of training", "training cost", "total cost of program", "total price",
             "tuition fees", "tuition amount", "total cost to participant", "out of pocket cost", "costo", "precio"),
    "fees": ("fees", "required fees", "other fees", "fee", "additional fees", "registration fees",
             "mandatory fees", "lab fees"),
    "books": ("books", "cost of books", "book cost", "books cost", "books and materials", "textbooks",
              "books and supplies", "required books"),
    "supplies": ("supplies", "cost of supplies", "tools", "supplies cost", "materials", "supplies and materials",
                 "tools and supplies", "uniforms and tools", "other costs", "other required costs"),
    "includes": ("includes", "cost includes", "price includes", "what cost includes", "cost description",
                 "what the cost pays for", "incluye"),
    "length": ("length", "program length", "length of program", "duration", "program duration", "course length",
               "training length", "length of training", "time to complete", "course duration", "duracion",
               "estimated time to complete", "program length in months", "program length months", "length in months",
               "length months", "duration months", "length in days", "program length days"),
    "hours": ("hours", "total hours", "clock hours", "program hours", "contact hours", "total clock hours",
              "program length in hours", "program length hours", "instructional hours", "training hours", "horas",
              "length in hours", "number of hours", "total contact hours", "course hours", "total program hours",
              "program clock hours", "length hours", "duration hours"),
    "weeks": ("weeks", "program length in weeks", "program length weeks", "number of weeks", "total weeks",
              "length in weeks", "duration in weeks", "duration weeks", "program weeks", "semanas",
              "length weeks", "program duration weeks"),
    "starts": ("starts", "start date", "start dates", "begin date", "next start date", "class start date",
               "program start date", "course start date", "upcoming start dates", "begins", "fecha de inicio"),
    "schedule": ("schedule", "class schedule", "program schedule", "days and times", "meeting times", "time of day",
                 "class times", "course schedule", "horario", "days times"),
    "language": ("language", "language of instruction", "instruction language", "idioma", "taught in"),
    "cip": ("cip", "cip code", "cipcode", "program cip code", "cip 2020", "cip code 2020", "program cip",
            "cip code 6 digit", "six digit cip code", "classification of instructional programs"),
    "occupations": ("occupations", "soc", "soc code", "soc codes", "onet code", "o net code", "onet soc code",
                    "o net soc code", "occupation code", "occupational code", "related occupations", "soc code 1",
                    "primary soc code", "target occupation soc", "onet soc", "program soc code", "o net soc"),
    "credential": ("credential", "credential earned", "credential type", "credential name", "credential granted",
                   "award", "award type", "credential awarded", "industry recognized credential", "certification",
                   "degree awarded", "credencial", "type of credential", "associated credential",
                   "recognized postsecondary credential", "type of award", "potential outcome", "credential attained",
                   "certificate or license", "outcome credential"),
    "skills": ("skills", "skills taught", "skills gained", "competencies", "what it teaches", "skills acquired",
               "teaches", "habilidades"),
    "needs": ("needs", "needs first"),
    "page": ("page", "program url", "url", "website", "program website", "web site", "program web page", "link",
             "program link", "provider website", "web address", "program information url", "provider url",
             "web page", "sitio web"),
    "as_of": ("as of", "date updated", "last updated", "updated", "data as of", "as of date", "date of data",
              "last update", "last modified", "date last updated"),
}  # fmt: skip
_WORDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("cip", re.compile(r"\bcip\b(?!.*\b(?:title|name|description)\b)")),
    ("occupations", re.compile(r"\b(?:soc|o ?net)\b(?!.*\b(?:title|name|description)\b)")),
    ("hours", re.compile(r"\b(?:clock|contact|instructional|total) hours\b")),
    ("weeks", re.compile(r"\b(?:length|duration)\b.*\bweeks?\b|\bweeks?\b.*\b(?:length|duration)\b")),
    ("length", re.compile(r"\b(?:program|course|training) (?:length|duration)\b")),
    ("cost", re.compile(r"\btotal\b.*\b(?:cost|price|tuition)\b")),
    ("cost", re.compile(r"\b(?:program|training|tuition|student)\b.*\b(?:cost|price)\b")),
    ("provider", re.compile(r"\b(?:provider|institution|school|college)\b.*\bname\b")),
    ("name", re.compile(r"\b(?:program|course|training)\b.*\b(?:name|title)\b")),
    ("credential", re.compile(r"\bcredential\b.*\b(?:earned|granted|awarded|name|type|attained)\b")),
    ("starts", re.compile(r"\bstart(?:ing)? dates?\b")),
    ("page", re.compile(r"\b(?:url|web ?site|web ?page)\b")),
)
"""Words by which a longer heading is told; the first that fits counts."""
_UNIT = re.compile(r"\b(hour|day|week|month|year)s?\b")
_NOT_THESE = re.compile(
    r"\b(?:rate|wage|wages|earnings|median|average|percent|phone|email|e mail|zip|county|contact name|completion|"
    r"employment|participants|exiters|credit hours?|credits|address|enrolled|status)\b"
)
"""Words of columns about something else: what became of learners, where to call."""


@dataclass(frozen=True)
class Proposal:
    """One column: its heading, the field it is taken for (None: for none), how sure (0–100), first cells to show."""

    heading: str
    field: str | None
    score: float
    cells: tuple[str, ...] = ()


@dataclass(frozen=True)
class HeadingProposals:
    """The columns of a table. `twins` are headings there more than once.

    `lacking` are the fields without which it is no list of learning. `row` is the number of the row of headings.
    """

    columns: tuple[Proposal, ...]
    twins: tuple[str, ...]
    lacking: tuple[str, ...]
    row: int = 1

    @property
    def mapping(self) -> dict[str, str]:
        """Our field to the heading it is taken from."""
        return {one.field: one.heading for one in self.columns if one.field}

    @property
    def headings(self) -> tuple[str, ...]:
        """All headings, in order."""
        return tuple(one.heading for one in self.columns)


def folded(heading: str) -> str:
    """A heading as it is compared: small letters, words and digits alone."""
    plain = (
        heading[:LONGEST_HEADING].casefold().replace("*", "").replace("&", " and ").replace("’", "").replace("'", "")
    )
    return " ".join(re.sub(r"[^\w]+|_", " ", plain).split())


def unit_of(heading: str) -> str:
    """The unit that a heading names for the numbers below it; empty where it names none, or two."""
    found = set(_UNIT.findall(folded(heading)))
    return found.pop() if len(found) == 1 else ""


def propose(headings: Sequence[str], row: int = 1, cells: Sequence[Sequence[str]] = ()) -> HeadingProposals:
    """What each column is taken for; each field at most once, and never a heading that is there twice."""
    plain = [folded(one) for one in headings]
    twins = {one for one in plain if one and plain.count(one) > 1}
    scored = [
        (score, -place, field)
        for place, heading in enumerate(plain)
        if heading and heading not in twins
        for field, score in _scores(heading).items()
    ]
    fields: dict[int, tuple[str, float]] = {}
    taken: set[str] = set()
    for score, place, field in sorted(scored, key=lambda one: (-one[0], -one[1])):
        if field not in taken and -place not in fields:
            fields[-place] = (field, score)
            taken.add(field)
    columns = []
    for place, heading in enumerate(headings):
        taken_for, sure = fields.get(place, (None, 0.0))
        shown_cells = tuple(one[place] for one in cells if place < len(one))
        columns.append(Proposal(heading, taken_for, sure, shown_cells))
    doubled = tuple(dict.fromkeys(one for one in headings if folded(one) in twins))
    return HeadingProposals(tuple(columns), doubled, lacking(taken), row)


def lacking(fields: "set[str] | frozenset[str]") -> tuple[str, ...]:
    """The fields without which a table is no list of learning."""
    missing = [one for one in NEEDED if one not in fields]
    return (*missing, *(() if fields & set(NEEDED_BESIDE) else ("provider",)))


def _scores(heading: str) -> dict[str, float]:
    """How well a heading fits fields; earlier names of a field fit better: "total cost" goes before "tuition"."""
    exact = {field: SURE - names.index(heading) / len(names) for field, names in SYNONYMS.items() if heading in names}
    if exact or _NOT_THESE.search(heading):
        return exact
    from rapidfuzz import fuzz

    near = {
        field: min(SURE - 1, max(fuzz.ratio(heading, name) for name in names if len(name) > 4 or name == heading))
        for field, names in SYNONYMS.items()
        if any(len(name) > 4 for name in names)
    }
    best = max(near.values(), default=0.0)
    if best >= CLOSE:
        return {field: score for field, score in near.items() if score == best}
    named = next((field for field, pattern in _WORDS if pattern.search(heading)), None)
    return {named: CLOSE - 8} if named else {}


def heading_row(rows: Sequence[tuple[int, Sequence[str]]]) -> int | None:
    """The place of the row of headings: the one of the first that most of our fields are found in; None without two."""
    best, most = None, 1
    for place, (_, cells) in enumerate(rows[:LOOKED_AT]):
        if len(cells) > MOST_HEADINGS or any(len(one) > LONGEST_HEADING for one in cells):
            continue
        found = len(propose(cells).mapping)
        if found > most:
            best, most = place, found
    return best
