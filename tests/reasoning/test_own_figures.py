"""Figures of the team's own: a number, a unit, a year, and never without a source."""

import pytest

from workbook.kinds import Invalid
from workbook.own_figures import own, read, write
from workbook.plan import Plan
from workbook.reasoning.metrics import pillars


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("412 filings 2025", (412, "filings", "2025")), ("9.2% 2025", (9.2, "%", "2025")),
        ("1,204, 2025", (1204, "", "2025")), ("-3 2024", (-3, "", "2024")),
        ("12 days of waiting, 2026", (12, "days of waiting", "2026")),
    ],
)  # fmt: skip
def test_a_figure_is_read_with_its_unit_and_year(text: str, found: object):
    assert read(text) == found


@pytest.mark.parametrize(
    "text", ["412", "many 2025", "9.2% 25", "1,2 2025", "5 2999", "", "NaN 2025"]
)
def test_what_is_no_figure_is_refused_with_the_form(text: str):
    with pytest.raises(Invalid, match="such as 412 filings 2025"):
        read(text)


def test_another_year_goes_to_the_same_figure_and_a_source_is_needed(plan: Plan):
    id = write(plan, "Filings", "412 filings 2025", "Circuit clerk", predictor="housing-stability")
    assert write(plan, "Filings", "390 filings 2026", "Circuit clerk, 2026") == id
    [one] = own(plan)
    assert one.values == {
        "2025": {"value": 412, "quality": "local"}, "2026": {"value": 390, "quality": "local"},
    }  # fmt: skip
    assert one.source == "Circuit clerk, 2026"
    plan.undo()
    assert list(own(plan)[0].values or {}) == ["2025"]
    with pytest.raises(Invalid, match="needs its source"):
        write(plan, "Filings", "390 filings 2026", " ")
    found = next(one for one in pillars(plan, "")[0].figures if one.name == "Filings")
    assert (found.own, found.unit, found.predictor) == (True, "filings", "housing-stability")
