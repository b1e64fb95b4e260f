"""What differs from tool to tool round the text of a plan: front matter, links to headings,
remarks, the beginning of a fence. Which tool has which is said in flavors.toml."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import quote

from workbook.curriculum.flavors import Flavor, Matter
from workbook.kinds.text import visible
from workbook.map.outline import Block, Section

Values = Mapping[str, str | int]
"""What stands for the {braces} of a flavor."""


def anchor(title: str, style: str = "github") -> str:
    """Where a heading can be linked to, "" where a tool has no such place."""
    match style:
        case "python":
            plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
            return "#" + re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())
        case "heading":
            return f"#{quote(title.strip())}"
        case "none":
            return ""
    return "#" + re.sub(r"[^\w\- ]", "", title.strip().lower()).replace(" ", "-")


def anchors(blocks: Iterable[Block], flavor: Flavor) -> Iterator[tuple[str, str]]:
    """Each slot of a document with the address of its heading."""
    for one in blocks:
        if isinstance(one, Section):
            yield one.slot, anchor(one.title, flavor.anchors)
            yield from anchors(one.blocks, flavor)


def front(matter: Matter, values: Values) -> Iterator[str]:
    """The lines of front matter, none where the tool has none. Texts are quoted as in JSON, which
    YAML reads alike."""
    if matter:
        yield "---"
        yield from (f"{key}: {json_of(filled(one, values))}" for key, one in matter.items())
        yield "---"


def filled(value: Any, values: Values) -> Any:
    """A value with what stands in braces filled in; a brace alone is what it stands for."""
    if isinstance(value, list):
        return [filled(one, values) for one in value]
    if not isinstance(value, str):
        return value
    for name, known in values.items():
        if value == f"{{{name}}}":
            return known
        value = value.replace(f"{{{name}}}", str(known))
    return value


def json_of(value: Any) -> str:
    """A value that JSON, YAML and TOML read alike, on one line."""
    text = json.dumps(value, ensure_ascii=False)
    return visible(text).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def remark(flavor: Flavor, title: str, text: str) -> str:
    """A remark beside the text. title, text: as Markdown; text on one line."""
    match flavor.note:
        case "alert":
            return f"> [!note] {title}\n> {text}"
        case "admonition":
            return f'!!! note "{title}"\n\n    {text}'
        case "div":
            return f'::: {{.callout-note title="{title}"}}\n\n{text}\n\n:::'
    strong = f"**{title}:**" if flavor.marks else f"{title}:"
    return f"> {strong} {text}"
