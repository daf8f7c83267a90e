"""Words that no name has, mended: by letters, by sound, by joining two and by cutting one in two."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from pathways.matching.index import NameIndex
from pathways.matching.words import FUNCTION_WORDS, stem

SHORTEST = 4
LIKE = 0.68
"""Share of letters at which a word may be a misspelling of another; 0.15 more where they sound alike."""
ALIKE_IN_SOUND = 0.15
LONG, MANY = 7, 20
"""Letters from which a word of one name, and names from which another, are looked at as slip and what was meant."""
COMMON = 0.012
"""What a word gains with each doubling of the concepts that have it."""
_SOUNDS = (
    ("tion", "shn"), ("sion", "shn"), ("cial", "shl"), ("ough", "uf"), ("ph", "f"), ("gh", "g"), ("kn", "n"),
    ("wr", "r"), ("wh", "w"), ("mb", "m"), ("sch", "sk"), ("tch", "ch"), ("ck", "k"), ("ce", "se"), ("ci", "si"),
    ("cy", "sy"), ("ch", "k"), ("c", "k"), ("q", "k"), ("x", "ks"), ("z", "s"), ("dg", "j"), ("ge", "je"), ("gi", "ji"),
)  # fmt: skip


_UNHEARD = re.compile(r"(?<=[a-z])[aeiouyhw]+")
_FIRST_VOWEL = re.compile("^[eiou]", re.MULTILINE)
_REPEATED = re.compile(r"([a-z])\1+")


@dataclass(frozen=True)
class Speller:
    """Words that names have, by their first sound, and by how they sound in all."""

    by_start: Mapping[str, list[str]]
    by_sound: Mapping[str, list[str]]


def build_speller(index: NameIndex) -> Speller:
    """Sort the words of all names (a twentieth of a second, once)."""
    by_start, by_sound = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    words = [word for word in index.vocabulary if len(word) >= SHORTEST and word.isalpha()]
    for word, sound in zip(words, _sounds_of(words), strict=True):
        by_start[sound[:1]].append(word)
        by_sound[sound].append(word)
    return Speller(by_start, by_sound)


def sound_of(word: str) -> str:
    """A rough key of how an English word sounds: its consonants, each once, and its first letter."""
    return _sounds_of([word])[0]


def _sounds_of(words: Sequence[str]) -> list[str]:
    """The same for many words of plain letters, all in one text: word by word it takes five times as long."""
    if not words:
        return []
    text = "\n".join(words)
    for letters, sound in _SOUNDS:
        text = text.replace(letters, sound)
    return _REPEATED.sub(r"\1", _FIRST_VOWEL.sub("a", _UNHEARD.sub("", text))).split("\n")


def respelled(index: NameIndex, speller: Speller, word: str) -> str | None:
    """The word of names that a misspelled one is nearest to, or None."""
    if len(word) < SHORTEST or not word.isalpha():
        return None
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    sound = sound_of(word)
    kin = [one for one in speller.by_start.get(sound[:1], ()) if abs(len(one) - len(word)) <= 3 and one != word]
    near = process.extract(word, kin, scorer=OSA.normalized_similarity, score_cutoff=LIKE, limit=12)
    likeness = {found: float(score) for found, score, _ in near}
    for one in speller.by_sound.get(sound, ()):
        if one == word:
            continue
        likeness.setdefault(one, float(OSA.normalized_similarity(word, one)))
    ranked = sorted(
        (
            score
            + ALIKE_IN_SOUND * (sound_of(found) == sound)
            + ALIKE_IN_SOUND / 2 * (_single(found) == _single(word))
            + COMMON * index.spread(found).bit_length()
            - 0.08 * (found[0] != word[0]),
            found,
        )
        for found, score in likeness.items()
        if score >= (LIKE if sound_of(found) == sound else _least(word)) and (score > 0.9 or index.spread(found) > 2)
    )
    return ranked[-1][1] if ranked else None


def _single(word: str) -> str:
    """A word with each doubled letter once: "billing" is "biling"."""
    return "".join(letter for place, letter in enumerate(word) if place == 0 or word[place - 1] != letter)


def _least(word: str) -> float:
    """Short words have many neighbours: "lots" is not "lots of" anything else."""
    return 0.85 if len(word) < 6 else 0.78


def mended(
    words: Sequence[str], known: Callable[[str], bool], respell: Callable[[str], str | None]
) -> tuple[list[str], dict[str, str]]:
    """The words, two joined or one cut where that is what names have, and misspelled ones mended; and which were."""
    found, changed = list[str](), dict[str, str]()
    place = 0
    while place < len(words):
        word, after = words[place], words[place + 1] if place + 1 < len(words) else ""
        joined = word + after
        if joined.isalpha() and after and len(joined) > 6 and known(joined) and not (known(word) and known(after)):
            found.append(joined)
            changed[f"{word} {after}"] = joined
            place += 2
            continue
        place += 1
        if known(word):
            found.append(word)
            continue
        better = respell(word)
        cut = None if better else _cut(word, known)
        if better or cut:
            changed[word] = better or " ".join(cut or ())
        found += [better] if better else cut or [word]
    return found, changed


def _cut(word: str, known: Callable[[str], bool]) -> list[str] | None:
    cuts: Iterable[int] = range(4, len(word) - 3)
    return next(([word[:at], word[at:]] for at in cuts if known(word[:at]) and known(word[at:])), None)


def is_known(index: NameIndex, speller: Speller, others: Collection[str]) -> Callable[[str], bool]:
    """Whether a folded word is one that names, the table of sayings or the lists' texts have: `others` are stems."""

    def known(word: str) -> bool:
        base = stem(word)
        if not word.isalpha() or word in FUNCTION_WORDS or word in others or base in others:
            return True
        return base in index.stems and not _is_slip(index, speller, word)

    return known


def _is_slip(index: NameIndex, speller: Speller, word: str) -> bool:
    """Whether a word of one name alone sounds just like one of many names: the lists have misspellings, too."""
    if len(word) < LONG or index.spread(word) > 1:
        return False
    from rapidfuzz.distance import OSA

    return any(
        index.spread(one) >= MANY and OSA.distance(word, one) == 1 for one in speller.by_sound.get(sound_of(word), ())
    )
