"""Earlier versions of a workbook, in FILE.d/backups."""

from __future__ import annotations

import errno
import secrets
import shutil
import time
from datetime import UTC, datetime
from pathlib import Path

from workbook.store.disk import Disk

KEPT = 20
_NO_LINKS = {errno.EPERM, errno.EXDEV, errno.EMLINK, errno.EOPNOTSUPP, errno.ENOSYS}


class Backups:
    """Keeps the file that a save replaces.

    A hard link is enough, for the bytes of a replaced file are never written again. A session
    keeps the first file that it replaces and then one in `every` seconds: autosave would push
    out everything older within a minute of typing. The newest 20 stay.
    """

    def __init__(self, folder: Path, disk: Disk, every: float) -> None:
        self._folder, self._disk, self._every = folder, disk, every
        self._last: float | None = None

    def keep(self, workbook: Path) -> None:
        """Keeps the file as it is now, if it is time to. Raises OSError."""
        if self._last is not None and time.monotonic() - self._last < self._every:
            return
        name = self._folder / f"{_written(workbook)}-{secrets.token_hex(3)}.json"
        try:
            self._disk.link(workbook, name)
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            shutil.copy2(workbook, name)
        self._last = time.monotonic()
        for old in sorted(self._folder.glob("*.json"))[:-KEPT]:
            old.unlink(missing_ok=True)


def _written(workbook: Path) -> str:
    """When a file was written, so that names sort by age; to the nanosecond."""
    changed = workbook.stat().st_mtime_ns
    moment = datetime.fromtimestamp(changed // 10**9, UTC)
    return f"{moment:%Y%m%dT%H%M%S}.{changed % 10**9:09d}Z"
