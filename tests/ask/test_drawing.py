"""The theory of change is drawn up from what the plan holds, as on its screen."""

from __future__ import annotations

import pytest
from tinydb.storages import MemoryStorage

from tests.ask.test_checks import walk
from tests.conftest import TODAY
from workbook.curriculum import Curriculum
from workbook.plan import Plan
from workbook.reasoning.theory import BASIS, TEXT, basis, drawn_up, theory
from workbook.store.tables import Tables

BEFORE = "\n\n"
"""Past the assumptions and the frame."""


def test_it_is_kept_with_what_it_was_drawn_up_from(example: Plan):
    example.put(TEXT, None)
    example.put(BASIS, None)
    found = theory(example)
    text = drawn_up(example, found)
    said = walk(example, f"{BEFORE}:draw\n:quit\n", "theory")
    assert f"Drawn up:\n{text}" in said
    assert example.answer(TEXT) == text
    assert example.answer(BASIS) == basis(example, found)


@pytest.mark.parametrize(("reply", "taken"), [("1", True), ("", False), (":back", False)])
def test_a_text_of_ones_own_gives_way_only_when_one_says_so(example: Plan, reply: str, taken: bool):
    example.put(TEXT, "Our own.")
    said = walk(example, f"{BEFORE}:draw\n{reply}\n:quit\n", "theory")
    assert "Your own text stands there." in said
    assert (example.answer(TEXT) != "Our own.") is taken


def test_where_there_is_nothing_to_draw_from_it_is_said(plan: Plan):
    assert "nothing yet to draw it up from" in walk(plan, f"{BEFORE}:draw\n:quit\n", "theory")
    assert "This is for you to write" in walk(plan, ":draw\n:quit\n", "place")
    assert ":draw: " in walk(plan, f"{BEFORE}:help\n", "theory")
    assert ":draw: " not in walk(plan, ":help\n\n:help\n", "theory")


@pytest.fixture
def plan(curriculum: Curriculum) -> Plan:
    return Plan(Tables(storage=MemoryStorage), curriculum, today=TODAY, who="Ana")
