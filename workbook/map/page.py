"""The plan as one page for a browser, for paper and for whoever reads by ear.

Made of our own Markdown, and cleaned of all that our Markdown cannot mean. It fetches nothing and
runs nothing: its style stands in it, and it tells the browser to refuse all else.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

import markdown
import nh3
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from workbook.curriculum import OURS
from workbook.curriculum.flavors import GFM
from workbook.kinds.text import visible
from workbook.map.edges import anchor
from workbook.map.markdown import DEEPEST, Page, drawing_place, write
from workbook.map.outline import Figure, Section, inside, words
from workbook.map.pictures.svg import svg

if TYPE_CHECKING:
    from workbook.map.outline import Blocks, Document
    from workbook.map.wording import Wording

STYLE = OURS / "page.css"
_MAIN = "_main"
"""Where the plan begins; no heading of ours begins so."""
_TAGS = {
    "a", "blockquote", "div", "em", "h1", "h2", "h3", "hr", "img", "li", "ol", "p", "strong", "sup",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_ATTRIBUTES = {
    "a": {"href", "title"}, "h2": {"id"}, "h3": {"id"}, "img": {"alt", "src"}, "li": {"id"},
    "ol": {"start"}, "sup": {"id"}, "th": {"scope"},
    "div": {"class", "role", "tabindex", "aria-label"},
}  # fmt: skip
_FLAVOR = replace(GFM, id="page", mermaid="")
"""Our Markdown with notes and with drawings, which are put into the page."""
_BACK = re.compile(r"#fnref\d*:f(\d+)")
"""From a note to where it is cited, as Python-Markdown has it."""
_UNMEANT = {"preprocessors": ("html_block",), "inlinePatterns": ("html", "autolink", "automail")}
_UNMEANT_BLOCKS = ("code", "setextheader", "reference")
"""What Python-Markdown would read and MAP-MD never writes."""


def page(document: Document, say: Wording) -> str:
    """A document as one HTML page. say: the words of the page itself. The same document and words
    give the same text."""
    title = escape(visible("".join(words(document.title))))
    head, _, body = _body(document, say).partition("</h1>\n")
    style = STYLE.read_text(encoding="utf-8")
    return f"""<!doctype html>
<html lang="{escape(say("lang"))}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_policy(style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<a class="skip" href="#{_MAIN}">{escape(say("skip"))}</a>
<header>
{head}</h1>
</header>
{_contents(document, say)}<main id="{_MAIN}" tabindex="-1">
{body}
</main>
</body>
</html>
"""


def _policy(style: str) -> str:
    """What a browser may do with the page: show it in its own style, and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    shown = f"img-src data:; style-src 'sha256-{digest}'"
    return f"default-src 'none'; {shown}; base-uri 'none'; form-action 'none'"


def _contents(document: Document, say: Wording) -> str:
    """The headings as links, "" where there are none."""
    listed = "".join(_listed(document.blocks, 2))
    if not listed:
        return ""
    heading = escape(say("contents"))
    return f'<nav aria-label="{heading}">\n<p>{heading}</p>\n{listed}</nav>\n'


def _listed(blocks: Blocks, level: int) -> Iterator[str]:
    found = [one for one in blocks if isinstance(one, Section)]
    if not found or level > DEEPEST:
        return
    yield "<ul>\n"
    for one in found:
        link = f'<a href="{escape(anchor(one.title))}">{escape(visible(one.title))}</a>'
        yield f"<li>{link}{''.join(_listed(one.blocks, level + 1)).rstrip()}</li>\n"
    yield "</ul>\n"


def _body(document: Document, say: Wording) -> str:
    made = markdown.Markdown(
        extensions=["tables", "sane_lists", "footnotes", _Ours(say, dict(_drawn(document)))],
        output_format="html",
    )
    made.ESCAPED_CHARS += ["~", "$"]
    for name in _UNMEANT_BLOCKS:
        made.parser.blockprocessors.deregister(name)
    for part, names in _UNMEANT.items():
        for name in names:
            getattr(made, part).deregister(name)
    text = write(document, _FLAVOR, Page(lies="{name}"))
    return nh3.clean(
        made.convert(text), tags=_TAGS, attributes=_ATTRIBUTES, link_rel=None, url_schemes={"data"}
    )


def _drawn(document: Document) -> Iterator[tuple[str, str]]:
    """Each drawing of a document as an address that holds all of it, by its place."""
    for one in inside(document, Figure):
        data = svg(one.drawing, one.title, one.alternative).encode()
        yield drawing_place(one), f"data:image/svg+xml;base64,{base64.b64encode(data).decode()}"


class _Ours(Extension):
    """What a page needs beyond its Markdown."""

    def __init__(self, say: Wording, drawn: Mapping[str, str]) -> None:
        super().__init__()
        self.say, self.drawn = say, drawn

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802  # Python-Markdown's name
        md.treeprocessors.register(_Finish(md, self.say, self.drawn), "ours", -1)


class _Finish(Treeprocessor):
    """Gives headings their anchors, the heads of columns their scope, the ways back from notes our
    words, and tables a box of their own to scroll in, which says its number to a listener."""

    def __init__(self, md: markdown.Markdown, say: Wording, drawn: Mapping[str, str]) -> None:
        super().__init__(md)
        self.say, self.drawn, self.tables = say, drawn, 0

    def run(self, root: Element) -> None:
        for one in root.iter():
            self._finish(one)
        for parent in list(root.iter()):
            for at, child in enumerate(parent):
                if child.tag == "table":
                    parent[at] = self._boxed(child)

    def _finish(self, one: Element) -> None:
        if one.tag in ("h2", "h3"):
            one.set("id", anchor("".join(one.itertext()))[1:])
        elif one.tag == "th":
            one.set("scope", "col")
        elif one.tag == "img":
            one.set("src", self.drawn.get(one.get("src", ""), ""))
        elif back := _BACK.fullmatch(one.get("href", "")):
            one.set("title", self.say("note_back", number=back[1]))

    def _boxed(self, table: Element) -> Element:
        self.tables += 1
        name = self.say("table", number=self.tables)
        box = {"class": "wide", "role": "region", "tabindex": "0", "aria-label": name}
        around = Element("div", box)
        around.append(table)
        around.tail = "\n"
        return around
