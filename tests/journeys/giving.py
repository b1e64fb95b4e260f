"""The same answers given in two ways: as lines for `workbook ask --plain`, and on the screens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from screens.fields.chips import Chips
from screens.fields.picking import Pick
from screens.rows import Grid, RowTable
from tests.journeys.conftest import fast, go
from tests.screens.conftest import Window
from workbook.ask.asker import Shape
from workbook.ask.offers import shape
from workbook.ask.places import places
from workbook.curriculum import Curriculum, Step
from workbook.kinds import Kind, Who

Given = str | tuple[str, ...]
"""What a person gives: a text, the name of one entry, or the names of several."""
Row = Mapping[str, Given]


class Answers:
    """Answers by question, and rows by table with what each field is given."""

    def __init__(self, said: Mapping[str, Given], rows: Mapping[str, Sequence[Row]]) -> None:
        self.said, self.rows = said, rows

    def steps(self, curriculum: Curriculum) -> list[Step]:
        """The steps on which anything is given, in the order of the walk."""
        homes = {curriculum.step_of(id).id for id in (*self.said, *self.rows)}
        return [step for id, step in curriculum.steps.items() if id in homes]


# As lines


def lines(answers: Answers, curriculum: Curriculum, chapter: str) -> Iterator[str]:
    """What is typed at every question of a chapter, an empty line where nothing is given."""
    steps = [one for one in curriculum.steps.values() if one.chapter == chapter]
    for place in places(curriculum, steps):
        if place.table is None:
            assert place.prompt is not None
            yield from _reply(place.prompt.kind, answers.said.get(place.prompt.id, ""))
            continue
        for row in answers.rows.get(place.table.id, ()):
            yield "add"
            for field in place.table.fields:
                yield from _reply(field.kind, row.get(field.id, ""))
        yield ""


def _reply(kind: Kind[Any], given: Given) -> Iterator[str]:
    """A reply as the rules of the plain prompts want it: a dot or a colon at its beginning is
    doubled where it would mean something, and a long text ends with a dot."""
    text = given if isinstance(given, str) else "; ".join(given)
    text = f":{text}" if text.startswith(":") else text
    if shape(kind) is not Shape.TEXT or not text:
        yield text
        return
    yield from (f".{line}" if line and set(line) == {"."} else line for line in text.split("\n"))
    yield "."


# On the screens


async def write(app: Window, answers: Answers, curriculum: Curriculum) -> None:
    """Goes to each step by its name and fills its fields and tables from the keyboard."""
    for step in answers.steps(curriculum):
        await go(app, step.name)
        for table in step.tables:
            for row in answers.rows.get(table.id, ()):
                await _reach(app, table.id)
                await app.pilot.press("plus")
                for field in (one.id for one in table.fields if one.id in row):
                    await _reach(app, field)
                    await _give(app, row[field])
                await app.pilot.press("escape")
        for prompt in (one.id for one in step.prompts if one.id in answers.said):
            await _reach(app, prompt)
            await _give(app, answers.said[prompt])


def _here(app: Window) -> str:
    """The question, field or table that the cursor is in."""
    focused: Any = app.pilot.app.focused
    if isinstance(focused, Grid):
        assert isinstance(focused.parent, RowTable)
        return focused.parent.table.id
    spot = getattr(focused, "spot", None)
    return (spot.field or spot.id) if spot else ""


async def _reach(app: Window, wanted: str) -> None:
    """Presses Tab until the cursor is there."""
    for _ in range(60):
        if _here(app) == wanted:
            return
        await app.pilot.press("tab")
    raise AssertionError(f"Tab does not lead to {wanted}:\n{app.text()}")


async def _give(app: Window, given: Given) -> None:
    field = app.pilot.app.focused
    if isinstance(field, Chips):
        await _choose(app, str(given))
    elif isinstance(field, Pick):
        await _pick(app, field, [given] if isinstance(given, str) else list(given))
    else:
        await fast(app, str(given))


async def _choose(app: Window, name: str) -> None:
    """Goes through the options that stand in sight until this one is marked."""
    for _ in range(12):
        await app.pilot.press("right")
        if any(f"◉ {level}{name}" in app.text() for level in ("", *(f"{n} " for n in range(6)))):
            return
    raise AssertionError(f"{name!r} cannot be chosen:\n{app.text()}")


async def _pick(app: Window, field: Pick, names: list[str]) -> None:
    """Opens the list, finds each by typing, takes it; a person who is in no list by name."""
    await app.pilot.press("enter")
    for name in names:
        await fast(app, name)
        if isinstance(field.spot.kind, Who):
            assert f"+ Keep “{name}” as a plain name" in app.text()
            await app.pilot.press("down")
        await app.pilot.press("enter")
    if field.many:
        await app.pilot.press("tab")
