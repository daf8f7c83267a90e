"""Every reader and check over mutated files of the project's own: no exception, no long wait, no flood of memory."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mutations import mutated
from seeds import NOW, SEEDS, at_hand

from app.records.model import Record, Source
from app.records.presentations import Presentation
from app.records.reading import read_bytes, read_presentation
from app.trust.presentations import check_presentation
from app.trust.seven import CHECKS, check_record

LONGEST = timedelta(seconds=2)


@pytest.mark.parametrize("name", sorted(SEEDS))
def test_any_change_of_a_file_is_read_and_checked_in_peace(name, examples):
    documents = at_hand()

    @settings(
        max_examples=max(1, examples // len(SEEDS)),
        deadline=LONGEST,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(data=st.one_of(*[mutated(seed) for seed in SEEDS[name]]))
    def read_and_checked(data):
        for item in read_bytes(data, Source("fuzz")):
            if isinstance(item, Record):
                checks = check_record(item, now=NOW, documents=documents)
                assert tuple(one.check for one in checks) == CHECKS
                again = [one.key for one in read_bytes(item.raw, Source("again")) if isinstance(one, Record)]
                assert item.key in again
        presented = read_presentation(data, Source("fuzz"))
        if isinstance(presented, Presentation):
            check_presentation(
                presented.document,
                now=NOW,
                form=presented.form,
                raw=presented.raw,
                faults=presented.faults,
                documents=documents,
            )

    read_and_checked()
