"""What Find says: a hit in two lines, how much there is, what can be found where nothing is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from textual.content import Content

from screens.guidance import NAMES as PAGES
from screens.plain import ACCENT, BODY, INK, MUTED, brief, joined, plain
from workbook.search import Found, Hit, Marked, Sort

NAMES: Final[dict[Sort, str]] = {"answers": "Answers", "records": "Rows", "guidance": "Guidance"}
"""What each sort is called here."""
TEACHES = (
    ("In answers and rows", "what was written or chosen, by anybody."),
    ("In the guidance", "questions, guides, examples, mistakes, words."),
    ("Every word has to be there", "in any order, in any field: reyes bus"),
    ("Beginnings are enough", "and accents and a slip of the finger do not matter."),
)
"""What can be found, and how."""
INDENT, PLACE, FIELD = 2, 34, 24
"""Cells before a line; of the place that stands at its end; of a field's name."""


def lines(hit: Hit, width: int) -> Content:
    """A hit: what it is called, and at the end of the line where it stands; under it the line
    with the words."""
    place = brief(_place(hit), min(PLACE, width // 2))
    room = width - INDENT - Content(place).cell_length - 2
    title = joined(*_pieces(hit.title, BODY)).truncate(room, ellipsis=True)
    gap = " " * (width - INDENT - title.cell_length - Content(place).cell_length - 1)
    head = joined((" " * INDENT, ""), title, (gap, ""), (place, MUTED))
    if not hit.adds:
        return head
    field = "" if hit.name in (hit.title.text, PAGES.get(hit.page)) else hit.name
    said = ((brief(field, FIELD) + ": ") if field else "", MUTED)
    under = joined((" " * (INDENT + 2), ""), said, *_pieces(hit.line, MUTED))
    return Content("\n").join((head, under.truncate(width - 1, ellipsis=True)))


def _place(hit: Hit) -> str:
    """Where a hit stands: its step, or what sort of row it is; of guidance, which page too."""
    what = "" if hit.what == hit.title.text else hit.what
    return " · ".join(filter(None, (what, PAGES.get(hit.page))))


def _pieces(line: Marked, style: str) -> Iterator[tuple[str, str]]:
    """A line, with the words strong that were met."""
    at = 0
    for start, end in line.met:
        yield line.text[at:start], style
        yield line.text[start:end], f"{INK} bold"
        at = end
    yield line.text[at:], style


def heading(sort: Sort, count: int) -> Content:
    """What stands over the hits of a sort."""
    return joined((NAMES[sort], f"{ACCENT} bold"), (f" {count:,}", MUTED))


def more(sort: Sort, count: int, *, alone: bool) -> Content:
    """How many hits are not listed, and how to see them."""
    how = "another word finds fewer" if alone else f"Tab shows {NAMES[sort].lower()} alone"
    return plain(f"    and {count:,} more: {how}", MUTED)


def meant(text: str) -> Content:
    """What may be meant; Enter types it."""
    return joined(("  Did you mean ", MUTED), (f"“{text}”", f"{INK} bold"), ("?  ⏎", MUTED))


def teaching() -> Content:
    """What can be found, before anything is typed."""
    rows = (joined((f"{head}: ", INK), (text, MUTED)) for head, text in TEACHES)
    return Content("\n").join(rows)


def nothing(typed: str, found: Found, only: str) -> Content:
    """Why nothing is found: where each word stands by itself."""
    elsewhere = sum(found.counts.values())
    if only and elsewhere:
        name = NAMES.get(only, "").lower()  # type: ignore[call-overload]
        return plain(f"Nothing in the {name}, but {elsewhere:,} elsewhere: Tab goes on.", MUTED)
    parts = [f"Nothing holds “{brief(typed, 60)}”."]
    if len(found.alone) > 1:
        words = (f"“{brief(word, 30)}” is in {count:,}" for word, count in found.alone if count)
        none = [f"“{brief(word, 30)}” in none" for word, count in found.alone if not count]
        parts.append(f"By itself {', '.join([*words, *none])}.")
    parts.append("Look for fewer words, or for another one that may stand there.")
    return plain("\n".join(parts), MUTED)
