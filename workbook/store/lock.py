"""One writer at a time: a lock on a file beside the workbook, which is never removed."""

from __future__ import annotations

import contextlib
import os
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from workbook.store.disk import CLOSE, NO_LINK
from workbook.store.failure import LOCKED, StoreError
from workbook.store.rights import Rights, give

Take = Callable[[], None]
"""Takes the lock at once or raises BlockingIOError."""
_SHORTEST, _LONGEST = 0.0005, 0.01
"""Seconds between two tries."""

try:
    import fcntl

    def _taker(fd: int, path: Path, rights: Rights) -> contextlib.AbstractContextManager[Take]:
        """What tries to take the lock; it is given back with the descriptor."""
        return contextlib.nullcontext(lambda: fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB))
except ImportError:  # not every system has it: Windows has not
    from workbook.store import lock_by_database

    def _taker(fd: int, path: Path, rights: Rights) -> contextlib.AbstractContextManager[Take]:
        """As above; the file that is locked is another, for this one says who holds it."""
        base = path.with_name(f"{path.name}.db")
        os.close(_open(base, rights))
        return lock_by_database.taker(base)


@contextlib.contextmanager
def locked(
    path: Path, name: str, *, seconds: Callable[[], float], rights: Rights, who: str
) -> Iterator[None]:
    """Holds the lock of the workbook `name`. Waits so long for it, then raises StoreError.

    seconds: asked again and again, so that a wait can be cut short. Raises OSError where the
    lock cannot be made. The lock ends with the process that holds it.
    """
    fd = _open(path, rights)
    try:
        with _taker(fd, path, rights) as take:
            _wait(take, seconds, fd, name)
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


def _wait(take: Take, seconds: Callable[[], float], fd: int, name: str) -> None:
    begun, pause = time.monotonic(), _SHORTEST
    while True:
        try:
            take()
        except (BlockingIOError, PermissionError):
            if time.monotonic() - begun >= seconds():
                raise _refusal(fd, name) from None
            time.sleep(pause)
            pause = min(pause * 1.5, _LONGEST)
        else:
            return


def _refusal(fd: int, name: str) -> StoreError:
    """Who holds the lock, as far as that is written there."""
    holder = os.read(fd, 200).decode(errors="replace").strip() or "another session"
    sentence = f"{name} is locked by {holder}. Try again when that is done."
    return StoreError(sentence, LOCKED, f"locked by {holder.partition(' (')[0]}")


def _sign(fd: int, who: str) -> None:
    """Writes who holds the lock, for those who wait. That it cannot be written stops nobody."""
    with contextlib.suppress(OSError):
        holder = f"{who or 'somebody'} (process {os.getpid()} on {socket.gethostname()})\n"
        os.ftruncate(fd, 0)
        os.write(fd, holder.encode(errors="replace"))
