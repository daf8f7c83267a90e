"""ESCO 1.0 to 1.2 in any of its languages as a person downloads it: its tables told by columns and first rows.

1.0 has no status, date or hidden names, and tells an occupation by its ISCO group alone; the files of 1.1 that only
relate concepts carry no language; 1.2 adds `naceCode`, and a language to every file.
"""

import re
from collections.abc import Sequence

from pathways.frameworks.files import Row, SourceFile
from pathways.frameworks.sift import Column, Table, a_text, is_esco, one_of

NAMES = 100_000
_URI = Column(("conceptUri",), is_esco)
_STATUS = Column(("status",), a_text(40, needed=False), optional=True)
_CONCEPT = (
    _URI,
    Column(("preferredLabel",), a_text(500)),
    Column(("altLabels",), a_text(NAMES, needed=False), optional=True),
    Column(("hiddenLabels",), a_text(NAMES, needed=False), optional=True),
    _STATUS,
    Column(("modifiedDate",), a_text(40, needed=False), optional=True),
)
_CODE = Column(("code", "iscoGroup"), a_text(60, needed=False), optional=True)
_RELATION = Column(("relationType",), one_of("essential", "optional"))
_SOLE = frozenset({"broaderconcepturi", "conceptschemeuri"})  # ESCO's collections and schemes repeat concepts
TABLES = (
    Table("occupations", (*_CONCEPT, _CODE), key=(0,), sole=_SOLE | {"skilltype"}),
    Table("isco_groups", (*_CONCEPT, _CODE), key=(0,), sole=_SOLE | {"skilltype", "iscogroup"}),
    Table("skill_groups", (*_CONCEPT, _CODE), key=(0,), sole=_SOLE | {"skilltype", "iscogroup"}),
    Table(
        "skills",
        (
            *_CONCEPT,
            Column(("skillType",), one_of("", "knowledge", "skill/competence", "attitude", "language")),
            Column(("reuseLevel",), a_text(60, needed=False), optional=True),
        ),
        key=(0,),
        sole=_SOLE,
    ),
    Table("broader_occupations", (_URI, Column(("broaderUri",), is_esco))),
    Table("broader_skills", (_URI, Column(("broaderUri",), is_esco))),
    Table(
        "occupation_skills",
        (Column(("occupationUri",), is_esco), _RELATION, Column(("skillUri",), is_esco)),
        key=(0, 2),
    ),
    Table(
        "skill_skills",
        (Column(("originalSkillUri",), is_esco), _RELATION, Column(("relatedSkillUri",), is_esco)),
        key=(0, 2),
    ),
)
FIRST_URIS = {
    "occupations": "/occupation/",
    "isco_groups": "/isco/",
    "skill_groups": ("/skill/", "/isced-f/"),
    "broader_occupations": ("/occupation/", "/isco/"),
    "broader_skills": ("/skill/", "/isced-f/"),
}
_EU = ("bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu", "it", "lt", "lv", "mt", "nl", "pl")
LANGUAGES = frozenset((*_EU, "pt", "ro", "sk", "sl", "sv", "ar", "is", "no", "uk", "en-us"))


def begins(table: str, header: Row, rows: Sequence[Row]) -> bool:
    """Whether the first rows are this table's, for those that share their columns; a table without rows is none."""
    starts = FIRST_URIS.get(table)
    if starts is None:
        return True
    at = [name.casefold() for name in header].index("concepturi")
    parts = (starts,) if isinstance(starts, str) else starts
    return bool(rows) and any(len(rows[0]) > at and part in rows[0][at].lower() for part in parts)


def language_of(file: SourceFile) -> str:
    """The language a file or its zip names; empty where neither does."""
    named = re.search(r"_([a-z]{2}(?:-[a-z]{2})?)\.\w+$", file.name, re.IGNORECASE)
    named = named or re.search(r"- ([a-z]{2}(?:-[a-z]{2})?) -", file.origin, re.IGNORECASE)
    code = named[1].lower() if named else ""
    return code if code in LANGUAGES else ""


def version_of(file: SourceFile, headers: Sequence[Row]) -> str:
    """The version that the zip or folder names, else what the columns tell: `1.0`, `1.1` or `1.2`."""
    named = re.search(r"v(\d{1,3}(?:\.\d{1,3}){1,2})(?!\d)", file.origin, re.IGNORECASE)
    named = named or re.search(r"esco[_ -]v?(\d{1,3}(?:[._]\d{1,3}){1,2})(?!\d)", file.origin, re.IGNORECASE)
    if named:
        return named[1].replace("_", ".")
    columns = {name.casefold() for header in headers for name in header}
    if "nacecode" in columns:
        return "1.2"
    return "1.1" if "modifieddate" in columns else "1.0"
