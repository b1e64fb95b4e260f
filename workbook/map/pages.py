"""A plan in several files: a page for each section, and what the tool's site needs beside them.

All places are relative, within one folder; who writes them decides which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from workbook.curriculum.flavors import Flavor
from workbook.map import edges
from workbook.map.markdown import Page, numbered, write
from workbook.map.outline import Block, Document, Link, List, Paragraph, Section, Text, words


def pages(document: Document, flavor: Flavor) -> dict[str, str]:
    """The text of every file by its place: the site's own, the first page, one for each section.
    The same document gives the same files."""
    return dict(_Site(document, flavor).files())


class _Site:
    def __init__(self, document: Document, flavor: Flavor) -> None:
        self.document, self.flavor = document, flavor
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
        page = Page(self.flavor.page, links, number, self.notes)
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


def _name(place: int, section: Section) -> str:
    """What the page of a section is called: its place, and its slot in letters and dashes."""
    slot = re.sub(r"[^a-z0-9]+", "-", section.slot.lower()).strip("-")
    return f"{place:02d}-{slot}".rstrip("-")
