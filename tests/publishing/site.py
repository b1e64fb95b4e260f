"""What a tool made of a plan, as a reader of its HTML finds it."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag

_EMPTY = {"img", "br", "hr", "meta", "link", "input", "col", "wbr", "source"}
_NO_PAGES = {"404.html"}
"""What a tool adds for its server."""


class Html(HTMLParser):
    """A page: all its places and links; of what stands in its main part, the tags and the text. A
    text without a main part is main."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.tags: Counter[str] = Counter()
        self.notes = 0
        self.text = ""
        self._depth = 0 if "<main" in html or 'role="main"' in html else 1
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.ids |= {one for key in ("id", "name") if (one := given.get(key))}
        self.links += [one for key in ("href", "src") if (one := given.get(key))]
        if self._depth:
            self.tags[tag] += 1
            self.notes += (given.get("id") or "").startswith("fnref")
        if self._depth or tag == "main" or given.get("role") == "main":
            self._depth += tag not in _EMPTY

    def handle_endtag(self, tag: str) -> None:
        self._depth -= bool(self._depth) and tag not in _EMPTY

    def handle_data(self, data: str) -> None:
        if self._depth:
            self.text += data

    @property
    def headings(self) -> int:
        return sum(self.tags[f"h{level}"] for level in range(1, 7))


class Site:
    """All pages of a site, in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pages = {
            one: Html(one.read_text(encoding="utf-8"))
            for one in sorted(folder.rglob("*.html")) if one.name not in _NO_PAGES
        }  # fmt: skip

    @cached_property
    def text(self) -> str:
        return " ".join(" ".join(one.text for one in self.pages.values()).split())

    def count(self, tag: str) -> int:
        """How often a tag stands in all main parts."""
        return sum(one.tags[tag] for one in self.pages.values())

    @property
    def broken(self) -> list[str]:
        """Links within the site that lead nowhere."""
        return [
            f"{page.relative_to(self.folder)}: {link}"
            for page, html in self.pages.items() for link in html.links
            if not self._leads(page, html, link)
        ]  # fmt: skip

    def _leads(self, page: Path, html: Html, link: str) -> bool:
        to, place = urldefrag(link)
        if ":" in to.partition("/")[0] or to.startswith("//"):
            return True
        base = self.folder if to.startswith("/") else page.parent
        file = (base / unquote(to).partition("?")[0].lstrip("/")).resolve() if to else page
        file = file / "index.html" if file.is_dir() else file
        if file not in self.pages:
            return file.is_file()
        return not place or unquote(place) in self.pages[file].ids
