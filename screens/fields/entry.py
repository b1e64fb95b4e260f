"""A question or a field with its place to write and what is said under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from screens.fields import Editor, Spot, advice, editor
from screens.plain import BODY, INK, MUTED, WARN, joined, plain
from workbook.kinds import Money

if TYPE_CHECKING:
    from workbook.plan import Plan


def asked(question: str, why: str) -> Content:
    """A question, and under it why it matters."""
    return joined((question, BODY), (f"\n{why}" if why else "", MUTED))


class Entry(Vertical):
    """A question above its widget (`asks`), or a short label beside it."""

    def __init__(self, spot: Spot, plan: Plan, *, asks: bool) -> None:
        super().__init__(classes="entry asks" if asks else "entry labelled")
        self.spot, self._plan, self._asks = spot, plan, asks
        self._said: Static | None = None
        self._advised: Static | None = None
        self._offered: Static | None = None

    def compose(self) -> ComposeResult:
        """The question and why it matters, or the label; the widget; what is said."""
        self.editor = editor(self.spot, self._plan)
        if self._asks:
            yield Static(asked(self.spot.ask, self.spot.why), classes="ask")
        else:
            yield Static(self._label(), classes="label")
        yield self.editor

    def _label(self) -> Content:
        """The field's name, with the unit that is written in it."""
        kind = self.spot.kind
        unit = self._plan.currency if isinstance(kind, Money) else getattr(kind, "unit", "")
        return joined((self.spot.name, BODY), (f" ({unit})" if unit else "", MUTED))

    def on_editor_said(self, message: Editor.Said) -> None:
        """Shows advice or a mistake under the field; under the focused one, how to fill it."""
        message.stop()
        self.offer()
        text = "○ " + message.text if message.wrong else message.text or self._help()
        said = self._said
        if said is None:
            if not text:
                return
            said = self._said = Static("", classes="said")
            self.mount(said)
        said.update(plain(text))
        said.set_class(message.wrong, "wrong")
        said.display = bool(text)
        self.set_class(message.wrong, "-wrong")
        self._reveal()

    def on_resize(self) -> None:
        """The field has grown, or what is said under it."""
        self._reveal()

    def _reveal(self) -> None:
        """At the window's edge what is said under the field with the cursor is not cut off."""
        under = [one for one in (self._said, self._offered) if one is not None and one.display]
        for one in under if self.editor.has_focus else ():
            one.call_after_refresh(one.scroll_visible, animate=False)

    def offer(self) -> None:
        """Says under the field what somebody else wrote there, as long as one can choose."""
        text = self.editor.theirs_here if self.is_attached else ""
        if self._offered is None:
            if not text:
                return
            self._offered = Static("", classes="said offered")
            self.mount(self._offered)
        if text:
            way = (" F10", f"{INK} bold"), (" takes ", MUTED)
            lead = way if self.editor.has_focus else ((" To settle: ", MUTED),)
            self._offered.update(joined(("≠", WARN), *lead, (text, BODY)))
        self._offered.display = bool(text)
        self._reveal()

    def on_editor_advised(self, message: Editor.Advised) -> None:
        """Shows under a long text what to look at once more."""
        message.stop()
        line = advice.line(message.found)
        if self._advised is None:
            if not message.found:
                return
            self._advised = Static("", classes="said advised")
            self.mount(self._advised)
        self._advised.update(line)
        self._advised.display = bool(message.found)

    def _help(self) -> str:
        """The question where only a label stands beside the field, the hint, the keys."""
        if not self.editor.has_focus:
            return ""
        ask = "" if self._asks else self.spot.ask
        return " ".join(filter(None, (ask, self.spot.hint or self.editor.how)))
