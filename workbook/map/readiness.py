"""How the team's own ratings of readiness lie, beside its judgment. Never a total, for the
toolkit sets no mark to pass (toolkit ch. 1)."""

from __future__ import annotations

from workbook.curriculum import READINESS
from workbook.map.outline import Blocks, Inlines, Table, Text
from workbook.map.rows import captioned
from workbook.map.showing import Showing
from workbook.plan import Plan
from workbook.reasoning.readiness import Condition, profile

_COLUMNS = ("condition", "level", "answered", "evidence")


def blocks(showing: Showing, plan: Plan) -> Blocks:
    """A row for each condition; () while rating goes on, or where nothing is answered."""
    if READINESS not in plan.curriculum.assessments:
        return ()
    found = profile(plan, READINESS)
    if any(one.blind for one in found) or not any(one.answered for one in found):
        return ()
    header = tuple((Text(showing.words(one)),) for one in _COLUMNS)
    table = Table(header, tuple(_row(showing, one) for one in found))
    return captioned(showing.words("profile"), (table,))


def _row(showing: Showing, one: Condition) -> tuple[Inlines, ...]:
    level = showing.words("too_few") if one.level is None else f"{one.word} ({one.level})".strip()
    cells = (
        one.dimension.short,
        level,
        showing.words("count", count=one.answered, total=one.of),
        showing.words("count", count=one.evidence, total=one.answered),
    )
    return tuple((Text(cell),) for cell in cells)
