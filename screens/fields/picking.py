"""Values that are picked from a list which filters while typing: entries, records, people."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.events import Blur, Click, Focus, Key

from screens.asking import Asking
from screens.fields.editor import Editor, Spot
from screens.picker import Pickable, Picker
from screens.plain import INK, MUTED, joined
from screens.steady import Steady
from workbook.kinds import Choice, Links, Ref, Refs, Several, Who
from workbook.records import TYPES


class Pick(Steady, Editor, can_focus=True):
    """Shows what is picked in words. Enter opens the list; nobody ever types an id."""

    how = "⏎ or typing opens the list; Backspace clears."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space,down", "open", "Choose", show=False),
        Binding("backspace,delete", "clear", "Clear", show=False),
    ]

    def __init__(self, spot: Spot) -> None:
        super().__init__(classes="editor pick")
        self.spot = spot

    def on_mount(self) -> None:
        """Shows what is picked."""
        self.look()
        self.show_value()

    @property
    def many(self) -> bool:
        """Whether more than one can be picked."""
        return isinstance(self.spot.kind, Several | Refs | Who | Links)

    def show_value(self) -> None:
        value = self.kept()
        if value is None:
            self.update(joined(("choose…", MUTED)))
        else:
            self.update(joined((self.spot.kind.show(value, self.plan), INK)))

    def picked(self) -> list[str]:
        """The ids, entries or names that are picked now."""
        value: Any = self.kept()
        if value is None:
            return []
        if isinstance(self.spot.kind, Links):
            return [one["item"] for one in value]
        return list(value) if isinstance(value, list) else [value]

    def offered(self) -> list[Pickable]:
        """What can be picked: entries of the list, or records with their words."""
        kind = self.spot.kind
        if isinstance(kind, Choice | Several):
            found = self.plan.options(kind.list).values()
            return [Pickable(one.id, one.name, one.note) for one in found]
        items = [
            Pickable(one.id, self.plan.label(one.id), self._beside(type))
            for type in self.types
            for one in self.plan.records(TYPES[type])
            if one.id != self.spot.id
        ]
        known = {one.id for one in items}
        return items + [
            Pickable(one, self.spot.kind.show(self._as_value(one), self.plan), "")
            for one in self.picked()
            if one not in known
        ]

    def _as_value(self, one: str) -> Any:
        if isinstance(self.spot.kind, Links):
            return [{"item": one}]
        return [one] if self.many else one

    def _beside(self, type: str) -> str:
        return type.replace("_", " ") if len(self.types) > 1 else ""

    @property
    def types(self) -> tuple[str, ...]:
        """The record types that can be pointed to."""
        kind = self.spot.kind
        return kind.to if isinstance(kind, Ref | Refs | Who | Links) else ()

    def on_key(self, event: Key) -> None:
        """Typing opens the list at once, with what was typed in its filter."""
        opens = isinstance(self.app.screen, Picker) or event.character != " "
        if event.is_printable and event.character and opens:
            event.stop()
            if isinstance(self.app.screen, Picker):  # fast fingers: the list is on its way
                self.app.screen.add(event.character)
            else:
                self.action_open(event.character)

    def action_open(self, typed: str = "") -> None:
        """Opens the list over the screen, with `typed` in its filter."""
        if isinstance(self.app.screen, Picker):
            return
        picker = Picker(
            self.spot.ask or self.spot.name,
            self.offered(),
            self.picked(),
            many=self.many,
            makes=[(f"Add the {_called(one)} “{{}}”", self._maker(one)) for one in self.types[:3]]
            + ([("Keep “{}” as a plain name", str)] if isinstance(self.spot.kind, Who) else []),
            typed=typed,
        )
        self.app.push_screen(picker, self._take)

    def _maker(self, type: str) -> Callable[[str], str]:
        """What makes the missing record on the spot and gives its id."""

        def make(name: str) -> str:
            first = next(one for one in TYPES[type].called if one in TYPES[type].fields)
            kind = TYPES[type].fields[first]
            return self.plan.add(type, {first: kind.parse(name, self.plan)})

        return make

    def _take(self, picked: list[str] | None) -> None:
        """Keeps what was picked; None where the list was closed with Esc."""
        if picked is None:
            return
        kind = self.spot.kind
        if isinstance(kind, Links):
            self._take_links(picked)
            return
        wrong = self.keep((picked or None) if self.many else (picked[0] if picked else None))
        self.leave()
        self.show_value()
        self.say(wrong, wrong=bool(wrong))

    def _take_links(self, picked: list[str]) -> None:
        """Keeps links with the reasons they had, and asks for the reason of a new one."""
        before = {one["item"]: one for one in self.kept() or []}
        wrong = self.keep([before.get(one, {"item": one}) for one in picked] or None)
        self.leave()
        self.show_value()
        if wrong:
            self.say(wrong, wrong=True)
            return
        new = [one for one in picked if one not in before]
        if new:
            question = f"Why does it lead to “{self.plan.label(new[0])}”?"
            self.app.push_screen(Asking(question), lambda text: self._reason(new[0], text))

    def _reason(self, item: str, text: str | None) -> None:
        if text:
            links = [
                one | ({"rationale": text} if one["item"] == item else {}) for one in self.kept()
            ]
            wrong = self.keep(links)
            self.leave()
            self.show_value()
            self.say(wrong, wrong=bool(wrong))

    def action_clear(self) -> None:
        """Picks nothing. Undo brings it back."""
        self.keep(None)
        self.leave()
        self.show_value()

    def on_click(self, event: Click) -> None:
        """A click opens the list."""
        self.focus()
        self.action_open()

    def on_focus(self, event: Focus) -> None:
        """Says how to choose."""
        self.say("")

    def on_blur(self, event: Blur) -> None:
        """The edit ends."""
        self.say("")


def _called(type: str) -> str:
    return type.replace("_", " ")
