"""A process that dies at every place of a save, one after the other.

dying.py FILE: before each line of the store that a save runs, and before, in the middle of and
after each call that changes the disk. Then it opens the file again and saves. Writes as JSON how
many places there were, and what must not be: see `look`.
"""

import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

from tests.store.conftest import Book, write
from workbook.store.disk import Disk

CALLS = ("create", "write", "flush", "link", "rename", "flush_folder")
DIED, THROUGH = 9, 0


class Deadly(Disk):
    """A disk on which the process dies at a call, as with kill -9: nothing is cleaned up."""

    def __init__(self, call: str, way: str) -> None:
        self._call, self._way = call, way

    def __getattribute__(self, name: str) -> Any:
        found = object.__getattribute__(self, name)
        return self._dying(found) if name == object.__getattribute__(self, "_call") else found

    def _dying(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def dying(*given: Any) -> None:
            if self._way == "half":
                os.write(given[0], given[1][: len(given[1]) // 2])
            if self._way == "after":
                call(*given)
            os._exit(DIED)

        return dying


def die_before(line: int) -> Any:
    """A trace under which the process dies before its nth line in the store."""
    left = line

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal left
        if "/workbook/store/" not in frame.f_code.co_filename:
            return None
        if event == "line":
            left -= 1
            if left == 0:
                os._exit(DIED)
        return trace

    return trace


def dies(path: Path, disk: Disk, line: int = 0) -> bool:
    """Lets a child save a new name over the old one; whether it died over that."""
    pid = os.fork()
    if pid == 0:
        try:
            book = Book(path, disk=disk)
            book.set("stk-1", name="new", role="r" * 5000)
            if line:
                sys.settrace(die_before(line))
            book.storage.save()
            sys.settrace(None)
            os._exit(THROUGH)
        finally:
            os._exit(1)
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    assert code in (DIED, THROUGH), code
    return code == DIED


def look(path: Path, old: bytes, new: bytes) -> list[str]:
    """What must not be: a mix, a file that cannot be opened, a temporary file after opening, a
    save that does not work. Leaves the old file."""
    wrong = [] if path.read_bytes() in (old, new) else ["a mix of old and new"]
    book = Book(path)
    if left := [one.name for one in path.parent.rglob("*.tmp")]:
        wrong.append(f"left after opening: {left}")
    book.set("stk-1", name="new", role="r" * 5000)
    book.storage.save()
    book.storage.close()
    if path.read_bytes() != new:
        wrong.append("the next save does not work")
    path.write_bytes(old)
    shutil.rmtree(f"{path}.d")
    return wrong


def main(path: Path) -> None:
    """Dies everywhere."""
    write(path, {"stakeholder": {"stk-1": {"name": "old"}}})
    old = path.read_bytes()
    assert not dies(path, Disk())
    new = path.read_bytes()
    look(path, old, new)
    places: list[str] = []
    wrong: dict[str, list[str]] = {}
    for call in CALLS:
        for way in ("before", "half", "after") if call == "write" else ("before", "after"):
            if dies(path, Deadly(call, way)):
                places.append(f"{way} {call}")
                wrong[places[-1]] = look(path, old, new)
    line = 1
    while dies(path, Disk(), line):
        places.append(f"line {line}")
        wrong[places[-1]] = look(path, old, new)
        line += 1
    print(json.dumps([places, {place: what for place, what in wrong.items() if what}]))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
