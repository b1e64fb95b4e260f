"""What is said under a profile: a condition in words, its gaps, its claims, how far a round is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from textual.content import Content

from screens.marks import Piece
from screens.plain import ACCENT, BODY, INK, MUTED, brief, joined, plain
from screens.profile_tables import lowest
from workbook import rating
from workbook.reasoning.readiness import Condition, is_wide, widest
from workbook.reasoning.rounds import day
from workbook.records.assessing import TeamLine

if TYPE_CHECKING:
    from workbook.curriculum import Dimension
    from workbook.plan import Plan
    from workbook.records.assessing import Round

SHOWN = 3
"""How many gaps and claims stand in sight; the condition's own page has them all."""


def differ(found: Sequence[Condition]) -> Content | None:
    """On which condition raters lie furthest apart, and between which means."""
    one = widest(found)
    if one is None or one.spread is None:
        return None
    low, high = one.spread
    return joined(
        ("You differ most on ", BODY), (one.dimension.short, f"{INK} bold"),
        (f": raters from {low} to {high}.", BODY),
    )  # fmt: skip


def detail(one: Condition) -> Content:
    """A condition in words: its level, how much is answered and shown, its lowest answer."""
    if one.level is None:
        said = "not enough known" if one.answered else "nothing agreed yet"
    else:
        said = f"{one.word} ({one.level})" if one.word else str(one.level)
    counts = f"{one.answered} of {one.of} answered, {one.evidence} with evidence"
    line = one.line is not None and f" Your team's own line: {one.line}."
    low = f" {lowest(one)}." if one.lowest else ""
    low += f" Raters {one.spread[0]:g}–{one.spread[1]:g}." if one.spread and is_wide(one) else ""
    return joined((f"{one.dimension.short}: ", f"{INK} bold"), (f"{said}. ", BODY),
                  (f"{counts}.{low}{line or ''}", MUTED))  # fmt: skip


def own_line(plan: Plan, dimension: Dimension) -> Iterator[Content]:
    """The team's own line of a condition, said as theirs, with its reason and who drew it."""
    lines = [one for one in plan.records(TeamLine) if one.level is not None]
    mine = [one for one in lines if one.dimension == dimension.id]
    for one in sorted(mine, key=lambda line: day(line.date))[-1:]:
        who, when = plan.shown(one, "who"), plan.shown(one, "date")
        by = ", ".join(filter(None, (who, when)))
        why = f": {brief(one.reason, 160)}" if one.reason else ""
        yield joined((f"Your team's own line is {one.level}{why}", BODY),
                     (f" ({by})" if by else "", MUTED))  # fmt: skip


def beside(plan: Plan, one: Condition, width: int) -> Iterator[Content]:
    """The gaps at the left and the claims at the right, as two columns of lines; where only one of
    them is there, it has the whole width."""
    room = width // 2 - 2 if one.gaps and one.claims else width
    left, right = list(_gaps(plan, one, room)), list(_claims(one, room))
    if left:
        head = "Below your own line" if one.line is not None else "Its lowest answers"
        left.insert(0, plain(head, MUTED))
    if right:
        right.insert(0, plain("Claims to check", MUTED))
    if not (left and right):
        yield from left or right
        return
    for a, b in zip_longest(left, right, fillvalue=plain("")):
        yield joined(a.truncate(room, ellipsis=True, pad=True), ("  ", ""), b)


def _gaps(plan: Plan, one: Condition, width: int) -> Iterator[Content]:
    levels = {answer.indicator.id: answer.level for answer in one.indicators}
    for gap in one.gaps[:SHOWN]:
        step = rating.step_of(plan, one.dimension, gap) is not None
        tail = "  a step" if step else f"  to {one.line}" if one.line is not None else ""
        name = brief(gap.name, width - 2 - len(tail))
        yield joined((f"{levels[gap.id]} ", f"{INK} bold"), (name, BODY), (tail, MUTED))
    if (left := len(one.gaps) - SHOWN) > 0:
        yield plain(f"and {left} more", MUTED)


def _claims(one: Condition, width: int) -> Iterator[Content]:
    levels = {answer.indicator.id: answer.level for answer in one.indicators}
    for claim in one.claims[:SHOWN]:
        name = brief(claim.name, width - 2)
        yield joined((f"{levels[claim.id]} ", f"{INK} bold"), (name, BODY))
    if (left := len(one.claims) - SHOWN) > 0:
        yield plain(f"and {left} more", MUTED)


def open_round(plan: Plan, round: Round) -> list[Piece]:
    """How far an open round is, in counts: no level, and nobody's name."""
    count = rating.turnout(plan, round)
    name = brief(round.name or "This round", 60)
    done = (
        "Nobody has" if not count.done else "One has" if count.done == 1 else f"{count.done} have"
    )
    begun = f", {count.begun} begun" if count.begun else ""
    return [
        (joined((f"“{name}” is open.", f"{INK} bold")), None),
        (plain(""), None),
        (plain(f"{count.expected} expected. {done} rated all {count.of}{begun}.", BODY), None),
        (plain("Nobody sees a level, or who gave it, until the round is closed.", MUTED), None),
        (plain(""), None),
        (joined(("r", ACCENT), (" the next rater rates    ", MUTED), ("o", ACCENT),
                (" close the round", MUTED)), None),
    ]  # fmt: skip
