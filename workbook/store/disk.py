"""The workbook's file: which file it is, what is read from it, and the calls that change it."""

from __future__ import annotations

import errno
import os
import stat
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, TypeVar

from workbook.store.failure import Damaged, StoreError, reason
from workbook.store.format import LARGEST, refuse_size

T = TypeVar("T")
CLOSE = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
"""For every file: no child gets it, and its bytes stay as they are."""
NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)
_UNKNOWN = {errno.EINVAL, errno.ENOTSUP, errno.ENOSYS}
_LOOK = 0.05
"""Seconds between two looks whether a flush is still to be waited for."""
_TRIES, _BETWEEN = 5, 0.05
"""How often a file that makes no sense is looked at again: somebody may be writing it."""


class Identity(NamedTuple):
    """Which file it is. While it is held open no other can have the same (store.md 2)."""

    device: int
    inode: int
    changed: int
    size: int


class Found(NamedTuple):
    """A file as it was read. `fd` stays open and is the reader's to close."""

    data: bytes
    identity: Identity
    fd: int


class Disk:
    """The calls that change the disk, and no others: a test can let each of them fail.

    hurried: whether the process ends in a moment. Then nobody waits for the disk any more.
    """

    hurried = False

    def create(self, path: Path, mode: int) -> int:
        """Makes a file that must not be there yet; gives its descriptor. Follows no link."""
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | NO_LINK | CLOSE, mode)

    def write(self, fd: int, data: memoryview) -> int:
        """Writes some of the bytes, and says how many."""
        return os.write(fd, data)

    def flush(self, fd: int) -> None:
        """Waits until a file's bytes are safe from a power cut."""
        os.fsync(fd)

    def rename(self, old: Path, new: Path) -> None:
        """Puts a file in place of another, in one step."""
        old.replace(new)

    def link(self, old: Path, new: Path) -> None:
        """Gives a file a second name."""
        new.hardlink_to(old)

    def flush_folder(self, folder: Path) -> None:
        """Waits until the names in a folder are safe from a power cut, where that can be asked.

        Some systems and network disks do not know it of folders; a folder may be closed to reading.
        """
        try:
            fd = os.open(folder, os.O_RDONLY | CLOSE)
        except PermissionError:
            return
        try:
            os.fsync(fd)
        except OSError as error:
            if error.errno not in _UNKNOWN:
                raise
        finally:
            os.close(fd)


class Unhurried(Disk):
    """What nobody misses after a power cut waits for no disk."""

    hurried = True


def wait_for(disk: Disk, flush: Callable[[], None]) -> bool:
    """Waits for a flush until it is through, or until the disk is hurried: then also one that was
    begun long ago keeps nobody, and the system writes when it can. Says whether it is through.
    Raises OSError as it does.
    """
    done, failures = threading.Event(), list[BaseException]()

    def work() -> None:
        try:
            flush()
        except BaseException as error:  # noqa: BLE001  # it is raised where it is waited for
            failures.append(error)
        done.set()

    with suppress(RuntimeError):  # where the process ends already no thread can be started
        if not disk.hurried:
            threading.Thread(target=work, name="flush", daemon=True).start()
            while not (done.wait(_LOOK) or disk.hurried):
                pass
    if failures:
        raise failures[0]
    return done.is_set()


def close(fd: int) -> None:
    """Lets go of a file that was read."""
    os.close(fd)


def identity(path: Path) -> Identity | None:
    """Which file stands at a path; None for none. Raises OSError."""
    try:
        return _identity(path.stat())
    except FileNotFoundError:
        return None


def of_open(fd: int) -> Identity:
    """Which file a descriptor is of."""
    return _identity(os.fstat(fd))


def _identity(found: os.stat_result) -> Identity:
    return Identity(found.st_dev, found.st_ino, found.st_mtime_ns, found.st_size)


def read(path: Path, name: str) -> Found:
    """Reads a file without ever waiting for one that is none.

    Raises FileNotFoundError, and StoreError with `name` for what cannot be read.
    """
    try:
        _check(path.stat(), name)
        fd = os.open(path, os.O_RDONLY | _NO_WAIT | CLOSE)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise StoreError(f"{name} cannot be read: {reason(error)}.") from None
    try:
        return _read(fd, name)
    except BaseException:
        os.close(fd)
        raise


def _check(found: os.stat_result, name: str) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise StoreError(f"{name} is a folder; give the name of a workbook in it.")
    if not stat.S_ISREG(found.st_mode):
        raise StoreError(f"{name} is not a file: a workbook cannot be a pipe or a device.")
    refuse_size(found.st_size, name)


def _read(fd: int, name: str) -> Found:
    before = os.fstat(fd)
    _check(before, name)
    try:
        with open(fd, "rb", closefd=False) as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise StoreError(f"{name} cannot be read: {reason(error)}.") from None
    after = of_open(fd)
    if after != _identity(before) or len(data) != after.size:
        raise Damaged(f"{name} is being written by another program; try again when it is done.")
    return Found(data, after, fd)


def patiently(reading: Callable[[], T]) -> T:
    """Does a reading again a few times before a file counts as damaged. Raises StoreError."""
    for _ in range(_TRIES - 1):
        try:
            return reading()
        except Damaged:
            time.sleep(_BETWEEN)
    return reading()
