"""`skills` and `goal`: what the learner can do, their answers to guesses, and the occupation they choose."""

from collections.abc import Mapping
from pathlib import Path

import click

from app.cli.checking import JSON
from app.cli.opened import VAULT, opened, opening
from app.cli.terminal import heading, json_line, tell, words
from app.errors import PersonError
from app.journey.goal.aim import set_goal
from app.journey.session import Session
from app.journey.skills.profile import answer, profile, say_in_own_words
from app.journey.skills.questions import why
from app.profile.skills import Answer, Skill
from app.wording.applying import LATE
from app.wording.skills import why_words
from pathways.pack.occupations import occupation


@click.command()
@VAULT
@click.option("--say", metavar="TEXT", help="Add something you can do, in your own words.")
@click.option("--sample", metavar="TEXT", help="With --say: what you have to show for it.")
@click.option("--agree", multiple=True, metavar="CLAIM=ID", help="Say yes: this claim means that skill.")
@click.option("--deny", multiple=True, metavar="CLAIM=ID", help="Say no: this claim does not mean that skill.")
@opening
@JSON
def skills(
    folder: Path,
    say: str | None,
    sample: str | None,
    agree: tuple[str, ...],
    deny: tuple[str, ...],
    passphrase_file: Path | None,
    *,
    as_json: bool,
) -> None:
    """Show what your records and words say you can do, and answer the guesses."""
    with opened(folder, passphrase_file) as session:
        if say:
            say_in_own_words(session, say, sample)
        keep_answers(session, agree, agreed=True)
        keep_answers(session, deny, agreed=False)
        found = profile(session)
    for skill in found.skills:
        show_skill(skill, as_json=as_json)


@click.command()
@VAULT
@click.argument("code")
@opening
def goal(folder: Path, code: str, passphrase_file: Path | None) -> None:
    """Choose the occupation you aim for, by its O*NET-SOC CODE."""
    with opened(folder, passphrase_file) as session:
        set_goal(session, code)
        name = occupation(session.pack, code).title
    tell(words().text("Your goal: {name}", name=name))


def keep_answers(session: Session, given: tuple[str, ...], *, agreed: bool) -> None:
    """Keep answers given as CLAIM=ID."""
    if not given:
        return
    known = {skill.claim.id for skill in profile(session).skills}
    for text in given:
        claim, equals, concept = text.partition("=")
        if not equals or not concept:
            raise PersonError("answer_form", text=text)
        if claim not in known:
            raise PersonError("claim_unknown", claim=claim)
        answer(session, claim, concept, Answer(agreed))


def show_skill(skill: Skill, *, as_json: bool) -> None:
    """Print one claim, how it stands and what it may mean."""
    if as_json:
        json_line(skill_json(skill))
        return
    say = words()
    heading(say.name(skill.claim.text))
    late = ", " + say.state(LATE[skill.standing.early]) if skill.standing.lapsed else ""
    tell("  " + say.state(skill.standing.reason) + late)
    for found in skill.matches:
        name, kind = say.name(found.match.concept.name), say.state(found.match.concept.kind)
        tell(f"  {say.state(f'match_{found.state}')}: {name} ({kind})  {skill.claim.id}={found.match.concept.id}")
        if found.state == "guess":
            asked = why(skill.claim.text, found.match)
            tell("    " + why_words(say, asked.code, asked.values, less_sure=asked.less_sure))
    if not skill.matches:
        tell("  " + say.text("In no list we know. It is kept in its own words."))


def skill_json(skill: Skill) -> Mapping[str, object]:
    """A claim as JSON; `state` is sure, agreed, denied or guess."""
    claim = skill.claim
    return {
        "claim": claim.id,
        "text": claim.text,
        "record": claim.record,
        "evidence": skill.standing.evidence,
        "reason": skill.standing.reason,
        "lapsed": skill.standing.lapsed,
        "matches": [
            {
                "id": found.match.concept.id,
                "name": found.match.concept.name,
                "kind": found.match.concept.kind,
                "score": round(found.match.score, 4),
                "reason": found.match.reason,
                "state": found.state,
            }
            for found in skill.matches
        ],
    }
