"""The command itself: help, version, what is said without a terminal, what is loaded."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from workbook.cli.verb import VERBS

Run = Callable[..., subprocess.CompletedProcess[str]]
HEAVY = ("textual", "questionary", "prompt_toolkit", "rich", "screens")


def test_the_version_is_all_that_is_printed(run: Run):
    done = run("--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count(".") == 2


@pytest.mark.parametrize("flag", ["-h", "--help", "help"])
def test_help_begins_with_what_it_is_and_examples(run: Run, flag: str):
    lines = run(flag).stdout.splitlines()
    assert "Mobility Action Plan" in " ".join(lines[:2])
    assert lines.index("Examples:") < lines.index("Usage:")
    assert "uses no network" in " ".join(lines)
    assert all(f"  {verb} " in "\n".join(lines) for verb in VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_the_help_of_a_verb_begins_with_examples(run: Run, verb: str):
    done = run(verb, "--help")
    lines = done.stdout.splitlines()
    assert done.returncode == 0
    assert lines.index("Examples:") < lines.index("Usage:")
    assert any(line.strip().startswith(f"workbook {verb} ") for line in lines)
    assert max(map(len, lines)) <= 100


def test_without_a_terminal_the_bare_command_shows_help_on_standard_error(run: Run):
    done = run()
    assert (done.returncode, done.stdout) == (2, "")
    assert "Examples:" in done.stderr


def test_without_a_terminal_a_file_is_not_opened_and_the_other_ways_are_named(run: Run, book: Path):
    done = run(book.name)
    assert (done.returncode, done.stdout) == (2, "")
    for way in ("workbook status", "--plain", "workbook export"):
        assert way in done.stderr


def test_standard_streams_may_be_closed(book: Path, tmp_path: Path):
    for redirect in ("<&-", ">&-", "2>&-"):
        line = f"{sys.executable} -m workbook status {book.name} {redirect}"
        done = subprocess.run(
            ["sh", "-c", line], cwd=tmp_path, capture_output=True, text=True, check=False,
            env={"PYTHONPATH": str(Path(__file__).parents[2])},
        )  # fmt: skip
        assert "Traceback" not in done.stderr


def test_common_options_stand_before_the_verb_or_after_it(run: Run, book: Path):
    before = run("--date", "soon", "status", book.name)
    after = run("status", book.name, "--date", "soon")
    assert before.returncode == after.returncode == 2
    assert before.stderr == after.stderr


def loaded(*words: str, cwd: Path) -> set[str]:
    """The modules that a command loads."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "workbook", *words], cwd=cwd,
        capture_output=True, text=True, check=False,
        env={"PYTHONPATH": str(Path(__file__).parents[2])},
    )  # fmt: skip
    times = (line for line in done.stderr.splitlines() if line.startswith("import time:"))
    return {line.rpartition("|")[2].strip().partition(".")[0] for line in times}


def test_the_version_loads_no_library_but_the_command_lines(tmp_path: Path):
    assert not loaded("--version", cwd=tmp_path) & {*HEAVY, "tinydb", "orjson", "markdown"}


@pytest.mark.parametrize("verb", ["status", "check", "export", "ask"])
def test_what_needs_no_screen_loads_none(book: Path, tmp_path: Path, verb: str):
    assert not loaded(verb, book.name, cwd=tmp_path) & set(HEAVY)


def test_a_fault_of_the_program_is_one_sentence_and_debug_shows_where(tmp_path: Path):
    broken = tmp_path / "sitecustomize.py"
    broken.write_text("import workbook.curriculum as c\nc.recall = lambda over: 1 / 0\n")
    env = {"PYTHONPATH": f"{tmp_path}:{Path(__file__).parents[2]}"}
    command = [sys.executable, "-m", "workbook", "status", "x.json"]
    plain = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert plain.stderr.startswith("workbook: This is a fault of the program (ZeroDivisionError")
    assert (plain.returncode, plain.stderr.count("\n")) == (70, 1)
    debug = subprocess.run(
        [*command, "--debug"], env=env, capture_output=True, text=True, check=False
    )
    assert "Traceback" in debug.stderr


ONE_STEP = """
id = "celebrating"
number = 8
name = "Celebrating"
short = "Celebrating"
title = "Celebrating"
purpose = "Say what was done."
[[step]]
id = "feast"
name = "Feast"
title = "Hold a feast"
why = "A year of evenings deserves one."
guide = "Choose a day."
[[step.prompt]]
id = "celebrating.day"
kind = "date"
name = "Day"
ask = "On which day?"
why = "The hall must be booked."
map = ""
"""


def test_status_counts_one_step_as_one(run: Run, book: Path, tmp_path: Path):
    (tmp_path / "over").mkdir()
    (tmp_path / "over" / "8-celebrating.toml").write_text(ONE_STEP)
    lines = run("status", book.name, "--content", "over").stdout.splitlines()
    assert "Chapter 8, Celebrating: 0 of 1 step" in lines
    assert "Chapter 1, Embarking: 0 of 9 steps" in lines


def test_status_as_json_says_what_it_is(run: Run, book: Path):
    found = json.loads(run("status", book.name, "--json").stdout)
    assert found["schema"].endswith("/1")
    assert {"chapters", "steps", "lacks", "readiness"} <= set(found)
