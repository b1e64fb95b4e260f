"""What follows a decision: places to go on to. All are offers, and every other step stays open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from screens.places import Place

if TYPE_CHECKING:
    from screens.app import WorkbookApp
    from workbook.curriculum import Step

PREPARE, CHAPTERS_NOW = "preparedness", "embarking.chapters-now"
COALITION = 2
"""The number of the chapter with which the full process goes on (toolkit ch. 1)."""


@dataclass(frozen=True, slots=True)
class Following:
    """A place to go on to, and why."""

    name: str
    why: str
    place: Place


def follows(app: WorkbookApp, option: str) -> list[Following]:
    """Where a team can go on after an option of the list `decision-option`."""
    prepare = [_at(app, PREPARE, "give each gap an owner and a day")]
    match option:
        case "full":
            found = [_chapter(app, COALITION), *prepare]
        case "named-gaps":
            found = [*prepare, _chapter(app, COALITION)]
        case "chapters":
            found = [*_chosen(app), _at(app, "decision", "which chapters come first", CHAPTERS_NOW)]
        case _:
            found = [*prepare, _at(app, PREPARE, "set the day on which you rate again",
                                   "embarking.return-date")]  # fmt: skip
    steps = [*found, _at(app, "next-steps", "choose what happens in the next thirty days")]
    return [one for one in steps if one]


def _at(app: WorkbookApp, step: str, why: str, field: str = "") -> Following | None:
    found = app.curriculum.steps.get(step)
    return _to(app, found, why, field) if found else None


def _to(app: WorkbookApp, step: Step, why: str, field: str = "") -> Following:
    chapter = app.curriculum.chapter_of(step)
    prompt = app.curriculum.prompts.get(field)
    name = prompt.name if prompt else step.name
    return Following(
        f"{chapter.number} {chapter.short} › {name}", why, Place("step", step.id, field)
    )


def _chapter(app: WorkbookApp, number: int) -> Following | None:
    found = next((one for one in app.curriculum.chapters if one.number == number), None)
    return _to(app, found.steps[0], f"begin chapter {number}") if found else None


def _chosen(app: WorkbookApp) -> list[Following | None]:
    """The first step of each chapter that the meeting chose."""
    chosen = app.plan.answer(CHAPTERS_NOW) or []
    numbers = [one.number for one in app.curriculum.chapters if one.id in chosen]
    return [_chapter(app, one) for one in numbers]
