"""The plan's own rules: what in it cannot be right, where its line breaks, what is overdue.

One table of checks, a file a subject. To add one, write a function that yields places, and give
it a line in the table of its file: what it says, how grave it is, who says so, and what to do
about it. A code is kept for ever: people name it in scripts, and where they set it aside.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from workbook.curriculum.model import ASIDE, aside
from workbook.reasoning.checks.actions import CARD
from workbook.reasoning.checks.causes import CAUSES
from workbook.reasoning.checks.check import GRAVITY, Check, Finding, Found, Severity
from workbook.reasoning.checks.claims import CLAIMS
from workbook.reasoning.checks.data import DATA
from workbook.reasoning.checks.engagement import ENGAGEMENT
from workbook.reasoning.checks.equity import EQUITY
from workbook.reasoning.checks.ground import Ground
from workbook.reasoning.checks.logic import LOGIC
from workbook.reasoning.checks.measures import MEASURES
from workbook.reasoning.checks.money import MONEY
from workbook.reasoning.checks.people import PEOPLE
from workbook.reasoning.checks.references import REFERENCES
from workbook.reasoning.checks.time import TIME

if TYPE_CHECKING:
    from workbook.curriculum import Table
    from workbook.plan import Plan
    from workbook.reasoning.graph import Graph
    from workbook.reasoning.naming import Wording

SUBJECTS = (
    REFERENCES, ENGAGEMENT, DATA, CAUSES, CARD, LOGIC, MEASURES, PEOPLE, MONEY, TIME, EQUITY,
    CLAIMS,
)  # fmt: skip


def _grave(one: Check | Finding) -> int:
    return -GRAVITY.index(one.severity)


CHECKS = tuple(sorted((one for subject in SUBJECTS for one in subject), key=_grave))
"""Every check, the gravest first."""
BY_CODE = {one.code: one for one in CHECKS}


def check(plan: Plan, wording: Wording | None = None, graph: Graph | None = None) -> list[Finding]:
    """What the checks find and nobody set aside, the gravest first.

    wording: what names records, where the sentences leave the screens; else the plan itself.
    graph: the plan's, where one is kept; else one is made. No sentence quotes a private value.
    """
    return [one for one in examine(plan, wording, graph) if not one.aside]


def examine(
    plan: Plan, wording: Wording | None = None, graph: Graph | None = None
) -> list[Finding]:
    """What the checks find, the gravest first, and last what the team set aside; as `check`."""
    ground = Ground(plan, wording, graph)
    found = [
        _finding(ground, one, place)
        for one in CHECKS
        if _asked(ground, one)
        for place in one.look(ground)
    ]
    return sorted(found, key=lambda one: bool(one.aside))


def _asked(ground: Ground, check: Check) -> bool:
    return all(map(ground.asked, check.asks))


def _finding(ground: Ground, check: Check, found: Found) -> Finding:
    words = {"it": ground.name(found.id)} if "{it}" in check.sentence else {}
    text = check.sentence.format(**words, **found.words)
    reason = ground.plan.answer(aside(check.code, found.id))
    return Finding(
        check.code, check.severity, text, found.id, found.field, _step(ground, check, found.id),
        reason if isinstance(reason, str) else "",
    )  # fmt: skip


def _step(ground: Ground, check: Check, id: str) -> str:
    """The step that mends a place."""
    curriculum = ground.plan.curriculum
    if check.at:
        return next((curriculum.step_of(one.id).id for one in curriculum.tables_of(check.at)), "")
    home = _home(ground.plan, id) if "." not in id else None
    try:
        return curriculum.step_of(home.id if home else id).id
    except KeyError:
        return ""


def _home(plan: Plan, id: str) -> Table | None:
    """The table that shows a record."""
    record = plan.record(id)
    return plan.curriculum.home(record) if record else None


def way(plan: Plan, found: Finding) -> tuple[str, str]:
    """Where to go to mend a finding on its step: the record to open, "" where it is not one of
    that step, and the field, question or table (by id) that the cursor goes to."""
    if "." in found.id:
        return "", found.id if found.step else ""
    home = _home(plan, found.id)
    if home and plan.curriculum.step_of(home.id).id == found.step:
        return found.id, found.field
    at = BY_CODE[found.code].at
    return "", next((one.id for one in plan.curriculum.tables_of(at)), "") if at else ""


def by_step(found: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Findings by the step that mends them."""
    steps: dict[str, list[Finding]] = {}
    for one in found:
        steps.setdefault(one.step, []).append(one)
    return steps


__all__ = [
    "ASIDE", "BY_CODE", "CHECKS", "GRAVITY", "Check", "Finding", "Severity", "aside", "by_step",
    "check", "examine", "way",
]  # fmt: skip
