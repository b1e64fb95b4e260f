"""A list to walk through with the arrow keys: headings, and entries to do something with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual
from textual.widget import Widget


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


def paragraph(text: Content, width: int, indent: int = 0) -> list[Entry]:
    """A text that the cursor passes, on as many lines as it needs: what belongs where nothing
    stands yet."""
    lines = text.wrap(max(20, width - indent))
    return [heading(Content(" " * indent).append(line)) for line in lines]


class Ledger(Widget, can_focus=True):
    """The rows, one of them selected. It tells when another one is. Only rows in sight are drawn:
    a list of ten thousand takes a key as quickly as one of ten."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "along(-1)", "Up", show=False),
        Binding("down", "along(1)", "Down", show=False),
        Binding("pageup", "along(-10)", "Further up", show=False),
        Binding("pagedown", "along(10)", "Further down", show=False),
        Binding("home", "along(-100000)", "The first", show=False),
        Binding("end", "along(100000)", "The last", show=False),
    ]

    class Selected(Message):
        """Another entry is selected; `again` where it was already, and is clicked."""

        def __init__(self, key: str, *, again: bool = False) -> None:
            super().__init__()
            self.key, self.again = key, again

    _entries: Sequence[Entry] = ()
    _row: Mapping[str, int] = MappingProxyType({})
    """The row in which each entry begins, from the first entry to the last."""
    here = ""

    def show_entries(self, entries: Sequence[Entry], here: str = "") -> None:
        """Draws rows; the cursor stays where it was, or goes to `here`."""
        other_height = len(entries) != len(self._entries)
        self._entries = entries
        self._row = {one.key: row for row, one in enumerate(entries) if one.key}
        wanted = here or self.here
        self.here = wanted if wanted in self._row else next(iter(self._row), "")
        self.refresh(layout=other_height)
        self.call_after_refresh(self._reveal)

    # Drawing

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A row is a line."""
        return len(self._entries)

    def render(self) -> Content:
        """All rows, in sight or not, as they are copied."""
        return Content("\n").join(map(self._content, range(len(self._entries))))

    def render_line(self, y: int) -> Strip:
        """A row, as wide as the list; what is marked with the mouse in it stands out."""
        if not 0 <= y < len(self._entries):
            return Strip.blank(self.size.width, self.visual_style.rich_style)
        content, width = self._content(y), self.size.width
        if (marked := self.text_selection) and (span := marked.get_span(y)):
            start, end = span
            style = Style.from_styles(self.screen.get_component_styles("screen--selection"))
            content = content.stylize(style, start, None if end == -1 else end)
        strips = Visual.to_strips(
            self, content, width, 1, self.visual_style, apply_selection=False, pad=True
        )
        return strips[0].apply_offsets(0, y) if strips else Strip.blank(width)

    def _content(self, y: int) -> Content:
        one = self._entries[y]
        whose = one.key or one.of
        return one.draw(bool(whose) and whose == self.here)

    def _lines(self, key: str) -> tuple[int, int]:
        """The row of an entry and how many rows it takes."""
        first = last = self._row.get(key, 0)
        while last + 1 < len(self._entries) and self._entries[last + 1].of == key:
            last += 1
        return first, last - first + 1

    # The cursor

    def on_click(self, event: Click) -> None:
        """Selects the entry under the mouse, with any of its lines."""
        at = event.get_content_offset(self)
        if at is None or not 0 <= at.y < len(self._entries):
            return
        if key := self._entries[at.y].key or self._entries[at.y].of:
            event.stop()
            self._select(key)

    def action_along(self, by: int) -> None:
        """Goes that many entries down."""
        if keys := list(self._row):
            at = min(max(keys.index(self.here) + by, 0), len(keys) - 1)
            self._select(keys[at], by_key=True)

    def _select(self, key: str, *, by_key: bool = False) -> None:
        again = key == self.here and not by_key
        changed, self.here = {self.here, key}, key
        for one in changed:
            row, count = self._lines(one)
            self.refresh(Region(0, row, self.size.width, count))
        self.call_after_refresh(self._reveal)
        self.post_message(self.Selected(key, again=again))

    def _reveal(self) -> None:
        """Scrolls so that the selected row is seen, and with the first one its heading."""
        if self.here and isinstance(self.parent, Widget):
            row, count = self._lines(self.here)
            top = 0 if self.here == next(iter(self._row)) else row
            region = Region(0, top, self.size.width, row + count - top)
            self.parent.scroll_to_region(region, animate=False)
