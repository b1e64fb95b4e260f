"""The plan as Markdown in the dialect MAP-MD (publishing.md, 2.3), for GitHub and its kin.

No HTML, `-` for bullets, four spaces to nest, a paragraph on one line, a blank line round every
block, no heading below the third level. No front matter: half of the tools print it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from textwrap import indent

from workbook.map.escape import cell, line, literal
from workbook.map.facts import spelled
from workbook.map.outline import (
    Block,
    Blocks,
    Break,
    Document,
    Facts,
    Figure,
    Inline,
    Inlines,
    Link,
    List,
    Missing,
    Note,
    Paragraph,
    Quote,
    Section,
    Strong,
    Table,
    Text,
)  # fmt: skip

DEEPEST = 3
"""The lowest heading: Notion knows no other (publishing.md, 2.2)."""
_LEAST, _MOST = 3, 40
"""Dashes under a column: as many as its longest cell has characters, within these."""
_NEST = " " * 4


def write(document: Document) -> str:
    """A document as Markdown. The same document gives the same text."""
    return _Writer(document).whole() + "\n"


def anchor(title: str) -> str:
    """Where a heading can be linked to, as GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", title.strip().lower()).replace(" ", "-")


class _Writer:
    """Writes the blocks of one document; it knows where the slots stand."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.anchors = dict(_anchors(document.blocks))

    def whole(self) -> str:
        title = f"# {_unclosed(self.inline(self.document.title))}"
        return "\n\n".join([title, *self.each(self.document.blocks, 2)])

    def each(self, blocks: Iterable[Block], level: int = DEEPEST + 1) -> Iterator[str]:
        """Blocks one by one, those that say nothing left out. level: that of a heading."""
        for one in blocks:
            yield from filter(None, self.block(one, level))

    def block(self, block: Block, level: int) -> Iterator[str]:
        match block:
            case Section(title=title, blocks=blocks):
                yield from self.heading(title, level)
                yield from self.each(blocks, level + 1)
            case Facts():
                yield from self.each(spelled(block))
            case Break():
                return
            case _:
                yield self.one(block)

    def one(self, block: Block) -> str:
        """A block that is one piece of Markdown."""
        match block:
            case Paragraph(inlines):
                return self.inline(inlines)
            case List():
                return self.list(block)
            case Table():
                return self.table(block)
            case Quote(blocks):
                return _quoted(self.each(blocks))
            case Note(title, inlines):
                return _quoted([self.inline((Strong((Text(f"{title}:"),)), Text(" "), *inlines))])
            case Figure(title=title, alternative=alternative):
                return self.inline((Strong((Text(title),)), Text(f" {alternative}")))
            case Missing(text=text):
                return self.inline((Text(text),))
        raise TypeError(f"{type(block).__name__} is not one piece.")

    def heading(self, title: str, level: int) -> Iterator[str]:
        """A heading, or a bold line where there are no headings that deep."""
        inlines: Inlines = (Text(title),) if level <= DEEPEST else (Strong((Text(title),)),)
        text = self.inline(inlines)
        if text and level <= DEEPEST:
            text = f"{'#' * level} {_unclosed(text)}"
        yield text

    def list(self, block: List) -> str:
        items = [item for one in block.items if (item := list(self.each(one)))]
        gap = "\n\n" if any(map(_loose, block.items)) else "\n"
        marks = (f"{block.start + at}. " if block.ordered else "- " for at in range(len(items)))
        return gap.join(
            mark + indent(gap.join(item), _NEST).removeprefix(_NEST)
            for mark, item in zip(marks, items, strict=True)
        )

    def table(self, block: Table) -> str:
        given = (block.header, *block.rows)
        rows = [[self.inline(one, start=False, cells=True) for one in row] for row in given]
        widths = (max(map(len, column)) for column in zip(*rows, strict=True))
        rows.insert(1, ["-" * min(max(width, _LEAST), _MOST) for width in widths])
        return "\n".join(f"| {' | '.join(row)} |" for row in rows)

    def inline(self, inlines: Inlines, *, start: bool = True, cells: bool = False) -> str:
        """Inlines on one line. start: whether they begin a paragraph; cells: stand in a cell."""
        out = ""
        for plain, group in groupby(inlines, self._plain):
            if plain:
                text = "".join(one.text for one in group)  # type: ignore[union-attr]
                text = cell(text) if cells else line(text)
                out += literal(text, start=start and not out)
            else:
                for one in group:
                    piece = self.piece(one, cells=cells)
                    out += "\\" * (out.endswith("!") and piece.startswith("[")) + piece
        return out.strip()

    def _plain(self, inline: Inline) -> bool:
        return not isinstance(inline, Strong) and getattr(inline, "slot", "") not in self.anchors

    def piece(self, inline: Inline, *, cells: bool) -> str:
        """An inline that has marks of its own."""
        match inline:
            case Strong(inlines):
                inner = self.inline(inlines, start=False, cells=cells)
                return f"**{inner}**" if inner else ""
            case Link(slot, text):
                return f"[{literal(line(text))}](#{self.anchors[slot]})"
        raise TypeError(f"{type(inline).__name__} has no marks.")


def _unclosed(text: str) -> str:
    """A heading whose last sign cannot be taken for the end of the heading."""
    return re.sub(r"(?<!\\)#$", r"\#", text)


def _loose(item: Blocks) -> bool:
    """Whether an item needs blank lines in it: it is more than a text and a list under it."""
    return len(item) > 1 and not (len(item) == 2 and isinstance(item[1], List))


def _quoted(pieces: Iterable[str]) -> str:
    lines = "\n\n".join(pieces).split("\n")
    return "\n".join(f"> {one}".rstrip() for one in lines) if any(lines) else ""


def _anchors(blocks: Iterable[Block]) -> Iterator[tuple[str, str]]:
    for one in blocks:
        if isinstance(one, Section):
            yield one.slot, anchor(one.title)
            yield from _anchors(one.blocks)
