"""release.toml: the six topics of a release, and what is due how long before its day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.curriculum.spec import Spec

if TYPE_CHECKING:
    from workbook.curriculum.model import Curriculum

ANSWER, TABLE, EACH = "answer", "table", "each"
"""What shows that something is written: an answer, a row, a field of every row."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What shows it. kind: of the three; id: of the question or the table; field: of its rows."""

    kind: str
    id: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that is true so many days before the release. when: the same in words. shown: what
    shows it, () where only its day passes. unless: the yes-or-no question whose no makes it
    needless, "" for none."""

    id: str
    days: int
    when: str
    text: str
    shown: tuple[Shown, ...]
    unless: str


@dataclass(frozen=True, slots=True)
class Topic:
    """One of the topics of a release. sources: what is written for it."""

    id: str
    name: str
    ask: str
    sources: tuple[Shown, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Own:
    """Rows of the team that carry a date of the release. say: what is true by then, with {text} in
    it. called (what is put there), date, done, who: their fields; done and who may be ""."""

    table: str
    topic: str
    say: str
    called: str
    date: str
    done: str
    who: str


@dataclass(frozen=True, slots=True)
class Countdown:
    """All of release.toml."""

    topics: tuple[Topic, ...] = ()
    own: tuple[Own, ...] = ()


def read(spec: Spec, curriculum: Curriculum) -> Countdown:
    """All of release.toml. Raises ContentError for what is not in the curriculum, and for what is
    private."""
    reader = _Reader(curriculum)
    topics = tuple(reader.topic(one) for one in spec.each("topic"))
    own = tuple(reader.own(one, {topic.id for topic in topics}) for one in spec.each("own"))
    spec.done()
    return Countdown(topics, own)


class _Reader:
    """Reads against a curriculum."""

    def __init__(self, curriculum: Curriculum) -> None:
        self.curriculum = curriculum

    def topic(self, spec: Spec) -> Topic:
        sources = tuple(self._shown(spec, "from"))
        marks = tuple(self._mark(one) for one in spec.each("mark"))
        found = Topic(spec.need("id"), spec.need("name"), spec.need("ask"), sources, marks)
        spec.done()
        return found

    def _mark(self, spec: Spec) -> Mark:
        unless, days = spec.get("unless", ""), spec.get("days", 0)
        if unless and unless not in self.curriculum.prompts:
            spec.refuse(f"no question has the id `{unless}`")
        if days < 1:
            spec.refuse("`days` must be one or more")
        found = Mark(
            spec.need("id"), days, spec.need("when"), spec.need("text"),
            tuple(self._shown(spec, "done")), unless,
        )  # fmt: skip
        spec.done()
        return found

    def _shown(self, spec: Spec, key: str) -> Iterator[Shown]:
        for written in spec.texts(key):
            kind, _, rest = written.partition(" ")
            id, _, field = rest.partition(" ")
            if kind not in (ANSWER, TABLE, EACH):
                spec.refuse(f"`{written}` begins with none of {ANSWER}, {TABLE}, {EACH}")
            prompt, table = self.curriculum.prompts.get(id), self.curriculum.tables.get(id)
            there = prompt if kind == ANSWER else table
            if there is None or there.private or (prompt and prompt.kind.private):
                spec.refuse(f"`{written}`: there is no such {kind} that may be printed")
            if kind == EACH and table:
                self._field(spec, table.id, field)
            yield Shown(kind, id, field)

    def own(self, spec: Spec, topics: set[str]) -> Own:
        table = self.curriculum.tables.get(spec.need("of"))
        if table is None or table.private:
            spec.refuse(f"there is no table `{spec.need('of')}` that may be printed")
        if spec.need("topic") not in topics:
            spec.refuse(f"no topic is called `{spec.need('topic')}`")
        found = Own(
            table.id, spec.need("topic"), spec.need("say"), spec.need("called"), spec.need("date"),
            spec.get("done", ""), spec.get("who", ""),
        )  # fmt: skip
        if "{text}" not in found.say:
            spec.refuse("`say` must have {text} in it")
        for field in filter(None, (found.called, found.date, found.done, found.who)):
            self._field(spec, table.id, field)
        spec.done()
        return found

    def _field(self, spec: Spec, table: str, name: str) -> None:
        field = self.curriculum.tables[table].field(name)
        if field is None or field.kind.private:
            spec.refuse(f"`{table}` has no field `{name}` that may be printed")
