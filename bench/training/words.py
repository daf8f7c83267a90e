"""`words.npz`: what words mean, as numbers computed from the pack's names and the texts of releases."""

import io
import zipfile
from collections import Counter
from collections.abc import Callable, Collection
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bench.training.corpus import texts
from bench.training.vectors import Floats, bags, train
from pathways.matching.index import NameIndex
from pathways.matching.meaning import key_of
from pathways.matching.names import name_index
from pathways.pack.store import Pack

SEEN = 2
"""In how many texts a stem must be to be kept."""
Arrays = dict[str, npt.NDArray[np.generic]]


def make(
    pack: Pack, releases: Path, out: Path, tell: Callable[[int, int], None], without: Collection[int] = ()
) -> None:
    """Train on the pack's names and the releases' texts, and write the file."""
    index = name_index(pack)
    told = texts(pack, index, releases, without)
    seen = Counter(word for one in told for word in one.stems)
    vocabulary = {word: at for at, word in enumerate(sorted(word for word, times in seen.items() if times >= SEEN))}
    rare = np.log(len(told) / np.array([seen[word] for word in vocabulary])).astype(np.float32)
    trained = train(bags(told, vocabulary, len(index.concepts)), rare / rare.mean(), tell)
    write(out, _arrays(index, vocabulary, trained.vectors, trained.concepts))


def _arrays(index: NameIndex, vocabulary: dict[str, int], vectors: Floats, concepts: Floats) -> Arrays:
    word_values, word_scales = _bytes(vectors)
    concept_values, concept_scales = _bytes(concepts)
    return {
        "words": np.frombuffer("\n".join(vocabulary).encode(), np.uint8),
        "word_values": word_values,
        "word_scales": word_scales,
        "concepts": np.frombuffer(b"".join(map(key_of, index.concepts)), np.uint8),
        "concept_values": concept_values,
        "concept_scales": concept_scales,
    }


def _bytes(vectors: Floats) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.float16]]:
    """Vectors as bytes and a scale each."""
    scales = np.abs(vectors).max(1) / 127 + 1e-12
    return np.round(vectors / scales[:, None]).astype(np.int8), scales.astype(np.float16)


def write(out: Path, arrays: Arrays) -> None:
    """Write the arrays as numpy's zip, the same bytes for the same numbers."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, array in arrays.items():
            data = io.BytesIO()
            np.save(data, array, allow_pickle=False)
            member = zipfile.ZipInfo(f"{name}.npy", (1980, 1, 1, 0, 0, 0))
            archive.writestr(member, data.getvalue(), zipfile.ZIP_DEFLATED)
