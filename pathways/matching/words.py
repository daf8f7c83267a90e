"""Words of names and phrases: folded, split and stemmed, so that "Coached staff" meets "coaching staff"."""

import re
import unicodedata
from functools import lru_cache

from pathways.matching.british import american

LONGEST_PHRASE = 400
"""Characters of a phrase that are read: hostile text stays cheap, and no name is near as long."""

_FUNCTION = (
    "a an and any are as at be been by did do doing for from had has have he her his i in into is it its me my of off "
    "on or our out over she so some such than that the their them then these they this those through to too under up "
    "upon us very was we were what when which while who will with within you your all also am both can each etc more "
    "most other others s t"
)
_SPANISH = "al con de del el en ella es esta la las lo los mi mis para pero por que se su sus tu un una y yo"
FUNCTION_WORDS = frozenset(f"{_FUNCTION} {_SPANISH}".split())
"""Words that carry no skill, English and Spanish; "not" and "no" are kept, since they turn a meaning round."""

_FILLER = (
    "ability able achievement award badge basic basics beginner certificate certification certified certify class "
    "completed completion course credential daily essential essentials experience experienced expert fundamental "
    "fundamentals good great intermediate intro introduction introductory knowledge level master new practice "
    "proficiency proficient responsible skill skilled skills strong training various well year years "
    "apply applied conduct execute executing execution make people perform performing person provide providing take "
    "undertake use using utilize work working"
)
FILLER_WORDS = frozenset(_FILLER.split())
"""Words of badges and résumés that say how, not what, and verbs that could be any: they count for a quarter."""

IRREGULAR = {
    "ran": "run", "led": "lead", "taught": "teach", "sold": "sell", "kept": "keep", "made": "make", "built": "build",
    "wrote": "write", "written": "write", "drove": "drive", "driven": "drive", "took": "take", "taken": "take",
    "gave": "give", "given": "give", "dealt": "deal", "held": "hold", "met": "meet", "spoke": "speak",
    "spoken": "speak", "bought": "buy", "brought": "bring", "grew": "grow", "grown": "grow", "drew": "draw",
    "drawn": "draw", "fed": "feed", "found": "find", "saw": "see", "chose": "choose", "dug": "dig", "got": "get",
    "oversaw": "oversee", "understood": "understand", "children": "child", "people": "person", "women": "woman",
    "men": "man", "analyses": "analyse", "analysis": "analyse", "repaired": "repair", "feet": "foot", "teeth": "tooth",
    "goods": "merchandise",
}  # fmt: skip

_NO_DOERS = (
    "answer author border butter cancer cater center color cooler copper corner counter cover decor deliver dinner "
    "discover donor enter error fever fiber filter finger flavor floor flower folder foster gather gender harbor honor "
    "indoor labor laser layer leather letter liter lumber major maneuver master matter mentor meter minor mirror "
    "monitor motor number offer order outdoor paper pepper power register remember rubber sensor sewer shoulder shower "
    "silver sponsor summer supper theater timber tower transfer tutor vapor water weather winter"
)
NO_DOERS = frozenset(_NO_DOERS.split())
"""Words whose -er or -or is no doer's: a tower does not tow, nor a corner corn."""

_BREAK = re.compile(r"[^a-z0-9+#]+")
_PLAIN = {code: chr(code).lower() if chr(code).isalnum() or chr(code) in "+#" else " " for code in range(128)}
_ENDINGS = (
    ("ization", "iz"), ("isation", "iz"), ("ation", "at"), ("ition", "it"), ("ement", ""), ("ment", ""), ("ness", ""),
    ("ing", ""), ("ied", "i"), ("ed", ""), ("er", ""), ("or", ""), ("ly", ""), ("e", ""),
)  # fmt: skip
_ANY_ENDING = tuple(ending for ending, _ in _ENDINGS)
_VOWEL = re.compile("[aeiouy]")


def folded(text: str) -> str:
    """A name in one plain form: compatibility forms joined, accents and case dropped, punctuation made spaces."""
    return folded_all(text[:LONGEST_PHRASE])


def folded_all(text: str) -> str:
    """`folded` for text of any length, such as all of a concept's names."""
    if text.isascii():
        return " ".join(text.translate(_PLAIN).split())
    apart = unicodedata.normalize("NFKD", text)
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join(_BREAK.split(plain.casefold())).strip()


def singular(name: str) -> str:
    """A folded name with a plain plural taken off each word: "cash registers" is "cash register"."""
    return " ".join(_singular(word) for word in name.split())


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A folded word without its ending, so that manage, managed, manager and management are one."""
    plain = american(word)
    base = _singular(IRREGULAR.get(plain, plain))
    if len(base) < 4 or not base.isalpha():
        return base
    if base in NO_DOERS:
        return base
    if base.endswith(_ANY_ENDING):
        for ending, instead in _ENDINGS:
            kept = base.removesuffix(ending)
            if kept != base and len(kept) >= 3 and _VOWEL.search(kept):
                return _plain_end(_undoubled(kept) + instead)
    return _plain_end(base)


def shared_words(phrase: str, name: str) -> tuple[str, ...]:
    """The words of a phrase, folded, that a name has too in some form; words that carry no skill are left out."""
    met = {stem(word) for word in folded(name).split()}
    told = dict.fromkeys(folded(phrase).split())
    return tuple(word for word in told if stem(word) in met and word not in FUNCTION_WORDS | FILLER_WORDS)


def _undoubled(base: str) -> str:
    """Planned is plan; called stays call, and the s and z of pass and buzz stay too."""
    doubled = len(base) > 3 and base[-1] == base[-2] and base[-1] not in "aeioulsz"
    return base[:-1] if doubled else base.removesuffix("e") if len(base) > 3 else base


def _plain_end(base: str) -> str:
    """British and American ends alike (organis, organiz), and y as i (study, studies)."""
    if base.endswith(("is", "ys")) and len(base) > 4:
        return base[:-1] + "z"
    return base[:-1] + "i" if base.endswith("y") and len(base) > 3 else base
