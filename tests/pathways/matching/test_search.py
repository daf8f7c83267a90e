"""Looking a skill up as one types."""

import pytest

from pathways.matching import search_names, shared_words

SKILLS = frozenset({"activity", "knowledge", "skill", "software", "esco_skill"})


def names(pack, text, top=8):
    return [one.concept.name for one in search_names(pack, text, kinds=SKILLS, top=top)]


def test_the_last_word_may_be_half_typed(careers_pack):
    assert names(careers_pack, "cash reg", top=2) == ["Operate cash registers", "operate cash register"]
    assert "Administer non-intravenous medications" in names(careers_pack, "administer medic")


def test_the_same_name_comes_first_and_shorter_names_before_longer(careers_pack):
    found = names(careers_pack, "spanish")
    assert found[:2] == ["Spanish", "write Spanish"]


def test_only_the_kinds_asked_for_are_found(careers_pack):
    assert {one.concept.kind for one in search_names(careers_pack, "nurse", kinds={"occupation"})} == {"occupation"}
    assert {one.concept.kind for one in search_names(careers_pack, "nurse", kinds=SKILLS)} <= SKILLS


def test_what_is_asked_in_other_words_is_found_by_its_meaning(careers_pack):
    assert "operate cash point" in names(careers_pack, "mind the till")


@pytest.mark.parametrize("text", ["", "   ", "a", "the", "zzzzqq", "<>", "%", "\x00", "x" * 5000])
def test_nothing_is_found_where_nothing_is_said(careers_pack, text):
    assert names(careers_pack, text) == []


def test_none_is_sure_and_each_is_there_once(careers_pack):
    found = search_names(careers_pack, "customer serv", kinds=SKILLS, top=50)
    assert len({one.concept.id for one in found}) == len(found) > 20
    assert not any(one.sure for one in found)


def test_the_words_two_names_share():
    assert shared_words("Giving medication", "provide medication information") == ("medication",)
    assert shared_words("Cleaned work areas", "Maintain clean work areas") == ("cleaned", "areas")
    assert shared_words("Till", "operate cash point") == ()
