"""The plan as it stands on the screen: the outline's nodes as text and tables in a window.

A writer like that of Markdown, and as plain: it says how a node looks and adds nothing. Text is
never read as markup. Rich breaks the lines, so that a plan of a hundred pages opens at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text as Line

from workbook.kinds.text import visible
from workbook.map.facts import spelled
from workbook.map.outline import (
    Block,
    Break,
    Cite,
    Document,
    Facts,
    Figure,
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

BLANK = Line("")
INDENT = 2
"""Cells by which a list and a quotation stand in."""


class Page:
    """Writes a document for a window. colors: those of the theme, by what they mean."""

    def __init__(self, document: Document, colors: Mapping[str, str]) -> None:
        self._document, self._colors = document, colors

    def pieces(self) -> Iterator[RenderableType]:
        """The document from its title on, piece by piece, with blank lines between them."""
        yield self._line(self._document.title, f"bold {self._colors['accent']}")
        for piece in self._flat(self._document.blocks, 2):
            yield BLANK
            yield piece

    def _flat(self, blocks: Iterable[Block], level: int) -> Iterator[RenderableType]:
        """Sections and facts taken apart, each other block as one piece."""
        for one in blocks:
            match one:
                case Section(title=title, blocks=inner):
                    color = self._colors["ink" if level == 2 else "accent"]
                    yield Line(visible(title), f"bold {color}")
                    yield from self._flat(inner, level + 1)
                case Facts():
                    yield from self._flat(spelled(one), level)
                case Break() | Figure():  # what follows a figure says the same in words
                    continue
                case _:
                    yield self._piece(one)

    def _piece(self, block: Block) -> RenderableType:
        match block:
            case Paragraph(inlines):
                return self._line(inlines)
            case List():
                return self._list(block)
            case Table():
                return self._table(block)
            case Quote(blocks):
                return Padding(Group(*self._flat(blocks, 4)), (0, 0, 0, INDENT))
            case Note(title, inlines):
                return self._line((Strong((Text(f"{title}:"),)), Text(" "), *inlines))
            case Missing(text=text):
                return Line(f"○ {visible(text)}", self._colors["warn"])
        raise TypeError(f"{type(block).__name__} is not one piece.")

    def _list(self, block: List) -> RenderableType:
        rows = Grid.grid(padding=(0, 1, 0, 0))
        for number, item in enumerate(block.items, block.start):
            mark = f"{number}." if block.ordered else "·"
            rows.add_row(Line(mark), Group(*self._flat(item, 4)))
        return Padding(rows, (0, 0, 0, INDENT))

    def _table(self, block: Table) -> RenderableType:
        muted = self._colors["muted"]
        grid = Grid(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, border_style=muted)
        for name in block.header:
            grid.add_column(self._line(name, muted), overflow="fold")
        for row in block.rows:
            grid.add_row(*map(self._line, row))
        return grid

    def _line(self, inlines: Inlines, style: str = "") -> Line:
        line = Line(style=style)
        for one in inlines:
            match one:
                case Strong(inner):
                    line.append_text(self._line(inner, f"bold {self._colors['ink']}"))
                case Text(text) | Cite(text=text) | Link(text=text):
                    line.append(visible(" ".join(text.split("\n"))))
        return line
