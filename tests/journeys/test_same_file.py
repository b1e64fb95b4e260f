"""What is piped into `workbook ask --plain` and what is typed on the screens: one and the same
file, apart from ids and the order in which rows were made."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.conftest import Command, held
from tests.journeys.giving import Answers, lines, write
from tests.screens.conftest import Opening
from workbook.curriculum import Curriculum
from workbook.records import TYPES

GIVEN = Answers(
    said={
        "workbook.place": "Families in Halden [and six towns] | 64 | é",
        "embarking.why-now": "The board voted.\n\n.\n- 64 families: no landlord",
        "workbook.door": "Some chapters",
        "workbook.chapters": ("1 Emb", "3 Eng"),
        "workbook.currency": "€",
        "embarking.systems-agreement": "4",
        "embarking.form": ":page",
        "embarking.editions": "Yes",
        "embarking.authorship": ("Coauthor", "Letter"),
        "embarking.publisher": ("Ana Ruiz", "The County"),
        "embarking.strengths-first": "A choir; a band\nTwo orchards",
        "embarking.next-meeting": "June 2027",
        "engaging.pay-rate": "1,030",
        "engaging.report-date": "2027-Q3",
    },
    rows={
        "embarking.hours": [{"person": ("Lee",), "hours": "6.5", "backfill": "Less intake"}],
        "open-decisions": [
            {
                "decision": "Which needs come first",
                "state": "Partly open",
                "affected": "Renters",
                "level": "Collaborate",
                "must_agree": ("The board",),
                "why_not_further": "Law: ch. 8",
            }
        ],
        "who-lives-here": [
            {"name": "Somali families", "share": "12.5", "year": "2023"},
            {"name": "Veterans", "source": "VA"},
        ],
        "activities": [
            {
                "title": "Data walk",
                "decision": "Which needs come first",
                "groups": ("Veterans", "Somali families"),
                "reach_planned": "60",
                "level": "Involve",
                "method": "Data walk",
                "host": ("Al Roe",),
                "starts": "2026-06-02",
                "supports": ("Food", "Childcare"),
                "pay_each": "25",
                "report_back_date": "June 30, 2026",
            }
        ],
        "engaging.costs": [{"about": "Data walk", "kind": "Food", "amount": "420"}],
        "engaging.trusted-hosts": [{"group": "Veterans", "host": ("Al Roe",), "asked": "No"}],
    },
)
"""Some of everything that chapters 1 and 3 ask for. Names of entries are given as one types
them: by their beginning, or whole."""


def test_every_kind_of_question_and_of_field_of_chapters_1_and_3_is_given(curriculum: Curriculum):
    steps = [step for one in curriculum.chapters if one.number in (1, 3) for step in one.steps]
    asked = {p.kind.word for step in steps for p in step.prompts if p.table is None}
    fields = {f.kind.word for step in steps for table in step.tables for f in table.fields}
    assert {curriculum.prompts[id].kind.word for id in GIVEN.said} == asked
    given = {(id, name) for id, rows in GIVEN.rows.items() for row in rows for name in row}
    found = (curriculum.tables[id].field(name) for id, name in given)
    assert {one.kind.word for one in found if one} == fields


@pytest.fixture
def piped(command: Command, tmp_path: Path) -> Path:
    """A new workbook, the same for both."""
    path = tmp_path / "piped.workbook.json"
    command("new", path, "--no-input", "--community", "Prairie Fork County")
    return path


async def test_answers_that_are_piped_and_those_that_are_typed_give_the_same_file(
    command: Command, window: Opening, piped: Path, curriculum: Curriculum
):
    typed = shutil.copy(piped, piped.with_name("typed.workbook.json"))
    for chapter in ("embarking", "engaging"):
        text = "\n".join(lines(GIVEN, curriculum, chapter)) + "\n"
        said = command("ask", piped, "--plain", "--chapter", chapter, typed=text).stdout
        assert "That was the last question." in said
    async with window(path=typed) as app:
        await write(app, GIVEN, curriculum)
        await app.press("escape", "escape")
        assert not app.pilot.app.is_running

    ours, theirs = normal(held(piped)), normal(held(typed))
    assert theirs == ours
    assert set(GIVEN.said) <= set(ours["answers"])
    wanted = {"row": 2, "open_decision": 1, "community_group": 2, "activity": 1, "cost_line": 1}
    assert {name: len(ours[name]) for name in ours if name in TYPES} == wanted
    for verb in (("export", "-o", "-"), ("status", "--json"), ("check", "--json")):
        one, other = (command(verb[0], path, *verb[1:]).stdout for path in (piped, typed))
        assert without_ids(one, held(piped)) == without_ids(other, held(typed))


def normal(file: dict[str, Any]) -> dict[str, Any]:
    """A file without its ids and without the order of its rows; what pointed to a record names
    it by its type and its first words."""
    found = json.loads(without_ids(json.dumps(file), file))
    for type in set(found) & set(TYPES):
        rows = found[type].values()
        found[type] = sorted((row | {"order": ""} for row in rows), key=json.dumps)
    return found


def without_ids(text: str, file: dict[str, Any]) -> str:
    """A text with a record's type and words in place of its id."""
    for type in set(file) & set(TYPES):
        for id, row in file[type].items():
            words = next(v for v in _values(row) if isinstance(v, str))
            text = text.replace(id, f"{type} {words}")
    return text


def _values(row: dict[str, Any]) -> list[Any]:
    called = [row.get(one) for one in ("title", "decision", "name", "kind")]
    return [*filter(None, called), *row.get("cells", {}).values()]
