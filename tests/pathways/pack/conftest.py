"""Fixtures: folders of tiny releases, a learner's own pack, the one that ships."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from own_packs import Own
from tiny_releases import COMMITTED, crosswalk, esco_tables, labour, onet_new, onet_old, rating_rows, xlsx

from pathways.pack.store import Pack, open_pack


@pytest.fixture
def releases(tmp_path: Path) -> Path:
    """Releases as they lay about in late 2025: text O*NET 30.1, Excel ratings 29.2, zipped ESCO 1.1.1."""
    root = tmp_path / "releases"
    onet_old(root / "db_30_1_text")
    (root / "db_29_2_excel").mkdir()
    xlsx(root / "db_29_2_excel" / "Skills.xlsx", {"Skills": rating_rows("2.A.1.a", "Reading Comprehension")})
    xlsx(root / "db_29_2_excel" / "Knowledge.xlsx", {"Knowledge": rating_rows("2.C.1.a", "Administration")})
    with zipfile.ZipFile(root / "ESCO dataset - v1.1.1 - classification - en - csv.zip", "w") as archive:
        for name, text in esco_tables("").items():
            archive.writestr(name, text)
    crosswalk(root)
    labour(root)
    return root


@pytest.fixture
def newer_releases(tmp_path: Path) -> Path:
    """Releases after the renames: O*NET 30.3 zipped, ESCO 1.2.0 as loose files."""
    root = tmp_path / "newer"
    onet_new(tmp_path / "unpacked")
    folder = root / "ESCO dataset - v1.2.0 - classification - en - csv"
    folder.mkdir(parents=True)
    with zipfile.ZipFile(root / "db_30_3_text.zip", "w") as archive:
        for path in sorted((tmp_path / "unpacked").iterdir()):
            archive.write(path, f"db_30_3_text/{path.name}")
    for name, text in esco_tables("_en").items():
        (folder / name).write_text(text)
    return root


@pytest.fixture
def mine(tmp_path: Path) -> Iterator[Own]:
    """The own pack of a learner who brought nothing yet."""
    found = Own(tmp_path / "mine" / "careers.sqlite")
    with found.opened:
        yield found


@pytest.fixture(scope="module")
def shipped() -> Iterator[Pack]:
    """The pack that ships."""
    with open_pack(COMMITTED) as opened:
        yield opened
