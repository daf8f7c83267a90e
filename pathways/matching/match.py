"""A word, code or link -> the skills and occupations it may mean, each with its score and reason."""

from collections.abc import Iterable

from pathways.matching.evidence import AT, Evidence, evidence
from pathways.matching.index import NameIndex
from pathways.matching.links import ids_in_code, ids_in_link
from pathways.matching.meaning import Meaning, meaning
from pathways.matching.meant import knows
from pathways.matching.names import concept_places, name_index
from pathways.matching.near import own_name_likeness, read_phrase
from pathways.matching.ranker import Ranked, ranked, weights
from pathways.matching.reasons import reason
from pathways.model import Concept, ConceptKind, Match
from pathways.pack import esco
from pathways.pack.occupations import occupations
from pathways.pack.store import Pack, keep

SHOWN = 0.5
"""How likely the best answer has to be; else nothing is said."""
SHOWN_BESIDE = 0.15
"""How likely a further one has to be."""
FEW = 5
CROSSWALK_SCORES = {2.0: 0.95, 1.0: 0.8, 0.5: 0.6}
ONET = "O*NET-SOC"
RATED_KINDS: frozenset[ConceptKind] = frozenset({"activity", "knowledge", "skill"})


def match_text(pack: Pack, text: str, *, top: int = FEW) -> tuple[Match, ...]:
    """What a phrase may mean, best first; empty where nothing is likely enough. Words are never sure, but suggestions.

    `score` is the share of such answers that were right on labelled phrases. Reasons: see `reasons.reason`. A phrase
    that is nothing but a link or code means what that names (`link`, `code`, `crosswalk`). `top` counts concepts.
    """
    if named := _as_id(pack, text):
        return tuple(named[:top])
    index = name_index(pack)
    found, best = _judged(pack, index, text)
    if not best or best[0].score < SHOWN:
        return ()
    learned = meaning(pack, index)
    likely = [one for one in best if one.score >= SHOWN_BESIDE]
    return _varied([_match(index, learned, found, one) for one in likely], top)


def likeliest(pack: Pack, text: str) -> tuple[Concept, float] | None:
    """The best candidate for a phrase and its score, however low: to measure how often answers are right."""
    index = name_index(pack)
    found, best = _judged(pack, index, text)
    return (index.concepts[found.places[best[0].row]], best[0].score) if best else None


def _judged(pack: Pack, index: NameIndex, text: str) -> tuple[Evidence, list[Ranked]]:
    learned = meaning(pack, index)
    found = evidence(pack, index, text)
    return found, ranked(found, weights(pack, learned=learned is not None and _known(learned, index, found)))


def _known(learned: Meaning, index: NameIndex, found: Evidence) -> bool:
    named = bool(found.figures[:, [AT["exact"], AT["other"]]].any())
    return knows(learned, index, found.read.words, named=named)


def _match(index: NameIndex, learned: Meaning | None, found: Evidence, one: Ranked) -> Match:
    concept = index.concepts[found.places[one.row]]
    why = reason(found, one.row, concept, learned)
    return Match(concept, round(one.score, 3), why.code, sure=False, rests_on=why.rests_on)


def match_alignment(
    pack: Pack, *, name: str, url: str | None = None, code: str | None = None, framework: str | None = None
) -> tuple[Match, ...]:
    """What an alignment means: by its link, its code in a framework, the crosswalk, then the words of its name.

    Reasons beside those of `match_text`: `link`, `code`, `crosswalk`. Only a link or code that names one concept, or
    a crosswalk that leads to one, is sure. Words beside a sure answer add O*NET's own concepts alone, as suggestions,
    since most of what an occupation needs is told in them.
    """
    sure = _merged([*_linked(pack, url or "", name), *_coded(pack, code or "", framework or "", name)])
    crossed = [match for one in sure for match in _crossed(pack, one)]
    worded = match_text(pack, name)
    if any(one.sure for one in sure):
        worded = tuple(one for one in worded if one.concept.kind in RATED_KINDS)
    return tuple(_merged([*sure, *crossed, *worded]))


def _as_id(pack: Pack, text: str) -> list[Match]:
    """What a phrase names that is itself a link, or a code of O*NET or the SOC with its hyphen."""
    plain = text.strip()
    code = plain if "-" in plain or "." in plain else ""
    sure = _merged([*_linked(pack, plain, ""), *_coded(pack, code, ONET, "")])
    return _merged([*sure, *(match for one in sure for match in _crossed(pack, one))])


def _merged(matches: Iterable[Match]) -> list[Match]:
    """Each concept once, by its first match."""
    found: dict[str, Match] = {}
    for match in matches:
        found.setdefault(match.concept.id, match)
    return list(found.values())


def _varied(ranked: list[Match], top: int) -> tuple[Match, ...]:
    """The best few, the best of O*NET's rated kinds among them if there is one."""
    chosen = ranked[:top]
    rated = next((one for one in ranked if one.concept.kind in RATED_KINDS), None)
    if rated and rated not in chosen:
        chosen = [*chosen[:-1], rated]
    return tuple(chosen)


def _linked(pack: Pack, url: str, name: str) -> list[Match]:
    return [match for found in ids_in_link(url) for match in _of_id(pack, found, "link", name)] if url else []


def _coded(pack: Pack, code: str, framework: str, name: str) -> list[Match]:
    ids = ids_in_code(code, framework) if code else ()
    return [match for found in ids for match in _of_id(pack, found, "code", name)]


def _of_id(pack: Pack, found: str, reason: str, name: str) -> list[Match]:
    """The concept of an id. Activity and element ids changed meaning between releases: the name must not gainsay."""
    index, places = name_index(pack), concept_places(pack)
    ids = _ids_of_groups(pack).get(found, (found,))
    concepts = [index.concepts[places[one]] for one in ids if one in places]
    alone = len(concepts) == 1
    matches = []
    for concept in concepts:
        agrees = concept.kind not in RATED_KINDS or not name.strip() or _akin(index, name, concept)
        score = 1.0 if alone and agrees else 0.5 if alone else max(0.3, round(1 / len(concepts), 3))
        matches.append(Match(concept, score, reason, sure=alone and agrees))
    return matches


def _akin(index: NameIndex, name: str, concept: Concept) -> bool:
    return own_name_likeness(index, read_phrase(index, name), concept) > 0.3


def _ids_of_groups(pack: Pack) -> dict[str, tuple[str, ...]]:
    """`soc:29-1141` -> its O*NET-SOC codes, and `esco:S1.2` -> the URI with that code."""
    return keep(pack, "matching.groups", lambda: _read_groups(pack))


def _read_groups(pack: Pack) -> dict[str, tuple[str, ...]]:
    groups: dict[str, tuple[str, ...]] = {}
    for one in occupations(pack):
        groups[f"soc:{one.soc}"] = (*groups.get(f"soc:{one.soc}", ()), one.code)
    for found in esco.concepts(pack):
        if found.code:
            groups.setdefault(f"esco:{found.code}", (found.concept.id,))
    return groups


def _crossed(pack: Pack, match: Match) -> list[Match]:
    """O*NET occupations that the crosswalk ties to an ESCO occupation: sure where it is one and its makers were."""
    tied = crosswalk(pack).get(match.concept.id, ())
    return [
        Match(
            concept,
            CROSSWALK_SCORES.get(confidence, 0.5),
            "crosswalk",
            match.sure and len(tied) == 1 and confidence == 2,
        )
        for concept, confidence in tied
    ]


def crosswalk(pack: Pack) -> dict[str, tuple[tuple[Concept, float], ...]]:
    """ESCO occupation URI -> O*NET occupations it is tied to, each with the crosswalk's confidence (0.5, 1 or 2)."""
    return keep(pack, "matching.crosswalk", lambda: _read_crosswalk(pack))


def _read_crosswalk(pack: Pack) -> dict[str, tuple[tuple[Concept, float], ...]]:
    tied: dict[str, tuple[tuple[Concept, float], ...]] = {}
    for one in occupations(pack):
        for twin in esco.twins(pack, one.code):
            uri = twin.occupation.concept.id
            tied[uri] = (*tied.get(uri, ()), (one.concept, twin.confidence))
    return tied
