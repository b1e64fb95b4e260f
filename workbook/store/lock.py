"""One writer at a time: a lock on a file beside the workbook, which is never removed."""

from __future__ import annotations

import contextlib
import os
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from workbook.store.disk import CLOSE, NO_LINK
from workbook.store.failure import LOCKED, StoreError
from workbook.store.rights import Rights, give

_SHORTEST, _LONGEST = 0.0005, 0.01
"""Seconds between two tries."""

if sys.platform == "win32":
    import msvcrt

    def _take(fd: int) -> None:
        msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(fd: int) -> None:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextlib.contextmanager
def locked(path: Path, name: str, *, seconds: float, rights: Rights, who: str) -> Iterator[None]:
    """Holds the lock of the workbook `name`. Waits so long for it, then raises StoreError.

    Raises OSError where the lock cannot be made. The lock ends with the process that holds it.
    """
    fd = _open(path, rights)
    try:
        _wait(fd, name, seconds)
        _sign(fd, who)
        yield
    finally:
        os.close(fd)


def _open(path: Path, rights: Rights) -> int:
    ours = os.O_RDWR | NO_LINK | CLOSE
    try:
        return os.open(path, ours)
    except FileNotFoundError:
        pass
    try:
        fd = os.open(path, ours | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return os.open(path, ours)
    give(fd, rights)
    return fd


def _wait(fd: int, name: str, seconds: float) -> None:
    end, pause = time.monotonic() + seconds, _SHORTEST
    while True:
        try:
            _take(fd)
        except (BlockingIOError, PermissionError):
            if time.monotonic() >= end:
                raise StoreError(_held_by(fd, name), LOCKED) from None
            time.sleep(pause)
            pause = min(pause * 1.5, _LONGEST)
        else:
            return


def _held_by(fd: int, name: str) -> str:
    holder = os.read(fd, 200).decode(errors="replace").strip() or "another session"
    return f"{name} is locked by {holder}. Try again when that is done."


def _sign(fd: int, who: str) -> None:
    """Writes who holds the lock, for those who wait. That it cannot be written stops nobody."""
    with contextlib.suppress(OSError):
        holder = f"{who or 'somebody'} (process {os.getpid()} on {socket.gethostname()})\n"
        os.ftruncate(fd, 0)
        os.write(fd, holder.encode(errors="replace"))
