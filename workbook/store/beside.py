"""The folder FILE.d beside a workbook: lock, backups, snapshots, history, drafts and exports."""

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
        self.snapshots = self.folder / "snapshots"
        self.seen = self.folder / "seen"
        self.history = self.folder / "history.jsonl"
        self.drafts = self.folder / "drafts.json"
        self.exports = self.folder / "exports.json"

    def make(self) -> None:
        """Makes the folders that are missing. Raises OSError, StoreError where a link stands."""
        for folder in (self.folder, self.backups):
            _make(folder)
        wanted = self.rights()
        if wanted.group != KEEP and hasattr(os, "geteuid"):
            for one in (self.folder, self.backups, self.lock, self.history):
                _share(one, wanted)

    def make_folder(self, folder: Path) -> None:
        """Makes a folder inside, with the rights of all that stands there. As `make`."""
        _make(folder)
        wanted = self.rights()
        if wanted.group != KEEP and hasattr(os, "geteuid"):
            _share(folder, wanted)

    def rights(self) -> Rights:
        """What the files in it get: its group may write where it may write the workbook."""
        found = rights(self._workbook)
        return Rights(0o660, found.group) if found.mode & stat.S_IWGRP else Rights(0o600, KEEP)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(0o700)
    except FileExistsError:
        _refuse_others(folder)


def _share(one: Path, wanted: Rights) -> None:
    """Lets the workbook's group in. What others own is theirs to share."""
    try:
        found = one.lstat()
    except FileNotFoundError:
        return
    mode = 0o2770 if stat.S_ISDIR(found.st_mode) else wanted.mode
    now = (stat.S_IMODE(found.st_mode), found.st_gid)
    if stat.S_ISLNK(found.st_mode) or found.st_uid != os.geteuid() or now == (mode, wanted.group):
        return
    with contextlib.suppress(PermissionError):
        os.chown(one, KEEP, wanted.group)
        one.chmod(mode)


def _refuse_others(folder: Path) -> None:
    if not stat.S_ISDIR(folder.lstat().st_mode):
        raise StoreError(f"{folder} is not a folder; move it away.", NOT_WRITTEN)
