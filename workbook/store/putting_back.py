"""Writing over a file that is bad: what stood there is kept beside it under another name."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from workbook.store.beside import Beside
from workbook.store.disk import Disk, Identity, identity
from workbook.store.failure import NOT_WRITTEN, StoreError, called, reason
from workbook.store.lock import locked
from workbook.store.replacing import replace
from workbook.store.rights import rights

_PATIENCE = 10.0
"""Seconds to wait for somebody who is saving just now."""


def put_back(file: Path, data: bytes, *, seen: Identity | None, who: str) -> Path | None:
    """Writes `data` in place of a file; gives the name under which what stood there is kept.

    seen: which file was looked at, None for none; one that changed since stays. Raises
    StoreError; then nothing changed.
    """
    file, name, beside = Path(os.path.realpath(file)), called(file), Beside(file)
    try:
        beside.make()
        rights = beside.rights()
        holding = locked(beside.lock, name, seconds=lambda: _PATIENCE, rights=rights, who=who)
        with holding:
            if identity(file) != seen:
                raise StoreError(f"{name} was changed just now; try again.", NOT_WRITTEN)
            return _written(file, data, kept=seen is not None)
    except OSError as error:
        raise StoreError(
            f"{name} could not be written: {reason(error)}. It is as it was before.", NOT_WRITTEN
        ) from None


def _written(file: Path, data: bytes, *, kept: bool) -> Path | None:
    disk = Disk()
    aside = set_aside(file) if kept else None
    try:
        os.close(replace(file, data, disk, rights(file)))
    except OSError:
        if aside:
            aside.unlink(missing_ok=True)
        raise
    with suppress(OSError):
        disk.flush_folder(file.parent)
    return aside


def set_aside(file: Path) -> Path:
    """Gives a file a second name, FILE.corrupt-TIME, that no file has yet. Raises OSError."""
    stamp = f"{file.name}.corrupt-{datetime.now(UTC):%Y%m%dT%H%M%SZ}"
    for number in count(1):
        aside = file.with_name(stamp if number == 1 else f"{stamp}-{number}")
        if not os.path.lexists(aside):
            break
    try:
        aside.hardlink_to(file)
    except OSError:
        shutil.copy2(file, aside)
    return aside
