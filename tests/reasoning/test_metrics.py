"""Figures of a place: by pillar, beside others of the same year, by groups; weak is always said."""

from typing import Any

import pytest

from tests.map.conftest import markdown
from workbook.curriculum import Curriculum
from workbook.plan import Plan
from workbook.reasoning.figures import pair, shown
from workbook.reasoning.metrics import Figure, gaps, pillars
from workbook.reasoning.status import status

ALONE = "do not act on this alone"


def add(plan: Plan, variable: str, values: dict[str, Any], **more: Any) -> str:
    said = plan.curriculum.framework["metric"].get(variable, {})
    given = {
        "variable": variable, "predictor": said.get("predictor"), "place_code": "29019",
        "geography": "Boone County, Missouri", "source": "Urban Institute, Mobility Metrics (ACS)",
        "values": {year: one if isinstance(one, dict) else {"value": one, "quality": 1}
                   for year, one in values.items()},
    }  # fmt: skip
    return plan.add("metric_series", given | more)


def figure(plan: Plan, name: str) -> Figure:
    found = (one for pillar in pillars(plan, "29019") for one in pillar.figures)
    return next(one for one in found if one.name == name or one.said.get("id") == name)


def test_figures_stand_by_pillar_in_the_frameworks_order_and_no_predictor_is_left_out(plan: Plan):
    add(plan, "rate_juv_arrest", {"2023": 4000})
    add(plan, "share_employed", {"2023": 0.8})
    found = pillars(plan, "29019")
    assert [one.name for one in found] == [
        one["name"] for one in plan.curriculum.framework["pillar"].values()
    ]
    assert len({one.predictor for pillar in found for one in pillar.figures}) == 24
    assert [one.name for one in found[4].figures if one.values] == ["Arrests of young people"]


def test_others_are_those_of_the_same_sort_and_the_same_year(plan: Plan):
    add(plan, "share_employed", {"2022": 0.8, "2023": 0.82})
    add(plan, "share_employed", {"2023": 0.7}, place_code="29077", peer=True, geography="Greene")
    add(plan, "share_employed", {"2022": 0.6}, place_code="29001", peer=True, geography="Adair")
    add(plan, "share_employed", {"2023": 0.5}, place_code="2915670", peer=True, geography="City")
    middle = {"2023": {"value": 0.75, "of": 9}}
    add(plan, "share_employed", middle, place_code="Median-county", peer=True, geography="Median")
    beside = figure(plan, "share_employed").beside
    assert [(one.name, one.value.value, one.middle) for one in beside] == [
        ("Greene", 0.7, False), ("Median", 0.75, True),
    ]  # fmt: skip


def test_groups_are_set_apart_within_one_kind_and_year(plan: Plan):
    add(plan, "share_employed", {"2023": 0.8})
    for by, group, year, value in (
        ("gender", "Female", "2023", 0.75), ("gender", "Male", "2023", 0.85),
        ("disability", "With", "2023", 0.5), ("disability", "Without", "2021", 0.9),
        ("race", "Black", "2023", 0.7), ("race", "white", "2023", 0.9), ("race", "x", "2023", 0.8),
    ):  # fmt: skip
        add(plan, "share_employed", {year: value}, subgroup_type=by, subgroup=group)
    found = {one.by: one for one in gaps(figure(plan, "share_employed"))}
    assert set(found) == {"gender", "race"}
    assert [one.name for one in found["race"].groups] == ["Black", "x", "white"]
    assert round(found["race"].distance, 2) == 0.2


def test_years_that_were_counted_another_way_are_not_alike(plan: Plan):
    add(plan, "rate_injury_death", {"2019": 60, "2020": 65, "2021": 70, "2022": 71})
    assert [one.year for one in figure(plan, "rate_injury_death").alike] == ["2021", "2022"]
    add(plan, "ratio_population_pc_physician", {"2021": 0})
    assert figure(plan, "ratio_population_pc_physician").empty == "no doctor at all"


def test_a_weak_value_says_do_not_act_on_this_alone_in_status_and_plan(plan: Plan):
    weak = add(plan, "share_employed", {"2022": 0.8, "2023": {"value": 0.81, "quality": 3}})
    add(plan, "share_homeless", {"2022": {"value": 0.03, "quality": 1}})
    plan.put("data.story", f"Of us [[{weak}]] have work.")
    found = status(plan)["figures"]
    assert (found["count"], found["places"]) == (2, ["Boone County, Missouri"])
    assert (found["weak"], found["warning"]) == (["Adults 25 to 54 with a job"], ALONE)
    text = markdown(plan)
    assert f"Of us 81.0% (2023, weak: {ALONE})[^f1] have work" in text
    assert f"| 81.0% (2023, weak: {ALONE}) |" in text
    assert "| 3.0% (2022, strong) |" in text


def test_a_cited_figure_follows_its_record(plan: Plan):
    cited = add(plan, "share_homeless", {"2022": 0.03})
    plan.put("data.story", f"It is [[{cited}]].")
    plan.put(cited, {"2022": {"value": 0.03}, "2023": {"value": 0.05, "quality": 2}}, "values")
    text = markdown(plan)
    assert "It is 5.0% (2023)[^f1]." in text
    assert ": 5.0% (2023, marginal). Urban Institute, Mobility Metrics" in text


def test_other_places_stand_on_the_screen_and_not_in_the_plan(plan: Plan):
    add(plan, "share_homeless", {"2022": 0.03}, place_code="29077", peer=True, geography="Greene")
    assert "Greene" not in markdown(plan)
    assert status(plan)["figures"]["count"] == 0


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (0.8406, "share", "84.1%"), (66166.72, "dollars", "$66,167"), (0.6213, "ratio", "0.62"),
        (846, "ratio", "846"), (71.1, "rate", "71.1"), (4203.4, "rate", "4,203"),
        ("0.034:0.118", "pair", "3.4% : 11.8%"), ("4.0%:7.3%", "pair", "4.0% : 7.3%"),
        (1234, "count", "1,234"), ("many", "pair", "many"), (9.5, "", "9.5"),
        (9.2, "%", "9.2%"), (412, "filings", "412 filings"),
    ],
)  # fmt: skip
def test_a_value_is_as_short_as_it_can_be(plan: Plan, value: Any, unit: str, said: str):
    assert shown(plan, value, unit) == said


def test_a_pair_is_two_shares(curriculum: Curriculum):
    assert pair("0.034:0.118") == (0.034, 0.118)
    assert pair("3.4%:50%") == (0.034, 0.5)
    assert pair("851") is pair("a:b") is pair("1:2:3") is None


@pytest.mark.parametrize("broken", ["x", [], {"2023": {}}, {"2023": {"value": [1]}}, {"": {}}])
def test_a_series_that_was_edited_by_hand_stops_nothing(plan: Plan, broken: Any):
    id = add(plan, "share_homeless", {"2022": 0.03})
    plan.db.of("metric_series").change(id, lambda one: one.update(values=broken))
    assert pillars(plan, "29019")
    assert status(plan)["figures"]["count"] == 0
    assert markdown(plan)
