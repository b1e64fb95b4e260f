"""A plan in several files: a page for each section, and what the tool's site needs beside them.

All places are relative, within one folder; who writes them decides which.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from workbook.curriculum.flavors import Flavor
from workbook.map import edges
from workbook.map.markdown import Page, data_place, drawing_place, numbered, write
from workbook.map.outline import (
    Block,
    Document,
    Figure,
    Link,
    List,
    Paragraph,
    Section,
    Text,
    inside,
    words,
)  # fmt: skip
from workbook.map.pictures.svg import svg
from workbook.spreadsheet import armless


def pages(document: Document, flavor: Flavor, data: str) -> dict[str, str]:
    """The text of every file by its place: the site's own, the first page, one for each section,
    each figure and its data where the tool shows figures. The same document gives the same files.
    data: the words that lead to the data of a figure."""
    return dict(_Site(document, flavor, data).files())


class _Site:
    def __init__(self, document: Document, flavor: Flavor, data: str) -> None:
        self.document, self.flavor, self.data = document, flavor, data
        found = (one for one in document.blocks if isinstance(one, Section))
        self.pages = {_name(place, one): one for place, one in enumerate(found, 1)}
        self.notes = numbered(document)

    def files(self) -> Iterator[tuple[str, str]]:
        title = "".join(words(self.document.title))
        for place, text in self.flavor.files.items():
            yield place, text.replace("{title}", edges.json_of(title)).lstrip("\n")
        yield self._place(self.flavor.index), self._first()
        for number, (name, section) in enumerate(self.pages.items(), 2):
            yield self._place(name), self._page(number, section)
        if self.flavor.images:
            for one in inside(self.document.blocks, Figure):
                beside = f"{self.flavor.assets}/".lstrip("/")
                yield beside + drawing_place(one), svg(one.drawing, one.title, one.alternative)
                yield beside + data_place(one), _table(one)

    def _place(self, name: str) -> str:
        return f"{self.flavor.pages}/{name}{self.flavor.ending}".lstrip("/")

    def _first(self) -> str:
        """What stands before the sections, and a list of them."""
        head: list[Block] = [one for one in self.document.blocks if not isinstance(one, Section)]
        items = tuple((Paragraph((Link(one.slot, one.title),)),) for one in self.pages.values())
        made = replace(self.document, blocks=(*head, *([List(items)] if items else [])))
        links = self._links(self.flavor.home or self.flavor.link)
        return write(made, self.flavor, Page(links=links, notes=self.notes))

    def _page(self, number: int, section: Section) -> str:
        made = replace(self.document, title=(Text(section.title),), blocks=section.blocks)
        links = self._links(self.flavor.link)
        page = Page(
            self.flavor.page, links, number, self.notes, self.flavor.picture, self.data
        )  # fmt: skip
        return write(made, self.flavor, page)

    def _links(self, link: str) -> Mapping[str, str]:
        """The address of every slot, as seen from another page."""
        found = {}
        for name, section in self.pages.items():
            to = link.replace("{page}", name)
            found[section.slot] = to
            for slot, anchor in edges.anchors(section.blocks, self.flavor):
                found[slot] = f"{to}{anchor}"
        return found


def _table(figure: Figure) -> str:
    """What a figure draws as CSV, in which no cell is a formula."""
    out = io.StringIO()
    for row in figure.data:
        csv.writer(out).writerow([armless(one) if isinstance(one, str) else one for one in row])
    return out.getvalue()


def _name(place: int, section: Section) -> str:
    """What the page of a section is called: its place, and its slot in letters and dashes."""
    slot = re.sub(r"[^a-z0-9]+", "-", section.slot.lower()).strip("-")
    return f"{place:02d}-{slot}".rstrip("-")
