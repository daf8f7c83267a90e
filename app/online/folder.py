"""Pages as a folder, for a computer that has no network: what `--documents` reads."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from app.errors import PersonError
from app.files import CODES, write_file
from app.online.pages import Page
from app.records.dates import written
from app.trust.documents import LISTS, RAW


def write_folder(folder: Path, pages: Iterable[Page]) -> int:
    """Write the pages that gave something into a folder; how many. PersonError as `app.files.write_file`.

    `index.json` names the file of each address and `dates.json` says when it was asked; both replace those of before.
    """
    had = {page.address: page for page in pages if page.content is not None}
    names = {address: _name(page) for address, page in had.items()}
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PersonError(CODES.get(error.errno or 0, "cannot_write"), file=str(folder)) from error
    for address, page in had.items():
        write_file(folder / names[address], page.content or b"")
    write_file(folder / "index.json", _json(names))
    write_file(folder / "dates.json", _json({address: written(page.asked_at) for address, page in had.items()}))
    return len(had)


def _name(page: Page) -> str:
    return hashlib.sha256(page.address.encode()).hexdigest()[:24] + (RAW if page.what in LISTS else ".json")


def _json(value: dict[str, str]) -> bytes:
    return json.dumps(value, indent=1, sort_keys=True).encode()
