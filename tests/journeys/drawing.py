"""What the drawings of chapters 5 to 7 are grown on, each with its own keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.journeys.typist import Typist, typed
from workbook.curriculum import Step
from workbook.kinds.choosing import UNKNOWN
from workbook.reasoning.logic_model import COLUMNS
from workbook.records.actions import LogicItem, RootCause, StrategicAction
from workbook.records.assessing import Consensus, Rating, Round
from workbook.records.sustaining import Risk

DRAWN = {
    "root_cause", "logic_item", "risk", "risk.likelihood", "risk.effect", "round.closed", "rating",
    "consensus",
}  # fmt: skip
"""The records, and the fields of others, that are given on a drawing."""


def grow(typist: Typist, step: Step) -> None:
    """The tree of whys: each cause asked for below what it explains."""
    terminal, plan = typist.terminal, typist.example
    terminal.send("f5")
    terminal.see("Why is it so")
    for cause in plan.records(RootCause):
        below = plan.record(cause.parent or cause.priority or "")
        assert below
        assert cause.because
        walk_to(typist, str(below.data.get("because") or below.data.get("title")))
        terminal.send("+")
        terminal.see("Why is that?", "add it")
        terminal.send(cause.because, "enter")
        typist.made_it(cause.id)
        for key, field in (("h", "condition"), ("i", "influence")):
            if value := plan.value(cause, field):
                terminal.send(key)
                kind = plan.field_kind(cause.type, field)
                terminal.send(typed(value, typist.offered(kind)), "enter")
        if cause.evidence:
            terminal.send("v")
            typist.give(plan.field_kind(cause.type, "evidence"), cause.evidence)
            terminal.send("escape")
    terminal.send("escape")


def walk_to(typist: Typist, words: str) -> None:
    """Goes down the lines of a drawing to the one with these words."""
    for step in range(90):  # on a busy machine a line may be drawn when one is past it: once more
        typist.terminal.send("down" if step % 30 else "home")
        typist.terminal.rest()
        if words[:24] in typist.terminal.lit():
            return
    raise AssertionError(f"no line says {words!r}\n{typist.terminal.text()}")


def lay_out(typist: Typist, step: Step) -> None:
    """The logic model on its board, from right to left, each item linked as soon as it is there."""
    terminal, plan = typist.terminal, typist.example
    terminal.send("f5")
    terminal.see("From action to change")
    items = plan.records(LogicItem)
    names = {one.id: one.text or "" for one in items}
    for action in plan.records(StrategicAction):
        terminal.send("a", plan.label(action.id)[:12], "enter")
        at = 0
        mine = [one for one in items if one.action == action.id]
        for item in sorted(mine, key=lambda one: -COLUMNS.index(one.column or "")):
            column = COLUMNS.index(item.column or "")
            terminal.send(*["right" if column > at else "left"] * abs(column - at))
            at = column
            add_item(typist, item, names)
    terminal.send("escape")


def add_item(typist: Typist, item: LogicItem, names: Mapping[str, str]) -> None:
    """One item with its links, each with its reason, and what its form holds beside these."""
    terminal, plan = typist.terminal, typist.example
    terminal.send("+")
    terminal.send(item.text or "", "enter")
    typist.made_it(item.id)
    for link in item.leads_to or ():
        terminal.send("l", typed(link["item"], names), "enter", link["rationale"], "enter")
    table = plan.curriculum.home(item)
    assert table
    beside = [one for one in table.fields if one.id in ("predictor", "groups")]
    if any(plan.value(item, one.id) for one in beside):
        first = [one.id for one in table.fields].index(beside[0].id)
        terminal.send("enter", *["tab"] * first)
        typist.fields(item, beside, plan.curriculum.step_of(table.id), table)
        terminal.send("escape")


def put_on_grid(typist: Typist, step: Step) -> None:
    """The risks: each is added from the grid, and put at its place there."""
    terminal, plan = typist.terminal, typist.example
    terminal.send("f5")
    terminal.see("What could break")
    assert step.table
    for risk in plan.records(Risk):
        terminal.send("+")
        typist.form(step, step.table, risk)
        terminal.send("escape")
        for key, field in (("l", "likelihood"), ("b", "effect")):
            terminal.send(key, str(plan.value(risk, field)), "enter")
    terminal.send("escape")


def rate(typist: Typist, step: Step) -> None:
    """The rating machine: each rater alone, the round closed, then what the room agrees on."""
    terminal, plan = typist.terminal, typist.example
    [table] = [one for one in step.tables if one.of == "round"]
    [round] = [one for one in plan.rows(table) if isinstance(one, Round)]
    items = plan.curriculum.assessments[str(table.where["assessment"])].indicators
    terminal.send("f5")
    for rater in round.raters or ():
        terminal.rest()
        terminal.send("r")
        terminal.see("Who rates now?")
        terminal.send(plan.label(rater), "enter")
        given = [one for one in plan.records(Rating) if (one.round, one.rater) == (round.id, rater)]
        by_item = {one.indicator: one for one in given}
        for number, item in enumerate(items, 1):
            give_level(typist, by_item[item.id], last=number == len(items))
    terminal.send("o", "c")
    agreed = {one.indicator: one for one in plan.records(Consensus) if one.round == round.id}
    for item in items:
        one = agreed[item.id]
        terminal.send(key_of(one.level))
        typist.made_it(one.id)
        if one.note:
            terminal.send("tab")
            typist.give(plan.field_kind("consensus", "note"), one.note)
            terminal.send("shift+tab")
        terminal.send("enter")
    terminal.send("escape", "escape")


def key_of(level: object) -> str:
    """The key that gives a level."""
    return "?" if level == UNKNOWN else str(level)


def give_level(typist: Typist, rating: Rating, *, last: bool) -> None:
    """A level, and what an outsider could check."""
    terminal, plan = typist.terminal, typist.example
    terminal.send(key_of(rating.level))
    typist.made_it(rating.id)
    if not rating.evidence:
        terminal.send("enter")
        return
    terminal.send("tab")
    typist.give(plan.field_kind("rating", "evidence"), rating.evidence)
    terminal.send("tab")
    if rating.evidence_kind:
        typist.give(plan.field_kind("rating", "evidence_kind"), rating.evidence_kind)
    terminal.send("escape" if last else "alt+down")


BEFORE: Mapping[str, Callable[[Typist, Step], None]] = {
    "root-causes": grow, "logic": lay_out, "risks": put_on_grid,
}  # fmt: skip
"""What is drawn before the rest of a step is written."""
AFTER: Mapping[str, Callable[[Typist, Step], None]] = {"systems": rate, "blocks": rate}
"""What is drawn when it is."""
