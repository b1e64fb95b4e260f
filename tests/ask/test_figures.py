"""A figure of the team's own, as the screen of the metrics writes it."""

from __future__ import annotations

import io

import pytest
from tinydb.storages import MemoryStorage

from tests.conftest import TODAY
from workbook.ask.plain import PlainAsker
from workbook.ask.walk import Walk
from workbook.curriculum import Curriculum
from workbook.own_figures import write
from workbook.plan import Plan
from workbook.store.tables import Tables

NAME, VALUE, SOURCE = "Eviction filings", "412 filings 2025", "The county court"


@pytest.fixture
def plan(curriculum: Curriculum) -> Plan:
    return Plan(Tables(storage=MemoryStorage), curriculum, today=TODAY, who="Ana")


def walk(plan: Plan, *typed: str) -> str:
    out = io.StringIO()
    asker = PlainAsker(io.StringIO("\n".join([*typed, ""])), out, typed=False)
    Walk(plan, asker, lambda: None, [plan.curriculum.steps["metrics"]]).run()
    return out.getvalue()


def figures(plan: Plan) -> list[dict[str, object]]:
    return [dict(one) for one in plan.db.of("metric_series")]


def test_it_is_kept_as_the_screen_keeps_it(plan: Plan, curriculum: Curriculum):
    predictor = next(iter(curriculum.lists["predictors"].values()))
    said = walk(plan, "figure", NAME, predictor.name, "many", VALUE, SOURCE)
    assert "“many” is not a number, its unit and the year" in said
    assert "Kept: Eviction filings, 412 filings 2025." in said
    other = Plan(Tables(storage=MemoryStorage), curriculum, today=TODAY, who="Ana")
    write(other, NAME, VALUE, SOURCE, predictor=predictor.id)
    assert figures(plan) == figures(other)


def test_another_year_of_one_that_is_there_needs_no_predictor(plan: Plan):
    walk(plan, "figure", NAME, "", VALUE, SOURCE)
    said = walk(plan, "figure", NAME, "390 filings 2026", SOURCE)
    assert "another year of one of these: Eviction filings" in said
    [one] = figures(plan)
    assert [*one["values"]] == ["2025", "2026"]  # type: ignore[misc]


@pytest.mark.parametrize(
    "typed", [["", ""], [NAME, ":done"], [NAME, "", VALUE, ""], [NAME, "", ":quit"], [NAME]]
)
def test_without_all_that_it_needs_nothing_is_kept(plan: Plan, typed: list[str]):
    assert "Nothing was added." in walk(plan, "figure", *typed)
    assert figures(plan) == []
