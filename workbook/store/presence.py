"""Who else has the workbook open, and the step they are on: FILE.d/here, one file a window.

It is advice and never a lock. Nothing is written while nobody goes anywhere; that it cannot be
written or read stops nothing. A window that was killed is known by its process.
"""

from __future__ import annotations

import contextlib
import os
import socket
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from workbook.kinds.text import brief
from workbook.store.beside import Beside
from workbook.store.disk import Unhurried
from workbook.store.failure import StoreError
from workbook.store.replacing import replace

LONGEST = 12 * 3600.0
"""Seconds after which a window on another machine counts as left: its process cannot be asked."""
_LARGEST = 4096
"""Bytes of a file that is read."""
_EVERY = 2.0
"""Seconds after which the folder is looked through although it seems unchanged: a process may be
gone, and two marks may have been left within one tick of the disk's clock."""
_LONGEST_NAME = 200
_END = ".json"


@dataclass(frozen=True, slots=True, order=True)
class Someone:
    """A window of somebody else. step: the id of their step, "" elsewhere. id, field: the place
    with their cursor."""

    who: str
    step: str = ""
    id: str = ""
    field: str = ""


class Presence:
    """One window's own mark, and the marks of the others: `others`, each window of theirs."""

    def __init__(self, beside: Beside, who: str) -> None:
        self._beside, self._who = beside, who
        self._folder = beside.folder / "here"
        self._host, self._pid = socket.gethostname(), os.getpid()
        self._file = self._folder / f"{_safe(self._host)}-{self._pid}-{id(self):x}{_END}"
        self._lock = threading.Lock()
        self._wanted: Someone | None = None
        self._written: Someone | None = None
        self._seen: int | None = None
        self._asked_at = 0.0
        self.others: tuple[Someone, ...] = ()

    def be_at(self, step: str, id: str = "", field: str = "") -> None:
        """This window goes to a place; others learn it after the next `look`. Never waits for
        the disk."""
        with self._lock:
            self._wanted = Someone(self._who, step, id, field)

    def at(self, id: str, field: str) -> str:
        """Whose cursor stands at a place; "" for nobody's, and where it is not one person's."""
        there = {one.who for one in self.others if (one.id, one.field) == (id, field)}
        return there.pop() if len(there) == 1 else ""

    def look(self) -> bool:
        """Leaves the mark where it changed and looks for others; says whether they changed."""
        with contextlib.suppress(OSError, StoreError):
            self._leave_mark()
        before = self.others
        with contextlib.suppress(OSError):
            self._look()
        return self.others != before

    def go(self) -> None:
        """Takes the mark away: the window is closed."""
        with self._lock:
            self._wanted = None
        if self._written is not None:
            with contextlib.suppress(OSError):
                self._file.unlink()

    def _leave_mark(self) -> None:
        with self._lock:
            wanted = self._wanted
        if wanted is None or wanted == self._written:
            return
        self._written = wanted  # tried once: a folder that takes nothing is left in peace
        self._make()
        mark = {
            "who": wanted.who, "step": wanted.step, "id": wanted.id, "field": wanted.field,
            "host": self._host, "pid": self._pid, "began": _began(self._pid),
        }  # fmt: skip
        os.close(replace(self._file, orjson.dumps(mark), Unhurried(), self._beside.rights()))

    def _make(self) -> None:
        if not self._folder.is_dir():
            self._beside.make()
            self._beside.make_folder(self._folder)

    def _look(self) -> None:
        try:
            changed = self._folder.stat().st_mtime_ns
        except FileNotFoundError:
            self.others = ()
            return
        if changed == self._seen and time.monotonic() < self._asked_at + _EVERY:
            return
        self._seen, self._asked_at = changed, time.monotonic()
        found = set[Someone]()
        for file in self._folder.iterdir():
            if file == self._file:
                continue
            mark = _read(file) if file.suffix == _END else None
            if self._is_stale(file, mark):
                with contextlib.suppress(OSError):
                    file.unlink()
            elif mark and mark.someone.who != self._who:
                found.add(mark.someone)
        self.others = tuple(sorted(found))

    def _is_stale(self, file: Path, mark: _Mark | None) -> bool:
        """Whether whoever left it is gone. What is no mark, such as half of one that a killed
        process left, goes when it is old."""
        if mark is None or mark.host != self._host:
            with contextlib.suppress(OSError):
                return time.time() - file.stat().st_mtime > LONGEST
            return False
        began = _began(mark.pid)
        return not _is_alive(mark.pid) or (bool(mark.began) and began not in ("", mark.began))


class _Mark(NamedTuple):
    """What a window left: who is where, and the process that is asked whether it is so still."""

    someone: Someone
    host: str
    pid: int
    began: str


def _read(file: Path) -> _Mark | None:
    """The mark in a file; None for what is none."""
    try:
        with file.open("rb") as opened:
            found: Any = orjson.loads(opened.read(_LARGEST))
        texts = [found[key] for key in ("who", "step", "id", "field", "host", "began")]
        pid = found["pid"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if not all(isinstance(one, str) for one in texts) or type(pid) is not int or not texts[0]:
        return None
    who, step, id, field, host, began = texts
    return _Mark(Someone(brief(who, _LONGEST_NAME), step, id, field), host, pid, began)


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except PermissionError:
        return True
    except (OSError, OverflowError):
        return False
    return True


def _began(pid: int) -> str:
    """When a process began, as the system counts; "" where that cannot be told. A number that was
    given to another process since is so seen through."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[19]
    except (OSError, IndexError):
        return ""


def _safe(name: str) -> str:
    return "".join(one if one.isalnum() else "-" for one in name)[:60]
