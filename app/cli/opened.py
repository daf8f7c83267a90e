"""Opening a vault for a command, with the program's own data and what is at hand beside it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from app.cli.terminal import PATH, complain, passphrase, words
from app.errors import PersonError
from app.journey import shelf, vaults
from app.journey.goal.pay_place import pay_place
from app.journey.issuers.lists import address_of
from app.journey.session import Session
from app.trust.documents import NO_DOCUMENTS, load_documents
from app.trust.registries import KnownList, ListAddress, load_registry
from pathways.pack.labour import NATION

AT_HAND = "pathfolio.at_hand."
PASSPHRASE_FILE = click.option("--passphrase-file", type=PATH, help="File that holds the passphrase.")
VAULT = click.option(
    "--vault",
    "folder",
    type=PATH,
    envvar="PATHFOLIO_VAULT",
    default=shelf.usual_vault,
    help="The vault's folder; without it, PATHFOLIO_VAULT or the one on this computer.",
)
ONLY_SIGNED = click.option("--only-signed", is_flag=True, help="Count only what signed records show.")
AREA = click.option(
    "--area", metavar="CODE", help="State or area to tell the pay of (see: pack areas); else the place you chose."
)


def _remember(ctx: click.Context, param: click.Parameter, value: object) -> None:
    ctx.meta[f"{AT_HAND}{param.name}"] = value


def opening(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of a command that opens a vault; documents and lists reach `opened` through click's context."""
    documents = click.option(
        "--documents",
        type=PATH,
        expose_value=False,
        callback=_remember,
        help="Folder whose index.json stands for the network.",
    )
    registry = click.option(
        "--registry",
        multiple=True,
        metavar="FILE|ADDRESS",
        expose_value=False,
        callback=_remember,
        help="List of known issuers: a file, or where websites are asked the address of one.",
    )
    return PASSPHRASE_FILE(documents(registry(command)))


def lists_of(named: Iterable[str], *, online: bool) -> tuple[KnownList, ...]:
    """Lists of known issuers as options name them. PersonError as `load_registry`; list_needs_online."""
    return tuple(_list_of(one, online=online) for one in named)


def _list_of(named: str, *, online: bool) -> KnownList:
    if "://" not in named:
        return load_registry(Path(named))
    if not online:
        raise PersonError("list_needs_online", address=named)
    return ListAddress(address_of(named))


@contextmanager
def opened(folder: Path, passphrase_file: Path | None, *, online: bool = False) -> Iterator[Session]:
    """The journey of one vault, locked again at the end; `online` where websites may be asked."""
    meta = click.get_current_context().meta
    documents, lists = meta.get(f"{AT_HAND}documents"), meta.get(f"{AT_HAND}registry") or ()
    at_hand = load_documents(documents) if documents else NO_DOCUMENTS
    registries = lists_of(lists, online=online)
    shelf.refuse_no_vault(folder)
    with vaults.unlocked(folder, passphrase(passphrase_file), at_hand, registries) as session:
        for notice in vaults.whose(session).notices:
            complain(words().problem(notice.code, notice.values))
        yield session


def pay_area(session: Session, named: str | None) -> str:
    """The code of the place to tell pay of: the one named, else the one the learner chose, else the U.S."""
    chosen = pay_place(session)
    return named or (chosen.code if chosen else NATION)
