"""How long the exact choice of records takes: like a learner's vault, made up at random, and hard on purpose."""

from collections.abc import Iterator
from random import Random

from app.applying.disclosure import WEIGHTS
from app.applying.fewest import Choice, fewest
from app.applying.rounds import Offer
from bench.timing import Row, timed

CHOOSING = "Choosing records, exactly"
WORDS = sorted(WEIGHTS)


def rows() -> Iterator[Row]:
    """Every row: learners first, then sets without any order in them."""
    yield _row("200 records, 20 things asked, as learners hold them", *life_like(200, 20), 5)
    yield _row("200 records, 50 things asked, as learners hold them", *life_like(200, 50), 5)
    yield _row("5,000 records, 50 things asked, as learners hold them", *life_like(5_000, 50), 3)
    yield _row("200 records, 1 to 3 of 10 things, 5 of 66 facts each", *unordered(200, 10, (1, 3)), 5)
    yield _row("200 records, 1 of 10 things, 5 of 66 facts each", *unordered(200, 10, (1, 1)), 1)
    yield _row("500 records, 1 to 3 of 10 things, 5 of 66 facts each", *unordered(500, 10, (1, 3)), 3)
    yield _row("200 records at random, 0 to 3 of 50 things each", *made_up(200, 50, (0, 3)), 3)
    yield _row("500 records at random, 1 to 3 of 200 things each", *made_up(500, 200, (1, 3)), 1)
    yield _row("500 records at random, 1 to 6 of 200 things each", *made_up(500, 200, (1, 6)), 1)
    yield _row("500 records at random, 10 of 200 things each", *made_up(500, 200, (10, 10)), 1)
    yield _row("200 records at random, 10 of 500 things each", *made_up(200, 500, (10, 10)), 1)


def _row(name: str, wanted: list[str], offers: list[Offer], times: int) -> Row:
    last = fewest(wanted, offers)
    return Row(CHOOSING, name, "ms", timed(lambda: fewest(wanted, offers), times), note=_note(last))


def _note(found: Choice) -> str:
    return f"{len(found.ids)} records, {'proven best' if found.proven else 'not proven best'}"


def life_like(records: int, needs: int) -> tuple[list[str], list[Offer]]:
    """Most records show nothing asked; every one has an id; what is near in the list is shown together."""
    luck, wanted = Random(8), [f"need {number}" for number in range(needs)]  # noqa: S311  no secret
    offers = []
    for number in range(records):
        start = luck.randrange(needs)
        shown = wanted[start : start + luck.choice((1, 1, 1, 2, 3))] if luck.random() < 0.4 else []
        tells = {"linkable_id", *(one for one in WORDS if luck.random() < 0.12)}
        school = {f"school_name {luck.randrange(6)}"} if "school_name" in tells else set[str]()
        offers.append(Offer(f"{number:05}", dict.fromkeys(shown, 1), frozenset((tells - {"school_name"}) | school)))
    return wanted, offers


def unordered(records: int, needs: int, each: tuple[int, int]) -> tuple[list[str], list[Offer]]:
    """Facts that many records tell by chance, beside an id of each: what makes the least told hard to prove."""
    luck, wanted = Random(8), [f"need {number}" for number in range(needs)]  # noqa: S311  no secret
    words = [f"word {number}" for number in range(66)]
    return wanted, [
        Offer(
            f"{number:05}",
            dict.fromkeys(luck.sample(wanted, luck.randint(*each)), 1),
            frozenset([*luck.sample(words, 5), f"id {number}"]),
        )
        for number in range(records)
    ]


def made_up(records: int, needs: int, each: tuple[int, int]) -> tuple[list[str], list[Offer]]:
    """Things shown and told drawn from all alike, so that nothing goes together."""
    luck, wanted = Random(8), [f"need {number}" for number in range(needs)]  # noqa: S311  no secret
    words = [f"word {number}" for number in range(20)]
    return wanted, [
        Offer(
            f"{number:05}",
            dict.fromkeys(luck.sample(wanted, luck.randint(*each)), 1),
            frozenset(luck.sample(words, luck.randint(0, 6))),
        )
        for number in range(records)
    ]
