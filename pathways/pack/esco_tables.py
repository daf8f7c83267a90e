"""ESCO's tables for the pack, and the crosswalk to O*NET."""

from collections.abc import Iterable, Mapping

from pathways.frameworks import crosswalk, esco
from pathways.frameworks.files import SourceFile
from pathways.pack.draft import Draft, add_links
from pathways.pack.schema import ESSENTIAL, OPTIONAL


def add_concepts(
    draft: Draft, release: esco.EscoRelease, before: Iterable[esco.EscoConcept] = ()
) -> tuple[dict[str, int], str]:
    """Every concept with its names, ordered by URI; returns each one's place and the last day one was changed.

    Those of `before` that the release has no more stay, so that nothing is lost that a learner agreed to.
    """
    known = {concept.uri: concept for concept in (*before, *esco.read_concepts(release))}
    concepts = sorted(known.values(), key=lambda c: c.uri)
    place = {c.uri: i for i, c in enumerate(concepts)}
    draft.add("esco", ((place[c.uri], c.uri, c.kind, c.name, c.code or None, c.reuse or None) for c in concepts))
    draft.add("esco_names", ((place[c.uri], "\n".join(c.other_names)) for c in concepts if c.other_names))
    return place, max((c.modified for c in concepts), default="")


def add_relations(draft: Draft, release: esco.EscoRelease, place: Mapping[str, int]) -> None:
    """Broader concepts, what occupations need, and what skills draw on."""
    tables = release.tables
    broader = [tables[t] for t in ("broader_occupations", "broader_skills") if t in tables]
    pairs = ((a, b, 0) for f in broader for a, b in esco.read_broader(f))
    _add(draft, "esco_broader", place, pairs)
    if "occupation_skills" in tables:
        _add(draft, "esco_occupation_skill", place, _marked(esco.read_occupation_skills(tables["occupation_skills"])))
    if "skill_skills" in tables:
        _add(draft, "esco_skill_skill", place, _marked(esco.read_skill_skills(tables["skill_skills"])))


def _marked(rows: Iterable[tuple[str, str, bool]]) -> Iterable[tuple[str, str, int]]:
    return ((a, b, ESSENTIAL if essential else OPTIONAL) for a, b, essential in rows)


def _add(draft: Draft, name: str, place: Mapping[str, int], rows: Iterable[tuple[str, str, int]]) -> None:
    read = list(rows)
    links = sorted({(place[a], place[b], mark) for a, b, mark in read if a in place and b in place})
    draft.drop(f"{name}_unknown", sum(a not in place or b not in place for a, b, _ in read))
    add_links(draft, name, ("esco", "esco"), len(place), links)


def add_crosswalk(draft: Draft, file: SourceFile, index: Mapping[str, int], place: Mapping[str, int]) -> None:
    """ESCO occupations of an O*NET occupation, marked with twice the confidence; codes no longer valid are counted."""
    rows = list(crosswalk.read_crosswalk(file))
    valid = [(c, u, n) for c, u, n in rows if c in index]
    draft.drop("crosswalk_code_unknown", len(rows) - len(valid))
    links = sorted({(index[c], place[u], round(n * 2)) for c, u, n in valid if u in place})
    draft.drop("crosswalk_esco_unknown", sum(u not in place for _, u, _ in valid))
    add_links(draft, "occupation_esco", ("occupation", "esco"), len(index), links)
