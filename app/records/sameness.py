"""Which records are one and the same, however their letters are laid out."""

import hashlib
import json

from app.records.model import Record


def content(record: Record) -> str:
    """The same for two records that say the same JSON, in whatever order, with whatever spaces (SHA-256 in hex).

    A text whose letters are signed is only the same as itself.
    """
    if record.form != "json":
        return record.key
    return hashlib.sha256(json.dumps(record.document, sort_keys=True).encode()).hexdigest()
