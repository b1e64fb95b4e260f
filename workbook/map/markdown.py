"""The plan as Markdown in the dialect MAP-MD (publishing.md, 2.3), for the tool that is named.

No HTML, `-` for bullets, four spaces to nest, a paragraph on one line, a blank line round every
block, no heading below the third level. What differs from tool to tool is said in flavors.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from textwrap import indent

from workbook.curriculum.flavors import GFM, Flavor, Matter
from workbook.map import edges
from workbook.map.escape import cell, line, literal
from workbook.map.facts import spelled
from workbook.map.outline import (
    Block,
    Blocks,
    Break,
    Cite,
    Document,
    Fact,
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
    inside,
    words,
)  # fmt: skip
from workbook.map.pictures.drawing import Flow
from workbook.map.pictures.mermaid import mermaid

DEEPEST = 3
"""The lowest heading: Notion knows no other (publishing.md, 2.2)."""
_LEAST, _MOST = 3, 40
"""Dashes under a column: as many as its longest cell has characters, within these."""
_UNDER = {1: "=", 2: "-"}
"""What stands under a heading of plain text, by its level."""
_NEST = " " * 4


@dataclass(frozen=True, slots=True)
class Page:
    """Where a text stands, if it is one of several. matter: its front matter; None for that of a
    plan in one file. links: the addresses of slots on other pages. place: its number. notes: the
    numbers of the footnotes by what they cite; None for those of this text alone. lies: the
    address of a file that lies beside the pages, with {name} for its place; "" where none does.
    data: the words that lead to the data of a figure; "" where they do not lie there. drawn: how
    the name of a drawing ends."""

    matter: Matter | None = None
    links: Mapping[str, str] = field(default_factory=dict)
    place: int = 1
    notes: Mapping[str, int] | None = None
    lies: str = ""
    data: str = ""
    drawn: str = ".svg"


def write(document: Document, flavor: Flavor = GFM, page: Page = Page()) -> str:
    """A document as Markdown. The same document gives the same text."""
    return _Writer(document, flavor, page).whole() + "\n"


class _Writer:
    """Writes the blocks of one document; it knows where the slots stand."""

    def __init__(self, document: Document, flavor: Flavor, page: Page) -> None:
        self.document, self.flavor, self.page = document, flavor, page
        own = dict(edges.anchors(document.blocks, flavor))
        self.notes = numbered(document) if page.notes is None else page.notes
        self.links = {slot: to for slot, to in {**page.links, **own}.items() if to}

    def whole(self) -> str:
        """The front matter, the title where it stands as a heading, the blocks."""
        matter = self.flavor.matter if self.page.matter is None else self.page.matter
        head = "\n".join(edges.front(matter, self._values()))
        shown = self.flavor.heading or "title" not in matter
        title = self.heading(self.inline(self.document.title), 1) if shown else ""
        blocks = self.each(self.document.blocks, 2 if shown else self.flavor.top)
        return "\n\n".join(filter(None, [head, title, *blocks, *self._footnotes()]))

    def _footnotes(self) -> Iterator[str]:
        """What is cited here, each once, where the tool has footnotes."""
        if self.flavor.footnotes:
            cited = {one.id: one.note for one in inside(self.document, Cite) if one.note}
            for id, note in cited.items():
                yield f"[^f{self.notes[id]}]: {self.inline((Text(note),))}"

    def _values(self) -> edges.Values:
        """What stands for the braces of the front matter."""
        title = line("".join(words(self.document.title))).strip()
        if self.flavor.escaped:
            title = literal(title, start=True, flavor=self.flavor)
        return {
            "title": title, "date": self.document.date.isoformat(), "place": self.page.place,
        }  # fmt: skip

    def each(self, blocks: Iterable[Block], level: int = DEEPEST + 1) -> Iterator[str]:
        """Blocks one by one, those that say nothing left out. level: that of a heading."""
        for one in blocks:
            yield from filter(None, self.block(one, level))

    def block(self, block: Block, level: int) -> Iterator[str]:
        match block:
            case Section(title=title, blocks=blocks):
                yield self.heading(self.inline((Text(title),), start=level <= DEEPEST), level)
                yield from self.each(blocks, level + 1)
            case Facts():
                yield from self.each(spelled(block))
            case Figure():
                yield from self.figure(block)
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
                return self.table(block) if self.flavor.tables else self.list(_listed(block))
            case Quote(blocks):
                return _quoted(self.each(blocks))
            case Note(title, inlines):
                named = self.inline((Text(title),), start=False)
                return edges.remark(self.flavor, named, self.inline(inlines))
            case Missing(text=text):
                return self.inline((Text(text),))
        raise TypeError(f"{type(block).__name__} is not one piece.")

    def figure(self, block: Figure) -> Iterator[str]:
        """A figure as the tool can draw it, with what says the same; nothing where it cannot."""
        if isinstance(block.drawing, Flow) and self.flavor.mermaid:
            yield f"```{self.flavor.mermaid}\n{mermaid(block.drawing)}\n```"
            yield from self.each(block.told)
        elif self.page.lies and self.flavor.images:
            place = drawing_place(block, self.page.drawn)
            address = self.page.lies.replace("{name}", place)
            text = literal(line(block.alternative), flavor=self.flavor).strip()
            yield f"![{text}]({address})"
            yield from self.each(block.told)
        if self.page.data and self.flavor.images:
            data = self.page.lies.replace("{name}", data_place(block))
            words = literal(self.page.data, flavor=self.flavor)
            yield f"[{words}]({data})"

    def heading(self, text: str, level: int) -> str:
        """A heading, or a bold line where there are no headings that deep. text: as Markdown."""
        if not text:
            return ""
        if not self.flavor.marks:
            under = _UNDER.get(level, "")
            return f"{text}\n{under * len(text)}".rstrip()
        return f"{'#' * level} {_unclosed(text)}" if level <= DEEPEST else f"**{text}**"

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
        out, waiting = "", ""
        for one in (*inlines, None):
            noted = isinstance(one, Cite) and bool(one.note) and self.flavor.footnotes
            if isinstance(one, Text | Cite) or (isinstance(one, Link) and self._is_dead(one)):
                waiting += one.short if isinstance(one, Cite) and noted else one.text
                if not noted:
                    continue
            text = cell(waiting) if cells else line(waiting)
            if out.endswith("]") and text.startswith("("):
                out += "\\"  # no address of what stands in brackets
            out += literal(text, start=start and not out, flavor=self.flavor)
            waiting, piece = "", self.piece(one, cells=cells) if one else ""
            if out.endswith("!") and piece.startswith("["):
                out = f"{out[:-1]}\\!"  # no picture
            out += piece
        return out.strip()

    def _is_dead(self, link: Link) -> bool:
        return link.slot not in self.links or not self.flavor.marks

    def piece(self, inline: Inline, *, cells: bool) -> str:
        """An inline that has marks of its own."""
        match inline:
            case Strong(inlines):
                inner = self.inline(inlines, start=False, cells=cells)
                return f"**{inner}**" if inner and self.flavor.marks else inner
            case Cite(id=id):
                return f"[^f{self.notes[id]}]"
            case Link(slot, text):
                return f"[{literal(line(text), flavor=self.flavor)}]({self.links[slot]})"
        raise TypeError(f"{type(inline).__name__} has no marks.")


def drawing_place(figure: Figure, ending: str = ".svg") -> str:
    """Where a drawing lies among the files beside the pages."""
    return f"figures/{figure.name}{ending}"


def data_place(figure: Figure) -> str:
    """Where the data of a figure lie among them."""
    return f"data/{figure.name}.csv"


def numbered(document: Document) -> dict[str, int]:
    """The number of each footnote by what it cites, in the order of the document."""
    cited = dict.fromkeys(one.id for one in inside(document, Cite) if one.note)
    return {id: number for number, id in enumerate(cited, 1)}


def _unclosed(text: str) -> str:
    """A heading whose last sign cannot be taken for the end of the heading."""
    return re.sub(r"(?<!\\)#$", r"\#", text)


def _loose(item: Blocks) -> bool:
    """Whether an item needs blank lines in it: it is more than a text and a list under it."""
    return len(item) > 1 and not (len(item) == 2 and isinstance(item[1], List))


def _quoted(pieces: Iterable[str]) -> str:
    lines = "\n\n".join(pieces).split("\n")
    return "\n".join(f"> {one}".rstrip() for one in lines) if any(lines) else ""


def _listed(table: Table) -> List:
    """The rows of a table as items: what stands in the first column, then each other cell under
    the head of its own."""
    items = []
    for name, *cells in table.rows:
        facts = tuple(
            Fact("".join(words(head)), (Paragraph(cell),))
            for head, cell in zip(table.header[1:], cells, strict=True)
            if cell
        )
        items.append((Facts(name, facts),))
    return List(tuple(items))
