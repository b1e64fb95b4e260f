"""A long text as paragraphs and lists, by the three rules of the plan (plan-model.md).

A blank line parts paragraphs, a line that starts with `- ` or `1. ` is an item, all else is
literal. Line ends within a paragraph or an item join it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from workbook.map.outline import Blocks, Inlines, List, Paragraph

_LINES = re.compile("[\n\u2028\u2029]")
_ITEM = re.compile(r"(?:-|(?P<number>[0-9]{1,3})\.) (?P<text>.*)", re.DOTALL)
"""At most three digits, so that a paragraph can begin with a year."""


@dataclass(slots=True)
class _Part:
    """A paragraph (mark "") or a run of items (mark "-" or "1") of a text."""

    mark: str
    start: int = 1
    texts: list[str] = field(default_factory=list)


def blocks(text: str, read: Callable[[str], Inlines]) -> Blocks:
    """The paragraphs and lists of a text. read: makes inlines of a line."""
    return tuple(_block(one, read) for one in _parts(text))


def flat(text: str) -> str:
    """A text on one line: paragraphs follow each other, items are parted by semicolons."""
    return " ".join("; ".join(one.texts) for one in _parts(text))


def _block(part: _Part, read: Callable[[str], Inlines]) -> Paragraph | List:
    if not part.mark:
        return Paragraph(read(part.texts[0]))
    items = tuple((Paragraph(read(one)),) for one in part.texts)
    return List(items, ordered=part.mark == "1", start=part.start)


def _parts(text: str) -> list[_Part]:
    found: list[_Part] = []
    fresh = True
    for line in map(str.rstrip, _LINES.split(text)):
        item = _ITEM.fullmatch(line)
        if not line.strip():
            fresh = True
        elif item and item["text"].strip():
            _add_item(found, item)
            fresh = False
        elif fresh:
            found.append(_Part("", texts=[line.strip()]))
            fresh = False
        else:
            found[-1].texts[-1] += f" {line.strip()}"
    return found


def _add_item(found: list[_Part], item: re.Match[str]) -> None:
    """Puts an item into the list above it, or begins one."""
    mark = "1" if item["number"] else "-"
    if not found or found[-1].mark != mark:
        found.append(_Part(mark, start=int(item["number"] or 1)))
    found[-1].texts.append(item["text"].strip())
