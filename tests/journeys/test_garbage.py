"""A file that somebody edited by hand: commands read it, and screens show it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from screens.places import Place
from tests.garbage import GARBAGE, NO_DATES, spoil
from tests.journeys.conftest import Command
from tests.screens.conftest import Opening
from workbook.kinds import Date
from workbook.plan import Plan
from workbook.records import TYPES, Record


@pytest.fixture
def spoilt(plan: Plan, tmp_path: Path) -> Path:
    """A workbook that holds all of it, and in its answers what is no date."""
    spoil(plan, *GARBAGE)
    held = {"_meta": {"schema": {"version": 1}}} | (plan.db.storage.read() or {})
    path = tmp_path / "plan.workbook.json"
    path.write_text(json.dumps(held))
    return path


WRONG = f"act-{GARBAGE.index(NO_DATES[0]):08}"


def test_commands_read_it_and_show_what_is_no_date_as_it_stands(command: Command, spoilt: Path):
    before = spoilt.read_bytes()
    made = command("export", spoilt, "-o", "-").stdout
    assert all(one in made for one in NO_DATES[:2])
    for words in (("status",), ("check", "--json")):
        assert command(words[0], spoilt, *words[1:]).stdout
    rows = command("list", spoilt, "activity").stdout.splitlines()
    assert len(rows) == len(GARBAGE)
    assert sum("2027-13" in row for row in rows) == 1
    assert command("get", spoilt, WRONG, "starts").stdout == "2027-13\n"
    assert spoilt.read_bytes() == before


@pytest.mark.slow
async def test_forms_tables_and_the_plan_on_screen_show_what_is_no_date(
    window: Opening, spoilt: Path
):
    async with window(path=spoilt, size=(120, 36)) as app:
        desk = app.pilot.app
        dated = [type for type in TYPES.values() if _has_a_date(type)]
        places = [Place("record", f"{type.prefix}{WRONG[3:]}") for type in dated]
        places += [Place("step", "activities"), Place("overview"), Place("map")]
        for place in places:
            desk.go(place)  # type: ignore[attr-defined]
            await app.pilot.pause()
            await app.pilot.pause()
            assert desk.is_running
        desk.go(Place("record", WRONG, "starts"))  # type: ignore[attr-defined]
        await app.quiet()
        assert "2027-13" in app.text()


def _has_a_date(type: type[Record]) -> bool:
    return any(isinstance(kind, Date) for kind in type.fields.values())
