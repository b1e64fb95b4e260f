"""`workbook trace`: a record followed both ways, in the names of the public view."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Done, Run

PLACE = "prairie.workbook.json"
REFUSED = [
    (["stg-00000000"], "No record has the id “stg-00000000”."),
    (["A99"], "No record has the id, code or name “A99”."),
    (["workbook.community"], "workbook.community is an answer; a trace follows records."),
    (["\x1b[2J"], "No record has the id, code or name “␛[2J”."),
]


@pytest.fixture
def example(run: Run, tmp_path: Path) -> Path:
    assert run("demo", PLACE).returncode == 0
    return tmp_path / PLACE


def traced(done: Done) -> dict[str, Any]:
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_an_action_is_followed_from_what_was_heard_to_its_money(run: Run, example: Path) -> None:
    told = run("trace", example.name, "A4").stdout
    before, _, after = told.partition("\nLeads to:\n")
    assert before.startswith("Action: A4 Late bus on two routes [stg-p9ehgdk7]\n\nComes from:\n")
    assert re.search(
        r"^ +Thing heard: “Tutoring is at four. .*\[hrd-68ynn6n6\]$", before, re.MULTILINE
    )
    assert re.search(r"^ +Source: Fall reading .*\(speaks against it\)$", before, re.MULTILINE)
    assert re.search(r"^  Item: 90 children ride each week .*\n    Measure: ", after, re.MULTILINE)
    assert "\n  Steward: Marisol Reyes [stw-tkrv7hkm]\n" in after
    assert after.endswith("The line of A4 Late bus on two routes: ●●●●●●●\n")


@pytest.mark.parametrize("word", ["stg-p9ehgdk7", "A4", "Late bus on two routes"])
def test_an_id_a_code_and_a_name_mean_the_same(run: Run, example: Path, word: str) -> None:
    assert traced(run("trace", example.name, word, "--json"))["id"] == "stg-p9ehgdk7"


def test_json_holds_every_record_once_and_the_links_between_them(run: Run, example: Path) -> None:
    found = traced(run("trace", example.name, "hrd-kr23nxa6", "--json"))
    assert found["schema"] == "trace/1"
    ids = [one["id"] for one in found["records"]]
    assert len(ids) == len(set(ids))
    assert found["records"][0] == {
        "id": "hrd-kr23nxa6", "type": "heard", "station": "heard", "where": "here", "steps": 0,
        "name": "“My case was dismissed and it still shows up.”", "gone": False,
    }  # fmt: skip
    assert {"from": "hrd-kr23nxa6", "to": "stg-xtsqd91c", "role": "changed"} in found["links"]
    assert all({one["from"], one["to"]} <= set(ids) for one in found["links"])
    assert found["lines"][0]["id"] == "stg-bm3gswyc"


def test_a_removed_record_stands_there_as_broken_and_the_break_is_named(
    run: Run, example: Path
) -> None:
    for id in ("stw-tkrv7hkm", "cau-p2j674ax"):
        assert run("remove", example.name, id).returncode == 0
    told = run("trace", example.name, "A4").stdout
    assert "  Broken: a record that was removed [cau-p2j674ax]\n" in told
    assert "The line of A4 Late bus on two routes: ●●●●●●○\n" in told
    asked = "Steward: no steward. Who keeps it up, and has agreed to? (Sustaining, Stewards)"
    assert f"  ○ {asked}\n" in told
    found = traced(run("trace", example.name, "A4", "--json"))
    assert [one["gone"] for one in found["records"] if one["id"] == "cau-p2j674ax"] == [True]
    [line] = found["lines"]
    assert line["stops"][2]["gone"] == ["cau-p2j674ax"]
    assert (line["stops"][6]["state"], line["stops"][6]["step"]) == ("missing", "stewards")


def test_a_person_is_named_only_where_they_agreed_to_it(run: Run, example: Path) -> None:
    data = json.loads(example.read_text(encoding="utf-8"))
    names = {one["name"] for one in data["stakeholder"].values() if "name" in one}
    closed = {
        one["name"] for one in data["stakeholder"].values()
        if one.get("may_be_named") is not True and "name" in one
    }  # fmt: skip
    assert closed < names
    for id in data["strategic_action"]:
        told = run("trace", example.name, id).stdout
        assert not [one for one in closed if one in told]
        assert not [one for one in closed if one in run("trace", example.name, id, "--json").stdout]


def test_a_quotation_that_may_not_be_quoted_stays_in_the_workbook(run: Run, example: Path) -> None:
    told = run("trace", example.name, "ins-wrch1cz2").stdout
    assert told.startswith("Insight: Small landlords say no")
    assert "My agent reads the form" not in told


@pytest.mark.parametrize(("words", "said"), REFUSED)
def test_what_is_no_record_is_refused_in_a_sentence(
    run: Run, example: Path, refused: Any, words: list[str], said: str
) -> None:
    assert said in refused(run("trace", example.name, *words), 2)


def test_a_circle_and_nonsense_written_by_hand_are_traced(run: Run, example: Path) -> None:
    data = json.loads(example.read_text(encoding="utf-8"))
    data["root_cause"]["cau-p2j674ax"]["parent"] = "cau-j6at7rv9"
    data["strategic_action"]["stg-p9ehgdk7"]["title"] = {"a": [1]}
    data["logic_item"]["lgc-ev4ebv3p"]["leads_to"] = [{"item": "lgc-ysxwz26h"}]
    data["measure"]["msr-522m87nv"]["about"] = 17
    example.write_text(json.dumps(data), encoding="utf-8")
    done = run("trace", example.name, "stg-p9ehgdk7")
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("[cau-p2j674ax]") == 1
