"""Values by year: what can be kept, wherever it comes from."""

from typing import Any

import pytest

from workbook.kinds import Invalid
from workbook.plan import Plan


@pytest.mark.parametrize(
    "values",
    [
        {"2025": {"value": 412}}, {"2025": {"value": "0.034:0.118", "quality": 3}},
        {"2025": {"value": 0.5, "low": 0.4, "high": 0.6, "quality": "local", "new": [1]}},
    ],
)  # fmt: skip
def test_values_are_kept_as_they_are(plan: Plan, values: Any):
    id = plan.add("metric_series", {"values": values})
    assert plan.raw(id, "values") == values


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ([1], "values by year"), ({"2025": 4}, "values by year"), ({"25": {}}, "“25” is no year"),
        ({"2025": {"value": float("nan")}}, "value of 2025 must be a number"),
        ({"2025": {"value": True}}, "value of 2025"), ({"2025": {"low": "x"}}, "low of 2025"),
        ({"2025": {"value": 2**70}}, "value of 2025"), ({"2025": {"value": "x" * 999}}, "value of"),
        ({"2025": {"value": 1, "quality": "Strong"}}, "quality of 2025 is 1, 2 or 3, or local"),
    ],
)  # fmt: skip
def test_what_is_no_value_is_refused(plan: Plan, values: Any, said: str):
    with pytest.raises(Invalid, match=said):
        plan.add("metric_series", {"values": values})
