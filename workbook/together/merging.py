"""The merge of two files, as git asks for it: the same that two open windows use."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from workbook.store import disk as files
from workbook.store.backups import Backups
from workbook.store.beside import Beside
from workbook.store.disk import Disk, Identity
from workbook.store.failure import NOT_WRITTEN, StoreError, called, reason
from workbook.store.format import Held, dumps, loads, version
from workbook.store.lock import locked
from workbook.store.merge import CONFLICTS, merge
from workbook.store.migrations import SCHEMA
from workbook.store.replacing import replace
from workbook.store.rights import rights

_PATIENCE = 10.0
"""Seconds to wait for somebody who is saving just now."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge came to. taken: places that came from theirs. conflicts: places that both
    wrote, each in its own way, now and before, that wait to be settled. new: those of this merge.
    """

    data: bytes
    taken: int
    new: int
    conflicts: int
    seen: Identity | None


def merged(base: Path, ours: Path, theirs: Path, *, who: str, at: str) -> Merged:
    """Merges three files; writes nothing. Raises StoreError for one that is no workbook or is of
    a newer format. An empty base is that of a file which both sides added."""
    was, _ = _held(base, may_be_empty=True)
    mine, seen = _held(ours)
    other, _ = _held(theirs)
    held = merge(was, mine, other, who=who, at=at)
    waiting = held.get(CONFLICTS, {})
    before = mine.get(CONFLICTS, {}).keys() | other.get(CONFLICTS, {}).keys()
    from workbook.store.changes import changes

    taken = sum(not one.table.startswith("_") for one in changes(mine, held))
    return Merged(dumps(held), taken, len(waiting.keys() - before), len(waiting), seen)


def write(ours: Path, found: Merged, *, who: str) -> bool:
    """Puts a merge in place of ours; says whether anything had to be written. Raises StoreError,
    also where ours was changed meanwhile; then it is as it was."""
    try:
        with _alone(ours, who):
            if files.identity(ours) != found.seen:
                raise StoreError(f"{called(ours)} was changed just now; try again.", NOT_WRITTEN)
            if ours.read_bytes() == found.data:
                return False
            os.close(replace(ours, found.data, Disk(), rights(ours)))
    except OSError as error:
        raise StoreError(
            f"{called(ours)} could not be written: {reason(error)}. It is as it was before.",
            NOT_WRITTEN,
        ) from None
    return True


@contextmanager
def _alone(ours: Path, who: str) -> Iterator[None]:
    """Nobody else saves it meanwhile, and it is kept as a backup; a file of git's own has no
    folder beside it, and gets none."""
    beside = Beside(Path(os.path.realpath(ours)))
    if not beside.folder.is_dir():
        yield
        return
    beside.make()
    name, held = called(ours), beside.rights()
    with locked(beside.lock, name, seconds=lambda: _PATIENCE, rights=held, who=who):
        Backups(beside.backups, Disk(), 0).keep(ours)
        yield


def _held(file: Path, *, may_be_empty: bool = False) -> tuple[Held, Identity | None]:
    try:
        found = files.read(file, called(file))
    except FileNotFoundError:
        raise StoreError(f"There is no file {called(file)}.") from None
    files.close(found.fd)
    if may_be_empty and not found.data.strip():
        return {}, found.identity
    held = loads(found.data, called(file)).held
    if version(held, called(file)) > SCHEMA:
        raise StoreError(
            f"{called(file)} was made by a newer version of this program. Update to merge it."
        )
    return held, found.identity
