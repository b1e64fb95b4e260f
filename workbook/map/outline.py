"""What a Mobility Action Plan is made of: a closed list of nodes that every writer can write.

The builder decides what is said and in which order; a writer only says how it looks and adds
nothing. Text in a node is as the user wrote it: each writer escapes it for itself.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import TYPE_CHECKING, TypeVar

from workbook.curriculum import WIDEST
from workbook.map.pictures.drawing import Drawing

if TYPE_CHECKING:
    from workbook.map.gaps import Lack

T = TypeVar("T")

# Within a line


@dataclass(frozen=True, slots=True)
class Text:
    """Words as they were written, to be shown exactly so."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that stand out."""

    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Cite:
    """A published figure. id: its series; text: the figure with its year, quality and source.
    short: the same where a footnote says the rest; note: that footnote; sourced: whether the
    series names its source."""

    id: str
    text: str
    short: str = ""
    note: str = ""
    sourced: bool = True


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a slot of the same document."""

    slot: str
    text: str


Inline = Text | Strong | Cite | Link
Inlines = tuple[Inline, ...]

# Blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A block."""


@dataclass(frozen=True, slots=True)
class Paragraph(Node):
    """Running text, without a line end in it."""

    inlines: Inlines


@dataclass(frozen=True, slots=True)
class List(Node):
    """Items, each of one or more blocks. start: the first number of an ordered list."""

    items: tuple[Blocks, ...]
    ordered: bool = False
    start: int = 1


@dataclass(frozen=True, slots=True)
class Table(Node):
    """Rows of cells under a header. Raises ValueError for more than five columns, or a row
    that is not as wide as the header."""

    header: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]

    def __post_init__(self) -> None:
        if not 0 < len(self.header) <= WIDEST:
            raise ValueError(f"A table has one to {WIDEST} columns, not {len(self.header)}.")
        if any(len(row) != len(self.header) for row in self.rows):
            raise ValueError("Every row of a table is as wide as its header.")


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing said of something: what it is about ("" for nothing), and what is said."""

    label: str
    blocks: Blocks


@dataclass(frozen=True, slots=True)
class Facts(Node):
    """What is known of one thing. name: what it is called, empty for none. short: whether
    all of it reads as one paragraph."""

    name: Inlines
    facts: tuple[Fact, ...]
    short: bool = True


@dataclass(frozen=True, slots=True)
class Quote(Node):
    """Words that are somebody's own."""

    blocks: Blocks


@dataclass(frozen=True, slots=True)
class Note(Node):
    """A remark beside the text. title: what kind of remark."""

    title: str
    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Figure(Node):
    """A drawing. name: in letters and dashes, unique; alternative: what it shows, in words; data:
    the same as rows, the heads first; told: the same as a table or a list, () where what follows
    the figure says it (publishing.md, 2.3)."""

    name: str
    title: str
    alternative: str
    drawing: Drawing
    data: tuple[tuple[str | float, ...], ...]
    told: Blocks = ()


@dataclass(frozen=True, slots=True)
class Missing(Node):
    """A gap. step: where it is written; text: what a reader sees in its place."""

    step: str
    text: str


@dataclass(frozen=True, slots=True)
class Break(Node):
    """The end of a page, where there are pages."""


@dataclass(frozen=True, slots=True)
class Section(Node):
    """A titled part of the document; sections in it stand one level deeper."""

    slot: str
    title: str
    blocks: Blocks


Block = (
    Paragraph | List | Table | Facts | Quote | Note | Figure | Missing | Break | Section
)  # fmt: skip
Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A Mobility Action Plan, ready to be written.

    draft: whether it says of itself that it is one. gaps: what stands in it as not yet written.
    left_out: what is not written and has no heading here. withheld: the places that lost a
    person's name. notes: what else whoever exports should hear, in sentences.
    """

    title: Inlines
    date: datetime.date
    edition: str
    draft: bool
    blocks: Blocks
    gaps: tuple[Lack, ...] = ()
    left_out: tuple[Lack, ...] = ()
    withheld: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def words(node: object) -> Iterator[str]:
    """All text in a document, a block or an inline, in order."""
    match node:
        case Text(text) | Cite(text=text) | Link(text=text):
            yield text
        case str():
            pass
        case tuple():
            for one in node:
                yield from words(one)
        case Document(title=title, blocks=blocks):
            yield from words((title, blocks))
        case Node() | Fact() | Strong():
            yield from (text for one in fields(node) for text in words(getattr(node, one.name)))


def inside(node: object, kind: type[T]) -> Iterator[T]:
    """Everything of a kind in a document, a block or an inline, in order."""
    if isinstance(node, kind):
        yield node
    if isinstance(node, tuple):
        for one in node:
            yield from inside(one, kind)
    elif is_dataclass(node):
        for field in fields(node):
            yield from inside(getattr(node, field.name), kind)
