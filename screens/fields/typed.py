"""Fields that are typed into: a number or a date, a line and a long text that grow."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.events import Blur, Focus, Key, Paste
from textual.geometry import Offset, Size
from textual.timer import Timer
from textual.widgets import Input, TextArea

from screens.asking import refusal
from screens.fields import advice
from screens.fields.editor import Editor, Spot
from workbook.kinds import Lines
from workbook.kinds.text import unmarked, visible

ELSE = "The file holds something else here; what you write takes its place."
"""Said of a value that was edited by hand into another kind."""


class Figure(Input, Editor):
    """A number, an amount or a date. Enter goes on to the next field."""

    def __init__(self, spot: Spot) -> None:
        super().__init__(compact=True, select_on_focus=False, classes="editor")
        self.spot = spot
        self._wrong = ""
        self._before: Any = None

    def on_mount(self) -> None:
        """Shows what is kept, or what was typed and is no value yet."""
        self.cursor_blink = False
        self.look()
        self.show_value()

    def show_value(self) -> None:
        text, wrong = written(self)
        if wrong:
            self._wrong = wrong
            self.say(wrong, wrong=True)
        shown = visible(text)
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

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes on."""
        event.stop()
        self.screen.focus_next()


_JOINERS = ("\u200c", "\u200d")


def written(editor: Editor) -> tuple[str, str]:
    """What a field shows: what was typed and is no value yet, else what is kept.

    The second is what must be said of it, "" where nothing must.
    """
    draft = editor.drafts.get((editor.spot.id, editor.spot.field))
    if draft is not None:
        return draft, refusal(editor.spot.kind, draft, editor.plan)
    value: Any = editor.kept()
    if value is not None:
        return editor.spot.kind.write(value, editor.plan), ""
    raw = editor.plan.raw(editor.spot.id, editor.spot.field)
    return ("", "") if raw is None else (str(raw), ELSE)


class LongText(TextArea, Editor):
    """Text of several lines, or a list with one entry a line."""

    rows: ClassVar[tuple[int, int]] = 4, 10
    """It grows with what is in it between these, and scrolls beyond."""

    def __init__(self, spot: Spot, *, classes: str = "editor") -> None:
        super().__init__(compact=True, highlight_cursor_line=False, classes=classes)
        self.spot = spot
        self._wrong = ""
        self._fresh = True
        self._looking: Timer | None = None

    def on_mount(self) -> None:
        """Shows what is kept, from its beginning."""
        self.cursor_blink = False
        self.look()
        self.show_value()

    def show_value(self) -> None:
        text, wrong = written(self)
        if wrong:
            self._wrong = wrong
            self.say(wrong, wrong=True)
        shown = visible(text)
        if shown != self.text:
            with self.prevent(TextArea.Changed):
                self.load_text(shown)
            if self.has_focus:
                self.move_cursor(self.document.end)
        self._grow()
        self._advise_soon()

    def _advise_soon(self) -> None:
        """After a pause the text is looked at for words that put the blame on people."""
        if advice.is_advised(self):
            if self._looking is not None:
                self._looking.stop()
            self._looking = self.set_timer(advice.PAUSE, self._advise)

    def _advise(self) -> None:
        if self.desk.session is not None:
            self.post_message(self.Advised(self, advice.of_text(self)))

    def on_resize(self) -> None:
        """A new width wraps anew, once the text knows of it."""
        self.call_after_refresh(self._grow)

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:
        """Scrolls to the cursor, once it is back in the text.

        Where an undo or a removal takes the scroll bar away, Textual asks for this before it
        moves the cursor; the line that the cursor was on may be gone by then.
        """
        if self.cursor_location[0] >= self.document.line_count:
            return Offset(0, 0)
        return super().scroll_cursor_visible(center, animate)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Beside a label the layout asks for this, and leaves a hole where it is more."""
        return self._rows

    @property
    def _rows(self) -> int:
        least, most = self.rows
        return max(least, min(most, self.wrapped_document.height))

    def _grow(self) -> None:
        rows = self._rows
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
            self.refuse(text)
        self._grow()
        self._advise_soon()

    def refuse(self, text: str) -> None:
        """Keeps a text that is no value beside the workbook, and in it what was valid last."""
        self.drafts[self.spot.id, self.spot.field] = text

    def on_focus(self, event: Focus) -> None:
        """One writes on at the end. Says how to write it, or what was wrong with it."""
        if self._fresh:
            self.move_cursor(self.document.end)
            self._fresh = False
        self.say(self._wrong, wrong=bool(self._wrong))

    def on_blur(self, event: Blur) -> None:
        """The edit ends: from now on it is the plan that takes it back."""
        self.history.clear()
        self.leave()
        self.say(self._wrong, wrong=bool(self._wrong))

    def on_key(self, event: Key) -> None:
        """What joins the parts of one emoji, or of a script's letters, has no shape of its own."""
        if event.character in _JOINERS:
            event.stop()
            event.prevent_default()
            self.insert(event.character)

    def action_undo(self) -> None:
        """Where nothing was typed here since one came, the plan's last edit is taken back."""
        from screens.undoing import undo  # it knows of fields itself

        undo(self.desk)

    def action_redo(self) -> None:
        """Likewise."""
        from screens.undoing import redo  # likewise

        redo(self.desk)


class TextLine(LongText):
    """One line of text, all of it in sight. Enter goes on to the next field."""

    rows = 1, 8

    def __init__(self, spot: Spot) -> None:
        super().__init__(spot, classes="editor line")
        self._before: Any = None

    def on_focus(self, event: Focus) -> None:
        """What stands here now is what stays where the line gets too long."""
        self._before = self.kept()

    def refuse(self, text: str) -> None:
        """A line too long leaves no piece of itself behind: what stood before stands."""
        self.keep(self._before)
        super().refuse(text)

    def on_key(self, event: Key) -> None:
        """Enter breaks no line: there is one."""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.screen.focus_next()

    def on_paste(self, event: Paste) -> None:
        """Pasted lines become one; the text takes it from here."""
        event.text = " ".join(event.text.split())
