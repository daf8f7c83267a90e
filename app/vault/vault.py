"""One learner's vault: a folder with `vault.db` and `vault.key`, open for one writer.

Only `vault.lock` is held; the data key leaves this module for SQLCipher and SecretBox alone.
"""

import contextlib
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from nacl import utils
from sqlite_utils import Database

from app.errors import PersonError
from app.files import write_atomically
from app.records.model import Fault
from app.vault import database, folders, keyfile, practice_folders, recovery, schema, writer
from app.vault.backup import back_up_database
from app.vault.keyfile import DATABASE_NAME, KEY_SIZE, MODERATE, Cost, KeyFile
from app.vault.refusals import told

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The time, aware, in UTC."""
    return datetime.now(UTC)


class Vault:
    """An open vault: connection, writer's lock and data key. A context manager; leaving it locks.

    `notices` are things to tell the learner about the opening: `vault_key_copy_used`; `vault_upgraded` (found, known,
    backup). One thread at a time is inside `reading` or `writing`; others wait.
    """

    def __init__(
        self,
        folder: Path,
        opened: Database,
        key: bytes,
        guard: int,
        *,
        notices: tuple[Fault, ...] = (),
        temporary: bool = False,
        clock: Clock = utc_now,
    ) -> None:
        self.folder = folder
        self.notices = notices
        self.is_temporary = temporary
        self._clock = clock
        self._opened: Database | None = opened
        self._key = bytearray(key)
        self._guard = guard
        self._turn = threading.RLock()

    @classmethod
    def temporary(cls, *, clock: Clock = utc_now) -> Self:
        """A practice vault in a temporary folder: a random key that is kept nowhere, gone when locked."""
        place = Path(tempfile.gettempdir())
        with told(place):
            folder = practice_folders.make_folder()
            guard = writer.hold(folder)
            key = utils.random(KEY_SIZE)
            database.create(folder / DATABASE_NAME, key)
            opened = database.connect(folder / DATABASE_NAME, key)
        return cls(folder, opened, key, guard, temporary=True, clock=clock)

    def __repr__(self) -> str:
        return f"<Vault {str(self.folder)!r} {'locked' if self.is_locked else 'open'}>"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.lock()

    @property
    def is_locked(self) -> bool:
        """True once `lock` was called."""
        return self._opened is None

    def lock(self) -> None:
        """Close the database, drop the key and let another writer in. A temporary vault is gone after that."""
        with self._turn:
            if self._opened is None:
                return
            self._opened.close()
            self._opened = None
            self._key[:] = bytes(len(self._key))
            self._key.clear()
            writer.release(self._guard)
            if self.is_temporary:
                shutil.rmtree(self.folder, ignore_errors=True)

    def now(self) -> str:
        """The time as the vault writes it: UTC, ISO 8601."""
        return self._clock().astimezone(UTC).isoformat()

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """The database, for reading. PersonError `vault_locked`, `vault_damaged`, `disk_failed`."""
        with self._turn, told(self.folder):
            yield self._database()

    @contextmanager
    def writing(self) -> Iterator[Database]:
        """One transaction: all of it is on the disk when the block ends, or none.

        PersonError `vault_locked`, `disk_full`, `folder_read_only`, `disk_failed`, `vault_damaged`.
        """
        with self._turn, told(self.folder), self._database().atomic() as opened:
            yield opened

    def change_passphrase(self, passphrase: str, *, cost: Cost = MODERATE) -> None:
        """Wrap the data key under a new passphrase; the recovery code stays. Takes a second or more.

        Backups made before still open with the old one. PersonError `passphrase_short`, `vault_temporary`.
        """
        self._rewrap(lambda keys, key: keyfile.with_passphrase(keys, key, passphrase, cost))

    def use_recovery_code(self, code: str) -> None:
        """Let another code, made by `recovery.new_code`, open the vault; the one before does no more.

        Nothing keeps the code itself. PersonError `vault_temporary`.
        """
        secret = recovery.read_code(code)
        self._rewrap(lambda keys, key: keyfile.with_recovery(keys, key, secret))

    def _rewrap(self, change: Callable[[KeyFile, bytes], KeyFile]) -> None:
        with self._turn, told(self.folder):
            self._database()
            if self.is_temporary:
                raise PersonError("vault_temporary")
            keys, _ = keyfile.load(self.folder)
            keyfile.save(self.folder, change(keys, bytes(self._key)))

    def _database(self) -> Database:
        if self._opened is None:
            raise PersonError("vault_locked")
        return self._opened


def create(
    folder: Path, passphrase: str, *, code: str = "", cost: Cost = MODERATE, clock: Clock = utc_now
) -> tuple[Vault, str]:
    """Make a vault in a folder that is new or empty; returns it open, and the recovery code to print.

    `code` is a recovery code that `recovery.new_code` made before. The folder appears whole or not at all. PersonError
    `vault_exists`, `folder_not_empty`, `passphrase_short`, `folder_read_only`, `disk_full`. Takes a second or more.
    """
    secret = recovery.read_code(code) if code else recovery.new_secret()
    key = utils.random(KEY_SIZE)
    with told(folder):
        with folders.new_folder(folder) as staging:
            keyfile.save(staging, keyfile.wrap(key, passphrase, secret, cost))
            database.create(staging / DATABASE_NAME, key)
        guard = writer.hold(folder)
        opened = database.connect(folder / DATABASE_NAME, key)
    return Vault(folder, opened, key, guard, clock=clock), recovery.write_code(secret)


def unlock(folder: Path, passphrase: str, *, clock: Clock = utc_now) -> Vault:
    """Open a vault with its passphrase. Takes a second or more.

    PersonError `wrong_passphrase`, `no_vault`, `vault_in_use`, `vault_newer` (found, known), `vault_key_missing`,
    `vault_key_damaged`, `vault_key_refused`, `vault_damaged` (see `salvage`), `folder_read_only`, `disk_full`.
    """
    return _unlock(folder, lambda keys: keyfile.unwrap(keys, passphrase), clock)


def unlock_with_recovery(folder: Path, code: str, *, clock: Clock = utc_now) -> Vault:
    """Open a vault with its recovery code as typed.

    PersonError as `unlock`, with `wrong_recovery_code`, `recovery_code_length`, `recovery_code_symbol` and
    `recovery_code_check` in place of `wrong_passphrase`.
    """
    secret = recovery.read_code(code)
    return _unlock(folder, lambda keys: keyfile.unwrap_with_recovery(keys, secret), clock)


def _unlock(folder: Path, unwrap: Callable[[KeyFile], bytes], clock: Clock) -> Vault:
    if not folders.holds_vault(folder):
        raise PersonError("no_vault", place=str(folder))
    with told(folder), contextlib.ExitStack() as undo:
        guard = writer.hold(folder)
        undo.callback(writer.release, guard)
        keys, from_copy = keyfile.load(folder)
        key = unwrap(keys)
        opened = database.open_sound(folder / DATABASE_NAME, key)
        undo.callback(opened.close)
        notices = [Fault("vault_key_copy_used")] if from_copy else []
        notices += _upgrade(folder, opened)
        _mend_keys(folder, keys)
        undo.pop_all()
    return Vault(folder, opened, key, guard, notices=tuple(notices), clock=clock)


def _upgrade(folder: Path, opened: Database) -> list[Fault]:
    """Bring an older vault up to date; a backup comes first."""
    found, known = schema.version(opened), len(schema.MIGRATIONS)
    if found == known:
        return []
    path = folder / "backups" / f"before-version-{known}-{utc_now():%Y%m%d-%H%M%S}.pathfolio"
    path.parent.mkdir(mode=0o700, exist_ok=True)
    back_up_database(opened, folder, path)
    schema.migrate(opened)
    return [Fault("vault_upgraded", {"found": found, "known": known, "backup": str(path)})]


def _mend_keys(folder: Path, keys: KeyFile) -> None:
    """Make `vault.key` and its copy the same again, and clear what a kill left of a save."""
    wanted = keyfile.to_bytes(keys)
    for name in (keyfile.KEY_NAME, keyfile.COPY_NAME):
        path = folder / name
        if not path.exists() or path.read_bytes() != wanted:
            write_atomically(path, wanted)
    for litter in folder.glob(".vault.key*"):
        litter.unlink()
