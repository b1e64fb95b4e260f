"""Where the paragraphs and the sentences of a text begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_PARAGRAPH = re.compile(r"\n[ \t]*\n\s*")
_ITEM = r"\n[ \t]*(?:[-*•]|\d+[.)])[ \t]+"
_END = re.compile(rf"[.!?]+[\"'”’)\]*_]*(?=\s|$)|{_ITEM}")
_SHORT = re.compile(
    r"(?:^|[\s(“\"])(?:mr|mrs|ms|dr|st|ave|jr|sr|vs|no|approx|e\.g|i\.e|u\.s|[a-z])\.$",
    re.IGNORECASE,
)
"""What ends with a period and no sentence."""


class Part(NamedTuple):
    """A piece of a text, from `start` up to `end`."""

    start: int
    end: int


def paragraphs(text: str) -> Iterator[Part]:
    """The pieces between blank lines, without those that hold nothing."""
    start = 0
    for gap in [*_PARAGRAPH.finditer(text), None]:
        end = gap.start() if gap else len(text)
        if text[start:end].strip():
            yield Part(start, end)
        start = gap.end() if gap else end


def sentences(text: str, within: Part) -> Iterator[Part]:
    """The sentences of a paragraph, without the blanks around them; a list's items are their own.

    A period after an initial or a short form, as in “St. Lucie”, ends none.
    """
    start = within.start
    for one in _END.finditer(text, within.start, within.end):
        if not one[0].startswith("\n") and _SHORT.search(text[start : one.start() + 1]):
            continue
        end = one.start() if one[0].startswith("\n") else one.end()
        yield from _trimmed(text, start, end)
        start = one.end()
    yield from _trimmed(text, start, within.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Part]:
    piece = text[start:end]
    if piece.strip():
        left = len(piece) - len(piece.lstrip())
        yield Part(start + left, start + len(piece.rstrip()))
