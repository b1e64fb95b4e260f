"""Fields that are typed into: one line, and long text that grows."""

from __future__ import annotations

from typing import Any

from textual.events import Blur, Focus
from textual.geometry import Offset
from textual.widgets import Input, TextArea

from screens.fields.editor import Editor, Spot
from workbook.kinds import Lines
from workbook.kinds.text import unmarked, visible

LEAST, MOST = 4, 10
"""Rows of a long text: it grows with what is in it, and scrolls beyond."""


ELSE = "The file holds something else here; what you write takes its place."
"""Said of a value that was edited by hand into another kind."""


class OneLine(Input, Editor):
    """A line, a number, an amount or a date."""

    def __init__(self, spot: Spot) -> None:
        super().__init__(compact=True, select_on_focus=False, classes="editor")
        self.spot = spot
        self._wrong = ""
        self._before: Any = None

    def on_mount(self) -> None:
        """Shows what is kept, or what was typed and is no value yet."""
        self.cursor_blink = False
        self.show_value()

    def show_value(self) -> None:
        draft = self.drafts.get((self.spot.id, self.spot.field))
        value = self.kept()
        text = "" if value is None else self.spot.kind.write(value, self.plan)
        raw = self.plan.raw(self.spot.id, self.spot.field)
        if value is None and raw is not None:
            text, self._wrong = str(raw), ELSE
            self.say(ELSE, wrong=True)
        shown = visible(text if draft is None else draft)
        if shown != self.value:
            with self.prevent(Input.Changed):
                self.value = shown
                self.cursor_position = len(shown)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Every key is kept at once, if it makes a value."""
        event.stop()
        text = unmarked(event.value)
        self._wrong = self.keep(None, draft=text)
        if self._wrong:
            # On the way to half a date stood a whole one (2027): what stood before stands.
            self.keep(self._before)
            self.drafts[self.spot.id, self.spot.field] = text
        self.say("")

    def on_focus(self, event: Focus) -> None:
        """Says how to write it, or what was wrong with what stands here."""
        self._before = self.kept()
        self.say(self._wrong, wrong=bool(self._wrong))

    def on_blur(self, event: Blur) -> None:
        """The edit ends; a text that is no value is said to be so, and stays."""
        self.leave()
        self.say(self._wrong, wrong=bool(self._wrong))


class LongText(TextArea, Editor):
    """Text of several lines, or a list with one entry a line."""

    def __init__(self, spot: Spot) -> None:
        super().__init__(compact=True, highlight_cursor_line=False, classes="editor")
        self.spot = spot
        self._wrong = ""

    def on_mount(self) -> None:
        """Shows what is kept."""
        self.cursor_blink = False
        self.show_value()
        self.move_cursor(self.document.end)

    def _kept(self) -> str:
        draft = self.drafts.get((self.spot.id, self.spot.field))
        if draft is not None:
            return draft
        value: Any = self.kept()
        return "" if value is None else self.spot.kind.write(value, self.plan)

    def show_value(self) -> None:
        shown = visible(self._kept())
        if shown != self.text:
            with self.prevent(TextArea.Changed):
                self.load_text(shown)
        self._grow()

    def on_resize(self) -> None:
        """A new width wraps anew."""
        self._grow()

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:
        """Scrolls to the cursor, once it is back in the text.

        Where an undo or a removal takes the scroll bar away, Textual asks for this before it
        moves the cursor; the line that the cursor was on may be gone by then.
        """
        if self.cursor_location[0] >= self.document.line_count:
            return Offset(0, 0)
        return super().scroll_cursor_visible(center, animate)

    def _grow(self) -> None:
        rows = max(LEAST, min(MOST, self.wrapped_document.height))
        if self.styles.height is None or self.styles.height.value != rows:
            self.styles.height = rows

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Every key is kept at once."""
        event.stop()
        text = unmarked(self.text)
        if isinstance(self.spot.kind, Lines):
            self._wrong = self.keep([line for line in text.splitlines() if line.strip()] or None)
        else:
            self._wrong = self.keep(None, draft=text)
        if self._wrong:
            self.drafts[self.spot.id, self.spot.field] = text
        self._grow()

    def on_focus(self, event: Focus) -> None:
        """Says how to write it."""
        self.say("")

    def on_blur(self, event: Blur) -> None:
        """The edit ends."""
        self.leave()
        self.say(self._wrong, wrong=bool(self._wrong))

    @property
    def can_undo(self) -> bool:
        """Whether something typed here can be taken back."""
        return bool(self.history.undo_stack)
