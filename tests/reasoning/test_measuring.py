"""Where a measure stands on the line to its target, whatever the file holds."""

import datetime
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import TODAY
from workbook.plan import Plan
from workbook.reasoning.measuring import (
    Track,
    group,
    looks,
    measure_of,
    offered,
    own_word,
    published,
    track,
    tracks,
)
from workbook.records.impact import Measure, Observation

LINE = {"baseline": 0, "baseline_date": "2025-12-31", "target": 100, "target_date": "2026-12-31"}
"""Today, May 20, 2026, it asks for 38.4."""


def standing(seen: dict[str, object], **fields: object) -> Track:
    measure = Measure("msr-1", {"direction": "up", **LINE, **fields})
    values = [
        Observation(f"obs-{at}", {"period": period, "value": value})
        for at, (period, value) in enumerate(seen.items())
    ]
    return track(measure, values, TODAY)


def test_prairie_fork_stands_as_its_team_says(example: Plan):
    found = {one.measure.text: one for of in tracks(example).values() for one in of}
    landlords = found["Landlords signed"]
    assert landlords.word == "slower"
    assert landlords.asked == pytest.approx(12.86, abs=0.01)
    own = own_word(example, landlords.measure.id)
    assert own is not None
    assert example.value(own, "standing") == "slower"
    assert found["Voucher holders who lease within 90 days"].word == "too-early"
    assert found["Students who were homeless in the year"].word == "no-value"


def test_results_for_everybody_stand_apart_from_our_own_work(example: Plan):
    found = {name: {one.measure.text for one in of} for name, of in tracks(example).items()}
    assert found["population"] == {"Students who were homeless in the year"}
    assert "Landlords signed" in found["program"]
    assert "Share of votes that residents hold" in found["conditions"]
    assert group(Measure("m", {})) == "unsaid"
    assert group(Measure("m", {"condition": "policies"})) == "conditions"


@pytest.mark.parametrize(
    ("seen", "fields", "word"),
    [
        ({}, {}, "no-value"),
        ({}, {"target_date": "2026-01"}, "unshown"),
        ({"2026-02": 10, "2026-04": 40}, {}, "on-track"),
        ({"2026-02": 10, "2026-04": 20}, {}, "slower"),
        ({"2026-02": 20, "2026-04": 20}, {}, "stuck"),
        ({"2026-02": 20, "2026-04": 10}, {}, "wrong-way"),
        ({"2026-02": 90, "2026-04": 80}, {}, "on-track"),
        ({"2026-04": 10}, {}, "too-early"),
        ({"2026-01-05": 1, "2026-01-10": 1}, {}, "too-early"),
        ({"2026-04": 100}, {}, "reached"),
        ({"2026-04": 60}, {"target_date": "2026-04"}, "missed"),
        ({"2026-01": 60}, {"target_date": "2026-04"}, "unshown"),
        ({"2026-04": 60}, {"direction": "none"}, "described"),
        ({"2026-04": 60}, {"baseline": None}, "no-line"),
        ({"2026-04": 60}, {"target": None}, "no-line"),
        ({"2026-04": 60}, {"target_date": "2025"}, "missed"),
        ({"2026-04": 60}, {"baseline_date": "2027"}, "no-line"),
        ({"2026-04": 60}, {"direction": "down"}, "contrary"),
        ({"2026-02": 90, "2026-04": 60}, {"direction": "down", "baseline": 100, "target": 0},
         "on-track"),
        ({"2026-02": 90, "2026-04": 60}, {"direction": None, "baseline": 100, "target": 0},
         "on-track"),
        ({"2026-02": 95, "2026-04": 105}, {"direction": "hold", "baseline": 100}, "on-track"),
        ({"2026-02": 95, "2026-04": 120}, {"direction": "hold", "baseline": 100}, "wrong-way"),
        ({"2026-02": 1.3, "2026-04": 1.1}, {"direction": "parity", "baseline": 1.4, "target": 1},
         "on-track"),
    ],
)  # fmt: skip
def test_the_word_for_how_it_stands(seen: dict[str, object], fields: dict[str, object], word: str):
    assert standing(seen, **fields).word == word


def test_a_value_of_a_time_to_come_or_of_no_time_is_told_and_not_counted():
    found = standing({"2027": 100, "soon": 5, "2026-02": "many", "2026-04": 20})
    assert (len(found.ahead), len(found.unread)) == (1, 2)
    assert found.newest is not None
    assert found.newest.value == 20


@given(
    value=st.one_of(st.none(), st.integers(-(2**63), 2**63), st.floats(allow_nan=False), st.text()),
    date=st.one_of(st.none(), st.text(max_size=10), st.sampled_from(["2026", "2026-13", "0000"])),
)
def test_no_value_and_no_date_makes_it_fall(value: object, date: object):
    for name in ("baseline", "target"):
        assert standing({"2026-02": value, "2026-04": 3}, **{name: value}).word
        assert standing({"2026-04": 3, str(date): 4}, **{f"{name}_date": date}).word


def test_ten_thousand_values_are_quick(plan: Plan):
    first = datetime.date(1998, 1, 1)
    seen = {f"{first + datetime.timedelta(days=day)}": day for day in range(10_000)}
    began = time.perf_counter()
    assert len(standing(seen).points) == 10_001
    assert time.perf_counter() - began < 1


def test_a_published_figure_becomes_a_measure_with_its_year_and_says_how_late_it_comes(plan: Plan):
    outcome = plan.add("logic_item", {"text": "Homes", "predictor": "housing-affordability"})
    plan.add("metric_series", {
        "variable": "share_affordable_available_30_ami", "source": "Mobility Metrics",
        "values": {"2022": {"value": 0.41}, "2023": {"value": 0.38, "quality": 1}},
    })  # fmt: skip
    [series] = offered(plan)
    made = measure_of(plan, series)
    assert (made["baseline"], made["baseline_date"], made["direction"]) == (0.38, "2023", "up")
    assert (made["about"], made["source"]) == (outcome, "Mobility Metrics")
    measure = plan.record(plan.add("measure", made))
    assert isinstance(measure, Measure)
    assert published(plan, measure) == 2023
    assert offered(plan) == []


def test_a_share_becomes_percent_and_a_pair_no_baseline(plan: Plan):
    for variable, value in (("of our own", 0.041), ("a pair", "0.1:0.2")):
        plan.add("metric_series", {
            "variable": variable, "unit": "share", "values": {"2024": {"value": value}},
        })  # fmt: skip
    share, pair = (measure_of(plan, one) for one in offered(plan))
    assert (share["baseline"], share["unit"]) == (4.1, "%")
    assert "baseline" not in pair


def test_a_circle_of_outcomes_ends_the_search_for_a_published_figure(plan: Plan):
    a = plan.add("logic_item", {"text": "a"})
    b = plan.add("logic_item", {"text": "b", "leads_to": [{"item": a}]})
    plan.put(a, [{"item": b}], "leads_to")
    measure = plan.record(plan.add("measure", {"text": "m", "about": a, "level": "long"}))
    assert isinstance(measure, Measure)
    assert published(plan, measure) is None


def test_days_to_look_come_by_their_day_and_what_is_past_is_overdue(plan: Plan):
    plan.add("learning_cycle", {"question": "later", "date": "2026-09"})
    plan.add("learning_cycle", {"question": "late", "date": "2026-05-01"})
    plan.add("learning_cycle", {"question": "done", "date": "2026-01", "result": "five"})
    plan.add("learning_cycle", {"question": "never"})
    found = [(one.cycle.question, one.over, one.done) for one in looks(plan)]
    assert found == [
        ("late", True, False), ("later", False, False), ("never", False, False),
        ("done", False, True),
    ]  # fmt: skip
