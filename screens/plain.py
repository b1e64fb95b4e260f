"""The one door by which text reaches a widget: as content, never read as markup."""

from __future__ import annotations

import re

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from workbook.kinds.text import visible

INK, MUTED, BODY, WARN, ACCENT, DATA, RAIL = (
    "$wb-ink",
    "$wb-muted",
    "$wb-body",
    "$wb-warn",
    "$wb-accent",
    "$wb-data",
    "$wb-rail",
)
"""Styles of the palette, by what they mean (look.md 2)."""


def plain(text: str, style: str = "") -> Content:
    """Text of anyone's as content, with marks for what cannot be shown."""
    return Content.styled(visible(text), style) if style else Content(visible(text))


def column(text: str, width: int) -> str:
    """Text of anyone's on one line, in exactly so many cells: cut with an ellipsis, or filled up.
    A letter of another script may take two cells, and a mark for what cannot be shown five."""
    return filled(brief(visible(" ".join(text.split())), width), width)


def brief(text: str, cells: int) -> str:
    """Text of anyone's on one line, cut to so many cells with an ellipsis, as a window counts."""
    line = " ".join(text.split())
    if cell_len(line) <= cells:
        return line
    return set_cell_size(line, max(0, cells - 1)).rstrip() + "…"


def filled(text: str, cells: int) -> str:
    """A text of one line with blanks up to so many cells."""
    return text + " " * (cells - cell_len(text))


def cell(text: str, cells: int) -> str:
    """Text of anyone's in exactly so many cells, with a blank or more at its end."""
    return column(text, cells - 1) + " "


def wrapped(text: str, cells: int) -> list[str]:
    """Text of anyone's as lines of at most so many cells; one empty line where there is none."""
    return [line.plain.rstrip() for line in plain(" ".join(text.split())).wrap(cells)] or [""]


def pasted(text: str) -> str:
    """Text that somebody pastes, as a field takes it: it holds the same marks as what it shows."""
    return visible(text.replace("\r\n", "\n").replace("\r", "\n"))


def joined(*parts: tuple[str, str] | Content) -> Content:
    """Pieces of (text, style) or content, one after another."""
    return Content("").join(
        part if isinstance(part, Content) else plain(part[0], part[1]) for part in parts
    )


def bar(done: int, of: int, width: int, style: str = DATA) -> Content:
    """Progress as `width` marks: ▰ for what is done, ▱ for what is not."""
    filled = 0 if not of else min(width, max(1 if done else 0, done * width // of))
    return joined(("▰" * filled, style), ("▱" * (width - filled), RAIL))


def prose(markdown: str) -> Content:
    """Our own guides' Markdown as content: paragraphs, `- ` lists, ### and **bold**."""
    blocks = re.split(r"\n\s*\n", markdown.strip())
    return Content("\n\n").join(_block(block) for block in blocks)


def _block(block: str) -> Content:
    lines: list[str] = []
    for line in block.splitlines():
        if line.startswith(("- ", "#")) or not lines:
            lines.append(line)
        else:
            lines[-1] += " " + line.strip()
    return Content("\n").join(_line(line) for line in lines)


def _line(line: str) -> Content:
    if line.startswith("#"):
        return plain(line.lstrip("# "), f"{INK} bold")
    text = "· " + line[2:] if line.startswith("- ") else line
    pieces = re.split(r"\*\*(.+?)\*\*", text)
    return joined(
        *(
            (piece.replace("*", ""), f"{INK} bold" if odd % 2 else "")
            for odd, piece in enumerate(pieces)
        )
    )
