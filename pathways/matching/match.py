"""A word, code or link -> the skills and occupations it may mean, each with its score and reason."""

from collections.abc import Iterable

from pathways.matching.index import NameIndex
from pathways.matching.links import ids_in_code, ids_in_link
from pathways.matching.names import concept_places, name_index
from pathways.matching.near import JOBS, exact_rows, names_with, near_names, own_name_likeness, parts_of, read_phrase
from pathways.model import Concept, ConceptKind, Match
from pathways.pack import esco
from pathways.pack.occupations import occupations
from pathways.pack.store import Pack, keep

NEAR_ENOUGH = 0.7
"""Likeness under which two names are taken for strangers; found by reading what real phrases met (see the tests)."""
NEAR_IF_WHOLE = 0.67
"""The same for a name that says all of a phrase of several words, and more: "take and analyse blood pressure"."""
ALTERNATE = 0.9
NEAR = 0.9
FEW = 5
CROSSWALK_SCORES = {2.0: 0.95, 1.0: 0.8, 0.5: 0.6}
ONET = "O*NET-SOC"
RATED_KINDS: frozenset[ConceptKind] = frozenset({"activity", "knowledge", "skill"})


def match_text(pack: Pack, text: str, *, top: int = FEW) -> tuple[Match, ...]:
    """What a phrase may mean, best first; empty where no name is near enough. Words are never sure, but suggestions.

    Reasons: `exact_name` (a concept's own name), `alternate_name` (another name of it; less where it names several),
    `near_name` (shares most of its words), `part_name` (a part of the phrase is its name). A phrase that is nothing but
    a link or code means what that names (`link`, `code`, `crosswalk`). `top` counts concepts.
    """
    if named := _as_id(pack, text):
        return tuple(named[:top])
    index = name_index(pack)
    phrase = read_phrase(index, text)
    exact = _exact(index, exact_rows(index, phrase))
    near = [
        Match(index.concepts[one.concept], round(NEAR * min(one.score, 1.0), 3), "near_name", sure=False)
        for one in near_names(index, phrase, 4 * top, min(NEAR_ENOUGH, NEAR_IF_WHOLE))
        if one.score >= (NEAR_IF_WHOLE if one.whole else NEAR_ENOUGH)
        and not (exact and index.concepts[one.concept].kind in JOBS)
    ]
    found = _merged([*exact, *near]) or _of_parts(index, text)
    places = concept_places(pack)

    def order(one: Match) -> tuple[bool, float, float, int, str]:
        own = own_name_likeness(index, phrase, one.concept)
        names = names_with(index, phrase, places[one.concept.id])
        return one.reason == "near_name", -one.score, -own, -names, one.concept.id

    ranked = sorted(found, key=order)
    return _varied(ranked, top)


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


def _exact(index: NameIndex, rows: list[int]) -> list[Match]:
    owners = dict.fromkeys(int(index.owners[row]) for row in sorted(rows, key=lambda row: not index.main[row]))
    own = {int(index.owners[row]) for row in rows if index.main[row]}
    jobs = sum(index.concepts[owner].kind in JOBS for owner in owners if owner not in own)
    matches = []
    for owner in owners:
        concept = index.concepts[owner]
        shared = jobs if concept.kind in JOBS else 1
        score = 1.0 if owner in own else ALTERNATE if shared < 2 else max(0.5, round(ALTERNATE - 0.02 * shared, 3))
        matches.append(Match(concept, score, "exact_name" if owner in own else "alternate_name", sure=False))
    return matches


def _of_parts(index: NameIndex, text: str) -> list[Match]:
    """Names found whole in a phrase that joins several: "CPR and AED" holds "CPR"."""
    found = []
    for part in parts_of(text):
        rows = exact_rows(index, read_phrase(index, part))
        found += [Match(one.concept, round(0.8 * one.score, 3), "part_name", sure=False) for one in _exact(index, rows)]
    return _merged(found)


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
