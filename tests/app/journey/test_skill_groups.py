"""Every skill the pack knows has a plain group, by the headings its framework puts over it."""

import pytest

from app.journey.skills.groups import GROUPS, group_of
from app.places import careers_pack
from pathways.matching import concept_of
from pathways.matching.names import name_index
from pathways.model import Concept
from pathways.pack.store import open_pack


@pytest.fixture(scope="module")
def pack():
    with open_pack(careers_pack()) as opened:
        yield opened


@pytest.mark.parametrize(
    ("concept", "group"),
    [
        ("4.A.2.b.5.I03.D02", "office"),  # Schedule patient procedures or appointments
        ("4.A.3.b.6.I11.D05", "care"),  # Maintain medical records
        ("4.A.4.a.5.I10.D02", "people"),  # Greet customers, patrons, or visitors
        ("2.A.1.b", "people"),  # Active Listening
        ("2.A.1.a", "words"),  # Reading Comprehension
        ("2.B.3.e", "computers"),  # Programming
        ("2.C.10", "hands"),  # Transportation
        ("software:Microsoft Excel", "computers"),
        ("31-9092.00", "jobs"),
        ("http://data.europa.eu/esco/skill/2806260f-6399-4add-8f11-070141423f9d", "care"),  # medical terminology
        ("http://data.europa.eu/esco/skill/0f58a178-1382-4df2-95e8-2b3f90e80e24", "words"),  # speaks Spanish
        ("http://data.europa.eu/esco/skill/51ece34f-c24e-4183-9bf4-9b6f28748aec", "safety"),  # keeps data private
    ],
)
def test_a_skill_stands_where_its_heading_says(pack, concept, group):
    assert group_of(pack, concept_of(pack, concept)) == group


def test_the_nearest_heading_decides_and_a_closer_one_before_the_shelf_of_all_trades(pack):
    """First aid stands under nursing care, and two steps up under the shelf of skills for every trade."""
    aid = concept_of(pack, "http://data.europa.eu/esco/skill/1d21f6ad-340f-45da-a0a3-4e83867f47a6")
    assert group_of(pack, aid) == "care"


def test_no_skill_of_the_pack_is_left_without_a_group(pack):
    known = [one for one in name_index(pack).concepts if one.kind != "esco_group"]
    groups = {group_of(pack, one) for one in known}
    assert len(known) > 28_000
    assert groups == set(GROUPS) - {"other", "own"}


def test_what_no_heading_is_known_of_goes_with_the_others(pack):
    assert group_of(pack, Concept("http://data.europa.eu/esco/skill/none", "new", "esco_skill")) == "other"
    assert group_of(pack, Concept("9.Z.1", "new", "activity")) == "other"
