"""What websites said when the learner asked them: each address once, as it was last had, with its day."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.vault.vault import Vault

OWN = "list:"
"""How the address begins of what came from a file of the learner's own, and from no website."""


@dataclass(frozen=True)
class StoredPage:
    """An address and what it gave (None: nothing, and `failure` says why); `asked_at` is UTC ISO 8601."""

    address: str
    what: str
    asked_at: str
    content: bytes | None
    failure: str


def keep_page(vault: Vault, page: StoredPage) -> None:
    """Keep what an address gave in place of what it gave before."""
    with vault.writing() as database:
        database.execute(
            "INSERT INTO page (address, what, asked_at, content, failure) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (address) DO UPDATE SET what = excluded.what, asked_at = excluded.asked_at,"
            " content = excluded.content, failure = excluded.failure",
            [page.address, page.what, page.asked_at, page.content, page.failure],
        )


def pages(vault: Vault) -> tuple[StoredPage, ...]:
    """Every page of a website, by address."""
    sql = "SELECT * FROM page WHERE substr(address, 1, 5) <> ? ORDER BY address"
    with vault.reading() as database:
        return tuple(StoredPage(**row) for row in database.query(sql, [OWN]))


def is_own(address: str) -> bool:
    """Whether what is kept under an address came from a file of the learner's own."""
    return address.startswith(OWN)


def page(vault: Vault, address: str) -> StoredPage | None:
    """One page, be it a website's or the learner's own."""
    with vault.reading() as database:
        return next(
            (StoredPage(**row) for row in database.query("SELECT * FROM page WHERE address = ?", [address])), None
        )


def forget_pages(vault: Vault, addresses: Iterable[str] | None = None) -> int:
    """Remove pages, all those of websites unless some are named; how many went."""
    with vault.writing() as database:
        if addresses is None:
            return database.execute("DELETE FROM page WHERE substr(address, 1, 5) <> ?", [OWN]).rowcount
        return sum(database.execute("DELETE FROM page WHERE address = ?", [one]).rowcount for one in addresses)
