"""O*NET 24 to 31 as a person downloads it: its tables told by their columns and first ids, whatever they are called.

Columns and their names, release by release: onetcenter.org/dictionary (24.0 to 30.3).
"""

import math
from collections.abc import Sequence

from pathways.frameworks.files import Row
from pathways.frameworks.onet import CODE, NOTHING
from pathways.frameworks.sift import Column, Table, a_number, a_text, anything, is_code, is_id, one_of, whole

NAME, TEXT = 300, 4_000
_CODE = Column((CODE,), is_code)
_ELEMENT = Column(("Element ID",), is_id)
_ELEMENT_NAME = Column(("Element Name",), a_text(NAME))
_FLAG = one_of("Y", "N", *NOTHING)
_SUPPRESS = Column(("Recommend Suppress",), _FLAG, optional=True)


def _rated(*scales: str) -> tuple[Column, ...]:
    """The columns of a rating on one of a table's scales; on any other, nobody knows what its value means."""
    return _CODE, _ELEMENT, _ELEMENT_NAME, Column(("Scale ID",), one_of(*scales))


def _value(low: float, high: float) -> Column:
    return Column(("Data Value",), a_number(low, high))


SCALES = {"IM": (1, 5), "LV": (0, 7), "OI": (1, 7), "IH": (0, 6), "WI": (-3, 3)}
"""The least and the most of a scale, as O*NET's Scales Reference states them."""


def _off_scale(row: Row) -> int | None:
    """The value of a rating that its scale does not reach."""
    low, high = SCALES.get(row[3], (-math.inf, math.inf))
    return None if low <= float(row[4]) <= high else 4


_RATING = (*_rated("IM", "LV"), _value(0, 7), _SUPPRESS, Column(("Not Relevant",), _FLAG, optional=True))


def _rating_table(name: str, columns: tuple[Column, ...]) -> Table:
    return Table(name, columns, key=(0, 1, 3), sole=frozenset({"category"}), at_odds=_off_scale)


_CATEGORY = Column(("Category",), whole(1, 100, NOTHING))
TABLES = (
    Table("occupations", (_CODE, Column(("Title",), a_text(NAME)), Column(("Description",), a_text(TEXT))), key=(0,)),
    Table(
        "alternate_titles",
        (
            _CODE,
            Column(("Alternate Title", "Job Title"), a_text(NAME)),
            Column(("Short Title",), a_text(NAME, needed=False), optional=True),
        ),
    ),
    Table("reported_titles", (_CODE, Column(("Reported Job Title",), a_text(NAME)))),
    Table(
        "related",
        (
            _CODE,
            Column(("Related O*NET-SOC Code",), is_code),
            Column(("Relatedness Tier",), a_text(40)),
            Column(("Index",), whole(1, 1000)),
        ),
        key=(0, 1),
    ),
    Table("job_zones", (_CODE, Column(("Job Zone",), whole(1, 5))), key=(0,)),
    _rating_table("skills", _RATING),
    _rating_table("knowledge", _RATING),
    _rating_table("interests", (*_rated("OI", "IH"), _value(0, 7))),
    _rating_table("work_styles", (*_rated("WI", "DR", "IM", "LV"), _value(-3, 21))),
    Table("education", (*_rated("RL", "RW", "PT", "OJ", "IM"), _CATEGORY, _value(0, 100), _SUPPRESS), key=(0, 1, 3, 4)),
    Table(
        "education_categories",
        (
            _ELEMENT,
            Column(("Scale ID",), a_text(3)),
            Column(("Category",), whole(1, 100)),
            Column(("Category Description",), a_text(TEXT)),
        ),
        key=(1, 2),
        sole=frozenset({CODE.casefold()}),
    ),
    Table(
        "software",
        (
            _CODE,
            Column(("Example", "Workplace Example"), a_text(NAME)),
            Column(("Commodity Title", "Software Category", "Element Name"), a_text(NAME)),
            Column(("Hot Technology",), _FLAG),
            Column(("In Demand",), _FLAG, optional=True),
        ),
    ),
    Table(
        "activities",
        (
            Column(("DWA ID", "DWA Element ID"), is_id),
            Column(("DWA Title", "DWA Element Name"), a_text(NAME)),
            Column(("IWA ID", "IWA Element ID"), is_id),
        ),
        key=(0,),
        sole=frozenset({CODE.casefold()}),
    ),
    Table(
        "activity_groups",
        (
            Column(("IWA ID", "IWA Element ID"), is_id),
            Column(("IWA Title", "IWA Element Name"), a_text(NAME)),
            Column(("Element ID", "GWA Element ID"), is_id),
            Column(("Element Name", "GWA Element Name"), a_text(NAME, needed=False), optional=True),
        ),
        sole=frozenset({CODE.casefold()}),
    ),
    Table(
        "task_activities",
        (_CODE, Column(("Task ID",), whole(1, 10**9)), Column(("DWA ID", "DWA Element ID"), is_id)),
    ),
    Table(
        "tasks",
        (
            _CODE,
            Column(("Task ID",), whole(1, 10**9)),
            Column(("Task",), a_text(TEXT)),
            Column(("Task Type",), one_of("Core", "Supplemental", *NOTHING), optional=True),
        ),
        key=(0, 1),
    ),
    Table(
        "elements",
        (_ELEMENT, _ELEMENT_NAME, Column(("Description",), anything)),
        key=(0,),
        sole=frozenset({CODE.casefold(), "scale id", "activity", "keyword"}),
    ),
)
FIRST_IDS = {
    "skills": ("2.A", "2.B"),
    "knowledge": ("2.C",),
    "interests": ("1.B.1",),
    "work_styles": ("1.C", "1.D"),
    "education": ("2.D", "3.A"),
    "education_categories": ("2.D", "3.A"),
}
"""How the ids begin of tables that share their columns with others (abilities, work context, values)."""
OTHERS = ("1.A", "1.B.2", "1.B.3", "4.A", "4.C")


def begins(table: str, header: Row, rows: Sequence[Row], named: str | None = None) -> bool:
    """Whether the first rows are this table's, for those that share their columns; a table without rows is none.

    Where the ids are none that are known, as a later release may have them, the name of the file decides (`named`).
    """
    starts = FIRST_IDS.get(table)
    if starts is None:
        return True
    at = [name.casefold() for name in header].index("element id")
    ids = [row[at] for row in rows if len(row) > at]
    if ids and all(_under(one, starts) for one in ids):
        return True
    strange = (*OTHERS, *(start for other, those in FIRST_IDS.items() if those != starts for start in those))
    return named == table and bool(ids) and not any(_under(one, strange) for one in ids)


def _under(one: str, starts: Sequence[str]) -> bool:
    return f"{one}.".startswith(tuple(f"{start}." for start in starts))
