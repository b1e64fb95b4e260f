"""Risks by their place on the grid, whatever the file holds."""

import pytest
from tinydb.storages import MemoryStorage

from tests.conftest import TODAY
from workbook.curriculum import Curriculum
from workbook.plan import Plan
from workbook.reasoning.risks import risks
from workbook.store.tables import Tables


def test_prairie_forks_risks_stand_where_the_team_put_them(example: Plan):
    found = {one.risk.event: (one.number, one.at, one.lacks) for one in risks(example)}
    assert found["The Community Fund changes its focus"] == (2, (4, 2), [])
    assert found["The state transit grant is refused or comes late"] == (3, (3, 3), [])


@pytest.mark.parametrize("level", [None, 0, 6, -1, 2.5, "3", True, [3], 10**30])
def test_a_level_that_is_none_gives_no_place_and_says_so(curriculum: Curriculum, level: object):
    db = Tables(storage=MemoryStorage)
    db.storage.write({"risk": {"rsk-00000000": {"event": "e", "likelihood": level, "effect": 3}}})
    [one] = risks(Plan(db, curriculum, today=TODAY))
    assert one.at is None
    assert one.lacks == ["likelihood", "trigger", "response", "owner"]
