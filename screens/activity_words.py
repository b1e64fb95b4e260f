"""What the screens of the engagement plan say of an activity: its sign, its level, its people."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content

from screens.ledger import Entry, heading
from screens.plain import ACCENT, BODY, INK, MUTED, WARN, brief, joined
from workbook.reasoning.costs import CANCELED
from workbook.reasoning.engagement import SPECTRUM
from workbook.records.engagement import Activity

if TYPE_CHECKING:
    from workbook.plan import Plan
    from workbook.reasoning.checks import Finding

LEFT = 3
"""Cells before the first of a row: the bar of the selected one, a sign, a blank."""
INDENT = " " * LEFT
LEAST = 56
"""Cells of a row below which nothing is drawn more narrowly: the window is too small then."""
_SIGNS = {"held": "✓", "reported-back": "✓", "planned": "◐", "confirmed": "◐", CANCELED: "×"}
"""How far an activity is; · for an idea, or where nobody said."""


def sign(one: Activity) -> str:
    """✓ for what was held, ◐ for what is planned, × for what was called off, · for an idea."""
    return _SIGNS.get(one.status or "", "·")


def held(one: Activity) -> bool:
    """Whether it took place."""
    return sign(one) == "✓"


def level_name(plan: Plan, level: int | None) -> str:
    """A level of the spectrum by its name; "" for none."""
    option = plan.options(SPECTRUM).get(str(level))
    return option.name if option else ""


def people(one: Activity) -> str:
    """How many came, else how many are expected; "" where nobody said."""
    if one.reach_actual is not None:
        return f"{one.reach_actual:g} came"
    return f"{one.reach_planned:g} expected" if one.reach_planned is not None else ""


def row(
    width: int, selected: bool, mark: tuple[str, str], *cells: tuple[str, str]
) -> Content:  # a ledger's drawing
    """A row of a ledger: the bar of the selected one, a sign, its cells; on the wash to the end."""
    ground = " on $wb-wash" if selected else ""
    text = joined(
        ("▌" if selected else " ", ACCENT + ground),
        (mark[0] + " ", mark[1] + ground),
        *((text, style + ground) for text, style in cells),
    )
    return joined(text.truncate(width), (" " * max(0, width - text.cell_length), ground.strip()))


def said_of(plan: Plan, one: Activity, found: list[Finding], width: int) -> Content:
    """Two lines on an activity: when and where, and what a check finds in it or its promise."""
    day, end, place, host = (plan.shown(one, id) for id in ("starts", "ends", "place", "host"))
    when = f"{day} to {end}" if day and end else day or end or "no date yet"
    facts = "; ".join(filter(None, (when, place, host and f"host: {host}", people(one))))
    head = brief(plan.label(one.id), 40)
    return joined(
        (f"{head}: ", f"{INK} bold"), (brief(facts, max(10, width - cell_len(head) - 2)), BODY),
        ("\n", ""), below(found, one.promise and f"We promise: “{one.promise}”", width),
    )  # fmt: skip


def below(found: list[Finding], else_: str | None, width: int) -> Content:
    """What a check finds, with what to do about it; else another word."""
    if found:
        more = f" ({len(found) - 1} more: F4 on the step)" if len(found) > 1 else ""
        return joined((brief(f"○ {found[0].text} {found[0].mend}{more}", width), WARN))
    return joined((brief(else_ or "", width), MUTED))


def fitting(entries: Iterable[Entry], width: int) -> list[Entry]:
    """Entries with their headings cut to a width: a line that wrapped would push all below it."""
    return [
        one if one.key else heading(one.draw(False).truncate(width, ellipsis=True))
        for one in entries
    ]
