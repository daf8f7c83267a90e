"""Schooling, experience, certificates and job zone of an occupation: told, never a gate."""

from pathways.model import Fact
from pathways.pack import labour, occupations, ratings
from pathways.pack.store import Pack, source_names


def facts_of(pack: Pack, code: str) -> tuple[Fact, ...]:
    """What is known of preparing for an occupation; error `occupation_unknown`.

    Codes and values: `entry_education` {level}, `entry_experience` {amount} and `entry_training` {training} as BLS
    assigns them; `common_schooling` {level, percent} and `certificate_importance`, `apprenticeship_importance`
    {importance 1–5} as workers answered; `job_zone` {zone 1–5}; `licence_not_in_data` always, since no table here
    says where a licence is needed by law.
    """
    return (*_entry(pack, code), *_answered(pack, code), *_zone(pack, code), Fact("licence_not_in_data", {}, ""))


def _entry(pack: Pack, code: str) -> tuple[Fact, ...]:
    outlook = labour.outlook(pack, code)
    if outlook is None:
        return ()
    stated = (
        ("entry_education", "level", outlook.education),
        ("entry_experience", "amount", outlook.experience),
        ("entry_training", "training", outlook.training),
    )
    source = source_names(pack, "projection")
    return tuple(Fact(name, {key: value}, source) for name, key, value in stated if value)


def _answered(pack: Pack, code: str) -> tuple[Fact, ...]:
    answers = ratings.preparation(pack, code)
    source = source_names(pack, "matrix:education")
    shares = [(percent, level) for level, percent in answers.education if percent is not None]
    percent, level = max(shares, default=(0.0, ""))
    hidden = 100 - sum(percent for percent, _ in shares)  # what O*NET suppressed may have been commoner still
    facts = []
    if percent > max(hidden, 0.0):
        facts.append(Fact("common_schooling", {"level": level, "percent": percent}, source))
    if answers.certificate is not None:
        facts.append(Fact("certificate_importance", {"importance": answers.certificate}, source))
    if answers.apprenticeship is not None:
        facts.append(Fact("apprenticeship_importance", {"importance": answers.apprenticeship}, source))
    return tuple(facts)


def _zone(pack: Pack, code: str) -> tuple[Fact, ...]:
    zone = occupations.occupation(pack, code).job_zone
    return () if zone is None else (Fact("job_zone", {"zone": zone}, source_names(pack, "occupation")),)
