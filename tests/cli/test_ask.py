"""ask in a pipe: every answer saved at once, an append-only output, an end whatever happens."""

import json
import os
import signal
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
ROOT = Path(__file__).parents[2]


def answers(path: Path) -> dict[str, Any]:
    return {id: one["value"] for id, one in json.loads(path.read_text())["answers"].items()}


def test_piped_answers_are_in_the_file(run: Run, book: Path):
    done = run("ask", book.name, "--plain", "--step", "place", typed="Fork City\nIts renters\n")
    assert done.returncode == 0, done.stderr
    held = answers(book)
    assert held["workbook.community"] == "Fork City"
    assert held["workbook.place"] == "Its renters"
    assert "2 changes saved" in done.stdout


def test_words_that_put_the_blame_on_people_are_kept_and_advised_on(run: Run, book: Path):
    done = run("ask", book.name, "--plain", "--step", "place", typed="\nFor the poor\n")
    assert answers(book)["workbook.place"] == "For the poor"
    assert "it is kept as you wrote it" in done.stdout
    assert "“the poor”: people experiencing poverty" in done.stdout


def test_input_without_a_terminal_is_asked_plainly_by_itself(run: Run, book: Path):
    done = run("ask", book.name, "--step", "place", typed="Fork City\n")
    assert done.returncode == 0
    assert answers(book)["workbook.community"] == "Fork City"


@pytest.mark.parametrize("typed", ["", "\n" * 2000, ":later\n" * 100, ":help\n" * 50, "x\n" * 300])
def test_the_whole_walk_ends_and_holds_no_escape(run: Run, book: Path, typed: str):
    done = run("ask", book.name, "--plain", typed=typed)
    assert done.returncode == 0, done.stderr
    strange = {c for c in done.stdout if unicodedata.category(c)[0] == "C" and c != "\n"}
    assert strange == set()
    assert not [c for c in done.stdout if "\u2500" <= c <= "\u25ff"], "nothing is drawn"


def test_every_question_and_table_of_the_workbook_is_asked(run: Run, book: Path, curriculum: Any):
    said = run("ask", book.name, "--plain", typed="\n" * 2000).stdout
    for step in curriculum.steps.values():
        for prompt in step.prompts:
            assert f"{step.name}. {prompt.name}." in said
            assert prompt.ask in said
        if step.table:
            assert f"{step.name}. {step.table.name}." in said
    assert "That was the last question. Nothing was changed." in said


def test_a_command_within_a_long_text_stops_and_keeps_what_stands_before_it(run: Run, book: Path):
    typed = "\n\nA grant.\nAnd a flood.\n:quit\nnever read\n"
    done = run("ask", book.name, "--plain", "--step", "place", typed=typed)
    assert done.returncode == 0
    assert answers(book)["embarking.why-now"] == "A grant.\nAnd a flood."
    assert "Kept: what you wrote before :quit." in done.stdout
    assert "1 change saved in our.workbook.json." in done.stdout


def test_how_to_go_on_can_be_copied_whatever_the_file_is_called(run: Run, tmp_path: Path):
    run("new", "our county.workbook.json", "--community", "Prairie Fork County")
    done = run("ask", "our county.workbook.json", "--plain", typed="")
    assert "To go on: workbook ask 'our county.workbook.json' --from place" in done.stdout


def test_one_goes_on_from_the_step_where_one_stopped(run: Run, book: Path):
    done = run("ask", book.name, "--plain", typed=":go\nRegister\n:quit\n")
    assert "To go on: workbook ask our.workbook.json --from register --plain" in done.stdout
    done = run("ask", book.name, "--plain", "--from", "register", typed="")
    assert "Chapter 2, Register." in done.stdout
    assert "Chapter 1" not in done.stdout
    done = run("ask", book.name, "--from", "registr", typed="")
    assert done.returncode == 2
    assert "There is no step “registr”. Did you mean register?" in done.stderr


def test_nothing_given_leaves_the_file_as_it_is(run: Run, book: Path):
    before = book.read_bytes()
    run("ask", book.name, "--plain", typed="\n" * 2000)
    assert book.read_bytes() == before


def test_only_the_chosen_chapter_is_asked(run: Run, book: Path):
    by_number = run("ask", book.name, "--plain", "--chapter", "3", typed="\n" * 500).stdout
    by_id = run("ask", book.name, "--plain", "--chapter", "engaging", typed="\n" * 500).stdout
    assert by_number == by_id
    assert "Chapter 3. " in by_number
    assert "Chapter 1" not in by_number


def test_input_that_ends_in_the_middle_of_a_row_keeps_what_was_given(run: Run, book: Path):
    typed = "\n" * 20
    for number in range(20):
        typed = "\n" * number + "add\nSupper in the park"
        run("ask", book.name, "--plain", "--step", "activities", typed=typed)
    found = json.loads(book.read_text()).get("activity", {})
    assert [one["title"] for one in found.values()] == ["Supper in the park"]


def test_control_characters_in_the_input_never_come_back(run: Run, book: Path):
    typed = "Fo\x1b[31mrk\x07 City\udcff\n:back\n"
    done = run("ask", book.name, "--plain", "--step", "place", typed=typed)
    assert done.returncode == 0
    assert "\x1b" not in done.stdout
    assert answers(book)["workbook.community"] == "Fo[31mrk City"


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)]
)
def test_a_signal_ends_it_with_what_was_given_saved(
    book: Path, tmp_path: Path, number: signal.Signals, code: int
):
    command = [sys.executable, "-m", "workbook", "ask", book.name, "--plain", "--step", "place"]
    asked = subprocess.Popen(
        command, cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert asked.stdin is not None
    assert asked.stdout is not None
    asked.stdin.write(b"Fork City\n")
    asked.stdin.flush()
    while b"Question 2" not in asked.stdout.readline():
        pass
    time.sleep(0.2)
    asked.send_signal(number)
    ended = asked.wait(timeout=20)
    _, err = asked.communicate()
    assert ended == code, err
    assert b"Traceback" not in err
    assert answers(book)["workbook.community"] == "Fork City"


def test_two_who_ask_at_once_lose_nothing(book: Path, tmp_path: Path):
    command = [sys.executable, "-m", "workbook", "ask", book.name, "--plain", "--step", "place"]
    asked = [
        subprocess.Popen(
            command, cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": str(ROOT)}, text=True,
        )
        for _ in "ab"
    ]  # fmt: skip
    for one, typed in zip(asked, ("Fork City\n", "\nIts renters\n"), strict=True):
        one.communicate(typed, timeout=60)
    held = answers(book)
    assert (held["workbook.community"], held["workbook.place"]) == ("Fork City", "Its renters")


LAID_OVER = """
id = "engaging"
[[step]]
id = "activities"
[[step.prompt]]
id = "engaging.weather"
kind = "line"
name = "Weather"
ask = "What happens to an evening when it storms?"
why = "An evening that is called off at six is not forgiven."
"""


def test_a_question_laid_over_ours_is_asked_and_kept(run: Run, book: Path, tmp_path: Path):
    (tmp_path / "over").mkdir()
    (tmp_path / "over" / "3-engaging.toml").write_text(LAID_OVER)
    words = ("ask", book.name, "--plain", "--step", "activities", "--content", "over")
    before = run(*words, typed="\n" * 40).stdout.split("Weather.\n")[0].count("Question ")
    done = run(*words, typed="\n" * (before - 1) + "We meet on Thursday\n")
    assert "What happens to an evening when it storms?" in done.stdout
    assert answers(book)["engaging.weather"] == "We meet on Thursday"


def test_an_open_round_shows_no_level_and_no_rater(run: Run, book: Path, curriculum: Any):
    round, rater = (
        run("add", book.name, *words).stdout.strip()
        for words in (("round", "name=May", "assessment=readiness"), ("rater", "alias=Heron"))
    )
    indicator = next(iter(curriculum.lists["readiness.indicators"]))
    words = (f"round={round}", f"rater={rater}", f"indicator={indicator}", "level=3")
    rating = run("add", book.name, "rating", *words).stdout.strip()
    assert rating not in run("list", book.name, "rating").stdout
    fields = json.loads(run("get", book.name, rating, "--json").stdout)["fields"]
    assert not {"level", "rater"} & set(fields)
    assert run("get", book.name, rating, "level").returncode == 2
    run("set", book.name, round, "closed", "yes")
    assert json.loads(run("get", book.name, rating, "--json").stdout)["fields"]["level"] == 3
    assert rating in run("list", book.name, "rating").stdout
