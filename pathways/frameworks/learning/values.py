"""What cells of lists of learning mean: texts, marks, places, codes. A cell that could mean two things means nothing.

Each reader gives a value, None where the cell says nothing, or raises `Unclear` with a code.
"""

import re
import unicodedata
from collections.abc import Mapping
from typing import Literal
from urllib.parse import urlsplit

from pathways.frameworks.catalog_values import LONGEST_ADDRESS
from pathways.us_states import state_code

Kind = Literal["program", "certificate", "course", "licence", "apprenticeship", "on_the_job"]
LONGEST_PAGE = LONGEST_ADDRESS
LONGEST = {"name": 300, "provider": 300, "includes": 500, "schedule": 500}
LONGEST_CELL = 200
LONGEST_LIST = 20_000
MOST_IN_CELL = 200
EMPTY = frozenset({
    "", "-", "--", "---", "n/a", "na", "n.a.", "none", "null", "tbd", "tba", "unknown", "not available", "varies",
    "not applicable", "not stated", "not provided",
})  # fmt: skip
AT_HOME = frozenset({
    "yes", "y", "true", "1", "online", "online only", "fully online", "100% online", "distance", "distance learning",
    "distance education", "virtual", "remote", "web-based", "e-learning", "x",
})  # fmt: skip
IN_PERSON = frozenset({
    "no", "n", "false", "0", "in person", "in-person", "in-person only", "classroom", "on campus", "on-campus",
    "face to face", "face-to-face", "onsite", "on-site", "on site", "hybrid", "blended", "both", "mixed",
})  # fmt: skip
LANGUAGES = {
    "english": "en", "inglés": "en", "ingles": "en", "spanish": "es", "español": "es", "espanol": "es",
    "chinese": "zh", "mandarin": "zh", "cantonese": "yue", "vietnamese": "vi", "korean": "ko", "tagalog": "tl",
    "arabic": "ar", "french": "fr", "haitian creole": "ht", "portuguese": "pt", "russian": "ru", "german": "de",
    "hmong": "hmn", "somali": "so", "ukrainian": "uk", "polish": "pl", "japanese": "ja", "hindi": "hi",
    "american sign language": "ase", "asl": "ase",
}  # fmt: skip
KINDS: Mapping[str, Kind] = {
    "program": "program", "degree": "program", "diploma": "program", "certificate": "certificate",
    "certification": "certificate", "course": "course", "class": "course", "license": "licence", "licence": "licence",
    "licensure": "licence", "apprenticeship": "apprenticeship", "registered apprenticeship": "apprenticeship",
    "on_the_job": "on_the_job", "on the job": "on_the_job", "ojt": "on_the_job", "on-the-job training": "on_the_job",
}  # fmt: skip
_CIP = re.compile(r"(\d{1,2})\.(\d{2,4})", re.ASCII)
_SOC = re.compile(r"(?<![\d-])(\d\d-\d{4}(?:\.\d\d)?)(?![\d-])", re.ASCII)
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")


WORKBOOK_FAULTS = frozenset({"#REF!", "#VALUE!", "#N/A", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"})
"""What a workbook shows in place of a value that it could not work out."""


class Unclear(Exception):  # noqa: N818  it is no error of the program: the cell says nothing that can be used
    """A cell that cannot be used: `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def plain(cell: str, longest: int = LONGEST_CELL) -> str:
    """A text on one line; `text_bad` for what steers a screen or is a workbook's fault, `text_long` for too long."""
    if len(cell) > 4 * longest:
        raise Unclear("text_long")
    text = " ".join((cell if cell.isascii() else unicodedata.normalize("NFC", cell)).split())
    if not text.isprintable() and any(unicodedata.category(one)[0] == "C" for one in text):
        raise Unclear("text_bad")
    if len(text) > longest:
        raise Unclear("text_long")
    if text in WORKBOOK_FAULTS:
        raise Unclear("text_bad")
    return text


def said(cell: str) -> str:
    """A cell in small letters; empty where its words say that it says nothing."""
    text = plain(cell).casefold()
    return "" if text in EMPTY else text


def parts(cell: str) -> list[str]:
    """A cell that holds several things, set apart by semicolons, bars or lines. Code: too_many."""
    found = [one.strip() for one in re.split(r"[;|\n]", cell) if one.strip()]
    if len(found) > MOST_IN_CELL:
        raise Unclear("too_many")
    return found


def online(cell: str) -> bool | None:
    """Whether all of it can be done from home; what is partly online is not. Code: mark_bad."""
    text = said(cell).replace("_", " ")
    if not text:
        return None
    if text in AT_HOME:
        return True
    if text in IN_PERSON:
        return False
    raise Unclear("mark_bad")


def language(cell: str) -> str | None:
    """A language as a tag (BCP 47). Code: language_unclear, also where there are several."""
    text = said(cell)
    if not text:
        return None
    if text in LANGUAGES:
        return LANGUAGES[text]
    if _TAG.fullmatch(text) and (len(text.partition("-")[0]) == 2 or text in LANGUAGES.values()):
        first, _, rest = text.partition("-")
        return f"{first}-{rest.upper()}" if len(rest) == 2 else text
    raise Unclear("language_unclear")


def cip(cell: str) -> str | None:
    """A CIP code such as 51.0801; workbooks drop the zeros at its ends. Code: code_bad."""
    text = said(cell).replace("=", "").replace('"', "").strip()
    if not text:
        return None
    if re.fullmatch(r"[0-9]{6}", text):
        text = f"{text[:2]}.{text[2:]}"
    found = _CIP.match(text)
    if not found or text[found.end() : found.end() + 1].isdigit():
        raise Unclear("code_bad")
    rest = found[2].ljust(4, "0") if len(found[2]) == 3 else found[2]
    return f"{found[1].zfill(2)}.{rest}"


def occupations(cell: str) -> tuple[str, ...]:
    """SOC and O*NET-SOC codes. Code: code_bad where there is none."""
    if len(cell) > LONGEST_LIST:
        raise Unclear("text_long")
    if cell.strip().casefold() in EMPTY:
        return ()
    found = [*_SOC.findall(cell)]
    found += [f"{one[:2]}-{one[2:]}" for one in parts(cell) if re.fullmatch(r"[0-9]{6}", one)]
    if not found:
        raise Unclear("code_bad")
    if len(found) > MOST_IN_CELL:
        raise Unclear("too_many")
    return tuple(dict.fromkeys(found))


def page(cell: str) -> str | None:
    """An address of a website, https or http. Code: address_bad."""
    text = plain(cell, LONGEST_ADDRESS)
    if text.casefold() in EMPTY:
        return None
    text = text if "://" in text else f"https://{text}"
    try:
        parts_of = urlsplit(text)
        host = parts_of.hostname or ""
    except ValueError:
        host = ""
    if not host or parts_of.scheme not in ("http", "https") or "." not in host or "@" in parts_of.netloc:
        raise Unclear("address_bad")
    if not text.isascii() or " " in text:
        raise Unclear("address_bad")
    return text


def place(city: str, state: str) -> str | None:
    """A city and its state in two letters, as far as told: "Austin, TX"."""
    town, land = (plain(one) if one.strip().casefold() not in EMPTY else "" for one in (city, state))
    land = state_code(land) or (land.upper() if len(land) == 2 else land)
    tail = re.fullmatch(r"(.+?)(?:,\s*|\s+)([A-Za-z]{2})(?:\s+\d{5}(?:-\d{4})?)?", town)
    if tail and state_code(tail[2]) and land in ("", state_code(tail[2])):
        town, land = tail[1], tail[2].upper()
    if town.isupper():  # many states write towns in capitals
        town = town.title()
    return ", ".join(filter(None, (town.strip(" ,"), land))) or None
