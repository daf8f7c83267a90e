"""Numbers computed from texts when the pack is built: what an occupation's tasks and titles are about.

The words of each occupation are weighed by tf-idf, and what words stand together is drawn into a few numbers (latent
semantic analysis, Deerwester and others 1990). Sentences cannot be read back from them and are not kept. They are
whole numbers, so that comparing them gives the same on every machine; each column's sign is set, since the method
leaves it open.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from pathways.frameworks import onet
from pathways.pack.draft import Draft, add_matrix
from pathways.pack.onet_tables import Releases, files_of
from pathways.pack.schema import TOPIC_MIDDLE

TOPICS = 64
"""How many numbers an occupation gets at most: with 96 or 128 O*NET's related occupations are found no better."""
FEWEST = 1e-9  # of a topic's length: below it a topic is rounding dust
_WORD = re.compile("[a-z]{2,}")
_BRACKETS = re.compile(r"\([^)]*\)")


def add_topics(draft: Draft, releases: Releases, titles: Mapping[str, str]) -> None:
    """`task_topics` and `title_topics`, an occupation a row, as bytes about `TOPIC_MIDDLE`; a row of that: no words."""
    add_task_topics(draft, releases, titles)
    add_title_topics(draft, titles)


def add_task_topics(draft: Draft, releases: Releases, titles: Mapping[str, str]) -> None:
    """What the tasks of each occupation (title by code) are about."""
    add_matrix(draft, "task_topics", "task_topics", topics(_task_words(releases, titles)))


def add_title_topics(draft: Draft, titles: Mapping[str, str]) -> None:
    """What each occupation's titles and the other names in the draft are about."""
    add_matrix(draft, "title_topics", "title_topics", topics(_title_words(draft, titles)))


def topics(words: Sequence[Counter[str]], count: int = TOPICS) -> np.ndarray:
    """At most `count` numbers (1–255) for each set of words, each row stretched so that its largest is 1 or 255."""
    weighed = _weighed(words)
    values, vectors = np.linalg.eigh(weighed @ weighed.T)
    kept = [place for place in np.argsort(-values, kind="stable")[:count].tolist() if values[place] > FEWEST]
    found = vectors[:, kept] * np.sqrt(values[kept])
    top = np.abs(found).argmax(axis=0) if kept else np.zeros(0, np.int64)
    found *= np.where(found[top, range(len(kept))] < 0, -1.0, 1.0)
    largest = np.abs(found).max(axis=1, keepdims=True, initial=0)
    stretched = np.divide(found, largest, out=np.zeros_like(found), where=largest > FEWEST)
    return np.asarray(np.rint(stretched * (TOPIC_MIDDLE - 1)) + TOPIC_MIDDLE).astype(np.uint8)


def _weighed(words: Sequence[Counter[str]]) -> np.ndarray:
    """(1 + ln count) x ln(rows / rows that have the word), rows of length 1; a word of one row alone tells nothing."""
    spread = Counter(word for found in words for word in found)
    columns = {word: place for place, word in enumerate(sorted(word for word, rows in spread.items() if rows > 1))}
    table = np.zeros((len(words), len(columns)))
    for row, found in enumerate(words):
        for word in found.keys() & columns.keys():
            table[row, columns[word]] = (1 + np.log(found[word])) * np.log(len(words) / spread[word])
    length = np.sqrt((table**2).sum(axis=1, keepdims=True))
    return np.asarray(np.divide(table, length, out=np.zeros_like(table), where=length > 0))


def _task_words(releases: Releases, titles: Mapping[str, str]) -> list[Counter[str]]:
    """In how many of an occupation's tasks each word stands."""
    index = {code: place for place, code in enumerate(titles)}
    counts = [Counter[str]() for _ in titles]
    for file in files_of(releases, "tasks"):
        for code, task in onet.read_table(file, (onet.CODE, "Task")):
            if code in index:
                counts[index[code]].update(set(_words(task)))
    return counts


def _title_words(draft: Draft, titles: Mapping[str, str]) -> list[Counter[str]]:
    """In how many of an occupation's titles each word stands, what is in brackets left out."""
    names = {int(str(place)): str(alternate) for place, alternate, *_ in draft.rows["occupation_names"]}
    return [_in_titles([title, *names.get(place, "").split("\n")]) for place, title in enumerate(titles.values())]


def _in_titles(titles: Iterable[str]) -> Counter[str]:
    return Counter(word for title in titles for word in _words(_BRACKETS.sub("", title)))


def _words(text: str) -> list[str]:
    return [_singular(word) for word in _WORD.findall(text.lower())]


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
