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
from typing import Any

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
"""Seconds between two looks whether the windows that are known still have their process."""
_LONGEST_NAME = 200
_END = ".json"


@dataclass(frozen=True, slots=True)
class Someone:
    """Somebody else who has it open. step: the id of their step, "" elsewhere. id, field: the
    place with their cursor."""

    who: str
    step: str = ""
    id: str = ""
    field: str = ""


class Presence:
    """One window's own mark, and the marks of the others."""

    def __init__(self, beside: Beside, who: str) -> None:
        self._beside, self._who = beside, who
        self._folder = beside.folder / "here"
        self._host, self._pid = socket.gethostname(), os.getpid()
        self._file = self._folder / f"{_safe(self._host)}-{self._pid}-{id(self):x}{_END}"
        self._lock = threading.Lock()
        self._wanted: Someone | None = None
        self._written: Someone | None = None
        self._seen: int | None = None
        self._marks: dict[Path, tuple[Someone, str, int, str]] = {}
        self._asked_at = 0.0
        self.others: tuple[Someone, ...] = ()

    def be_at(self, step: str, id: str = "", field: str = "") -> None:
        """This window goes to a place; the others learn it at the next `look`."""
        with self._lock:
            self._wanted = Someone(self._who, step, id, field)

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
            self._marks, self.others = {}, ()
            return
        due = time.monotonic() >= self._asked_at + _EVERY and bool(self._marks)
        if changed == self._seen and not due:
            return
        self._seen, self._asked_at = changed, time.monotonic()
        marks = {}
        for file in self._folder.iterdir():
            if file == self._file or file.name.startswith(".") or file.suffix != _END:
                continue
            mark = _read(file)
            if mark is None:
                continue
            if self._is_stale(file, mark):
                with contextlib.suppress(OSError):
                    file.unlink()
            else:
                marks[file] = mark
        self._marks = marks
        found = {one[0] for one in marks.values() if one[0].who != self._who}
        order = sorted(found, key=lambda one: (one.who, one.step, one.id, one.field))
        self.others = tuple({one.who: one for one in order}.values())

    def _is_stale(self, file: Path, mark: tuple[Someone, str, int, str]) -> bool:
        _, host, pid, began = mark
        if host != self._host:
            with contextlib.suppress(OSError):
                return time.time() - file.stat().st_mtime > LONGEST
            return False
        return not _is_alive(pid) or (bool(began) and _began(pid) not in ("", began))


def _read(file: Path) -> tuple[Someone, str, int, str] | None:
    """A mark: who, and host, process and its begin; None for what is none."""
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
    return Someone(brief(who, _LONGEST_NAME), step, id, field), host, pid, began


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
