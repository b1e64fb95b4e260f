"""A list over the screen that filters while typing: one or several entries are picked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from screens.plain import ACCENT, BODY, INK, MUTED, brief, filled, joined, plain
from workbook.kinds import Invalid

LONGEST = 14
"""Entries in sight; the list scrolls beyond."""
NAME = 44
"""Cells of a name, so that what stands beside the names stands in line."""


@dataclass(frozen=True, slots=True)
class Pickable:
    """One entry: what is kept, what is shown, what stands beside it."""

    id: str
    name: str
    note: str = ""


class Picker(ModalScreen[list[str] | None]):
    """Gives the ids that were picked, None where it was left with Esc.

    makes: (words with {} for the text, what turns the text into an id), offered for a text
    that is no entry yet. typed: what stands in the filter at first.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave as it was", show=False),
        Binding("down", "move(1)", "Below", show=False, priority=True),
        Binding("up", "move(-1)", "Above", show=False, priority=True),
        Binding("enter", "take", "Choose", show=False, priority=True),
    ]
    around: ClassVar[int] = 10
    """Rows that the list leaves to what stands around it."""

    def __init__(
        self,
        title: str,
        items: Sequence[Pickable],
        picked: Sequence[str] = (),
        *,
        many: bool = False,
        makes: Sequence[tuple[str, Callable[[str], str]]] = (),
        typed: str = "",
    ) -> None:
        super().__init__()
        self._title, self._items, self._many, self._makes = title, items, many, makes
        self._picked, self._typed, self._filled = list(picked), typed, ""
        self._shown: list[Pickable | tuple[str, Callable[[str], str]]] = []

    def compose(self) -> ComposeResult:
        """The question, the filter, the list, the keys."""
        with Vertical(id="picker"):
            yield Static(plain(self._title), id="picker-title")
            yield Input(
                self._typed,
                compact=True,
                placeholder="type to find",
                select_on_focus=False,
                id="picker-filter",
            )
            yield OptionList(id="picker-list", markup=False)
            yield Static("", id="picker-keys")

    def on_mount(self) -> None:
        """Shows everything, with the cursor on what is picked."""
        self.query_one("#picker-filter", Input).cursor_blink = False
        self.query_one(OptionList).can_focus = False
        self._fill(self._typed)

    def add(self, text: str) -> None:
        """Adds to the filter what was typed before the list stood."""
        filter = self.query_one_optional("#picker-filter", Input)
        if filter is None:
            self._typed += text
        else:
            filter.value += text
            filter.cursor_position = len(filter.value)

    def on_resize(self) -> None:
        """In a low window the list gives way: the keys under it stay in sight."""
        rows = max(4, min(LONGEST, self.size.height - self.around))
        self.query_one(OptionList).styles.max_height = rows

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filters while typing."""
        event.stop()
        if event.value != self._filled:
            self._fill(event.value)

    def _say_keys(self) -> None:
        """The keys; where several can be picked, how to finish and how many are marked."""
        line = joined(("⏎ choose   Esc cancel", MUTED))
        if self._many:
            done = f"Tab done, {len(self._picked)} marked" if self._picked else "Tab done"
            line = joined(("⏎ mark or unmark   ", MUTED), (done, ACCENT), ("   (or Esc)", MUTED))
        self.query_one("#picker-keys", Static).update(line)

    def _fill(self, text: str, at: int = 0) -> None:
        self._filled = text
        self._say_keys()
        word = text.strip().casefold()
        found = [one for one in self._items if word in f"{one.name} {one.note}".casefold()]
        found.sort(key=lambda one: not one.name.casefold().startswith(word))
        exact = any(one.name.casefold() == word for one in self._items)
        self._shown = [*found, *(self._makes if word and not exact else [])]
        view = self.query_one(OptionList)
        view.clear_options()
        view.add_options(Option(self._line(one, text)) for one in self._shown)
        if not self._shown:
            view.add_option(
                Option(
                    plain(
                        "Nothing here yet. Type a name to add it."
                        if self._makes
                        else "Nothing fits.",
                        MUTED,
                    ),
                    disabled=True,
                )
            )
        marked = [n for n, one in enumerate(found) if one.id in self._picked] if not word else []
        view.highlighted = (marked[0] if marked and not at else at) if self._shown else None

    def _line(self, one: Pickable | tuple[str, Callable[[str], str]], text: str) -> Content:
        if isinstance(one, tuple):
            return joined(("+ " + one[0].replace("{}", brief(text, 60)), ACCENT))
        on = one.id in self._picked
        mark = "✓ " if self._many else "▸ "
        name = filled(one.name, min(NAME, self._longest)) if one.note else one.name
        note = f"  {one.note}" if one.note else ""
        return joined(
            (mark if on else "  ", ACCENT), (name, f"{INK} bold" if on else BODY), (note, MUTED)
        )

    @property
    def _longest(self) -> int:
        return max((cell_len(one.name) for one in self._items), default=0)

    def action_move(self, by: int) -> None:
        """Goes up or down in the list while the filter keeps the cursor."""
        self.query_one(Input).call_later(self._move, by)

    def _move(self, by: int) -> None:
        typed = self.query_one(Input)
        if typed.value != self._filled:
            self._fill(typed.value)
        view = self.query_one(OptionList)
        if by > 0:
            view.action_cursor_down()
        else:
            view.action_cursor_up()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click picks."""
        event.stop()
        self.action_take()

    def action_take(self) -> None:
        """Picks the entry under the cursor, or marks it where several can be picked; of what was
        typed just before, which Enter overtakes on its way."""
        self.query_one(Input).call_later(self._take)

    def _take(self) -> None:
        typed = self.query_one(Input)
        if not self.is_current:
            return  # a second Enter, when the first has picked
        if typed.value != self._filled:
            self._fill(typed.value)
        at = self.query_one(OptionList).highlighted
        if at is None or at >= len(self._shown):
            return
        one = self._shown[at]
        if isinstance(one, tuple):
            try:
                made = one[1](typed.value.strip())
            except Invalid as error:
                self.query_one("#picker-keys", Static).update(plain(str(error)))
                return
            self._items = [*self._items, Pickable(made, typed.value.strip())]
            id = made
        else:
            id = one.id
        if not self._many:
            self.dismiss([id])
            return
        self._picked = (
            [p for p in self._picked if p != id] if id in self._picked else [*self._picked, id]
        )
        if typed.value:
            typed.value = ""
        else:
            self._fill("", at)

    def key_tab(self) -> None:
        """Tab is done, where several can be picked."""
        self.action_leave()

    def action_leave(self) -> None:
        """Leaves; where several can be picked, with what is marked."""
        self.dismiss(self._picked if self._many else None)
