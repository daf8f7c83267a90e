"""Trying a test over changed seeds: so many examples in all, each within its time and its room."""

import math
from time import perf_counter

from hypothesis import HealthCheck, given, settings
from mutations import mutated
from seals import Sealed

LONGEST = 2.0
# Of ten inputs; what websites give changes a little less often than files: these are what strangers reach first.
OF_FILES, OF_PAGES, OF_ONLINE = 0.7, 0.1, 0.2
PART = 500


def tried(test, data, examples):
    """Run a test over changed data, so many examples in all; in parts, since Hypothesis remembers each of a part."""
    quiet = settings(deadline=None, database=None, suppress_health_check=list(HealthCheck))
    while examples > 0:
        settings(quiet, max_examples=min(examples, PART))(given(data=data)(test))()
        examples -= PART


def share(examples, part, seeds):
    """How many of all inputs one of so many tests tries."""
    return math.ceil(examples * part / len(seeds))


def changes(seed):
    """A seed changed; one in a seal mostly inside, so that its reader is reached."""
    if not isinstance(seed, Sealed):
        return mutated(seed)
    return mutated(seed.inner).map(seed.seal) | mutated(seed.inner).map(seed.seal) | mutated(seed.seal(seed.inner))


def in_time(work, figures):
    """Do it within the time; a machine that was busy with something else gets another try."""
    took = []
    while not took or (took[-1] > LONGEST and len(took) < 3):
        with figures.room():
            start = perf_counter()
            work()
            took.append(perf_counter() - start)
    figures.note(min(took))
    assert min(took) <= LONGEST
