"""A file of an older format: read in today's, written with the first change, kept beside."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.conftest import COMMUNITY, Open, held
from workbook.store.failure import StoreError

OLD = Path(__file__).with_name("old-format-0.workbook.json")


@pytest.fixture
def old(path: Path) -> Path:
    shutil.copy(OLD, path)
    return path


def test_it_is_read_as_of_today_and_left_as_it_is(people: Open, old: Path):
    session = people()
    [said] = session.take_notices()
    assert "is of an older format (0)" in said
    assert session.plan.raw("stk-00000001", "organisation") == "County library"
    assert session.plan.label("stk-00000001") == "Ana Ruiz"
    session.save()
    session.close()
    assert old.read_bytes() == OLD.read_bytes()
    assert [*old.parent.iterdir()] == [old]


def test_the_first_change_writes_todays_format_with_all_that_nobody_knows(people: Open, old: Path):
    session = people()
    session.plan.put("workbook.place", "East")
    session.save()
    found = held(old)
    assert found["_meta"] == {"made_with": "a workshop copy", "schema": {"version": 1}}
    assert found["stakeholder"]["stk-00000001"] == {
        "name": "Ana Ruiz", "order": "a0", "organisation": "County library", "x_bus": "Line 4",
    }  # fmt: skip
    assert found["pilot_notes"] == {"note-1": {"text": "kept"}}
    assert found["answers"][COMMUNITY] == {"value": "Prairie Fork County", "colour": "blue"}
    assert "person" not in found
    assert people().take_notices() == []


def test_the_old_file_stays_beside_it_for_good(people: Open, old: Path, aged: Callable[..., None]):
    session = people()
    session.plan.put("workbook.place", "East")
    session.save()
    backups = session.store.beside.backups
    [kept] = backups.iterdir()
    aged(backups, days=range(0, 400, 2), hours=range(30))
    again = people()
    again.plan.put("workbook.place", "West")
    again.save()
    assert kept.read_bytes() == OLD.read_bytes()
    assert kept.name.startswith("format-0-")


def test_another_window_may_bring_it_up_meanwhile(people: Open, old: Path):
    ana, ben = people("Ana"), people("Ben")
    ana.plan.put("workbook.place", "East")
    ana.save()
    ben.plan.put("stk-00000001", "Town library", "organisation")
    ben.save()
    found = held(old)
    assert found["answers"]["workbook.place"] == {"value": "East"}
    assert found["stakeholder"]["stk-00000001"]["organisation"] == "Town library"
    assert "_conflicts" not in found


def test_a_format_that_never_was_is_refused(people: Open, path: Path):
    path.write_text('{"_meta": {"schema": {"version": -1}}, "answers": {}}')
    with pytest.raises(StoreError, match="schema.version"):
        people()
