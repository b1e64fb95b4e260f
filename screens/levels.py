"""The levels of a scale with their anchors, each in sight while one is chosen by its number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, ClassVar

from textual.binding import Binding, BindingType

from screens.board import Board
from screens.marks import Piece
from screens.plain import ACCENT, BODY, INK, MUTED, joined, wrapped
from workbook.curriculum import Assessment
from workbook.kinds import Option
from workbook.kinds.choosing import UNKNOWN
from workbook.plan import Plan
from workbook.reasoning.rounds import Level

DONT_KNOW = Option(UNKNOWN, "Don't know", "Nobody here can say. It counts as not answered.")
INDENT = 5
"""Cells before the words of a level: its mark and its number."""


class Levels(Board):
    """Levels to choose from: a number gives one, ? says that nobody knows. What is given, the
    view that holds this takes by its `give`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(level), f"give({level})", show=False) for level in range(5)),
        Binding("question_mark", f"give('{UNKNOWN}')", "Don't know", show=False),
        Binding("backspace,delete", "give(None)", "Take back", show=False),
    ]

    def action_give(self, level: Level | None) -> None:
        """A level was chosen; None takes the last one back."""
        app: Any = self.app
        app.attempt(partial(app.frame.view.give, level))


def options(plan: Plan, assessment: Assessment) -> list[Option]:
    """The levels of an assessment's own scale, and "don't know"."""
    return [*plan.options(assessment.scale).values(), DONT_KNOW]


def level_of(option: Option) -> Level:
    """The level that an entry of a scale stands for."""
    return int(option.id) if option.id.isdigit() else option.id


def key_of(option: Option) -> str:
    """What is pressed for a level."""
    return "?" if option.id == UNKNOWN else option.id


def anchored(
    all_: Sequence[Option], chosen: Level | None, width: int, give: Callable[[Level], None]
) -> list[Piece]:
    """Every level with the words of its anchor, on as many lines as they need; a click gives it."""
    return [
        (line, partial(give, level_of(one)))
        for one in all_
        for line in _lines(one, width, on=chosen is not None and str(chosen) == one.id)
    ]


def _lines(one: Option, width: int, *, on: bool) -> list[Any]:
    words = wrapped(f"{one.name}. {one.note}", max(20, width - INDENT - 1))
    name, rest = words[0][: len(one.name) + 1], words[0][len(one.name) + 1 :]
    style = INK if on else BODY
    first = joined(
        ("◉ " if on else "○ ", ACCENT if on else MUTED), (f"{key_of(one)}  ", f"{INK} bold"),
        (name, f"{INK} bold"), (rest, style),
    )  # fmt: skip
    return [first, *(joined((" " * INDENT + word, style)) for word in words[1:])]
