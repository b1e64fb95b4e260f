"""What the MAP still lacks, and where it is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbook.curriculum import Chapter, Curriculum, MapSection, Slot, Step
from workbook.map.outline import Blocks
from workbook.map.slots import sources


@dataclass(frozen=True, slots=True)
class Lack:
    """A slot without content.

    title: of the slot, or of its section where it has none. minimum: whether the section is one
    of the four that a MAP has at the least (toolkit ch. 1). step, chapter: where it is written.
    """

    slot: str
    title: str
    section: str
    minimum: bool
    step: Step
    chapter: Chapter


def find(curriculum: Curriculum, filled: Mapping[str, Blocks | bool]) -> list[Lack]:
    """The empty slots that a step can fill, in the order of the outline. filled: what stands
    in each slot of the plan, by id, or whether anything does."""
    return [
        Lack(
            slot.id, slot.title or section.title, section.title, section.minimum, step,
            curriculum.chapter_of(step),
        )
        for section in curriculum.sections
        for slot in section.parts
        if slot.id in filled and not filled[slot.id] and (step := step_of(curriculum, slot))
    ]  # fmt: skip


def is_short(section: MapSection, filled: Mapping[str, Blocks]) -> bool:
    """Whether a section is one of the four that must not be empty, and is."""
    return section.minimum and not any(filled.get(part.id) for part in section.parts)


def step_of(curriculum: Curriculum, slot: Slot) -> Step | None:
    """Where a slot is written: the step that map.toml names, else the first of the walk whose
    main table goes there, else the first with anything that does."""
    if slot.step:
        return curriculum.steps[slot.step]
    steps = curriculum.steps.values()
    homes = {curriculum.step_of(one.id).id for one in sources(curriculum, slot.id)}
    tables = [one for one in steps if one.table and one.table.slot == slot.id]
    return next(iter([*tables, *(one for one in steps if one.id in homes)]), None)
