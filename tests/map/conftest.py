"""The plan as a reader gets it: built, written, and read again by another program."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from tinydb.storages import MemoryStorage

from tests.conftest import TODAY
from tests.map.filling import Filling
from workbook.curriculum import Curriculum, load
from workbook.map.build import build
from workbook.map.markdown import write
from workbook.map.outline import Document
from workbook.plan import Plan
from workbook.store.tables import Tables

DATE = datetime.date(2027, 1, 2)
CURRICULUM = load()
FLAVORS = CURRICULUM.flavors
each_flavor = pytest.mark.parametrize("flavor", FLAVORS.values(), ids=FLAVORS)


@dataclass
class Read:
    """A text of Markdown as markdown-it understands it."""

    markdown: str

    @cached_property
    def tokens(self) -> list[Token]:
        return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(self.markdown)

    @property
    def inlines(self) -> Iterator[Token]:
        return (child for one in self.tokens for child in one.children or ())

    @cached_property
    def text(self) -> str:
        """All words in order, with single spaces."""
        return spaced("\n".join(_text(one) for one in self.tokens if one.type == "inline"))

    @cached_property
    def html(self) -> list[str]:
        kinds = ("html_block", "html_inline")
        return [one.content for one in (*self.tokens, *self.inlines) if one.type in kinds]

    @cached_property
    def headings(self) -> list[tuple[str, str]]:
        return [
            (one.tag, _text(after))
            for one, after in zip(self.tokens, self.tokens[1:], strict=False)
            if one.type == "heading_open"
        ]

    @cached_property
    def tables(self) -> list[list[list[str]]]:
        """Each table as rows of cells, its header first."""
        found: list[list[list[str]]] = []
        for one, after in zip(self.tokens, self.tokens[1:], strict=False):
            if one.type == "table_open":
                found.append([])
            elif one.type == "tr_open":
                found[-1].append([])
            elif one.type in ("th_open", "td_open"):
                found[-1][-1].append(_text(after))
        return found

    @cached_property
    def items(self) -> list[str]:
        """The first words of each item of a list."""
        return [
            _text(self.tokens[at + 2])
            for at, one in enumerate(self.tokens)
            if one.type == "list_item_open"
        ]

    @cached_property
    def paragraphs(self) -> list[str]:
        return [
            _text(after)
            for one, after in zip(self.tokens, self.tokens[1:], strict=False)
            if one.type == "paragraph_open"
        ]

    def kinds(self) -> set[str]:
        return {one.type for one in (*self.tokens, *self.inlines)}

    def under(self, heading: str) -> "Read":
        """The part of the text below a heading of the second or third level."""
        lines = self.markdown.split("\n")
        start = next(at for at, one in enumerate(lines) if one.lstrip("#") == f" {heading}")
        level = lines[start].split(" ")[0]
        rest = lines[start + 1 :]
        ends = (at for at, one in enumerate(rest) if one.startswith("#") and level.startswith(one.split(" ")[0]))  # noqa: E501  # fmt: skip
        return Read("\n".join(rest[: next(ends, len(rest))]))


def _text(token: Token) -> str:
    words = {"softbreak": "\n", "hardbreak": "\n"}
    return "".join(words.get(one.type, one.content) for one in token.children or ())


def spaced(text: str) -> str:
    return " ".join(text.split())


def document(plan: Plan, **choice) -> Document:
    return build(plan, date=DATE, **choice)


def markdown(plan: Plan, **choice) -> str:
    return write(document(plan, **choice))


def read(plan: Plan, **choice) -> Read:
    return Read(markdown(plan, **choice))


def new_plan(curriculum: Curriculum) -> Plan:
    return Plan(Tables(storage=MemoryStorage), curriculum, today=TODAY, who="Ana")


@pytest.fixture
def whole(plan: Plan) -> Plan:
    """A plan with something in each of the four sections that must not be empty."""
    plan.put("embarking.why-now", "The mill closed.")
    plan.add("finding", {"claim": "Homes are scarce."})
    plan.put("actions.theory", "Rules decide who gets a home.")
    plan.put("sustaining.owner", "the housing authority")
    return plan


@pytest.fixture(scope="module")
def full() -> Document:
    """A plan with something in every field, as a draft."""
    plan = new_plan(CURRICULUM)
    Filling(plan).everything()
    return document(plan, draft=True)
