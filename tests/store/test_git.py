"""git with our merge: nothing stops, nothing is unreadable, no edit is lost."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.store.conftest import ROOT, held, write
from workbook.git import why_not_merged
from workbook.git_setup import set_up, take_back

FIELDS = ("name", "role", "power")


def git(folder: Path, *words: str, code: int = 0) -> str:
    env = {
        "PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "HOME": str(folder),
        "WORKBOOK_AS": "Ana", "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@b.c",
        "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@b.c", "GIT_CONFIG_NOSYSTEM": "1",
    }  # fmt: skip
    done = subprocess.run(["git", *words], cwd=folder, env=env, capture_output=True, text=True)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    folder = tmp_path / "it's a clone"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    assert len(list(set_up(folder))) == 4
    return folder


def test_it_is_set_up_once_and_taken_back_whole(clone: Path):
    assert list(set_up(clone)) == []
    (clone / ".gitignore").write_text("mine\n*.workbook.json.d/")
    assert len(list(take_back(clone))) == 3
    assert list(take_back(clone)) == []
    assert (clone / ".gitignore").read_text() == "mine\n"
    assert not (clone / ".gitattributes").exists()
    assert "workbook" not in git(clone, "config", "--list", "--local")


def test_a_clone_that_cannot_merge_is_noticed(clone: Path):
    file = clone / "our.workbook.json"
    assert why_not_merged(file) == ""
    git(clone, "config", "--unset", "merge.workbook.driver")
    assert "workbook git-setup '" in why_not_merged(file)
    assert why_not_merged(clone.parent / "our.workbook.json") == ""


def test_one_field_changed_is_one_line_of_difference(clone: Path):
    file = clone / "our.workbook.json"
    crowd = {f"stk-{n}": dict.fromkeys(FIELDS, "x") for n in range(9)}
    write(file, {"stakeholder": crowd})
    git(clone, "add", "-A")
    git(clone, "commit", "-qm", "1")
    crowd["stk-3"]["role"] = "lead"
    write(file, {"stakeholder": crowd})
    assert git(clone, "diff", "--numstat").split()[:2] == ["1", "1"]


def _edited(chance: random.Random, side: str, before: dict[str, Any]) -> dict[str, Any]:
    crowd = {id: dict(one) for id, one in before.items()}
    for number in range(8):
        id = chance.choice(sorted(before))
        crowd[id][chance.choice(FIELDS)] = f"{side} {number}"
    crowd[f"stk-{side}{chance.randrange(10**6)}"] = {"name": f"new of {side}"}
    return crowd


@pytest.mark.slow
def test_a_hundred_merges_of_two_branches_stop_nowhere_and_lose_nothing(clone: Path):
    chance, before = random.Random(11), {f"stk-{n}": dict.fromkeys(FIELDS, "x") for n in range(30)}
    files = [clone / f"plan-{number}.workbook.json" for number in range(100)]
    sides: dict[str, list[dict[str, Any]]] = {"ours": [], "theirs": []}
    for one in files:
        write(one, {"stakeholder": before})
    git(clone, "add", "-A")
    git(clone, "commit", "-qm", "base")
    for side, made in sides.items():
        git(clone, "checkout", "-qb", side, "main")
        for one in files:
            made.append(_edited(chance, side, before))
            write(one, {"stakeholder": made[-1]})
        git(clone, "commit", "-qam", side)
    git(clone, "checkout", "-q", "ours")
    git(clone, "merge", "-q", "theirs", "-m", "both")
    disputed = 0
    for number, one in enumerate(files):
        found = held(one)
        waiting = [
            (two["record"], two["field"], two["other"])
            for two in found.get("_conflicts", {}).values()
        ]
        disputed += len(waiting)
        for made in (sides["ours"][number], sides["theirs"][number]):
            for id, fields in made.items():
                for field, value in fields.items():
                    was = before.get(id, {}).get(field)
                    there = found["stakeholder"][id][field]
                    assert value in (was, there) or (id, field, value) in waiting
    assert disputed > 50


def _merge(*words: object) -> subprocess.CompletedProcess[str]:
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "WORKBOOK_AS": "Ana"}
    argv = [sys.executable, "-m", "workbook", "merge", *map(str, words)]
    return subprocess.run(argv, env=env, capture_output=True, text=True)


def test_what_is_no_workbook_or_a_newer_one_is_left_as_it_is_for_git(tmp_path: Path):
    base, ours, theirs = (tmp_path / name for name in ("base", "ours", "theirs"))
    for one in (base, ours):
        write(one, {"stakeholder": {"stk-1": {"name": "Ana"}}})
    before = ours.read_bytes()
    for bad in ("no workbook", ours.read_text().replace('"version": 1', '"version": 99')):
        theirs.write_text(bad)
        done = _merge(base, ours, theirs)
        assert done.returncode == 3
        assert "Traceback" not in done.stderr
        assert ours.read_bytes() == before


def test_a_file_that_both_sides_added_is_merged_and_a_look_writes_nothing(tmp_path: Path):
    base, ours, theirs = (tmp_path / name for name in ("base", "ours", "theirs"))
    base.write_text("")
    write(ours, {"stakeholder": {"stk-1": {"name": "Ana"}}})
    write(theirs, {"stakeholder": {"stk-1": {"name": "Bo"}, "stk-2": {"name": "Cy"}}})
    before = ours.read_bytes()
    assert '"taken": 1' in _merge(base, ours, theirs, "--dry-run", "--json").stdout
    assert ours.read_bytes() == before
    assert "1 place waits" in _merge(base, ours, theirs, "--path", "our file").stderr
    assert held(ours)["stakeholder"]["stk-2"] == {"name": "Cy"}
