"""Who published what the pack holds, in which version, and the attribution their licences ask for."""

from collections.abc import Sequence
from dataclasses import dataclass

from pathways.frameworks import bls, crosswalk, esco, onet
from pathways.frameworks.files import SourceFile
from pathways.pack.draft import Cell, Draft

ONET_ATTRIBUTION = (
    "This page includes information from the O*NET {version} Database by the U.S. Department of Labor, Employment and"
    " Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA."
    " Pathfolio has modified all or some of this information. USDOL/ETA has not approved, endorsed, or tested these"
    " modifications."
)
ESCO_ATTRIBUTION = "This service uses the ESCO classification of the European Commission."
PUBLIC_DOMAIN = "U.S. government work, public domain"
ONET_TABLES = {  # O*NET's table -> the pack's tables, matrices and links it fills
    "occupations": ("occupation",),
    "job_zones": ("occupation",),
    "alternate_titles": ("occupation_names", "matrix:title_topics"),
    "reported_titles": ("occupation_names",),
    "elements": ("element",),
    "skills": ("element", "matrix:skill"),
    "knowledge": ("element", "matrix:knowledge"),
    "interests": ("element", "matrix:interest"),
    "work_styles": ("element", "matrix:work_style"),
    "education": (
        "element",
        "matrix:preparation",
        "matrix:education",
        "matrix:experience",
        "matrix:on_site_training",
        "matrix:on_the_job_training",
    ),
    "education_categories": ("category",),
    "activities": ("activity",),
    "activity_groups": ("activity_group",),
    "tasks": ("matrix:task_topics",),
    "task_activities": ("links:occupation_activity",),
    "related": ("links:occupation_related",),
    "software": ("software", "links:occupation_software"),
}
ESCO_TABLES = ("esco", "esco_names", "links:esco_broader", "links:esco_occupation_skill", "links:esco_skill_skill")


@dataclass(frozen=True)
class Found:
    """What a folder of releases holds, by framework."""

    onet: Sequence[onet.OnetRelease]
    esco: esco.EscoRelease | None
    crosswalk: SourceFile | None
    cip: SourceFile | None
    cip_soc: SourceFile | None
    wages: SourceFile | None
    projections: SourceFile | None
    nem: SourceFile | None


def add_onet_sources(draft: Draft, releases: Sequence[onet.OnetRelease]) -> None:
    """One source for each O*NET release that fills a table."""
    for table, filled in ONET_TABLES.items():
        if (release := onet.choose(releases, table)) is not None:
            add_source(draft, onet_row(release), filled)


def onet_row(release: onet.OnetRelease) -> tuple[str, ...]:
    """An O*NET release as a source."""
    return (
        f"onet_{release.version}".removesuffix("_"),
        f"O*NET {release.version} Database".replace("  ", " "),
        "U.S. Department of Labor, Employment and Training Administration",
        release.version,
        release.date or "",
        "CC BY 4.0",
        onet_attribution(release.version),
        "https://www.onetcenter.org/database.html",
    )


def onet_attribution(version: str) -> str:
    """The words that O*NET's license asks for, for a release; empty `version`: it states none."""
    return ONET_ATTRIBUTION.format(version=version).replace("  ", " ")


def add_source(draft: Draft, row: tuple[Cell, ...], tables: Sequence[str]) -> None:
    """A source, once, and the tables that it fills."""
    if row not in draft.rows.get("source", []):
        draft.add("source", [row])
    known = set(draft.rows.get("table_source", []))
    draft.add("table_source", sorted({(t, row[0]) for t in tables} - known))


def add_other_sources(draft: Draft, found: Found, esco_changed: str) -> None:
    """ESCO, the crosswalk, CIP and BLS, as far as they were found."""
    if found.esco:
        add_source(draft, esco_row(found.esco, esco_changed), ESCO_TABLES)
    if found.crosswalk:
        add_source(draft, _crosswalk_row(found.crosswalk), ("links:occupation_esco",))
    if found.cip:
        add_source(draft, ("cip", "CIP 2020 titles", _NCES, "2020", "", PUBLIC_DOMAIN, "", _CIP_SITE), ("program",))
    if found.cip_soc:
        add_source(draft, _CIP_SOC, ("program_soc",))
    if found.wages:
        add_source(draft, oews_row("oews", bls.stated_release(found.wages)), ("wage",))
    if found.projections:
        years = bls.stated_years(found.projections)
        row = ("projections", "Employment Projections", _BLS, years, "", PUBLIC_DOMAIN, "", _EMP_SITE)
        add_source(draft, row, ("projection",))
    if found.nem:
        day, title = bls.stated_day(found.nem), "O*NET-SOC to National Employment Matrix crosswalk"
        add_source(draft, ("nem_onet", title, _BLS, day, day, PUBLIC_DOMAIN, "", _EMP_SITE), ("occupation",))


_NCES = "U.S. Department of Education, National Center for Education Statistics"
_BLS = "U.S. Bureau of Labor Statistics"
_CIP_SITE = "https://nces.ed.gov/ipeds/cipcode/"
_CIP_SOC = (
    "cip_soc", "CIP 2020 to SOC 2018 crosswalk", f"{_NCES}; {_BLS}", "2020", "", PUBLIC_DOMAIN, "", _CIP_SITE,
)  # fmt: skip
_OEWS_SITE = "https://www.bls.gov/oes/"
_EMP_SITE = "https://www.bls.gov/emp/"


def oews_row(name: str, release: str) -> tuple[str, ...]:
    """A release of OEWS, such as `May 2024`, as a source."""
    return (name, "Occupational Employment and Wage Statistics", _BLS, release, "", PUBLIC_DOMAIN, "", _OEWS_SITE)


def esco_row(release: esco.EscoRelease, changed: str) -> tuple[str, ...]:
    """An ESCO release as a source; `changed` is the last day that a concept was changed."""
    return (
        "esco",
        f"ESCO {release.version}",
        "European Commission",
        release.version,
        changed,
        "Reuse with acknowledgement, Commission Decision 2011/833/EU",
        ESCO_ATTRIBUTION,
        "https://esco.ec.europa.eu/",
    )


def _crosswalk_row(file: SourceFile) -> tuple[str, ...]:
    stated = crosswalk.stated_date(file)
    return (
        "esco_onet_crosswalk",
        "Crosswalk between O*NET and ESCO occupations",
        "Nesta",
        stated,
        stated,
        "Free to use and build upon, citing the Mapping Career Causeways report",
        "Crosswalk between O*NET and ESCO occupations: Nesta, Mapping Career Causeways, 2020.",
        "https://github.com/nestauk/mapping-career-causeways",
    )
