"""`workbook schema`: what this program writes has that form, and what it would refuse has not."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.cli.conftest import Run
from workbook.curriculum import Curriculum
from workbook.records import TYPES
from workbook.schema import schema

EXAMPLES = sorted((Path(__file__).parents[2] / "content/examples").glob("*.json"))
Data = dict[str, Any]


@pytest.fixture(scope="module")
def form(curriculum: Curriculum) -> Draft202012Validator:
    found = schema(curriculum)
    Draft202012Validator.check_schema(found)
    return Draft202012Validator(found)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_has_it(form: Draft202012Validator, example: Path):
    assert [one.message for one in form.iter_errors(json.loads(example.read_text()))] == []


def one_of(type: str) -> Callable[[Data], Data]:
    return lambda data: next(iter(data[type].values()))


@pytest.mark.parametrize(
    ("place", "field", "value"),
    [
        (one_of("stakeholder"), "name", ["Ana"]),
        (one_of("stakeholder"), "name", "x" * 201),
        (one_of("stakeholder"), "power", 6),
        (one_of("stakeholder"), "stance", "enthusiastic"),
        (one_of("strategic_action"), "starts", "June 30, 2027"),
        (one_of("strategic_action"), "causes", ["stk-7k3m9q2d"]),
        (one_of("logic_item"), "leads_to", [{"rationale": "because"}]),
        (one_of("metric_series"), "values", {"24": {"value": 1}}),
        (one_of("allocation"), "amount", "4,000"),
        (lambda data: data["answers"]["workbook.place"], "value", 7),
        (lambda data: data["_meta"]["schema"], "version", 99),
    ],
)
def test_a_value_that_nobody_could_enter_has_it_not(
    form: Draft202012Validator, place: Callable[[Data], Data], field: str, value: Any
):
    data = json.loads(EXAMPLES[-1].read_text())
    assert field in place(data)
    place(data)[field] = value
    assert len(list(form.iter_errors(data))) == 1


def test_every_field_and_every_question_is_named_in_it(curriculum: Curriculum):
    found = schema(curriculum)["properties"]
    for name, type in TYPES.items():
        held = found[name]["additionalProperties"]["properties"]
        assert held.keys() >= type.fields.keys(), name
    asked = {id for id, one in curriculum.prompts.items() if not one.table}
    assert found["answers"]["properties"].keys() == asked


def test_a_cell_is_of_its_columns_kind(curriculum: Curriculum, form: Draft202012Validator):
    data = json.loads(EXAMPLES[-1].read_text())
    assert any(one["prompt"] in curriculum.tables for one in data["row"].values())
    for one in data["row"].values():
        one["cells"] = {key: {"no": "cell"} for key in one["cells"]}
    wrong = {str(one.absolute_path[1]) for one in form.iter_errors(data)}
    assert wrong == data["row"].keys()


def test_the_command_prints_it_with_the_words_of_the_content(run: Run):
    done = run("schema")
    found = json.loads(done.stdout)
    assert done.returncode == 0
    power = found["properties"]["stakeholder"]["additionalProperties"]["properties"]["power"]
    assert power["title"]
    assert power["description"]
