"""A system that has no `fcntl`: the same promises, by another lock."""

import subprocess
from pathlib import Path

import pytest

from tests.store.conftest import held, start
from tests.store.test_many import lost


@pytest.mark.slow
@pytest.mark.parametrize(("people", "threads"), [(4, 1), (3, 2)])
def test_many_lose_nothing_there_either(path: Path, people: int, threads: int):
    script = ("barren.py", "crowd")
    assert lost(path, "ours", people, threads, edits=300, script=script) == []
    assert "_conflicts" not in held(path)


@pytest.mark.slow
def test_the_command_works_there_and_says_who_holds_the_lock(path: Path):
    def command(*words: str) -> tuple[int, str]:
        done = start("barren.py", "workbook", *words, stdout=-1, stderr=-1)
        out, err = done.communicate(timeout=60)
        return done.returncode, out + err

    assert command("new", str(path), "--no-input", "--community", "Prairie")[0] == 0
    assert command("set", str(path), "workbook.place", "Six towns")[0] == 0
    holding = subprocess.Popen(
        ["python3", "-c", HOLDING, f"{path}.d/lock.db"], stdin=-1, stdout=-1, text=True
    )
    assert holding.stdout
    assert holding.stdout.readline() == "held\n"
    code, said = command("set", str(path), "workbook.place", "Seven towns")
    assert (code, "is locked by" in said, "process" in said) == (4, True, True)
    holding.communicate("done")
    assert command("set", str(path), "workbook.place", "Seven towns")[0] == 0
    assert held(path)["answers"]["workbook.place"]["value"] == "Seven towns"


HOLDING = """
import sqlite3, sys
base = sqlite3.connect(sys.argv[1], isolation_level=None)
base.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
"""
