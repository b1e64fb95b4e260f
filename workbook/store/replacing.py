"""Putting a file in place of another: whole or not at all, and safe from a power cut."""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
from collections.abc import Callable
from functools import partial
from glob import escape
from pathlib import Path

from workbook.store.disk import Disk, wait_for
from workbook.store.rights import Rights, give

_LONG = 200
"""Bytes of a name above which a temporary name would be too long for the file system."""


def replace(
    target: Path, data: bytes, disk: Disk, rights: Rights, before: Callable[[], None] = lambda: None
) -> int:
    """Puts `data` in place of a file, or of none; gives the open descriptor of the new file.

    `before` is called when all bytes are safe, just before the new file takes the name. The
    caller flushes the folder. Raises OSError; then the old file stands as it was.
    """
    temporary = target.with_name(f"{_stem(target)}{secrets.token_hex(4)}.tmp")
    fd = disk.create(temporary, 0o600)
    try:
        _fill(fd, data, disk, rights)
        before()
        disk.rename(temporary, target)
    except BaseException:
        os.close(fd)
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    return fd


def create(target: Path, data: bytes, disk: Disk, rights: Rights) -> None:
    """Makes a file that must not be there yet. Raises FileExistsError and other OSErrors."""
    temporary = target.with_name(f"{_stem(target)}{secrets.token_hex(4)}.tmp")
    fd = disk.create(temporary, 0o600)
    try:
        _fill(fd, data, disk, rights)
        _name(temporary, target, disk)
    finally:
        os.close(fd)
        temporary.unlink(missing_ok=True)
    disk.flush_folder(target.parent)


def _name(temporary: Path, target: Path, disk: Disk) -> None:
    """A link is refused where a file stands, a renaming is not; some disks know no links."""
    try:
        disk.link(temporary, target)
    except FileExistsError:
        raise
    except OSError:
        if os.path.lexists(target):
            raise
        disk.rename(temporary, target)


def _fill(fd: int, data: bytes, disk: Disk, rights: Rights) -> None:
    give(fd, rights)
    rest = memoryview(data)
    while rest:
        rest = rest[disk.write(fd, rest) :]
    wait_for(disk, partial(disk.flush, fd))


def leftovers(target: Path) -> list[Path]:
    """The temporary files that a killed process left; whoever holds the lock may remove them."""
    return [*target.parent.glob(f"{escape(_stem(target))}*.tmp")]


def _stem(target: Path) -> str:
    """What the names of a file's temporary files begin with."""
    name = os.fsencode(target.name)
    short = target.name if len(name) <= _LONG else hashlib.blake2b(name, digest_size=8).hexdigest()
    return f".{short}."
