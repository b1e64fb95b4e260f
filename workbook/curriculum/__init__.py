"""The curriculum: what `content/` says, read once and refused where it does not hold together."""

from __future__ import annotations

from pathlib import Path

from workbook.curriculum.files import OURS, ContentError
from workbook.curriculum.model import (
    AS_OF,
    EDITIONS,
    WIDEST,
    Assessment,
    Case,
    Chapter,
    Curriculum,
    Dimension,
    Field,
    Indicator,
    MapSection,
    Mistake,
    Prompt,
    Reading,
    Slot,
    Step,
    Table,
    TableForm,
    Word,
)  # fmt: skip

COMMUNITY, PLACE, COORDINATOR, CURRENCY, DOOR, CHAPTERS, RELEASE = (
    "workbook.community", "workbook.place", "workbook.coordinator", "workbook.currency",
    "workbook.door", "workbook.chapters", "release.date",
)  # fmt: skip
"""The prompts that the program itself reads; `content/` must have them."""
SOME_CHAPTERS = "chapters"
"""The door behind which a team chooses its chapters."""
READINESS = "readiness"
"""The assessment that the plan and `status` tell of, where the content has it."""


def load(over: Path | None = None) -> Curriculum:
    """All of `content/`, with the folder `over` laid over it. Raises ContentError."""
    from workbook.curriculum.reader import read

    return read(over)


def recall(over: Path | None = None) -> Curriculum:
    """As `load`, from this user's cache where no file of it has changed since."""
    from workbook.curriculum.cache import remembered

    return remembered(over, load)


__all__ = [
    "AS_OF",
    "CHAPTERS", "COMMUNITY", "COORDINATOR", "CURRENCY", "DOOR", "EDITIONS", "OURS", "PLACE",
    "READINESS", "RELEASE", "SOME_CHAPTERS", "WIDEST",
    "Assessment", "Case", "Chapter", "ContentError", "Curriculum", "Dimension", "Field",
    "Indicator", "MapSection", "Mistake", "Prompt", "Reading", "Slot", "Step", "Table",
    "TableForm", "Word", "load",
    "recall",
]  # fmt: skip
