"""What would fill a missing stop of a line: the place, and the question that is asked there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.reasoning.needs import filled
from workbook.reasoning.persons import Register

if TYPE_CHECKING:
    from workbook.curriculum import Table
    from workbook.reading import Reading
    from workbook.reasoning.graph import Graph


@dataclass(frozen=True, slots=True)
class Gap:
    """Where something is missing. step: the step that asks for it, "" where none does. id: the
    record to open, "" where a row is to be added. field: the record's field, else the table.
    question: what is asked there, in the content's words."""

    step: str
    id: str
    field: str
    question: str


class Reached:
    """The records that a walk came to, by station."""

    def __init__(self, plan: Reading, graph: Graph, ids: tuple[str, ...]) -> None:
        self._gone: dict[str, list[str]] = {}
        self._ids: dict[str, list[str]] = {}
        for id in ids:
            kept = self._gone if graph.is_gone(id) else self._ids
            kept.setdefault(graph.station(id), []).append(id)
        self.priorities = tuple(
            id for id in self._ids.get("", ()) if plan.type_of(id) == "priority"
        )
        rows = self._ids.get("keeper", [])
        kept_up = [id for id in rows if _has_steward(plan, id)]
        self.unkept = tuple(id for id in rows if id not in kept_up)
        """Rows of stewardship in which nobody stands."""
        self._ids["keeper"] = kept_up

    def at(self, station: str) -> tuple[str, ...]:
        """The records at a station, the nearest first."""
        return tuple(self._ids.get(station, ()))

    def gone(self, station: str) -> tuple[str, ...]:
        """The removed records of a station that something still points to."""
        return tuple(self._gone.get(station, ()))


def _has_steward(plan: Reading, id: str) -> bool:
    record = plan.record(id)
    table = plan.curriculum.home(record) if record else None
    asked = table.field("steward") if table else None
    if record is None or asked is None:
        return bool(record and record.data.get("steward"))
    return filled(plan, record, asked) and not _all_left(plan, record.data.get("steward"))


def _all_left(plan: Reading, people: object) -> bool:
    """Whether everybody named is in the register, by id or by name, and has left."""
    named = [one for one in people if isinstance(one, str)] if isinstance(people, list) else []
    called = Register(plan).person if any(plan.record(one) is None for one in named) else str
    found = [plan.record(called(one)) for one in named]
    return bool(found) and all(one and one.data.get("status") == "left" for one in found)


def gap(plan: Reading, reached: Reached, station: str) -> Gap | None:
    """What would fill a missing stop, seen from what is reached; None where no step asks it."""
    first = {
        one: next(iter(reached.at(one)), "")
        for one in ("heard", "finding", "cause", "action", "outcome", "measure", "keeper")
    }
    match station:
        case "heard":
            return _open(plan, first["finding"], "evidence_for", _ask(plan, "heard", "text"))
        case "finding":
            return _finding(plan, first, next(iter(reached.priorities), ""))
        case "cause":
            return _cause(plan, first["action"], reached)
        case "action":
            return _action(plan, first)
        case "outcome" if first["measure"] and not first["action"]:
            return _open(plan, first["measure"], "about")
        case "outcome":
            return _add(plan, "logic_item", "text", _outcome(plan))
        case "measure":
            return _add(plan, "measure", "text")
    empty = next(iter(reached.unkept), "")
    return _open(plan, empty, "steward") if empty else _add(plan, "stewardship", "steward")


def _finding(plan: Reading, first: dict[str, str], priority: str) -> Gap | None:
    if priority:
        return _open(plan, priority, "findings")
    if first["cause"]:
        return _open(plan, first["cause"], "priority")
    if plan.type_of(first["heard"]) == "heard":
        return _open(plan, first["heard"], "changed")
    return _add(plan, "finding", "claim")


def _cause(plan: Reading, action: str, reached: Reached) -> Gap | None:
    if action:
        return _open(plan, action, "causes")
    if reached.priorities:
        return _add(plan, "root_cause", "because")
    return _add(plan, "priority", "title")


def _action(plan: Reading, first: dict[str, str]) -> Gap | None:
    for station in ("outcome", "keeper"):
        if first[station] and not first["cause"]:
            return _open(plan, first[station], "action")
    return _add(plan, "strategic_action", "title")


def _outcome(plan: Reading) -> str:
    """What a first outcome is, in the words of the list of columns."""
    short = plan.curriculum.lists.get("logic-columns", {}).get("short")
    return short.note if short else ""


def _open(plan: Reading, id: str, field: str, question: str = "") -> Gap | None:
    """A field of a record that is there."""
    record = plan.record(id)
    table = plan.curriculum.home(record) if record else None
    asked = table.field(field) if table else None
    if table is None:
        return None
    question = question or (asked.ask if asked else "")
    return Gap(plan.curriculum.step_of(table.id).id, id, field, question)


def _add(plan: Reading, type: str, field: str, question: str = "") -> Gap | None:
    """A row that is still to be added."""
    table = _table(plan, type)
    if table is None:
        return None
    return Gap(
        plan.curriculum.step_of(table.id).id, "", table.id, question or _ask(plan, type, field)
    )


def _ask(plan: Reading, type: str, field: str) -> str:
    table = _table(plan, type)
    asked = table.field(field) if table else None
    return asked.ask if asked else ""


def _table(plan: Reading, type: str) -> Table | None:
    return next(iter(plan.curriculum.tables_of(type)), None)
