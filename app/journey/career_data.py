"""The career data in use: what ships with the program, and what the learner brought beside it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from app.places import careers_pack, own_pack
from pathways.errors import PathwaysError

if TYPE_CHECKING:
    from app.journey.session import Session
    from pathways.frameworks.recognize import Given
    from pathways.frameworks.take import Kept
    from pathways.pack.own import Ready, Summary
    from pathways.pack.store import PackInfo

State = Literal["none", "used", "other_program", "unreadable"]
Tell = Callable[[float], object]
LOCK_NAME = "careers.lock"


@dataclass(frozen=True)
class CareerData:
    """What ships with the program, what was brought, and whether that is used.

    `areas`: pay of states or areas is among what is used. `state`: `none` was brought; it is `used`; it was built by
    another version of the program and must be built again (`other_program`); it is damaged (`unreadable`).
    """

    shipped: "PackInfo"
    brought: tuple["Kept", ...]
    state: State
    areas: bool = False


def pack_in_use() -> Path:
    """The learner's own pack where there is one that can be used, else the one that ships with the program."""
    return own_pack() if _state() == "used" else careers_pack()


def _state() -> State:
    own = own_pack()
    if not own.is_file():
        return "none"
    from pathways.pack.own import fits

    try:
        return "used" if fits(own, careers_pack()) else "other_program"
    except PathwaysError as error:
        return "other_program" if error.code in ("pack_older", "pack_newer") else "unreadable"


def career_data() -> CareerData:
    """What there is. PathwaysError as `pack_info` where what ships with the program cannot be read."""
    from pathways.pack.brought import read_brought
    from pathways.pack.store import pack_info

    shipped, state = pack_info(careers_pack()), _state()
    try:
        return CareerData(shipped, read_brought(own_pack(), tables=False), state, state == "used" and _has_areas())
    except PathwaysError:
        return CareerData(shipped, (), "unreadable")


def _has_areas() -> bool:
    from pathways.pack import labour
    from pathways.pack.store import open_pack

    with open_pack(own_pack()) as pack:
        return bool(labour.areas(pack))


def attribution_of(one: "Kept") -> str:
    """The words that the license of a release asks for; empty where it asks for none."""
    from pathways.pack.sources import ESCO_ATTRIBUTION, onet_attribution

    if one.framework == "onet":
        return onet_attribution(one.version)
    return ESCO_ATTRIBUTION if one.framework == "esco" else ""


def look(paths: Sequence[Path], tell: Tell = lambda _share: None) -> "Given":
    """What the files, zips or folders are, before anything is added. PathwaysError as `recognize`."""
    from pathways.frameworks.given import given_files
    from pathways.frameworks.recognize import recognize

    return recognize(given_files(paths), tell)


def add(given: "Given", tell: Tell, session: "Session | None" = None) -> "Summary":
    """Add what was given; from then on it is in use, in `session` too.

    `tell` hears the share done and may stop it by raising: then nothing has changed. PathwaysError as `own.add`;
    PersonError `career_data_in_use` while another changes it.
    """
    from pathways.pack import own

    day = datetime.now(UTC).date().isoformat()
    with _alone():
        return _put(own.add(careers_pack(), own_pack(), given.releases, tell, day), session)


def remove(name: str, tell: Tell, session: "Session | None" = None) -> "Summary":
    """Take out one release that was brought. PathwaysError as `own.remove`; PersonError as `add`."""
    from pathways.pack import own

    with _alone():
        return _put(own.remove(careers_pack(), own_pack(), name, tell), session)


def build_again(tell: Tell, session: "Session | None" = None) -> "Summary":
    """Build what was brought again, for this version of the program. Errors as `own.again`; PersonError as `add`."""
    from pathways.pack import own

    with _alone():
        return _put(own.again(careers_pack(), own_pack(), tell), session)


def remove_all(session: "Session | None" = None) -> None:
    """Take out all that was brought, also where it is damaged. PersonError as `add`."""
    from pathways.pack.own import Ready, Summary

    with _alone():
        _put(Ready(own_pack(), None, Summary((), (), (), {})), session)


def _put(ready: "Ready", session: "Session | None") -> "Summary":
    """Put it in place, after the journey let go of the one before: Windows lets no open file be replaced."""
    if session is None or session.practice:
        return ready.put()
    session.pack.reopen(careers_pack())
    try:
        return ready.put()
    finally:
        session.pack.reopen(pack_in_use())


@contextmanager
def _alone() -> Iterator[None]:
    """From reading what was brought to putting the new pack in place nobody else may: what they add would be lost."""
    from app.files import make_folder
    from app.vault import writer
    from app.vault.refusals import told

    folder = own_pack().parent
    make_folder(folder)
    with told(folder):
        handle = writer.hold(folder, LOCK_NAME, "career_data_in_use")
    try:
        yield
    finally:
        writer.release(handle)
