"""`conflicts`: what two people wrote at once, listed and settled."""

import json
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def book(run: Any, book: Path) -> Path:
    """Ana wrote West where Ben wrote East, and a contact that is private."""
    run("add", book.name, "stakeholder", "name=Cy", "may_be_named=yes")
    found = json.loads(book.read_text())
    [person] = found["stakeholder"]
    found["answers"]["workbook.place"] = {"value": "West"}
    found["stakeholder"][person]["contact"] = "private words"
    side = {"by": "Ana", "at": "2026-05-20T10:00:00Z", "base": None, "kind": "edit/edit"}
    found["_conflicts"] = {
        "c1": side | {"table": "answers", "record": "workbook.place", "field": "value",
                      "kept": "West", "other": "East", "other_by": "Ben"},
        "c2": side | {"table": "stakeholder", "record": person, "field": "contact",
                      "kept": "private words", "other": "private words too"},
    }  # fmt: skip
    book.write_text(json.dumps(found))
    return book


def test_both_values_are_listed_with_who_and_when_and_nothing_private(run: Any, book: Path):
    done = run("conflicts", book.name)
    assert "ours: West (Ana, 2026-05-20T10:00:00Z)" in done.stdout
    assert "theirs: East (Ben)" in done.stdout
    told = run("conflicts", book.name, "--json").stdout
    one, two = json.loads(told)["conflicts"]
    assert (one["ours"], one["theirs"], one["theirs_by"]) == ("West", "East", "Ben")
    assert (two["private"], two["ours"]) == (True, None)
    assert "private words" not in told + done.stdout


@pytest.mark.parametrize(
    ("keep", "stands"),
    [("ours", "West"), ("theirs", "East"), ("both", "West / East"), ("North", "North")],
)
def test_it_is_settled_and_undo_brings_it_back(run: Any, book: Path, keep: str, stands: str):
    assert run("conflicts", book.name, "workbook.place", "--keep", keep).returncode == 0
    found = json.loads(book.read_text())
    assert found["answers"]["workbook.place"]["value"] == stands
    assert list(found["_conflicts"]) == ["c2"]
    assert run("undo", book.name).returncode == 0
    found = json.loads(book.read_text())
    assert found["answers"]["workbook.place"]["value"] == "West"
    assert set(found["_conflicts"]) == {"c1", "c2"}


def test_what_does_not_wait_is_said(run: Any, book: Path, refused: Any):
    refused(run("conflicts", book.name, "workbook.community", "--keep", "ours"), 2)
    refused(run("conflicts", book.name, "workbook.community"), 2)
    refused(run("conflicts", book.name, "--keep", "ours"), 2)


def test_who_it_is_comes_from_the_option_then_the_environment(run: Any, book: Path):
    history = Path(f"{book}.d/history.jsonl")
    run("set", book.name, "workbook.place", "1", "--as", "Bo")
    run("set", book.name, "workbook.place", "2", WORKBOOK_AS="Cy")
    run("set", book.name, "workbook.place", "3", WORKBOOK_AS="", LOGNAME="dee")
    lines = [json.loads(one)["who"] for one in history.read_text().splitlines()]
    assert lines[-3:] == ["Bo", "Cy", "dee"]
