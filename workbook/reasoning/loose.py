"""What hangs loose: written, and on no line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.records import TYPES, Record

if TYPE_CHECKING:
    from workbook.reading import Reading
    from workbook.reasoning.graph import Graph

JUDGED = {"strength": "a strength", "concern": "a concern"}


@dataclass(frozen=True, slots=True)
class Loose:
    """A record that nothing takes up. text: what it lacks, as the rest of a sentence."""

    id: str
    text: str


def loose(plan: Reading, graph: Graph) -> list[Loose]:
    """What hangs loose, from what was heard to what is measured."""
    return [
        Loose(record.id, text)
        for type, say in _SAID.items()
        for record in plan.records(TYPES[type])
        if (text := say(graph, record))
    ]


def _heard(graph: Graph, record: Record) -> str:
    """What was said and changed nothing; a reason why not is an answer too."""
    return "" if _used(graph, record) or record.data.get("why_not") else "nothing uses it"


def _insight(graph: Graph, record: Record) -> str:
    return "" if _used(graph, record) else "nothing uses it"


def _reading(graph: Graph, record: Record) -> str:
    judged = JUDGED.get(str(record.data.get("judged")))
    return f"{judged} that no finding names" if judged and not _used(graph, record) else ""


def _finding(graph: Graph, record: Record) -> str:
    taken = any(role == "findings" for _, role in _live(graph, record))
    return "" if taken else "no priority takes it up"


def _priority(graph: Graph, record: Record) -> str:
    met = {graph.station(id) for id in graph.downstream(record.id) if not graph.is_gone(id)}
    if not met & {"cause", "action"}:
        return "no cause and no action"
    if "action" not in met:
        return "no action serves it"
    return "" if "cause" in met else "no root cause explains it"


def _cause(graph: Graph, record: Record) -> str:
    """A cause is reached where one of those below it is; one that is only watched need not be."""
    met = any(
        graph.station(id) == "action" and not graph.is_gone(id)
        for id in graph.downstream(record.id)
    )
    return "" if met or record.data.get("influence") == "watch" else "no action reaches it"


def _measure(graph: Graph, record: Record) -> str:
    about = any(role == "about" and not graph.is_gone(id) for id, role in graph.before(record.id))
    return "" if about or record.data.get("condition") else "it measures nothing of the plan"


def _used(graph: Graph, record: Record) -> bool:
    return bool(_live(graph, record))


def _live(graph: Graph, record: Record) -> list[tuple[str, str]]:
    return [(id, role) for id, role in graph.after(record.id) if not graph.is_gone(id)]


_SAID: dict[str, Callable[[Graph, Record], str]] = {
    "heard": _heard,
    "insight": _insight,
    "metric_reading": _reading,
    "finding": _finding,
    "priority": _priority,
    "root_cause": _cause,
    "measure": _measure,
}
