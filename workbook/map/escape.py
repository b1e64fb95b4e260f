"""A user's words as Markdown that shows them exactly (publishing.md, 2.2).

What could begin a tag or an entity becomes an entity, because Python-Markdown knows no backslash
before it; everything else gets a backslash, which every tool takes.
"""

from __future__ import annotations

import re

from workbook.kinds.text import visible

_MARKS = re.compile(
    r"""
    (?P<always> [\\`*\[\]|] )             # |: kramdown sees a table wherever one stands
    | (?P<edge> (?<![^\W_]) _ | _ (?![^\W_]) )  # in snake_case it is safe
    | (?P<tag> < (?![\s\d=]) )            # nothing but a letter or a mark makes a tag
    | (?P<entity> & (?= \#?\w+; | $ ) )
    | (?P<strike> ~~+ | (?<=\S) ~ (?= \W | $ ) | (?<=\w) ~ )
    """,
    re.VERBOSE,
)
_START = re.compile(
    r"""
    (?P<mark> [#>] | [-+] (?= \s | [-+] | $ ) )  # a heading, a quotation, an item, a rule
    | (?P<number> \d{1,9} ) (?P<point> [.)] ) (?= \s | $ )
    """,
    re.VERBOSE,
)
_BREAKS = re.compile("[\n\u2028\u2029]+")
_SPACES = re.compile("[ \t]+")


def line(text: str) -> str:
    """A text on one line, with marks for what has no shape. Spaces at its ends stay."""
    return visible(_BREAKS.sub(" ", text))


def cell(text: str) -> str:
    """A text on one line, with single spaces."""
    return _SPACES.sub(" ", line(text))


def literal(text: str, *, start: bool = False) -> str:
    """A line of text, escaped. start: whether it begins a paragraph, where more has a meaning."""
    escaped = _MARKS.sub(_escape, text.lstrip() if start else text)
    first = _START.match(escaped) if start else None
    return _escape_start(first) + escaped[first.end() :] if first else escaped


def _escape(match: re.Match[str]) -> str:
    if match["tag"]:
        return "&lt;"
    if match["entity"]:
        return "&amp;"
    return "".join(f"\\{one}" for one in match[0])


def _escape_start(match: re.Match[str]) -> str:
    return f"\\{match['mark']}" if match["mark"] else f"{match['number']}\\{match['point']}"
