"""Small releases as their publishers offer them, made up here: every layout that a person may bring.

They name occupations, skills and areas that the shipped pack knows, so that they can be put beside it.
"""

import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from tiny_releases import CHIEF, CODE, csv_text, tsv, xlsx

NURSE, AIDE = "29-1141.00", "31-9092.00"
NEW = "15-2099.99"
"""An occupation that no release has yet."""
BLOOD = "http://data.europa.eu/esco/skill/9b93a1f3-6b22-4e5b-8b1e-9b3a2f3a2f00"
Rows = list[tuple[object, ...]]
TITLED = {CHIEF: "Chief Executives", NURSE: "Registered Nurses", AIDE: "Medical Assistants"}
READING, WRITING = ("2.A.1.a", "Reading Comprehension"), ("2.A.1.c", "Writing")
MEDICINE = ("2.C.5.a", "Medicine and Dentistry")
DWA = ("4.A.1.a.1.I01.D01", "Review art or design materials")
IWA = ("4.A.1.a.1.I01", "Study details of artistic productions")
GWA = ("4.A.1.a.1", "Getting Information")


def rated(*elements: tuple[str, str], titled: bool = False, score: float = 4.0, columns: bool = True) -> Rows:
    """Ratings of every occupation; Excel releases repeat its title, and the names of scales."""
    head: tuple[object, ...] = (CODE, "Element ID", "Element Name", "Scale ID", "Data Value", "N", "Standard Error")
    head += ("Lower CI Bound", "Upper CI Bound", "Recommend Suppress", *(("Not Relevant",) if columns else ()), "Date")
    rows: Rows = [head]
    for code in TITLED:
        for one, name in elements:
            rows.append((code, one, name, "IM", score, 8, 0.1, 3, 5, "N", *(("n/a",) if columns else ()), "08/2023"))
            rows.append((code, one, name, "LV", score, 8, 0.1, 3, 5, "N", *(("N",) if columns else ()), "08/2023"))
    if titled:
        rows = [(row[0], TITLED.get(str(row[0]), "Title"), *row[1:]) for row in rows]
    return rows


def onet_tables(*, score: float = 4.0, extra: Mapping[str, str] | None = None) -> dict[str, Rows]:
    """The tables of 24 to 30.2 that changed least, by name."""
    titles = {**TITLED, **(extra or {})}
    return {
        "Occupation Data": [(CODE, "Title", "Description"), *((c, t, f"Work as {t}.") for c, t in titles.items())],
        "Alternate Titles": [
            (CODE, "Alternate Title", "Short Title", "Source(s)"),
            (NURSE, "Ward Star", "n/a", "08"),
            (AIDE, "Clinic Star", "CS", "08"),
        ],
        "Sample of Reported Titles": [
            (CODE, "Reported Job Title", "Shown in My Next Move"),
            (NURSE, "Charge Star", "Y"),
        ],
        "Job Zones": [(CODE, "Job Zone", "Date", "Domain Source"), (NURSE, 3, "08/2023", "Analyst")],
        "Task Statements": [
            (CODE, "Task ID", "Task", "Task Type", "Incumbents Responding", "Date", "Domain Source"),
            (NURSE, 1, "Care for sick people.", "Core", 90, "08/2023", "Incumbent"),
            (NURSE, 2, "Keep the ward’s books.", "Supplemental", 90, "08/2023", "Incumbent"),
            (AIDE, 3, "Measure blood pressure.", "n/a", "n/a", "08/2023", "Incumbent"),
        ],
        "Tasks to DWAs": [
            (CODE, "Task ID", "DWA ID", "Date", "Domain Source"),
            (NURSE, 1, DWA[0], "1/2020", "Analyst"),
        ],
        "DWA Reference": [("Element ID", "IWA ID", "DWA ID", "DWA Title"), (GWA[0], IWA[0], DWA[0], f"{DWA[1]}.")],
        "IWA Reference": [("Element ID", "IWA ID", "IWA Title"), (GWA[0], IWA[0], f"{IWA[1]}.")],
        "Skills": rated(READING, WRITING, score=score),
        "Knowledge": rated(MEDICINE, score=score),
        "Abilities": rated(("1.A.1.a.1", "Oral Comprehension")),
        "Work Activities": rated(GWA),
        "Interests": [
            (CODE, "Element ID", "Element Name", "Scale ID", "Data Value", "Date", "Domain Source"),
            (NURSE, "1.B.1.d", "Social", "OI", 6.5, "11/2023", "Analyst"),
        ],
        "Work Values": [
            (CODE, "Element ID", "Element Name", "Scale ID", "Data Value", "Date", "Domain Source"),
            (NURSE, "1.B.2.a", "Achievement", "EX", 6, "06/2008", "Analyst"),
        ],
        "Education, Training, and Experience": [
            (CODE, "Element ID", "Element Name", "Scale ID", "Category", "Data Value", "N", "Recommend Suppress"),
            (NURSE, "2.D.1", "Required Level of Education", "RL", 5, 100, 9, "N"),
        ],
        "Content Model Reference": [("Element ID", "Element Name", "Description"), (*GWA, "Observing, …")],
        "Scales Reference": [("Scale ID", "Scale Name", "Minimum", "Maximum"), ("IM", "Importance", 1, 5)],
    }


def onet_text(folder: Path, version: str, month: str, tables: Mapping[str, Rows]) -> Path:
    """A release as text in a folder."""
    tsv(folder, "Read Me", (f"O*NET {version} Database",), (f"{month} Release",))
    for name, rows in tables.items():
        tsv(folder, name, *rows)
    return folder


def onet_24(folder: Path) -> Path:
    """24.3: codes of SOC 2010, no related occupations, no “In Demand”, work styles rated by workers."""
    tables = onet_tables(extra={"15-1121.00": "Computer Systems Analysts"})
    tables["Technology Skills"] = [
        (CODE, "Example", "Commodity Code", "Commodity Title", "Hot Technology"),
        (NURSE, "Epic Systems", 43232610, "Medical software", "Y"),
    ]
    tables["Career Changers Matrix"] = [(CODE, "Related O*NET-SOC Code", "Index"), (NURSE, AIDE, 1)]
    tables["Work Styles"] = rated(("1.C.1.a", "Achievement/Effort"), columns=False)
    return onet_text(folder / "db_24_3_text", "24.3", "May 2020", tables)


def onet_27(folder: Path) -> Path:
    """27.0 as a zip."""
    tables = onet_tables()
    tables["Technology Skills"] = _software("Example", "Commodity Title")
    made = onet_text(folder / "unpacked" / "db_27_0_text", "27.0", "August 2022", tables)
    return zipped(folder / "db_27_0_text.zip", made)


def onet_29_excel(folder: Path) -> Path:
    """29.2 as a zip of workbooks, without a read-me."""
    made = folder / "excel" / "db_29_2_excel"
    made.mkdir(parents=True)
    for name, rows in onet_tables().items():
        xlsx(made / f"{name}.xlsx", {name[:31]: rows})
    xlsx(made / "Skills.xlsx", {"Skills": rated(READING, WRITING, titled=True)})
    return zipped(folder / "db_29_2_excel.zip", made)


def onet_30_1(folder: Path) -> Path:
    """30.1 as text."""
    tables = onet_tables(score=3.0)
    tables["Related Occupations"] = _related()
    tables["Technology Skills"] = _software("Example", "Commodity Title")
    return onet_text(folder / "db_30_1_text", "30.1", "December 2025", tables)


def onet_30_3(folder: Path, version: str = "30.3", month: str = "May 2026") -> Path:
    """The tables and columns of 30.3 and after, with other ids for the same activities."""
    tables = onet_tables(score=2.0, extra={NEW: "Dream Analysts"})
    for gone in ("Alternate Titles", "DWA Reference", "IWA Reference", "Skills", "Interests", "Tasks to DWAs"):
        del tables[gone]
    del tables["Education, Training, and Experience"], tables["Work Values"]
    tables["Job Titles"] = [(CODE, "Job Title", "Short Title"), (NURSE, "Ward Comet", "n/a")]
    tables["Essential Skills"] = rated(("2.E.1", "Reading Comprehension"), score=2.0)
    tables["Transferable Skills"] = rated(("2.A.1.a", "Dreaming"), ("2.F.2", "Writing"), score=2.0)
    tables["Software Skills"] = _software("Workplace Example", "Element Name")
    tables["GWAs to IWAs to DWAs"] = [
        (
            "GWA Element ID",
            "GWA Element Name",
            "IWA Element ID",
            "IWA Element Name",
            "DWA Element ID",
            "DWA Element Name",
        ),
        ("4.A.9", GWA[1], "4.A.9.b", IWA[1], "4.A.9.b.1", DWA[1]),
        ("4.A.9", GWA[1], "4.A.9.c", "Dream on", DWA[0], "Dream at work"),
    ]
    tables["Content Model Reference"] = [("Element ID", "Element Name", "Description"), ("4.A.9", GWA[1], "x")]
    tables["Tasks to DWAs"] = [
        (CODE, "Task ID", "DWA Element ID", "DWA Element Name"),
        (NURSE, 1, "4.A.9.b.1", DWA[1]),
        (NURSE, 2, DWA[0], "Dream at work"),
    ]
    tables["Career Interest Types"] = [
        (CODE, "Element ID", "Element Name", "Scale ID", "Data Value"),
        (NURSE, "1.B.1.d", "Social", "OI", 5.5),
    ]
    head = (CODE, "Element ID", "Element Name", "Scale ID", "Category", "Data Value", "Recommend Suppress")
    tables["Education"] = [head, (NURSE, "2.D.1", "Level", "RL", 5, 100, "N")]
    tables["Training and Experience"] = [head, (NURSE, "3.A.1", "Experience", "RW", 1, 100, "N")]
    tables["Related Occupations"] = _related()
    return onet_text(folder / f"db_{version.replace('.', '_')}_text", version, month, tables)


def onet_31(folder: Path) -> Path:
    """31.0, in CSV as publishers offer it since 30."""
    text = onet_30_3(folder / "text", "31.0", "August 2026")
    made = folder / "db_31_0_csv"
    made.mkdir()
    for path in text.iterdir():
        lines = [tuple(line.split("\t")) for line in path.read_text(encoding="utf-8").splitlines()]
        name = path.name if path.stem == "Read Me" else f"{path.stem.lower().replace(' ', '_')}.csv"
        (made / name).write_text(path.read_text() if path.stem == "Read Me" else csv_text(*lines), encoding="utf-8")
    return made


def _related() -> Rows:
    return [(CODE, "Related O*NET-SOC Code", "Relatedness Tier", "Index"), (NURSE, AIDE, "Primary-Short", 1)]


def _software(example: str, category: str) -> Rows:
    return [
        (CODE, example, "Commodity Code", category, "Hot Technology", "In Demand"),
        (NURSE, "Epic Systems", 43232610, "Medical software", "Y", "Y"),
        (AIDE, "Star Charts", 43232610, "Medical software", "N", "N"),
    ]


def zipped(path: Path, folder: Path) -> Path:
    """A folder as a zip, under its own name."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in sorted(folder.rglob("*")):
            archive.write(one, f"{folder.name}/{one.relative_to(folder)}")
    return path


JOB = "http://data.europa.eu/esco/occupation/"
SKILL = "http://data.europa.eu/esco/skill/"
Named = tuple[str, str, str]
"""Short URI, name, other names."""


def esco_zip(
    path: Path,
    language: str,
    jobs: Iterable[Named],
    skills: Iterable[Named],
    *,
    layout: str = "1.2",
    relations: bool = True,
) -> Path:
    """ESCO's CSV files in a zip, in the layout of 1.0, 1.1 or 1.2."""
    jobs, skills = list(jobs), list(skills)
    new = layout != "1.0"
    late: tuple[object, ...] = ("released", "2024-05-15T00:00:00Z") if new else ()
    tail = ("hiddenLabels", "status", "modifiedDate") if new else ()
    head = ("conceptType", "conceptUri", "iscoGroup", "preferredLabel", "altLabels", *tail, "description")
    head += ("code",) * new + ("naceCode",) * (layout == "1.2")
    more = ("2221.1",) * new + ("q",) * (layout == "1.2")
    hidden: tuple[object, ...] = ("",) * new
    tables = {
        "occupations": csv_text(
            head, *(("Occupation", JOB + u, "2221", n, o, *hidden, *late, "x", *more) for u, n, o in jobs)
        ),
        "skills": csv_text(
            (
                "conceptType",
                "conceptUri",
                "skillType",
                "reuseLevel",
                "preferredLabel",
                "altLabels",
                *tail,
                "description",
            ),
            *(
                ("KnowledgeSkillCompetence", SKILL + u, "skill/competence", "cross-sector", n, o, *hidden, *late, "x")
                for u, n, o in skills
            ),
        ),
        "skillGroups": csv_text(
            ("conceptType", "conceptUri", "preferredLabel", "altLabels", "code"),
            ("SkillGroup", f"{SKILL}S1", "Groups", "", "S1"),
        ),
        "ISCOGroups": csv_text(
            ("conceptType", "conceptUri", "code", "preferredLabel", "altLabels"),
            ("ISCOGroup", "http://data.europa.eu/esco/isco/C2221", "2221", "Nurses", ""),
        ),
        "greenSkillsCollection": csv_text(
            (
                "conceptType",
                "conceptUri",
                "preferredLabel",
                "skillType",
                "reuseLevel",
                "altLabels",
                "broaderConceptUri",
            ),
            ("KnowledgeSkillCompetence", f"{SKILL}g", "green", "knowledge", "", "", f"{SKILL}S1"),
        ),
    }
    links = {
        "broaderRelationsSkillPillar": csv_text(
            ("conceptType", "conceptUri", "broaderType", "broaderUri"),
            *(("KnowledgeSkillCompetence", SKILL + u, "SkillGroup", f"{SKILL}S1") for u, _, _ in skills),
        ),
        "occupationSkillRelations": csv_text(
            ("occupationUri", "relationType", "skillType", "skillUri"),
            *((JOB + j, "essential", "skill/competence", SKILL + s) for j, _, _ in jobs for s, _, _ in skills),
        ),
    }
    end = f"_{language}"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in tables.items():
            archive.writestr(f"{name}{end}.csv", text)
        for name, text in links.items() if relations else ():
            archive.writestr(f"{name}{end if layout == '1.2' else ''}.csv", text)
    return path
