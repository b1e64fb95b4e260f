"""Where the MAP is written, what it may replace, and what is said beside it."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from workbook.curriculum import Curriculum

Run = Callable[..., subprocess.CompletedProcess[str]]


def export(run: Run, book: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return run("export", book.name, *words)


def test_it_is_written_beside_the_workbook_and_nothing_on_standard_output(run: Run, book: Path):
    done = export(run, book)
    assert (done.returncode, done.stdout) == (0, "")
    text = (book.parent / "our.map.md").read_text()
    assert text.startswith("# ")
    assert "Prairie Fork County" in text


def test_to_standard_output_goes_the_plan_and_nothing_else(run: Run, book: Path):
    done = export(run, book, "-o", "-")
    assert export(run, book).returncode == 0
    assert done.stdout == (book.parent / "our.map.md").read_text()


def test_the_same_plan_and_day_give_the_same_bytes(run: Run, book: Path):
    first, second = (export(run, book, "-o", "-", "--date", "2027-01-02").stdout for _ in "ab")
    assert first == second
    assert "January 2, 2027" in first or "2027-01-02" in first


def test_a_plan_with_a_day_of_its_own_is_written_on_that_day(run: Run, book: Path):
    run("set", book.name, "workbook.as-of", "2026-05-20")
    assert "As of May 20, 2026" in export(run, book, "-o", "-").stdout
    assert "As of January 2, 2027" in export(run, book, "-o", "-", "--date", "2027-01-02").stdout


def test_what_is_not_written_yet_is_listed_on_standard_error(run: Run, book: Path):
    assert "chapter" in export(run, book).stderr.lower()
    assert export(run, book, "--quiet").stderr == ""


def test_our_own_untouched_export_is_replaced(run: Run, book: Path):
    assert export(run, book).returncode == 0
    run("set", book.name, "workbook.community", "Elsewhere")
    assert export(run, book).returncode == 0
    assert "Elsewhere" in (book.parent / "our.map.md").read_text()


def test_an_export_that_somebody_edited_needs_force(run: Run, book: Path):
    export(run, book)
    out = book.parent / "our.map.md"
    out.write_text("my own words\n")
    done = export(run, book)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "--force" in done.stderr
    assert out.read_text() == "my own words\n"
    assert export(run, book, "--force").returncode == 0
    assert "Prairie Fork" in out.read_text()
    assert export(run, book).returncode == 0


def test_somebodys_file_needs_force(run: Run, book: Path):
    out = book.parent / "letter.md"
    out.write_text("Dear all\n")
    assert export(run, book, "-o", "letter.md").returncode == 2
    assert out.read_text() == "Dear all\n"


def test_an_export_moved_elsewhere_with_its_workbook_is_still_ours(run: Run, book: Path):
    export(run, book)
    moved = book.parent / "moved"
    moved.mkdir()
    for name in (book.name, f"{book.name}.d", "our.map.md"):
        (book.parent / name).rename(moved / name)
    run("set", "moved/our.workbook.json", "workbook.community", "Elsewhere")
    assert run("export", "moved/our.workbook.json").returncode == 0


@pytest.mark.parametrize(
    "where", ["no/such/folder/plan.md", ".", "our.workbook.json/plan.md", "x" * 300]
)
def test_a_place_that_cannot_be_written_is_a_failed_write(run: Run, book: Path, where: str):
    done = export(run, book, "-o", where, "--force")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (5, "", 1), done.stderr


def test_a_folder_without_the_right_to_write_is_a_failed_write(run: Run, book: Path):
    closed = book.parent / "closed"
    closed.mkdir()
    closed.chmod(0o555)
    done = export(run, book, "-o", "closed/plan.md")
    assert (done.returncode, done.stderr.count("\n")) == (5, 1), done.stderr
    assert list(closed.iterdir()) == []


def test_a_link_is_never_followed(run: Run, book: Path):
    secret, out = book.parent / "secret.txt", book.parent / "our.map.md"
    secret.write_text("secret\n")
    out.symlink_to(secret)
    assert export(run, book).returncode == 2
    assert export(run, book, "--force").returncode == 0
    assert secret.read_text() == "secret\n"
    assert not out.is_symlink()


def test_what_is_no_file_is_left_alone(run: Run, book: Path):
    os.mkfifo(book.parent / "pipe")
    done = export(run, book, "-o", "pipe", "--force")
    assert (done.returncode, done.stderr.count("\n")) == (5, 1)
    assert (book.parent / "pipe").is_fifo()


def test_the_mode_of_the_file_is_kept(run: Run, book: Path):
    export(run, book)
    out = book.parent / "our.map.md"
    out.chmod(0o640)
    run("set", book.name, "workbook.community", "Elsewhere")
    export(run, book)
    assert out.stat().st_mode & 0o777 == 0o640


def test_nothing_is_left_beside_it(run: Run, book: Path):
    export(run, book)
    export(run, book, "-o", "second.md")
    ours = {"our.workbook.json", "our.workbook.json.d", "our.map.md", "second.md"}
    assert {one.name for one in book.parent.iterdir()} <= ours


def test_a_workbook_in_a_read_only_folder_can_be_exported_elsewhere(run: Run, book: Path):
    run("status", book.name)
    inner = book.parent / "inner"
    inner.mkdir()
    book.rename(inner / book.name)
    inner.chmod(0o555)
    done = run("export", f"inner/{book.name}", "-o", "plan.md")
    inner.chmod(0o755)
    assert done.returncode == 0, done.stderr
    assert (book.parent / "plan.md").is_file()


def test_a_name_without_end_is_said_in_a_short_sentence(run: Run, book: Path):
    done = export(run, book, "-o", "x" * 10_000)
    assert (done.returncode, done.stderr.count("\n")) == (5, 1)
    assert len(done.stderr) < 400


def test_a_draft_says_so_and_a_clean_plan_does_not(run: Run, book: Path):
    draft = export(run, book, "-o", "-", "--draft").stdout
    clean = export(run, book, "-o", "-", "--clean").stdout
    assert "draft" in draft.lower()
    assert "Not yet written" in draft
    assert "Not yet written" not in clean


def test_the_page_for_a_browser_is_written_beside_it_and_replaced_like_the_plan(
    run: Run, book: Path
):
    assert export(run, book, "--to", "html").returncode == 0
    page = book.parent / "our.map.html"
    assert page.read_text().startswith("<!doctype html>")
    page.write_text("my own words")
    assert export(run, book, "--to", "html").returncode == 2
    assert page.read_text() == "my own words"


@pytest.mark.parametrize(
    ("words", "name"),
    [(("--to", "docx"), "our.map.docx"), (("--document", "charter"), "our.charter.md"),
     (("--document", "faq", "--to", "html"), "our.faq.html")],
)  # fmt: skip
def test_whatever_is_written_is_replaced_until_somebody_edits_it(
    run: Run, book: Path, words: tuple[str, ...], name: str
):
    assert export(run, book, *words).returncode == 0
    run("set", book.name, "workbook.community", "Elsewhere")
    before = (book.parent / name).read_bytes()
    assert export(run, book, *words).returncode == 0
    edited = (book.parent / name).read_bytes() + b"mine"
    assert edited != before + b"mine"
    (book.parent / name).write_bytes(edited)
    done = export(run, book, *words)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "--force" in done.stderr
    assert (book.parent / name).read_bytes() == edited


def test_a_document_is_asked_for_by_name(run: Run, book: Path):
    done = export(run, book, "--document", "preparedness")
    assert done.returncode == 0
    assert (
        (book.parent / "our.preparedness.md")
        .read_text()
        .startswith("# Prairie Fork County: preparedness plan")
    )
    assert "Not yet written: What we decided (chapter 1" in done.stderr
    done = export(run, book, "--document", "prepared")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "No document is called “prepared”; there are map, preparedness" in done.stderr
    told = (
        " ".join(done.stderr.split()).partition("there are map, ")[2].partition(".")[0].split(", ")
    )
    asked = "".join(run("export", "--help").stdout.split())
    assert all(one in asked for one in told)


def test_it_is_written_for_a_tool_and_only_the_section_that_is_asked_for(run: Run, book: Path):
    done = export(run, book, "-o", "-", "--flavor", "plain", "--section", "our priorities")
    assert done.stdout.startswith("Our priorities\n==============\n")
    wrong = export(run, book, "--flavor", "word")
    assert (wrong.returncode, wrong.stdout, wrong.stderr.count("\n")) == (2, "", 1)
    assert "commonmark" in wrong.stderr
    none = export(run, book, "--section", "our prioritys")
    assert (none.returncode, none.stdout) == (2, "")
    assert "did you mean “Our priorities”" in none.stderr
    assert not (book.parent / "our.map.md").exists()


def test_the_help_names_every_flavor(run: Run, curriculum: Curriculum):
    said = " ".join(run("export", "--help").stdout.split())
    assert all(one in said for one in curriculum.flavors)


def test_a_plan_in_several_files_is_written_into_the_folder(run: Run, book: Path):
    done = export(run, book, "--split", "site", "--flavor", "hugo")
    assert (done.returncode, done.stdout) == (0, "")
    assert (book.parent / "site/hugo.toml").is_file()
    assert "Prairie Fork" in (book.parent / "site/content/_index.md").read_text()
    both = export(run, book, "--split", "site", "-o", "-")
    assert (both.returncode, both.stdout, both.stderr.count("\n")) == (2, "", 1)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("--split site --to html", "Give --split or --to, not both."),
        ("--split site --document faq", "Give --split or --document, not both."),
        ("--to html --flavor hugo", "Give --to or --flavor, not both."),
    ],
)
def test_two_choices_that_do_not_go_together_are_refused(
    run: Run, book: Path, words: str, said: str
):
    done = export(run, book, *words.split())
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"workbook: {said}\n")
