"""The folder FILE.d beside a workbook: its lock, its backups and its history."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path

from workbook.store.failure import NOT_WRITTEN, StoreError
from workbook.store.rights import KEEP, Rights, rights


class Beside:
    """Where things stand beside a workbook, and the rights that they get: as private as it is."""

    def __init__(self, workbook: Path) -> None:
        self._workbook = workbook
        self.folder = workbook.with_name(f"{workbook.name}.d")
        self.lock = self.folder / "lock"
        self.backups = self.folder / "backups"
        self.history = self.folder / "history.jsonl"

    def make(self) -> None:
        """Makes the folders that are missing. Raises OSError, StoreError where a link stands."""
        for folder in (self.folder, self.backups):
            try:
                folder.mkdir(0o700)
            except FileExistsError:
                _refuse_others(folder)
            else:
                self._share(folder)

    def rights(self) -> Rights:
        """What the files in it get: its group may write where it may write the workbook."""
        found = rights(self._workbook)
        return Rights(0o660, found.group) if found.mode & stat.S_IWGRP else Rights(0o600, KEEP)

    def _share(self, folder: Path) -> None:
        """Lets the group in where it has the workbook; mkdir obeys the umask, this does not."""
        wanted = self.rights()
        if wanted.group != KEEP:
            with contextlib.suppress(PermissionError):
                os.chown(folder, KEEP, wanted.group)
            folder.chmod(0o2770)


def _refuse_others(folder: Path) -> None:
    if not stat.S_ISDIR(folder.lstat().st_mode):
        raise StoreError(f"{folder} is not a folder; move it away.", NOT_WRITTEN)
