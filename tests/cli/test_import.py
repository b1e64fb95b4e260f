"""`import` and `list --csv` as processes: whole or not at all, each refusal a sentence."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Terminal
from tests.imports.published import text, written

Run = Callable[..., subprocess.CompletedProcess[str]]
PEOPLE = "Name,Organization,Sector,Power\nAna Ruiz,Clinic,Health,4\nBo Lind,,Education,2\n"


def held(book: Path) -> list[dict[str, object]]:
    people = json.loads(book.read_text()).get("stakeholder", {})
    return sorted(people.values(), key=lambda one: str(one["order"]))


@pytest.fixture
def people(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_text(PEOPLE)
    return path


def test_people_come_in_twice_without_copies_and_go_again_with_one_undo(run: Run, book, people):
    done = run("import", book.name, people.name)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "2 added, 0 filled, 0 there already, 0 left out.\n"
    assert [(one["name"], one["power"], one["first_power"]) for one in held(book)] == [
        ("Ana Ruiz", 4, 4),
        ("Bo Lind", 2, 2),
    ]
    before = book.read_bytes()
    assert "2 there already" in run("import", book.name, people.name).stderr
    assert book.read_bytes() == before
    assert run("undo", book.name).returncode == 0
    assert held(book) == []


def test_a_dry_run_tells_line_by_line_and_changes_nothing(run: Run, book: Path, people: Path):
    run("import", book.name, people.name)
    people.write_text(PEOPLE.replace("2\n", "3\n") + "Cy Doe,,,\nA. Ruiz,Harbor,,\n")
    before = book.read_bytes()
    done = run("import", book.name, people.name, "--dry-run")
    assert done.returncode == 0
    kept = "the workbook, which keeps its own"
    assert done.stdout.splitlines() == [
        "Line 4: new: Cy Doe",
        "Line 5: likely there already: A. Ruiz, Harbor",
        "Line 3: power differs from the workbook, which keeps its own.",
        "1 added, 0 filled, 2 there already, 1 left out.",
        f"One cell differs from {kept} (--update on the command line takes the file's).",
        "Nothing was changed.",
    ]
    assert book.read_bytes() == before


def test_it_reads_standard_input_and_columns_by_another_name(run: Run, book: Path):
    done = run(
        "import", book.name, "-", "--column", "Agency=organisation", typed="name,Agency\nAna,X\n"
    )
    assert done.returncode == 0
    assert held(book)[0]["organisation"] == "X"


def test_cells_that_cannot_be_kept_are_told_one_by_one_and_nothing_comes_in(run, book, people):
    people.write_text("Name,Power\nAna,0\nBo,high\nCy,4\n")
    before = book.read_bytes()
    done = run("import", book.name, people.name)
    assert (done.returncode, done.stdout) == (2, "")
    levels = "No say; A voice; Some sway; A vote or a veto; Decides. Or write its number, 1 to 5"
    assert done.stderr.splitlines() == [
        "Line 2, column “Power”: This takes a whole number from 1 to 5.",
        f"Line 3, column “Power”: “high” is not in the list. Choose from: {levels}.",
        "workbook: 2 cells of people.csv cannot be kept; nothing was taken in.",
    ]
    assert book.read_bytes() == before


@pytest.mark.parametrize(
    ("data", "more", "code", "said"),
    [
        (b"Who,Power\nAna,4\n", (), 2, "No column holds names"),
        (b"Name\nJos\xe9\n", (), 2, "Line 2, character 4: this is not UTF-8"),
        (b"\xff\xfeN\x00", (), 2, "UTF-16"),
        (b"", (), 2, "The file is empty"),
        (b"Name\n" + b"x" * (10 << 20), (), 2, "larger than 10 MB"),
        (b"Name\nAna\n", ("--encoding", "klingon"), 2, "No encoding is called “klingon”"),
        (b"Name\nAna\n", ("--encoding", "base64"), 2, "is no encoding of text"),
        (b"Name\nAna\n", ("--column", "Fax"), 2, "HEADER=FIELD"),
        (b"Name\nAna\n", ("--column", "Fax=contct"), 2, "“contct”. Did you mean contact?"),
        (None, (), 3, "people.csv cannot be read"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_sentence(run, book, people, data, more, code, said):
    if data is None:
        people.unlink()
    else:
        people.write_bytes(data)
    before = book.read_bytes()
    done = run("import", book.name, people.name, *more)
    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr.startswith("workbook: ")
    assert done.stderr.count("\n") == 1
    assert said in done.stderr
    assert book.read_bytes() == before


def test_who_is_likely_there_needs_a_word_where_nobody_can_be_asked(run: Run, book, people):
    run("import", book.name, people.name)
    people.write_text("Name,Interest\nA. Ruiz,5\n")
    before = book.read_bytes()
    done = run("import", book.name, people.name)
    assert done.returncode == 2
    assert "--likely same, new or skip" in done.stderr
    assert book.read_bytes() == before
    assert "1 filled" in run("import", book.name, people.name, "--likely", "same").stderr
    assert held(book)[0]["interest"] == 5


@pytest.mark.slow
def test_on_a_terminal_it_asks_and_says_how_far_it_is(terminal, run: Run, book, people):
    run("import", book.name, people.name)
    rows = "".join(f"Person {n:04},Org {n}\n" for n in range(600))
    people.write_text(f"Name,Organization\n{rows}A. Ruiz,Harbor\n")
    screen: Terminal = terminal("import", book.name, people.name)
    screen.wait_for("Reading 601 rows")
    screen.wait_for("the same as “Ana Ruiz” (Clinic)?")
    screen.type("new\r")
    assert screen.end() == 0
    assert len(held(book)) == 603


def test_csv_holds_what_is_public_and_no_formula(run: Run, book: Path):
    run("add", book.name, "stakeholder", "name=Ana Ruiz", "organisation==cmd", "contact=secret",
        "power=4", "needs=-1+1", "may_be_named=yes", "sector=health")  # fmt: skip
    done = run("list", book.name, "register", "--csv")
    assert done.returncode == 0
    header, row = done.stdout.splitlines()
    assert header.startswith("id,Name,Organization,Role here,Sector,")
    assert ",Ana Ruiz,'=cmd,,Health," in row
    assert "'-1+1" in row
    assert "secret" not in done.stdout
    assert "Power" not in header
    more = run("list", book.name, "register", "--csv", "--with-private", "contact,power").stdout
    assert "secret" in more
    assert ",4," in more


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--with-private", "name"), "--with-private goes with --csv"),
        (("--csv", "--with-private", "shoe"), "“shoe” is no private field. Private are: name,"),
    ],
)
def test_a_private_field_that_is_none_is_refused(run: Run, book: Path, words, said: str):
    done = run("list", book.name, "register", *words)
    assert done.returncode == 2
    assert said in done.stderr


def test_rows_of_a_question_go_out_too(run: Run, book: Path):
    run("add", book.name, "coalition.seat-goals", "seat=Health", "now=0", "aim=1")
    done = run("list", book.name, "coalition.seat-goals", "--csv")
    assert [one.split(",")[1:] for one in done.stdout.splitlines()] == [
        ["For", "Seats now", "Of residents", "Seats we aim for", "By"],
        ["Health", "0", "", "1", ""],
    ]


@pytest.fixture
def metrics(tmp_path: Path) -> Path:
    return written(tmp_path / "county.csv", text())


def test_metrics_of_a_place_come_in_with_a_word_on_each_thing_and_go_with_one_undo(
    run: Run, book: Path, metrics: Path
):
    before = book.read_bytes()
    looked = run("import", "metrics", book.name, metrics.name, "--place", "29019", "--dry-run")
    assert (looked.returncode, looked.stderr) == (0, "")
    assert looked.stdout.endswith(
        "3 series to add, 0 to update, 0 the same as before.\nNothing was changed.\n"
    )
    assert book.read_bytes() == before
    done = run(
        "import", "metrics", book.name, metrics.name, "--place", "Boone, MO", "--peer", "29077"
    )
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("Boone County, Missouri (29019): 3 metrics of 3 predictors, 2020")
    assert "To compare with: Greene County, Missouri.\n" in done.stderr
    listed = run("list", book.name, "metric_series").stdout
    assert "Adults 25 to 54 with a job" in listed
    again = run("import", "metrics", book.name, metrics.name, "--place", "17007").stderr
    assert "The workbook has 2 places of its own: Boone County, Missouri; Boone County, I" in again
    assert run("undo", book.name).returncode == 0
    assert run("undo", book.name).returncode == 0
    assert json.loads(book.read_text()).get("metric_series", {}) == {}


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (
            "Boone County",
            "2 places are called “Boone County”: Boone County, Illinois (17007); Boone",
        ),
        ("99999", "No county in the file has the code 99999."),
        ("", "Which county is it?"),
    ],
)
def test_a_place_that_is_not_clear_is_refused(
    run: Run, book: Path, metrics: Path, refused, place: str, said: str
):
    done = run("import", "metrics", book.name, metrics.name, "--place", place, "--no-input")
    assert said in refused(done, 2)


def test_a_metrics_file_that_breaks_off_changes_nothing(run: Run, book: Path, metrics: Path):
    metrics.write_text(metrics.read_text()[:-30])
    before = book.read_bytes()
    done = run("import", "metrics", book.name, metrics.name, "--place", "29019")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "breaks off" in done.stderr
    assert book.read_bytes() == before


def test_which_place_is_meant_is_asked_on_a_terminal(terminal, book: Path, metrics: Path):
    one: Terminal = terminal(
        "import", "metrics", book.name, metrics.name, "--place", "Boone County"
    )
    one.wait_for("Which “Boone County”?")
    assert "2. Boone County, Missouri (29019)" in one.shown
    one.type("2\r")
    assert one.end() == 0
    assert {
        one["place_code"] for one in json.loads(book.read_text())["metric_series"].values()
    } == {"29019"}
