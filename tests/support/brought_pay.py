"""Small releases of OEWS as BLS offers them, made up here: areas that the shipped pack does not know."""

from collections.abc import Mapping
from pathlib import Path

from brought_releases import Rows, zipped
from tiny_releases import xlsx

from pathways.frameworks.bls import FIGURES

STATES, METROS = {"06": ("California", 2, "CA"), "41": ("Oregon", 2, "OR")}, {"38900": ("Portland, OR-WA", 4, "OR")}
AREA_HEAD = ("AREA", "AREA_TITLE", "AREA_TYPE", "PRIM_STATE", "NAICS", "NAICS_TITLE", "I_GROUP", "OWN_CODE", "OCC_CODE")
AREA_HEAD += ("OCC_TITLE", "O_GROUP", "TOT_EMP", "EMP_PRSE", "JOBS_1000", "LOC_QUOTIENT", "PCT_TOTAL", "PCT_RPT")
NOTES: Rows = [
    ("May 2024 OEWS Estimates",),
    ("#  = indicates a wage equal to or greater than $115.00 per hour or $239,200 per year ",),
]


def oews_rows(areas: Mapping[str, tuple[str, int, str]], *, add: float = 0) -> Rows:
    """Wages of three occupations in each area, with the marks that BLS uses."""
    rows: Rows = [(*AREA_HEAD, *FIGURES, "ANNUAL", "HOURLY")]
    for code, (title, kind, state) in areas.items():
        place = (code, title, kind, state, "000000", "Cross-industry", "cross-industry", "1235")
        few = ("~", 1.1, "*", "", "")
        nurse: list[object] = [40.5 + add, 30, 35, 40, 45, 50.25, 84240 + add, 62400, 72800, 83200, 93600, 104520]
        rows += [
            (*place, "29-0000", "Healthcare", "major", 900, *few, *nurse, "", ""),
            (*place, "29-1141", "Registered Nurses", "detailed", 35_000, *few, *nurse, "", ""),
            (
                *place,
                "11-1011",
                "Chief Executives",
                "detailed",
                "**",
                *few,
                *["*"] * 6,
                250_000,
                90_000,
                "#",
                "#",
                "#",
                "#",
                "TRUE",
                "",
            ),
            (*place, "31-9092", "Medical Assistants", "detailed", 9_000, *few, *["*"] * 12, "", ""),
        ]
    return rows


def oews_book(
    path: Path, areas: Mapping[str, tuple[str, int, str]], *, add: float = 0, notes: Rows | None = None
) -> Path:
    """A workbook as BLS offers it."""
    xlsx(path, {path.stem[:31]: oews_rows(areas, add=add), "Field Descriptions": NOTES if notes is None else notes})
    return path


def oews_state(folder: Path) -> Path:
    """`oesm24st.zip`."""
    made = folder / "oews" / "oesm24st"
    made.mkdir(parents=True)
    oews_book(made / "state_M2024_dl.xlsx", STATES)
    return zipped(folder / "oesm24st.zip", made)


def oews_metro(folder: Path) -> Path:
    """`oesm24ma.zip`: city areas, and what lies outside them."""
    made = folder / "oews" / "oesm24ma"
    made.mkdir(parents=True)
    oews_book(made / "MSA_M2024_dl.xlsx", METROS, add=1)
    oews_book(made / "BOS_M2024_dl.xlsx", {"4100006": ("Coast Oregon nonmetropolitan area", 6, "OR")}, add=2)
    xlsx(made / "file_descriptions.xlsx", {"files": [("File", "What"), ("MSA", "city areas")]})
    return zipped(folder / "oesm24ma.zip", made)
