"""Figures that a text cites: a note with source, year and quality, or the same in brackets."""

import re

import pytest

from tests.map.citing import cite
from tests.map.conftest import DATE, markdown
from tests.map.flavored import Reader
from workbook.curriculum import Curriculum
from workbook.export import compose, shape
from workbook.plan import Plan


@pytest.fixture
def citing(plan: Plan) -> Plan:
    return cite(plan)


def test_a_figure_has_a_note_with_source_year_and_quality(citing: Plan, curriculum: Curriculum):
    text = markdown(citing)
    notes = dict(re.findall(r"^\[\^(\w+)\]: (.+)$", text, re.MULTILINE))
    assert list(notes) == ["f1", "f2", "f3"]
    said = "Halden: 4.1% (2022, strong). Example Bureau (Table 1, \\[a\\] \\*b\\*)."
    assert notes["f2"].endswith(said)
    assert notes["f3"].endswith("No source is named.")
    assert "4.1% (2022)[^f2]! 4.1% (2022)[^f2]\n" in text
    assert "4.1% (2022)[^f2] (here)." in text
    read = Reader(text, curriculum.flavors["gfm"])
    kinds = [one.type for one in read.inlines]
    assert kinds.count("footnote_ref") == 5
    assert "link_open" not in [one.type for one in read.inlines if one.attrGet("href") == "x"]


def test_a_weak_figure_says_so_in_the_text_too(citing: Plan, curriculum: Curriculum):
    warning = curriculum.map_words["alone"]
    assert re.search(rf"4\.1% \(2022, [^)]*{warning}\)\[\^f1\]\\\(x\)", markdown(citing))


@pytest.mark.parametrize("name", ["commonmark", "notion", "gdocs", "plain"])
def test_without_footnotes_the_source_stands_in_brackets(citing: Plan, name: str):
    text = compose(citing, date=DATE, shape=shape(citing, name)).text
    assert "4.1% (2022, strong; Example Bureau)! 4.1%" in text
    assert "[^" not in text


def test_a_figure_without_a_source_is_told_by_the_export(citing: Plan):
    made = compose(citing, date=DATE, draft=True)
    assert [one for one in made.said if "without its source" in one] == [
        "A figure is cited without its source in “Our priorities”: 4.1% (2022, strong)."
    ]
