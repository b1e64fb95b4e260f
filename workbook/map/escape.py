"""A user's words as Markdown that shows them exactly (publishing.md, 2.2).

What could begin a tag or an entity becomes an entity, because Python-Markdown knows no backslash
before it; everything else gets a backslash, which every tool takes.
"""

from __future__ import annotations

import re
from functools import cache

from workbook.curriculum.flavors import GFM, Flavor
from workbook.kinds.text import visible

_MARKS = r"""
    (?P<always> [\\`*\[\]|] )             # |: kramdown sees a table wherever one stands
    | (?P<edge> (?<![^\W_]) _ | _ (?![^\W_]) )  # in snake_case it is safe
    | (?P<tag> < (?![\s\d=]) )            # nothing but a letter or a mark makes a tag
    | (?P<entity> & (?= \#?\w+; | $ ) )
    | (?P<money> \$ (?! \d ) )            # a price can end no formula
    | (?P<strike> ~~+ | (?<=\S) ~ (?= \W | $ ) | (?<=\w) ~ )
"""
_START = re.compile(
    r"""
    (?P<mark> [#>] | [-+] (?= \s | [-+] | $ ) )  # a heading, a quotation, an item, a rule
    | (?P<number> \d{1,9} ) (?P<point> [.)] ) (?= \s | $ )
    """,
    re.VERBOSE,
)
_LETTERS = re.compile(r"\(?(?:\w|\d{1,9}|[ivxlcdmIVXLCDM]+)(?=[.)](?:\s|$))")
"""What begins a list of letters or numbers; its last sign gets the backslash, or its bracket."""
_BREAKS = re.compile("[\n\u2028\u2029]+")
_SPACES = re.compile("[ \t]+")


def line(text: str) -> str:
    """A text on one line, with marks for what has no shape. Spaces at its ends stay."""
    return visible(_BREAKS.sub(" ", text))


def cell(text: str) -> str:
    """A text on one line, with single spaces."""
    return _SPACES.sub(" ", line(text))


def literal(text: str, *, start: bool = False, flavor: Flavor = GFM) -> str:
    """A line of text, escaped. start: whether it begins a paragraph, where more has a meaning.
    flavor: whose signs have a meaning."""
    if not flavor.marks:
        return text
    text = text.lstrip() if start else text
    escaped = _marks(flavor.escape, flavor.keep).sub(_escape, text)
    if not start:
        return escaped
    if first := _START.match(escaped):
        return _escape_start(first) + escaped[first.end() :]
    if escaped.startswith(tuple(flavor.start)):
        return f"\\{escaped}"
    if flavor.letters and (first := _LETTERS.match(escaped)):
        at = 0 if escaped.startswith("(") else first.end()
        return f"{escaped[:at]}\\{escaped[at:]}"
    return escaped


@cache
def _marks(escape: str, keep: str) -> re.Pattern[str]:
    """What gets a mark. escape: more signs that do; keep: signs that stay as they are."""
    more = f"| [{re.escape(escape)}]" if escape else ""
    kept = f"(?![{re.escape(keep)}])" if keep else ""
    return re.compile(f"{kept}(?:{_MARKS}{more})", re.VERBOSE)


def _escape(match: re.Match[str]) -> str:
    if match["tag"]:
        return "&lt;"
    if match["entity"]:
        return "&amp;"
    if match[0] == "{":  # what reads templates sees them behind a backslash too
        return "&#123;"
    return "".join(f"\\{one}" for one in match[0])


def _escape_start(match: re.Match[str]) -> str:
    return f"\\{match['mark']}" if match["mark"] else f"{match['number']}\\{match['point']}"
