"""The theory of change: the chain from causes to the vision, and the sentence drawn up from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from screens.asking import Confirm, ask
from screens.command import ViewCommand
from screens.ledger import Entry, heading
from screens.listed import Listed
from screens.places import Place
from screens.plain import ACCENT, BODY, DATA, INK, MUTED, WARN, brief, joined, plain
from workbook.reasoning.theory import BASIS, TEXT, Chain, Theory, basis, drawn_up, since, theory

if TYPE_CHECKING:
    from screens.command import Command

HEADS = ("Because", "if we do", "then these shift", "so that")
WIDE = 96
"""Cells from which the chain goes from left to right; below it goes down."""
ARROW = " → "
OURS = "ours"
"""The key of the team's own text."""


class OnTheory(ViewCommand):
    """A command on the theory of change."""

    of = "theory"


class DrawUp(OnTheory):
    """Draw the sentences up from causes, actions, conditions, outcomes and vision, for you to
    write on. Where your own text stands, it asks first."""

    name, key, label, does = "Draw it up", "d", "draw it up", "draw_up"


class WriteOn(OnTheory):
    """Go to your own text, to write on; from a chain to the priority."""

    name, key, label, does = "Write on", "enter", "write on", "open_entry"


class TheoryView(Listed):
    """From left to right, for each priority: which causes hold it, what you do about them, which
    conditions of the system shift, and what comes of it, with what that rests on. Under it stands
    your own theory of change, and what changed beneath it since you drew it up. ○ marks a part
    that is missing."""

    view: ClassVar[str] = "theory"
    called: ClassVar[str] = "Theory of change"
    asks: ClassVar[str] = "Why this should work"
    _theory = Theory((), "", ())

    def commands(self) -> tuple[type[Command], ...]:
        return (DrawUp, WriteOn)

    def entries(self, width: int) -> Sequence[Entry]:
        self._theory = theory(self.desk.plan)
        return list(self._rows(width - 1))  # a scroll bar may come

    def _rows(self, width: int) -> Iterator[Entry]:
        for chain in self._theory.chains:
            yield from self._chain(chain, width)
            yield heading(Content(""))
        if not self._theory.chains:
            empty = (
                "The chain is drawn from your priorities, causes and actions. None is there yet."
            )
            yield from (heading(one) for one in _wrapped(empty, MUTED, width))
            yield heading(Content(""))
        yield from self._ours(width)

    def _chain(self, chain: Chain, width: int) -> Iterator[Entry]:
        plan = self.desk.plan
        yield Entry(chain.priority, partial(_titled, plan.label(chain.priority), width))
        columns = self._columns(chain)
        lines = _beside(columns, width) if width >= WIDE else _below(columns, width)
        yield from (Entry("", partial(_laid, one, width), chain.priority) for one in lines)
        for id in chain.assumptions:
            text = f"rests on: {plan.label(id)}"
            for one in _wrapped(text, MUTED, width - 2):
                yield Entry("", partial(_laid, one, width), chain.priority)

    def _columns(self, chain: Chain) -> list[list[str]]:
        """What stands at each place of a chain, in words."""
        plan, names = self.desk.plan, self.desk.plan.options("six-conditions")
        shifts = [names[one].name for one in chain.conditions]
        causes, actions, outcomes = (
            [plan.label(id) for id in ids] for ids in (chain.causes, chain.actions, chain.outcomes)
        )
        return [causes, actions, shifts, outcomes]

    def _ours(self, width: int) -> Iterator[Entry]:
        """The vision, the team's own text, and what changed under it."""
        plan, vision = self.desk.plan, self._theory.vision
        name = plan.label(vision) if vision else ""
        toward = f"toward: “{name}”" if name else "○ no vision is chosen yet"
        for one in _wrapped(toward, BODY if name else WARN, width):
            yield heading(joined(("  ", ""), one))
        yield heading(Content(""))
        text = str(plan.answer(TEXT) or "")
        yield Entry(OURS, partial(_titled, "Your theory of change", width))
        for part in (text or "Nothing written yet. d draws it up from the chain.").split("\n"):
            for one in _wrapped(part, BODY if text else MUTED, width - 2):
                yield Entry("", partial(_laid, one, width), OURS)
        for line in self._changed():
            for one in _wrapped(line, WARN, width - 2):
                yield Entry("", partial(_laid, one, width), OURS)

    def _changed(self) -> list[str]:
        """What changed under the team's text since it was drawn up."""
        found = since(self.desk.plan)
        if found is None:
            return []
        added = [f"○ New since it was drawn up: {one}" for one in found.added]
        return added + [f"○ Not there any more: {one}" for one in found.gone]

    def said(self, key: str) -> Content:
        if key == OURS:
            return joined(("Your own words count; drawing up only gives them a start.", MUTED))
        named = [one.lower() for one, found in zip(HEADS, self._of(key), strict=True) if not found]
        if named:
            return joined((f"Missing here: {', '.join(named)}.", WARN))
        return joined(("Read it aloud from left to right. Where would a doubter interrupt?", MUTED))

    def _of(self, priority: str) -> Sequence[Sequence[str]]:
        """The ids at each place of a priority's chain."""
        chain = next((one for one in self._theory.chains if one.priority == priority), None)
        parts = (chain.causes, chain.actions, chain.conditions, chain.outcomes) if chain else None
        return parts or [()] * len(HEADS)

    def open_entry(self) -> None:
        """Goes to the team's text, or to a chain's priority."""
        if self.here and self.here != OURS:
            self.desk.visit(Place("record", self.here, ""))
        else:
            self.desk.visit(Place("step", self.step.id, TEXT))

    def draw_up(self) -> None:
        """Draws the sentences up; asks before it writes over the team's own."""
        text = drawn_up(self.desk.plan, self._theory)
        if not text:
            self.desk.notify("There is nothing yet to draw it up from.")
        elif self.desk.plan.answer(TEXT):
            question = "Your own text stands there. Write the drawn up one in its place?"
            asking = Confirm(question, "write it; ^z brings yours back")
            ask(self.desk, asking, lambda yes: self._write(text))
        else:
            self._write(text)

    def _write(self, text: str) -> None:
        """Keeps the text, and what it was drawn up from, as one turn."""
        plan = self.desk.plan
        plan.settle()
        self.desk.attempt(partial(self._keep, text))
        plan.settle()
        self.show_at(OURS)

    def _keep(self, text: str) -> None:
        self.desk.plan.put(TEXT, text)
        self.desk.plan.put(BASIS, basis(self.desk.plan, self._theory))


def _titled(text: str, width: int, selected: bool) -> Content:
    return _laid(plain(text, f"{INK} bold"), width, selected)


def _laid(line: Content, width: int, selected: bool) -> Content:
    """One line, with a ground behind all of it where it is selected."""
    line = joined(("▌ " if selected else "  ", ACCENT), line).truncate(width, ellipsis=True)
    line = joined(line, (" " * max(0, width - line.cell_length), ""))
    return line.stylize("on $wb-wash") if selected else line


def _wrapped(text: str, style: str, width: int) -> list[Content]:
    return [
        joined(("  ", ""), one) if style == MUTED else one
        for one in plain(text, style).wrap(max(20, width - 4))
    ]


def _beside(columns: list[list[str]], width: int) -> Iterator[Content]:
    """The chain from left to right: a column each, an arrow between the first rows."""
    each = (width - 2 - len(ARROW) * (len(HEADS) - 1)) // len(HEADS)
    gap = " " * len(ARROW)
    yield joined((gap.join(f"{one:<{each}}" for one in HEADS), MUTED))
    cells = [_cells(one, each) for one in columns]
    for number, row in enumerate(zip_longest(*cells, fillvalue=Content(""))):
        between = (gap if number else ARROW, DATA)
        yield joined(between).join(_padded(one, each) for one in row)


def _cells(texts: list[str], each: int) -> list[Content]:
    """A column's lines; what is missing is said."""
    if not texts:
        return [plain("○ nothing yet", WARN)]
    return [line for text in texts for line in _item(text, each)]


def _item(text: str, width: int) -> list[Content]:
    lines = plain(brief(text, 160), BODY).wrap(max(8, width - 2))
    return [joined(("· " if not number else "  ", MUTED), one) for number, one in enumerate(lines)]


def _padded(line: Content, width: int) -> Content:
    line = line.truncate(width, ellipsis=True)
    return joined(line, (" " * max(0, width - line.cell_length), ""))


def _below(columns: list[list[str]], width: int) -> Iterator[Content]:
    """The chain from above to below: each part under its word."""
    for head, texts in zip(HEADS, columns, strict=True):
        yield joined((head, MUTED))
        for one in _cells(texts, width - 4):
            yield joined(("  ", ""), one)
