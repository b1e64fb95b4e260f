"""Bringing back a workbook that was emptied, torn or put back to an older state.

The newest backup that can be read is the ground; what the history says was changed after it is
put in again. What stands in the workbook's place is kept beside it and never written over.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shlex import quote
from typing import Any

from workbook.edits import Edit
from workbook.records import TYPES
from workbook.store import disk as files
from workbook.store.backups import Backup, content_of, good, said, versions
from workbook.store.beside import Beside
from workbook.store.changes import changes as changed_between
from workbook.store.disk import Identity, identity
from workbook.store.failure import StoreError, called
from workbook.store.format import Held, dumps, loads
from workbook.store.history import Group, History
from workbook.store.putting_back import put_back
from workbook.store.unmarked import Rebuilt, unmarked

_MARGIN = timedelta(seconds=5)
"""Of the history so much is put in again that may be in the backup already: it does no harm."""
_LOOK = 64
"""Bytes at either end of a file by which it is seen at a glance that it is torn."""


@dataclass(frozen=True, slots=True)
class Recovery:
    """What a workbook can be brought back to.

    backup: the version that it rests on. changes: how many of the history's are put in. until:
    when the last of them was made, or the backup. seen: the file in whose place it will stand.
    differs: in how many places that file holds something else; None where it cannot be read.
    """

    file: Path
    backup: Backup
    held: Held
    changes: int
    until: datetime
    seen: Identity | None
    differs: int | None = None

    @property
    def answers(self) -> int:
        """How many answers are in it."""
        return len(self.held.get("answers", {}))

    @property
    def rows(self) -> int:
        """How many records are in it."""
        return sum(len(table) for name, table in self.held.items() if name in TYPES)

    def told(self) -> str:
        """What is in it, from when it is, and what is not in it, in sentences."""
        since = f", with {_counted(self.changes, 'change')} made after it" if self.changes else ""
        return (
            f"The newest good backup is of {said(self.backup.at)}{since}. It holds "
            f"{_counted(self.answers, 'answer')} and {_counted(self.rows, 'row')}. "
            f"What was written after {said(self.until)}, if anything, is not in it.{self._other()}"
        )

    def _other(self) -> str:
        if self.differs is None:
            return ""
        return f" The file as it is differs from it in {_counted(self.differs, 'place')}."

    def take(self, who: str) -> Path | None:
        """Puts it in place; gives the name under which what stood there is kept, None for
        nothing. Raises StoreError; then nothing changed."""
        return put_back(self.file, dumps(self.held), seen=self.seen, who=who)


@dataclass(frozen=True, slots=True)
class Together:
    """A workbook that git could not merge, and both sides of it as one."""

    file: Path
    made: Rebuilt
    seen: Identity

    def told(self) -> str:
        """What would be put in its place, and what git is to be told then, in sentences."""
        return f"It can be {self.made.told()}. Git is told with “git add {quote(self.file.name)}”."

    def take(self, who: str) -> Path | None:
        """Puts it in place. As `Recovery.take`."""
        return put_back(self.file, dumps(self.made.held), seen=self.seen, who=who)


def find_sides(file: Path) -> Together | None:
    """Both sides of a workbook that git could not merge; None for what is none."""
    file = Path(os.path.realpath(file))
    try:
        found = files.read(file, called(file))
    except (StoreError, OSError):
        return None
    files.close(found.fd)
    made = unmarked(found.data, file)
    return Together(file, made, found.identity) if made and found.identity else None


def way_in(file: Path) -> Recovery | Together | None:
    """What a workbook that cannot be read may be opened as."""
    return find_sides(file) or find(file)


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"


def find(file: Path) -> Recovery | None:
    """What a workbook can be brought back to; None where no backup can be read."""
    file = Path(os.path.realpath(file))
    beside = Beside(file)
    newest = next(good(beside.backups), None)
    if newest is None:
        return None
    seen = None
    with suppress(OSError):
        seen = identity(file)
    at = newest.backup.at
    since = [one for one in History(beside).groups() if _time(one) > at - _MARGIN]
    held, changes = done_again(newest.content.held, since)
    until = max([at, *map(_time, since)])
    return Recovery(file, newest.backup, held, changes, until, seen, _differs(file, held))


def _differs(file: Path, held: Held) -> int | None:
    try:
        return len(changed_between(content_of(file).held, held))
    except (StoreError, OSError):
        return None


def done_again(held: Held, groups: Iterable[Group]) -> tuple[Held, int]:
    """Tables after the changes of a history, and how many of them changed anything."""
    changes = 0
    for group in groups:
        for edit in filter(_is_edit, group.edits):
            was, held = held, _changed(held, edit)
            changes += was != held
    return loads(dumps(held), "").held, changes


def _time(group: Group) -> datetime:
    """When a group was made; long ago where nobody can say."""
    try:
        at = datetime.fromisoformat(group.at)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _is_edit(edit: Edit) -> bool:
    """Whether a line that somebody may have written by hand can be done again."""
    if not all(isinstance(one, str) for one in (edit.table, edit.id, edit.field)):
        return False
    return not edit.whole or edit.new is None or isinstance(edit.new, dict)


def _changed(held: Held, edit: Edit) -> Held:
    """The tables after an edit; those that were given stay as they are."""
    table: dict[str, Any] = dict(held.get(edit.table, {}))
    if edit.field:
        table[edit.id] = dict(table.get(edit.id, {}))
        edit.do_to(table[edit.id])
    elif edit.new is None:
        table.pop(edit.id, None)
    else:
        table[edit.id] = edit.new if edit.whole else {"value": edit.new}
    return held | {edit.table: table}


def is_wanted(file: Path) -> bool:
    """Whether a workbook should be brought back, as far as a glance says: it is gone, empty or
    torn and there is a backup, or the newest backup was written after it and is another.

    No more than a glance is needed where all is well: Welcome asks this of every workbook.
    """
    file = Path(os.path.realpath(file))
    kept = versions(Beside(file).backups)
    try:
        suspect = bool(kept) and (looks_torn(file) or _is_older(file, kept[0]))
    except FileNotFoundError:
        suspect = True
    except OSError:
        return False
    newest = next(good(Beside(file).backups), None) if suspect else None
    return newest is not None and _is_missed(file, newest.backup)


def _is_missed(file: Path, newest: Backup) -> bool:
    try:
        return looks_torn(file) or (
            _is_older(file, newest) and newest.path.read_bytes() != file.read_bytes()
        )
    except FileNotFoundError:
        return True


def looks_torn(file: Path) -> bool:
    """Whether a file does not begin and end as a workbook does. Raises OSError."""
    if not file.is_file() and file.exists():
        return False
    with file.open("rb") as opened:
        first = opened.read(_LOOK).lstrip(b"\xef\xbb\xbf \t\r\n")
        opened.seek(max(0, os.fstat(opened.fileno()).st_size - _LOOK))
        last = opened.read().rstrip()
    return first[:1] != b"{" or last[-1:] != b"}"


def _is_older(file: Path, newest: Backup) -> bool:
    written = datetime.fromtimestamp(file.stat().st_mtime, UTC)
    return newest.at > written + timedelta(seconds=1)
