"""Asking the pack for ratings: skills, knowledge, interests, work styles, schooling and training."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from pathways.model import Concept
from pathways.pack import schema
from pathways.pack.arrays import Flags, Floats, flags, matrix
from pathways.pack.occupations import occupation
from pathways.pack.store import Pack, keep

Bools = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Ratings:
    """Skills or knowledge: rows are occupations by index, columns are `elements`; float32, exact to the hundredth.

    `importance` is 1–5 and `level` 0–7 as published, NaN where nobody rated. `suppressed` says O*NET advises against
    showing the importance; `level_hidden` that the level is suppressed or not relevant.
    """

    elements: tuple[Concept, ...]
    importance: Floats
    level: Floats
    suppressed: Bools
    level_hidden: Bools

    @property
    def rated(self) -> Bools:
        """Which occupations have ratings at all."""
        return np.asarray(~np.isnan(self.importance).all(axis=1))


@dataclass(frozen=True)
class Preparation:
    """What workers answered about preparing for a job, as shares 0–100 by category, None where suppressed.

    `certificate` and `apprenticeship` are how important workers called one, 1–5.
    """

    education: tuple[tuple[str, float | None], ...]
    experience: tuple[tuple[str, float | None], ...]
    on_site_training: tuple[tuple[str, float | None], ...]
    on_the_job_training: tuple[tuple[str, float | None], ...]
    certificate: float | None
    apprenticeship: float | None


def ratings(pack: Pack, kind: Literal["skill", "knowledge"]) -> Ratings:
    """O*NET's skills or knowledge ratings, read once."""
    return keep(pack, f"ratings:{kind}", lambda: _read(pack, kind))


def _read(pack: Pack, kind: Literal["skill", "knowledge"]) -> Ratings:
    bits = flags(pack, f"{kind}_flags")
    return Ratings(
        tuple(Concept(i, name, kind) for i, name in elements(pack, kind)),
        matrix(pack, f"{kind}_importance"),
        matrix(pack, f"{kind}_level"),
        (bits & schema.IMPORTANCE_SUPPRESSED) > 0,
        (bits & (schema.LEVEL_SUPPRESSED | schema.NOT_RELEVANT)) > 0,
    )


def elements(pack: Pack, kind: str) -> tuple[tuple[str, str], ...]:
    """(id, name) of the columns of a matrix: kind is skill, knowledge, interest, work_style or preparation."""
    return keep(pack, f"elements:{kind}", lambda: _pairs(pack, "id, name FROM element WHERE kind", "position", kind))


def _pairs(pack: Pack, what: str, order: str, key: str) -> tuple[tuple[str, str], ...]:
    rows = pack.connection.execute(f"SELECT {what} = ? ORDER BY {order}", (key,))
    return tuple((str(a), str(b)) for a, b in rows)


def interests(pack: Pack, code: str) -> dict[str, float]:
    """RIASEC interests by name, 1–7; machine-learned by O*NET, and to be labelled so. Empty where there are none."""
    return _row(pack, code, "interest", "interest")


def work_styles(pack: Pack, code: str) -> dict[str, float]:
    """Impact of each work style by name, −3 to 3; rated by AI and experts, and to be labelled so."""
    return _row(pack, code, "work_style_impact", "work_style")


def _row(pack: Pack, code: str, name: str, kind: str) -> dict[str, float]:
    values = matrix(pack, name)[occupation(pack, code).index]
    names = (name for _, name in elements(pack, kind))
    return {n: round(float(v), 2) for n, v in zip(names, values, strict=True) if not np.isnan(v)}


def preparation(pack: Pack, code: str) -> Preparation:
    """Schooling, experience and training that workers say the job asks for."""
    index = occupation(pack, code).index
    shares = {scale: _shares(pack, index, scale, name) for scale, name in _SCALES}
    asked = _shown(matrix(pack, "preparation")[index], flags(pack, "preparation_flags")[index])
    by_id = dict(zip((i for i, _ in elements(pack, "preparation")), asked, strict=True))
    certificate = next((v for i, v in by_id.items() if i.startswith("2.D")), None)
    apprenticeship = next((v for i, v in by_id.items() if i.startswith("3.A")), None)
    return Preparation(shares["RL"], shares["RW"], shares["PT"], shares["OJ"], certificate, apprenticeship)


_SCALES = (("RL", "education"), ("RW", "experience"), ("PT", "on_site_training"), ("OJ", "on_the_job_training"))


def _shares(pack: Pack, index: int, scale: str, name: str) -> tuple[tuple[str, float | None], ...]:
    names = keep(
        pack, f"categories:{scale}", lambda: _pairs(pack, "category, name FROM category WHERE scale", "1", scale)
    )
    values = _shown(matrix(pack, name)[index], flags(pack, f"{name}_flags")[index])
    rated = not np.isnan(matrix(pack, name)[index]).all()
    # names of levels may come from another release than the shares: a level that has no column has no figure
    return tuple((text, values[int(c) - 1] if int(c) <= len(values) else None) for c, text in names) if rated else ()


def _shown(values: Floats, bits: Flags) -> list[float | None]:
    hidden = np.isnan(values) | ((bits & schema.IMPORTANCE_SUPPRESSED) > 0)
    return [None if h else round(float(v), 2) for v, h in zip(values, hidden, strict=True)]
