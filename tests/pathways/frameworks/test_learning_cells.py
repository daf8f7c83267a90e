"""What a cell of a list says: prices, lengths, places and days are clear or unknown, never guessed."""

from datetime import date

import pytest
from learning_lists import (
    plain,
    table,
)

from pathways.errors import PathwaysError
from pathways.frameworks.learning.read import read_list

AS_OF = date(2026, 10, 1)


def only(content, **more):
    found = read_list(content, "list.csv", **more)
    assert not found.troubles
    (row,) = found.rows
    return row


def troubles(content):
    return [(one.row, one.field, one.code) for one in read_list(content, "list.csv").troubles]


def refused(content, name="list.csv", **more):
    with pytest.raises(PathwaysError) as error:
        read_list(content, name, **more)
    return error.value.code


@pytest.mark.parametrize(
    ("cell", "value", "code"),
    [
        ("$1,200.00", 1200, ""),
        ("1200", 1200, ""),
        ("USD 80", 80, ""),
        ("Free", 0, ""),
        ("0", 0, ""),
        ("", None, ""),
        ("N/A", None, ""),
        ("1.200,00", None, "price_unclear"),
        ("1.200", None, "price_unclear"),
        ("1,20", None, "price_unclear"),
        ("-20", None, "price_negative"),
        ("($500)", None, "price_negative"),
        ("$1,200 - $1,500", None, "price_range"),
        ("€100", None, "price_other_currency"),
        ("=1+1", None, "price_unclear"),
        ("99999999", None, "too_large"),
        ("١٢٠٠", None, "price_unclear"),
        ("1e3", None, "price_unclear"),
        ("nan", None, "price_unclear"),
    ],
)
def test_a_price_is_clear_or_unknown(cell, value, code):
    content = plain({"name": "Welding", "provider": "School", "cost": cell})
    found = read_list(content, "x.csv")
    assert [one.step.cost.value for one in found.rows] == [value]
    assert [one.code for one in found.troubles] == ([code] if code else [])


@pytest.mark.parametrize(
    ("cell", "weeks", "hours", "code"),
    [
        ("6 weeks", 6, None, ""),
        ("2 months", 8.67, None, ""),
        ("P6W", 6, None, ""),
        ("PT40H", None, 40, ""),
        ("40 clock hours", None, 40, ""),
        ("6-week", 6, None, ""),
        ("10 wks (120 hrs)", 10, 120, ""),
        ("approx. 120 hours over 10 weeks", 10, 120, ""),
        ("6 weeks, full-time", 6, None, ""),
        ("1 year program", 52, None, ""),
        *[
            (cell, None, None, "length_unclear")
            for cell in (
                "2 years (24 months)",
                "4 weeks or 2 months",
                "1 1/2 years",
                "less than 1 year",
                "up to 6 months",
                "12 weeks, 3 hours every Saturday",
                "4 hours a night",
                "3 hours/session",
                "5 days x 8 hours",
                "10 weeks plus an internship",
            )
        ],
        ("3 credit hours", None, None, "length_in_credits"),
        ("2 semesters", None, None, "length_in_credits"),
        ("6-8 weeks", None, None, "length_range"),
        ("4 hours per week", None, None, "length_unclear"),
        ("12", None, None, "length_unclear"),
        ("-3 weeks", None, None, "length_negative"),
        ("0 weeks", None, None, "length_zero"),
        ("9000 weeks", None, None, "too_large"),
    ],
)
def test_a_length_is_clear_or_unknown(cell, weeks, hours, code):
    found = read_list(plain({"name": "Welding", "provider": "School", "length": cell}), "x.csv")
    (step,) = (one.step for one in found.rows)
    assert (step.weeks.value, step.hours.value) == (weeks, hours)
    assert [one.code for one in found.troubles] == ([code] if code else [])


@pytest.mark.parametrize(
    ("city", "state", "place"),
    [
        ("AUSTIN", "Texas", "Austin, TX"),
        ("Austin TX 78701", "", "Austin, TX"),
        ("Austin, TX", "TX", "Austin, TX"),
        ("Pago Pago", "American Samoa", "Pago Pago, AS"),
        ("Saint Thomas", "U.S. Virgin Islands", "Saint Thomas, VI"),
    ],
)
def test_a_place_is_a_city_and_its_state(city, state, place):
    found = only(plain({"name": "Welding", "provider": "School", "city": city, "state": state}))
    assert found.step.offering.place == place


@pytest.mark.parametrize(
    ("cell", "days"),
    [
        ("1/11/2027", (date(2027, 1, 11),)),
        ("01/11/2027 12:00:00 AM", (date(2027, 1, 11),)),
        ("1/11/2027 at 9 a.m.", (date(2027, 1, 11),)),
        ("2027-01-11T09:00:00.000Z", (date(2027, 1, 11),)),
        ("2027-01-11 09:00-06:00; Jan 18, 2027", (date(2027, 1, 11), date(2027, 1, 18))),
        *[
            (cell, ())
            for cell in (
                "10/01/2026 and 01/11/2027",
                "1/11/2027 3/8/2027",
                "01/11/2027 (cancelled)",
                "2027-01-11T09:00-2027-02-01",
            )
        ],
    ],
)
def test_a_day_to_begin_is_clear_or_unknown(cell, days):
    found = read_list(plain({"name": "Welding", "provider": "School", "starts": cell}), "x.csv")
    assert [one.step.offering.starts for one in found.rows] == [days]
    assert [one.code for one in found.troubles] == ([] if days else ["day_bad"])


def test_a_bare_number_has_the_unit_of_its_heading():
    head = ("Program Name", "Provider", "Program Length (months)")
    assert only(table(head, ("Welding", "School", "3"))).step.weeks.value == 13
