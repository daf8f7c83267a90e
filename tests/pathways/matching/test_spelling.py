"""Misspelled words mended, two joined, one cut in two; words of plain talk left as they are."""

import pytest

from pathways.matching.names import name_index
from pathways.matching.readings import read


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("forklfit", "forklift"), ("custmer servise", "customer service"), ("wharehouse", "warehouse"),
        ("sertificate", "certificate"), ("laundrey", "laundry"), ("elecrical", "electrical"),
        ("phlebotamy", "phlebotomy"), ("biling", "billing"),
        ("housekeepng", "housekeeping"), ("resturant", "restaurant"), ("asembly", "assembly"),
    ],
)  # fmt: skip
def test_words_no_name_has_are_mended_by_letters_and_by_sound(careers_pack, said, meant):
    assert " ".join(read(careers_pack, name_index(careers_pack), said).words) == meant


@pytest.mark.parametrize(
    "said", ["my daughter and my grandma", "whatever I want", "never mind", "12345", "zxqj", "QuickBooks", "C++ and C#"]
)
def test_words_of_plain_talk_numbers_and_names_stay(careers_pack, said):
    assert read(careers_pack, name_index(careers_pack), said).changed == {}


def test_numbers_of_courses_and_lead_ins_are_left_out(careers_pack):
    index = name_index(careers_pack)
    assert read(careers_pack, index, "NURS 210 Nursing II").words == ("nursing",)
    assert read(careers_pack, index, "I know how to weld pipe").words == ("weld", "pipe")
    assert read(careers_pack, index, "Introduction to Statistics").words == ("statistics",)
