"""A list on the command line: one entry a line, or JSON."""

import json
from pathlib import Path

import pytest

from tests.cli.test_values import Run, well

LIST = "embarking.strengths-first"


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        (["-"], "A choir; a band\nA well\n"),
        (["A choir; a band\nA well"], ""),
        (["--json", '["A choir; a band", "A well"]'], ""),
    ],
)
def test_a_list_is_set_with_one_entry_a_line_or_as_json(
    run: Run, book: Path, words: list[str], typed: str
):
    well(run("set", book.name, LIST, *words, typed=typed))
    held = json.loads(well(run("get", book.name, LIST, "--json")))
    assert held["value"] == ["A choir; a band", "A well"]


def test_a_semicolon_in_a_list_is_text(run: Run, book: Path):
    well(run("set", book.name, LIST, "A choir; a band"))
    assert json.loads(well(run("get", book.name, LIST, "--json")))["value"] == ["A choir; a band"]
