"""Programs of study that lead to an occupation, and what they teach by inference."""

from collections.abc import Iterable

from pathways.model import Figure, LearningStep
from pathways.pack import labour
from pathways.pack.occupations import Occupation, occupation
from pathways.pack.store import Pack, keep
from pathways.requirements import requirements

TAUGHT_KINDS = frozenset({"activity", "knowledge", "skill"})
UNKNOWN = Figure(None)


def programs(pack: Pack, code: str) -> tuple[LearningStep, ...]:
    """The programs of study that CIP–SOC ties to an occupation, by CIP code; error `occupation_unknown`.

    What each teaches is inferred: the activities, knowledge and skills of every occupation it is tied to. CIP says
    nothing of cost, hours or weeks: they are unknown until a list of providers tells them.
    """
    occupation(pack, code)
    return tuple(_program(pack, one) for one in labour.programs_for(pack, code))


def _program(pack: Pack, program: labour.Program) -> LearningStep:
    return LearningStep(
        id=f"cip:{program.cip}",
        name=program.title,
        kind="program",
        provider=None,
        cost=UNKNOWN,
        hours=UNKNOWN,
        weeks=UNKNOWN,
        teaches=taught_for(pack, labour.occupations_of(pack, program.cip)),
        cip=program.cip,
        known_by="cip_soc",
    )


def taught_for(pack: Pack, tied: Iterable[Occupation]) -> tuple[str, ...]:
    """What prepares for these occupations teaches, by inference: their activities, knowledge and skills."""
    return tuple(dict.fromkeys(concept for one in tied for concept in _taught(pack, one)))


def _taught(pack: Pack, one: Occupation) -> tuple[str, ...]:
    def read() -> tuple[str, ...]:
        needs = requirements(pack, one.code).requirements
        return tuple(item.concept.id for item in needs if item.concept.kind in TAUGHT_KINDS)

    return keep(pack, f"programs.taught:{one.code}", read)
