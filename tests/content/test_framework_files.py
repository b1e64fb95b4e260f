"""The framework against the published files, where somebody has them."""

import csv
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from workbook.curriculum import Curriculum

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("mobility-metrics")]

KEYS = {
    "year", "state", "county", "place", "state_name", "county_name", "place_name", "population",
    "subgroup", "subgroup_type",
}  # fmt: skip
ABOUT = ("_quality", "_lb", "_ub")
"""How a column ends that says something about a value."""
OLDER = {"ratio_high_low_ses_fb_friends"}
"""Metrics that only older releases have: the same friendships in another form."""
MISSING = {"", "NA"}


@pytest.fixture(scope="module")
def published() -> list[Path]:
    """The files of the Mobility Metrics that are here."""
    data = os.environ.get("WORKBOOK_TEST_DATA")
    found = sorted(Path(data, "mobility-metrics").glob("*.csv")) if data else []
    if not found:
        pytest.skip("the Mobility Metrics' files are not here; WORKBOOK_TEST_DATA names the folder")
    return found


@pytest.fixture(scope="module")
def columns(published: list[Path]) -> set[str]:
    """Every column of the files."""
    return {name for path in published for name in next(rows(path))}


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a file, the heads as the keys."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def numbers(text: str) -> list[float]:
    """A value, or the two sides of a pair."""
    return [float(one) for one in text.split(":") if one not in MISSING]


def known(curriculum: Curriculum) -> dict[str, dict[str, Any]]:
    """What the framework says of a column, by every name that it had."""
    metrics = curriculum.framework["metric"].values()
    return {name: one for one in metrics for name in (one["id"], *one["columns"])}


def test_every_metric_is_a_column_of_the_files(curriculum: Curriculum, columns: set[str]):
    assert set(curriculum.framework["metric"]) - OLDER - columns == set()


def test_every_column_of_the_files_is_known(curriculum: Curriculum, columns: set[str]):
    values = {name for name in columns if not name.endswith(ABOUT)}
    assert values - KEYS - set(known(curriculum)) == set()


def test_every_published_value_lies_in_its_range_and_the_newest_is_of_its_year(
    curriculum: Curriculum, published: list[Path]
):
    metrics = known(curriculum)
    newest: dict[str, int] = {}
    outside: list[tuple[str, str]] = []
    for path in published:
        for row in rows(path):
            for name, value in row.items():
                about = metrics.get(name.removesuffix("_lb").removesuffix("_ub"))
                if about is None or value in MISSING:
                    continue
                if not all(about["low"] <= one <= about["high"] for one in numbers(value)):
                    outside.append((name, value))
                newest[about["id"]] = max(newest.get(about["id"], 0), int(row["year"]))
    assert outside == []
    latest = {id: one["latest"] for id, one in curriculum.framework["metric"].items()}
    assert newest == {id: year for id, year in latest.items() if id not in OLDER}
