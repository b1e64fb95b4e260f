"""Changes in words, put together for reading: by chapter and step, and many of a kind as one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from workbook.reasoning.telling.told import ADDED, MOVED, REMOVED, Told

if TYPE_CHECKING:
    from workbook.curriculum import Chapter, Curriculum, Step

MANY = 12
"""Records of one table that came or went, above which they are counted and not named."""
FEW = 3
"""Changes made as one up to which each is told."""


@dataclass(frozen=True, slots=True)
class Part:
    """What changed on one step; on none where `step` is None."""

    chapter: Chapter | None
    step: Step | None
    told: tuple[Told, ...]

    @property
    def sentences(self) -> list[str]:
        """What changed here, a sentence each."""
        return list(_sentences(self.told))


def parts(told: Sequence[Told], curriculum: Curriculum) -> list[Part]:
    """Changes by step, in the order of the walk, first what changed, then what came and went;
    last what no step shows."""
    order = {id: number for number, id in enumerate(curriculum.steps)}

    def place(one: Told) -> int:
        return order[one.step.id] if one.step else len(order)

    steps = list(curriculum.steps.values())
    found = []
    ranks = {ADDED: 1, REMOVED: 2, MOVED: 3}
    sorted_ = sorted(told, key=lambda one: (place(one), ranks.get(one.how, 0)))
    for number, group in groupby(sorted_, key=place):
        step = steps[number] if number < len(steps) else None
        chapter = curriculum.chapter_of(step) if step else None
        found.append(Part(chapter, step, tuple(group)))
    return found


def _sentences(told: Sequence[Told]) -> Iterator[str]:
    for (_, how), group in groupby(told, key=lambda one: (one.many, one.how)):
        same = list(group)
        if how == MOVED and len(same) > 1:
            yield f"The order of {_counted(same)} changed."
        elif how in (ADDED, REMOVED) and len(same) > MANY:
            yield f"{_counted(same)} were {how}."
        else:
            yield from (one.sentence for one in same)


def as_one(told: Sequence[Told]) -> str:
    """Changes that were made as one, such as an import: each, or how many of what."""
    if len(told) <= FEW:
        return " ".join(one.sentence for one in told)
    counts: dict[tuple[str, str], list[Told]] = {}
    for one in told:
        how = one.how if one.how in (ADDED, REMOVED) else "changed"
        counts.setdefault((one.many, how), []).append(one)
    return "; ".join(f"{_counted(same)} {how}" for (_, how), same in counts.items()) + "."


def _counted(told: Sequence[Told]) -> str:
    """So many records of a type, as its table calls them: 3 activities, 1 activity."""
    count = len({one.edit.id for one in told})
    return f"{count:,} {told[0].one if count == 1 else told[0].many}"
