"""How fast an occupation is projected to grow, beside all jobs together, in the steps that BLS and O*NET use."""

from typing import Literal

from pathways.pack.store import Pack, keep

Growth = Literal["much_faster", "faster", "as_fast", "slower", "little_change", "decline"]

# BLS and O*NET name whole percents: for 2024–34, when all jobs together grow by 3.1 %, 7 or more is "much faster than
# average", 5–6 "faster", 3–4 "average", 1–2 "slower", 0 "little or no change" and −1 or less "decline". As shares of
# the growth of all jobs, these bounds hold for other releases too, whose steps BLS moves with that growth.
MUCH_FASTER, FASTER, AS_FAST = 2.1, 1.45, 0.8
CHANGE = 0.5  # percent; less than this either way is little or no change


def growth(change_percent: float, overall: float) -> Growth:
    """The step that a projected change stands for; both are percent over the same ten years."""
    if change_percent <= -CHANGE:
        return "decline"
    if change_percent < CHANGE:
        return "little_change"
    if overall < CHANGE:
        return "faster"
    if change_percent >= MUCH_FASTER * overall:
        return "much_faster"
    if change_percent >= FASTER * overall:
        return "faster"
    return "as_fast" if change_percent >= AS_FAST * overall else "slower"


def overall_growth(pack: Pack) -> float | None:
    """Projected change of all jobs together in percent, from the counts of all occupations; None without counts."""
    return keep(pack, "growth.overall", lambda: _overall(pack))


def _overall(pack: Pack) -> float | None:
    query = "SELECT sum(employment), sum(projected) FROM projection WHERE employment NOT NULL AND projected NOT NULL"
    now, then = pack.connection.execute(query).fetchone()
    return 100 * (then - now) / now if now else None
