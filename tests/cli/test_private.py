"""A marked word in every private place is in no output that nobody asked to hold it."""

import datetime
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.map.filling import NOBODY, Filling
from workbook.cli.main import main
from workbook.curriculum import Curriculum
from workbook.export import Shape, compose
from workbook.reasoning.language import OWN
from workbook.records import TYPES
from workbook.session import new_session, open_session
from workbook.store.beside import Beside
from workbook.worksheets.sheet import worksheet

MARK = "private words"
COMMANDS = (
    "status {}", "status {} --json", "check {}", "check {} --json", "undo {}",
    "language {}", "language {} --json", "language {} --public", "language {} --public --json",
    "export {} -o - --document release-plan",
    "export {} -o -", "export {} -o - --draft", "export {} -o - --clean",
    "export {} -o - --to html", "export {} -o - --edition public",
    "export {} -o - --flavor obsidian", "sheets {} -o -",
    "history {}", "history {} --json", "compare {} 0", "compare {} 0 --json",
    "compare {} now 0", "restore {} 0 --dry-run",
    "find {} a", "find {} words --json", "find {} b --json",
    "conflicts {}", "conflicts {} --json", "merge {0} {0} {0}",
    "merge {0} {0} {0} --json",
)  # fmt: skip
"""Verbs that write something about the whole workbook."""


@pytest.fixture(scope="module")
def full(curriculum: Curriculum, tmp_path_factory: Any) -> Path:
    """A workbook with a marked word in every private field and question."""
    path = tmp_path_factory.mktemp("full") / "our.workbook.json"
    session = new_session(path, curriculum, who="Ana", today=datetime.date(2026, 5, 20))
    filling = Filling(session.plan)
    filling.everything()
    for one in session.plan.records(TYPES["stakeholder"]):
        session.plan.put(one.id, f"{MARK} in a name", "name")
        session.plan.put(one.id, False, "may_be_named")
        for field in ("name", "contact", "worries"):
            session.plan.dispute(one.id, field, None, f"{MARK} of another", MARK, by="Ben")
    own = {"word": "words", "use": "avoid"}
    session.plan.add("row", own, prompt=OWN)  # so that each text is advised on
    session.plan.settle()
    for type in ("stakeholder", "rating", "activity"):
        session.plan.remove(session.plan.records(TYPES[type])[0].id)
    session.save()
    session.close()
    assert path.read_bytes().count(MARK.encode()) > 20
    return path


@pytest.fixture
def book(full: Path, tmp_path: Path) -> Path:
    """The workbook with its history."""
    path = tmp_path / "our.workbook.json"
    path.write_bytes(full.read_bytes())
    shutil.copytree(Beside(full).folder, Beside(path).folder)
    return path


def silent(text: str) -> None:
    assert MARK not in text
    assert NOBODY not in text


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_tells_it(run: Callable[..., Any], book: Path, command: str):
    done = run(*command.format(book.name).split(), WORKBOOK_AS="Ana")
    silent(done.stdout + done.stderr)
    assert done.stdout or done.stderr


def test_no_file_of_a_plan_in_a_folder_tells_it(run, book: Path):
    assert run("export", book.name, "--split", "site", "--flavor", "mkdocs").returncode == 0
    files = [one for one in (book.parent / "site").rglob("*") if one.is_file()]
    assert len(files) > 5
    for one in files:
        silent(f"{one.name} {one.read_text()}")


@pytest.mark.parametrize("turn", range(3))
def test_no_list_of_any_type_or_table_tells_it(book, curriculum, capsys, turn):
    """Each in one of the three forms, in turn: they are made from the same view."""
    form = ((), ("--json",), ("--csv",))[turn]
    for word in [*(one for one in TYPES if one != "row"), *curriculum.tables][turn::3]:
        assert main(["list", str(book), word, *form]) == 0
        said = capsys.readouterr()
        silent(said.out + said.err)


def test_no_document_and_no_worksheet_tells_it(book: Path, curriculum):
    session = open_session(book, curriculum, who="Ana", today=datetime.date(2026, 5, 20))
    for name in curriculum.companions.documents:
        made = compose(session.plan, date=session.plan.today, shape=Shape(name), draft=True)
        silent("\n".join([made.text, *made.said]))
        assert made.text.startswith("# ")
    silent(worksheet(session.plan, curriculum.steps.values()))
    session.close()


def test_no_trace_tells_it(run, book: Path, curriculum):
    types = ("strategic_action", "finding", "measure")
    found = [run("list", book.name, one).stdout.split("\t")[0] for one in types]
    for id in found:
        for form in ((), ("--json",)):
            done = run("trace", book.name, id, *form)
            assert done.returncode == 0
            silent(done.stdout + done.stderr)


@pytest.mark.parametrize("words", ["list {} register --csv", "history {}", "compare {} 0"])
def test_it_is_there_where_it_is_asked_for(run, book: Path, words: str):
    done = run(*words.format(book.name).split(), "--with-private", "all")
    assert MARK in done.stdout
