"""One graph over all records, from what was heard to who keeps it up.

Which field joins what, and which end comes first, stands in one table. A link is kept at both
ends, so the graph is walked either way, and it is kept true from each edit.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from workbook.reasoning.places import records
from workbook.records import TYPES, Record, type_in

if TYPE_CHECKING:
    from workbook.edits import Edit
    from workbook.reading import Reading

STATIONS = ("heard", "finding", "cause", "action", "outcome", "measure", "keeper")
"""The stations of a line, from a resident's words to the person who keeps an action alive."""

AGAINST = "evidence_against"
"""The role of what speaks against a finding: a link, but no support."""
OFF_LINE = (AGAINST, "predictor")
"""Roles that carry no line: what speaks against a finding, and figures, which are no voices."""

_STATION = {
    "heard": "heard",
    "insight": "heard",
    "finding": "finding",
    "root_cause": "cause",
    "strategic_action": "action",
    "measure": "measure",
    "stewardship": "keeper",
}
OUTCOMES = ("short", "medium", "long")
"""The columns of a logic model that say what becomes different."""


def station(record: Record) -> str:
    """The station at which a record stands; "" for what lies between two, such as a priority."""
    if record.type == "logic_item":
        return "outcome" if record.data.get("column") in OUTCOMES else ""
    return _STATION.get(record.type, "")


class Link(NamedTuple):
    """One field that joins records. ahead: whether what it points to comes after its record.

    by_value: whether it holds no id, but joins whatever names the same predictor. The field's
    name is the link's role.
    """

    type: str
    field: str
    ahead: bool = False
    by_value: bool = False


LINKS = (
    Link("heard", "activity"),
    Link("insight", "activity"),
    Link("heard", "changed", ahead=True),
    Link("finding", "evidence_for"),
    Link("finding", AGAINST),
    Link("metric_reading", "predictor", ahead=True, by_value=True),
    Link("finding", "predictors", by_value=True),
    Link("priority", "findings"),
    Link("root_cause", "priority"),
    Link("root_cause", "parent"),
    Link("root_cause", "evidence"),
    Link("strategic_action", "causes"),
    Link("strategic_action", "priority"),
    Link("logic_item", "action"),
    Link("logic_item", "leads_to", ahead=True),
    Link("measure", "about"),
    Link("stewardship", "action"),
    Link("allocation", "action"),
    Link("allocation", "source", ahead=True),
)
"""What joins what (architecture.md, "trace"): heard → finding → priority → cause → action →
logic items → measure, and action → stewardship, action → money."""

_PREDICTOR = "predictor"
_LINKS: dict[str, list[Link]] = {type: [one for one in LINKS if one.type == type] for type in TYPES}
_RANK = {type: place for place, type in enumerate(TYPES)}
Edge = tuple[str, str, str]
"""From which record, to which, in which role."""


class _Value(NamedTuple):
    """A value that joins the records which hold it: a joint of the graph, and no record."""

    text: str


_Node = str | _Value
_Ends = dict[_Node, set[tuple[_Node, str]]]


class Graph:
    """The links between the records of a plan.

    Ids of removed records stay as ends that are gone. Neighbours come type by type, in the order
    of their tables.
    """

    def __init__(self, plan: Reading) -> None:
        self._plan = plan
        self._places: dict[str, tuple[int, str]] = {}
        self._stations: dict[str, str] = {}
        self._edges: dict[str, set[tuple[_Node, _Node, str]]] = {}
        self._after: _Ends = {}
        self._before: _Ends = {}
        for record in records(plan):
            self._join(record)

    def update(self, edits: Iterable[Edit]) -> None:
        """Follows edits that were made: in the time that the records they name take."""
        for id in {one.id for one in edits if one.table in TYPES}:
            self._part(id)
            if record := self._plan.record(id):
                self._join(record)

    # Asking

    def after(self, id: str) -> tuple[tuple[str, str], ...]:
        """What comes straight after a record: (id, role) each."""
        return self._neighbours(id, self._after)

    def before(self, id: str) -> tuple[tuple[str, str], ...]:
        """What comes straight before a record: (id, role) each."""
        return self._neighbours(id, self._before)

    def downstream(self, id: str, without: Collection[str] = ()) -> tuple[str, ...]:
        """Everything that follows from a record, the nearest first.

        without: roles that are not walked. The walk ends at a record that is gone. A record
        stands in its own downstream only where it stands in a circle.
        """
        return self._reach(id, self._after, without)

    def upstream(self, id: str, without: Collection[str] = ()) -> tuple[str, ...]:
        """Everything that a record comes from, the nearest first; as `downstream`."""
        return self._reach(id, self._before, without)

    def reaches(self, id: str, stations: Collection[str], without: Collection[str] = ()) -> bool:
        """Whether a record that stands at one of these stations follows from one; the walk is
        that of `downstream`, in no order, and ends at the first."""
        found, waiting = set[_Node](), list[_Node]([id])
        while waiting:
            for end, role in self._after.get(waiting.pop(), ()):
                gone = isinstance(end, str) and end not in self._places
                if gone or role in without or end in found:
                    continue
                if isinstance(end, str) and self._stations[end] in stations:
                    return True
                found.add(end)
                waiting.append(end)
        return False

    def is_gone(self, id: str) -> bool:
        """Whether no record has this id: it was removed, or never was."""
        return id not in self._places

    def place(self, id: str) -> tuple[int, str, str]:
        """What sorts ids as their records stand: type by type, in the order of their tables."""
        return *self._places.get(id, (len(TYPES), "")), id

    def station(self, id: str) -> str:
        """The station of a record; of one that is gone, that of its type."""
        return self._stations.get(id) or ("" if id in self._places else _of_prefix(id))

    def edges(self) -> set[Edge]:
        """Every link, once."""
        return {
            (id, to, role)
            for id in self._after
            if isinstance(id, str)
            for to, role in self.after(id)
        }

    # Keeping

    def _join(self, record: Record) -> None:
        self._places[record.id] = _RANK[record.type], record.order
        self._stations[record.id] = station(record)
        if edges := set(_edges(record)):
            self._edges[record.id] = edges
        for start, end, role in edges:
            self._after.setdefault(start, set()).add((end, role))
            self._before.setdefault(end, set()).add((start, role))

    def _part(self, id: str) -> None:
        self._places.pop(id, None)
        self._stations.pop(id, None)
        for start, end, role in self._edges.pop(id, ()):
            _take(self._after, start, (end, role))
            _take(self._before, end, (start, role))

    def _neighbours(self, id: str, ends: _Ends) -> tuple[tuple[str, str], ...]:
        found = set[tuple[str, str]]()
        for end, role in ends.get(id, ()):
            met = [end] if isinstance(end, str) else [one for one, _ in ends.get(end, ())]
            found.update((one, role) for one in met if isinstance(one, str))
        return tuple(sorted(found, key=self._end_place))

    def _end_place(self, end: tuple[_Node, str]) -> tuple[int, str, str, str]:
        node, role = end
        if isinstance(node, str):
            return *self.place(node), role
        return len(TYPES), "", node.text, role

    def _reach(self, id: str, ends: _Ends, without: Collection[str]) -> tuple[str, ...]:
        found, waiting = dict[_Node, None](), deque[_Node]([id])
        while waiting:
            here = waiting.popleft()
            for end, role in sorted(ends.get(here, ()), key=self._end_place):
                if role not in without and end not in found:
                    found[end] = None
                    if isinstance(end, _Value) or end in self._places:
                        waiting.append(end)
        return tuple(one for one in found if isinstance(one, str))


def _of_prefix(id: str) -> str:
    """The station that an id's first letters tell of; of a logic item, the outcome."""
    type = type_in(id)
    return "outcome" if type == "logic_item" else _STATION.get(type, "")


def _edges(record: Record) -> Iterator[tuple[_Node, _Node, str]]:
    """The links that a record's own fields make. A value of the wrong shape makes none."""
    for link in _LINKS[record.type]:
        role = _PREDICTOR if link.by_value else link.field
        for end in _pointed(record, link):
            yield (record.id, end, role) if link.ahead else (end, record.id, role)


def _pointed(record: Record, link: Link) -> Iterator[_Node]:
    kind, value = record.fields[link.field], record.data.get(link.field)
    if not link.by_value:
        yield from filter(None, kind.points(value))
    elif kind.holds(value):
        values = value if isinstance(value, list) else [value]
        yield from (_Value(one) for one in values if isinstance(one, str))


def _take(ends: _Ends, node: _Node, end: tuple[_Node, str]) -> None:
    ends[node].discard(end)
    if not ends[node]:
        del ends[node]


__all__ = [
    "AGAINST",
    "LINKS",
    "OFF_LINE",
    "OUTCOMES",
    "STATIONS",
    "Edge",
    "Graph",
    "Link",
    "station",
]
