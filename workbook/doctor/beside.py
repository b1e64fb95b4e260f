"""What stands beside a workbook, in FILE.d, and what may be wrong with it."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import orjson

from workbook.doctor.finding import Finding
from workbook.store.backups import good, versions
from workbook.store.beside import Beside
from workbook.store.disk import Disk
from workbook.store.history import is_line
from workbook.store.lock import locked
from workbook.store.putting_back import set_aside
from workbook.store.replacing import leftovers, replace


def look_beside(file: Path, *, who: str, write: bool) -> Iterator[Finding]:
    """What is wrong beside a workbook; with `write` what is certain is mended under its lock.

    Raises OSError and StoreError where that cannot be done.
    """
    beside = Beside(file)
    if wrong := _strange(beside):
        yield Finding("beside", wrong)
        return
    if not (write and beside.folder.is_dir()):
        yield from _look(file, beside, write=False)
        return
    beside.make()
    with locked(beside.lock, file.name, seconds=lambda: 0, rights=beside.rights(), who=who):
        yield from _look(file, beside, write=True)


def _strange(beside: Beside) -> str:
    """What stands where no such thing may stand, as a sentence; "" where all is well."""
    for place, is_right in ((beside.folder, stat.S_ISDIR), (beside.lock, stat.S_ISREG)):
        if os.path.lexists(place) and not is_right(place.lstat().st_mode):
            what = "folder" if is_right is stat.S_ISDIR else "file"
            return f"{place.name} is no {what}, so nothing can be saved; move it away."
    if beside.folder.is_dir() and not os.access(beside.folder, os.W_OK | os.X_OK):
        return f"You have no right to write in {beside.folder.name}, so nothing can be saved."
    return ""


def _look(file: Path, beside: Beside, *, write: bool) -> Iterator[Finding]:
    yield from _left(file, beside, write=write)
    yield from _history(beside, write=write)
    for place, what in ((beside.drafts, "texts that are no values yet"), (beside.exports, "")):
        if place.is_file() and not _is_object(place):
            yield _moved(place, what, write=write)
    count, readable = len(versions(beside.backups)), len(list(good(beside.backups)))
    if count > readable:
        yield Finding("backups", f"{count - readable} of {count} backups cannot be read.")


def _left(file: Path, beside: Beside, *, write: bool) -> Iterator[Finding]:
    """Temporary files of a process that was killed."""
    kept = (file, beside.history, beside.drafts, beside.exports)
    left = [one for each in kept for one in leftovers(each)]
    if not left:
        return
    if write:
        for one in left:
            one.unlink(missing_ok=True)
    count = f"{len(left)} temporary file{'' if len(left) == 1 else 's'}"
    yield Finding("leftovers", f"A process that was killed left {count}.", "Removed.")


def _history(beside: Beside, *, write: bool) -> Iterator[Finding]:
    """Lines of the history that are none."""
    if not beside.history.is_file():
        return
    lines = beside.history.read_bytes().splitlines(keepends=True)
    sound = [one for one in lines if is_line(one)]
    if len(sound) == len(lines):
        return
    done = "They are taken out"
    if write:
        kept = set_aside(beside.history)
        data = b"".join(one.rstrip(b"\n") + b"\n" for one in sound)
        os.close(replace(beside.history, data, Disk(), beside.rights()))
        done += f"; the history as it was is kept as {kept.name}"
    count = len(lines) - len(sound)
    lines_are = "line of the history is" if count == 1 else "lines of the history are"
    yield Finding("history", f"{count} {lines_are} damaged.", f"{done}.")


def _is_object(place: Path) -> bool:
    try:
        return isinstance(orjson.loads(place.read_bytes()), dict)
    except orjson.JSONDecodeError:
        return False


def _moved(place: Path, what: str, *, write: bool) -> Finding:
    """A file that would be written over as if it were empty: out of the way, to be looked at."""
    done = "It is moved out of the way"
    if write:
        kept = set_aside(place)
        place.unlink()
        done += f", to {kept.name}"
    of = f", which holds {what}," if what else ""
    return Finding("beside", f"{place.name}{of} cannot be read.", f"{done}.")
