"""The example of a real county holds what public reports say, with the report, and no more."""

import re
from typing import Any

import pytest

from tests.content.conftest import REPORTED, TODAY_OF_REPORTS
from tests.content.sayings import Saying
from workbook.map.build import build
from workbook.map.outline import words
from workbook.plan import Plan
from workbook.reasoning.checks import check
from workbook.records import TYPES, Record
from workbook.records.data import DataSource
from workbook.store import format

SOURCE = re.compile(
    r"\((in our words, after )?(Columbia Missourian|Columbia Daily Tribune|KOMU|county news release"
    r"|booneindicators\.org|showmeboone\.com|Urban Institute|Federal Reserve Bank of St\. Louis"
    r"|National Association of Counties|toolkit ch\. 1)"
)
SAID_ONCE = {"workbook.as-of", "workbook.community", "workbook.currency", "workbook.place"}
"""Answers that say what this file is, and hold no fact."""
UNKNOWN = (
    "measure", "observation", "vision_draft", "logic_item", "funding_source", "allocation",
    "stewardship", "root_cause", "assumption", "commitment", "metric_series", "metric_reading",
    "insight", "heard", "community_group",
)  # fmt: skip
"""What no report that was read says: left empty."""
MONEY = {"$125,000", "$58,107", "$100,000", "$5,000"}


def texts(value: Any) -> str:
    """All that a value says."""
    if isinstance(value, dict):
        return " ".join(map(texts, value.values()))
    return " ".join(map(texts, value)) if isinstance(value, list) else str(value)


def is_sourced(plan: Plan, record: Record) -> bool:
    """Whether a record names the report that it is from, or points to it."""
    said = texts(record.data)
    points = any(one.id in said for one in plan.records(DataSource))
    return points or bool(SOURCE.search(said))


def test_nothing_in_it_is_wrong_and_its_bytes_are_ours(compiled: Plan):
    """Much is missing: what no report says is not made up."""
    data = REPORTED.read_bytes()
    assert [one for one in check(compiled) if one.severity == "error"] == []
    assert format.loads(data, REPORTED.name).text == data


def test_every_record_names_its_report(compiled: Plan):
    all_ = [one for type in TYPES.values() if type is not DataSource
            for one in compiled.records(type)]  # fmt: skip
    assert len(all_) > 25
    assert [one.data for one in all_ if not is_sourced(compiled, one)] == []


def test_every_answer_names_its_report(compiled: Plan):
    held = compiled.db.storage.read()["answers"]
    assert set(held) >= SAID_ONCE
    bare = [id for id, one in held.items() if not SOURCE.search(texts(one["value"]))]
    assert set(bare) == SAID_ONCE


def test_every_report_that_is_named_stands_among_the_sources(compiled: Plan):
    for one in compiled.records(DataSource):
        assert one.source, one.id
        assert one.question, one.id
        assert one.access == "public", one.id
    named = texts([one.source for one in compiled.records(DataSource)])
    for place in ("Missourian", "Tribune", "KOMU", "showmeboone", "booneindicators", "National A"):
        assert place in named


@pytest.mark.parametrize("type", UNKNOWN)
def test_what_no_report_says_is_left_empty(compiled: Plan, type: str):
    assert compiled.records(TYPES[type]) == []


def test_no_sum_and_no_person_stands_in_it_that_is_not_reported(
    compiled: Plan, reported: list[Saying]
):
    sums = {found for one in reported for found in re.findall(r"\$[\d,]+\d", one.text)}
    assert sums == MONEY
    assert [one for one in compiled.records(TYPES["stakeholder"]) if one.data.get("name")] == []
    assert not any("cost" in one.data for one in compiled.records(TYPES["strategic_action"]))


def test_nothing_is_said_of_what_the_jobs_workgroup_will_do(compiled: Plan):
    jobs = next(one for one in compiled.records(TYPES["priority"]) if "Jobs" in one.data["title"])
    actions = compiled.records(TYPES["strategic_action"])
    assert [one.data["title"] for one in actions if one.data["priority"] == jobs.id] == []


@pytest.mark.parametrize("edition", ["technical", "public"])
def test_its_plan_is_a_draft_that_says_on_top_where_it_comes_from(compiled: Plan, edition: str):
    made = build(compiled, date=TODAY_OF_REPORTS, edition=edition)
    assert made.draft
    text = " ".join(" ".join(words(made)).split())
    assert text.startswith("Boone County, Missouri, from public reports")
    assert "compiled from those reports and not by the county" in text[:800]
    assert {"Our vision", "Where we want to be"} & {one.title for one in made.gaps}
