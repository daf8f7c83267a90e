"""Dates as XML Schema writes them, and what only looks like one."""

from datetime import UTC, datetime

import pytest

from app.records.dates import moment


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-02-29T00:00:00Z", datetime(2024, 2, 29, tzinfo=UTC)),
        ("2024-02-29t01:00:00z", datetime(2024, 2, 29, 1, tzinfo=UTC)),
        ("2024-02-29T01:00:00+05:30", datetime(2024, 2, 28, 19, 30, tzinfo=UTC)),
        ("2024-02-29T23:00:00-02:00", datetime(2024, 3, 1, 1, tzinfo=UTC)),
        ("2024-02-29T00:00:00", datetime(2024, 2, 29, tzinfo=UTC)),
        ("2025-02-24T17:45:25.514689Z", datetime(2025, 2, 24, 17, 45, 25, 514689, tzinfo=UTC)),
        ("2025-02-24T17:45:25.1234567Z", datetime(2025, 2, 24, 17, 45, 25, 123456, tzinfo=UTC)),
        ("2016-12-31T23:59:60Z", datetime(2016, 12, 31, 23, 59, 59, tzinfo=UTC)),
        ("2024-12-31T24:00:00Z", datetime(2025, 1, 1, tzinfo=UTC)),
    ],
)
def test_a_moment(text, expected):
    assert moment(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2024-02-30T00:00:00Z",
        "2024-02-29",
        "2024-02-29 00:00:00Z",
        "2024-02-29T24:00:01Z",
        "2024-02-29T00:00:61Z",
        "2024-02-29T00:00:00+24:00",
        "2024-02-29T00:00:00+01:60",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T24:00:00Z",
        "٢٠٢٤-02-29T00:00:00Z",
        "2024-02-29T00:00:00Z\n",
        "February 2024",
    ],
)
def test_no_moment(text):
    assert moment(text) is None
