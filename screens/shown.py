"""What a terminal can show: its own few colours or none in place of ours, and ASCII for signs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from rich.cells import cell_len
from rich.color import Color as Colour
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

BAR, EDGE = "▌", "▏"
"""What marks the field with the cursor. A field at rest has it in the colour of its ground: where
no ground is seen it has an edge."""
OWN = {
    "ink": Style(bold=True),
    "accent": Style(color="magenta", bold=True),
    "warn": Style(color="red", bold=True),
    "rail": Style(dim=True),
    "line": Style(dim=True),
}
"""Our tokens in the terminal's own colours: the two that can be read on most of its grounds."""
GROUNDS = ("paper", "panel", "field", "lift")
"""Grounds that are the terminal's own. Any other turns what stands on it round."""


class OwnColours(LineFilter):
    """Our palette as a terminal's own colours, or bare, as none: what has the cursor is reversed.

    tokens: the palette that is drawn with.
    """

    def __init__(self, tokens: Mapping[str, str], *, bare: bool) -> None:
        super().__init__()
        self._name = {Colour.parse(tokens[name]).triplet: name for name in tokens}
        self._bare = bare
        self._style = lru_cache(4096)(self._made)

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """A line's pieces, with other styles. In a line that is turned round the text's cursor,
        on the accent, is not."""
        washed = any(self._ground(one.style) == "wash" for one in segments)
        return [self._shown(one, washed) for one in segments]

    def _shown(self, one: Segment, washed: bool) -> Segment:
        text, style, control = one
        if style is None or control:
            return one
        if BAR in text and (ground := self._named(style.color)) in GROUNDS:
            text = text.replace(BAR, EDGE if ground == "field" else " ")
        return Segment(text, self._style(style, washed))

    def _made(self, style: Style, washed: bool) -> Style:
        ink, ground = self._named(style.color), self._ground(style)
        own = OWN.get(ink, Style())
        if self._bare:
            own = own.without_color
        lit = ground not in ("", *GROUNDS) and not (washed and ground == "accent")
        turned = lit != bool(style.reverse)
        kept = Style(
            bold=style.bold or own.bold, dim=own.dim, italic=style.italic,
            underline=style.underline, strike=style.strike, reverse=turned or None, meta=style.meta,
        )  # fmt: skip
        return kept if turned or own.color is None else kept + Style.from_color(own.color)

    def _named(self, colour: Colour | None) -> str:
        return self._name.get(colour.triplet, "") if colour and colour.triplet else ""

    def _ground(self, style: Style | None) -> str:
        return self._named(style.bgcolor) if style else ""


class Ascii(LineFilter):
    """Our signs, each as the ASCII character that stands for it; other scripts as they are.

    signs: each sign with what stands for it. A key's name that is longer takes the room of the
    empty cells to its right.
    """

    def __init__(self, signs: Mapping[str, str]) -> None:
        super().__init__()
        self._table = str.maketrans(dict(signs))

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """A line's pieces, in as many cells as before."""
        made, more = [], 0
        for text, style, control in segments:
            drawn = text if text.isascii() else text.translate(self._table)
            more += cell_len(drawn) - cell_len(text) if drawn is not text else 0
            made.append(Segment(drawn, style, control))
        return _shortened(made, more) if more > 0 else made


def _shortened(segments: list[Segment], more: int) -> list[Segment]:
    """A line without so many cells: those at its end."""
    width = sum(one.cell_length for one in segments) - more
    return Segment.adjust_line_length(segments, width, pad=False)
