"""The framework, the assessments and the lists are whole."""

from collections import Counter
from typing import Any

import pytest

from workbook.curriculum import Curriculum

Files = dict[str, dict[str, Any]]

UNITS = {"share", "ratio", "rate", "count", "dollars", "index", "grade levels", "pair"}
DIRECTIONS = {"up", "down", "none", "parity"}
PREDICTORS = {"neighborhoods": 6, "education": 5, "work": 5, "health": 4, "governance": 4}


def test_the_framework_has_24_predictors_in_5_pillars_and_3_dimensions(files: Files):
    framework = files["framework.toml"]
    assert [one["name"] for one in framework["dimension"]] == [
        "Economic success", "Power and autonomy", "Dignity and belonging",
    ]  # fmt: skip
    assert [one["id"] for one in framework["pillar"]] == list(PREDICTORS)
    assert len({one["id"] for one in framework["predictor"]}) == 24
    assert Counter(one["pillar"] for one in framework["predictor"]) == PREDICTORS


def test_every_predictor_has_a_metric_and_a_meaning(files: Files):
    framework = files["framework.toml"]
    measured = {one["predictor"] for one in framework["metric"]}
    assert measured == {one["id"] for one in framework["predictor"]}
    assert all(len(one["meaning"].split()) >= 6 for one in framework["predictor"])


def test_every_metric_says_how_to_read_it(files: Files):
    metrics = files["framework.toml"]["metric"]
    assert len({one["id"] for one in metrics}) == len(metrics)
    for one in metrics:
        assert one["unit"] in UNITS, one["id"]
        assert one["direction"] in DIRECTIONS, one["id"]
        assert one["low"] < one["high"], one["id"]
        assert 2010 <= one["latest"] <= 2026, one["id"]
        assert one["source"].strip(), one["id"]
        assert one["name"].strip(), one["id"]


def test_no_column_of_the_published_files_stands_for_two_metrics(files: Files):
    metrics = files["framework.toml"]["metric"]
    columns = Counter(name for one in metrics for name in (one["id"], *one["columns"]))
    assert [name for name, count in columns.items() if count > 1] == []


def test_readiness_has_30_indicators_in_five_conditions_of_six(curriculum: Curriculum):
    readiness = curriculum.assessments["readiness"]
    assert [len(one.indicators) for one in readiness.dimensions] == [6, 6, 6, 6, 6]
    necessary = [
        one.id for part in readiness.dimensions for one in part.indicators if one.necessary
    ]
    assert necessary == ["readiness.leaders.executive", "readiness.leaders.community"]


def test_the_other_assessments_have_the_parts_that_their_sources_name(curriculum: Curriculum):
    sizes = {
        one.id: [len(part.indicators) for part in one.dimensions]
        for one in curriculum.assessments.values()
    }
    assert sizes["building-blocks"] == [5, 5, 5, 5]
    assert 8 <= sum(sizes["coalition-health"]) <= 12
    backbone = {
        one.id: len(one.indicators) for one in curriculum.assessments["backbone"].dimensions
    }
    assert (backbone["backbone.preconditions"], backbone["backbone.tasks"]) == (3, 6)
    conditions = [one.id for one in curriculum.assessments["systems-change"].dimensions]
    assert conditions == [f"systems-change.{id}" for id in curriculum.lists["six-conditions"]]
    assert list(curriculum.lists[curriculum.assessments["systems-change"].scale]) == list("01234")


def test_no_two_indicators_are_described_in_the_same_shape(curriculum: Curriculum):
    all_ = [
        indicator
        for one in curriculum.assessments.values()
        for part in one.dimensions
        for indicator in part.indicators
    ]
    assert [one.id for one in all_ if len(one.here.split()) < 12] == []
    for text, most in (("ask", 4), ("here", 2)):
        begun = Counter(" ".join(getattr(one, text).split()[:2]) for one in all_)
        assert {start: count for start, count in begun.items() if count > most} == {}


def test_the_glossary_has_the_words_of_the_field_and_six_principles(curriculum: Curriculum):
    assert len(curriculum.words) >= 40
    assert len({one.meaning for one in curriculum.words.values()}) == len(curriculum.words)
    assert len(curriculum.principles) == 6


def test_every_indicator_asks_its_own_question_and_says_what_level_3_looks_like(
    curriculum: Curriculum,
):
    found = [
        indicator
        for one in curriculum.assessments.values()
        for part in one.dimensions
        for indicator in part.indicators
    ]
    assert [one.id for one in found if len(one.name) > 40] == []
    assert [one.id for one in found if not one.ask.endswith("?")] == []
    assert len({one.ask for one in found}) == len({one.here for one in found}) == len(found)


def test_no_assessment_has_a_pass_mark(files: Files):
    for one in files["assessments.toml"]["assessment"]:
        assert set(one) <= {"id", "name", "scale", "footer", "dimension"}, one["id"]
        for part in one["dimension"]:
            allowed = {"id", "name", "ask", "here", "necessary"}
            assert all(set(indicator) <= allowed for indicator in part["indicator"]), part["id"]


def test_every_option_of_a_list_has_a_short_name_of_its_own(files: Files):
    for id, one in files["lists.toml"].items():
        names = [option["name"] for option in one["options"]]
        assert [name for name in names if not 1 <= len(name) <= 40] == [], id
        assert len(set(names)) == len(names), id


@pytest.mark.parametrize("list_id", ["power", "interest", "affected", "agreement", "likelihood"])
def test_a_scale_of_five_has_a_name_for_every_number(curriculum: Curriculum, list_id: str):
    assert list(curriculum.lists[list_id]) == ["1", "2", "3", "4", "5"]


def test_the_spectrum_runs_from_ignore_to_defer_with_a_promise_each(curriculum: Curriculum):
    spectrum = curriculum.lists["spectrum"]
    assert [one.name for one in spectrum.values()] == [
        "Ignore", "Inform", "Consult", "Involve", "Collaborate", "Defer to",
    ]  # fmt: skip
    assert len({one.note for one in spectrum.values()}) == 6
