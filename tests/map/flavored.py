"""A plan in a flavor, read again as the tool itself would read it."""

import json
from html.parser import HTMLParser
from typing import Any

from markdown import markdown as python_markdown
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin

from tests.map.conftest import Read, spaced
from workbook.curriculum.flavors import Flavor


def matter(text: str) -> tuple[dict[str, Any], str]:
    """The front matter, each value as it is read, and what comes after it."""
    if not text.startswith("---\n"):
        return {}, text
    head, _, body = text.removeprefix("---\n").partition("\n---\n\n")
    pairs = (one.partition(": ") for one in head.split("\n"))
    return {key: json.loads(value) for key, _, value in pairs}, body


class Reader(Read):
    """Markdown with what the tool knows beyond tables."""

    def __init__(self, markdown: str, flavor: Flavor) -> None:
        super().__init__(markdown)
        self.flavor = flavor

    @property
    def tokens(self) -> list[Token]:  # type: ignore[override]
        if "tokens" not in self.__dict__:
            reader = MarkdownIt("commonmark").enable("strikethrough")
            reader.enable("table") if self.flavor.tables else None
            reader.use(footnote_plugin)
            loose = "$" in self.flavor.escape
            reader.use(dollarmath_plugin, allow_digits=loose, allow_space=loose)
            if self.flavor.letters:
                reader.use(deflist_plugin).use(attrs_plugin).use(attrs_block_plugin)
                reader.use(colon_fence_plugin)
            self.__dict__["tokens"] = reader.parse(self.markdown)
        return self.__dict__["tokens"]


class Page(HTMLParser):
    """HTML as its tags and its text."""

    def __init__(self, markdown: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        known = ["admonition", "footnotes", "tables", "attr_list"]
        self.feed(python_markdown(markdown, extensions=known))

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.text += " "

    def handle_data(self, data):
        self.text += data


def text_of(markdown: str, flavor: Flavor) -> str:
    """All words that the tool shows, with single spaces."""
    if not flavor.marks:
        return spaced(markdown)
    shown = Page(markdown).text if flavor.id == "mkdocs" else Reader(markdown, flavor).text
    return spaced(shown)


def shape(markdown: str, flavor: Flavor) -> object:
    """What is structure: tags, or the kinds of blocks and marks in their order."""
    if not flavor.marks:
        return [(block[:2] in ("- ", "> "), block.count("\n")) for block in markdown.split("\n\n")]
    if flavor.id == "mkdocs":
        return Page(markdown).tags
    read = Reader(markdown, flavor)
    kinds = [one.type for one in (*read.tokens, *read.inlines)]
    return [one for one in kinds if one != "text"]
