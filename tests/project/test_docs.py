"""Every command of README and docs/ runs, page by page, in the order in which it stands there.

A page is one shell in an empty folder; `reading_docs` says how it is read, and docs/README.md tells
the reader. What a page shows as output is what its commands say.
"""

import os
import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest

from tests.imports import published
from tests.project.reading_docs import NOT_HERE, PAGES, ROOT, commands, script, shown, text
from tests.project.shell import Shell
from tests.store.conftest import held
from workbook.ask.tables import LIST, WAYS
from workbook.ask.tables import VERBS as VERBS_OF_TABLES
from workbook.ask.words import Word
from workbook.cli.main import program
from workbook.cli.publishing import export_
from workbook.cli.verb import VERBS
from workbook.export import shape
from workbook.plan import Plan

HAS = {
    "README.md": "workbook demo our.workbook.json",
    "docs/publishing.md": "workbook demo our.workbook.json",
}
"""What has been done before a page begins, where the page says so."""
Read = Callable[[str], str]


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shell]:
    made = Shell(tmp_path_factory.mktemp("shell"))
    yield made
    made.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the reader stands."""
    folder = tmp_path / "here"
    folder.mkdir()
    published.written(folder / "county.csv", published.text())
    return folder


@pytest.fixture
def read(shell: Shell, folder: Path, tmp_path: Path) -> Iterator[Read]:
    """Does what a page says, and gives all that was said."""
    said = tmp_path / "said"
    said.mkdir()

    def follow(page: str) -> str:
        if any(one.startswith("git ") for one in commands(page)) and not shutil.which("git"):
            pytest.skip("git is not here")
        done = shell.run(f"{HAS.get(page, ':')} 2>&1\n{script(page, said)}", folder)
        told = {int(one.name): one.read_text(encoding="utf-8") for one in said.iterdir()}
        last = told[max(told)] if told else done.stdout
        assert done.returncode == 0, f"{done.stderr}{last}"[-3000:]
        for number, output in shown(page):
            assert output.fullmatch(told[number]), told[number]
        return "".join(told[number] for number in sorted(told))

    before = os.umask(0o022)
    yield follow
    os.umask(before)


def answers(file: Path) -> dict[str, str]:
    return {id: one["value"] for id, one in held(file)["answers"].items()}


TOLD_MORE_OF = ("docs/pairing.md", "docs/three-offices.md")


@pytest.mark.parametrize("page", [one for one in PAGES if one not in TOLD_MORE_OF])
def test_a_page_does_what_it_says(page: str, read: Read) -> None:
    read(page)


def test_two_people_at_one_workbook(read: Read, folder: Path) -> None:
    assert "Nothing waits to be settled." in read("docs/pairing.md")
    file = folder / "our-plan/our.workbook.json"
    assert answers(file)["workbook.place"] == "The river towns"
    assert (file.stat().st_mode & 0o777, file.stat().st_gid) == (0o660, file.parent.stat().st_gid)


def test_a_coalition_in_three_offices(read: Read, folder: Path) -> None:
    said = read("docs/three-offices.md")
    assert "1 place waits to be settled" in said
    assert "put together from git's own versions: 1 place was written by both" in said
    river, hill = (
        answers(folder / office / "our.workbook.json") for office in ("river-office", "hill-office")
    )
    assert river["workbook.place"] == "The three river towns"
    assert hill["embarking.why-now"] == "The board voted in May"


def test_every_export_of_the_guide_to_publishing_is_one_that_there_is(plan: Plan) -> None:
    """What other programs make of each is tried by `make test-publishing`."""
    found = [one for one in commands("docs/publishing.md") if one.startswith("workbook export ")]
    assert len(found) > 10
    for one in found:
        words = shlex.split(one, comments=True)[2:]
        with export_.make_context("export", words) as context:
            names = {name: context.params[name] for name in ("flavor", "document", "form")}
        assert shape(plan, **names)


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_names_is_there(page: str) -> None:
    """Files that it links to, commands in its sentences with their options, steps it goes to."""
    links = re.findall(r"\]\(([^)#:]+)\)", text(page))
    assert [one for one in links if not ((ROOT / page).parent / one).exists()] == []
    named = re.findall(r"`workbook ([a-z][^`]*)`", text(page))
    assert [one for one in named if not _is_command(one)] == []


def _is_command(words: str) -> bool:
    """Whether a command as a sentence writes it has its verb and its options."""
    first, second = (*words.split(), "")[:2]
    verb = f"{first} {second}" if f"{first} {second}" in VERBS else first
    if verb not in VERBS:
        return "." in first  # a workbook's file
    command = program.get_command(click.Context(program), verb)
    assert command is not None
    known = {option for one in command.params for option in one.opts} | {"--help"}
    words = words.partition("|")[0]
    return set(re.findall(r"(?<!\S)--?[a-z][a-z-]*", words)) <= known


def test_every_command_of_ask_and_of_its_tables_is_on_its_page() -> None:
    said = text("docs/line-by-line.md")
    assert [one.typed for one in Word if f"`{one.typed}`" not in said] == []
    assert [one for one in (*VERBS_OF_TABLES, *WAYS, LIST) if f"`{one}" not in said] == []


def test_what_is_left_to_the_reader_is_little_and_marked() -> None:
    left = [one for page in PAGES for one in commands(page) if NOT_HERE.search(one)]
    ours = [one for page in PAGES for one in commands(page) if "workbook " in one]
    assert len(left) < len(ours) / 4
