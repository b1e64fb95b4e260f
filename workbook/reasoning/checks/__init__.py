"""The plan's own rules: what in it cannot be right, where its line breaks, what is overdue.

One table of checks, a file a subject. To add one, write a function that yields places, and give
it a line in the table of its file: what it says, how grave it is, who says so, and what to do
about it. A code is kept for ever: people name it in scripts, and where they set it aside.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from workbook.curriculum.model import aside
from workbook.reasoning.checks.actions import CARD
from workbook.reasoning.checks.burden import BURDEN
from workbook.reasoning.checks.causes import CAUSES
from workbook.reasoning.checks.check import Check, Finding, told
from workbook.reasoning.checks.claims import CLAIMS
from workbook.reasoning.checks.data import DATA
from workbook.reasoning.checks.engagement import ENGAGEMENT
from workbook.reasoning.checks.equity import EQUITY
from workbook.reasoning.checks.kept import Kept
from workbook.reasoning.checks.logic import LOGIC
from workbook.reasoning.checks.measures import MEASURES
from workbook.reasoning.checks.money import MONEY
from workbook.reasoning.checks.people import PEOPLE
from workbook.reasoning.checks.promises import PROMISES
from workbook.reasoning.checks.references import REFERENCES
from workbook.reasoning.checks.time import TIME
from workbook.reasoning.graph import Graph
from workbook.reasoning.gravity import GRAVITY, Severity

if TYPE_CHECKING:
    from workbook.plan import Plan
    from workbook.reasoning.naming import Wording

SUBJECTS = (
    REFERENCES, PROMISES, ENGAGEMENT, DATA, CAUSES, CARD, LOGIC, MEASURES, BURDEN, PEOPLE, MONEY,
    TIME, EQUITY, CLAIMS,
)  # fmt: skip


def _grave(one: Check | Finding) -> int:
    return -GRAVITY.index(one.severity)


CHECKS = tuple(sorted((one for subject in SUBJECTS for one in subject), key=_grave))
"""Every check, the gravest first."""
BY_CODE = {one.code: one for one in CHECKS}


def kept(plan: Plan, graph: Graph, wording: Wording | None = None) -> Kept:
    """What the checks find in a plan that goes on changing; see `Kept`."""
    return Kept(plan, graph, CHECKS, wording)


def examine(plan: Plan, wording: Wording | None = None) -> list[Finding]:
    """What the checks find, the gravest first, and last what the team set aside.

    wording: what names records, where the sentences leave the screens; else the plan itself. No
    sentence quotes a private value.
    """
    return kept(plan, Graph(plan), wording).all


def check(plan: Plan, wording: Wording | None = None) -> list[Finding]:
    """What the checks find and nobody set aside, the gravest first; as `examine`."""
    return [one for one in examine(plan, wording) if not one.aside]


def way(plan: Plan, found: Finding) -> tuple[str, str]:
    """Where to go to mend a finding on its step: the record to open, "" where another row mends
    it, and the field, question or table (by id) that the cursor goes to."""
    if found.go:
        return found.go
    if "." in found.id:
        return "", found.id if found.step else ""
    rule = BY_CODE.get(found.code)
    if rule and rule.at:
        return "", next((one.id for one in plan.curriculum.tables_of(rule.at)), "")
    record = plan.record(found.id)
    home = plan.curriculum.home(record) if record else None
    shown = home and plan.curriculum.step_of(home.id).id == found.step
    return (found.id, found.field) if shown else ("", "")


def by_step(found: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Findings by the step that mends them."""
    steps: dict[str, list[Finding]] = {}
    for one in found:
        steps.setdefault(one.step, []).append(one)
    return steps


__all__ = [
    "BY_CODE", "CHECKS", "GRAVITY", "Check", "Finding", "Kept", "Severity", "aside", "by_step",
    "check", "examine", "kept", "told", "way",
]  # fmt: skip
