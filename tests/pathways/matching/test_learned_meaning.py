"""What words mean, as numbers beside the pack: small, without sentences, explained, and not needed to match at all."""

import shutil

import numpy as np
import pytest

from pathways.matching import has_concept, match_text
from pathways.matching.evidence import AT, evidence_of
from pathways.matching.meaning import WORDS, meaning
from pathways.matching.names import name_index
from pathways.matching.readings import read
from pathways.matching.sayings import beside, sayings
from pathways.matching.words import folded
from pathways.pack.store import open_pack


def test_the_file_is_small_and_holds_words_and_numbers_alone(careers_pack):
    file = beside(careers_pack, WORDS)
    assert file.stat().st_size < 5_000_000
    with np.load(file, allow_pickle=False) as held:
        words = held["words"].tobytes().decode().split("\n")
        assert {held[name].dtype.kind for name in held.files} <= set("iuf")
    assert len(words) == len(set(words)) > 10_000
    assert not [word for word in words if len(word.split()) != 1]


def test_other_words_for_the_same_are_found_by_meaning_and_told(careers_pack):
    said = "Carry trays, take table orders, know the wine list"
    found = [one for one in match_text(careers_pack, said) if one.reason == "meaning"]
    assert found
    for one in found:
        assert one.rests_on
        for word, named in one.rests_on:
            assert word in folded(said).split()
            assert named in folded(one.concept.name).split()


def test_a_saying_and_a_mended_word_are_told(careers_pack):
    plumber = match_text(careers_pack, "fixes leaky faucets")[0]
    assert plumber.reason == "saying"
    assert plumber.rests_on == (("fixed leaky faucets and toilets", plumber.concept.name),)
    mended = match_text(careers_pack, "opperate forkliffts")[0]
    assert (mended.concept.name, mended.reason) == ("operate forklift", "misspelled")
    assert dict(mended.rests_on)["forkliffts"] == "forklifts"


@pytest.mark.parametrize("content", [b"", b"no zip", None])
def test_without_the_numbers_words_alone_are_matched(tmp_path, careers_pack, content):
    shutil.copy(careers_pack.path, tmp_path)
    if content is None:
        np.savez(tmp_path / "words.npz", words=np.zeros(3, np.uint8))
    else:
        (tmp_path / WORDS).write_bytes(content)
    with open_pack(tmp_path / careers_pack.path.name) as pack:
        assert meaning(pack, name_index(pack)) is None
        first = match_text(pack, "handled customer complaints")[0]
        assert (first.concept.name, first.reason) == ("handle customer complaints", "near_name")


def test_every_meaning_in_the_table_of_sayings_is_a_concept_of_the_pack(careers_pack):
    told = sayings(careers_pack).lines
    assert len(told) > 20_000
    assert len({one.written for one in told}) == 3
    assert [one.text for one in told if not one.words] == []
    assert {concept for one in told for concept in one.meant if not has_concept(careers_pack, concept)} == set()


def test_a_saying_near_to_a_phrase_is_told_as_what_the_answer_rests_on(careers_pack):
    first = match_text(careers_pack, "rang people up at the register")[0]
    assert first.reason == "saying"
    ((said, meant),) = first.rests_on
    assert said in {one.text for one in sayings(careers_pack).lines}
    assert meant == first.concept.name


def test_a_line_left_out_of_the_table_speaks_for_nothing(careers_pack):
    index = name_index(careers_pack)
    line, one = next((at, one) for at, one in enumerate(sayings(careers_pack).lines) if one.text == "CNA")
    told = read(careers_pack, index, one.text)
    heard = [evidence_of(careers_pack, index, told, without).figures[:, AT["saying"]].max() for without in ((), {line})]
    assert heard[0] == 1
    assert heard[1] < 1
