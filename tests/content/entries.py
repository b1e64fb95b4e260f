"""What the worked example holds, as its file has it."""

from collections import Counter
from typing import Any

from workbook.plan import Plan
from workbook.records import TYPES, Record


def records(plan: Plan, type: str) -> list[Record]:
    """The records of a type in their order."""
    return plan.records(TYPES[type])


def rows(plan: Plan, prompt: str) -> list[dict[str, Any]]:
    """The cells of the rows of a prompt."""
    return [one.data["cells"] for one in records(plan, "row") if one.data["prompt"] == prompt]


def allocated(plan: Plan, key: str, *status: str) -> Counter[str]:
    """Money allocated, by `source` or by `action`; only in these states of certainty, if given."""
    found: Counter[str] = Counter()
    for one in records(plan, "allocation"):
        if one.data.get(key) and (not status or one.data["status"] in status):
            found[one.data[key]] += one.data["amount"]
    return found
