"""The rows of the tree of whys: rails, the cause, what holds it, what shows it, what reaches it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content

from screens.ledger import Entry, heading
from screens.plain import ACCENT, BODY, DATA, INK, MUTED, RAIL, WARN, brief, cell, joined, plain
from workbook.kinds.text import visible
from workbook.reasoning.causes import Why, conditions

if TYPE_CHECKING:
    from workbook.plan import Plan

STEP = 3
"""Cells by which a cause stands in from the one that it explains."""
DEEPEST = 10
"""Steps after which a chain goes straight down: there is no more room to the right."""
HELD, REACH, SHOWN = 16, 11, 10
"""Cells of the columns beside the tree."""
WIDE = 96
"""Cells from which these stand beside it and not below each cause."""
LEAST = 20
"""Cells that a cause's words have at the least."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of a cause, each in a word or two. reached: the names of the actions, codes:
    their short names."""

    held: str
    reach: str
    shown: str
    reached: str
    codes: str


def _told(plan: Plan, why: Why) -> Told:
    """What is said of a cause beside the tree."""
    cause = why.cause
    held, reach = (plan.shown(cause, one) for one in ("condition", "influence"))
    count = len(cause.evidence or ())
    shown = f"{count} source{'s' * (count != 1)}" if count else ""
    codes = (plan.value(one, "code") for one in map(plan.record, why.actions) if one)
    names = ", ".join(brief(plan.label(one), 50) for one in why.actions)
    short = ", ".join(str(one) for one in codes if one) or names
    return Told(held, _short(reach), shown, names, short)


def _short(reach: str) -> str:
    """“We can influence it” as “influence”: the column says the rest."""
    words = [one for one in reach.split() if one not in ("We", "can", "only", "it")]
    return " ".join(words)


def rows(plan: Plan, why: Why, blames: Callable[[str], str], width: int) -> Iterator[Entry]:
    """The lines of one cause: its words, and under them what reaches it. blames: what in the words
    of a cause, by its id, finds fault with people."""
    wide = width >= WIDE
    room = width - (HELD + REACH + SHOWN + 2 if wide else 0) - 2
    before, after = _rails(why)
    because = str(plan.value(why.cause, "because") or "(no words yet)")
    first, *more = plain(visible(because)).wrap(max(LEAST, room - len(before)))
    nothing = partial(Content, "")
    sides = partial(_columns, plan, why) if wide else nothing
    yield Entry(why.cause.id, partial(_words, before, first, sides, room, width))
    for one in more:
        yield Entry("", partial(_words, after, one, nothing, room, width), why.cause.id)
    after += "│ " if why.children else "  "
    yield Entry("", partial(_under, plan, why, blames, after, width), why.cause.id)


def _rails(why: Why) -> tuple[str, str]:
    """What stands before the first line of a cause, and before its other lines."""
    rails = why.rails[-DEEPEST:]
    way = "".join("│  " if goes_on else "   " for goes_on in rails)
    return way + ("╰─ " if why.last else "├─ "), way + ("   " if why.last else "│  ")


def _columns(plan: Plan, why: Why) -> Content:
    said = _told(plan, why)
    return joined(
        (cell(said.held, HELD) if said.held else f"{'○ not said':<{HELD}}",
         BODY if said.held else WARN),
        (cell(said.reach, REACH) if said.reach else f"{'○ not said':<{REACH}}",
         BODY if said.reach else WARN),
        (f"{said.shown or '○ nothing':<{SHOWN}}", MUTED if said.shown else WARN),
    )  # fmt: skip


def _under(
    plan: Plan, why: Why, blames: Callable[[str], str], rails: str, width: int, selected: bool
) -> Content:
    """The line under a cause's words."""
    below = _below(why, _told(plan, why), blames(why.cause.id), wide=width >= WIDE)
    return _line(rails, below, Content(""), width - 2, width, selected)


def _below(why: Why, said: Told, blames: str, *, wide: bool) -> Content:
    """What reaches a cause; in a narrow window also what holds it and what shows it."""
    parts: list[Content] = []
    if not wide:
        held = joined((said.held or "○ held by?", MUTED if said.held else WARN))
        reach = joined((said.reach or "○ our reach?", MUTED if said.reach else WARN))
        shown = joined((said.shown or "○ nothing shows it", MUTED if said.shown else WARN))
        parts.append(Content(" · ").join((held, reach, shown)))
    if blames:
        parts.append(joined((f"○ “{brief(blames, 40)}”: F6", WARN)))
    parts.append(_reached(why, said.reached if wide else said.codes))
    return Content("   ").join(parts)


def _reached(why: Why, names: str) -> Content:
    if names:
        return joined((f"→ {names}", ACCENT))
    if why.cause.influence == "watch":
        return joined(("outside our reach; we watch it", MUTED))
    if why.deeper:
        return joined(("reached further down", MUTED))
    return joined(("○ no action reaches this", WARN))


def _words(
    rails: str, words: Content, sides: Callable[[], Content], room: int, width: int,
    selected: bool,
) -> Content:  # fmt: skip
    """A line with the words of a cause, the strongest that stand here."""
    said = words.stylize(f"{INK} bold" if selected else INK)
    return _line(rails, said, sides(), room, width, selected)


def _line(
    rails: str, words: Content, sides: Content, room: int, width: int, selected: bool
) -> Content:
    """One line, with a ground behind all of it where it is selected."""
    text = joined((rails, RAIL), words)
    text = text.truncate(room, ellipsis=True)
    line = joined(("▌ " if selected else "  ", ACCENT), text)
    line = joined(line, (" " * max(0, room + 2 - line.cell_length), ""), sides)
    line = joined(line, (" " * max(0, width - line.cell_length), ""))
    line = line.truncate(width, ellipsis=True)
    return line.stylize("on $wb-wash") if selected else line


def head(width: int) -> Iterator[Entry]:
    """The names of the columns, where there are any."""
    if width >= WIDE:
        names = f"{'held by':<{HELD}}{'we can':<{REACH}}{'shown by':<{SHOWN}}"
        yield heading(joined((" " * (width - len(names) - 2) + names, MUTED)))


def foot(plan: Plan, whys: list[Why], width: int) -> Iterator[Entry]:
    """The six conditions of systems change, with how many causes each holds."""
    options = plan.options("six-conditions")
    counts = conditions(whys, list(options))
    yield heading(Content(""))
    said = "What holds it in place: six conditions, from the seen to the unseen"
    yield heading(joined((f"  {said}", MUTED)))
    cells = [
        joined(
            (f"{options[id].name} ", BODY if count else WARN),
            ("■" * min(count, 8) + (f" {count}" if count > 8 else ""), DATA)
            if count
            else ("○ not asked", WARN),
        )
        for id, count in counts.items()
    ]
    each = max(one.cell_length for one in cells) + 3
    across = max(1, min(3, (width - 2) // each))
    for at in range(0, len(cells), across):
        line = Content("").join(
            joined(one, (" " * (each - one.cell_length), "")) for one in cells[at : at + across]
        )
        yield heading(joined(("  ", ""), line).truncate(width))
