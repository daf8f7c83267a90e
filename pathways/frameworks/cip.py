"""CIP 2020 titles and the CIP–SOC crosswalk. Source: National Center for Education Statistics and BLS."""

from collections.abc import Iterator, Sequence

from pathways.frameworks.files import SourceFile, header_of, read_csv

NO_MATCH = "99-9999"
GONE = ("Deleted", "Moved from")


def find_titles(files: Sequence[SourceFile]) -> SourceFile | None:
    """The file of CIP titles, told by its header."""
    return _with_header(files, "CIPCode", "CIPTitle")


def find_cip_soc(files: Sequence[SourceFile]) -> SourceFile | None:
    """The CIP–SOC crosswalk, told by its header."""
    return _with_header(files, "CIP2020Code", "SOC2018Code")


def _with_header(files: Sequence[SourceFile], *columns: str) -> SourceFile | None:
    candidates = (f for f in files if f.name.lower().endswith(".csv") and "cip" in f.name.lower())
    return next((f for f in candidates if set(columns) <= set(header_of(f))), None)


def read_titles(file: SourceFile) -> Iterator[tuple[str, str]]:
    """(code such as `51.0801`, title) of every program in force; families and series are shorter codes."""
    for code, action, title in read_csv(file, ("CIPCode", "Action", "CIPTitle")):
        if action not in GONE:
            yield code.strip('="'), title.removesuffix(".")


def read_cip_soc(file: SourceFile) -> Iterator[tuple[str, str]]:
    """(CIP code, SOC code); `99-9999`, which says there is no match, is left out."""
    for cip, soc in read_csv(file, ("CIP2020Code", "SOC2018Code")):
        if soc != NO_MATCH:
            yield cip.strip('="'), soc
