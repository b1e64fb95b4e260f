"""The line of each action, from what was heard to who keeps it up, and where it breaks.

A line has seven stops. A stop that nothing reaches is missing where what stands next to it on the
way is there; else it only waits: one break is one alarm.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from workbook.reasoning.filling import Gap, Reached, gap
from workbook.reasoning.graph import OFF_LINE, STATIONS
from workbook.records.actions import StrategicAction

if TYPE_CHECKING:
    from workbook.reading import Reading
    from workbook.reasoning.graph import Graph

State = Literal["there", "missing", "waits"]

NAMES = {
    "heard": "Heard",
    "finding": "Finding",
    "cause": "Cause",
    "action": "Action",
    "outcome": "Outcome",
    "measure": "Measure",
    "keeper": "Steward",
}
"""The stations as a person reads them."""
BREAKS = {
    "heard": "nobody heard",
    "finding": "no finding",
    "cause": "no root cause",
    "action": "no action",
    "outcome": "no outcome",
    "measure": "no measure",
    "keeper": "no steward",
}
"""What a line lacks that breaks at a station."""
DOTS: Mapping[State, str] = {"there": "●", "missing": "○", "waits": "·"}
"""The seven dots of a line's word, by what stands there."""

_TOWARDS = {
    "heard": "finding",
    "finding": "cause",
    "cause": "action",
    "outcome": "action",
    "measure": "outcome",
    "keeper": "action",
}
"""The station next to each on its way to the action, at which a line is held."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One station of a line.

    ids: the records there, the nearest first. gone: removed records that something on the line
    still points to. gap: where a missing stop is filled, and by which question.
    """

    station: str
    ids: tuple[str, ...]
    state: State
    gone: tuple[str, ...] = ()
    gap: Gap | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """The seven stops of the line through one record: an action, or what no action reaches."""

    id: str
    stops: tuple[Stop, ...]

    @property
    def breaks(self) -> list[Stop]:
        """The stops that are missing."""
        return [one for one in self.stops if one.state == "missing"]

    @property
    def dots(self) -> str:
        """The line as a word of seven dots: ●●●●○·●."""
        return "".join(DOTS[one.state] for one in self.stops)


def lines(plan: Reading, graph: Graph) -> list[Line]:
    """The line of every strategic action, in their order."""
    return [line(plan, graph, one.id) for one in plan.records(StrategicAction)]


def line(plan: Reading, graph: Graph, id: str) -> Line:
    """The line through a record that stands at a station."""
    before, after = (walk(id, OFF_LINE) for walk in (graph.upstream, graph.downstream))
    reached = Reached(plan, graph, tuple(dict.fromkeys([id, *before, *after])))
    towards = _towards(graph.station(id))
    return Line(id, tuple(_stop(plan, reached, one, towards) for one in STATIONS))


def action_of(graph: Graph, id: str) -> str:
    """The action on whose line a record is, the nearest of several; "" where there is none."""
    near = (id, *graph.downstream(id), *graph.upstream(id))
    return next(
        (one for one in near if graph.station(one) == "action" and not graph.is_gone(one)), ""
    )


def _towards(centre: str) -> Mapping[str, str]:
    """For each station, the one next to it on its way to the station that the line starts from."""
    towards, here = dict(_TOWARDS), centre
    while here in _TOWARDS:
        towards[_TOWARDS[here]] = here
        here = _TOWARDS[here]
    towards.pop(centre, None)
    return towards


def _stop(plan: Reading, reached: Reached, station: str, towards: Mapping[str, str]) -> Stop:
    ids, gone = reached.at(station), reached.gone(station)
    if ids:
        return Stop(station, ids, "there", gone)
    beside = reached.at(towards.get(station, station))
    if beside or (station == "finding" and reached.priorities):
        return Stop(station, (), "missing", gone, gap(plan, reached, station))
    return Stop(station, (), "waits", gone)


def money(plan: Reading, graph: Graph, action: str) -> tuple[int, int]:
    """How much of an action's money is secured, and what it costs."""
    record = plan.record(action)
    cost = plan.value(record, "cost") if record else None
    paid = (plan.record(id) for id, role in graph.after(action) if role == "action")
    secured = (
        plan.value(one, "amount")
        for one in paid
        if one and one.type == "allocation" and one.data.get("status") == "secured"
    )
    return sum(filter(None, secured)), cost or 0


__all__ = [
    "BREAKS",
    "DOTS",
    "NAMES",
    "Gap",
    "Line",
    "State",
    "Stop",
    "action_of",
    "line",
    "lines",
    "money",
]
