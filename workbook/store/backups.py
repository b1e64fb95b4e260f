"""Earlier versions of a workbook, in FILE.d/backups."""

from __future__ import annotations

import errno
import secrets
import shutil
import time
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shlex import quote
from typing import NamedTuple

from workbook.store import disk as files
from workbook.store.beside import Beside
from workbook.store.disk import Disk
from workbook.store.failure import StoreError
from workbook.store.format import Content, loads
from workbook.store.migrations import SCHEMA

NEWEST, HOURS, DAYS = 20, timedelta(days=1), timedelta(days=30)
"""How many of the newest stay; how long one an hour stays, and one a day."""
_STAMP = "%Y%m%dT%H%M%S"
_NO_LINKS = {errno.EPERM, errno.EXDEV, errno.EMLINK, errno.EOPNOTSUPP, errno.ENOSYS}


class Backups:
    """Keeps the file that a save replaces.

    A hard link is enough, for the bytes of a replaced file are never written again. A session
    keeps the first file that it replaces and then one in `every` seconds: autosave would push
    out everything older within a minute of typing. They get fewer with age.
    """

    def __init__(self, folder: Path, disk: Disk, every: float) -> None:
        self._folder, self._disk, self._every = folder, disk, every
        self._last: float | None = None

    def keep(self, workbook: Path, *, of_format: int = SCHEMA) -> None:
        """Keeps the file as it is now, if it is time to. Raises OSError.

        of_format: the format that it is written in; one of an older format stays for good.
        """
        if self._last is not None and time.monotonic() - self._last < self._every:
            return
        old = f"format-{of_format}-" if of_format < SCHEMA else ""
        name = self._folder / f"{old}{_written(workbook)}-{secrets.token_hex(3)}.json"
        try:
            self._disk.link(workbook, name)
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            shutil.copy2(workbook, name)
        self._last = time.monotonic()
        for one in thinned(versions(self._folder)):
            one.path.unlink(missing_ok=True)


def _written(workbook: Path) -> str:
    """When a file was written, so that names sort by age; to the nanosecond."""
    changed = workbook.stat().st_mtime_ns
    moment = datetime.fromtimestamp(changed // 10**9, UTC)
    return f"{moment:{_STAMP}}.{changed % 10**9:09d}Z"


class Backup(NamedTuple):
    """A version that was kept, and when it was written."""

    path: Path
    at: datetime


def versions(folder: Path) -> list[Backup]:
    """What a folder of backups holds, the newest first; one that cannot be looked at, nothing."""
    try:
        found = [_backup(one) for one in folder.glob("*.json")]
    except OSError:
        return []
    return sorted((one for one in found if one), key=lambda one: one.path.name, reverse=True)


def _backup(path: Path) -> Backup | None:
    """The version that a name stands for; None for a name of another sort."""
    try:
        moment, fraction = path.name[:15], path.name[16:22]
        at = datetime.strptime(f"{moment}{fraction}", f"{_STAMP}%f").replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(path, at)


def thinned(kept: Iterable[Backup]) -> Iterator[Backup]:
    """Those that go, of versions from the newest on.

    The newest twenty stay, then the newest of each hour for a day, of each day for a month.
    """
    hours: set[str] = set()
    days: set[str] = set()
    newest: datetime | None = None
    for number, one in enumerate(kept):
        newest = newest or one.at
        age, hour, day = newest - one.at, f"{one.at:%Y%m%d%H}", f"{one.at:%Y%m%d}"
        stays = (
            number < NEWEST
            or (age <= HOURS and hour not in hours)
            or (age <= DAYS and day not in days)
        )
        hours.add(hour)
        days.add(day)
        if not stays:
            yield one


class Good(NamedTuple):
    """A backup that can be read, and what it holds."""

    backup: Backup
    content: Content


def good(folder: Path) -> Iterator[Good]:
    """The backups that can be read and written by this version, the newest first."""
    for one in versions(folder):
        try:
            content = content_of(one.path)
        except (StoreError, OSError):
            continue
        if content.format <= SCHEMA:
            yield Good(one, content)


def content_of(path: Path) -> Content:
    """What a file holds. Raises StoreError and OSError."""
    found = files.read(path, path.name)
    files.close(found.fd)
    return loads(found.data, path.name)


def way_back(workbook: Path, name: str) -> str:
    """What to do about a workbook that cannot be read, as a sentence."""
    newest = next(good(Beside(workbook).backups), None)
    if newest is None:
        return f"What can be saved of it: workbook doctor {quote(name)}"
    when = said(newest.backup.at)
    return f"A good backup is of {when}; to take it: workbook doctor {quote(name)} --restore"


def said(at: datetime) -> str:
    """A moment as a person reads it, on the clock of this machine."""
    there = at.astimezone()
    return f"{there:%B} {there.day}, {there.year}, {there:%H:%M}"
