"""The journey in a terminal."""

import click

from app.cli.terminal import Commands
from app.wording import Words
from app.wording.languages import LANGUAGES, usual_language


@click.group(cls=Commands)
@click.version_option(package_name="pathfolio")
@click.option("--language", type=click.Choice(LANGUAGES), help="Language to speak.")
@click.pass_context
def main(ctx: click.Context, language: str | None) -> None:
    """Plan a career from the learning records you hold, offline."""
    ctx.obj = Words(language or usual_language(), in_terminal=True)


# Imported when asked for: a command pays only for what it uses.
main.modules = {
    "demo": "app.cli.demo",
    "check": "app.cli.checking",
    "verify": "app.cli.verifying",
    "match": "app.cli.careers",
    "skills": "app.cli.skills",
    "goal": "app.cli.skills",
    "careers": "app.cli.careers",
    "explain": "app.cli.explaining",
    "gap": "app.cli.gaps",
    "plan": "app.cli.planning",
    "learning": "app.cli.learning",
    "plan-notes": "app.cli.plan_papers",
    "step": "app.cli.step",
    "opportunity": "app.cli.opportunities",
    "tailor": "app.cli.tailoring",
    "present": "app.cli.presenting",
    "versions": "app.cli.versions",
    "vault": "app.cli.vault",
    "pack": "app.cli.pack",
}
