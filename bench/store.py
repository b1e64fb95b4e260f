"""Saving and opening at 100, 1,000 and 10,000 records, beside stock TinyDB's update of one field,
and how long a key waits.

All is measured in one run on one disk, so that a busy machine slows both. Prints milliseconds and,
for what the disk does, the ratio to stock; ends with 1 where a durable save takes longer than
stock's at 1,000 or 10,000 records, or a key waits over LIMIT where the disk takes two seconds.
"""

from __future__ import annotations

import datetime
import os
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from tinydb import TinyDB

from workbook.curriculum import load
from workbook.session import Session, open_session
from workbook.store.disk import Disk
from workbook.store.format import dumps
from workbook.store.storage import SafeStorage
from workbook.store.tables import Tables

SIZES = (100, 1_000, 10_000)
LIMIT = 20.0
"""Milliseconds that one key in a hundred may wait where a flush takes two seconds."""
TYPED = 3.0
"""Seconds that are typed for a figure, a key every ten milliseconds."""
TABLE = "stakeholder"
FIELDS = {"name": "Ana Ruiz", "organisation": "o" * 100, "role": "r" * 100, "power": 3}


def make(path: Path, size: int) -> None:
    """A workbook of so many records, of about 320 bytes each."""
    rows = {f"stk-{number:08}": FIELDS | {"order": f"a{number}"} for number in range(size)}
    path.write_bytes(
        dumps({"_meta": {"schema": {"version": 1}}, "answers": {}, TABLE: rows})
    )  # our own form: the first save writes one field


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that a piece of work takes."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def stock(folder: Path, size: int) -> Callable[[str], object]:
    """TinyDB as it comes, with as many records: what updates one field of one of them."""
    table = TinyDB(folder / "stock.json").table(TABLE)
    ids = table.insert_multiple(FIELDS | {"order": f"a{number}"} for number in range(size))
    return lambda name: table.update({"name": name}, doc_ids=[ids[1]])


def ours(path: Path, id: str) -> Callable[[str], object]:
    """The same in a workbook that is open: it is on disk when this returns."""
    storage = SafeStorage(path)
    table = Tables(storage=lambda: storage).of(TABLE)

    def change(name: str) -> None:
        table.change(id, lambda fields: fields.update(name=name))
        storage.save()

    return change


def flush(folder: Path) -> None:
    """Makes a small file safe: stock does this once, a save of ours twice."""
    with (folder / "flushed").open("w") as file:
        file.write("x")
        file.flush()
        os.fsync(file.fileno())


def disk_work(folder: Path, path: Path, size: int, runs: int) -> dict[str, float]:
    """The median of each piece, all done in turn. For a merge somebody else saves before."""
    theirs, mine, other = stock(folder, size), ours(path, "stk-00000001"), None
    times: dict[str, list[float]] = {}
    for number in range(runs):
        name = f"N {number}"
        for what, work in {
            "stock's update": partial(theirs, name),
            "save": partial(mine, name),
            "open": lambda: SafeStorage(path).close(),
            "a flush alone": lambda: flush(folder),
        }.items():
            times.setdefault(what, []).append(timed(work))
        other = other or ours(path, "stk-00000002")
        other(name)
        times.setdefault("save with merge", []).append(timed(partial(mine, f"{name} again")))
    return {what: statistics.median(each) for what, each in times.items()}


def keys(session: Session) -> list[float]:
    """How long each key waits that changes a field, in milliseconds, shortest first."""
    session.start_autosave(lambda: None, lambda error: None, lambda edits: None)
    end, times = time.monotonic() + TYPED, []
    while time.monotonic() < end:
        begun = time.perf_counter()
        session.plan.put("stk-00000001", f"N {len(times)}", "name")
        times.append((time.perf_counter() - begun) * 1000)
        time.sleep(0.01)
    session.close()
    return sorted(times)


class SlowDisk(Disk):
    """A flush takes two seconds."""

    def flush(self, fd: int) -> None:
        time.sleep(2)
        super().flush(fd)


@contextmanager
def alone(path: Path) -> Iterator[Disk]:
    """Nobody else is there, and the disk is as it is."""
    yield Disk()


@contextmanager
def beside_another(path: Path) -> Iterator[Disk]:
    """Another process changes a field and saves, as often as autosave does."""
    child = os.fork()
    if child == 0:
        storage = SafeStorage(path)
        table = Tables(storage=lambda: storage).of(TABLE)
        for number in range(10**6):
            table.change("stk-00000002", lambda fields, n=number: fields.update(name=f"M {n}"))
            storage.save()
            time.sleep(0.3)
    try:
        yield Disk()
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


@contextmanager
def slow_disk(path: Path) -> Iterator[Disk]:
    """Nobody else is there, and the disk takes its time."""
    yield SlowDisk()


def report(folder: Path, size: int) -> bool:
    """Prints what a workbook of this size takes; whether it keeps the promises."""
    path, runs = folder / "our.workbook.json", 15 if size > 1_000 else 40
    make(path, size)
    took = disk_work(folder, path, size, runs)
    beside = took["stock's update"]
    print(f"{size:,} records")
    for name, ms in took.items():
        print(f"  {name:<16} {ms:6.1f} ms  ×{ms / beside:.2f}")
    waits = {}
    for way in (alone, beside_another, slow_disk):
        with way(path) as disk:
            today = datetime.date(2026, 5, 20)
            session = open_session(path, load(), who="", today=today, disk=disk)
            times = keys(session)
        waits[way] = [times[int(len(times) * share)] for share in (0.5, 0.95, 0.99)]
        told = "  ".join(f"{ms:5.1f}" for ms in (*waits[way], times[-1]))
        print(f"  a key waits, {way.__name__.replace('_', ' '):<15} {told} ms"
              "  (p50, p95, p99, longest)")  # fmt: skip
    return (size < 1_000 or took["save"] < beside) and waits[slow_disk][2] <= LIMIT


def main() -> int:
    """Measures and prints. 1 where a promise is not kept, else 0."""
    kept = []
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            kept.append(report(Path(folder), size))
    return int(not all(kept))


if __name__ == "__main__":
    sys.exit(main())
