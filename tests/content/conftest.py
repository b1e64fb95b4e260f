"""The content as its files say it, and the worked example as a plan."""

import datetime
import tomllib
from pathlib import Path
from typing import Any

import pytest
from tinydb.storages import MemoryStorage

from tests.content.sayings import Saying, sayings
from workbook.curriculum import OURS, Curriculum
from workbook.plan import Plan
from workbook.store import format
from workbook.store.tables import Tables

TODAY_OF_EXAMPLE = datetime.date(2026, 12, 15)
TODAY_OF_REPORTS = datetime.date(2023, 12, 31)
EXAMPLE = OURS / "examples" / "prairie-fork.workbook.json"
REPORTED = OURS / "examples" / "boone.workbook.json"


@pytest.fixture(scope="session")
def files() -> dict[str, dict[str, Any]]:
    """Every file of the content by name, as TOML has it."""
    found = {
        path.name: tomllib.loads(path.read_text(encoding="utf-8"))
        for path in sorted(OURS.glob("*.toml"))
    }
    assert len(found) == 18
    return found


@pytest.fixture(scope="session")
def chapters(files: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    """The seven chapters in their order."""
    return [data for name, data in files.items() if name[0].isdigit()]


@pytest.fixture(scope="session")
def said(files: dict[str, dict[str, Any]]) -> list[Saying]:
    """Every text of the content with its place."""
    return [one for name, data in files.items() for one in sayings(data, name)]


def opened(file: Path, curriculum: Curriculum, today: datetime.date) -> Plan:
    """A worked example as a plan in memory, which carries its own day."""
    held = format.loads(file.read_bytes(), file.name).held
    db = Tables(storage=MemoryStorage)
    db.storage.write(held)
    plan = Plan(db, curriculum, today=today, who="Ana")
    assert plan.as_of == today
    return plan


def told_in(plan: Plan) -> list[Saying]:
    """Every text of a plan with its place."""
    return [
        one
        for table, records in plan.db.storage.read().items()
        for id, fields in records.items()
        for one in sayings(fields, f"{table}/{id}")
    ]


@pytest.fixture
def example(curriculum: Curriculum) -> Plan:
    return opened(EXAMPLE, curriculum, TODAY_OF_EXAMPLE)


@pytest.fixture
def compiled(curriculum: Curriculum) -> Plan:
    """The example that is compiled from public reports."""
    return opened(REPORTED, curriculum, TODAY_OF_REPORTS)


@pytest.fixture
def told(example: Plan) -> list[Saying]:
    """Every text of the worked example with its place."""
    return told_in(example)


@pytest.fixture
def reported(compiled: Plan) -> list[Saying]:
    """Every text of the example compiled from reports, with its place."""
    return told_in(compiled)
