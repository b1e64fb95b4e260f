"""The worked example's chapters 5, 6 and 7 are typed from nothing in a real terminal, and the file
holds what the example holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from tinydb.storages import MemoryStorage

from tests.journeys.conftest import held, told
from tests.journeys.drawing import AFTER, BEFORE, DRAWN
from tests.journeys.terminal import workbook
from tests.journeys.typist import Later, Typist, pointed
from workbook.curriculum import Step
from workbook.plan import Plan
from workbook.records import TYPES
from workbook.store.format import dumps
from workbook.store.tables import Tables

CHAPTERS = ("actions", "impact", "sustaining")
SETTLED = ("aside", "kept")
"""What was said of checks: it stands beside the chapters, and is left out where it names them."""


@pytest.mark.slow
@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_of_the_example_is_typed_from_nothing(
    tmp_path: Path, example: Plan, chapter: str
):
    """It starts from the example without the chapter and all after it. What an earlier chapter says
    of its records, as what came of what was heard, is taken out too, and given again at the end."""
    file = tmp_path / "plan.workbook.json"
    steps = [one for one in example.curriculum.steps.values() if one.chapter == chapter]
    start = copy(example)
    for later in CHAPTERS[CHAPTERS.index(chapter) + 1 :]:
        for one in example.curriculum.steps.values():
            if one.chapter == later:
                without(start, one)
    wanted = copy(start)
    gone = [id for one in steps for id in without(start, one)]
    for id in settled(wanted, gone, steps):
        wanted.put(id, None)
    again = [*pointing(start, gone)]
    file.write_bytes(dumps(start.db.storage.read()))
    with workbook(file, home=tmp_path) as terminal:
        terminal.see("Prairie Fork County")
        typist = Typist(terminal, wanted, ids(start), DRAWN)
        for step in steps:
            terminal.go(step.name, step.title[:20])
            if draw := BEFORE.get(step.id):
                draw(typist, step)
            typist.step(step)
            if draw := AFTER.get(step.id):
                draw(typist, step)
            terminal.rest()
        typist.later += again
        typist.come_back()
        terminal.rest()
        terminal.type("^o")
        terminal.see("Next best step")
        terminal.type("esc")
        assert terminal.ended(30) == 0
    made, before = held(file), ids(start)
    called = dict(called_now(typist.made, wanted, made, before))
    whole = wanted.db.storage.read()
    assert plainly(told(made["answers"]), called) == told(whole["answers"])
    for type in TYPES:
        assert plainly(made.get(type, {}), called) == plainly(whole.get(type, {}), {}), type


def copy(plan: Plan) -> Plan:
    """The same workbook, to change by itself."""
    db = Tables(storage=MemoryStorage)
    db.storage.write(deepcopy(plan.db.storage.read()))
    return Plan(db, plan.curriculum, today=plan.today)


def ids(plan: Plan) -> set[str]:
    """All records of a workbook."""
    return {one.id for type in TYPES.values() for one in plan.records(type)}


def without(plan: Plan, step: Step) -> list[str]:
    """Takes a step's answers and records out, and gives the ids of these."""
    tables = {one.id for one in step.tables}
    gone = []
    for type in TYPES.values():
        for one in plan.records(type):
            home = plan.curriculum.home(one)
            if home and home.id in tables:
                gone.append(one.id)
    for id in gone:
        plan.remove(id)
    for prompt in step.prompts:
        if prompt.table is None:
            plan.put(prompt.id, None)
    for id in settled(plan, gone, [step]):
        plan.put(id, None)
    return gone


def settled(plan: Plan, gone: Sequence[str], steps: Sequence[Step]) -> list[str]:
    """The answers that settle a check of what is gone, or of what these steps ask."""
    named = {*gone, *(one.id for step in steps for one in step.prompts)}
    answers = plan.db.storage.read()["answers"]
    return [id for id in answers if id.split(".")[0] in SETTLED and any(one in id for one in named)]


def pointing(start: Plan, gone: Sequence[str]) -> Iterator[Later]:
    """What is left and points to what is gone: it is taken out, to be given again."""
    for type in TYPES.values():
        for one in start.records(type):
            table = start.curriculum.home(one)
            for field in table.fields if table else ():
                value = start.value(one, field.id)
                if table and value is not None and {*pointed(field.kind, value)} & {*gone}:
                    start.put(one.id, None, field.id)
                    yield Later(start.curriculum.step_of(table.id), table, one.id, field)


def called_now(
    typed: Sequence[str], wanted: Plan, made: Mapping[str, Any], before: set[str]
) -> Iterator[tuple[str, str]]:
    """Of each new record its id, and the one that it has in the example: of each table the first
    that was typed is the first one there."""
    orders: dict[str, list[str]] = {}
    for type in TYPES:
        new = {id: one for id, one in made.get(type, {}).items() if id not in before}
        for id in sorted(new, key=lambda id: new[id]["order"]):
            orders.setdefault(new[id].get("prompt", type), []).append(id)
    for id in typed:
        record = wanted.record(id)
        assert record
        yield orders[record.data.get("prompt", record.type)].pop(0), id
    assert not any(orders.values())


def plainly(value: Any, called: Mapping[str, str]) -> Any:
    """A value with the ids of the example, without what differs each time: the place of a record,
    and the day on which somebody rated."""
    if isinstance(value, dict):
        differs = ("order", "date") if "rater" in value else ("order",)
        return {
            called.get(key, key): plainly(one, called)
            for key, one in value.items()
            if key not in differs
        }
    if isinstance(value, list):
        return [plainly(one, called) for one in value]
    return called.get(value, value) if isinstance(value, str) else value
