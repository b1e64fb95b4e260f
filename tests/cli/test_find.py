"""`workbook find`: what is found, what it ends with, and what is never looked through."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

PLACE = "prairie.workbook.json"


@pytest.fixture
def example(run: Run, tmp_path: Path) -> Path:
    assert run("demo", PLACE).returncode == 0
    return tmp_path / PLACE


def found(run: Run, *words: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(run("find", PLACE, *words, "--json").stdout)
    return data


def test_each_hit_has_its_id_and_field_and_the_line_around(run: Run, example: Path) -> None:
    done = run("find", PLACE, "Late", "bus", "--in", "records", "--most", "8")
    lines = done.stdout.splitlines()
    assert (done.returncode, lines[0]) == (
        0,
        "action: A4 Late bus on two routes [stg-p9ehgdk7 title]",
    )
    assert "    Theme: late bus" in lines
    assert "more in records; --most" in done.stderr
    place = lines[0].partition("[")[2].rstrip("]")
    assert run("get", PLACE, *place.split()).stdout == "Late bus on two routes\n"


def test_json_holds_everything_with_the_place_of_the_words(run: Run, example: Path) -> None:
    data = found(run, "late", "bus")
    assert (data["schema"], data["words"], data["meant"]) == ("find/1", ["late", "bus"], None)
    hits = data["hits"]
    assert sum(data["counts"].values()) == len(hits) > 40
    assert {one["in"] for one in hits} == {"answers", "records", "guidance"}
    for one in hits:
        met = " ".join(one["line"][a:b].lower() for a, b in one["at"]) + one["title"].lower()
        assert one["near"] or "bus" in met or one["in"] == "guidance"


def test_guidance_of_a_new_workbook_is_found_page_by_page(run: Run, book: Path) -> None:
    done = run("find", book.name, "one evening meeting in english", "--in", "guidance")
    assert done.stdout.startswith("Activities [step activities mistakes]\n    What goes wrong: One")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["zzzzzz"], 1, "Nothing holds “zzzzzz”.\n"),
        (["Skolarshyp"], 1, "Nothing holds “Skolarshyp”. Did you mean “scholarship”?\n"),
        (["\x1b[2J", "zzzzzz"], 1, "Nothing holds “␛[2J zzzzzz”.\n"),
        (["zzzzzz", "--json"], 1, ""),
        (["!?"], 2, "workbook: There is no word in that to look for; give letters or numbers.\n"),
    ],
)
def test_nothing_found_ends_with_one_and_says_what_may_be_meant(
    run: Run, example: Path, words: list[str], code: int, said: str
) -> None:
    done = run("find", PLACE, *words)
    assert (done.returncode, done.stderr) == (code, said)
    assert done.stdout == "" or json.loads(done.stdout)["hits"] == []


def test_what_is_private_is_not_looked_through(run: Run, book: Path) -> None:
    words = ["name=Ana Quezada", "role=Night nurse", "worries=Her lease ends"]
    id = run("add", book.name, "stakeholder", *words).stdout.strip()
    for words in (["quezada"], ["her lease ends"]):
        assert run("find", book.name, *words, "--in", "records").returncode == 1
    done = run("find", book.name, "night nurse", "--in", "records")
    assert id in done.stdout
    assert "Quezada" not in done.stdout
