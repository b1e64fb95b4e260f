"""A question or a field with its place to write and what is said under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from screens.fields import Editor, Spot, editor
from screens.plain import plain

if TYPE_CHECKING:
    from workbook.plan import Plan


class Entry(Vertical):
    """A question above its widget (`asks`), or a short label beside it."""

    def __init__(self, spot: Spot, plan: Plan, *, asks: bool) -> None:
        super().__init__(classes="entry asks" if asks else "entry labelled")
        self.spot, self._plan, self._asks = spot, plan, asks

    def compose(self) -> ComposeResult:
        """The question and why it matters, or the label; the widget; what is said."""
        self.editor = editor(self.spot, self._plan)
        if self._asks:
            yield Static(plain(self.spot.ask), classes="ask")
            if self.spot.why:
                yield Static(plain(self.spot.why), classes="why")
            yield self.editor
        else:
            with Vertical(classes="beside"):
                yield Static(plain(self.spot.name), classes="label")
                yield self.editor
        yield Static("", classes="said")

    def on_editor_said(self, message: Editor.Said) -> None:
        """Shows advice or a mistake under the field; under the focused one, how to fill it."""
        message.stop()
        said = self.query_one(".said", Static)
        text = "○ " + message.text if message.wrong else message.text or self._help()
        said.update(plain(text))
        said.set_class(message.wrong, "wrong")
        said.display = bool(text)
        self.set_class(message.wrong, "-wrong")

    def _help(self) -> str:
        """The question where only a label stands beside the field, the hint, the keys."""
        if not self.editor.has_focus:
            return ""
        ask = "" if self._asks else self.spot.ask
        return " ".join(filter(None, (ask, self.spot.hint or self.editor.how)))
