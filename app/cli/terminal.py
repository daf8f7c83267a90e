"""What every command shares: language, one-sentence errors, safe lines, JSON lines, answers and passphrases."""

import errno
import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any

import click

from app.errors import PersonError
from app.places import careers_pack, own_pack
from app.records.text import shown_text
from app.wording import Words
from pathways.errors import PathwaysError

PERSON, USAGE, BUG, STOPPED = 1, 2, 3, 130
PATH = click.Path(path_type=Path, readable=False)
"""A file or folder; whether it can be read is told by what reads it."""
LONGEST_PASSPHRASE = 10_000
PLAIN = str.maketrans("✓×●◐○■□─–“”‘’…", "+x*~o#.--\"\"''~")
"""Shapes for terminals that cannot show the usual ones."""


class OneSentenceError(click.ClickException):
    """A command given wrongly, said in one sentence."""

    exit_code = USAGE

    def __init__(self, error: click.UsageError) -> None:
        super().__init__(" ".join(error.format_message().split()))
        self.path = error.ctx.command_path if error.ctx else "pathfolio"

    def show(self, file: Any = None) -> None:  # noqa: ANN401, ARG002  click's own signature
        """Say it on standard error, with where to read more."""
        stop = "" if self.message.endswith((".", "?")) else "."
        complain(f"{self.message}{stop} See: {self.path} --help")


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
        found: click.Command = getattr(import_module(self.modules[cmd_name]), cmd_name.replace("-", "_"))
        return found

    def make_context(self, *args: Any, **extra: Any) -> click.Context:  # noqa: ANN401  click's own types
        """Read the group's own options; say what is wrong with them in a sentence."""
        with _one_sentence():
            return super().make_context(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  click's own type
        """Run the command; say a person's error in a sentence and exit 1."""
        try:
            with _one_sentence():
                return super().invoke(ctx)
        except (PersonError, PathwaysError) as error:
            complain(_sentence(ctx, error))
            ctx.exit(PERSON)
        except (KeyboardInterrupt, click.Abort):
            complain(words_of(ctx).text("Stopped."))
            ctx.exit(STOPPED)
        except (click.exceptions.Exit, click.ClickException, BrokenPipeError):
            raise
        except Exception as error:
            if _debugging():
                raise
            if damaged := _damaged_pack():
                complain(words_of(ctx).problem("pack_unreadable", {"file": damaged}))
                ctx.exit(PERSON)
            complain(words_of(ctx).problem("bug", {"kind": type(error).__name__}))
            ctx.exit(BUG)


def _sentence(ctx: click.Context, error: PersonError | PathwaysError) -> str:
    """The sentence for an error; one that is missing is a fault of ours, said without a traceback."""
    try:
        return words_of(ctx).problem(error.code, error.values)
    except (LookupError, ValueError):
        if _debugging():
            raise
        return words_of(ctx).problem("bug", {"kind": error.code})


def _damaged_pack() -> Path | None:
    """The career data that are not as they were built, if any were read; then what went wrong is no fault of ours."""
    if "pathways.pack.store" not in sys.modules:
        return None
    from pathways.pack.store import intact

    for path in (one for one in (careers_pack(), own_pack()) if one == careers_pack() or one.is_file()):
        try:
            if not intact(path):
                return path
        except PathwaysError:
            return path
    return None


def _debugging() -> bool:
    return bool(os.environ.get("PATHFOLIO_DEBUG"))


@contextmanager
def _one_sentence() -> Iterator[None]:
    try:
        yield
    except click.exceptions.NoArgsIsHelpError:
        raise
    except click.UsageError as error:
        raise OneSentenceError(error) from error


def words_of(ctx: click.Context) -> Words:
    """The language chosen for this run."""
    found = ctx.find_object(Words)
    return found if found is not None else Words(in_terminal=True)


def words() -> Words:
    """The language of the command that runs now."""
    return words_of(click.get_current_context())


def tell(text: str = "", *, err: bool = False) -> None:
    """Print lines, on standard error if asked. What could steer a terminal or hide in it never gets there.

    PersonError `output_failed` where what the answer goes to takes no more.
    """
    safe = "\n".join(map(shown_text, text.split("\n")))
    try:
        click.echo(_showable(safe, sys.stderr if err else sys.stdout), err=err)
    except OSError as error:
        if err or error.errno == errno.EPIPE:
            raise
        _let_go_of_output()
        raise PersonError("output_failed") from error


def _showable(text: str, stream: Any) -> str:  # noqa: ANN401  whatever stands for a stream
    """`text` as a terminal of another encoding than UTF-8 can show it, in plain shapes."""
    encoding = getattr(stream, "encoding", None) or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(PLAIN).encode(encoding, "replace").decode(encoding)
    return text


def _let_go_of_output() -> None:
    """What could not be written must not be tried again when the program ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def complain(sentence: str) -> None:
    """Say what is wrong, on standard error, on one line."""
    tell("pathfolio: " + " ".join(sentence.splitlines()), err=True)


def heading(text: str) -> None:
    """A heading, underlined so that it stands out without colour."""
    line = " ".join(text.splitlines())
    tell(f"\n{line}\n{'─' * min(len(line), 72)}")


def json_line(value: Mapping[str, Any]) -> None:
    """One JSON object on a line of its own, in plain ASCII so that no terminal can mangle it."""
    tell(json.dumps(value, ensure_ascii=True, separators=(", ", ": ")).replace("\x7f", "\\u007f"))


def progress(stage: str, done: int, total: int | None = None) -> None:
    """Show how far slow work has come, on standard error, where a person watches; without a total, until cleared."""
    if sys.stderr is not None and sys.stderr.isatty():
        line = _showable(shown_text(stage), sys.stderr) + f" {done}" + (f"/{total}" if total else "")
        click.echo(f"\r\x1b[K{line}", err=True, nl=total is not None and done >= total)


def clear_progress() -> None:
    """Take the line of `progress` away."""
    if sys.stderr is not None and sys.stderr.isatty():
        click.echo("\r\x1b[K", err=True, nl=False)


def confirmed(question: str) -> bool:
    """The learner's yes or no. PersonError `answer_needed` where nobody is there to answer."""
    try:
        return click.confirm(_showable(question, sys.stderr), err=True)
    except click.Abort:
        if sys.stdin is not None and sys.stdin.isatty():
            raise
        click.echo(err=True)
        raise PersonError("answer_needed") from None


def passphrase(file: Path | None, *, new: bool = False) -> str:
    """The passphrase from a file, from PATHFOLIO_PASSPHRASE or from a prompt, in this order."""
    if file is not None:
        return _from_file(file)
    given = os.environ.get("PATHFOLIO_PASSPHRASE")
    if given is not None:
        return given
    if sys.stdin is None or not sys.stdin.isatty():
        raise PersonError("passphrase_needed")
    prompt = _showable(words().text("New passphrase") if new else words().text("Passphrase"), sys.stderr)
    again = _showable(words().text("The same passphrase again"), sys.stderr) if new else False
    return str(click.prompt(prompt, hide_input=True, confirmation_prompt=again, err=True))


def hidden(question: str) -> str | None:
    """Something secret that is typed and not shown; None where nobody is there to type it."""
    if sys.stdin is None or not sys.stdin.isatty():
        return None
    return str(click.prompt(_showable(question, sys.stderr), hide_input=True, err=True))


def watched() -> bool:
    """Whether someone is there to answer a question."""
    return sys.stdin is not None and sys.stdin.isatty()


def _from_file(file: Path) -> str:
    try:
        with file.open(encoding="utf-8-sig") as stream:
            text = stream.read(LONGEST_PASSPHRASE + 1)
    except (OSError, ValueError) as error:
        raise PersonError("passphrase_file_unreadable", file=str(file)) from error
    if len(text) > LONGEST_PASSPHRASE:
        raise PersonError("passphrase_file_unreadable", file=str(file))
    return text.rstrip("\r\n")
