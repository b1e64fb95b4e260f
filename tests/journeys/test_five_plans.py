"""Five half-filled workbooks get five different next steps: each names the thing, says why, and
goes away once just that is written."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.conftest import Command

WALK = ("level=3", "promise=You choose", "starts=2026-06-02", "report_back_date=2026-06-30")

SOURCE = ("question=Who finds no home?", "source=Voucher list", "limits=Only who applied")
FINDING = ("claim=Vouchers go unused", "most_affected=Renters", "driver=Screening rules")


class Book:
    """A workbook that is filled by commands alone."""

    def __init__(self, command: Command, path: Path) -> None:
        self._command, self._path = command, path

    def set(self, id: str, *words: str) -> None:
        """`workbook set`."""
        self._command("set", self._path, id, *words)

    def add(self, table: str, *fields: str) -> str:
        """`workbook add`; gives the new id."""
        return self._command("add", self._path, table, *fields).stdout.strip()

    def next(self) -> dict[str, Any]:
        """What `status --json` names as the next step."""
        found = json.loads(self._command("status", self._path, "--json").stdout)["next"]
        assert isinstance(found, dict)
        return found


Filling = Callable[[Book], Iterator[None]]
"""Fills a workbook halfway; and, taken up again, writes just what was named."""


def place_is_not_said(book: Book) -> Iterator[None]:
    """A coordinator on the first evening: only why it begins."""
    book.set("embarking.why-now", "The board voted in January.")
    yield
    book.set("workbook.place", "Families who rent in Halden")


def unsure_whether_to_begin(book: Book) -> Iterator[None]:
    """A pair that is not sure yet and has begun to judge readiness."""
    book.set("workbook.door", "unsure")
    book.add("readiness", "dimension=readiness.leaders", "judgement=partly")
    yield
    book.set(book.next()["record"], "reason", "The commission voted; no host is funded.")


def activity_that_nobody_was_promised_anything_for(book: Book) -> Iterator[None]:
    """A team in the middle of chapter 3."""
    decision = _decision(book, "Which needs come first")
    book.add("activity", "title=Data walk, school gym", f"decision={decision}", *WALK[:3])
    yield
    book.set(book.next()["record"], "report_back_date", "2026-06-30")


def decision_that_nobody_is_asked_about(book: Book) -> Iterator[None]:
    """A team that took chapter 3 alone: two decisions, one activity."""
    book.set("workbook.door", "chapters")
    book.set("workbook.chapters", "engaging")
    first = _decision(book, "Which needs come first")
    second = _decision(book, "Who sits on the board")
    book.add("activity", "title=Data walk", f"decision={first}", *WALK)
    yield
    book.add("activity", "title=Supper", f"decision={second}", *WALK)


def priority_without_a_root_cause(book: Book) -> Iterator[None]:
    """A team in chapter 5: two priorities, the causes of one."""
    source = book.add("data_source", *SOURCE)
    finding = book.add("finding", *FINDING, f"evidence_for={source}")
    first, second = (
        book.add("priority", f"title={title}", "why=People say so", f"findings={finding}")
        for title in ("Homes that vouchers can rent", "Children who read")
    )
    book.add("root_cause", f"priority={first}", "because=Filings count as judgments")
    yield
    book.add("root_cause", f"priority={second}", "because=No bus after five")


def _decision(book: Book, words: str) -> str:
    known = (f"decision={words}", "state=open", "affected=Renters", "level=3")
    return book.add("open_decision", *known)


PLANS: dict[Filling, tuple[str, str]] = {
    place_is_not_said: ("place", "Write “Place and people”"),
    unsure_whether_to_begin: ("readiness", "“Leaders” still lacks “Rests on”"),
    activity_that_nobody_was_promised_anything_for: (
        "activities", "“Data walk, school gym” still lacks “Report back by”",
    ),
    decision_that_nobody_is_asked_about: (
        "activities", "“Who sits on the board” has no activity yet",
    ),
    priority_without_a_root_cause: ("root-causes", "Priority 2 has no root cause yet"),
}  # fmt: skip


@pytest.mark.parametrize("filling", PLANS, ids=lambda one: one.__name__)
def test_a_half_filled_plan_is_told_the_one_thing_to_write_now(
    command: Command, tmp_path: Path, filling: Filling, curriculum: Any
):
    path = tmp_path / "our.workbook.json"
    command("new", path, "--no-input", "--community", "Prairie Fork County")
    book = Book(command, path)
    writing = filling(book)
    next(writing)
    step, text = PLANS[filling]
    found = book.next()
    assert (found["step"], found["text"]) == (step, text)
    _is_sensible(found, curriculum.steps[step])
    said = command("status", path).stdout
    assert f"Next ({curriculum.steps[step].name}): {text}. {found['reason']}" in said
    next(writing, None)
    assert book.next()["text"] != text


def _is_sensible(found: dict[str, Any], step: Any) -> None:
    """It leads to a place that the step has, and the reason is a sentence that stands there."""
    fields = {field.id for table in step.tables for field in table.fields}
    places = {one.id for one in step.prompts} | {one.id for one in step.tables}
    assert found["field"] in (fields if found["record"] else places)
    whys = [step.why, *(one.why for one in step.prompts)]
    whys += [field.why for table in step.tables for field in table.fields]
    assert found["reason"].endswith(".")
    assert any(found["reason"] in why for why in whys)


def test_the_five_are_five():
    assert len({text for _, text in PLANS.values()}) == len(PLANS) == 5
