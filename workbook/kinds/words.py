"""Text: a line, a long text, an ordered list of lines."""

from __future__ import annotations

from typing import Any

from workbook.kinds.kind import Ground, Invalid, Kind
from workbook.kinds.text import tidy

LINE_LIMIT = 200
"""Characters in a line (plan-model.md)."""
LONG_LIMIT = 100_000
"""Bytes of UTF-8 in a long text."""


class Line(Kind[str]):
    """One line of text, at most 200 characters."""

    word = "line"

    def holds(self, value: object) -> bool:
        return isinstance(value, str)

    def clean(self, value: object, ground: Ground) -> str | None:
        if not isinstance(value, str):
            raise Invalid("This takes a line of text.")
        line = " ".join(tidy(value).split())
        if len(line) > LINE_LIMIT:
            raise Invalid(f"A line holds {LINE_LIMIT} characters; this one has {len(line):,}.")
        return line or None

    def show(self, value: str, ground: Ground) -> str:
        return value


class Long(Kind[str]):
    """Text of any length up to 100 kB; a blank line parts paragraphs, `- ` begins an item."""

    word = "long"
    whole = True

    def holds(self, value: object) -> bool:
        return isinstance(value, str)

    def clean(self, value: object, ground: Ground) -> str | None:
        if not isinstance(value, str):
            raise Invalid("This takes text.")
        text = tidy(value)
        size = len(text.encode())
        if size > LONG_LIMIT:
            raise Invalid(f"A text holds {LONG_LIMIT // 1000} kB; this one has {size // 1000} kB.")
        return text if text.strip() else None

    def show(self, value: str, ground: Ground) -> str:
        return value


class Lines(Kind[list[str]]):
    """An ordered list of lines. Each is a line of its own; a semicolon in one is text."""

    word = "list"
    whole = True

    def holds(self, value: object) -> bool:
        return isinstance(value, list) and all(isinstance(one, str) for one in value)

    def clean(self, value: Any, ground: Ground) -> list[str] | None:
        if not self.holds(value):
            raise Invalid("This takes a list of lines.")
        lines = [Line().clean(one, ground) for one in value]
        return [line for line in lines if line] or None

    def parse(self, text: str, ground: Ground) -> list[str] | None:
        return self.clean(tidy(text).split("\n"), ground)

    def show(self, value: list[str], ground: Ground) -> str:
        return "; ".join(value)

    def write(self, value: list[str], ground: Ground) -> str:
        return "\n".join(value)
