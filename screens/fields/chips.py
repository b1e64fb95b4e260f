"""Options that all stand in sight: yes and no, a level, one of a few."""

from __future__ import annotations

from functools import partial
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.events import Blur, Focus, Key

from screens.fields.editor import Editor, Spot
from screens.marks import Marks, Piece
from screens.plain import ACCENT, INK, MUTED, joined
from workbook.kinds import Choice, Option, Scale

YES_NO = (Option("yes", "Yes"), Option("no", "No"))


class Chips(Marks, Editor, can_focus=True):
    """○ Inform  ○ Consult  ◉ Involve: the arrows choose, a number chooses at once."""

    how = "← → or a number chooses; Backspace clears."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "choose(-1)", "Before", show=False),
        Binding("right", "choose(1)", "After", show=False),
        Binding("backspace,delete", "clear", "Clear", show=False),
    ]

    def __init__(self, spot: Spot) -> None:
        super().__init__(classes="editor chips")
        self.spot = spot

    def on_mount(self) -> None:
        """Shows what is chosen."""
        self.look()
        self.show_value()

    def options(self) -> list[Option]:
        """What can be chosen, in order."""
        kind = self.spot.kind
        if isinstance(kind, Scale):
            return kind.steps(self.plan)
        if isinstance(kind, Choice):
            return list(self.plan.options(kind.list).values())
        return list(YES_NO)

    def chosen(self) -> int | None:
        """The number of the chosen option, from 0."""
        value: Any = self.kept()
        if value is None:
            return None
        wanted = ("yes" if value else "no") if isinstance(value, bool) else str(value)
        return next((n for n, one in enumerate(self.options()) if one.id == wanted), None)

    def show_value(self) -> None:
        chosen = self.chosen()
        pieces: list[Piece] = []
        for number, option in enumerate(self.options()):
            on = number == chosen
            label = option.name
            if isinstance(self.spot.kind, Scale) and option.id.isdigit() and label != option.id:
                label = f"{option.id} {label}"
            mark = joined(
                ("◉ " if on else "○ ", ACCENT if on and self.has_focus else INK if on else MUTED),
                (label, f"{INK} bold" if on else MUTED),
            )
            pieces.append((mark, partial(self.action_take, number)))
        self.lay_flow(pieces)
        if self.has_focus:
            self._advise()

    def on_resize(self) -> None:
        """A new width breaks the lines anew."""
        self.show_value()

    def _advise(self) -> None:
        """The anchor of what is chosen stays in sight while choosing."""
        chosen = self.chosen()
        note = self.options()[chosen].note if chosen is not None else ""
        self.say(note)

    def action_choose(self, by: int) -> None:
        """Chooses the option before or after."""
        chosen, options = self.chosen(), self.options()
        if chosen is None:
            self.action_take(0 if by > 0 else len(options) - 1)
        else:
            self.action_take(min(max(chosen + by, 0), len(options) - 1))

    def action_clear(self) -> None:
        """Chooses nothing."""
        self.keep(None)
        self.show_value()

    def action_take(self, number: int) -> None:
        """Chooses an option by its number, as a click does."""
        option, kind = self.options()[number], self.spot.kind
        value: Any = option.id
        if isinstance(kind, Scale):
            value = int(option.id) if option.id.isdigit() else option.id
        elif not isinstance(kind, Choice):
            value = option.id == "yes"
        wrong = self.keep(value)
        self.show_value()
        if wrong:
            self.say(wrong, wrong=True)

    def on_key(self, event: Key) -> None:
        """A number or a first letter chooses at once."""
        letter = (event.character or "").lower()
        if not letter.strip():
            return
        options, scale = self.options(), isinstance(self.spot.kind, Scale)
        for number, option in enumerate(options):
            digit = option.id if scale else str(number + 1)
            if letter == digit or (letter.isalpha() and option.name.lower().startswith(letter)):
                event.stop()
                self.action_take(number)
                return

    def on_focus(self, event: Focus) -> None:
        """Says what the level means. The focus is known once this is done."""
        self._advise()
        self.call_later(self.show_value)

    def on_blur(self, event: Blur) -> None:
        """The edit ends."""
        self.leave()
        self.say("")
        self.call_later(self.show_value)
