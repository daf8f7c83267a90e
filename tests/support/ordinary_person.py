"""Running as somebody whom the system may refuse: tests often run as root, who is refused nothing."""

import os
from contextlib import contextmanager


@contextmanager
def as_ordinary_person(*folders):
    """Without root's leave to write everywhere; `folders` are given to that person."""
    if os.geteuid() != 0:
        yield
        return
    for folder in folders:
        for path in (folder, *folder.rglob("*")):
            os.chown(path, 65534, 65534)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)
