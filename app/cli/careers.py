"""`match` and `careers`: what words mean, and which occupations are close."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from app.cli.checking import JSON
from app.cli.figures import outlook_json, outlook_lines
from app.cli.opened import AREA, ONLY_SIGNED, VAULT, opened, opening, pay_area
from app.cli.terminal import PATH, heading, json_line, tell, words
from app.errors import PersonError
from app.files import read_lines
from app.journey.career_data import pack_in_use
from app.journey.goal.aim import careers as careers_for
from app.journey.skills.counting import counted
from pathways.matching import match_text
from pathways.model import Career, Match
from pathways.pack.labour import NATION
from pathways.pack.occupations import occupation
from pathways.pack.store import Pack, open_pack
from pathways.similarity import like as alike
from pathways.similarity import like_all

TOP = click.option("--top", type=click.IntRange(1, 1000), default=10, show_default=True, help="How many to show.")
ANSWERS = 5


@click.command()
@click.argument("text", nargs=-1)
@click.option("--file", type=PATH, help="File with one phrase a line.")
@JSON
def match(text: tuple[str, ...], file: Path | None, *, as_json: bool) -> None:
    """Say which skills and occupations each TEXT may mean, best first."""
    phrases = (*text, *(read_lines(file) if file else ()))
    if not phrases:
        raise PersonError("no_phrase")
    with open_pack(pack_in_use()) as pack:
        for phrase in phrases:
            show_matches(phrase, match_text(pack, phrase, top=ANSWERS), as_json=as_json)


def show_matches(phrase: str, found: tuple[Match, ...], *, as_json: bool) -> None:
    """Print what one phrase may mean."""
    if as_json:
        json_line({"phrase": phrase, "answers": [match_json(one) for one in found]})
        return
    heading(phrase)
    for one in found:
        tell(f"  {words().share(one.score):>5}  {words().name(one.concept.name)} ({words().state(one.concept.kind)})")
    if not found:
        tell("  " + words().text("Nothing we know by that name. You can still keep it in your own words."))


def match_json(one: Match) -> Mapping[str, object]:
    """A match as JSON; `score` is 0–1."""
    concept = one.concept
    return {
        "id": concept.id,
        "name": concept.name,
        "kind": concept.kind,
        "score": round(one.score, 4),
        "reason": one.reason,
        "rests_on": one.rests_on,
    }


@click.command()
@VAULT
@click.option("--like", metavar="CODE|all", help="Rank by likeness to an occupation, or do so for every one.")
@TOP
@AREA
@ONLY_SIGNED
@opening
@JSON
def careers(
    folder: Path,
    like: str | None,
    top: int,
    area: str | None,
    passphrase_file: Path | None,
    *,
    only_signed: bool,
    as_json: bool,
) -> None:
    """Show careers close to what you can do, by your vault, or close to an occupation (--like)."""
    if like is not None:
        with open_pack(pack_in_use()) as pack:
            show_like(pack, like, top, as_json=as_json)
        return
    with opened(folder, passphrase_file) as session:
        place = pay_area(session, area)
        for career in careers_for(session, counted(session, only=only_signed), top):
            show_career(session.pack, career, place, as_json=as_json)


def show_like(pack: Pack, code: str, top: int, *, as_json: bool) -> None:
    """Print the occupations most like one occupation, or like each."""
    found = like_all(pack, top) if code == "all" else ((occupation(pack, code).code, alike(pack, code, top)),)
    for one, near in found:
        if as_json:
            json_line({"code": one, "like": [{"code": other, "score": round(score, 4)} for other, score in near]})
        else:
            heading(occupation(pack, one).title)
            for other, score in near:
                tell(f"  {score:.2f}  {occupation(pack, other).title} ({other})")


def show_career(pack: Pack, career: Career, area: str, *, as_json: bool) -> None:
    """Print one career: what the learner can show of it, and apart from that its outlook."""
    if as_json:
        json_line({**career_json(career), "outlook": outlook_json(pack, career.occupation.id, area)})
        return
    for line in career_lines(pack, career, area):
        tell(line)


def career_lines(pack: Pack, career: Career, area: str = NATION) -> Iterator[str]:
    """A career's name, how much of what it needs is shown (fit), and its pay and openings (outlook)."""
    say = words()
    yield f"  {career.occupation.name} ({career.occupation.id})"
    yield "    " + say.text(
        "You show {shown} of the {needed} things this job needs.", shown=career.shown, needed=career.needed
    )
    yield "    " + " ".join(outlook_lines(pack, career.occupation.id, area))


def career_json(career: Career) -> Mapping[str, object]:
    """A career as JSON; null stands where data is not there."""
    return {
        "code": career.occupation.id,
        "name": career.occupation.name,
        "score": round(career.score, 4),
        "similarity": career.similarity,
        "coverage": career.coverage,
        "shown": career.shown,
        "needed": career.needed,
    }
