"""The rows of the logic model's board: items as tinted blocks, links between them, what is said of
the selected one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from textual.content import Content

from screens.logic_layout import Layout, Lines, cell
from screens.plain import ACCENT, BODY, INK, MUTED, WARN, brief, joined, plain
from workbook.reasoning.checks import BY_CODE
from workbook.reasoning.logic_model import COLUMNS
from workbook.records.actions import Assumption, LogicItem

if TYPE_CHECKING:
    from workbook.plan import Plan
    from workbook.reasoning.checks import Finding
    from workbook.reasoning.logic_model import Item, Link, Model

MARKS = {
    "broken-reference": "broken link: u",
    "item-circle": "in a circle: u",
    "item-leads-back": "leads back: u",
    "item-without-action": "of no action",
    "output-without-activity": "no activity yet",
    "outcome-without-activity": "nothing leads here",
    "activity-without-output": "no output yet",
    "item-leads-nowhere": "leads nowhere",
    "long-without-predictor": "no predictor yet",
}
"""What stands under an item in which a check finds something, the gravest first."""
LEFT, RIGHT = 2, 3
"""Cells at the edges of the window, for the ends of links that go on beyond."""


@dataclass(frozen=True, slots=True)
class Window:
    """What of the board is in sight: the first column and how many, the rows."""

    first: int
    many: int
    rows: range

    @property
    def columns(self) -> range:
        """The columns in sight."""
        return range(self.first, self.first + self.many)


@lru_cache(maxsize=2048)
def _wrapped(text: str, width: int) -> tuple[Content, ...]:
    return tuple(plain(text or "(no words yet)").wrap(max(4, width)))


def block(item: Item, mark: str, width: int, most: int, *, selected: bool) -> list[Content]:
    """The lines of an item: its words on a ground, and under them what is missing."""
    lines = list(_wrapped(brief(item.text, 400), width - 2))
    room = most - bool(mark)
    if len(lines) > room:
        last = lines[room - 1].truncate(width - 3)
        lines = [*lines[: room - 1], joined(last, ("…", ""))]
    ground = "on $wb-wash" if selected else "on $wb-field"
    found = []
    for line in lines:
        words = line.stylize(f"{INK} bold" if selected else BODY)
        row = joined(("▌" if selected else " ", ACCENT), words)
        row = joined(row, (" " * max(0, width - row.cell_length), ""))
        found.append(row.truncate(width).stylize(ground))
    if mark:
        gap = plain(brief(f"○ {mark}", width), WARN)
        found.append(joined(gap, (" " * max(0, width - gap.cell_length), "")))
    return found


def placeholder(width: int) -> Content:
    """Stands selected in an empty column."""
    text = joined(("▌", ACCENT), ("+ adds one here", MUTED))
    text = joined(text, (" " * max(0, width - text.cell_length), ""))
    return text.truncate(width).stylize("on $wb-wash")


def mark(item: Item, found: Sequence[Finding]) -> str:
    """What stands under an item, "" for nothing."""
    if not item.placed:
        return "no column yet: m"
    codes = [one.code for one in found]
    return next((said for code, said in MARKS.items() if code in codes), "")


def links_between(
    layout: Layout, lines: Sequence[tuple[Lines, str]], y: int, gutter: int
) -> Content:
    """The cells of a gutter in a row. lines: with their styles, the first wins a cell."""
    left = gutter * layout.size.step + layout.size.column
    return _cells(lines, range(left, left + layout.size.gutter), y)


def links_through(
    layout: Layout, lines: Sequence[tuple[Lines, str]], y: int, column: int
) -> Content:
    """The cells of a column in a row where no item stands."""
    left = column * layout.size.step
    return _cells(lines, range(left, left + layout.size.column), y)


def _cells(lines: Sequence[tuple[Lines, str]], across: range, y: int) -> Content:
    whole, styles = [one for one, _ in lines], [style for _, style in lines]
    found = (cell(whole, x, y) for x in across)
    cells = [(text, styles[at]) if text else (" ", "") for text, at in found]
    runs = groupby(cells, key=lambda one: one[1])
    return joined(*(("".join(one for one, _ in run), style) for style, run in runs))


def heads(plan: Plan, window: Window, layout: Layout, width: int) -> list[Content]:
    """The names of the columns in sight, on one line or two."""
    names = [one.name for one in plan.options("logic-columns").values()][: len(COLUMNS)]
    size = layout.size
    wrapped = [_wrapped(names[at], size.column - 1) for at in window.columns]
    rows = []
    for number in range(max(map(len, wrapped))):
        cells = [one[number] if number < len(one) else Content("") for one in wrapped]
        padded = (joined(one, (" " * (size.step - one.cell_length), "")) for one in cells)
        row = joined((" " * (LEFT + 1), ""), *padded).truncate(width)
        rows.append(row.stylize(MUTED if number else f"{INK} bold"))
    return rows


def strip(plan: Plan, layout: Layout, here: int, width: int) -> Content:
    """All six columns with how many items each holds, by the first word of each name."""
    names = [one.name.split()[0] for one in plan.options("logic-columns").values()]
    pieces = []
    for at, name in enumerate(names[: len(COLUMNS)]):
        style = f"{ACCENT} bold" if at == here else BODY
        sign = "▸" if at == here else " "
        pieces.append(joined((sign + name, style), (f" {len(layout.columns[at])}", MUTED)))
    return Content(" ").join(pieces).truncate(width)


# What is said of an item


def said(
    plan: Plan, model: Model, item: Item, found: Sequence[Finding], width: int
) -> Iterator[Content]:
    """The whole of an item: its words, what leads to it, what it leads to and why, what rests on
    what, what is missing."""
    record = plan.record(item.id)
    if not isinstance(record, LogicItem):
        return
    beside = [plan.shown(record, one) for one in ("predictor", "groups")]
    yield from _lines(
        joined((item.text or "(no words yet)", f"{INK} bold"),
               ("".join(f"   {one}" for one in beside if one), MUTED)), width,
    )  # fmt: skip
    for one in found:
        rule = BY_CODE[one.code]
        what = one.text if "{" in rule.lacks else rule.lacks
        yield from _lines(joined((f"○ {what} ", WARN), (one.mend, MUTED)), width)
    for link in model.after.get(item.id, ()):
        yield from _lines(_to(plan, model, link), width)
    for link in model.before.get(item.id, ()):
        yield _one_line(joined(("from  ", MUTED), *_end(plan, model, link, link.start)), width)
    for taken in plan.records(Assumption):
        if taken.about in (item.id, item.action or None) and taken.text:
            yield _one_line(joined(("rests on  ", MUTED), (taken.text, BODY)), width)


def _to(plan: Plan, model: Model, link: Link) -> Content:
    if link.gone:
        return joined(("○ to something that was removed", WARN), (": u takes the link out", MUTED))
    sign = "○ back to  " if model.leads_back(link) or link.circle else "to  "
    why = (f": {link.why}", BODY) if link.why else (" ○ no reason yet: l", WARN)
    return joined((sign, WARN if sign[0] == "○" else MUTED), *_end(plan, model, link, link.end),
                  why)  # fmt: skip


def _end(plan: Plan, model: Model, link: Link, id: str) -> list[tuple[str, str]]:
    """The other end of a link, with its action where that is another one."""
    actions = {model.items[one].action for one in (link.start, link.end)}
    home = plan.record(model.items[id].action)
    code = plan.shown(home, "code") if home and len(actions) > 1 else ""
    return [(f"{code} " if code else "", ACCENT), (model.items[id].text or "(no words yet)", INK)]


def _lines(text: Content, width: int) -> list[Content]:
    return list(text.wrap(max(20, width)))


def _one_line(text: Content, width: int) -> Content:
    return text.truncate(width, ellipsis=True)


def notes(plan: Plan, model: Model, id: str) -> Mapping[str, tuple[str, str]]:
    """Every link of an item that joins it to another, by that one: in words, with its reason."""
    found: dict[str, tuple[str, str]] = {}
    for link in model.before.get(id, ()):
        found[link.start] = f"from  {plan.label(link.start)}", link.why or "no reason yet"
    for link in model.after.get(id, ()):
        if not link.gone:
            found[link.end] = f"to  {plan.label(link.end)}", link.why or "no reason yet"
    return found
