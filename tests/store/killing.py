"""Kills processes in the middle of saving. Each is a fork of this one, which has just opened the
workbook: so none has to be started first.

killing.py FILE TIMES: each child makes texts longer and shorter and saves without a pause, and
tells each save that it begins and that came through. Then it is killed, at any moment of three
saves. Writes as JSON what was found: see `Found`.
"""

import dataclasses
import gc
import json
import os
import random
import signal
import sys
import time
from pathlib import Path

import orjson

from workbook.store.storage import SafeStorage
from workbook.store.tables import Tables


@dataclasses.dataclass
class Found:
    """kills: how many hit a process that lived; saving: how many of these in the middle of a
    save. told: saves that came through. wrong: what must not be."""

    kills: int = 0
    saving: int = 0
    told: int = 0
    wrong: list[str] = dataclasses.field(default_factory=list)


def text(number: int) -> str:
    """A text that is longer or shorter with every save, by up to a hundred kilobytes."""
    return "x" * (number * 37 % 11) * 10_000


def child(storage: SafeStorage, telling: int, number: int) -> None:
    """Saves until it is killed."""
    table = Tables(storage=lambda: storage).of("answers")
    while True:
        number += 1
        table.keep("a.b", {"value": number})
        table.keep("a.text", {"value": text(number)})
        os.write(telling, f"<{number}\n".encode())
        storage.save()
        os.write(telling, f">{number}\n".encode())


def told(reading: int) -> list[str]:
    """What a child told until it was killed, whole lines alone."""
    with open(reading, "rb") as lines:
        return lines.read().decode().split("\n")[:-1]


def kill_one(path: Path, seconds: float, found: Found) -> float:
    """Opens the workbook, lets a child save, kills it and looks. Gives the seconds of a save."""
    storage = SafeStorage(path, backup_every=0)
    before = (storage.read() or {})["answers"]["a.b"]["value"]
    left = [one.name for one in path.parent.glob(".*.tmp")]
    reading, telling = os.pipe()
    begun = time.monotonic()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        try:
            child(storage, telling, before)
        finally:
            os._exit(1)
    os.close(telling)
    time.sleep(seconds)
    os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    took = time.monotonic() - begun
    lines = told(reading)
    storage.close()
    look(path, before, lines, found)
    if left:
        found.wrong.append(f"left at opening: {left}")
    if os.WIFSIGNALED(status):
        found.kills += 1
        found.saving += bool(lines) and lines[-1].startswith("<")
    else:
        found.wrong.append(f"a child ended by itself: {status}")
    return took / max(1, len(lines) / 2)


def look(path: Path, before: int, lines: list[str], found: Found) -> None:
    """The file holds the last save that was told, or one that was begun after it; whole."""
    through = [int(one[1:]) for one in lines if one[0] == ">"]
    begun = [int(one[1:]) for one in lines if one[0] == "<"]
    found.told += len(through)
    try:
        answers = orjson.loads(path.read_bytes())["answers"]
        number, written = answers["a.b"]["value"], answers["a.text"]["value"]
    except (ValueError, KeyError) as error:
        found.wrong.append(f"unreadable: {error}")
        return
    if not (max(through, default=before) <= number <= max(begun, default=before)):
        found.wrong.append(f"{number} stands there after {before} and {lines[-2:]}")
    if written != text(number):
        found.wrong.append(f"the text of {number} has {len(written)} letters")


def main(file: str, times: int) -> None:
    """Kills so many and tells what was found."""
    found, save = Found(), 0.01
    gc.freeze()
    for _ in range(times):
        took = kill_one(Path(file), random.random() * 3 * save, found)
        save += (took - save) / 20
    print(json.dumps(dataclasses.asdict(found)))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
