"""What kind of thing a posting asks for: years and how long, conditions such as an age, and who offers it."""

import pytest

from app.applying.postings.reading import posting_from_text


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("2 years of tractor-trailer experience within the last 3 years", 2.0),
        ("Experiencia de 2 años en los últimos 5 años", 2.0),
        ("5 (five) years of experience", 5.0),
        ("1,5 años de experiencia", 1.5),
        ("several years of experience", None),
        ("up to 5 years of experience", None),
        ("6 weeks of welding experience", 0.12),
        ("10,000 hours of welding experience", 4.81),
        ("1 year of experience in welding or completion of a welding program", 1.0),
        ("3 years as a program manager", 3.0),
    ],
)
def test_a_time_of_experience_is_one_also_where_it_is_not_told_how_long(line, years):
    (found,) = posting_from_text(f"Requirements:\n- {line}").found
    assert (found.kind, found.years) == ("years", years)


@pytest.mark.parametrize(
    ("said", "text", "kind"),
    [
        ("Must be 18", "Must be 18", "condition"),
        ("Must be at least 21", "Must be at least 21", "condition"),
        ("Over 18", "Over 18", "condition"),
        ("Edad mínima: 18", "Edad mínima: 18", "condition"),
        ("Over 20 years of experience in welding", "Over 20 years of experience in welding", "years"),
        ("Over 20 hours a week", "Over 20 hours a week", "skill"),
        ("20/20 vision", "20/20 vision", "condition"),
        ("Computer vision", "Computer vision", "skill"),
        ("No criminal record", "No criminal record", "condition"),
        ("Criminal law", "Criminal law", "skill"),
        ("Legally able to drive", "Legally able to drive", "condition"),
        ("Completion of a 2-year welding program", "Completion of a 2-year welding program", "credential"),
    ],
)
def test_a_condition_is_told_whole_and_is_no_skill(said: str, text: str, kind: str) -> None:
    (found,) = posting_from_text(f"Requirements:\n- {said}").found
    assert (found.text, found.kind) == (text, kind)


def test_a_part_without_words_is_left_out_and_named() -> None:
    posting = posting_from_text("Requirements:\n- 5, 6\n- Cook")
    assert [one.text for one in posting.found] == ["Cook"]
    assert posting.skipped == ("5, 6",)


@pytest.mark.parametrize(
    ("second", "organisation"),
    [
        ("Acme Warehouse LLC", "Acme Warehouse LLC"),
        ("Harbor Clinic", "Harbor Clinic"),
        ("Muebles del Norte S.A. de C.V.", "Muebles del Norte S.A. de C.V."),
        ("Springfield, full time", ""),
        ("We are a family company and we are looking for somebody who likes to work in a clinic", ""),
    ],
)
def test_the_line_below_the_title_is_who_offers_it_only_where_it_ends_as_their_names_do(second, organisation):
    posting = posting_from_text(f"Forklift Operator\n{second}\n\nRequirements:\n- Forklift certification")
    assert (posting.title, posting.organisation) == ("Forklift Operator", organisation)
