"""A list to walk through with the arrow keys: headings, and entries to do something with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.widget import Widget

from screens.marks import Marks


@dataclass(frozen=True, slots=True)
class Entry:
    """A row. key: what it stands for, "" for a heading. draw: the row, selected or not. of: of a
    further line of an entry, the entry's key."""

    key: str
    draw: Callable[[bool], Content]
    of: str = ""


def heading(content: Content) -> Entry:
    """A row that the cursor passes."""
    return Entry("", lambda selected: content)


class Ledger(Marks, can_focus=True):
    """The rows, one of them selected. It tells when another one is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "along(-1)", "Up", show=False),
        Binding("down", "along(1)", "Down", show=False),
        Binding("pageup", "along(-10)", "Further up", show=False),
        Binding("pagedown", "along(10)", "Further down", show=False),
        Binding("home", "along(-10000)", "The first", show=False),
        Binding("end", "along(10000)", "The last", show=False),
    ]

    class Selected(Message):
        """Another entry is selected; `again` where it was already, and is clicked."""

        def __init__(self, key: str, *, again: bool = False) -> None:
            super().__init__()
            self.key, self.again = key, again

    _entries: Sequence[Entry] = ()
    _lines: dict[int, Content]
    here = ""

    def show_entries(self, entries: Sequence[Entry], here: str = "") -> None:
        """Draws rows; the cursor stays where it was, or goes to `here`."""
        self._entries, self._lines = entries, {}
        keys = self._keys()
        wanted = here or self.here
        self.here = wanted if wanted in keys else keys[0] if keys else ""
        self._draw()

    def _keys(self) -> list[str]:
        return [one.key for one in self._entries if one.key]

    def _draw(self) -> None:
        lines = [
            (self._line(at, one, whose), self._click(whose))
            for at, one in enumerate(self._entries)
            for whose in (one.key or one.of,)
        ]
        self.lay_lines(lines)
        self.call_after_refresh(self._reveal)

    def _line(self, at: int, one: Entry, whose: str) -> Content:
        """A row as it is drawn; what is not selected is drawn once, however often one moves."""
        if whose and whose == self.here:
            return one.draw(True)
        if at not in self._lines:
            self._lines[at] = one.draw(False)
        return self._lines[at]

    def _click(self, key: str) -> Callable[[], None] | None:
        return partial(self._clicked, key) if key else None

    def _clicked(self, key: str) -> None:
        again = key == self.here
        self.here = key
        self._draw()
        self.post_message(self.Selected(key, again=again))

    def _reveal(self) -> None:
        """Scrolls so that the selected row is seen, and with the first one its heading."""
        keys = [one.key for one in self._entries]
        if self.here in keys and isinstance(self.parent, Widget):
            at = keys.index(self.here)
            top = 0 if self.here == next(filter(None, keys), "") else at
            end = at + sum(one.of == self.here for one in self._entries)
            region = Region(0, top, self.size.width, end - top + 1)
            self.parent.scroll_to_region(region, animate=False)

    def action_along(self, by: int) -> None:
        """Goes that many entries down."""
        keys = self._keys()
        if keys:
            at = keys.index(self.here) + by
            self.here = keys[min(max(at, 0), len(keys) - 1)]
            self._draw()
            self.post_message(self.Selected(self.here))
