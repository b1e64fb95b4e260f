"""The plan's own rules: what in it cannot be right, or cannot be seen.

To add a check, write a function that yields places with a sentence each, and give it a line in
`CHECKS`. A code is kept for ever: people name it in `--fail-on` scripts and in notes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from workbook.kinds import Invalid, Kind
from workbook.kinds.numbers import first_day, last_day
from workbook.kinds.text import brief
from workbook.reasoning.naming import Wording, named
from workbook.reasoning.places import Held, held, records

if TYPE_CHECKING:
    from workbook.reading import Reading
    from workbook.records import Record

_TWICE = "two people wrote different things"
Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a check found. id, field: its place, field "" for an answer or a whole
    record. step: where it can be mended, "" where no step shows it."""

    code: str
    severity: Severity
    text: str
    id: str
    field: str
    step: str


class Found(NamedTuple):
    """A place and what is to be said of it: what a check yields."""

    id: str
    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Ground:
    """What a check looks at: the plan, and what names its records in a sentence."""

    plan: Reading
    wording: Wording

    def name(self, id: str) -> str:
        """A record at the beginning of a sentence."""
        record = self.plan.record(id)
        return named(self.plan, record, self.wording) if record else "What was removed"

    def at(self, place: Held) -> str:
        """A value's place in a sentence."""
        return f"{self.name(place.id)}, {place.name}" if place.field else f"“{place.name}”"


def _broken(ground: Ground) -> Iterator[Found]:
    """References to records that are gone."""
    for one in held(ground.plan):
        gone = [id for id in _points(one) if ground.plan.type_of(id) is None]
        if gone:
            what = "a record that was" if len(gone) == 1 else f"{len(gone)} records that were"
            yield Found(one.id, one.field, f"{ground.at(one)}: points to {what} removed.")


def _points(place: Held) -> list[str]:
    return list(place.kind.points(place.value)) if place.kind else []


def _values(ground: Ground) -> Iterator[Found]:
    """Values that nobody could have entered here: the file was edited by hand, or merged."""
    for one in held(ground.plan):
        refusal = _refusal(ground.plan, one.kind, one.value) if one.kind else ""
        if refusal and one.kind and one.kind.private:
            refusal = "This holds something that it cannot take."
        if refusal:
            yield Found(one.id, one.field, f"{ground.at(one)}: {refusal}")


def _refusal(plan: Reading, kind: Kind[Any], value: Any) -> str:
    """Why a value cannot stand where it does; "" where it can."""
    ids = kind.points(value) if kind.holds(value) else ()
    if ids:
        wrong = {type for id in ids if (type := plan.type_of(id))} - set(getattr(kind, "to", ()))
        return f"This cannot point to a {min(wrong).replace('_', ' ')}." if wrong else ""
    try:
        clean = kind.clean(value, plan)
    except Invalid as error:
        return str(error)
    same = kind.holds(value) and (kind.word != "date" or clean == value)
    return "" if same else f"This is kept in another form; write {brief(str(clean), 40)}."


def _unseen(ground: Ground) -> Iterator[Found]:
    """Records that no table shows, though records of their type have tables."""
    curriculum = ground.plan.curriculum
    for record in records(ground.plan):
        asked = record.type == "row" or any(curriculum.tables_of(record.type))
        if asked and curriculum.home(record) is None:
            text = f"{ground.name(record.id)} stands in no table, so no screen shows it."
            yield Found(record.id, "", text)


def _backwards(ground: Ground) -> Iterator[Found]:
    """What ends before it starts, however widely both dates are read."""
    for record in records(ground.plan):
        starts, ends = (_date(record, one) for one in ("starts", "ends"))
        first, last = first_day(starts), last_day(ends)
        if first and last and last < first:
            yield Found(record.id, "ends", f"{ground.name(record.id)} ends before it starts.")


def _date(record: Record, field: str) -> str:
    value = record.data.get(field)
    return value if field in record.fields and isinstance(value, str) else ""


def _nameless(ground: Ground) -> Iterator[Found]:
    """Records of which nobody can say which they are."""
    for record in records(ground.plan):
        names = _called(ground.plan, record)
        if names and not any(ground.plan.shown(record, one) for one in names):
            yield Found(record.id, names[0], f"{ground.name(record.id)} has no name.")


def _called(plan: Reading, record: Record) -> tuple[str, ...]:
    home = plan.curriculum.home(record)
    return record.called if record.type != "row" else home.columns[:1] if home else ()


def _unknown(ground: Ground) -> Iterator[Found]:
    """Answers and fields that this version and its content do not know. They are kept."""
    for one in held(ground.plan):
        if one.kind is not None or one.id.startswith("row-"):
            continue
        if one.field:
            text = f"{ground.name(one.id)} has a field “{brief(one.field, 40)}” that is not known."
        else:
            text = f"“{brief(one.id, 60)}” is no question here."
        yield Found(one.id, one.field, f"{text} What it holds is kept.")


def _conflicts(ground: Ground) -> Iterator[Found]:
    """What two people wrote at once, and nobody has chosen yet (store.md: a table of its own)."""
    for one in ground.plan.db.of("_conflicts"):
        id, field = str(one.get("record", "")), str(one.get("field", ""))
        field = "" if "." in id else str(one.get("key", "")) if field == "cells" else field
        removed = one.get("kind") == "edit/remove"
        what = "one person changed this, another removed it" if removed else _TWICE
        yield Found(id, field, f"{_place(ground, id, field)}: {what}.")


def _place(ground: Ground, id: str, field: str) -> str:
    if "." in id:
        prompt = ground.plan.curriculum.prompts.get(id)
        return f"“{prompt.name if prompt else brief(id, 60)}”"
    return f"{ground.name(id)}, {field.replace('_', ' ')}" if field else ground.name(id)


@dataclass(frozen=True, slots=True)
class Check:
    """One rule: its code, how much it matters, and what looks."""

    code: str
    severity: Severity
    look: Callable[[Ground], Iterator[Found]]


CHECKS = (
    Check("broken-reference", "error", _broken),
    Check("not-a-value", "error", _values),
    Check("conflict", "warning", _conflicts),
    Check("ends-before-start", "warning", _backwards),
    Check("no-name", "warning", _nameless),
    Check("in-no-table", "warning", _unseen),
    Check("not-known", "note", _unknown),
)
"""Every check, the gravest first."""


def check(plan: Reading, wording: Wording | None = None) -> list[Finding]:
    """What the checks find, the gravest first.

    wording: what names records, where the sentences leave the screens; else the plan itself.
    No sentence quotes a private value.
    """
    ground = Ground(plan, wording or plan)
    return [
        Finding(one.code, one.severity, text, id, field, _step(plan, id))
        for one in CHECKS
        for id, field, text in one.look(ground)
    ]


def _step(plan: Reading, id: str) -> str:
    """The step that shows a place."""
    record = plan.record(id) if "." not in id else None
    home = plan.curriculum.home(record) if record else None
    place = home.id if home else id
    try:
        return plan.curriculum.step_of(place).id
    except KeyError:
        return ""
