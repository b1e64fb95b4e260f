"""Many at one workbook, and processes killed in the middle: nothing is lost, nothing is torn."""

import json
import os
import subprocess
from collections.abc import Callable, Sequence
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


def lost(
    path: Path,
    store: str,
    people: int,
    threads: int,
    edits: int = 1000,
    script: Sequence[str] = ("crowd.py",),
) -> list[str]:
    """Lets so many people edit at once; gives each edit that is not there at the end."""
    write(path, {"stakeholder": {"stk-shared": {"name": "everyone's"}}})
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    each = [start(*script, store, path, name, edits, threads, **pipes) for name in range(people)]
    for one in each:
        assert one.stdout
        assert one.stdout.readline() == "ready\n"
    for one in each:
        assert one.stdin
        one.stdin.write("go\n")
        one.stdin.flush()
    must = [json.loads(one.communicate(timeout=120)[0]) for one in each]
    assert sum(len(fields) for mine in must for fields in mine.values()) == people * edits
    there = held(path)["stakeholder"]
    return [
        f"{id} {field}"
        for mine in must
        for id, fields in mine.items()
        for field, text in fields.items()
        if there.get(id, {}).get(field) != text
    ]


@pytest.mark.slow
@pytest.mark.parametrize("people", [2, 4, 8])
def test_many_who_make_a_thousand_edits_each_lose_none(path: Path, people: int):
    assert lost(path, "ours", people, threads=1) == []
    assert "_conflicts" not in held(path)


@pytest.mark.slow
@pytest.mark.parametrize("people", [2, 3, 4])
def test_nor_does_anyone_where_a_thread_saves_while_another_edits(path: Path, people: int):
    assert lost(path, "ours", people, threads=2) == []
    assert "_conflicts" not in held(path)


@pytest.mark.slow
@pytest.mark.parametrize("people", [2, 4])
def test_the_same_people_lose_edits_in_a_store_without_the_lock_around_each_change(
    path: Path, people: int
):
    beside = Path(os.environ.get("WORKBOOK_TEST_DATA") or "nowhere").parent
    found = sorted(beside.glob("*/*_before_fix.py"))
    if not found:
        pytest.skip("no store to compare with stands beside WORKBOOK_TEST_DATA")
    assert len(lost(path, str(found[0]), people, threads=2)) > 50


@pytest.mark.slow
@pytest.mark.parametrize("records", [1_000, 10_000])
def test_five_hundred_kills_leave_no_unreadable_file_and_lose_no_save_that_was_told(
    path: Path, records: int, record_property: Callable[[str, object], None]
):
    person = {"name": "Ana", "organisation": "o" * 100, "role": "r" * 100, "power": 3}
    crowd = {f"stk-{number:08}": person | {"order": f"a{number}"} for number in range(records)}
    answers = {"a.b": {"value": 0}, "a.text": {"value": ""}}
    write(path, {"answers": answers, "stakeholder": crowd})
    done = start("killing.py", path, 500, stdout=subprocess.PIPE)
    found = json.loads(done.communicate(timeout=300)[0])
    told = "{kills} of 500 kills hit a living process, {saving} in a save; {told} saves were told"
    record_property(f"{records:,} records", told.format_map(found))
    assert found["wrong"] == []
    assert found["kills"] > 250
    assert found["saving"] > 100
    assert found["told"] > 100
    assert len(held(path)["stakeholder"]) == records
    backups = [*(path.parent / f"{path.name}.d/backups").iterdir()]
    assert backups
    for one in backups:
        assert len(held(one)["stakeholder"]) == records
