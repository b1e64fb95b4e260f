"""A workbook that was emptied, torn or set back comes back whole, and nothing is written over."""

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import TODAY
from tests.store.conftest import COMMUNITY, Open, held, write
from workbook import recovery
from workbook.curriculum import Curriculum
from workbook.recovery import Recovery
from workbook.session import Session, new_session, open_session
from workbook.store.failure import StoreError

PLACE = "workbook.place"


@pytest.fixture
def people(path: Path, curriculum: Curriculum):
    """Opens the workbook with the clock on the wall; the first time it is made."""
    opened: list[Session] = []

    def opening() -> Session:
        make = open_session if path.exists() else new_session
        opened.append(make(path, curriculum, who="Ana", today=TODAY))
        return opened[-1]

    yield opening
    for one in opened:
        one.store.close()


@pytest.fixture
def written(people: Open, path: Path) -> dict[str, object]:
    """A workbook of two sittings, closed: what it held at the end. Its backup is of the first."""
    first = people()
    first.plan.put(COMMUNITY, "Prairie")
    stakeholder = first.plan.add("stakeholder", {"name": "Ana", "power": 2})
    gone = first.plan.add("stakeholder", {"name": "Ben"})
    first.save()
    first.close()
    second = people()
    second.plan.put(PLACE, "East")
    second.plan.put(stakeholder, 4, "power")
    second.plan.put(stakeholder, None, "name")
    second.plan.remove(gone)
    row = second.plan.add("row", {"person": ["Ana"]}, prompt="embarking.hours")
    second.plan.put(row, 6, "hours")
    second.save()
    second.close()
    return held(path)


def found(path: Path) -> Recovery:
    way = recovery.find(path)
    assert way
    return way


def tear(path: Path, size: int) -> None:
    with path.open("r+b") as file:
        file.truncate(size)


@pytest.mark.parametrize("size", [0, 1, 100, 300])
def test_a_torn_file_comes_back_with_every_change_that_the_history_knows(
    people: Open, path: Path, written: dict[str, object], size: int
):
    before = path.read_bytes()
    tear(path, size)
    with pytest.raises(StoreError, match="A good backup is of .* --restore$"):
        people()
    assert path.read_bytes() == before[:size]
    assert recovery.is_wanted(path)
    kept = found(path).take("Ana")
    assert held(path) == written
    assert kept
    assert kept.name.startswith("our.workbook.json.corrupt-")
    assert kept.read_bytes() == before[:size]
    assert not recovery.is_wanted(path)
    assert people().plan.answer(PLACE) == "East"


def test_a_file_that_is_gone_comes_back(path: Path, written: dict[str, object]):
    path.unlink()
    assert recovery.is_wanted(path)
    assert found(path).take("Ana") is None
    assert held(path) == written


def test_it_says_what_is_in_it_and_what_is_not(path: Path, written: dict[str, object]):
    tear(path, 0)
    told = found(path).told()
    assert "The newest good backup is of" in told
    assert "changes made after it" in told
    assert "It holds 2 answers and 2 rows." in told
    assert "What was written after" in told


def test_a_bad_backup_is_passed_over(path: Path, written: dict[str, object]):
    folder = path.with_name(f"{path.name}.d") / "backups"
    for name, data in [("29990101T000000.000000000Z-a.json", b"{"), ("2999-no.json", b"{}")]:
        (folder / name).write_bytes(data)
    tear(path, 0)
    found(path).take("Ana")
    assert held(path) == written


def test_a_history_that_somebody_wrote_in_stops_nothing(path: Path, written: dict[str, object]):
    history = path.with_name(f"{path.name}.d") / "history.jsonl"
    late, edit = "2999-01-01T00:00:00", {"field": "", "old": None, "new": 7}
    bad = [
        {"at": late, "edits": [edit | {"table": [], "id": {}}]},
        {"at": late, "edits": [edit | {"table": "stakeholder", "id": "stk-9"}]},
        {"at": "no time", "edits": [edit | {"table": "answers", "id": "a.b"}]},
    ]
    lines = [json.dumps({"n": 99, "who": "x"} | one) for one in bad]
    history.write_text(history.read_text() + "\n".join([*lines, '{"n": 102, "at"']))
    tear(path, 0)
    found(path).take("Ana")
    assert held(path) == written


def test_a_file_that_was_put_back_to_an_older_state_is_offered_the_newer(
    people: Open, path: Path, written: dict[str, object]
):
    third = people()
    third.plan.put(PLACE, "West")
    third.save()
    third.close()
    old = time.time() - 3600
    path.write_text('{"_meta": {"schema": {"version": 1}}, "answers": {}}')
    os.utime(path, (old, old))
    assert recovery.is_wanted(path)
    found(path).take("Ana")
    assert held(path)["answers"][PLACE] == {"value": "West"}


def test_a_file_as_it_was_left_wants_nothing(people: Open, path: Path, written: object):
    assert not recovery.is_wanted(path)
    people().close()
    assert not recovery.is_wanted(path)
    old = time.time() - 3600
    path.write_bytes(max((path.with_name(f"{path.name}.d") / "backups").iterdir()).read_bytes())
    os.utime(path, (old, old))
    assert not recovery.is_wanted(path)


def test_a_file_that_was_saved_meanwhile_is_not_written_over(
    path: Path, written: dict[str, object]
):
    tear(path, 0)
    way = found(path)
    path.write_text("{}")
    with pytest.raises(StoreError, match="changed just now"):
        way.take("Ana")
    assert path.read_text() == "{}"


def test_where_it_cannot_be_written_everything_stays(
    path: Path, written: dict[str, object], monkeypatch: pytest.MonkeyPatch
):
    tear(path, 0)
    way = found(path)
    lock = path.with_name(f"{path.name}.d") / "lock"
    lock.unlink()
    lock.symlink_to("elsewhere")
    with pytest.raises(StoreError, match="could not be written"):
        way.take("Ana")
    assert path.read_bytes() == b""
    assert not list(path.parent.glob("*.corrupt-*"))


def test_without_a_backup_there_is_nothing_to_offer(people: Open, path: Path):
    people().close()
    tear(path, 0)
    assert recovery.find(path) is None
    assert not recovery.is_wanted(path)
    with pytest.raises(StoreError, match=r"What can be saved of it: workbook doctor"):
        people()


def test_a_table_that_is_gone_from_the_file_is_told(
    people: Open, path: Path, written: object, strip: Callable[[str], None]
):
    strip("stakeholder")
    [said] = people().take_notices()
    assert "has lost a whole table (stakeholder)" in said
    assert f"workbook doctor {path}" in said


@pytest.fixture
def strip(path: Path) -> Callable[[str], None]:
    """Takes a table out of the file, as another program may."""

    def stripping(table: str) -> None:
        write(path, {name: one for name, one in held(path).items() if name != table})

    return stripping
