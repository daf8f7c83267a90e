"""What words mean, as numbers learned from the career lists' own names and texts; without the file, nothing is known.

The file holds words, numbers and keys of concepts, and no sentence: a vector for each stem and each concept. `python -m
bench.training words` makes it.
"""

import hashlib
import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from pathways.matching.empty import EMPTY
from pathways.matching.index import FILLER_STEMS, Floats, NameIndex
from pathways.matching.sayings import beside
from pathways.matching.words import folded, stem
from pathways.model import Concept
from pathways.pack.store import Pack, keep

WORDS = "words.npz"
MEANING = "matching.meaning"
"""Under what a pack keeps it."""
KEY = 6


@dataclass(frozen=True, eq=False)
class Meaning:
    """Vectors of stems, their lengths, and vectors of the pack's concepts, one long (zeros where nothing is known).

    `names` are the stems of names looked at so far, `slight` the stems that say little of what a phrase is about.
    """

    stems: dict[str, int]
    vectors: Floats
    lengths: Floats
    concepts: Floats
    names: dict[str, list[int]]
    slight: npt.NDArray[np.bool_]


def meaning(pack: Pack, index: NameIndex) -> Meaning | None:
    """The numbers of the file beside the pack; None where there is no file or it is damaged."""
    return keep(pack, MEANING, lambda: read_meaning(beside(pack, WORDS), index))


def key_of(concept: Concept) -> bytes:
    """By what the file knows a concept: ids change between releases, names seldom."""
    return hashlib.sha256(f"{concept.kind}\t{concept.name}".encode()).digest()[:KEY]


def read_meaning(path: Path, index: NameIndex) -> Meaning | None:
    """A file's numbers fitted to the concepts of an index; None where there is no file or it is damaged."""
    try:
        with np.load(path, allow_pickle=False) as file:
            return _made({name: file[name] for name in file.files}, index)
    except (OSError, EOFError, KeyError, ValueError, IndexError, zipfile.BadZipFile):
        return None


def _made(file: dict[str, npt.NDArray[np.generic]], index: NameIndex) -> Meaning:
    stems = {word: place for place, word in enumerate(file["words"].tobytes().decode().split("\n"))}
    keys = file["concepts"].tobytes()
    places = {keys[at : at + KEY]: at // KEY for at in range(0, len(keys), KEY)}
    at = np.array([places.get(key_of(one), -1) for one in index.concepts], np.int64)
    vectors = _real(file["word_values"], file["word_scales"])
    concepts = _real(file["concept_values"], file["concept_scales"])
    own = np.where((at >= 0)[:, None], concepts[at], _by_name(index, at < 0, stems, vectors))
    slight = np.array([word in FILLER_STEMS or word in EMPTY for word in stems], np.bool_)
    lengths = np.sqrt((vectors * vectors).sum(1)) + np.float32(1e-6)
    return Meaning(stems, vectors, lengths, own, {}, slight)


def _by_name(index: NameIndex, new: npt.NDArray[np.bool_], stems: dict[str, int], vectors: Floats) -> Floats:
    """What the names of concepts mean that the file does not have, as a person brought them; zeros for all others."""
    found = np.zeros((len(new), vectors.shape[1]), np.float32)
    for place in np.flatnonzero(new).tolist():
        words = [stems[one] for one in map(stem, folded(index.concepts[place].name).split()) if one in stems]
        found[place] = vectors[words].sum(0)
    lengths = np.sqrt((found * found).sum(1, keepdims=True))
    units: Floats = np.divide(found, lengths, out=found, where=lengths > 0)
    return units


def _real(values: npt.NDArray[np.generic], scales: npt.NDArray[np.generic]) -> Floats:
    return values.astype(np.float32) * scales.astype(np.float32)[:, None]
