"""`opportunity`: what a posting asks for, in whatever form it comes, and Pathfolio's own file made of it."""

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from app.applying.opportunity import KINDS, Kind, Opportunity, opportunity_json
from app.applying.postings.correcting import matched, opportunity_of
from app.applying.postings.model import Found, Posting
from app.applying.postings.questions import questions_for, with_answers
from app.applying.postings.reading import LIMITS, posting_from, read_posting
from app.cli.careers import match_json
from app.cli.checking import JSON
from app.cli.terminal import PATH, heading, json_line, tell, words
from app.errors import PersonError
from app.files import write_file
from app.journey.career_data import pack_in_use
from app.records.text import one_line
from app.wording.postings import ASKED, QUESTIONS, SHAPES
from app.wording.postings import KINDS as KIND_NAMES
from pathways.pack.store import open_pack


@click.command()
@click.argument("file", type=click.Path(path_type=Path, readable=False, allow_dash=True))
@click.option("--kind", type=click.Choice(KINDS), help="What kind of opportunity this is.")
@click.option("--title", help="What it is called, where FILE does not say.")
@click.option("--organisation", "--organization", help="Who offers it, where FILE does not say.")
@click.option("--answer", multiple=True, metavar="QUESTION=ANSWER", help="Answer one of the questions of its kind.")
@click.option("--save", type=PATH, help="Write it as a file of Pathfolio's.")
@JSON
def opportunity(
    file: Path,
    kind: Kind | None,
    title: str | None,
    organisation: str | None,
    answer: tuple[str, ...],
    save: Path | None,
    *,
    as_json: bool,
) -> None:
    """Show what the posting in FILE (or -, what is piped in) asks for, each with its sentence."""
    read = read_posting(file) if str(file) != "-" else posting_from(sys.stdin.buffer.read(LIMITS.file_bytes + 1))
    posting = completed(read, kind, title, organisation, answer)
    with open_pack(pack_in_use()) as pack:
        posting = replace(posting, found=matched(pack, posting.found))
    if save:
        made = json.dumps(opportunity_json(wanted_in(posting)), ensure_ascii=False, indent=1)
        write_file(save, (made + "\n").encode())
    if as_json:
        json_line(posting_json(posting))
        return
    for line in posting_lines(posting):
        tell(line)
    if save:
        tell(words().text("Written: {file}", file=str(save)))


def wanted_in(posting: Posting) -> Opportunity:
    """What a posting asks for. PersonError `posting_names_no_title`, `posting_names_nobody`, `posting_asks_nothing`."""
    for code, given in (
        ("posting_names_no_title", posting.title),
        ("posting_names_nobody", posting.organisation),
        ("posting_asks_nothing", any(one.kind != "condition" for one in posting.found)),
    ):
        if not given:
            raise PersonError(code)
    return opportunity_of(posting)


def completed(
    posting: Posting, kind: Kind | None, title: str | None, organisation: str | None, answers: tuple[str, ...]
) -> Posting:
    """The posting with what the learner says of it. PersonError `answer_to_form`, `answer_not_asked`."""
    known = kind or posting.kind
    given = dict(posting.answers) if known == posting.kind else {}
    for text in answers:
        code, equals, said = text.partition("=")
        if not equals:
            raise PersonError("answer_to_form", text=text)
        given[code.strip()] = said
    return replace(
        posting,
        kind=known,
        title=one_line(title, 200) if title else posting.title,
        organisation=one_line(organisation, 200) if organisation else posting.organisation,
        answers=with_answers(known, given) if answers else tuple(given.items()),
    )


def posting_lines(posting: Posting) -> Iterator[str]:
    """What was read and found, for a person."""
    say = words()
    heading(posting.title or say.text("No title was found. Add one with --title."))
    yield posting.organisation or say.text("It does not say who offers it. Add that with --organisation.")
    yield say.text(KIND_NAMES[posting.kind]) + ". " + say.text(SHAPES[posting.shape])
    for name, some in _groups(posting):
        heading(name)
        for one in some:
            yield from _found_lines(one)
    if not posting.found:
        yield ""
        yield say.text("Nothing that is asked for was found in it.")
    if posting.more:
        yield say.count(
            "{number} more thing asked was left out.", "{number} more things asked were left out.", posting.more
        )
    if posting.skipped:
        heading(say.text("Left out, since it seems to ask for nothing"))
        yield from (f"  {one}" for one in posting.skipped)
    if any(one.matches for one in posting.found):
        yield ""
        yield say.text("What each may mean is a guess until you say so.")
    answers = dict(posting.answers)
    heading(say.text("Questions for you"))
    for code in questions_for(posting.kind):
        yield f"  {say.text(QUESTIONS[code])} ({code}) {answers.get(code, '')}".rstrip()


def _groups(posting: Posting) -> Iterator[tuple[str, list[Found]]]:
    say = words()
    asked = [one for one in posting.found if one.kind != "condition"]
    for name, some in (
        (say.text("They ask for"), [one for one in asked if one.essential]),
        (say.text("Nice to have"), [one for one in asked if not one.essential]),
        (say.text("Conditions, for you to know"), [one for one in posting.found if one.kind == "condition"]),
    ):
        if some:
            yield name, some


def _found_lines(one: Found) -> Iterator[str]:
    say = words()
    yield f"  {one.text} ({say.text(ASKED[one.kind])})"
    if one.sentence and one.sentence != one.text:
        yield f"      “{one.sentence}”"
    for match in one.matches[:1]:
        yield "      " + say.text(
            "may mean: {name} ({share})", name=say.name(match.concept.name), share=say.share(match.score)
        )


def posting_json(posting: Posting) -> dict[str, object]:
    """A posting as JSON; `answers` of each thing found are proposals, best first."""
    return {
        "shape": posting.shape,
        "kind": posting.kind,
        "title": posting.title or None,
        "organisation": posting.organisation or None,
        "language": posting.language,
        "found": [
            {
                "text": one.text,
                "kind": one.kind,
                "essential": one.essential,
                "years": one.years,
                "sentence": one.sentence,
                "id": one.id,
                "answers": [match_json(match) for match in one.matches],
            }
            for one in posting.found
        ],
        "more": posting.more,
        "left_out": list(posting.skipped),
        "questions": [
            {"code": code, "answer": dict(posting.answers).get(code)} for code in questions_for(posting.kind)
        ],
    }
