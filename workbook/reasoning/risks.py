"""Risks by how likely and how bad they are. The two are never multiplied: the numbers are rough and
only tell where to spend an evening (field paper 1.7; content, the step Risks)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.records.sustaining import Risk

if TYPE_CHECKING:
    from workbook.plan import Plan

LEVELS = range(1, 6)
LACKS = ("trigger", "response", "owner")
"""What a risk needs so that it is of use on the day, beside its place."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A risk with its number in the team's order, from 1.

    at: how bad and how likely, each from 1 to 5; None where one of the two is not said or is no
    level. lacks: the fields that are still empty, those of its place with them.
    """

    risk: Risk
    number: int
    at: tuple[int, int] | None
    lacks: Sequence[str]


def risks(plan: Plan) -> list[Placed]:
    """All risks in the team's order."""
    return [_placed(one, number) for number, one in enumerate(plan.records(Risk), 1)]


def _placed(one: Risk, number: int) -> Placed:
    levels = {name: _level(getattr(one, name)) for name in ("effect", "likelihood")}
    lacks = [name for name, level in levels.items() if level is None]
    lacks += [name for name in LACKS if not getattr(one, name)]
    effect, likelihood = levels["effect"], levels["likelihood"]
    at = (effect, likelihood) if effect and likelihood else None
    return Placed(one, number, at, lacks)


def _level(value: object) -> int | None:
    whole = isinstance(value, int) and not isinstance(value, bool)
    return value if whole and value in LEVELS else None  # type: ignore[return-value]
