"""A number from 1 to 5 for each entry of a list."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Blur, Focus, Key

from screens.fields.editor import Editor, Spot
from screens.plain import ACCENT, BODY, INK, MUTED, cell, joined
from screens.steady import Steady
from workbook.kinds import Option, Scores

ROOM, LEVELS = 35, 17
"""Cells of a name at most; of the mark before it and the five levels beside it."""


class Scoring(Steady, Editor, can_focus=True):
    """One line a criterion: up and down choose the line, 1 to 5 score it."""

    how = "↑ ↓ choose a line; 1 to 5 score it."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "line(-1)", "Line above", show=False),
        Binding("down", "line(1)", "Line below", show=False),
        Binding("backspace,delete", "clear", "Clear", show=False),
    ]

    def __init__(self, spot: Spot) -> None:
        super().__init__(classes="editor scoring")
        self.spot, self._line = spot, 0

    def on_mount(self) -> None:
        """Shows the scores."""
        self.look()
        self.show_value()

    def options(self) -> list[Option]:
        """What is scored."""
        assert isinstance(self.spot.kind, Scores)
        return list(self.plan.options(self.spot.kind.list).values())

    def show_value(self) -> None:
        scores: dict[str, int] = self.kept() or {}
        lines, room = [], self._room
        for number, option in enumerate(self.options()):
            here = self.has_focus and number == self._line
            marks = [
                (f"‹{level}›", f"{INK} bold")
                if scores.get(option.id) == level
                else (f" {level} ", MUTED)
                for level in range(1, 6)
            ]
            name = (cell(option.name, room), f"{INK} bold" if here else BODY)
            lines.append(joined(("▸ " if here else "  ", ACCENT), name, *marks))
        self.update(Content("\n").join(lines))

    @property
    def _room(self) -> int:
        """Cells of a name, so that its five levels stand beside it."""
        width = self.content_size.width or ROOM + LEVELS
        return max(8, min(ROOM, width - LEVELS))

    def on_resize(self) -> None:
        """A new width cuts the names anew."""
        self.show_value()

    def action_line(self, by: int) -> None:
        """Goes to the line above or below."""
        self._line = min(max(self._line + by, 0), len(self.options()) - 1)
        self.show_value()
        self.say(self.options()[self._line].note)

    def action_clear(self) -> None:
        """Takes the score of this line away."""
        self._score(None)

    def on_key(self, event: Key) -> None:
        """1 to 5 score the line and go on to the next."""
        if event.character and event.character in "12345":
            event.stop()
            self._score(int(event.character))
            self.action_line(1)

    def _score(self, level: int | None) -> None:
        held, options = dict(self.kept() or {}), self.options()
        held[options[self._line].id] = level
        scores = {one.id: held[one.id] for one in options if held.get(one.id)}
        wrong = self.keep(scores or None)
        self.show_value()
        if wrong:
            self.say(wrong, wrong=True)

    def on_focus(self, event: Focus) -> None:
        """Shows the line. The focus is known once this is done."""
        self.call_later(self.show_value)
        self.say("")

    def on_blur(self, event: Blur) -> None:
        """The edit ends."""
        self.leave()
        self.call_later(self.show_value)
        self.say("")
