"""Every reader and check over mutated files of the project's own: no exception, no long wait, no flood of memory."""

import json

import pytest
from hypothesis import strategies as st
from mutations import mutated
from other_records import PASSWORD
from seeds import ASKING, HOSTED, NOW, SEEDS, at_hand, pages
from trying import OF_FILES, OF_PAGES, changes, in_time, share, tried

from app.records.model import Record, Source
from app.records.presentations import Presentation
from app.records.reading import read_bytes, read_presentation
from app.trust.documents import Documents, HeldDocument
from app.trust.presentations import check_presentation
from app.trust.seven import CHECKS, check_record


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

    tried(one, st.one_of(*map(changes, SEEDS[name])), share(examples, OF_FILES, SEEDS))


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

    tried(one, mutated(json.dumps(pages()[address]).encode()), share(examples, OF_PAGES, ASKING))
