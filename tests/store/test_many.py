"""Many at one workbook, and processes killed in the middle: nothing is lost, nothing is torn."""

import json
import random
import subprocess
import time
from pathlib import Path

import pytest

from tests.store.conftest import Open, held, start, write


@pytest.mark.slow
def test_four_people_with_autosave_lose_none_of_their_edits(people: Open, path: Path):
    first = people("Ana")
    first.close()
    crowd = {f"grp-{number:08}": {"name": "x"} for number in range(3000)}
    write(path, {"community_group": crowd})
    first = people("Ana")
    shared = first.plan.add("stakeholder", {"name": "shared"})
    first.save()
    first.close()
    each = [
        start("person.py", path, name, shared, 200, stdout=subprocess.PIPE) for name in range(4)
    ]
    expected = [json.loads(one.communicate(timeout=60)[0]) for one in each]
    assert [one.returncode for one in each] == [0] * 4
    plan = people().plan
    for mine, errors in expected:
        assert errors == []
        for id, fields in mine.items():
            found = plan.raw(id)
            assert {field: found.get(field) for field in fields} == fields
    assert "_conflicts" not in held(path)
    groups = people().history.groups()
    assert [one.number for one in groups] == [*range(1, len(groups) + 1)]
    for name in range(4):
        done = [one for one in groups if one.who == str(name)]
        assert sum(one.edits[0].table == "community_group" for one in done) == 100


@pytest.mark.slow
def test_fifty_kills_leave_no_unreadable_file_and_lose_no_save_that_was_told(path: Path):
    write(path, {"answers": {"a.b": {"value": 0}}})
    told = 0
    for _ in range(50):
        child = start("restless.py", path, stdout=subprocess.PIPE)
        assert child.stdout
        told = max(told, int(child.stdout.readline()))
        time.sleep(random.random() * 0.03)
        child.kill()
        told = max([told, *(int(one) for one in child.stdout.read().split("\n")[:-1])])
        child.wait()
        child.stdout.close()
        answers = held(path)["answers"]
        number = answers["a.b"]["value"]
        assert told <= number <= told + 1
        assert answers["a.text"]["value"] == "x" * (number % 7) * 5000
    for one in (path.parent / f"{path.name}.d/backups").iterdir():
        assert held(one)["answers"]
