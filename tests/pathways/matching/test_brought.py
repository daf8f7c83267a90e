"""Words matched in a pack with lists that a person brought: ESCO's names in Spanish, and a newer O*NET."""

from collections.abc import Iterator

import brought_releases as made
import numpy as np
import pytest
from tiny_releases import COMMITTED

from pathways.frameworks.given import given_files
from pathways.frameworks.recognize import recognize
from pathways.matching import match_text
from pathways.matching.match import SHOWN, likeliest
from pathways.matching.meaning import meaning
from pathways.matching.names import name_index
from pathways.pack import esco, own
from pathways.pack.store import Pack, open_pack

SPANISH = {
    "manage budgets": ("gestionar presupuestos", ""),
    "operate cash register": ("utilizar cajas registradoras", "manejar la caja"),
    "handle customer complaints": ("atender quejas de clientes", "resolver las reclamaciones"),
    "work in teams": ("trabajar en equipo", ""),
    "provide first aid": ("prestar primeros auxilios", ""),
    "medical terminology": ("terminología médica", ""),
    "answer incoming calls": ("responder llamadas entrantes", "contestar el teléfono"),
    "control of expenses": ("control de gastos", ""),
    "total quality control": ("control de calidad total", ""),
    "install software": ("instalar software", ""),
}


@pytest.fixture(scope="module")
def brought(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pack]:
    folder = tmp_path_factory.mktemp("brought")
    with open_pack(COMMITTED) as shipped:
        ids = {one.concept.name: one.concept.id.removeprefix(made.SKILL) for one in esco.concepts(shipped)}
    skills = [(ids[name], first, other) for name, (first, other) in SPANISH.items()]
    spanish = made.esco_zip(folder / "ESCO dataset - v1.2.0 - classification - es - csv.zip", "es", [], skills)
    path = folder / "mine" / "careers.sqlite"
    given = recognize(given_files([spanish, made.onet_31(folder)]))
    own.add(COMMITTED, path, given.releases, lambda _share: None, "2026-11-22").put()
    with open_pack(path) as pack:
        yield pack


def best(pack: Pack, phrase: str) -> tuple[str, str]:
    found = match_text(pack, phrase)
    return (found[0].concept.name, found[0].reason) if found else ("", "")


@pytest.mark.parametrize(("said", "name"), [(said, name) for name, names in SPANISH.items() for said in names if said])
def test_a_spanish_name_is_found_once_it_was_brought(brought: Pack, careers_pack: Pack, said: str, name: str) -> None:
    assert best(brought, said) == (name, "alternate_name")
    assert best(brought, said.upper()) == (name, "alternate_name")
    assert name not in {one.concept.name for one in match_text(careers_pack, said) if one.score > 0.9}


def test_spanish_words_near_a_name_lead_to_it_and_are_not_sure_enough_to_be_said(brought: Pack) -> None:
    found = likeliest(brought, "atender quejas")
    assert found is not None
    assert (found[0].name, found[1] < SHOWN) == ("handle customer complaints", True)


@pytest.mark.parametrize("said", ["me gusta bailar", "zapato rojo", "el gato de mi abuela"])
def test_spanish_words_that_no_name_has_mean_nothing(brought: Pack, said: str) -> None:
    assert match_text(brought, said) == ()


@pytest.mark.parametrize("said", ["opperate forkliffts", "handled customer complaints", "CNA license, 2 years"])
def test_english_words_mean_what_they_meant(brought: Pack, careers_pack: Pack, said: str) -> None:
    assert best(brought, said) == best(careers_pack, said)
    assert best(brought, said)[0]


def test_concepts_that_shipped_keep_what_was_learned_of_them(brought: Pack, careers_pack: Pack) -> None:
    mine, shipped = vectors(brought), vectors(careers_pack)
    both = mine.keys() & shipped.keys()
    assert {one for one in shipped if one[0].startswith("esco")} <= both
    assert [one for one in both if not np.array_equal(mine[one], shipped[one])] == []


def test_a_job_that_is_new_is_found_by_its_name_and_by_what_the_name_means(brought: Pack) -> None:
    assert best(brought, "dream analyst") == ("Dream Analysts", "exact_name")
    assert best(brought, "Ward Comet") == ("Registered Nurses", "alternate_name")
    (new,) = [vector for (kind, name), vector in vectors(brought).items() if name == "Dream Analysts"]
    assert float(new @ new) == pytest.approx(1, abs=1e-4)


def vectors(pack: Pack) -> dict[tuple[str, str], np.ndarray]:
    index = name_index(pack)
    learned = meaning(pack, index)
    assert learned is not None
    return {(one.kind, one.name): learned.concepts[place] for place, one in enumerate(index.concepts)}
