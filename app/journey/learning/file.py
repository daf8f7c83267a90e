"""A list of learning as a file on this computer."""

from pathlib import Path

from app.errors import PersonError
from pathways.errors import PathwaysError
from pathways.frameworks.learning.text import MOST_BYTES


def read_file(file: Path) -> bytes:
    """The bytes of a list. PersonError `file_not_found`; PathwaysError `learning_too_large`."""
    try:
        with file.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise PersonError("file_not_found", file=str(file)) from error
    if len(content) > MOST_BYTES:
        raise PathwaysError("learning_too_large", file=file.name)
    return content
