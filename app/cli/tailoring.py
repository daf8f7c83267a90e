"""`tailor`: the smallest choice from records and requirements that are written down as ids."""

from pathlib import Path

import click

from app.applying.instance import chosen, read_instance
from app.cli.checking import JSON
from app.cli.terminal import PATH, json_line, tell, words


@click.command()
@click.option("--from", "instance", type=PATH, required=True, help="File with requirements and records, as ids.")
@JSON
def tailor(instance: Path, *, as_json: bool) -> None:
    """Choose the fewest records that cover all that can be covered, and of those the ones that tell least."""
    found = chosen(read_instance(instance))
    if as_json:
        json_line(found)
        return
    say = words()
    for one in found["records"]:
        tell("  " + str(one))
    for one in found["uncovered"]:
        tell("  " + say.text("{name}: covered by no record", name=one))
    proven = found["status"] == "optimal"
    tell(
        say.text("No choice is smaller and tells less.")
        if proven
        else say.text("There was not enough time to rule out a better choice.")
    )
