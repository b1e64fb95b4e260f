"""`workbook check`: one schema, exit codes, and what is set aside with a reason."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Done = subprocess.CompletedProcess[str]
Run = Callable[..., Done]
Refused = Callable[[Done, int], str]


@pytest.fixture
def action(run: Run, book: Path) -> str:
    """An action without anything beside its title."""
    added = run("add", book.name, "strategic_action", "title=Late bus", "kind=practice")
    return added.stdout.strip()


def data(run: Run, book: Path) -> dict:
    done = run("check", book.name, "--json")
    assert done.returncode == 0
    found: dict = json.loads(done.stdout)
    return found


def test_a_new_workbook_has_nothing_to_tell(run: Run, book: Path):
    done = run("check", book.name)
    assert (done.returncode, done.stdout) == (0, "")
    assert data(run, book) == {"schema": "check/1", "findings": [], "set_aside": []}


def test_each_finding_says_what_how_grave_where_and_on_which_step(
    run: Run, book: Path, action: str
):
    run("add", book.name, "measure", "text=Riders")
    found = {one["code"]: one for one in data(run, book)["findings"]}
    assert found["action-without-lead"] == {
        "code": "action-without-lead", "severity": "warning", "where": action, "field": "lead",
        "step": "strategic-actions", "text": "Action A1 has no lead.",
        "mend": "Name who leads it. Few actions with real owners are worth more than many without.",
    }  # fmt: skip
    assert found["action-without-measure"]["step"] == "measurement"
    assert found["action-without-measure"]["field"] is None
    assert (
        f"warning: Action A1 has no lead. [action-without-lead, {action}]\n"
        "    → Name who leads it. Few actions with real owners are worth more than many without.\n"
    ) in run("check", book.name).stdout


@pytest.mark.parametrize(("least", "code"), [("note", 1), ("warning", 1), ("error", 0)])
def test_it_fails_only_where_that_is_asked_and_from_that_gravity_on(
    run: Run, book: Path, action: str, least: str, code: int
):
    assert run("check", book.name).returncode == 0
    assert run("check", book.name, "--fail-on", least).returncode == code


def test_one_is_set_aside_with_a_reason_shown_last_and_taken_up_again(
    run: Run, book: Path, action: str
):
    place = ("action-without-lead", action)
    done = run("check", book.name, "--set-aside", *place, "--reason", "The board names one in May")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "Set aside: Action A1 has no lead.\n"
    found = data(run, book)
    assert "action-without-lead" not in {one["code"] for one in found["findings"]}
    [aside] = found["set_aside"]
    assert (aside["code"], aside["reason"]) == (place[0], "The board names one in May")
    assert run("check", book.name).stdout.splitlines()[-2:] == [
        f"set aside: Action A1 has no lead. [action-without-lead, {action}]",
        "    Why: The board names one in May",
    ]
    assert run("check", book.name, "--take-up", *place).returncode == 0
    assert data(run, book)["set_aside"] == []


def test_what_is_set_aside_fails_nothing_and_can_be_undone(run: Run, book: Path, action: str):
    for one in data(run, book)["findings"]:
        run("check", book.name, "--set-aside", one["code"], one["where"], "--reason", "Later")
    assert run("check", book.name, "--fail-on", "note").returncode == 0
    assert "“Set aside”" in run("undo", book.name).stderr
    assert run("check", book.name, "--fail-on", "note").returncode == 1


WRONG = [
    ("--set-aside action-without-leed ACTION --reason x", "Did you mean action-without-lead?"),
    ("--set-aside no-name ACTION --reason x", "finds nothing"),
    ("--set-aside action-without-lead stg-00000000 --reason x", "finds nothing"),
    ("--set-aside action-without-lead ACTION", "--reason"),
    ("--set-aside action-without-lead", "2 arguments"),
    ("--take-up action-without-lead ACTION", "not set aside"),
    ("--reason x", "--set-aside"),
    ("--set-aside a b --take-up a b --reason x", "not both"),
    ("--set-aside a b --reason x --fail-on error", "by themselves"),
    ("--take-up a b --fail-on note", "by themselves"),
]


@pytest.mark.parametrize(("words", "says"), WRONG, ids=[one for one, _ in WRONG])
def test_wrong_use_is_one_sentence_and_changes_nothing(
    run: Run, book: Path, action: str, words: str, says: str
):
    before = book.read_bytes()
    done = run("check", book.name, *words.replace("ACTION", action).split())
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("workbook: ")
    assert done.stderr.count("\n") == 1
    assert says in done.stderr
    assert book.read_bytes() == before


def test_a_reason_that_is_too_long_is_refused(run: Run, book: Path, action: str):
    done = run(
        "check", book.name, "--set-aside", "action-without-lead", action, "--reason", "x" * 201
    )
    assert done.returncode == 2
    assert "200 characters" in done.stderr


def test_the_export_says_on_standard_error_how_many_there_are(run: Run, book: Path, action: str):
    done = run("export", book.name, "-o", "-")
    assert done.returncode == 0
    first = done.stderr.splitlines()[0]
    assert first.startswith("The checks find: ")
    assert "warnings" in first
    assert "checks" not in done.stdout


def test_no_name_of_anyone_who_is_not_to_be_named_leaves_the_screens(run: Run, book: Path):
    who = run(
        "add", book.name, "stakeholder", "name=Lee Park", "role=host", "status=left"
    ).stdout.strip()
    run("add", book.name, "strategic_action", "title=Late bus", f'lead:=["{who}"]')
    for done in (run("check", book.name), run("check", book.name, "--json")):
        assert "host has left" in done.stdout
        assert "Lee Park" not in done.stdout
