"""Every reader and check over mutated files of the project's own: no exception, no long wait, no flood of memory."""

import json
import math
from time import perf_counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mutations import mutated
from other_records import PASSWORD
from seals import Sealed
from seeds import ASKING, HOSTED, NOW, SEEDS, at_hand, pages

from app.records.model import Record, Source
from app.records.presentations import Presentation
from app.records.reading import read_bytes, read_presentation
from app.trust.documents import Documents, HeldDocument
from app.trust.presentations import check_presentation
from app.trust.seven import CHECKS, check_record

LONGEST = 2.0
# Pages change a little less often than files: the readers are what strangers reach first.
OF_PAGES = 10
PART = 500


def tried(test, data, examples):
    """Run a test over changed data, so many examples in all; in parts, since Hypothesis remembers each of a part."""
    quiet = settings(deadline=None, database=None, suppress_health_check=list(HealthCheck))
    while examples > 0:
        settings(quiet, max_examples=min(examples, PART))(given(data=data)(test))()
        examples -= PART


def share(examples, seeds):
    return math.ceil(examples / len(seeds))


def changes(seed):
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


def read_and_checked(data, documents):
    for item in read_bytes(data, Source("fuzz"), password=PASSWORD):
        if isinstance(item, Record):
            checks = check_record(item, now=NOW, documents=documents)
            assert tuple(one.check for one in checks) == CHECKS
            again = [one.key for one in read_bytes(item.raw, Source("again")) if isinstance(one, Record)]
            assert item.key in again
    presented = read_presentation(data, Source("fuzz"))
    if isinstance(presented, Presentation):
        check_presentation(presented, now=NOW, documents=documents)


@pytest.mark.parametrize("name", sorted(SEEDS))
def test_any_change_of_a_file_is_read_and_checked_in_peace(name, examples, figures):
    documents = at_hand()

    def one(data):
        in_time(lambda: read_and_checked(data, documents), figures)

    tried(one, st.one_of(*map(changes, SEEDS[name])), share(examples - examples // OF_PAGES, SEEDS))


@pytest.mark.parametrize("address", sorted(ASKING))
def test_any_change_of_a_page_is_looked_up_in_peace(address, examples, figures):
    held = {name: HeldDocument(page, NOW) for name, page in pages().items()}

    def one(data):
        try:
            page = json.loads(data)
        except ValueError:
            page = None
        documents = Documents({**held, address: HeldDocument(page, NOW)})
        in_time(lambda: [read_and_checked(record, documents) for record in (ASKING[address], HOSTED)], figures)

    tried(one, mutated(json.dumps(pages()[address]).encode()), share(examples // OF_PAGES, ASKING))
