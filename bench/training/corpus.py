"""Texts that tell what concepts mean: names from the pack, and from releases task statements and descriptions.

Only numbers computed from these texts are kept.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pathways.errors import PathwaysError
from pathways.frameworks.files import find_files, read_csv, read_tsv
from pathways.matching.index import NameIndex
from pathways.matching.kin import lines
from pathways.matching.names import concept_places
from pathways.matching.sayings import sayings
from pathways.matching.words import FUNCTION_WORDS, folded_all, stem
from pathways.pack.occupations import all_software
from pathways.pack.store import Pack

Kind = Literal["own", "other", "task", "description", "category", "saying"]


@dataclass(frozen=True)
class Text:
    """The stems of a text, each once, and the place of the concept that it is about."""

    concept: int
    kind: Kind
    stems: tuple[str, ...]


def texts(pack: Pack, index: NameIndex, releases: Path, without: Collection[int] = ()) -> list[Text]:
    """Every text, in an order that is the same in every run."""
    told = dict.fromkeys([*_names(pack, index), *_sayings(pack, index, without), *_of_releases(pack, releases)])
    return [Text(place, kind, _stems(text)) for place, kind, text in told]


def _names(pack: Pack, index: NameIndex) -> Iterator[tuple[int, Kind, str]]:
    for row, text in enumerate(index.texts):
        yield int(index.owners[row]), "own" if index.main[row] else "other", text
    places = concept_places(pack)
    for product, category, _hot in all_software(pack):
        yield places[product.id], "category", category


def _sayings(pack: Pack, index: NameIndex, without: Collection[int]) -> Iterator[tuple[int, Kind, str]]:
    table = lines(pack, index)
    for line, said in enumerate(sayings(pack).lines):
        for place in table.meant[line] if line not in without else ():
            yield place, "saying", " ".join(said.words)


def _of_releases(pack: Pack, releases: Path) -> Iterator[tuple[int, Kind, str]]:
    places = concept_places(pack)
    files = {file.name: file for file in find_files(releases)}
    for needed in ("Task Statements.txt", "Tasks to DWAs.txt", "Occupation Data.txt", "skills_en.csv"):
        if needed not in files:
            raise PathwaysError("framework_folder_missing", folder=f"{releases}: {needed}")
    tasks = {row[0]: row[1] for row in read_tsv(files["Task Statements.txt"], ("Task ID", "Task"))}
    for task, activity in read_tsv(files["Tasks to DWAs.txt"], ("Task ID", "DWA ID")):
        if activity in places and task in tasks:
            yield places[activity], "task", tasks[task]
    for code, text in read_tsv(files["Occupation Data.txt"], ("O*NET-SOC Code", "Description")):
        if code in places:
            yield places[code], "description", text
    for name in ("skills_en.csv", "occupations_en.csv", "skillGroups_en.csv"):
        for uri, text in read_csv(files[name], ("conceptUri", "description")):
            if uri in places and text:
                yield places[uri], "description", text


def _stems(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(stem(word) for word in folded_all(text).split() if word not in FUNCTION_WORDS))
