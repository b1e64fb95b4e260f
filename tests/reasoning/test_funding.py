"""Money by source, action and year: exact, and whatever the file holds."""

from collections import Counter
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from tinydb.storages import MemoryStorage

from tests.conftest import TODAY
from workbook.curriculum import Curriculum
from workbook.plan import Plan
from workbook.reasoning.funding import (
    BACKBONE,
    cells,
    coordination,
    money,
    percent,
    years_of,
)
from workbook.store.tables import Tables


def give(plan: Plan, amount: int | None, status: str = "secured", **values: object) -> str:
    return plan.add("allocation", {"amount": amount, "status": status, **values})


def test_prairie_forks_gaps_are_those_of_its_plan(example: Plan):
    found = money(example)
    short = {example.value(record, "code"): pot.short for pot in found.actions
             if (record := example.record(pot.id))}  # fmt: skip
    assert short == {"A1": 15_000, "A2": 0, "A3": 0, "A4": 19_000, "A5": 0}
    [backbone] = [pot for pot in found.actions if pot.id == BACKBONE]
    assert [(year.id, year.secured) for year in years_of(backbone)] == [
        ("2026", 72_000), ("2027", 36_000),
    ]  # fmt: skip
    assert coordination(example) == 72_000
    assert [pot.id for pot in found.years] == ["2026", "2027", "2028"]
    assert found.secured == sum(pot.secured for pot in found.sources)
    assert sum(found.share(pot) for pot in found.sources) == 1


def test_what_is_applied_for_or_an_idea_covers_nothing(plan: Plan):
    action = plan.add("strategic_action", {"title": "Act", "cost": 100})
    give(plan, 40, action=action)
    give(plan, 50, "applied", action=action)
    give(plan, 60, "idea", action=action)
    [pot] = money(plan).actions
    assert pot.sums == Counter(secured=40, applied=50, idea=60)
    assert pot.short == 60


def test_what_is_no_amount_stands_apart_and_adds_nothing(curriculum: Curriculum):
    db = Tables(storage=MemoryStorage)
    db.storage.write({"allocation": {
        "alc-00000000": {"amount": "forty", "status": "secured"},
        "alc-00000001": {"status": "secured"},
        "alc-00000002": {"amount": 5.5, "status": ["secured"], "year": "soon"},
    }})  # fmt: skip
    found = money(Plan(db, curriculum, today=TODAY))
    assert [raw for _, _, raw in found.broken] == ["forty", None, 5.5]
    assert (found.secured, found.years) == (0, [])


def test_money_of_what_was_removed_stays_in_sight(plan: Plan):
    action, source = plan.add("strategic_action", {"title": "A"}), plan.add("funding_source", {})
    give(plan, 7, action=action, source=source, year=2027)
    give(plan, 8, status="secured", backbone=True)
    plan.remove(action)
    plan.remove(source)
    found = money(plan)
    assert [(pot.id, pot.secured) for pot in found.actions] == [(BACKBONE, 8), ("", 7)]
    assert [(pot.id, pot.secured) for pot in found.sources] == [("", 15)]
    assert [(pot.id, pot.secured) for pot in found.years] == [("2027", 7), ("", 8)]


@given(st.lists(st.integers(-(2**62), 2**62), max_size=4), st.integers(1, 60))
def test_a_bar_is_never_longer_than_its_room_and_as_long_as_its_whole(
    amounts: list[int], width: int
):
    sums = Counter(dict(zip(("secured", "applied", "idea", "unsaid"), amounts, strict=False)))
    most = sum(max(0, one) for one in sums.values())
    drawn = cells(sums, most, width)
    assert all(count >= 0 for _, count in drawn)
    assert sum(count for _, count in drawn) == (width if most else 0)


def test_no_percentage_hides_that_it_is_over_half():
    assert percent(Fraction(1, 2)) == "50%"
    assert percent(Fraction(1, 3)) == "33.3%"
    assert percent(Fraction(5001, 10_000)) == "just over 50%"
    assert percent(Fraction(4999, 10_000)) == "just under 50%"
    assert percent(Fraction(1)) == "100%"
