"""The Mobility Metrics of one place from the published county file, beside one pass of csv.reader.

Prints the least time of a few runs of each, side by side: csv.reader over the whole file with
nothing done; one place by its code; the same with the medians of all places; and the memory that
a file twice as long takes more. Ends with 1 where one place takes over ONE times the plain pass,
with medians over MEDIANS times, or memory grows by over GROWN. Without the file (WORKBOOK_TEST_DATA
names the folder that it is in) it makes one of the same width and length.
"""

from __future__ import annotations

import csv
import os
import random
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

from workbook.curriculum import load
from workbook.imports.metrics import take
from workbook.imports.published import Published

FILE = "mobility-metrics/11_mobility-metrics_county_longitudinal.csv"
ONE, MEDIANS = 1.3, 3.0
"""Times the plain pass that one place may take, and one place with the medians."""
GROWN = 1 << 20
"""Bytes that a file twice as long may take more."""
MISSING = 0.46
PLACE, RUNS, PLACES = "10001", 5, 3_143


def made(folder: Path, times: int = 1) -> Path:
    """A file of the published layout with invented values: ten years of PLACES, or some times
    ten."""
    metrics = [one for one in load().framework["metric"].values() if one["unit"] != "pair"]
    about = [f"{one['id']}{end}" for one in metrics for end in ("", "_quality")]
    draw = random.Random(1)
    some = [
        [cell for one in metrics for cell in (_cell(draw, one["high"]), "Strong")]
        for _ in range(50)
    ]
    path = folder / f"made-{times}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["year", "state", "county", "state_name", "county_name", *about])
        for year in range(2014, 2014 + 10 * times):
            for number in range(PLACES):
                key = (f"{10 + number // 1000}", f"{number % 1000:03}")
                writer.writerow([year, *key, "Nowhere", f"County {number}", *some[number % 50]])
    return path


def _cell(draw: random.Random, most: float) -> str:
    """A value, or none: as many as in the published file."""
    return "NA" if draw.random() < MISSING else f"{draw.uniform(0, most):.14f}"


def least(work: Callable[[], object]) -> float:
    """Seconds that a piece of work takes: the least of its runs."""
    times = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return min(times)


def plain(path: Path) -> None:
    """One pass of csv.reader, as anybody would write it."""
    with path.open(encoding="utf-8", newline="") as file:
        for _ in csv.reader(file):
            pass


def peak(path: Path) -> int:
    """The most bytes that Python holds while one place of a file is taken."""
    metrics = load().framework["metric"]
    tracemalloc.start()
    take(Published(path, metrics), [PLACE])
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


def main() -> int:
    """Measures and prints. 1 where a limit is passed, else 0."""
    metrics = load().framework["metric"]
    with tempfile.TemporaryDirectory() as folder:
        given = Path(os.environ.get("WORKBOOK_TEST_DATA", "/nowhere"), FILE)
        path = given if given.exists() else made(Path(folder))
        base = least(lambda: plain(path))
        one = least(lambda: take(Published(path, metrics), [PLACE])) / base
        all_ = least(lambda: take(Published(path, metrics), [PLACE], medians=True)) / base
        once, twice = (peak(made(Path(folder), times)) for times in (1, 2))
    print(
        f"{path.name}, csv.reader alone {base * 1000:.0f} ms; one place ×{one:.2f} (at most "
        f"×{ONE}), with medians ×{all_:.2f} (at most ×{MEDIANS})"
    )
    print(f"memory {once / 1e6:.1f} MB, for twice the years {twice / 1e6:.1f} MB")
    return int(one > ONE or all_ > MEDIANS or twice - once > GROWN)


if __name__ == "__main__":
    sys.exit(main())
