"""One rater goes through the items in plain lines."""

from __future__ import annotations

import io

import pytest
from tinydb.storages import MemoryStorage

from tests.conftest import TODAY
from workbook.ask.plain import PlainAsker
from workbook.ask.walk import Walk
from workbook.curriculum import Curriculum
from workbook.plan import Plan
from workbook.store.tables import Tables

SKIP = "\n" * 3
"""Past the judgments, the rounds and the raters."""


@pytest.fixture
def plan(curriculum: Curriculum) -> Plan:
    return Plan(Tables(storage=MemoryStorage), curriculum, today=TODAY, who="Ana")


def walk(plan: Plan, typed: str) -> str:
    out = io.StringIO()
    asker = PlainAsker(io.StringIO(SKIP + typed), out, typed=False)
    Walk(plan, asker, lambda: None, [plan.curriculum.steps["readiness"]]).run()
    return out.getvalue()


def given(plan: Plan) -> list[tuple[object, object]]:
    return [(one.get("level"), one.get("evidence")) for one in plan.db.of("rating")]


def test_alone_a_round_of_today_is_made_and_levels_are_kept(plan: Plan):
    said = walk(plan, "rate\n3\nA letter\n.\n0\n?\n\n:quit\n")
    assert "Round: Readiness, May 20, in the open." in said
    assert "Why: Level 3 looks like this:" in said
    assert "3. In place. Agreed, given to someone" in said
    assert given(plan) == [(3, "A letter"), (0, None), ("unknown", None)]
    [round] = plan.db.of("round")
    assert round["closed"] is True


def test_it_goes_on_in_the_same_round_and_says_what_was_given(plan: Plan):
    walk(plan, "rate\n2\n:quit\n")
    said = walk(plan, "rate\n1\n:quit\n")
    assert "Now: 2 Started" in said
    assert given(plan) == [(1, None)]
    assert len(plan.db.of("round")) == 1


def test_back_from_the_first_item_leads_to_the_table_again(plan: Plan):
    said = walk(plan, "rate\n1\n:back\n:back\n:quit\n")
    assert "Rated: 1 of 30." in said
    assert said.count("Type rate to go from item to item") == 2


def test_in_an_open_round_one_says_who_one_is_and_is_expected_from_then_on(plan: Plan):
    heron, maple = (plan.add("rater", {"alias": one}) for one in ("Heron", "Maple"))
    values = {"assessment": "readiness", "date": "2026-05-20", "raters": [heron]}
    round = plan.add("round", values)
    said = walk(plan, "rate\nMaple\n4\n\n:back\n\n\n:quit\n")
    assert "levels are hidden until it is closed" in said
    assert "Now: there is an answer, not shown" in said
    assert "Now: 4" not in said
    assert plan.raw(round, "raters") == [heron, maple]
    assert [one["rater"] for one in plan.db.of("rating")] == [maple]


def test_whoever_does_not_say_who_rates_rates_nothing(plan: Plan):
    heron, maple = (plan.add("rater", {"alias": one}) for one in ("Heron", "Maple"))
    values = {"assessment": "readiness", "date": "2026-05-20", "raters": [heron, maple]}
    plan.add("round", values)
    walk(plan, "rate\n\n:quit\n")
    assert given(plan) == []


def test_a_word_that_is_no_level_is_refused_with_a_sentence(plan: Plan):
    said = walk(plan, "rate\n7\nhigh\n2\n:quit\n")
    assert "There is no number 7 in the list." in said
    assert "“high” is not in the list." in said
    assert given(plan) == [(2, None)]


def rounds_of_two(plan: Plan, *, closed: bool) -> str:
    """A round in which two rated the first item."""
    raters = [plan.add("rater", {"alias": one}) for one in ("Heron", "Maple")]
    values = {"assessment": "readiness", "date": "2026-05-20", "raters": raters, "closed": closed}
    round = plan.add("round", values | {"name": "May"})
    item = next(iter(plan.curriculum.lists["readiness.indicators"]))
    for rater, level in zip(raters, (3, 1), strict=True):
        plan.add("rating", {"round": round, "rater": rater, "indicator": item, "level": level})
    return round


def test_a_room_agrees_item_by_item_on_what_was_given(plan: Plan):
    round = rounds_of_two(plan, closed=True)
    said = walk(plan, "\nagree\n2\nThe letter\n.\n?\n\n\n:done\nagree\n:quit\n")
    assert "Given by the raters: 1 Talked about; 3 In place." in said
    assert "Nobody rated it." in said
    assert "Agreed: 2 of 30." in said
    assert "Now: 2 Started" in said
    found = [(one["round"], one.get("level"), one.get("note")) for one in plan.db.of("consensus")]
    assert found == [(round, 2, "The letter"), (round, "unknown", None)]


def test_nothing_is_agreed_on_or_told_while_a_round_is_open(plan: Plan):
    rounds_of_two(plan, closed=False)
    said = walk(plan, "\nagree\n:quit\n")
    assert "“May” is still open: levels are agreed on once it is closed." in said
    assert "Given" not in said
    assert list(plan.db.of("consensus")) == []


def test_a_rater_who_was_not_listed_is_made_with_a_plus(plan: Plan):
    rounds_of_two(plan, closed=False)
    walk(plan, "rate\n+Willow\n4\n\n:quit\n")
    assert [one["alias"] for one in plan.db.of("rater")] == ["Heron", "Maple", "Willow"]
    assert given(plan)[-1] == (4, None)


def test_what_is_taken_back_in_an_open_round_tells_no_level_and_no_rater(plan: Plan):
    rounds_of_two(plan, closed=False)
    said = walk(plan, "rate\nMaple\n4\nA letter\n.\n:undo\n:undo\n:quit\n")
    assert [one.get("level") for one in plan.db.of("rating")] == [3, 1]
    told = [one for one in said.split("\n") if one.startswith("Taken back")]
    assert len(told) == 2
    assert not any(word in one for one in told for word in ("Maple", "Talked", "4 ", "“4”", "1 "))
