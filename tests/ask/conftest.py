"""A small curriculum with a question of every kind, and a walk over it from typed lines."""

import datetime
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from tinydb.storages import MemoryStorage

from workbook.ask.plain import PlainAsker
from workbook.ask.walk import Walk
from workbook.curriculum import Chapter, Curriculum, Field, Prompt, Step, Table
from workbook.kinds import (
    Choice,
    Date,
    Kind,
    Line,
    Lines,
    Links,
    Long,
    Money,
    Number,
    Option,
    Ref,
    Refs,
    Rows,
    Scale,
    Scores,
    Several,
    Who,
    YesNo,
)  # fmt: skip
from workbook.plan import Plan
from workbook.records import TYPES
from workbook.store.tables import Tables

STANCES = {
    "for": Option("for", "With us"),
    "against": Option("against", "Against us"),
    "open": Option("open", "Not decided", "has not heard enough"),
}
POWER = {str(n): Option(str(n), name) for n, name in enumerate(("None", "Some", "Much"), 1)}
KINDS: dict[str, Kind] = {
    "line": Line(), "long": Long(), "number": Number(min=0, max=100), "money": Money(),
    "date": Date(), "yes-no": YesNo(), "choice": Choice("stances"), "several": Several("stances"),
    "scale": Scale(1, 3, list="power", unknown=True), "scores": Scores("stances"),
    "ref": Ref("community_group"), "refs": Refs("community_group"), "who": Who(), "list": Lines(),
    "links": Links("community_group"),
}  # fmt: skip


def prompt(id: str, kind: Kind, table: Table | None = None) -> Prompt:
    return Prompt(f"small.{id}", kind, f"Name of {id}", f"What is {id}?", f"Why {id}.", table=table)


def step(id: str, *prompts: Prompt, table: Table | None = None, chapter: str = "one") -> Step:
    return Step(
        id, f"Step {id}", f"Do {id}", f"Why {id}.", f"**How** to do\n{id}.", "", (), (), (), (), (),
        prompts, table, chapter,
    )  # fmt: skip


def fields(type: str, *names: str) -> tuple[Field, ...]:
    return tuple(Field(one, TYPES[type].fields[one], one, f"Its {one}?") for one in names)


def table(id: str, of: str, one: str, many: str, asked: tuple[Field, ...]) -> Table:
    columns = tuple(field.id for field in asked[:2])
    return Table(id, of, one, many, many.capitalize(), f"No {many} yet.", asked, columns)


@pytest.fixture(scope="session")
def small() -> Curriculum:
    groups = table(
        "groups",
        "community_group",
        "group",
        "groups",
        fields("community_group", "name", "share", "year"),
    )
    cells = (
        Field("who", Who(), "Person", "Who?"),
        Field("hours", Number(min=0), "Hours", "How many?"),
    )
    hours = table("small.hours", "row", "person", "people", cells)
    steps = (
        step("groups", table=groups),
        step("kinds", *(prompt(id, kind) for id, kind in KINDS.items())),
    )
    later = (step("hours", prompt("hours", Rows(), hours), prompt("last", Line()), chapter="two"),)
    chapters = (
        Chapter("one", 1, "First", "One", "The first chapter", "Why it is.", "", "", steps),
        Chapter(
            "two",
            2,
            "Second",
            "Two",
            "The second chapter",
            "Why it is.",
            "",
            "It serves us.",
            later,
        ),
    )
    lists = {"stances": STANCES, "power": POWER}
    return Curriculum(chapters, lists, {}, {}, {}, {}, {}, (), {}, {})


@pytest.fixture
def plan(small: Curriculum) -> Plan:
    return Plan(Tables(storage=MemoryStorage), small, today=datetime.date(2026, 5, 20))


Driver = Callable[..., str]


@pytest.fixture
def walk(plan: Plan) -> Driver:
    """Walks these steps with these lines as input; gives what was said."""

    def run(typed: str, *steps: str) -> str:
        out = io.StringIO()
        asked = [plan.curriculum.steps[one] for one in steps or plan.curriculum.steps]
        Walk(plan, PlainAsker(io.StringIO(typed), out, typed=False), lambda: None, asked).run()
        return out.getvalue()

    return run


Editor = Callable[..., Path]


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    """An editor that does this, with the file as its last word; gives where it notes things."""
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "own").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "own"))
    monkeypatch.setattr("tempfile.tempdir", None)

    def make(does: str, variable: str = "EDITOR", words: str = "", name: str = "my editor") -> Path:
        script, noted = tmp_path / name, tmp_path / "noted"
        script.write_text(f"#!/bin/sh\nfor file; do :; done\nNOTED='{noted}'\n{does}\n")
        script.chmod(0o700)
        monkeypatch.setenv(variable, f"'{script}' {words}" if words else str(script))
        return noted

    return make


class Terminal(io.StringIO):
    """A stream that says that it is a terminal, as one does that a person sits at."""

    def isatty(self) -> bool:
        return True
