"""`workbook language`: advice by line and as JSON, kept with a reason, nothing private."""

import json
from pathlib import Path

import pytest

from tests.cli.test_check import Refused, Run

PLACE = "workbook.place"


@pytest.fixture
def advised(run: Run, book: Path) -> Path:
    """A workbook with one text that is advised on."""
    run("set", book.name, PLACE, "We serve the poor, and “the poor” wait.")
    return book


def data(run: Run, book: Path) -> dict:
    found: dict = json.loads(run("language", book.name, "--json").stdout)
    return found


def test_a_new_workbook_has_nothing_to_tell(run: Run, book: Path):
    done = run("language", book.name)
    assert (done.returncode, done.stdout) == (0, "")
    assert "No word was met" in done.stderr
    assert data(run, book) == {"schema": "language/1", "advice": [], "kept": []}


def test_each_piece_says_where_why_by_whom_and_what_instead(run: Run, advised: Path):
    [one] = data(run, advised)["advice"]
    assert (one["word"], one["severity"], one["where"], one["field"], one["step"]) == (
        "the-poor", "A", PLACE, None, "place",
    )  # fmt: skip
    assert (one["start"], one["end"], one["text"]) == (9, 17, "the poor")
    assert one["reason"]
    assert "families with low incomes" in one["instead"]
    assert "The Chicago School" in one["source"]
    lines = run("language", advised.name).stdout.splitlines()
    assert lines[0].startswith("A: We serve »the poor«, and “the poor”")
    assert lines[0].endswith(f"[the-poor, {PLACE}]")
    assert lines[1].startswith("    → people experiencing poverty")
    assert "The Chicago School" in lines[2]


@pytest.mark.parametrize(("least", "code"), [("A", 1), ("B", 1), ("C", 1)])
def test_it_fails_only_where_that_is_asked(run: Run, advised: Path, least: str, code: int):
    assert run("language", advised.name).returncode == 0
    assert run("language", advised.name, "--fail-on", least).returncode == code


def test_a_weaker_one_does_not_fail_a_stronger_wish(run: Run, book: Path):
    run("set", book.name, PLACE, "Our clients")
    assert run("language", book.name, "--fail-on", "B").returncode == 0
    assert run("language", book.name, "--fail-on", "C").returncode == 1


def test_one_is_kept_with_a_reason_and_taken_up_again(run: Run, advised: Path):
    done = run("language", advised.name, "--keep", "the-poor", PLACE, "--reason", "Ana's word")
    assert (done.returncode, done.stdout) == (0, "")
    found = data(run, advised)
    assert found["advice"] == []
    assert found["kept"][0]["kept_because"] == "Ana's word"
    assert "    Why: Ana's word" in run("language", advised.name).stdout
    assert run("language", advised.name, "--fail-on", "A").returncode == 0
    assert run("language", advised.name, "--take-up", "the-poor", PLACE).returncode == 0
    assert len(data(run, advised)["advice"]) == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--keep", "the-pour", PLACE, "--reason", "x"), "Did you mean the-poor?"),
        (("--keep", "the-poor", "workbook.why-now", "--reason", "x"), "lists what there is"),
        (("--keep", "the-poor", PLACE), "Say why it is kept"),
        (("--take-up", "the-poor", PLACE), "is not kept at"),
        (("--reason", "x"), "give --keep WORD PLACE too"),
        (("--keep", "the-poor", PLACE, "--fail-on", "A"), "ask for the advice by itself"),
        (("--keep", "a", "b", "--take-up", "a", "b"), "not both"),
        (("--replace", "the-poor", PLACE), "go together"),
        (("--everywhere",), "give --keep WORD PLACE too"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    run: Run, advised: Path, refused: Refused, words: tuple[str, ...], said: str
):
    before = advised.read_bytes()
    assert said in refused(run("language", advised.name, *words), 2)
    assert advised.read_bytes() == before


def test_a_private_text_is_not_looked_at_here(run: Run, book: Path):
    run("add", book.name, "stakeholder", "name=Ana Ruiz", "lived_experience=One of the poor")
    assert data(run, book)["advice"] == []


def test_how_the_edition_for_everyone_reads_is_told_by_section_and_kept(run: Run, book: Path):
    long = " ".join(["and a neighbor came"] * 7) + "."
    run("set", book.name, "embarking.key-message", f"A stakeholder spoke. {long}")
    lines = run("language", book.name, "--public").stdout.splitlines()
    assert lines[0].startswith("In brief")
    assert "ease" in lines[0]
    assert lines[1].startswith("All of it")
    place = "embarking.key-message"
    assert any(one.endswith(f"[long-sentence, {place}]") for one in lines)
    assert run("language", book.name, "--keep", "long-sentence", place, "--reason", "A chant").returncode == 0  # noqa: E501  # fmt: skip
    found = json.loads(run("language", book.name, "--public", "--json").stdout)
    assert [one["word"] for one in found["advice"]] == ["unexplained-stakeholder"]
    assert [one["kept_because"] for one in found["kept"]] == ["A chant"]
    assert found["grade"] > 0
    assert [one["step"] for one in found["sections"]] == ["messages"]
    said = run("export", book.name, "--edition", "public", "-o", "-").stderr
    assert "not explained: Stakeholder" in said


def test_the_words_are_written_otherwise_in_their_place_and_undo_takes_it_back(
    run: Run, advised: Path
):
    new = "people [with] little"
    done = run("language", advised.name, "--replace", "the-poor", PLACE, "--with", new)
    assert (done.returncode, done.stdout) == (0, "")
    kept = run("get", advised.name, PLACE).stdout.strip()
    assert kept == "We serve people [with] little, and “the poor” wait."
    assert run("undo", advised.name).returncode == 0
    assert run("get", advised.name, PLACE).stdout.startswith("We serve the poor,")


def test_a_word_is_kept_in_the_whole_plan_as_one_of_the_teams_own(run: Run, advised: Path):
    words = ("--keep", "the-poor", PLACE, "--everywhere", "--reason", "The name of a club")
    assert run("language", advised.name, *words).returncode == 0
    assert data(run, advised)["advice"] == []
    assert "the poor" in run("list", advised.name, "embarking.own-words").stdout
