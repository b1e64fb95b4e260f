"""The places of a walk: every question and every table, in order, with its number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbook.curriculum import Chapter, Curriculum, Prompt, Step, Table


@dataclass(frozen=True, slots=True)
class Place:
    """One stop of a walk: a prompt, or a table (a step's own, or that of its prompt)."""

    number: int
    of: int
    chapter: Chapter
    step: Step
    prompt: Prompt | None
    table: Table | None

    @property
    def heading(self) -> str:
        """Where this stands, as “Question 3 of 12. Chapter 1, Place and people. Community.”."""
        name = self.table.name if self.table else self.prompt.name if self.prompt else ""
        where = f"Chapter {self.chapter.number}, {self.step.name}"
        return f"Question {self.number} of {self.of}. {where}. {name}."


def places(curriculum: Curriculum, steps: Sequence[Step]) -> list[Place]:
    """All places of these steps, as they stand on the screen: its table, then its questions."""
    stops: list[tuple[Step, Prompt | None, Table | None]] = []
    for step in steps:
        stops += [(step, None, step.table)] if step.table else []
        stops += [(step, prompt, prompt.table) for prompt in step.prompts]
    return [
        Place(number, len(stops), curriculum.chapter_of(step), step, prompt, table)
        for number, (step, prompt, table) in enumerate(stops, 1)
    ]
