"""How much of a stranger's file is taken in before it is refused."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Sizes in bytes, counts and depth. Real records stay far below each of them."""

    file_bytes: int = 20_000_000
    depth: int = 100
    values: int = 500_000
    records: int = 10_000
    zip_entries: int = 2_000
    zip_bytes: int = 100_000_000
    zip_ratio: int = 200
    folder_files: int = 10_000
    folder_depth: int = 50


LIMITS = Limits()
