"""What was changed, when and by whom: FILE.d/history.jsonl, one line an edit.

A line is `{"n", "at", "who", "edits": [{"table", "id", "field", "old", "new"}], "undo"?}`; `n`
counts on from the last line that can be read, `undo` is the `n` of the line that it took back.
Lines are added under the lock of a save. That one cannot be written or read stops nothing. Above
a size it is thinned (see thinning.py), and only then the oldest lines go.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import orjson

from workbook.edits import Edit, joined
from workbook.store.beside import Beside
from workbook.store.disk import CLOSE, NO_LINK, Disk
from workbook.store.replacing import replace
from workbook.store.rights import give
from workbook.store.thinning import thinned

LARGEST = 5 << 20
"""Bytes above which it is thinned; where that leaves more than three quarters, the oldest lines
go until half the room is free again."""
_BLOCK = 1 << 16


@dataclass
class Group:
    """The edits that are taken back together: one field that was typed, one import.

    turn: the plan's count of such groups when it was made. number: its line, once it has one.
    """

    edits: list[Edit]
    who: str = ""
    at: str = ""
    turn: int = 0
    undoes: Group | int | None = None
    number: int | None = field(default=None, compare=False)


class History:
    """The history of one workbook, and what this session will add to it."""

    def __init__(self, beside: Beside, *, largest: int = LARGEST) -> None:
        self._beside, self._largest = beside, largest
        self._lock = threading.Lock()
        self._ours: list[Group] = []
        self._typed: Group | None = None
        self._coming = False
        self._undoing: Group | None = None
        self._read: tuple[tuple[int, int, int], list[Group]] = (0, 0, 0), []

    # What this session did: noted in the plan's thread, read in that of the saver

    def note(self, edits: Sequence[Edit], *, turn: int, who: str, at: str) -> None:
        """Takes edits in. Those of a turn go on with its group, until that is settled."""
        with self._lock:
            self._coming = False
            group = self._typed
            if group and group.turn == turn:
                group.edits, group.at = joined(group.edits, edits), at
                return
            undoes = self._undoing or self._taken_back(list(edits))
            self._typed = Group(list(edits), who, at, turn, undoes)
            self._ours.append(self._typed)

    def goes_on(self) -> bool:
        """Whether the group is open that is being typed. No pause ends it then before the key is
        noted that this is asked for: plan and history always part typing at the same key."""
        with self._lock:
            self._coming = self._typed is not None
            return self._coming

    def pause(self) -> None:
        """Ends the group that is being typed, unless a key for it is on its way."""
        with self._lock:
            if not self._coming:
                self._typed = None

    def settle(self) -> None:
        """Ends the group that is being typed: the field was left, or this is the end."""
        with self._lock:
            self._typed, self._coming = None, False

    def _taken_back(self, edits: list[Edit]) -> Group | None:
        """The group of this session that these edits take back: their times are the same too."""
        id = edits[0].id
        for group in reversed(self._ours):
            if group.undoes is not None or group.edits[-1].id != id:
                continue  # of thousands, as lines out of a pipe make, few are of the same place
            if [one.back() for one in reversed(group.edits)] == edits:
                return group
        return None

    @contextmanager
    def undoing(self, group: Group) -> Iterator[None]:
        """What is noted meanwhile takes this group back."""
        self._undoing = group
        try:
            yield
        finally:
            self._undoing = None

    def settled(self) -> list[Group]:
        """The groups that have no line yet, but for the one that is still being typed."""
        with self._lock:
            return [one for one in self._fresh() if one is not self._typed]

    def _fresh(self) -> list[Group]:
        """All without a line. What was typed back to what it was before is no change."""
        fresh = [one for one in self._ours if one.number is None]
        return [one for one in fresh if any(edit.old != edit.new for edit in one.edits)]

    # The file

    def append(self, groups: Sequence[Group]) -> None:
        """Adds lines. Called under the lock of a save. Raises OSError."""
        file = self._beside.history
        fd = self._open(file)
        try:
            self._add(fd, groups)
        finally:
            os.close(fd)
        if file.stat().st_size > self._largest:
            self._shorten(file)

    def _open(self, file: Path) -> int:
        flags = os.O_RDWR | os.O_APPEND | NO_LINK | CLOSE
        try:
            return os.open(file, flags)
        except FileNotFoundError:
            fd = os.open(file, flags | os.O_CREAT, 0o600)
            give(fd, self._beside.rights())
            return fd

    def _add(self, fd: int, groups: Sequence[Group]) -> None:
        with self._lock:
            fresh = [one for one in groups if one.number is None]
            last = next(filter(None, map(_parse, _lines_back(fd))), None)
            for number, group in enumerate(fresh, (last.number if last else 0) or 0):
                group.number = number + 1
            start = b"\n" if next(_lines_back(fd)) else b""
            try:
                _write(fd, start + b"".join(map(_line, fresh)))
            except OSError:
                for group in fresh:
                    group.number = None
                raise

    def _shorten(self, file: Path) -> None:
        """Joins what goes together, then drops the oldest lines where that is not enough. The
        newest line always stays."""
        found = [_parse(line) or line for line in file.read_bytes().splitlines()]
        kept = thinned(found)
        lines = [one + b"\n" if isinstance(one, bytes) else _line(one) for one in kept]
        size = sum(map(len, lines))
        if size > self._largest * 3 // 4:
            size, first = 0, len(lines) - 1
            while first > 0 and size + len(lines[first]) <= self._largest // 2:
                size += len(lines[first])
                first -= 1
            lines = lines[min(first + 1, len(lines) - 1) :]
        os.close(replace(file, b"".join(lines), Disk(), self._beside.rights()))

    @property
    def newest(self) -> int:
        """The number of the newest line that can be read, 0 for none."""
        try:
            fd = os.open(self._beside.history, os.O_RDONLY | NO_LINK | CLOSE)
        except OSError:
            return 0
        try:
            last = next(filter(None, map(_parse, _lines_back(fd))), None)
        finally:
            os.close(fd)
        return (last.number if last else 0) or 0

    def groups(self) -> list[Group]:
        """Every group that is known, oldest first: the file's, then ours that have no line yet.

        They are shared with whoever asks again while the file stays as it is: to be read only.
        """
        file = self._beside.history
        try:
            found = file.stat()
            stamp = (found.st_ino, found.st_size, found.st_mtime_ns)
            if stamp != self._read[0]:
                lines = file.read_bytes().splitlines()
                self._read = stamp, [*filter(None, map(_parse, lines))]
        except OSError:
            self._read = (0, 0, 0), []
        with self._lock:
            fresh = self._fresh()
        return [*self._read[1], *fresh]

    def newest_of(self, who: str) -> Group | None:
        """The newest group of a person that was not taken back and is no taking back."""
        groups = self.groups()
        undone = [one.undoes for one in groups if one.undoes is not None]
        for group in reversed(groups):
            if group.who == who and group.undoes is None and not _among(group, undone):
                return group
        return None


def _among(group: Group, undone: Sequence[Group | int]) -> bool:
    """Whether a group was taken back. A line's number counts; a group without one is itself."""
    return any(
        group is one or (group.number is not None and group.number == _number(one))
        for one in undone
    )


def _number(group: Group | int) -> int | None:
    return group.number if isinstance(group, Group) else group


def _write(fd: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(fd, rest) :]


def _line(group: Group) -> bytes:
    keys = ("table", "id", "field", "old", "new")
    edits = [{key: getattr(one, key) for key in keys} for one in group.edits]
    line: dict[str, Any] = {"n": group.number, "at": group.at, "who": group.who, "edits": edits}
    if group.undoes is not None:
        line["undo"] = _number(group.undoes)
    return orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE)


def is_line(line: bytes) -> bool:
    """Whether a line of the file can be read."""
    return _parse(line) is not None


def _parse(line: bytes) -> Group | None:
    """A line as a group; None for one that is none, such as half a line after a power cut."""
    try:
        found = orjson.loads(line)
        who, at = str(found["who"]), str(found["at"])
        edits = [
            Edit(one["table"], one["id"], one["field"], one["old"], one["new"], who, at)
            for one in found["edits"]
        ]
        return Group(edits, who, at, undoes=found.get("undo"), number=int(found["n"]))
    except (orjson.JSONDecodeError, KeyError, TypeError, ValueError, AttributeError):
        return None


def _lines_back(fd: int) -> Iterator[bytes]:
    """The lines of a file, however long, from the last; that is empty where all are whole."""
    place, rest = os.lseek(fd, 0, os.SEEK_END), b""
    while place > 0:
        size = min(_BLOCK, place)
        place -= size
        rest, *lines = (os.pread(fd, size, place) + rest).split(b"\n")
        yield from reversed(lines)
    yield rest
