"""git with our merge: nothing stops, nothing is unreadable, no edit is lost."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.store.conftest import ROOT, Open, held, write
from tests.store.test_rights import as_root
from workbook.store.failure import Unmerged
from workbook.together.git import NoGit, why_not_merged
from workbook.together.git_setup import set_up, take_back

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
    assert len(set_up(folder)) == 4
    git(folder, "config", "core.fsync", "none")
    return folder


def test_it_is_set_up_once_and_taken_back_whole(clone: Path):
    assert set_up(clone) == []
    (clone / ".gitignore").write_text("mine\n*.workbook.json.d/")
    assert len(take_back(clone)) == 3
    assert take_back(clone) == []
    assert (clone / ".gitignore").read_text() == "mine\n"
    assert not (clone / ".gitattributes").exists()
    assert "workbook" not in git(clone, "config", "--list", "--local")


def test_a_clone_that_cannot_merge_is_noticed(clone: Path):
    file = clone / "our.workbook.json"
    assert why_not_merged(file) == ""
    git(clone, "config", "--unset", "merge.workbook.driver")
    assert "workbook git-setup '" in why_not_merged(file)
    assert why_not_merged(clone.parent / "our.workbook.json") == ""


@as_root
def test_a_clone_of_somebody_elses_is_left_alone_and_said(
    clone: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("HOME", str(clone.parent))
    git(clone, "config", "--unset", "merge.workbook.driver")
    os.chown(clone, 61001, 61001)
    with pytest.raises(NoGit, match="If you trust it: git config --global --add safe.directory '"):
        set_up(clone)
    assert why_not_merged(clone / "our.workbook.json") == ""


def test_one_field_changed_is_one_line_of_difference(clone: Path, people: Open):
    ana = people(at=clone / "our.workbook.json")
    id = ana.plan.add("stakeholder", {"name": "Ana", "role": "clerk", "organisation": "County"})
    ana.save()
    git(clone, "add", "-A")
    git(clone, "commit", "-qm", "1")
    ana.plan.put(id, "lead", "role")
    ana.save()
    assert git(clone, "diff", "--numstat").split()[:2] == ["1", "1"]
    before = ana.path.stat()
    ana.plan.put(id, "lead", "role")
    ana.save()
    assert ana.path.stat() == before
    assert git(clone, "status", "--porcelain").split() == ["M", "our.workbook.json"]


Crowd = dict[str, dict[str, str]]


def _edited(chance: random.Random, side: str, before: Crowd) -> Crowd:
    """What somebody makes of a crowd: fields that both may write, a new one, one that goes."""
    crowd = {id: dict(one) for id, one in before.items()}
    for number in range(8):
        crowd[chance.choice(sorted(before))][chance.choice(FIELDS)] = f"{side} {number}"
    crowd[f"stk-{side}{chance.randrange(10**6)}"] = {"name": f"new of {side}"}
    del crowd[chance.choice(sorted(before))]
    return crowd


def _lost(before: Crowd, made: Crowd, found: dict[str, Any]) -> list[str]:
    """What one side wrote that is neither in the merge nor waits beside it."""
    there = found["stakeholder"]
    waits = [(one["record"], one.get("field"), one["other"]) for one in _waiting(found)]
    return [
        f"{id} {field}"
        for id, fields in made.items()
        for field, value in fields.items()
        if value != before.get(id, {}).get(field)
        and there.get(id, {}).get(field) != value
        and (id, field, value) not in waits
    ]


def _waiting(found: dict[str, Any]) -> list[dict[str, Any]]:
    return list(found.get("_conflicts", {}).values())


@pytest.mark.slow
def test_a_hundred_merges_of_two_branches_stop_nowhere_and_lose_nothing(clone: Path):
    chance, before = random.Random(11), {f"stk-{n}": dict.fromkeys(FIELDS, "x") for n in range(30)}
    file, disputed = clone / "our.workbook.json", 0
    write(file, {"stakeholder": before})
    git(clone, "add", "-A")
    git(clone, "commit", "-qm", "base")
    for _ in range(100):
        sides: dict[str, Crowd] = {}
        for side in ("theirs", "ours"):
            git(clone, "checkout", "-qB", side, "main")
            sides[side] = _edited(chance, side, before)
            write(file, {"stakeholder": sides[side]})
            git(clone, "commit", "-qam", side)
        git(clone, "merge", "-q", "theirs", "-m", "both")
        found = held(file)
        disputed += len(_waiting(found))
        for made in sides.values():
            assert _lost(before, made, found) == []
            gone = before.keys() - made.keys()
            others = next(one for one in sides.values() if one is not made)
            assert not [
                id for id in gone if id in found["stakeholder"] and others.get(id) == before[id]
            ]
    assert disputed > 50


def two_branches(clone: Path, file: Path, **differ: dict[str, Any]) -> None:
    """Commits a workbook on main, and what the branch `theirs` makes of it; stands on main."""
    write(file, {"stakeholder": {"stk-1": {"name": "Ana", "role": "lead"}}})
    git(clone, "add", "-A")
    git(clone, "commit", "-qm", "base")
    for branch, fields in differ.items():
        git(clone, "checkout", "-qB", branch, "main")
        write(file, {"stakeholder": {"stk-1": {"name": "Ana", "role": "lead"} | fields}})
        git(clone, "commit", "-qam", branch)
    git(clone, "checkout", "-q", "main")


def test_a_merge_and_a_checkout_while_it_is_open_come_in_as_anothers_change(clone: Path, book: Any):
    file = clone / "our.workbook.json"
    two_branches(clone, file, theirs={"role": "chair"}, mine={"name": "Ann"})
    one = book(file)
    one.set("stk-1", note="typed here")
    git(clone, "merge", "-q", "theirs")
    one.storage.poll()
    assert one.get("stk-1") == {"name": "Ana", "role": "chair", "note": "typed here"}
    git(clone, "checkout", "-q", "mine")
    one.storage.save()
    assert held(file)["stakeholder"]["stk-1"] == {
        "name": "Ann",
        "role": "lead",
        "note": "typed here",
    }
    assert "_conflicts" not in held(file)


def test_where_git_left_its_marks_while_it_is_open_both_sides_are_taken_in(clone: Path, book: Any):
    take_back(clone)
    file = clone / "our.workbook.json"
    two_branches(clone, file, theirs={"role": "chair"}, ours={"role": "scribe"})
    git(clone, "checkout", "-q", "ours")
    one = book(file, patience=0.6)
    git(clone, "merge", "theirs", code=1)
    with pytest.raises(Unmerged, match="conflict marks"):
        one.storage.poll()
    one.set("stk-1", note="typed here")
    with pytest.raises(Unmerged):  # git may be writing it just now
        one.storage.save()
    time.sleep(0.6)
    one.storage.save()
    found = held(file)
    assert found["stakeholder"]["stk-1"] == {"name": "Ana", "role": "scribe", "note": "typed here"}
    assert [entry["other"] for entry in found["_conflicts"].values()] == ["chair"]
    [notice] = one.storage.take_notices()
    assert "put together from git's own versions" in notice
    assert "<<<<<<<" in next(clone.glob("*.corrupt-*")).read_text()


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
    said = _merge(base, ours, theirs, "--dry-run").stdout
    assert (
        said
        == "1 place would come from theirs; 1 would wait to be settled.\nNothing was written.\n"
    )
    assert ours.read_bytes() == before
    assert "1 place waits" in _merge(base, ours, theirs, "--path", "our file").stderr
    assert held(ours)["stakeholder"]["stk-2"] == {"name": "Cy"}
