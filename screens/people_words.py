"""What the stakeholder map says in words: of one person, of those to share power with, of a row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content

from screens.plain import ACCENT, BODY, INK, MUTED, WARN, brief, column, joined
from screens.stakeholder_grid import SHARE, Words
from workbook.reasoning.coverage import coverage, nobody
from workbook.reasoning.stakeholders import Mark

if TYPE_CHECKING:
    from workbook.plan import Plan
    from workbook.records import Record

NAME, SHORT, FEW = 32, 15, 3
"""Cells of a name in a sentence, and in a short one; names that a sentence lists."""
REGISTER = "register"
OF = 10
"""Cells from which an organization's beginning says something."""
SCORES = ("power", "interest", "affected")


def around(plan: Plan) -> Words:
    """What is written around the grid: its axes as the register calls them, its corners."""
    table, named = plan.curriculum.tables.get(REGISTER), plan.options("approaches")
    axes = [table.field(one) if table else None for one in ("power", "interest")]
    power, interest = (one.name.lower() if one else "" for one in axes)
    corners = {one: named[one].name if one in named else "" for one in Words.__slots__[2:]}
    return Words(power, interest, **corners)


def said(plan: Plan, mark: Mark, *, short: bool, table: bool = False) -> Content:
    """What the map advises for one person, and why. short: in one row, without the scores that
    the drawing shows already. table: beside one, which says the advice itself."""
    if short and table and (changed := since(plan, mark)):
        name = f"{mark.number} {brief(plan.label(mark.id), SHORT)}"
        return joined((name, f"{INK} bold"), (f": {changed}", BODY))
    scores = ", ".join(f"{one} {getattr(mark, one) or '–'}" for one in SCORES)
    option = plan.options("approaches").get(mark.approach)
    name, note = (option.name, option.note) if option else ("no place yet", _UNPLACED)
    return joined(
        (f"{mark.number} {brief(plan.label(mark.id), SHORT if short else NAME)}", f"{INK} bold"),
        (": " if short else f": {scores}. ", BODY),
        (f"{SHARE} {name}" if mark.shares else name, f"{ACCENT} bold" if mark.shares else INK),
        (f"; {_reason(mark)}. " if mark.shares else ". ", BODY),
        (since(plan, mark), BODY),
        ("" if short and mark.shares else note, MUTED if short else BODY),
    )


_UNPLACED = "An arrow key begins in the middle; both scores then go from 1 to 5."


def _reason(mark: Mark) -> str:
    """Why the corner does not count."""
    return f"affected {mark.affected} and power {mark.power} come first"


def since(plan: Plan, mark: Mark) -> str:
    """What has changed since the first scores, in a sentence; "" for nothing."""
    record = plan.record(mark.id)
    if record is None:
        return ""
    moved = [
        f"{now} {_then(plan, record, first)} → {_then(plan, record, now)}"
        for now, first in record.firsts.items()
        if record.data.get(first) is not None and record.data[first] != record.data.get(now)
    ]
    day = plan.shown(record, record.first_on) or "the first time"
    return f"Since {day}: {'; '.join(moved)}. " if moved else ""


def _then(plan: Plan, record: Record, field: str) -> str:
    """A score as a number, a stance as a word."""
    value = plan.value(record, field)
    return f"{value}" if isinstance(value, int) else plan.shown(record, field).lower() or "–"


def shared(plan: Plan, marks: Sequence[Mark], *, short: bool) -> Content:
    """With whom power is to be shared: members first, then those who have not joined."""
    members = [one for one in marks if one.shares and one.member]
    others = [one for one in marks if one.shares and not one.member]
    if not members and not others:
        return joined(("Nobody here is strongly affected and can decide little.", MUTED))
    parts = [(f"{SHARE} Share power with ", ACCENT), *_named(plan, members or others, short=short)]
    if members and others:
        names = [(f"{len(others)}", INK)] if short else _named(plan, others, short=False)
        parts += [("; not members yet: ", MUTED), *names]
    return joined(*parts, ("   p", f"{INK} bold"), (" plan how", MUTED))


def _named(plan: Plan, marks: Sequence[Mark], *, short: bool) -> list[tuple[str, str]]:
    few = FEW - 1 if short else FEW
    names = [brief(plan.label(one.id), SHORT if short else NAME) for one in marks[:few]]
    more = f" and {len(marks) - few} more" if len(marks) > few else ""
    return [(", ".join(names), f"{INK} bold"), (more, BODY)]


def missing(plan: Plan) -> list[tuple[str, str]]:
    """Who is not at the table, a line each: sign and words; of sectors first, then of groups."""
    lines = coverage(plan)
    sectors = [one.name.lower() for one in nobody(lines, "sector")]
    groups = [one.name for one in nobody(lines, "group")]
    here = sum(one.kind == "sector" and bool(one.members) for one in lines)
    found = [("", f"At the table: {here} {'sector' if here == 1 else 'sectors'}")]
    found += [("○ ", f"no one from {', '.join(sectors)}")] * bool(sectors and here)
    return found + [("○ ", f"none of {', '.join(groups)}")] * bool(groups)


def wrapped(sign: str, text: str, width: int) -> list[Content]:
    """A line in as many rows as it needs, the sign before the first."""
    rows, row = list[str](), ""
    for word in text.split():
        if row and cell_len(row) + cell_len(word) + 1 > width - len(sign):
            rows, row = [*rows, row], ""
        row = f"{row} {word}".strip()
    style = WARN if sign else MUTED
    indent = " " * len(sign)
    return [
        joined((indent if number else sign, style), (one[: width - len(sign)], style))
        for number, one in enumerate([*rows, row])
    ]


def legend_line(plan: Plan, mark: Mark, width: int, *, selected: bool) -> Content:
    """A mark's number, name and organization in one row."""
    number = f"{mark.number:>3} "
    room = width - 4 - len(number)
    label = plan.label(mark.id)
    name = column(label, room).rstrip()
    record = plan.record(mark.id)
    of = plan.shown(record, "organisation") if record else ""
    left = room - cell_len(name)
    of = f"  {column(of, left - 2)}" if left - 2 >= OF and of != label else " " * left
    sign = SHARE if mark.shares else " " if mark.placed else "○"
    ground = " on $wb-wash" if selected else ""
    return joined(
        ("▌" if selected else " ", ACCENT + ground),
        (number, f"{INK} bold{ground}" if mark.member else f"{MUTED}{ground}"),
        (name, (f"{INK} bold" if selected else BODY) + ground),
        (of, MUTED + ground),
        (f" {sign} ", (ACCENT if mark.shares else WARN) + ground),
    )


ROOMY, NARROW = 92, 70
"""Cells from which the table has stance and status too; below which its heads are short."""


def table_lines(plan: Plan, marks: Sequence[Mark], width: int, here: str) -> list[Content]:
    """The same as a table: a row for each, with its scores and what they advise."""
    each = 5 if width < NARROW else 10
    name = max(8, width - 3 * each - 27 - (21 if width >= ROOMY else 0))
    heads = "".join(f"{one[: each - 1]:>{each}}" for one in SCORES)
    more = f"{'stance':<11}{'status':<10}" if width >= ROOMY else ""
    head = f"      {'':{name}} {heads}  {'advice':<18}{more}"
    rows = (_row(plan, one, name, each, width) for one in marks)
    lines = [_lit(row, lit=one.id == here) for row, one in zip(rows, marks, strict=True)]
    return [joined((head[:width], MUTED)), *lines]


def _row(plan: Plan, mark: Mark, name: int, each: int, width: int) -> list[tuple[str, str]]:
    """The cells of a row with their styles."""
    record = plan.record(mark.id)
    stance, status = (plan.shown(record, one) if record else "" for one in ("stance", "status"))
    option = plan.options("approaches").get(mark.approach)
    scores = "".join(f"{getattr(mark, one) or '–':>{each}}" for one in SCORES)
    advice = (f"{SHARE} " if mark.shares else "") + (option.name if option else "no place yet")
    more = f"{brief(stance, 10):<11}{brief(status, 10):<10}" if width >= ROOMY else ""
    return [
        (f"{mark.number:>4} ", f"{INK} bold"),
        (f"{column(plan.label(mark.id), name)} ", INK),
        (f"{scores}  ", f"{INK} bold"),
        (f"{brief(advice, 18):<18}", ACCENT if mark.shares else BODY),
        (more, MUTED),
    ]


def _lit(row: list[tuple[str, str]], *, lit: bool) -> Content:
    """A row, on the ground of the selected one where it is that."""
    ground = " on $wb-wash" if lit else ""
    bar = ("▌" if lit else " ", ACCENT + ground)
    return joined(bar, *((text, style + ground) for text, style in row))
