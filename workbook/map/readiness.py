"""How the team's own ratings lie, beside its judgment. Never a total, for the toolkit sets no mark
to pass (toolkit ch. 1)."""

from __future__ import annotations

from workbook.map import drawn
from workbook.map.outline import Blocks, Inlines, Table, Text
from workbook.map.rows import captioned
from workbook.map.showing import Showing
from workbook.plan import Plan
from workbook.reasoning.readiness import Condition, profile

_COLUMNS = ("condition", "level", "evidence", "lowest", "raters")


def blocks(showing: Showing, plan: Plan, assessment: str) -> Blocks:
    """A row for each condition of an assessment; () while rating goes on, or where nothing is
    answered."""
    found = profile(plan, assessment)
    if any(one.blind for one in found) or not any(one.answered for one in found):
        return ()
    columns = [one for one in _COLUMNS if one != "raters" or any(part.spread for part in found)]
    header = tuple((Text(showing.words(one)),) for one in columns)
    table = Table(header, tuple(_row(showing, one, columns) for one in found))
    figure = drawn.profile(showing, assessment, found)
    return captioned(showing.words("profile"), (*figure, table))


def _row(showing: Showing, one: Condition, columns: list[str]) -> tuple[Inlines, ...]:
    said = {
        "condition": one.dimension.short,
        "level": _level(showing, one),
        "evidence": showing.words("count", count=one.evidence, total=one.answered),
        "lowest": _lowest(showing, one),
        "raters": _raters(showing, one),
    }
    return tuple((Text(said[column]),) for column in columns)


def _level(showing: Showing, one: Condition) -> str:
    """The level in words and figures; and how many are answered, where not all are."""
    if one.level is None:
        level = showing.words("too_few")
    else:
        level = f"{one.word} ({one.level})" if one.word else str(one.level)
    if one.answered == one.of:
        return level
    return f"{level}; {showing.words('answers', count=one.answered, total=one.of)}"


def _lowest(showing: Showing, one: Condition) -> str:
    """The lowest answer by name: the first, and how many more stand as low."""
    if one.lowest is None:
        return ""
    said = f"{one.lowest.indicator.name} ({one.lowest.level})"
    more = one.lowest.more
    return f"{said} {showing.words('and_more', count=more)}" if more else said


def _raters(showing: Showing, one: Condition) -> str:
    """Between which means the raters lie."""
    if one.spread is None:
        return ""
    low, high = one.spread
    return showing.words("between", low=low, high=high) if low != high else str(low)
