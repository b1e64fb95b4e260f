"""Two people at one workbook in two real terminals: seen at once, nothing written over, settled."""

from __future__ import annotations

import contextlib
import datetime
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.conftest import held, told
from tests.journeys.terminal import Terminal, workbook
from tests.journeys.test_lines import PLACE, new, wait_for
from workbook.curriculum import Curriculum
from workbook.session import open_session

pytestmark = pytest.mark.slow
SECOND = "what happened, when, and who noticed"


@contextlib.contextmanager
def two(file: Path) -> Iterator[tuple[Terminal, Terminal]]:
    """Ana and Ben, who have one login and two names, at the same file."""
    with (
        workbook("--as", "Ana", file, home=file.parent) as ana,
        workbook("--as", "Ben", file, home=file.parent) as ben,
    ):
        ana.see("● Ben: Place")
        ben.see("● Ana: Place")
        yield ana, ben


def is_seen_in_time(there: Terminal, here: Terminal, *tries: tuple[str, str]) -> bool:
    """Whether what a key does here is to be seen there in less than a second: key and words. On a
    machine that does other things too it is tried again, in other words."""
    for key, words in tries:
        begun = time.monotonic()
        os.write(here.master, key.encode())
        there.see(words, within=10)
        if time.monotonic() - begun < 1:
            return True
    return False


NEXT, BEFORE = ("\x0e", "● Ben: Readiness"), ("\x12", "● Ben: Place")


def test_each_sees_what_the_other_writes_and_where_they_go_in_less_than_a_second(tmp_path: Path):
    with two(new(tmp_path)) as (ana, ben):
        ben.type("tab")
        ben.see(SECOND)
        for number in range(20):
            texts = [f"{letter}{number};" for letter in "tuv"]
            assert is_seen_in_time(ben, ana, *zip(texts, texts, strict=True)), number
        assert is_seen_in_time(ana, ben, NEXT, BEFORE, NEXT)


def test_what_both_write_in_one_field_is_shown_to_both_and_settled_for_both(tmp_path: Path):
    file = new(tmp_path)
    with two(file) as (ana, ben):
        for one, text in ((ana, "East"), (ben, "West")):
            os.write(one.master, text.encode())
        ana.see("1 conflict", "wrote here", within=5)
        ben.see("1 conflict", "wrote here", within=5)
        ben.type("^o", "s")
        shown = ben.see("Place and people", "k stands there", "t was set aside")
        assert "East" in shown
        assert "West" in shown
        other = "West" if kept(file) == "East" else "East"
        ben.type("t")
        ben.see("Nothing waits to be settled")
        wait_for(lambda: "conflict" not in ana.text())
        assert (kept(file), held(file)["_conflicts"]) == (other, {})
        ben.type("^z")
        ana.see("1 conflict")


def kept(file: Path) -> str:
    return str(told(held(file)["answers"])[PLACE])


def test_what_one_types_is_never_written_over_by_two_hundred_edits_of_another(
    tmp_path: Path, curriculum: Curriculum
):
    file, text = new(tmp_path), "The river towns, and the families in them."
    typing = threading.Event()

    def edit() -> None:
        today = datetime.date(2026, 5, 20)
        ben = open_session(file, curriculum, who="Ben", today=today)
        for number in range(200):
            ben.poll()
            ben.plan.put(PLACE, f"Ben {number}")
            ben.save()
            if number > 150:
                typing.wait(20)
        ben.close()

    with workbook("--as", "Ana", file, home=tmp_path) as ana:
        ana.see("the place, then whose lives should change")
        other = threading.Thread(target=edit)
        other.start()
        for number in range(1, len(text) + 1):
            ana.type(text[number - 1])
            ana.see(text[:number].rstrip())
        typing.set()
        other.join()
        ana.see(text, "F10 takes what", "Ben 199")
        ana.type("!")
        ana.see(text + "!", "1 conflict")
        wait_for(lambda: kept(file) == text + "!")
    assert "Ben 199" in {one["other"] for one in held(file)["_conflicts"].values()}
