"""A small content of its own, so that a rule is tested on what the test itself says."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from tinydb.storages import MemoryStorage

from tests.conftest import TODAY
from workbook.curriculum import Curriculum, MapSection, Slot, load
from workbook.curriculum.build import Builder
from workbook.curriculum.shelves import assessment_lists, assessments
from workbook.curriculum.spec import Spec
from workbook.kinds import Option
from workbook.plan import Plan
from workbook.records import TYPES, Record
from workbook.store.tables import Tables

HERE = Path(__file__).parent
SLOTS = {
    "coalition": "engagement",
    "conditions": "priorities",
    "strategy": "roots",
    "sustain": "stewards",
}


def _options(*ids: str) -> dict[str, Option]:
    return {id: Option(id, id.capitalize()) for id in ids}


def _lists(record: type[Record]) -> list[str]:
    return [kind.list for kind in record.fields.values() if hasattr(kind, "list")]


def read(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


def small_content() -> Curriculum:
    """Three chapters, one assessment and four sections, through the reader's own builder."""
    lists = {name: {} for one in TYPES.values() for name in _lists(one)} | {
        "doors": _options("full", "chapters", "unsure", "written"),
        "chapters": _options("embarking", "engaging", "actions"),
        "fixed-or-open": _options("open", "fixed"),
        "readiness-scale": _options("0", "1", "2", "3", "4"),
    }
    found = assessments(Spec(read("assessments.toml"), "assessments.toml"), lists)
    lists |= assessment_lists(found.values())
    sections = tuple(
        MapSection(one, one, True, (Slot(f"{one}.{part}", "", ""),)) for one, part in SLOTS.items()
    )
    slots = {part.id for one in sections for part in one.parts}
    builder = Builder(lists, {}, {}, {}, slots)
    return Curriculum(
        chapters=tuple(
            builder.chapter(Spec(one, "chapters.toml"))
            for one in read("chapters.toml")["chapter"]
        ),
        lists=lists, assessments=found, framework={}, words={}, principles={}, readings={},
        sections=sections, forms={}, map_words=load().map_words,
    )  # fmt: skip


SMALL = small_content()


def new_plan() -> Plan:
    """An empty workbook over the small content."""
    return Plan(Tables(storage=MemoryStorage), SMALL, today=TODAY, who="Ana")


@pytest.fixture
def small() -> Plan:
    return new_plan()


def step(plan: Plan, id: str):
    return plan.curriculum.steps[id]


def chapter(plan: Plan, id: str):
    return next(one for one in plan.curriculum.chapters if one.id == id)
