"""The worked example, Prairie Fork County, read as a plan that nobody changes."""

from __future__ import annotations

import datetime
import json

from tinydb.storages import MemoryStorage

from workbook.curriculum import OURS, Curriculum
from workbook.plan import Plan
from workbook.store.tables import Tables

FILE = OURS / "examples" / "prairie-fork.workbook.json"


def worked_example(curriculum: Curriculum, today: datetime.date) -> Plan:
    """The example in memory, read with this content."""
    tables = Tables(storage=MemoryStorage)
    tables.storage.write(json.loads(FILE.read_text(encoding="utf-8")))
    return Plan(tables, curriculum, today=today)
