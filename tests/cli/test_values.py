"""get, set, add, list, remove, undo: what is written can be read, and taken back."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


def well(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_an_answer_is_set_and_read(run: Run, book: Path):
    assert well(run("set", book.name, "workbook.place", "Prairie Fork, its renters")) == ""
    assert well(run("get", book.name, "workbook.place")) == "Prairie Fork, its renters\n"


def test_an_answer_that_is_not_there_is_empty(run: Run, book: Path):
    assert well(run("get", book.name, "workbook.place")) == ""
    assert json.loads(well(run("get", book.name, "workbook.place", "--json")))["value"] is None


def test_a_value_is_read_from_standard_input(run: Run, book: Path):
    text = "First paragraph.\n\nSecond — with “quotes”.\n"
    well(run("set", book.name, "embarking.case-for-change", "-", typed=text))
    assert well(run("get", book.name, "embarking.case-for-change")) == text


def test_bytes_that_are_no_text_are_left_out_with_a_notice(run: Run, book: Path):
    done = run("set", book.name, "embarking.case-for-change", "-", typed="caf\udce9 ole\x1b")
    assert "2 characters that cannot be shown were left out." in done.stderr
    assert well(run("get", book.name, "embarking.case-for-change")) == "caf ole\n"


def test_a_value_that_begins_with_a_dash_stands_after_two(run: Run, book: Path):
    well(run("set", book.name, "embarking.case-for-change", "--", "- one\n- two"))
    assert well(run("get", book.name, "embarking.case-for-change")) == "- one\n- two\n"


def test_an_empty_value_empties(run: Run, book: Path):
    well(run("set", book.name, "workbook.place", "Prairie"))
    well(run("set", book.name, "workbook.place", ""))
    assert well(run("get", book.name, "workbook.place")) == ""


def test_a_date_may_be_written_as_people_here_write_it(run: Run, book: Path):
    well(run("set", book.name, "release.date", "6/3/2027"))
    assert (
        json.loads(well(run("get", book.name, "release.date", "--json")))["value"] == "2027-06-03"
    )
    assert well(run("get", book.name, "release.date")) == "June 3, 2027\n"
    id = add(run, book, "activity", "title=Supper", "starts=Sept 9, 2027")
    assert well(run("get", book.name, id, "starts")) == "September 9, 2027\n"


COUNTED = """
id = "engaging"
[[step]]
id = "activities"
[[step.prompt]]
id = "engaging.chairs"
kind = "rows"
name = "Chairs"
ask = "How many chairs are there?"
why = "Who stands at the back goes home early."
one = "room"
many = "rooms"
empty = "A room and its chairs."
columns = ["room", "chairs"]
map = "coalition.engagement"
lead = "Chairs"
field = [
  { id = "room", kind = "line", name = "Room", ask = "Which room?" },
  { id = "chairs", kind = "number", decimals = false, name = "Chairs", ask = "How many?" },
]
"""


def test_content_may_ask_for_a_whole_number(run: Run, book: Path, tmp_path: Path):
    (tmp_path / "over").mkdir()
    (tmp_path / "over" / "3-engaging.toml").write_text(COUNTED)
    words = ("add", book.name, "engaging.chairs", "--content", "over", "room=Gym")
    for typed in ("chairs=12.5", "chairs=many"):
        done = run(*words, typed)
        assert (done.returncode, done.stdout) == (2, ""), done.stderr
        assert "Write a whole number such as 12." in done.stderr
    well(run(*words, "chairs=12"))


def test_setting_the_same_again_leaves_the_file_as_it_is(run: Run, book: Path):
    well(run("set", book.name, "workbook.place", "Prairie"))
    before = (book.read_bytes(), book.stat().st_mtime_ns)
    well(run("set", book.name, "workbook.place", "Prairie"))
    assert (book.read_bytes(), book.stat().st_mtime_ns) == before


def add(run: Run, book: Path, *words: str) -> str:
    id = well(run("add", book.name, *words))
    assert re.fullmatch(r"[a-z]{3}-[0-9a-z]{8}\n", id)
    return id.strip()


def test_a_record_is_added_read_changed_and_removed(run: Run, book: Path):
    id = add(run, book, "stakeholder", "name=Ana Ruiz", "power=4")
    assert well(run("get", book.name, id, "name")) == "Ana Ruiz\n"
    assert well(run("get", book.name, id)).splitlines()[0] == "name: Ana Ruiz"
    well(run("set", book.name, id, "power", "2"))
    well(run("set", book.name, id, "paid=yes"))
    well(run("set", book.name, id, 'owner:=["Ben Cole"]'))
    fields = json.loads(well(run("get", book.name, id, "--json")))["fields"]
    assert (fields["power"], fields["paid"], fields["owner"]) == (2, True, ["Ben Cole"])
    well(run("remove", book.name, id))
    assert run("get", book.name, id).returncode == 2


def test_the_id_of_a_new_record_is_all_that_is_printed(run: Run, book: Path):
    done = run("add", book.name, "stakeholder", "name=Ana", "--json")
    assert json.loads(done.stdout)["id"].startswith("stk-")
    assert done.stderr == ""


def test_json_stands_for_what_is_no_text(run: Run, book: Path):
    id = add(run, book, "activity", "title=Supper", 'supports:=["childcare"]', "staff_hours:=4.5")
    found = json.loads(well(run("get", book.name, id, "--json")))["fields"]
    assert (found["supports"], found["staff_hours"]) == (["childcare"], 4.5)
    assert found["title"] == "Supper"


def test_a_step_names_the_records_of_its_table(run: Run, book: Path):
    add(run, book, "activities", "title=Supper")
    assert well(run("list", book.name, "activity")) == well(run("list", book.name, "activities"))


def test_a_list_has_an_id_a_name_and_columns_parted_by_tabs(run: Run, book: Path):
    id = add(run, book, "activity", "title=Supper\twith neighbors", "starts=2026-06-01")
    cells = well(run("list", book.name, "activity")).rstrip("\n").split("\t")
    assert cells[:2] == [id, "Supper with neighbors"]


def test_a_list_shows_nothing_private_and_get_does(run: Run, book: Path):
    id = add(run, book, "stakeholder", "name=Ana Ruiz", "organisation=Food bank", "worries=secret")
    for words in ((), ("--json",)):
        shown = well(run("list", book.name, "stakeholder", *words))
        assert "Food bank" in shown
        assert "secret" not in shown
        assert "Ana Ruiz" not in shown
    assert well(run("get", book.name, id, "worries")) == "secret\n"


def test_a_list_says_once_that_names_are_withheld_and_how_to_see_one(run: Run, book: Path):
    ana = add(run, book, "stakeholder", "name=Ana Ruiz", "role=Organizer")
    ben = add(run, book, "stakeholder", "name=Ben Cole", "organization=Food bank")
    said = "Names are withheld of people who have not agreed to be named. "
    said += "To see a name: workbook get our.workbook.json ID\n"
    for words in ((), ("--json",)):
        done = run("list", book.name, "stakeholder", *words)
        assert done.stderr == said
        assert all(one in done.stdout for one in (ana, ben, "Organizer", "Food bank"))
        assert run("list", book.name, "stakeholder", "--quiet", *words).stderr == ""
    assert "name: Ana Ruiz\n" in well(run("get", book.name, ana))


def test_a_name_that_is_withheld_in_a_column_is_said_too(run: Run, book: Path):
    ana = add(run, book, "stakeholder", "name=Ana Ruiz")
    add(run, book, "workgroup", "name=Data", f"lead={ana}")
    done = run("list", book.name, "workgroup")
    assert "Ana" not in done.stdout
    assert done.stderr.startswith("Names are withheld")
    well(run("set", book.name, ana, "may_be_named", "yes"))
    done = run("list", book.name, "workgroup")
    assert "Ana Ruiz" in done.stdout
    assert done.stderr == ""


def test_a_list_without_people_says_nothing_of_names(run: Run, book: Path):
    add(run, book, "stakeholder", "organisation=Food bank", "worries=secret")
    add(run, book, "activity", "title=Supper")
    for of in ("stakeholder", "activity"):
        assert run("list", book.name, of).stderr == ""


def test_names_of_types_and_fields_may_be_spelled_the_american_way(run: Run, book: Path):
    judgment = add(run, book, "judgment", "judgment=partly", "reason=Two of three")
    assert judgment in well(run("list", book.name, "judgment"))
    assert well(run("list", book.name, "judgment")) == well(run("list", book.name, "judgement"))
    id = add(run, book, "stakeholder", 'organization:="Food bank"')
    assert well(run("get", book.name, id, "organization")) == "Food bank\n"
    well(run("set", book.name, id, "organization", "Library"))
    well(run("set", book.name, judgment, "judgment=in-place"))
    held = json.loads(well(run("get", book.name, id, "organization", "--json")))
    assert (held["field"], held["value"]) == ("organisation", "Library")
    file = json.loads(book.read_text())
    assert file["stakeholder"][id]["organisation"] == "Library"
    assert file["judgement"][judgment]["judgement"] == "in-place"


def test_a_field_that_is_none_is_refused_as_it_was_written(run: Run, book: Path):
    done = run("add", book.name, "activity", "organization=Food bank")
    assert (done.returncode, done.stdout) == (2, "")
    assert "no field “organization”" in done.stderr


def test_undo_names_what_it_took_back(run: Run, book: Path):
    id = add(run, book, "activity", "title=Evening at the library")
    well(run("set", book.name, id, "place", "Halden"))
    undone = [run("undo", book.name).stderr for _ in "ab"]
    assert undone == [
        "Taken back: “Place” of the activity “Evening at the library”, “Halden” → empty.\n",
        "Taken back: the activity “Evening at the library” is gone.\n",
    ]
    id = add(run, book, "activity", "place=Halden")
    well(run("remove", book.name, id))
    assert run("undo", book.name).stderr == "Taken back: the activity is back.\n"


def test_undo_names_nobody_who_has_not_agreed_to_it(run: Run, book: Path):
    id = add(run, book, "stakeholder", "name=Ana Ruiz", "role=Organizer")
    well(run("set", book.name, id, "power", "4"))
    for _ in "ab":
        said = run("undo", book.name).stderr
        assert "Ana" not in said
        assert "“Organizer”" in said


def test_undo_of_a_consent_names_nobody(run: Run, book: Path):
    id = add(run, book, "stakeholder", "name=Ana Ruiz", "role=Organizer")
    well(run("set", book.name, id, "may_be_named", "yes"))
    said = run("undo", book.name).stderr
    assert "Ana" not in said
    assert "“Organizer”" in said


def test_a_name_that_looks_like_none_is_a_name(run: Run, book: Path):
    add(run, book, "activity", "title=(unnamed creek) walk")
    said = run("undo", book.name).stderr
    assert said == "Taken back: the activity “(unnamed creek) walk” is gone.\n"


def test_undo_takes_back_the_last_change_and_then_the_one_before(run: Run, book: Path):
    well(run("set", book.name, "workbook.place", "one"))
    well(run("set", book.name, "workbook.place", "two"))
    id = add(run, book, "stakeholder", "name=Ana")
    assert "Taken back" in run("undo", book.name).stderr
    assert run("get", book.name, id).returncode == 2
    well(run("undo", book.name))
    assert well(run("get", book.name, "workbook.place")) == "one\n"


def test_undo_brings_a_removed_record_back(run: Run, book: Path):
    id = add(run, book, "stakeholder", "name=Ana", "power=4")
    well(run("remove", book.name, id))
    well(run("undo", book.name))
    assert well(run("get", book.name, id, "name")) == "Ana\n"


def test_removing_says_what_still_points_there(run: Run, book: Path):
    id = add(run, book, "stakeholder", "name=Ana")
    group = add(run, book, "workgroup", "name=Data", f"lead={id}")
    done = run("remove", book.name, id)
    assert done.stderr == f"This still points to it: {group}.\n"
    assert f"(removed: {id})" in well(run("get", book.name, group, "lead"))


def test_quiet_says_nothing(run: Run, book: Path):
    well(run("set", book.name, "workbook.place", "one"))
    assert run("undo", book.name, "--quiet").stderr == ""


def test_whose_edit_it_was_stands_in_the_history_not_in_the_file(run: Run, book: Path):
    well(run("set", book.name, "workbook.place", "one", "--as", "Ben Cole"))
    assert "Ben Cole" not in book.read_text()


def test_every_fact_of_the_file_can_be_read_with_get(run: Run, book: Path):
    well(run("set", book.name, "workbook.place", "Prairie"))
    for id, answer in json.loads(book.read_text())["answers"].items():
        assert json.loads(well(run("get", book.name, id, "--json")))["value"] == answer["value"]


@pytest.mark.parametrize("verb", ["list", "get"])
def test_a_reader_that_leaves_early_is_no_error(run: Run, book: Path, verb: str, tmp_path: Path):
    words = {
        "list": ["list", book.name, "stakeholder"],
        "get": ["get", book.name, "workbook.community"],
    }
    add(run, book, "stakeholder", "name=Ana")
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "workbook", *words[verb]], cwd=tmp_path, stdout=write,
        stderr=subprocess.PIPE, env={"PYTHONPATH": str(Path(__file__).parents[2])}, check=False,
    )  # fmt: skip
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


def test_an_output_that_is_full_is_a_failed_write(run: Run, book: Path, tmp_path: Path):
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "workbook", "get", book.name, "workbook.community"],
            cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, text=True, check=False,
            env={"PYTHONPATH": str(Path(__file__).parents[2])},
        )  # fmt: skip
    assert (done.returncode, done.stderr.count("\n")) == (5, 1), done.stderr
