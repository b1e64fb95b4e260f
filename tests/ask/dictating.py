"""How a value is given to plain prompts: the lines that a person types for it, by its kind."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from workbook.ask.offers import offers
from workbook.kinds import (
    Choice,
    Kind,
    Lines,
    Links,
    Long,
    Ref,
    Refs,
    Scale,
    Several,
    Who,
    YesNo,
)
from workbook.kinds.pointing import RECORD_ID
from workbook.plan import Plan

Number = Callable[[Any, str], str]
"""Gives the number of a record in the list of those that a kind points to."""


def dictated(kind: Kind[Any], value: Any, plan: Plan, number: Number) -> list[str]:
    """The lines that give a value of a kind. A text is one as it is written, whatever it says."""
    if isinstance(kind, Long | Lines | Links):
        return [*_lines(kind, value, number), "."]
    match kind:
        case YesNo():
            line = "1" if value else "2"
        case Choice() | Several():
            numbers = {one.word: one.number for one in offers(kind, plan)}
            line = "; ".join(numbers[one] for one in _listed(value))
        case Ref() | Refs():
            line = "; ".join(number(kind, one) for one in _listed(value))
        case Who():
            line = _guarded("; ".join(_name(one, plan) for one in value))
        case Scale():
            line = "?" if value == "unknown" else str(value)
        case _:
            line = _guarded(value if isinstance(value, str) else kind.write(value, plan))
    return [line]


def _lines(kind: Kind[Any], value: Any, number: Number) -> list[str]:
    """The lines of a long text, a list or links, without the dot that ends them."""
    if isinstance(kind, Links):
        return [f"{number(kind, one['item'])}: {one.get('rationale', '')}" for one in value]
    first, *others = value if isinstance(kind, Lines) else value.split("\n")
    if others and not first.strip("\\"):
        first = "\\" + first
    return [_dotted(one) for one in (_guarded(first), *map(_slashed, others))]


def _guarded(line: str) -> str:
    """A line that begins an answer, and would be a word or lose a colon, so that it is text."""
    return ":" + line if line.startswith("::") else _slashed(line)


def _slashed(line: str) -> str:
    return "\\" + line if re.match(r"\\*:[a-z]", line, re.IGNORECASE) else line


def _dotted(line: str) -> str:
    return line + "." if line and set(line) == {"."} else line


def _name(one: str, plan: Plan) -> str:
    return plan.label(one) if RECORD_ID.fullmatch(one) else one.replace(";", "\\;")


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
