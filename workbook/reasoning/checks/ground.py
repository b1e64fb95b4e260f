"""What the checks look at: the plan, its graph, and what names its records in a sentence.

Whatever a check asks here is noted, so that it is asked anew only where that changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from operator import is_not
from typing import TYPE_CHECKING, Any, TypeVar, cast

from workbook.kinds.numbers import first_day, last_day
from workbook.kinds.text import brief
from workbook.reasoning.checks.check import Finding
from workbook.reasoning.door import chosen
from workbook.reasoning.graph import LINKS, OFF_LINE
from workbook.reasoning.naming import Wording, named
from workbook.reasoning.noted import Noted
from workbook.records import Record

if TYPE_CHECKING:
    import datetime

    from workbook.plan import Plan
    from workbook.reasoning.checks.check import Check, Found
    from workbook.reasoning.graph import Graph
    from workbook.reasoning.places import Held

R = TypeVar("R", bound=Record)
T = TypeVar("T")


class Ground:
    """A plan as the checks ask it.

    graph: the plan's own, kept true from each edit before the checks are asked. wording: what
    names records, where the sentences leave the screens; else the plan itself.
    """

    def __init__(self, plan: Plan, graph: Graph, wording: Wording | None = None) -> None:
        self.plan = Noted(plan)
        self.graph, self.wording = graph, wording or self.plan
        self.today: datetime.date = plan.today
        self._asked: dict[str, bool] = {}
        self._made: dict[object, tuple[list[Sequence[Record]], Any]] = {}

    def all(self, type: type[R]) -> Sequence[R]:
        """The records of a type, in their order."""
        return self.plan.records(type)

    def made_of(self, types: Sequence[type[Record]], make: Callable[..., T], *of: Any) -> T:
        """What is made of these tables and nothing else, made anew where one of them changed."""
        tables = [self.all(one) for one in types]
        before, made = self._made.get((make, of), ([], None))
        if len(before) != len(tables) or any(map(is_not, before, tables)):
            made = make(self, *of)
            self._made[make, of] = tables, made
        return cast("T", made)

    def asked(self, place: str) -> bool:
        """Whether the content asks a field, given as TYPE.FIELD."""
        if place not in self._asked:
            type, _, field = place.partition(".")
            tables = self.plan.curriculum.tables_of(type)
            self._asked[place] = any(one.field(field) is not None for one in tables)
        return self._asked[place]

    def begun(self, type: type[Record]) -> bool:
        """Whether a table of these records has a row, on a step that the door leaves in."""
        if not self.all(type):
            return False
        curriculum, chapters = self.plan.curriculum, chosen(self.plan)
        steps = (curriculum.step_of(one.id) for one in curriculum.tables_of(type.type))
        return any(one.chapter in chapters for one in steps)

    # Along the graph

    def after(self, id: str, type: type[Record], role: str = "") -> list[str]:
        """The records of a type that come straight after one; role: through this field only."""
        self.plan.note(id, type)
        return list(self._of(self.graph.after(id), type, role))

    def before(self, id: str, type: type[Record], role: str = "") -> list[str]:
        """The records of a type that come straight before one; as `after`."""
        self.plan.note(id, type)
        return list(self._of(self.graph.before(id), type, role))

    def leads_to(self, id: str, *stations: str) -> bool:
        """Whether one of these stations is reached from a record, as the trace draws its line."""
        self.plan.asked.update(one.type for one in LINKS)
        return self.graph.reaches(id, stations, OFF_LINE)

    def is_gone(self, id: str) -> bool:
        """Whether no record has this id."""
        self.plan.note(id)
        return self.graph.is_gone(id)

    def _of(self, ends: Sequence[tuple[str, str]], type: type[Record], role: str) -> Iterator[str]:
        for id, through in ends:
            fits = id.startswith(f"{type.prefix}-") and role in ("", through)
            if fits and not self.graph.is_gone(id):
                yield id

    # Words

    def finding(self, check: Check, found: Found) -> Finding:
        """What a check found, in its sentence."""
        words = {"it": self.name(found.id)} if "{it}" in check.sentence else {}
        text = check.sentence.format(**words | dict(found.words))
        step = self._step(check, found.id)
        return Finding(
            check.code, check.severity, text, found.id, found.field, step,
            check.mend, check.reason_id(found), go=found.go,
        )  # fmt: skip

    def _step(self, check: Check, id: str) -> str:
        """The step that mends a place; "" where none does."""
        curriculum = self.plan.curriculum
        if check.at:
            tables = curriculum.tables_of(check.at)
            return next((curriculum.step_of(one.id).id for one in tables), "")
        record = self.plan.record(id) if "." not in id else None
        home = curriculum.home(record) if record else None
        try:
            return curriculum.step_of(home.id if home else id).id
        except KeyError:
            return ""

    def name(self, id: str) -> str:
        """A record at the beginning of a sentence, or the step whose whole table is meant."""
        step = self.plan.curriculum.steps.get(id)
        if step is not None:
            return f"“{step.name}”"
        record = self.plan.record(id)
        return named(self.plan, record, self.wording) if record else "What was removed"

    def title(self, record: Record) -> str:
        """What a record is called beside its code, to stand after that; "" for nothing."""
        title = self.wording.shown(record, record.called[0]) if record.called else ""
        return f" “{brief(title, 80)}”" if title else ""

    def stranger(self, given: str) -> str:
        """Who is not in the register, at the beginning of a sentence. Off the screens nobody
        could have said whether they may be named."""
        return f"“{given}”" if self.wording is self.plan else "One who is not in the register"

    def at(self, place: Held) -> str:
        """A value's place in a sentence."""
        return f"{self.name(place.id)}, {place.name}" if place.field else f"“{place.name}”"

    def asks(self, type: str, field: str) -> str:
        """What a field is called where it is asked, else its own name in words."""
        fields = (one.field(field) for one in self.plan.curriculum.tables_of(type))
        return next((one.name for one in fields if one), field.replace("_", " "))


def says(value: Any) -> bool:
    """Whether a value says something: neither nothing, nor an empty list, nor blanks."""
    if isinstance(value, str):
        return bool(value.strip())
    return value is not None and value != [] and value != {}


def over(date: str | None, today: datetime.date) -> bool:
    """Whether a day is past, however widely its date is read. What is no date is not."""
    last = last_day(date) if date else None
    return last is not None and last < today


def earlier(date: str | None, than: str | None) -> bool:
    """Whether one date lies before another, however widely both are read."""
    last, first = last_day(date or "x"), first_day(than or "x")
    return last is not None and first is not None and last < first


def counted(number: int, one: str, many: str) -> str:
    """A number with its word: 1 contact, 3 contacts."""
    return f"{number} {one if number == 1 else many}"
