"""What the cells of a published metric say: a value, its bounds, its quality."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from workbook.imports.published import Column
from workbook.imports.sheet import Unreadable
from workbook.kinds.text import brief

MISSING = frozenset(("", "NA"))
WORDS = {"strong": 1, "marginal": 2, "weak": 3, "1": 1, "2": 2, "3": 3}
"""The publisher's words for a quality, and the numbers of older files."""
_NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?", re.ASCII)
Point = dict[str, Any]
"""{value, low, high, quality}, without what there is not."""


def point(column: Column, row: Sequence[str], line: int) -> Point:
    """What a row says of a metric; {} for no value. Raises Unreadable for what no value can be."""
    text = row[column.value].strip()
    if text in MISSING:
        return {}
    reader = _Reader(column, line)
    if column.metric["unit"] == "pair":
        found: Point = {"value": reader.pair(text)}
    else:
        found = {"value": reader.value(text)}
        for name, at in (("low", column.low), ("high", column.high)):
            bound = row[at].strip() if at >= 0 else ""
            if bound not in MISSING:
                found[name] = reader.value(bound)
        reader.refuse_outside(found)
    quality = reader.quality(row[column.quality].strip()) if column.quality >= 0 else None
    return found if quality is None else found | {"quality": quality}


class _Reader:
    """Reads the cells of one metric on one line, and says where what is wrong stands."""

    def __init__(self, column: Column, line: int) -> None:
        self.column, self.line = column, line

    def value(self, text: str) -> int | float:
        bare = text
        if self.column.metric["unit"] == "ratio" and text.endswith(":1"):
            bare = text[:-2]  # older files write residents per doctor as 851:1
        number = self.number(bare, text)
        self.refuse_range(number, text)
        return number

    def pair(self, text: str) -> str:
        """The pair as the file has it, where each side can be a share."""
        sides = text.split(":")
        if len(sides) != 2:
            raise self.wrong(f"“{brief(text, 30)}” is no pair such as 0.034:0.118")
        for one in sides:
            bare = one.strip().removesuffix("%")
            number = self.number(bare, text)
            self.refuse_range(number / 100 if "%" in one else number, text)
        return text

    def number(self, bare: str, text: str) -> int | float:
        if not _NUMBER.fullmatch(bare):
            raise self.wrong(f"“{brief(text, 30)}” is not a number")
        found = float(bare)
        return int(bare) if bare.isascii() and bare.isdigit() and found < 2**53 else found

    def quality(self, text: str) -> int | None:
        if text in MISSING:
            return None
        found = WORDS.get(text.casefold())
        if found is None:
            raise self.wrong(f"the quality “{brief(text, 30)}” is not Strong, Marginal or Weak")
        return found

    def refuse_range(self, number: float, text: str) -> None:
        low, high = self.column.metric["low"], self.column.metric["high"]
        if not low <= number <= high:
            raise self.wrong(f"“{brief(text, 30)}” is not between {low:,} and {high:,}")

    def refuse_outside(self, found: Point) -> None:
        """Raises Unreadable for a value that its own bounds leave out."""
        value = found["value"]
        if not found.get("low", value) <= value <= found.get("high", value):
            raise self.wrong(f"{value} lies outside of its own bounds")

    def wrong(self, what: str) -> Unreadable:
        return Unreadable(
            f"Line {self.line:,}, column “{self.column.id}”: {what}. Nothing was taken in; use the "
            "file as it was downloaded."
        )
