"""Tiny releases in the publishers' formats, made up here: three occupations, two ESCO ones, a few of all else."""

import csv
import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

REPOSITORY = Path(__file__).resolve().parents[2]
COMMITTED = REPOSITORY / "assets" / "packs" / "careers.sqlite"
CODE = "O*NET-SOC Code"
CHIEF, ASSISTANT, OFFICER = "11-1011.00", "31-9092.00", "55-1011.00"
SKILL = "http://data.europa.eu/esco/skill/"
JOB = "http://data.europa.eu/esco/occupation/"


def quiet(step: str, done: int, total: int) -> None:
    pass


def tsv(folder: Path, name: str, *rows: tuple[object, ...]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    text = "".join("\t".join(map(str, row)) + "\r\n" for row in rows)
    (folder / f"{name}.txt").write_text(text, encoding="utf-8", newline="")


def csv_text(*rows: tuple[object, ...]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue()


def xlsx(path: Path, sheets: Mapping[str, list[tuple[object, ...]]]) -> None:
    """A workbook with inline strings."""
    office = "http://schemas.openxmlformats.org"
    listed = "".join(f'<sheet name="{n}" sheetId="{i}" r:id="r{i}"/>' for i, n in enumerate(sheets, 1))
    kind = f"{office}/officeDocument/2006/relationships"
    related = "".join(
        f'<Relationship Id="r{i}" Type="{kind}/worksheet" Target="worksheets/sheet{i}.xml"/>'
        for i in range(1, len(sheets) + 1)
    )
    main = f"{office}/spreadsheetml/2006/main"
    with zipfile.ZipFile(path, "w") as book:
        root = f'<Relationship Id="r1" Type="{kind}/officeDocument" Target="xl/workbook.xml"/>'
        package = f"{office}/package/2006/relationships"
        book.writestr("_rels/.rels", f'<Relationships xmlns="{package}">{root}</Relationships>')
        book.writestr("[Content_Types].xml", f'<Types xmlns="{office}/package/2006/content-types"/>')
        book.writestr(
            "xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="{kind}"><sheets>{listed}</sheets></workbook>'
        )
        wrapped = f'<Relationships xmlns="{package}">{related}</Relationships>'
        book.writestr("xl/_rels/workbook.xml.rels", wrapped)
        for i, rows in enumerate(sheets.values(), 1):
            body = "".join(_row(n, row) for n, row in enumerate(rows, 1))
            data = f'<worksheet xmlns="{main}"><sheetData>{body}</sheetData></worksheet>'
            book.writestr(f"xl/worksheets/sheet{i}.xml", data)


def _row(number: int, row: tuple[object, ...]) -> str:
    cells = (_xml_cell(f"{_column(i)}{number}", value) for i, value in enumerate(row))
    return f'<row r="{number}">{"".join(cells)}</row>'


def _column(index: int) -> str:
    return (chr(64 + index // 26) if index >= 26 else "") + chr(65 + index % 26)


def _xml_cell(place: str, value: object) -> str:
    if isinstance(value, int | float):
        return f'<c r="{place}"><v>{value}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(str(value))}</t></is></c>'


def rating_rows(element: str, name: str) -> list[tuple[object, ...]]:
    return [
        (CODE, "Element ID", "Element Name", "Scale ID", "Data Value", "Recommend Suppress", "Not Relevant"),
        (CHIEF, element, name, "IM", 4.12, "N", ""),
        (CHIEF, element, name, "LV", 0, "N", "Y"),
        (ASSISTANT, element, name, "IM", 2.99, "Y", ""),
        (ASSISTANT, element, name, "LV", 3.25, "N", "N"),
    ]


def onet_common(folder: Path, version: str, month: str) -> None:
    tsv(folder, "Read Me", (f"O*NET {version} Database",), (f"{month} Release",))
    tsv(
        folder,
        "Occupation Data",
        (CODE, "Title", "Description"),
        (ASSISTANT, "Medical Assistants", "A sentence that stays out."),
        (CHIEF, 'Chief "Executives"', "Another sentence."),
        (OFFICER, "Air Crew Officers", "A third."),
    )
    tsv(folder, "Job Zones", (CODE, "Job Zone"), (CHIEF, 5), (ASSISTANT, 3))
    tsv(
        folder,
        "Related Occupations",
        (CODE, "Related O*NET-SOC Code", "Relatedness Tier", "Index"),
        (CHIEF, OFFICER, "Primary-Long", 10),
        (CHIEF, ASSISTANT, "Primary-Short", 2),
    )
    tsv(folder, "Task Statements", (CODE, "Task ID", "Task", "Task Type"), (ASSISTANT, 7, "A task.", "Core"))
    tsv(folder, "Content Model Reference", ("Element ID", "Element Name", "Description"), ("2", "Requirements", "x"))


def onet_old(folder: Path) -> None:
    onet_common(folder, "30.1", "December 2025")
    tsv(
        folder,
        "Alternate Titles",
        (CODE, "Alternate Title", "Short Title", "Source(s)"),
        (ASSISTANT, "Certified Medical Assistant", "CMA", "08"),
        (ASSISTANT, "Clinic Aide", "n/a", "10"),
    )
    tsv(
        folder,
        "DWA Reference",
        ("Element ID", "IWA ID", "DWA ID", "DWA Title"),
        ("4.A", "4.A.I01", "4.A.I01.D01", "Aid."),
    )
    tsv(folder, "IWA Reference", ("Element ID", "IWA ID", "IWA Title"), ("4.A", "4.A.I01", "Help people."))
    rows = [(ASSISTANT, 7, "4.A.I01.D01"), (ASSISTANT, 8, "4.A.I01.D01"), (CHIEF, 9, "gone")]
    tsv(folder, "Tasks to DWAs", (CODE, "Task ID", "DWA ID"), *rows)
    head = (CODE, "Example", "Commodity Code", "Commodity Title", "Hot Technology", "In Demand")
    tsv(folder, "Technology Skills", head, (ASSISTANT, "Epic Systems", 1, "Medical software", "Y", "N"))
    head = (CODE, "Element ID", "Element Name", "Scale ID", "Data Value")
    tsv(folder, "Interests", head, (CHIEF, "1.B.1.e", "Enterprising", "OI", 6.5), (CHIEF, "1.B.1.g", "First", "IH", 5))
    tsv(
        folder,
        "Work Styles",
        head,
        (CHIEF, "1.D.1.a", "Innovation", "WI", -1.42),
        (CHIEF, "1.D.1.a", "Innovation", "DR", 7),
    )
    head = (CODE, "Element ID", "Element Name", "Scale ID", "Category", "Data Value", "Recommend Suppress")
    tsv(
        folder,
        "Education, Training, and Experience",
        head,
        (CHIEF, "2.D.1", "Required Level of Education", "RL", 1, 0, "N"),
        (CHIEF, "2.D.1", "Required Level of Education", "RL", 2, 80, "N"),
        (CHIEF, "2.D.1", "Required Level of Education", "RL", 3, 20, "Y"),
        (CHIEF, "2.D.4.a", "Certification", "IM", "n/a", 3.5, "N"),
    )
    head = ("Element ID", "Element Name", "Scale ID", "Category", "Category Description")
    rows = [("2.D.1", "E", "RL", n, text) for n, text in enumerate(("None", "High School - or equal", "Degree"), 1)]
    tsv(folder, "Education, Training, and Experience Categories", head, *rows)


def onet_new(folder: Path) -> None:
    """The names and headers of 30.3."""
    onet_common(folder, "30.3", "May 2026")
    tsv(folder, "Job Titles", (CODE, "Job Title", "Short Title"), (ASSISTANT, "Clinic Aide", "n/a"))
    head = tuple(
        f"{level} {part}" for level in ("GWA Element", "IWA Element", "DWA Element") for part in ("ID", "Name")
    )
    tsv(folder, "GWAs to IWAs to DWAs", head, ("4.A", "Working", "4.A.a", "Help people.", "4.A.a.1", "Aid."))
    head = (CODE, "Task ID", "DWA Element ID", "DWA Element Name")
    tsv(folder, "Tasks to DWAs", head, (ASSISTANT, 7, "4.A.a.1", "Aid."))
    head = (CODE, "Workplace Example", "Element ID", "Element Name", "Hot Technology", "In Demand")
    tsv(folder, "Software Skills", head, (ASSISTANT, "Epic Systems", "5.A", "Medical software", "Y", "Y"))
    head = (CODE, "Element ID", "Element Name", "Scale ID", "Data Value")
    tsv(folder, "Career Interest Types", head, (CHIEF, "1.B.1.e", "Enterprising", "OI", 6.5))
    tsv(folder, "Essential Skills", *rating_rows("2.A.1.a", "Reading Comprehension"))
    tsv(folder, "Transferable Skills", *rating_rows("2.B.1.a", "Social Perceptiveness"))
    tsv(folder, "Knowledge", *rating_rows("2.C.1.a", "Administration"))
    head = (CODE, "Element ID", "Element Name", "Scale ID", "Category", "Data Value", "Recommend Suppress")
    tsv(folder, "Education", head, (CHIEF, "2.D.1", "Level", "RL", 2, 80, "N"))
    tsv(folder, "Training and Experience", head, (CHIEF, "3.A.1", "Experience", "RW", 1, 100, "N"))


def esco_tables(suffix: str) -> dict[str, str]:
    """ESCO's CSV files: plain relation names as in 1.1.1, or all with a language as in 1.2.x."""
    made = "2022-01-02T00:00:00Z"
    head = ("conceptUri", "preferredLabel", "altLabels", "hiddenLabels", "status", "modifiedDate")
    return {
        "occupations_en.csv": csv_text(
            (*head, "code", "description"),
            (
                f"{JOB}a",
                "medical aide",
                "clinic aide\nclinic helper",
                "",
                "released",
                made,
                "3256.1",
                "A text,\nin lines.",
            ),
            (f"{JOB}b", "chief", "", "", "released", made, "1120.1", ""),
            (f"{JOB}c", "withdrawn", "", "", "obsolete", made, "1", ""),
        ),
        "skills_en.csv": csv_text(
            (*head, "skillType", "reuseLevel"),
            (
                f"{SKILL}s",
                "take blood",
                "draw blood\ntake blood",
                "phlebotomise",
                "released",
                made,
                "skill/competence",
                "x",
            ),
            (f"{SKILL}k", "anatomy", "", "", "released", made, "knowledge", "cross-sector"),
        ),
        "skillGroups_en.csv": csv_text((*head, "code"), (f"{SKILL}g", "health", "", "", "released", "", "S3")),
        "ISCOGroups_en.csv": csv_text(("conceptUri", "code", "preferredLabel", "status", "altLabels")),
        f"broaderRelationsSkillPillar{suffix}.csv": csv_text(
            ("conceptUri", "broaderUri"), (f"{SKILL}s", f"{SKILL}g"), (f"{SKILL}k", f"{SKILL}nowhere")
        ),
        f"occupationSkillRelations{suffix}.csv": csv_text(
            ("occupationUri", "relationType", "skillType", "skillUri"),
            (f"{JOB}a", "essential", "", f"{SKILL}s"),
            (f"{JOB}a", "optional", "", f"{SKILL}k"),
        ),
        f"skillSkillRelations{suffix}.csv": csv_text(
            ("originalSkillUri", "relationType", "relatedSkillUri"), (f"{SKILL}s", "essential", f"{SKILL}k")
        ),
    }


def crosswalk(folder: Path) -> None:
    text = csv_text(
        ("onet_code", "confidence", "concept_uri"),
        (ASSISTANT, "2.0", f"{JOB}a"),
        (CHIEF, "0.5", f"{JOB}gone"),
        ("15-1121.00", "1.0", f"{JOB}b"),
    )
    (folder / "esco_onet_crosswalk_Nov2020.csv").write_text(text)


def labour(folder: Path) -> None:
    titles = 'CIPCode,Action,CIPTitle\r\n="51",No substantive changes,HEALTH.\r\n="51.0801",New,Medical Assistant.\r\n'
    (folder / "CIPCode2020.csv").write_text(titles + '="51.0000",Deleted,Gone.\r\n')
    pairs = "\ufeffCIP2020Code,CIP2020Title,SOC2018Code\r\n51.0801,x,31-9092\r\n51.0801,x,99-9999\r\n"
    (folder / "CIP2020_SOC2018_Crosswalk.csv").write_text(pairs, encoding="utf-8")
    figures = [f"{h}_{n}" for h in "HA" for n in ("MEAN", "PCT10", "PCT25", "MEDIAN", "PCT75", "PCT90")]
    head = ("OCC_CODE", "OCC_TITLE", "O_GROUP", "TOT_EMP", *figures, "ANNUAL", "HOURLY")
    rows = [
        head,
        ("11-0000", "Management", "major", 10, *[1] * 12, "", ""),
        (
            "11-1011",
            "Chief Executives",
            "detailed",
            200,
            *["*"] * 6,
            250000,
            80000,
            90000,
            206420,
            "#",
            "#",
            "TRUE",
            "",
        ),
        ("31-9090", "Assistants", "detailed", "**", *[20.5] * 6, *[44200] * 6, "", ""),
    ]
    notes = [("May 2024 OEWS Estimates",), ("#  = a wage at or above $115.00 per hour or $239,200 per year ",)]
    xlsx(folder / "national.xlsx", {"national": rows, "Field Descriptions": notes})
    head = (
        *("2024 National Employment Matrix title", "2024 National Employment Matrix code", "Occupation type"),
        *("Employment, 2024", "Employment, 2034", "Employment distribution, percent, 2024"),
        *("Employment change, percent, 2024–34", "Occupational openings, 2024–34 annual average"),
        *("Typical education needed for entry", "Work experience in a related occupation"),
        "Typical on-the-job training needed to attain competency in the occupation",
    )
    item = (
        "Assistants",
        "31-9090",
        "Line item",
        811.0,
        912.2,
        0.5,
        12.5,
        112.3,
        "Postsecondary nondegree award",
        "—",
        "None",
    )
    rows = [("Table 1.2 Occupational projections, 2024–2034",), head, ("All", "00-0000", "Summary", *[1] * 8), item]
    xlsx(folder / "occupation.xlsx", {"Table 1.2": rows})
    rows = [("As of 9/6/2023",), (CODE, "NEM Code"), (ASSISTANT, "31-9090"), (CHIEF, "11-1011")]
    xlsx(folder / "nem.xlsx", {"ONET to SOC crosswalk": rows})
