"""A lock for systems without `fcntl`: SQLite's, which it has for each system and which ends with
the process too. Nothing is written into the database.

All who write a workbook must lock in one way: over a shared disk such a system and one that has
`fcntl` do not wait for each other.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path


@contextmanager
def taker(path: Path) -> Iterator[Callable[[], None]]:
    """What tries to lock an empty file; the lock is given back at the end.

    It raises BlockingIOError where somebody else holds the lock, OSError where there can be none.
    """
    try:
        opened = sqlite3.connect(path, timeout=0, isolation_level=None)
    except sqlite3.Error as error:
        raise OSError(errno.EIO, str(error)) from None
    with closing(opened) as base:
        yield lambda: _take(base)


def _take(base: sqlite3.Connection) -> None:
    try:
        base.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY:
            raise BlockingIOError(errno.EAGAIN, str(error)) from None
        raise OSError(errno.EIO, str(error)) from None
