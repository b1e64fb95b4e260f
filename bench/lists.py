"""Each list at 100, 1,000 and 10,000 records: opening it, and a key on it.

The workbook is the worked example, with the records that a list shows copied until there are
enough of them. What is timed is the work of the process, so that a busy machine changes little.
Prints the time to open, and the median and the slowest of some keys, with how much the largest
takes beside the smallest; ends with 1 where at the largest size a key takes over KEY milliseconds
in the median, or opening over OPENING.
"""

from __future__ import annotations

import asyncio
import datetime
import json
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from screens.app import WorkbookApp
from screens.places import Place
from workbook.curriculum import Curriculum, load
from workbook.session import open_session
from workbook.store.format import dumps

EXAMPLE = Path(__file__).parent.parent / "content/examples/prairie-fork.workbook.json"
TODAY = datetime.date(2026, 5, 20)
SIZES = (100, 1_000, 10_000)
LISTS: dict[tuple[str, ...], tuple[str, ...]] = {
    ("stakeholder",): ("people", "coverage", "roles"),
    ("activity",): ("engagement", "months"),
    ("insight",): ("insights",),
    ("root_cause",): ("causes", "theory"),
    ("strategic_action", "stewardship"): ("actions", "comparing", "continuity"),
    ("measure",): ("measures",),
    ("funding_source", "allocation"): ("money",),
    ("risk",): ("risks",),
    ("milestone",): ("momentum",),
}
"""The records of which a workbook gets many, and the lists that show them, by their views."""
FEWER = {"stakeholder": 5_000}
"""Records of which there are never as many as the largest size."""
KEYS = ("down", "down", "pagedown", "down", "up", "end", "up")
ON_A_MAP = ("tab", "tab", "tab", "shift+tab", "end", "shift+tab")
"""Keys on the drawing of the register, where the arrows would change it."""
KEY, OPENING = 50.0, 1_000.0


def workbook_of(size: int, types: tuple[str, ...], folder: Path) -> Path:
    """The example with so many records of each type. Copies point to those of the same copy."""
    data = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    few = {type: data[type] for type in types}
    ids = [id for rows in few.values() for id in rows]
    text, copy = json.dumps(few), 0
    while min(len(data[type]) for type in types) < size:
        copy += 1
        made = text
        for id in ids:
            made = made.replace(f'"{id}"', f'"{_other(id, copy)}"')
        for type, rows in json.loads(made).items():
            for id, row in rows.items():
                if len(data[type]) < size:
                    code = {"code": f"{row['code']}.{copy}"} if "code" in row else {}
                    data[type][id] = row | code
    path = folder / f"{types[0]}-{size}.workbook.json"
    path.write_bytes(dumps(data))
    return path


def _other(id: str, copy: int) -> str:
    """An id like another, of a copy by its number."""
    return f"{id[:4]}{copy:05}{id[9:]}"


Times = tuple[float, float, float]
"""Milliseconds to open a list; the median and the slowest of the keys on it."""


async def timed(path: Path, curriculum: Curriculum, views: tuple[str, ...]) -> list[Times]:
    """What each list of a workbook takes."""
    session = open_session(path, curriculum, who="Ana", today=TODAY)
    app = WorkbookApp(curriculum, session=session, who="Ana", today=TODAY)
    first = next(iter(curriculum.steps))
    app.memory.note(path, "", Place("step", first))  # not the overview, which reads all of the plan
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await _quiet(pilot)
        assert session.checks.standing  # they are asked when a workbook is opened
        found = [await _timed(pilot, app, view) for view in views]
    session.close()
    return found


async def _timed(pilot: Pilot[Any], app: WorkbookApp, view: str) -> Times:
    begun = time.process_time()
    app.visit(Place(view))
    await _quiet(pilot)
    opened, keys = time.process_time() - begun, []
    for key in ON_A_MAP if view == "people" else KEYS:
        begun = time.process_time()
        await pilot.press(key)
        await _quiet(pilot)
        keys.append((time.process_time() - begun) * 1000)
    return opened * 1000, statistics.median(keys), max(keys)


async def _quiet(pilot: Pilot[Any]) -> None:
    for _ in range(3):
        await pilot.pause()


def report(types: tuple[str, ...], curriculum: Curriculum, folder: Path) -> bool:
    """Measures the lists of some records and prints them. Whether all are quick enough."""
    sizes = [min(one, FEWER.get(types[0], one)) for one in SIZES]
    found = [
        asyncio.run(timed(workbook_of(size, types, folder), curriculum, LISTS[types]))
        for size in sizes
    ]
    for view, each in zip(LISTS[types], zip(*found, strict=True), strict=True):
        told = "  ".join(
            f"{size:6,}: {opened:4.0f}, {key:3.0f} to {slowest:3.0f}"
            for size, (opened, key, slowest) in zip(sizes, each, strict=True)
        )
        ratios = [last / first for first, last in zip(each[0], each[-1], strict=True)]
        print(f"{view:11}{told}  ×{ratios[0]:.1f}, ×{ratios[1]:.1f}", flush=True)
    return all(opened <= OPENING and key <= KEY for opened, key, _ in found[-1])


def main(asked: list[str]) -> int:
    """Measures the lists of some record types, or all. 1 where one is too slow, else 0."""
    print("milliseconds at so many records: to open it, a key, the slowest key; their ratios")
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {f"XDG_{name}_HOME": home for name in ("CONFIG", "DATA", "STATE", "CACHE")}
        curriculum = load()
        some = [types for types in LISTS if not asked or types[0] in asked]
        quick = [report(types, curriculum, Path(home)) for types in some]
    return int(not all(quick))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
