"""Several papers in one zip, the same bytes for the same papers."""

import io
import zipfile
from collections.abc import Mapping
from datetime import datetime

FIRST_YEAR = 1980
"""A zip cannot name an earlier one (PKWARE APPNOTE, section 4.4.6)."""


def packed(files: Mapping[str, bytes], made_at: datetime) -> bytes:
    """A zip of files by name, in their order; `made_at` is written to the day alone."""
    day = (max(made_at.year, FIRST_YEAR), made_at.month, made_at.day, 0, 0, 0)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, day)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return held.getvalue()
