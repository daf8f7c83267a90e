"""Lists of learning handed on: in our own form, or as a table."""

from typing import TYPE_CHECKING

from app.errors import PersonError
from app.journey.learning.in_use import in_use
from app.journey.session import Session
from app.vault import store_learning

if TYPE_CHECKING:
    from pathways.frameworks.learning.model import Listed


def rows_of(session: Session, list_id: str) -> tuple["Listed", ...]:
    """The rows of a list as read. PersonError `learning_no_list`; PathwaysError as `read_list`."""
    row = store_learning.stored_list(session.vault, list_id)
    if row is None:
        raise PersonError("learning_no_list", list=list_id[:60])
    return in_use(session, row).read.rows


def list_as_json(session: Session, list_id: str) -> bytes:
    """A list in our own form, to hand on. Errors as `rows_of`."""
    from pathways.frameworks.learning.own import list_json

    row = store_learning.stored_list(session.vault, list_id)
    return list_json(row.name if row else "", rows_of(session, list_id))


def list_as_csv(session: Session, list_id: str) -> bytes:
    """A list under the headings of our template, for a workbook; no cell is a formula. Errors as `rows_of`."""
    from pathways.frameworks.learning.own import list_csv

    return list_csv(rows_of(session, list_id))
