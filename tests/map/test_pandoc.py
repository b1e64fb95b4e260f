"""The whole worked example through pandoc: it finds what stands there, and nothing else."""

import pytest

from tests.conftest import prairie_fork
from tests.map.citing import cite
from tests.map.conftest import DATE, FLAVORS
from tests.map.pandoc import NEVER, parsed, written
from workbook.curriculum import Curriculum
from workbook.export import compose, shape
from workbook.map.word import pandoc
from workbook.plan import Plan


@pytest.fixture(scope="module")
def citing(curriculum: Curriculum) -> Plan:
    return cite(prairie_fork(curriculum))


@pytest.mark.parametrize("name", ["gfm", "commonmark", "pandoc", "quarto"])
def test_pandoc_finds_each_heading_table_note_and_diagram(citing: Plan, name: str):
    program, flavor = pandoc(), FLAVORS[name]
    assert program
    text = compose(citing, date=DATE, shape=shape(citing, name)).text
    expected, found = written(text, flavor), parsed(program, flavor, text)
    assert expected["Header"] > 40
    assert expected["Table"] > 80 or not flavor.tables
    assert expected["Note"] == 5 or not flavor.footnotes
    assert {one: found[one] for one in expected} == expected
    assert not [one for one in NEVER if found[one]]
