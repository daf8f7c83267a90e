"""What every command shares: language, one-sentence errors, JSON lines, passphrases."""

import json
import os
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any

import click

from app.errors import PersonError
from app.wording import Words
from pathways.model import PathwaysError

PERSON, BUG, STOPPED = 1, 3, 130


class Commands(click.Group):
    """A group that imports a command's module when it is asked for and ends with one sentence, never a traceback."""

    modules: Mapping[str, str] = MappingProxyType({})

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands' names, in the order of the journey."""
        return [*super().list_commands(ctx), *self.modules]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, from the module that `modules` names for it."""
        if cmd_name not in self.modules:
            return super().get_command(ctx, cmd_name)
        found: click.Command = getattr(import_module(self.modules[cmd_name]), cmd_name)
        return found

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  click's own type
        """Run the command; say a person's error in a sentence and exit 1."""
        try:
            return super().invoke(ctx)
        except (PersonError, PathwaysError) as error:
            complain(words_of(ctx).problem(error.code, error.values))
            ctx.exit(PERSON)
        except (click.exceptions.Exit, click.ClickException, click.Abort, BrokenPipeError):
            raise
        except Exception as error:
            if os.environ.get("PATHFOLIO_DEBUG"):
                raise
            complain(words_of(ctx).problem("bug", {"kind": type(error).__name__}))
            ctx.exit(BUG)


def words_of(ctx: click.Context) -> Words:
    """The language chosen for this run."""
    found = ctx.find_object(Words)
    return found if found is not None else Words()


def words() -> Words:
    """The language of the command that runs now."""
    return words_of(click.get_current_context())


def complain(sentence: str) -> None:
    """Say what is wrong, on standard error."""
    click.echo(f"pathfolio: {sentence}", err=True)


def heading(text: str) -> None:
    """A heading, underlined so that it stands out without colour."""
    click.echo(f"\n{text}\n{'─' * min(len(text), 72)}")


def json_line(value: Mapping[str, Any]) -> None:
    """One JSON object on a line of its own, in plain ASCII so that no terminal can mangle it."""
    click.echo(json.dumps(value, ensure_ascii=True, separators=(", ", ": ")))


def progress(stage: str, done: int, total: int) -> None:
    """Show how far slow work has come, on standard error, where a person watches."""
    if sys.stderr.isatty():
        click.echo(f"\r\x1b[K{stage} {done}/{total}", err=True, nl=done >= total)


def passphrase(file: Path | None, *, new: bool = False) -> str:
    """The passphrase from a file, from PATHFOLIO_PASSPHRASE or from a prompt, in this order."""
    if file is not None:
        return _from_file(file)
    given = os.environ.get("PATHFOLIO_PASSPHRASE")
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise PersonError("passphrase_needed")
    prompt = words().text("Passphrase")
    again = words().text("The same passphrase again") if new else False
    return str(click.prompt(prompt, hide_input=True, confirmation_prompt=again, err=True))


def _from_file(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise PersonError("passphrase_file_unreadable", file=str(file)) from error
