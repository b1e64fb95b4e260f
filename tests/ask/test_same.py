"""Whatever a screen can set is set by lines too, and the file holds the same: on the plan of the
worked example, at any of its questions and fields, with any value of the kind."""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb.storages import MemoryStorage

from tests.ask.dictating import dictated
from tests.conftest import TODAY, prairie_fork
from workbook.ask.offers import offers
from workbook.ask.places import places
from workbook.ask.plain import PlainAsker
from workbook.ask.walk import Walk
from workbook.curriculum import Step, Table, load
from workbook.kinds import (
    ASKABLE,
    Choice,
    Date,
    Invalid,
    Kind,
    Line,
    Lines,
    Links,
    Long,
    Money,
    Number,
    Ref,
    Refs,
    Rows,
    Scale,
    Scores,
    Several,
    Who,
    YesNo,
)
from workbook.plan import Plan
from workbook.records import TYPES
from workbook.store.tables import Tables

CURRICULUM = load()
EXAMPLE = prairie_fork(CURRICULUM)
HELD = pickle.dumps(EXAMPLE.db.storage.read())
STEPS = list(CURRICULUM.steps.values())
ODD = st.sampled_from([
    ":help", ":Quit ", ":go on", "\\:x y", "\\:go", "::", "::x", ".", "..", "\\", "+new", "?", "1",
    "1; 2", "a; b",
    "a: b", " :done", "# x", "[bold]x[/]", "“Peña”", "市\u202e", "e\u0301", "\x1b[2J", "\ud800",
    "x" * 201,
])  # fmt: skip
PLAIN = st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"))
LINE = st.one_of(ODD, st.text(PLAIN, min_size=1, max_size=30))
LONG = st.lists(st.one_of(ODD, st.just(""), LINE), min_size=1, max_size=5).map("\n".join)


def plan() -> Plan:
    """The example, to change by itself."""
    db = Tables(storage=MemoryStorage)
    db.storage.write(pickle.loads(HELD))
    return Plan(db, CURRICULUM, today=TODAY, who="Ana")


def people() -> st.SearchStrategy[Any]:
    """Some of the register, and names."""
    known = [one.id for one in EXAMPLE.records(TYPES["stakeholder"])]
    name = LINE.filter(lambda one: one.strip() and not one.endswith("\\"))
    return st.lists(st.one_of(st.sampled_from(known), name), min_size=1, max_size=4)


def some(kind: Kind[Any]) -> st.SearchStrategy[Any]:
    """Some of what is offered."""
    return st.lists(one_of(kind), min_size=1, max_size=5, unique=True)


def one_of(kind: Kind[Any]) -> st.SearchStrategy[Any]:
    """One of what is offered."""
    return st.sampled_from([one.word for one in offers(kind, EXAMPLE)])


def scores(kind: Any) -> st.SearchStrategy[Any]:
    """A score for some of a list."""
    return st.dictionaries(one_of(kind), st.integers(1, 5), min_size=1)


def links(kind: Any) -> st.SearchStrategy[Any]:
    """What is led to, with reasons."""
    pairs = st.dictionaries(one_of(kind), LINE, min_size=1, max_size=3)
    return pairs.map(lambda all_: [{"item": a, "rationale": b} for a, b in all_.items()])


def levels(kind: Any) -> st.SearchStrategy[Any]:
    """A level, or that it is not known."""
    return st.sampled_from([*range(kind.min, kind.max + 1), *["unknown"] * kind.unknown])


FIGURES = st.one_of(st.integers(-5, 3000).map(str), st.sampled_from(["1,204", "2.5", "x"]))
DATES = st.sampled_from(["2027", "2027-06", "June 2027", "2027-Q3", "soon", "5/6/2027"])
VALUES: dict[type[Kind[Any]], Callable[[Any], st.SearchStrategy[Any]]] = {
    Line: lambda _: LINE, Long: lambda _: LONG, Number: lambda _: FIGURES, Money: lambda _: FIGURES,
    Date: lambda _: DATES, YesNo: lambda _: st.booleans(), Choice: one_of, Several: some,
    Scale: levels, Scores: scores, Ref: one_of, Refs: some, Who: lambda _: people(),
    Lines: lambda _: st.lists(LINE, min_size=1, max_size=4), Links: links,
}  # fmt: skip
"""What a screen's field of each kind can be given: a text where it is typed, else a value."""


def stops() -> Iterator[tuple[Step, int, Table | None, str]]:
    """Where values are set: a step, how many stops are before this one, its table, its question."""
    for step in STEPS:
        for number, place in enumerate(places(CURRICULUM, [step])):
            yield step, number, place.table, place.prompt.id if place.prompt else ""


QUESTIONS = [one for one in stops() if one[2] is None]
FIELDS = [
    (*one, row.id, number, field)
    for one in stops() if one[2]
    for number, row in enumerate(EXAMPLE.rows(one[2])[:3], 1)
    for field in one[2].fields
]  # fmt: skip
WHICH = st.integers(0, len(FIELDS) - 1)
"""Which of them: a number, for a failure would show all of the content."""


def on_screen(plan: Plan, id: str, field: str, kind: Kind[Any], value: Any) -> str:
    """Sets a value by the verbs of the screens' fields (`screens/fields/editor.py`); says why not,
    "" where it is kept."""
    try:
        if isinstance(value, str) and not isinstance(kind, Choice | Ref | Scale):
            plan.put_text(id, value, field)
        else:
            plan.put(id, value, field)
    except Invalid as wrong:
        return str(wrong)
    return ""


def by_lines(plan: Plan, step: Step, *lines: str) -> str:
    """Types lines from the beginning of a step; gives what was said."""
    out = io.StringIO()
    asker = PlainAsker(io.StringIO("\n".join([*lines, ":quit", ""])), out, typed=False)
    Walk(plan, asker, lambda: None, [step]).run()
    return out.getvalue()


def both(step: Step, id: str, field: str, kind: Kind[Any], value: Any, before: list[str]) -> None:
    """Sets a value in both ways, and compares all that the plans hold then."""
    screen, asked = plan(), plan()
    refused = on_screen(screen, id, field, kind, value)

    def number(kind: Any, id: str) -> str:
        return next(one.number for one in offers(kind, asked) if one.word == id)

    nothing = value is None or (isinstance(value, str) and not value.strip())
    typed = [":clear"] if nothing else dictated(kind, value, asked, number)
    said = by_lines(asked, step, *before, *typed)
    assert asked.db.storage.read() == screen.db.storage.read(), said
    assert not refused or refused in said


@settings(max_examples=150)
@given(st.data())
def test_a_question_is_answered_as_on_its_screen(data: st.DataObject):
    step, stop, _, id = QUESTIONS[data.draw(WHICH) % len(QUESTIONS)]
    kind = CURRICULUM.prompts[id].kind
    value = data.draw(st.one_of(st.none(), VALUES[type(kind)](kind)))
    both(step, id, "", kind, value, [""] * stop)


@settings(max_examples=250)
@given(st.data())
def test_a_field_of_a_row_is_filled_as_on_its_form(data: st.DataObject):
    step, stop, _, _, id, number, field = FIELDS[data.draw(WHICH)]
    value = data.draw(st.one_of(st.none(), VALUES[type(field.kind)](field.kind)))
    both(step, id, field.id, field.kind, value, [*[""] * stop, f"edit {number} {field.id}"])


@settings(max_examples=40)
@given(st.data())
def test_rows_are_moved_and_removed_as_on_their_table(data: st.DataObject):
    step, stop, table, _, id, number, _ = FIELDS[data.draw(WHICH)]
    assert table
    verb = data.draw(st.sampled_from(["up", "down", "remove"]))
    screen, asked = plan(), plan()
    if verb == "remove":
        screen.remove(id)
    else:
        screen.move(id, -1 if verb == "up" else 1, [one.id for one in screen.rows(table)])
    said = by_lines(asked, step, *[""] * stop, f"{verb} {number}")
    assert [one.id for one in asked.rows(table)] == [one.id for one in screen.rows(table)], said
    assert asked.record(id) is None if verb == "remove" else asked.record(id)


def test_every_kind_that_is_asked_for_is_drawn_here():
    asked = [CURRICULUM.prompts[one[3]].kind for one in QUESTIONS] + [one[6].kind for one in FIELDS]
    assert {type(one) for one in asked} <= set(VALUES)
    assert set(VALUES) == {*ASKABLE.values()} - {Rows}
