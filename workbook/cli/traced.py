"""What `trace` writes: the records on both sides of one, in the names of the public view."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbook.cli.problem import Problem
from workbook.kinds.pointing import RECORD_ID
from workbook.kinds.text import brief
from workbook.map.public import Public
from workbook.nearest import meant
from workbook.reasoning.graph import AGAINST, LINKS, Graph, station
from workbook.reasoning.naming import called
from workbook.reasoning.trace import BREAKS, NAMES, Line, Stop, line

if TYPE_CHECKING:
    from workbook.records import Record
    from workbook.session import Session

TRACED = (*{one.type: None for one in LINKS}, "activity", "data_source", "funding_source")
"""The types of record that a code or a name is looked for in."""
Near = Callable[[str], tuple[tuple[str, str], ...]]
MARGIN = "  "


@dataclass(frozen=True, slots=True)
class Met:
    """A record that the walk came to. steps: how many links away. role: of the link by which."""

    id: str
    steps: int
    role: str


class Traced:
    """One record and what the walk both ways comes to.

    Raises Problem where no record, or more than one, is meant.
    """

    def __init__(self, session: Session, word: str) -> None:
        self._plan, self._whole = session.plan, session.graph
        self._view = Public(session.plan)
        self._graph = Graph(self._view)
        self.id = self._meant(word)

    def _meant(self, word: str) -> str:
        if "." in word and not RECORD_ID.fullmatch(word) and word in self._view.curriculum.prompts:
            raise Problem(f"{word} is an answer; a trace follows records.")
        if self._view.record(word):
            return word
        if word in self._view.hidden:
            raise Problem(f"{word} stands in a table that is private; the Trace screen shows it.")
        found = [] if RECORD_ID.fullmatch(word) else self._view.named(TRACED, word)
        if len(found) == 1:
            return found[0]
        if found:
            raise Problem(f"More than one record is called “{brief(word, 40)}”; give its id.")
        if RECORD_ID.fullmatch(word):
            raise Problem(self._view.no_record(word))
        codes = (str(one.get("code", "")) for type in TRACED for one in self._plan.db.of(type))
        hint = meant(word, filter(None, codes))
        raise Problem(f"No record has the id, code or name “{brief(word, 60)}”.{hint}")

    # As text

    def told(self) -> Iterator[str]:
        """The walk in lines, each record once, under the one by which it was reached."""
        yield self._named(self.id)
        for title, near in (("Comes from", self._graph.before), ("Leads to", self._graph.after)):
            yield ""
            yield f"{title}:" if self._near(self.id, near) else f"{title}: nothing yet"
            yield from self._branch(self.id, near)
        for one in self._lines():
            yield ""
            yield f"The line of {self._view.label(one.id)}: {one.dots}"
            yield from (f"{MARGIN}○ {self._break(stop)}" for stop in one.breaks)

    def _branch(self, id: str, near: Near) -> Iterator[str]:
        """The records on one side as a tree, by the shortest way to each."""
        below: dict[str, list[Met]] = {}
        for above, one in self._walk(id, near):
            below.setdefault(above, []).append(one)
        waiting = below.get(id, [])[::-1]
        while waiting:
            one = waiting.pop()
            against = " (speaks against it)" if one.role == AGAINST else ""
            yield f"{MARGIN * one.steps}{self._named(one.id)}{against}"
            waiting += below.get(one.id, [])[::-1]

    def _walk(self, id: str, near: Near) -> Iterator[tuple[str, Met]]:
        """Each record with the one by which it was reached, the nearest first."""
        seen, edge = {id}, [(id, 0)]
        for here, steps in edge:
            for next_id, role in self._near(here, near):
                if next_id not in seen:
                    seen.add(next_id)
                    edge.append((next_id, steps + 1))
                    yield here, Met(next_id, steps + 1, role)

    def _near(self, id: str, near: Near) -> list[tuple[str, str]]:
        return [one for one in near(id) if one[0] not in self._view.hidden]

    def _named(self, id: str) -> str:
        """A record by the word of its table and its name, with the id to go on from."""
        record = self._view.record(id)
        if record is None:
            return f"Broken: a record that was removed [{brief(id, 40)}]"
        table = self._view.curriculum.home(record)
        one = table.one if table else record.type.replace("_", " ")
        return f"{one[:1].upper()}{one[1:]}: {self._name(record)} [{id}]"

    def _name(self, record: Record) -> str:
        return called(record, self._view) or self._view.label(record.id)

    def _break(self, stop: Stop) -> str:
        asked = stop.gap.question if stop.gap else ""
        step = self._plan.curriculum.steps.get(stop.gap.step) if stop.gap else None
        where = f" ({self._plan.curriculum.chapter_of(step).short}, {step.name})" if step else ""
        return f"{NAMES[stop.station]}: {BREAKS[stop.station]}. {asked}{where}"

    # As data

    def data(self) -> dict[str, Any]:
        """The walk as JSON: every record that it came to, and every link between them."""
        sides = {"before": self._graph.before, "after": self._graph.after}
        records = [self._record(self.id, "here", 0)]
        for side, near in sides.items():
            records += [
                self._record(one.id, side, one.steps) for _, one in self._walk(self.id, near)
            ]
        ids = {one["id"] for one in records}
        links = [
            {"from": one, "to": to, "role": role}
            for one in dict.fromkeys(each["id"] for each in records)
            for to, role in self._graph.after(one)
            if to in ids
        ]
        lines = [self._line(one) for one in self._lines()]
        return {
            "schema": "trace/1",
            "id": self.id,
            "records": records,
            "links": links,
            "lines": lines,
        }

    def _record(self, id: str, side: str, steps: int) -> dict[str, Any]:
        record = self._view.record(id)
        return {
            "id": id,
            "type": record.type if record else "",
            "name": self._name(record) if record else "",
            "station": station(record) if record else "",
            "where": side,
            "steps": steps,
            "gone": record is None,
        }

    def _line(self, line: Line) -> dict[str, Any]:
        return {"id": line.id, "stops": [self._stop(one) for one in line.stops]}

    def _stop(self, stop: Stop) -> dict[str, Any]:
        return {
            "station": stop.station,
            "state": stop.state,
            "ids": [id for id in stop.ids if id not in self._view.hidden],
            "gone": list(stop.gone),
            "step": stop.gap.step if stop.gap else "",
            "question": stop.gap.question if stop.gap else "",
        }

    def _lines(self) -> list[Line]:
        """The lines of the actions that the record is joined to; else the line through itself."""
        near = (self.id, *self._whole.upstream(self.id), *self._whole.downstream(self.id))
        actions = [
            id
            for id in dict.fromkeys(near)
            if self._whole.station(id) == "action" and self._view.record(id)
        ]
        if not actions and self._whole.station(self.id):
            actions = [self.id]
        return [line(self._plan, self._whole, id) for id in actions]
