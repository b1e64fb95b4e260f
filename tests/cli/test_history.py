"""The history in sentences, states under a name, what two states differ in, and going back."""

import datetime
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import TODAY
from tests.screens.conftest import EXAMPLE
from workbook.cli.main import main
from workbook.curriculum import Curriculum
from workbook.records import TYPES
from workbook.session import Session, open_session
from workbook.store.beside import Beside

ACTIVITY, CASE = "act-377d7hb7", "embarking.case-for-change"
WALK = "“Data walk, school gym”"
Say = Callable[..., str]


class Days:
    """A clock that goes on by an hour with each look, from a day of May 2026."""

    def __init__(self, day: int) -> None:
        self.at = datetime.datetime(2026, 5, day, 12, tzinfo=datetime.UTC)

    def __call__(self) -> str:
        self.at += datetime.timedelta(seconds=20)
        return self.at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "our.workbook.json"
    path.write_bytes(EXAMPLE.read_bytes())
    return path


@pytest.fixture
def at(book: Path, curriculum: Curriculum):
    """Lets a person change the example on a day of May 2026."""

    def change(who: str, day: int, *changes: Callable[[Session], object]) -> None:
        session = open_session(book, curriculum, who=who, today=TODAY, clock=Days(day))
        for one in changes:
            one(session)
            session.plan.settle()
        session.save()
        session.close()

    return change


@pytest.fixture
def say(book: Path, capsys: pytest.CaptureFixture[str]) -> Say:
    """Runs a verb on the workbook and gives what it wrote; `fails` is its exit code."""

    def run(verb: str, *words: str, fails: int = 0) -> str:
        assert main([verb, str(book), *words, "--as", "Ana"]) == fails
        said = capsys.readouterr()
        return said.err if fails else said.out or said.err

    return run


def put(id: str, value: Any, field: str = "") -> Callable[[Session], object]:
    return lambda session: session.plan.put(id, value, field)


def first(session: Session, type: str) -> str:
    return session.plan.records(TYPES[type])[0].id


def cheaper(session: Session) -> None:
    case = session.plan.answer(CASE)
    session.plan.put(CASE, case.replace("about $4,100", "about $4,300"))


def score(session: Session) -> None:
    id = first(session, "priority")
    session.plan.put(id, session.plan.record(id).data["scores"] | {"momentum": 2}, "scores")


EDITS: list[Callable[[Session], object]] = [
    put(ACTIVITY, 2, "level"),
    put(ACTIVITY, ["childcare"], "supports"),
    put(ACTIVITY, "2027-01-05", "starts"),
    cheaper,
    lambda one: one.plan.remove(first(one, "risk")),
    lambda one: one.plan.add("risk", {"event": "The grant ends early"}),
    lambda one: one.plan.put(first(one, "finding"), None, "most_affected"),
    score,
    put(ACTIVITY, ["A driver nobody knows"], "host"),
    put("workbook.community", "Prairie Fork and Halden"),
]
SENTENCES = f"""
“Their power” of the activity {WALK} changed from Involve to Consult.
“Supports” of the activity {WALK} lost Food and Interpretation.
“Begins” of the activity {WALK} changed from April 9, 2026 to January 5, 2027.
“Our case” changed from “…the county about $4,100 in shelter, court…” to \
“…the county about $4,300 in shelter, court…”.
The risk “A new commission chair after the November 2026 election” was removed.
The risk “The grant ends early” was added.
“Most affected” of the finding “F1 Homes that people with the lowest incomes can rent are s…” \
was emptied; it was “Black renters and parents with an eviction record”.
“Scores” of the priority “1 Fair, reachable housing” now has Momentum 2 in place of Momentum 4.
“Host” of the activity {WALK} gained a person not named here and lost Rev. Alan Tate.
“Community” changed from “Prairie Fork County” to “Prairie Fork and Halden”.
""".strip().splitlines()
"""Ten edits of the example, and the sentence of each."""


@pytest.fixture
def ten(at) -> None:
    at("Ben", 3, *EDITS[:5])
    at("Ana", 7, *EDITS[5:])


def test_ten_edits_are_ten_sentences_a_board_can_read(ten: None, say: Say):
    text = say("compare", "0")
    items = [one[2:] for one in text.splitlines() if one.startswith("- ")]
    assert sorted(items) == sorted(SENTENCES)
    headings = [one for one in text.splitlines() if one.startswith("#")]
    assert headings[0] == "# What changed in Prairie Fork and Halden"
    assert [one for one in headings if one.startswith("## ")] == [
        "## 1 Embarking", "## 3 Engaging the community", "## 4 Understanding conditions",
        "## 7 Sustaining the work",
    ]  # fmt: skip
    assert "### Activities" in headings
    assert ACTIVITY not in text


def test_the_same_as_json_and_nothing_where_nothing_changed(ten: None, say: Say):
    found = json.loads(say("compare", "0", "now", "--json"))
    assert (found["schema"], len(found["changes"])) == ("compare/1", 10)
    level = next(one for one in found["changes"] if one["field"] == "level")
    assert (level["was"], level["now"], level["id"]) == ("Involve", "Consult", ACTIVITY)
    assert (level["chapter"], level["step"]) == ("engaging", "activities")
    assert "Nothing changed that can be told here." in say("compare", "now")


def test_a_day_a_number_a_snapshot_and_a_file_are_states(ten: None, say: Say, book: Path):
    assert say("compare", "2026-05-03").count("\n- ") == 5
    assert say("compare", "2026-05-03", "2026-05-07").count("\n- ") == 5
    noon = datetime.datetime(2026, 5, 3, 12, 0, tzinfo=datetime.UTC).astimezone()
    assert 5 < say("compare", f"{noon:%Y-%m-%dT%H:%M}").count("\n- ") < 10
    assert say("compare", "9").count("\n- ") == 1
    assert say("compare", str(EXAMPLE)).count("\n- ") == 10
    say("snapshot", "Board, May 2026")
    main(["set", str(book), "workbook.place", "Elsewhere", "--as", "Ana"])
    text = say("compare", "board, may 2026")
    assert text.count("\n- ") == 1
    assert "From: the snapshot “Board, May 2026” of " in text


def test_a_backup_is_a_state_by_its_date_where_no_history_reaches(ten: None, say: Say, book: Path):
    [kept, *_] = sorted(Beside(book).backups.iterdir(), reverse=True)
    kept.rename(kept.with_name(f"20260110T093000{kept.name[15:]}"))
    text = say("compare", "2026-01-31")
    assert "From: the backup of January 10, 2026, " in text
    assert text.count("\n- ") == 5
    assert "The first day is 2026-01-10." in say("compare", "2026-01-01", fails=2)


def test_a_state_that_cannot_be_had_is_said_with_the_first_that_can(ten: None, say: Say):
    assert "The first day is 2026-05-03." in say("compare", "2026-05-02", fails=2)
    assert "has no number 11; it goes from 1 to 10." in say("compare", "11", fails=2)
    assert "is no snapshot, day" in say("compare", "Bord", fails=2)
    assert "no day of the calendar" in say("compare", "2026-02-30", fails=2)
    assert "CLEAR" not in say("compare", "\x1b[2JCLEAR".replace("CLEAR", ""), fails=2)


def test_the_history_tells_who_when_and_what_the_newest_last(ten: None, say: Say):
    lines = say("history").splitlines()
    assert len(lines) == 10
    local = datetime.datetime(2026, 5, 3, 12, 0, 20, tzinfo=datetime.UTC).astimezone()
    assert lines[0] == f"1  {local:%Y-%m-%d %H:%M}  Ben: {SENTENCES[0]}"
    assert lines[-1].endswith(SENTENCES[-1])
    assert [one.split()[0] for one in say("history", "--last", "2").splitlines()] == ["9", "10"]
    assert say("history", "--by", "ben").count("\n") == 5
    assert say("history", "--since", "2026-05-05").count("\n") == 5
    assert say("history", ACTIVITY).count("\n") == 4
    assert "day such as" in say("history", "--since", "May", fails=2)
    assert "No record has the id" in say("history", "act-00000000", fails=2)


def test_the_history_as_json_says_what_takes_what_back(ten: None, say: Say):
    say("undo")
    found = json.loads(say("history", "--last", "1", "--json"))
    assert found["schema"] == "history/1"
    [edit] = found["edits"]
    assert (edit["number"], edit["undoes"], edit["who"]) == (11, 10, "Ana")
    [change] = edit["changes"]
    assert (change["was"], change["now"]) == ("“Prairie Fork and Halden”", "“Prairie Fork County”")


def test_what_was_removed_is_told_by_its_name_and_many_as_a_count(at, say: Say):
    def gone(session: Session) -> None:
        session.plan.put(ACTIVITY, "2026-06-01", "ends")
        session.plan.settle()
        session.plan.remove(ACTIVITY)

    at("Ben", 3, gone, lambda one: one.plan.take_in("risk", [{"event": str(n)} for n in range(30)]))
    text = say("history")
    assert f"“Ends” of the activity {WALK} is now June 1, 2026; it was empty." in text
    assert f"The activity {WALK} was removed." in text
    assert "Ben: 30 risks added.\n" in text
    assert "30 risks were added." in say("compare", "0")


def test_what_is_private_is_counted_and_told_only_where_it_is_named(at, say: Say):
    at("Ben", 3, lambda one: one.plan.put(first(one, "stakeholder"), 2, "power"))
    assert "Not told: 1 of what is private, or of votes." in say("history")
    assert "“Power” of the stakeholder" in say("history", "--with-private", "power")
    assert "“Power” of the stakeholder" not in say("history", "--with-private", "interest")


def test_an_import_and_a_torn_line_stop_nothing(ten: None, say: Say, book: Path):
    with Beside(book).history.open("ab") as file:
        file.write(b'{"n": 99, "at": "now", "edits": [\n\xff\n')
    assert say("history").count("\n") == 10
    assert say("compare", "0").count("\n- ") == 10


def test_undo_says_what_a_colleague_changed_since_and_is_forced_as_a_new_change(
    at, say: Say, book: Path
):
    at("Ana", 3, put(ACTIVITY, 2, "level"))
    at("Ben", 4, put(ACTIVITY, 4, "level"))
    said = say("undo", fails=2)
    assert (
        "This was changed after you, by Ben: “Their power” of the activity "
        f"{WALK}, Consult → Collaborate. Taken back all the same: Collaborate → Involve. To do it: "
    ) in said
    assert say("get", ACTIVITY, "level").startswith("4")
    said = say("undo", "--force")
    assert said == f"Taken back: “Their power” of the activity {WALK}, Collaborate → Involve.\n"
    assert say("history", "--last", "1").endswith(
        "changed from Collaborate to Involve. (takes back 1)\n"
    )
    assert say("compare", "2").count("\n- ") == 1


def test_what_was_removed_since_cannot_be_taken_back_into_nothing(at, say: Say):
    at("Ana", 3, put(ACTIVITY, 2, "level"))
    at("Ben", 4, lambda one: one.plan.remove(ACTIVITY))
    for words in ((), ("--force",)):
        said = say("undo", *words, fails=2)
        assert f"The activity {WALK} was removed since, by Ben; there is nothing" in said


def test_one_field_one_record_and_everything_are_put_back_as_a_new_change(
    ten: None, say: Say, book: Path
):
    before = book.read_bytes()
    said = say("restore", "0", ACTIVITY, "level", "--dry-run")
    assert said == f"“Their power” of the activity {WALK} changed from Consult to Involve.\n"
    assert book.read_bytes() == before
    say("restore", "0", ACTIVITY, "level")
    assert say("get", ACTIVITY, "level").startswith("3")
    assert say("compare", "0").count("\n- ") == 9
    say("restore", "0", ACTIVITY)
    assert say("compare", "0").count("\n- ") == 6
    say("restore", "0")
    assert json.loads(book.read_text()) == json.loads(EXAMPLE.read_text())
    assert "Nothing to put back" in say("restore", "0")
    say("undo")
    assert say("compare", "0").count("\n- ") == 6


def test_a_restore_of_what_was_not_there_is_refused(ten: None, say: Say, book: Path):
    added = list(json.loads(book.read_text())["risk"])
    new = next(one for one in added if one not in json.loads(EXAMPLE.read_text())["risk"])
    assert "was not there yet (before the first change)" in say("restore", "0", new, fails=2)
    assert "neither now nor" in say("restore", "0", "act-00000000", fails=2)
    assert "has no field “levl”" in say("restore", "0", ACTIVITY, "levl", fails=2)
    assert "has no fields" in say("restore", "0", "workbook.community", "x", fails=2)


def test_snapshots_are_listed_stay_and_go_only_when_removed(say: Say, book: Path):
    assert say("snapshot", "Board, May 2026") == "Kept: “Board, May 2026”.\n"
    assert "already; nothing was written" in say("snapshot", "board,  may 2026", fails=2)
    assert say("snapshot", "--list").startswith("Board, May 2026\t")
    listed = json.loads(say("snapshot", "--json"))
    assert [one["name"] for one in listed["snapshots"]] == ["Board, May 2026"]
    [kept] = Beside(book).snapshots.iterdir()
    assert kept.stat().st_mode & 0o777 == 0o600
    assert "No snapshot is called “Bord”." in say("snapshot", "--remove", "Bord", fails=2)
    assert say("snapshot", "--remove", "Board, May 2026").startswith("Removed")
    assert not list(Beside(book).snapshots.iterdir())
    assert "Give the name" in say("snapshot", fails=2)


@pytest.mark.parametrize(
    "name",
    [
        "../x",
        "now",
        "12",
        "2026-05-01",
        " ",
        "x" * 51,
        ".hidden",
        "--x",
        "a\0/b",
        "C:\\x",
        "a~b",
        "x.",
    ],
)
def test_a_name_that_is_none_is_refused_in_a_sentence(say: Say, book: Path, name: str):
    main(["snapshot", str(book), "--as", "Ana", "--", name])
    assert not [one for one in book.parent.rglob("*") if one.parent.name == "snapshots"]
