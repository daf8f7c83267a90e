"""The journey in a terminal."""

import click

from app.cli.checking import check, verify
from app.cli.terminal import Commands
from app.wording import Words
from app.wording.words import LANGUAGES, usual_language


@click.group(cls=Commands)
@click.version_option(package_name="pathfolio")
@click.option("--language", type=click.Choice(LANGUAGES), default=usual_language, help="Language to speak.")
@click.pass_context
def main(ctx: click.Context, language: str) -> None:
    """Plan a career from the learning records you hold, offline."""
    ctx.obj = Words(language)


for command in (check, verify):
    main.add_command(command)
