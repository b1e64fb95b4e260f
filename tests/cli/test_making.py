"""new and demo: made once, never over anything."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., subprocess.CompletedProcess[str]]


def answers(path: Path) -> dict[str, Any]:
    return {id: one["value"] for id, one in json.loads(path.read_text())["answers"].items()}


def test_a_new_workbook_holds_what_the_flags_gave(run: Run, tmp_path: Path):
    done = run(
        "new", "our.workbook.json", "--no-input", "--community", "Prairie Fork County",
        "--place", "Its renters", "--coordinator", "Ana Ruiz", "--door", "chapters",
        "--chapters", "engaging",
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    held = answers(tmp_path / "our.workbook.json")
    assert held["workbook.community"] == "Prairie Fork County"
    assert held["workbook.place"] == "Its renters"
    assert held["workbook.chapters"] == ["engaging"]


def test_without_a_file_the_workbook_is_named_for_its_community(run: Run, tmp_path: Path):
    for community, name in (
        ("Marten County", "marten-county.workbook.json"),
        ("Marten County", "marten-county-2.workbook.json"),
        ("St. Mary’s / Doña Ana", "st-mary-s-dona-ana.workbook.json"),
        ("東京", "our.workbook.json"),
    ):
        done = run("new", "--no-input", "--community", community)
        assert (done.returncode, done.stdout) == (0, ""), done.stderr
        assert done.stderr == f"Made: {name}\nTo open it: workbook {name}\n"
        assert answers(tmp_path / name)["workbook.community"] == community


def test_a_link_to_nowhere_is_no_free_name(run: Run, tmp_path: Path):
    (tmp_path / "marten-county.workbook.json").symlink_to(tmp_path / "target.json")
    done = run("new", "--no-input", "--community", "Marten County")
    assert "Made: marten-county-2.workbook.json" in done.stderr
    assert not (tmp_path / "target.json").exists()


def test_how_to_open_a_new_workbook_can_be_copied(run: Run):
    done = run("new", "our county.workbook.json", "--community", "Marten County")
    assert "To open it: workbook 'our county.workbook.json'" in done.stderr


def test_the_door_of_chapters_needs_no_chapters_when_nobody_is_there_to_ask(
    run: Run, tmp_path: Path
):
    done = run("new", "--no-input", "--community", "Marten", "--door", "chapters")
    assert done.returncode == 0
    assert answers(tmp_path / "marten.workbook.json")["workbook.door"] == "chapters"


def test_a_link_to_nowhere_is_not_written_through(run: Run, tmp_path: Path):
    (tmp_path / "link.json").symlink_to(tmp_path / "target.json")
    assert run("new", "link.json", "--no-input", "--community", "Prairie").returncode == 2
    assert not (tmp_path / "target.json").exists()


def test_the_example_is_copied_and_said_to_be_invented(run: Run, tmp_path: Path):
    done = run("demo", "example.workbook.json")
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert "invented" in done.stderr
    assert answers(tmp_path / "example.workbook.json")["workbook.community"].startswith(
        "Prairie Fork"
    )
    assert run("export", "example.workbook.json", "-o", "-").returncode == 0


def test_another_example_says_where_it_comes_from(run: Run, tmp_path: Path):
    done = run("demo", "boone.workbook.json", "--example", "boone")
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert "compiled from those reports and not by the county" in " ".join(done.stderr.split())
    place = answers(tmp_path / "boone.workbook.json")["workbook.place"]
    assert place.startswith("Boone County, Missouri")


def test_an_example_that_is_not_there_is_refused_with_those_that_are(run: Run, tmp_path: Path):
    for name in ("bone", "../../pyproject", ""):
        done = run("demo", "example.workbook.json", "--example", name)
        assert (done.returncode, done.stdout) == (2, "")
        assert "boone, prairie-fork" in done.stderr
    assert list(tmp_path.glob("example*")) == []


def test_the_example_replaces_a_file_only_when_forced(run: Run, tmp_path: Path):
    (tmp_path / "example.workbook.json").write_text("mine\n")
    assert run("demo", "example.workbook.json").returncode == 2
    assert (tmp_path / "example.workbook.json").read_text() == "mine\n"
    assert run("demo", "example.workbook.json", "--force").returncode == 0
    assert "answers" in json.loads((tmp_path / "example.workbook.json").read_text())
