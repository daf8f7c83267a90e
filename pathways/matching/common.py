"""How usual a concept is among its kind, by how many jobs have to do with it."""

from collections.abc import Iterator

import numpy as np

from pathways.matching.index import Floats, NameIndex
from pathways.pack import esco
from pathways.pack.arrays import links
from pathways.pack.occupations import activity_frequencies, all_activities, all_software, occupations
from pathways.pack.store import Pack, keep

MOST = 1000
UNKNOWN, OF_JOBS, GENERAL_JOB = 10.0, 30.0, 0.0
"""What groups and elements count as; an occupation; and one that O*NET keeps no data on."""


def common(pack: Pack, index: NameIndex) -> Floats:
    """0-1 for each concept of the index, by the logarithm of its jobs."""
    return keep(pack, "matching.common", lambda: _read(pack, index))


def _read(pack: Pack, index: NameIndex) -> Floats:
    jobs = dict(_jobs(pack))
    found = np.array([jobs.get(one.id, UNKNOWN) for one in index.concepts], np.float32)
    share: Floats = (np.log1p(found) / np.log(MOST)).astype(np.float32)
    return share


def _jobs(pack: Pack) -> Iterator[tuple[str, float]]:
    for activity, times in zip(all_activities(pack), activity_frequencies(pack).tolist(), strict=True):
        yield activity.id, times
    needed = esco.skill_frequencies(pack).tolist()
    for one in esco.concepts(pack):
        yield one.concept.id, needed[one.index] if one.kind in ("skill", "knowledge") else 0.0
    products = all_software(pack)
    used = links(pack, "occupation_software").frequencies(len(products)).tolist()
    for (product, _category, _hot), times in zip(products, used, strict=True):
        yield product.id, times
    for job in occupations(pack):
        yield job.code, OF_JOBS if job.job_zone is not None else GENERAL_JOB
