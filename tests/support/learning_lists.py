"""Lists of learning as states and schools write them, made up for the tests."""

import csv
import io
import json

TEXAS_HEAD = (
    "Provider Name",
    "TWIST Program ID",
    "Program Name",
    "CIP Code",
    "City",
    "State",
    "Total Cost",
    "Program Length (Weeks)",
    "Contact Hours",
    "Credential Earned",
    "Completion Rate",
)
ASSISTANT = (
    "Austin College",
    "1001",
    "Medical Assistant",
    "51.0801",
    "AUSTIN",
    "TX",
    "$1,450.00",
    "24",
    "720",
    "Cert",
    "",
)
DRIVER = ("Dallas School", "1002", "CDL Class A", "49.0205", "Dallas", "Texas", "4500", "4", "160", "CDL", "77%")
CALIFORNIA_HEAD = (
    "Name of Provider",
    "Program of Study Name",
    "CIP",
    "SOC Code 1",
    "Tuition",
    "Books and Materials",
    "Program Length",
    "Delivery Method",
    "Program URL",
    "Location",
)
CALIFORNIA = (
    "Fresno Adult School",
    "Medical Assistant",
    "510801",
    "31-9092",
    "2,000",
    "350.50",
    "6 months",
    "Hybrid",
    "fresno.example/ma",
    "Fresno, CA 93701",
)
NEW_YORK_HEAD = (
    "Organization Name",
    "Course Title",
    "Total Tuition & Fees",
    "Duration",
    "Instruction Mode",
    "O*NET Code",
    "Language of Instruction",
    "Class Start Date",
    "Days and Times",
    "Provider City",
    "County",
)
NEW_YORK = (
    "Queens Center",
    "Asistente médico",
    "Free",
    "12 weeks / 240 clock hours",
    "Online",
    "31-9092.00",
    "Spanish",
    "1/11/2027; March 8, 2027",
    "Mon/Wed 6–9 p.m.",
    "Queens",
    "Queens",
)
PROVIDER = {"@type": "Organization", "name": "City College"}


def table(head, *rows) -> bytes:
    """A CSV table in UTF-8."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([head, *rows])
    return out.getvalue().encode()


def texas(*rows) -> bytes:
    """A list as Texas writes it, under a title."""
    title = ("Texas Eligible Training Provider List", *[""] * (len(TEXAS_HEAD) - 1))
    return table(title, TEXAS_HEAD, *(rows or (ASSISTANT, DRIVER)))


def texan(**told) -> tuple[str, ...]:
    """One row of it with other cells, by heading (blanks as underscores)."""
    plain = dict(zip(TEXAS_HEAD, ASSISTANT, strict=True))
    other = {name.replace("_", " "): value for name, value in told.items()}
    assert other.keys() <= plain.keys() | {"Program Length"}
    if "Program Length" in other:
        other["Program Length (Weeks)"] = other.pop("Program Length")
    return tuple({**plain, **other}.values())


def plain(*rows: dict[str, str]) -> bytes:
    """A table under our own headings, as far as the rows tell something."""
    heads = list(dict.fromkeys(field for row in rows for field in row))
    return table(heads, *([row.get(field, "") for field in heads] for row in rows))


def course_json(**more) -> dict:
    """A course in schema.org's words, with one instance."""
    instance = {
        "@type": "CourseInstance",
        "courseMode": "onsite",
        "startDate": "2027-01-11",
        "courseWorkload": "PT22H",
        "location": {"@type": "Place", "address": {"addressLocality": "Boise", "addressRegion": "ID"}},
        "courseSchedule": {"@type": "Schedule", "repeatFrequency": "Weekly", "repeatCount": 6, "byDay": "Monday"},
    }
    return {
        "@context": "https://schema.org",
        "@type": "Course",
        "name": "Microsoft Excel basics",
        "provider": PROVIDER,
        "teaches": "Microsoft Excel",
        "offers": {"@type": "Offer", "price": 120, "priceCurrency": "USD", "category": "Paid"},
        "inLanguage": "en",
        "url": "https://college.example/excel",
        "hasCourseInstance": [instance],
        **more,
    }


def page(*things: object) -> bytes:
    """A saved web page that holds these in its scripts."""
    scripts = "".join(f'<SCRIPT type="application/ld+json">{json.dumps(one)}</script>' for one in things)
    return (
        f"<!DOCTYPE html><html><head><script>var a = 1;</script>{scripts}</head><body><p>Hi</p></body></html>".encode()
    )
