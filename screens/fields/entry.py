"""A question or a field with its place to write and what is said under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from screens.fields import Editor, Spot, advice, editor
from screens.plain import BODY, INK, MUTED, WARN, joined, plain
from screens.steady import Steady
from workbook.kinds import Money

if TYPE_CHECKING:
    from workbook.plan import Plan


def asked(question: str, why: str) -> Content:
    """A question, and under it why it matters."""
    return joined((question, BODY), (f"\n{why}" if why else "", MUTED))


class Under(Vertical):
    """What stands under a field: what is said, what somebody else wrote, what to look at again."""

    def __init__(self) -> None:
        self.said, self.offered, self.advised = (Steady("", classes="said") for _ in range(3))
        super().__init__(self.said, self.offered, self.advised, classes="under")


class Entry(Vertical):
    """A question above its widget (`asks`), or a short label beside it."""

    def __init__(self, spot: Spot, plan: Plan, *, asks: bool) -> None:
        super().__init__(classes="entry asks" if asks else "entry labelled")
        self.spot, self._plan, self._asks = spot, plan, asks
        self._under: Under | None = None

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

    def _show(self, line: str, content: Content) -> None:
        """Shows a content under the field; the lines are made when there is something to say."""
        if self._under is None:
            if not content:
                return
            self._under = Under()
            self.mount(Static("", classes="beside"), self._under)
        shown = getattr(self._under, line)
        shown.update(content)
        shown.display = bool(content)
        self.reveal()

    def on_editor_said(self, message: Editor.Said) -> None:
        """Shows advice or a mistake under the field; under the focused one, how to fill it."""
        message.stop()
        self.offer()
        self.set_class(message.wrong, "-wrong")
        text = "○ " + message.text if message.wrong else message.text or self._help()
        self._show("said", plain(text, WARN if message.wrong else ""))

    def on_resize(self) -> None:
        """The field has grown, or what is said under it."""
        self.reveal()

    def reveal(self) -> None:
        """At the window's edge what is said under the field with the cursor is not cut off; nor is
        the field itself with its question, where a window that was tiny has grown. Of a long text
        its cursor is what must be in sight, and it sees to that itself."""
        self.call_after_refresh(self._scroll_here)

    def _scroll_here(self) -> None:
        """Scrolls at once, one after the other: each from where the one before has left off."""
        under, editor = self._under, self.editor
        if under is not None and editor.has_focus:
            short = editor.size.height <= self.app.size.height // 2
            below = (under.said, under.offered)
            for one in (self, *below, editor) if short else below:
                if one.display:
                    one.scroll_visible(animate=False, immediate=True)

    def offer(self) -> None:
        """Says under the field what somebody else wrote there, as long as one can choose."""
        text = self.editor.theirs_here if self.is_attached else ""
        way = (" F10", f"{INK} bold"), (" takes ", MUTED)
        lead = way if self.editor.has_focus else ((" To settle: ", MUTED),)
        self._show("offered", joined(("≠", WARN), *lead, (text, BODY)) if text else Content(""))

    def on_editor_advised(self, message: Editor.Advised) -> None:
        """Shows under a long text what to look at once more."""
        message.stop()
        self._show("advised", advice.line(message.found) if message.found else Content(""))

    def _help(self) -> str:
        """The question where only a label stands beside the field, the hint, the keys."""
        if not self.editor.has_focus:
            return ""
        ask = "" if self._asks else self.spot.ask
        return " ".join(filter(None, (ask, self.spot.hint or self.editor.how)))
