"""What the store has to say of a file reaches the screen when it is opened."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.screens.conftest import Opening

ROWS = {f"one-{number}": {} for number in range(5001)}
TOLD: dict[str, tuple[dict[str, Any], str]] = {
    "many": ({"from_2031": ROWS}, "5,001 records and answers"),
    "a bad part": ({"stakeholder": {"stk-1": [1]}}, "“stakeholder › stk-1” is no record"),
    "an older format": ({"_meta": {"schema": {"version": 0}}}, "is of an older format (0)"),
}


@pytest.mark.parametrize(("tables", "said"), TOLD.values(), ids=TOLD)
@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_it_is_said_at_the_opening(
    window: Opening, tmp_path: Path, tables: dict[str, Any], said: str, size: tuple[int, int]
):
    path = tmp_path / "our.workbook.json"
    held = {"_meta": {"schema": {"version": 1}}, "answers": {}} | tables
    path.write_text(json.dumps(held))
    async with window(path=path, size=size) as app:
        await app.quiet()
        toasts = [one.message for one in app.pilot.app._notifications]
        assert any(said in one for one in toasts), toasts
        assert said.split(maxsplit=1)[0] in app.text()
    assert json.loads(path.read_text()) == held
