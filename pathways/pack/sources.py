"""Who published what the pack holds, in which version, and the attribution their licences ask for."""

from collections.abc import Sequence
from dataclasses import dataclass

from pathways.frameworks import bls, crosswalk, esco, onet
from pathways.frameworks.files import SourceFile
from pathways.pack.draft import Draft

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
    "alternate_titles": ("occupation_names",),
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
            name = f"onet_{release.version}"
            _source(
                draft,
                (
                    name,
                    f"O*NET {release.version} Database",
                    "U.S. Department of Labor, Employment and Training Administration",
                    release.version,
                    release.date or "",
                    "CC BY 4.0",
                    ONET_ATTRIBUTION.format(version=release.version),
                    "https://www.onetcenter.org/database.html",
                ),
                filled,
            )


def _source(draft: Draft, row: tuple[str, ...], tables: Sequence[str]) -> None:
    if row not in draft.rows.get("source", []):
        draft.add("source", [row])
    known = set(draft.rows.get("table_source", []))
    draft.add("table_source", sorted({(t, row[0]) for t in tables} - known))


def add_other_sources(draft: Draft, found: Found, esco_changed: str) -> None:
    """ESCO, the crosswalk, CIP and BLS, as far as they were found."""
    if found.esco:
        _source(draft, _esco_row(found.esco, esco_changed), ESCO_TABLES)
    if found.crosswalk:
        _source(draft, _crosswalk_row(found.crosswalk), ("links:occupation_esco",))
    if found.cip:
        _source(draft, ("cip", "CIP 2020 titles", _NCES, "2020", "", PUBLIC_DOMAIN, "", _CIP_SITE), ("program",))
    if found.cip_soc:
        row = (
            "cip_soc",
            "CIP 2020 to SOC 2018 crosswalk",
            f"{_NCES}; {_BLS}",
            "2020",
            "",
            PUBLIC_DOMAIN,
            "",
            _CIP_SITE,
        )
        _source(draft, row, ("program_soc",))
    if found.wages:
        stated = bls.stated_release(found.wages)
        row = ("oews", "Occupational Employment and Wage Statistics", _BLS, stated, "", PUBLIC_DOMAIN, "", _OEWS_SITE)
        _source(draft, row, ("wage",))
    if found.projections:
        years = bls.stated_years(found.projections)
        row = ("projections", "Employment Projections", _BLS, years, "", PUBLIC_DOMAIN, "", _EMP_SITE)
        _source(draft, row, ("projection",))
    if found.nem:
        day = bls.stated_day(found.nem)
        row = (
            "nem_onet",
            "O*NET-SOC to National Employment Matrix crosswalk",
            _BLS,
            day,
            day,
            PUBLIC_DOMAIN,
            "",
            _EMP_SITE,
        )
        _source(draft, row, ("occupation",))


_NCES = "U.S. Department of Education, National Center for Education Statistics"
_BLS = "U.S. Bureau of Labor Statistics"
_CIP_SITE = "https://nces.ed.gov/ipeds/cipcode/"
_OEWS_SITE = "https://www.bls.gov/oes/"
_EMP_SITE = "https://www.bls.gov/emp/"


def _esco_row(release: esco.EscoRelease, changed: str) -> tuple[str, ...]:
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
