"""What a round of rating keeps to itself while it is open: the levels, and who gave them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.map.rounds import Secrets

if TYPE_CHECKING:
    from workbook.plan import Plan

FIELDS = ("level", "rater")
NOTICE = "not shown while the round of rating is open"


def sealed(plan: Plan, id: str, field: str) -> bool:
    """Whether nobody may see a field yet (plan-model.md, "Private")."""
    return field in FIELDS and is_of_open_round(plan, id)


def is_of_open_round(plan: Plan, id: str) -> bool:
    """Whether a record is a part of a round that is open."""
    record = plan.record(id)
    return record is not None and Secrets(plan).keeps(record)
