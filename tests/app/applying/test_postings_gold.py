"""How much of what real-looking postings ask for is found, and how much of what is found is asked."""

from posting_gold import fits, labelled, measure

from app.applying.postings.reading import posting_from_text

PRECISION, RECALL = 0.9, 0.8


def test_the_set_is_large_and_varied():
    development, aside = labelled("development"), labelled("aside")
    assert len(development) + len(aside) >= 24
    assert len(aside) >= 12
    assert sum(name.endswith("_es") for name, _, _ in (*development, *aside)) >= 4
    assert not {text for _, text, _ in development} & {text for _, text, _ in aside}


def test_postings_aside_are_read_well_enough(capsys):
    for part in ("development", "aside"):
        counts = measure(part)
        with capsys.disabled():
            print(f"\n{part}: precision {counts.precision:.3f}, recall {counts.recall:.3f} of {counts.labelled}")  # noqa: T201
        assert counts.precision >= PRECISION
        assert counts.recall >= RECALL


def test_postings_about_ranges_of_years_and_pay_are_read_to_the_last_thing():
    for name in ("upholsterer", "nominas_es"):
        (text, labels), *_ = [(text, labels) for one, text, labels in labelled("development") if one == name]
        found = posting_from_text(text).found
        assert len(found) == len(labels)
        assert all(fits(one, label) for one, label in zip(found, labels, strict=True))
