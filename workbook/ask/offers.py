"""What a kind of value can be chosen from, and how it is written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from workbook.ask.asker import Offer, Shape
from workbook.kinds import (
    Choice,
    Date,
    Kind,
    Lines,
    Links,
    Long,
    Money,
    Option,
    Ref,
    Refs,
    Scale,
    Scores,
    Several,
    Who,
    YesNo,
)  # fmt: skip
from workbook.kinds.numbers import DATE_FORMS
from workbook.records import TYPES

if TYPE_CHECKING:
    from workbook.plan import Plan

IN_SIGHT = 20
"""How many records are read out; of more, a part of the name is enough to choose one."""
_YES_NO = (Option("yes", "Yes"), Option("no", "No"))


def shape(kind: Kind[Any]) -> Shape:
    """How a value of a kind is given."""
    if isinstance(kind, Long | Lines | Links):
        return Shape.TEXT
    if isinstance(kind, YesNo | Choice | Ref) or (isinstance(kind, Scale) and kind.list):
        return Shape.ONE
    return Shape.MANY if isinstance(kind, Several | Refs) else Shape.LINE


def how(kind: Kind[Any]) -> str:
    """How a value of a kind is written, for one who does not see a form."""
    if isinstance(kind, Scale) and not kind.list:
        return f"A whole number from {kind.min} to {kind.max}."
    if isinstance(kind, Scores):
        return "Write number=score, such as 1=4; 2=3. A score is from 1 to 5."
    if isinstance(kind, Links):
        return "One a line: its number or name, a colon, the reason."
    if isinstance(kind, Several | Refs):
        return "One or more numbers or names, with ; between names."
    if isinstance(kind, Who):
        return "Names, with ; between them."
    if isinstance(kind, Lines):
        return "One a line."
    if isinstance(kind, Date):
        return f"A date such as {DATE_FORMS}."
    return "A whole amount." if isinstance(kind, Money) else ""


def offers(kind: Kind[Any], plan: Plan) -> tuple[Offer, ...]:
    """What a value of a kind can be chosen from; nothing where it is written freely."""
    if isinstance(kind, YesNo):
        return _numbered(_YES_NO)
    if isinstance(kind, Scale):
        return _numbered(kind.steps(plan)) if kind.list else ()
    if isinstance(kind, Choice | Several | Scores):
        return _numbered(list(plan.options(kind.list).values()))
    if isinstance(kind, Ref | Refs | Links):
        return _records(kind.to, plan)
    return ()


def makes(kind: Kind[Any]) -> str:
    """What a + and a name make where a value of a kind is asked for, "" for nothing."""
    return kind.to[0].replace("_", " ") if isinstance(kind, Ref | Refs | Links) else ""


def chosen(kind: Kind[Any], value: Any) -> tuple[str, ...]:
    """The words of the offers that a value, as the file holds it, stands for."""
    if value is None or not kind.holds(value):
        return ()
    if isinstance(value, bool):
        return ("yes" if value else "no",)
    return tuple(map(str, value)) if isinstance(value, list) else (str(value),)


def _numbered(options: Sequence[Option]) -> tuple[Offer, ...]:
    """Options with their numbers: their own where they have some, as a level or a chapter has."""
    numbers = [_number(one) for one in options]
    known = [int(one) for one in numbers if one]
    own = len(known) >= max(1, len(options) - 1)
    return tuple(
        Offer(number if own and number else str(place), one.id, one.name, one.note)
        for place, (one, number) in enumerate(
            zip(options, numbers, strict=True), known[0] if own else 1
        )
    )


def _number(option: Option) -> str:
    """The number that an option is known by, "" for none: 3 of level “3”, of “3 Engaging”."""
    if option.id.isdigit():
        return option.id
    found = re.match(r"(\d+) ", option.name)
    return found[1] if found else ""


def _records(types: Sequence[str], plan: Plan) -> tuple[Offer, ...]:
    found = [one.id for type in types for one in plan.records(TYPES[type])]
    return tuple(
        Offer(str(place), id, plan.label(id), shown=place <= IN_SIGHT)
        for place, id in enumerate(found, 1)
    )
