"""Who may read and write a workbook: its mode and group are kept, and a new one is private."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path
from typing import NamedTuple

KEEP = -1
"""For a group: the one that the system gives."""


class Rights(NamedTuple):
    """Mode and group of a file."""

    mode: int
    group: int


def rights(path: Path) -> Rights:
    """The rights of the file at a path; where there is none, those that a new one gets.

    That is private, or in a folder that a group and not everyone may write in, the group's.
    """
    folder = path.parent.stat()
    with contextlib.suppress(FileNotFoundError):
        found = path.stat()
        return Rights(stat.S_IMODE(found.st_mode) & 0o777, found.st_gid)
    shared = folder.st_mode & (stat.S_IWGRP | stat.S_IWOTH) == stat.S_IWGRP
    return Rights(0o660, folder.st_gid) if shared else Rights(0o600, KEEP)


def give(fd: int, wanted: Rights) -> None:
    """Gives a file its rights, whatever the umask says.

    Where the group cannot be given, the wrong group gets no more than everyone has. Some systems
    have no such rights.
    """
    if not hasattr(os, "fchmod"):
        return
    mode = wanted.mode
    if wanted.group not in (KEEP, os.fstat(fd).st_gid):
        try:
            os.fchown(fd, -1, wanted.group)
        except OSError:
            mode &= 0o707 | (mode & 0o007) << 3
    os.fchmod(fd, mode)


def why_not_writable(path: Path, name: str) -> str:
    """Why a workbook can be read and not changed, as a sentence; "" where it can be changed."""
    if not os.access(path, os.W_OK):
        return f"{name} can be read and not changed: you have no right to write to it."
    if not os.access(path.parent, os.W_OK | os.X_OK):
        return f"{name} can be read and not changed: you have no right to write in its folder."
    if _stuck(path):
        return (
            f"{name} can be read and not changed: in its folder only its owner may replace it. "
            "Move it to a folder of your group."
        )
    side = Path(f"{path}.d")
    if os.path.lexists(side) and not os.access(side, os.W_OK | os.X_OK):
        return f"{name} can be read and not changed: you have no right to write in {name}.d."
    return ""


def _stuck(path: Path) -> bool:
    """Whether the folder's sticky bit keeps us from replacing the file."""
    folder, me = path.parent.stat(), os.geteuid() if hasattr(os, "geteuid") else 0
    return bool(folder.st_mode & stat.S_ISVTX) and me not in (0, path.stat().st_uid, folder.st_uid)
