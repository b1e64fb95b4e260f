"""A value of every kind can be given in plain lines, by number, name or words."""

import datetime
import io

import pytest
from tinydb.storages import MemoryStorage

from workbook.ask.plain import PlainAsker
from workbook.ask.walk import Walk
from workbook.curriculum import Curriculum
from workbook.kinds import ASKABLE
from workbook.plan import Plan
from workbook.store.tables import Tables

GIVEN = [
    ("line", "Prairie Fork", "Prairie Fork"),
    ("line", "::help", ":help"),
    ("long", "First.\n\nSecond.\n..\n...\n.", "First.\n\nSecond.\n.\n.."),
    ("long", "Ends with the input", "Ends with the input"),
    ("number", "12.5", 12.5),
    ("money", "1500", 1500),
    ("date", "June 2027", "2027-06"),
    ("yes-no", "1", True),
    ("yes-no", "2", False),
    ("yes-no", "no", False),
    ("choice", "2", "against"),
    ("choice", "not decided", "open"),
    ("several", "3, 1", ["for", "open"]),
    ("several", "With us; Not decided", ["for", "open"]),
    ("several", "1 2", ["for", "against"]),
    ("scale", "3", 3),
    ("scale", "?", "unknown"),
    ("scale", "4", "unknown"),
    ("scores", "1=4; 3=2", {"for": 4, "open": 2}),
    ("scores", "for=5", {"for": 5}),
    ("ref", "2", "West side"),
    ("ref", "west", "West side"),
    ("refs", "2; 1", ["West side", "East side"]),
    ("refs", "East side", ["East side"]),
    ("refs", "west; 1", ["West side", "East side"]),
    ("ref", "+ North side", "North side"),
    ("refs", "2; +North; + South", ["West side", "North", "South"]),
    ("links", "+North: it floods\n1\n.", [("North", "it floods"), ("East side", "")]),
    ("who", "Ana\\; Ben; Cole", ["Ana; Ben", "Cole"]),
    ("who", "Ana Ruiz; Ben Cole", ["Ana Ruiz", "Ben Cole"]),
    ("list", "one\ntwo\n.", ["one", "two"]),
    ("list", "a choir; two orchards\na well\n.", ["a choir; two orchards", "a well"]),
    ("links", "2: because it floods\n.", [("West side", "because it floods")]),
    ("links", "East side\n.", [("East side", "")]),
]


def named(plan: Plan, value: object) -> object:
    """A value with its records by name."""
    if isinstance(value, str):
        return plan.label(value) if plan.type_of(value) else value
    if isinstance(value, list):
        return [named(plan, one) for one in value]
    if isinstance(value, dict) and "item" in value:
        return plan.label(value["item"]), value.get("rationale", "")
    return value


def ask(curriculum: Curriculum, kind: str, typed: str) -> tuple[Plan, str]:
    plan = Plan(Tables(storage=MemoryStorage), curriculum, today=datetime.date(2026, 5, 20))
    for name in ("East side", "West side"):
        plan.add("community_group", {"name": name})
    prompts = [one.id for one in curriculum.steps["kinds"].prompts]
    lines = "\n" * prompts.index(f"small.{kind}") + typed + "\n"
    out = io.StringIO()
    asker = PlainAsker(io.StringIO(lines), out, typed=False)
    Walk(plan, asker, lambda: None, [curriculum.steps["kinds"]]).run()
    return plan, out.getvalue()


@pytest.mark.parametrize(("kind", "typed", "value"), GIVEN)
def test_what_is_typed_is_kept(small: Curriculum, kind: str, typed: str, value: object):
    plan, said = ask(small, kind, typed)
    assert named(plan, plan.answer(f"small.{kind}")) == value, said


def test_every_askable_kind_is_tried_here():
    assert {kind for kind, *_ in GIVEN} == set(ASKABLE) - {"rows"}


REFUSED = [
    ("number", "many"), ("number", "101"), ("money", "1.5 or so"), ("date", "soon"),
    ("yes-no", "perhaps"), ("choice", "9"), ("choice", "nobody"), ("several", "1, 9"),
    ("scale", "7"), ("scores", "1=9"), ("ref", "side"), ("ref", "9"), ("refs", "North side"),
    ("line", "x" * 10_000), ("line", ":halp"), ("links", "9: because\n."), ("ref", "nowhere"),
    ("ref", "+"), ("refs", "+North; nowhere"), ("line", ":go on"), ("links", "+North\nnowhere\n."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "typed"), REFUSED)
def test_what_cannot_be_kept_is_refused_and_asked_again(small: Curriculum, kind: str, typed: str):
    plan, said = ask(small, kind, typed)
    assert plan.answer(f"small.{kind}") is None
    assert len(plan.db.of("community_group")) == 2
    last = [block for block in said.split("\n\n") if block.strip()][-2:]
    assert last[0].endswith((".", "?")), last
    assert last[1].startswith("Answer"), last


def test_a_refused_choice_says_what_there_is(small: Curriculum):
    _, said = ask(small, "choice", "nobody")
    assert "Choose from: With us; Against us; Not decided." in said
