"""The story in its parts, as it reads: figures with value, year, quality and source in place of
their marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar

from textual.content import Content

from screens.command import Command, ViewCommand
from screens.ledger import Entry
from screens.listed import Listed
from screens.places import Place
from screens.plain import ACCENT, BODY, DATA, INK, MUTED, WARN, brief, joined, wrapped
from workbook.curriculum import Step
from workbook.map.figures import cited
from workbook.map.outline import words
from workbook.reasoning.figures import newest, warning
from workbook.reasoning.story import LENGTH, Part, parts
from workbook.reasoning.story import cited as figures_in

GUTTER = 2
"""Cells left to the bar that scrolls."""


class StoryCommand(ViewCommand):
    """A command on the story that is open."""

    of = "story"


class GoToPart(StoryCommand):
    """Go to where the selected part or piece is written."""

    name, key, label, does = "Write it", "enter", "write it", "open_entry"


class StoryAsTable(StoryCommand):
    """Turn the text into a table of what is written for each part, and back."""

    name, key, label, does = "Text or table", "T", "table", "turn"


class StoryView(Listed):
    """The story of conditions here as it reads now, part by part: what is strong, how conditions
    arose, whom they touch, what they produce, what keeps them. A figure that is cited stands with
    its value, year, quality and source."""

    view: ClassVar[str] = "story"
    called: ClassVar[str] = "The story, read"
    asks: ClassVar[str] = "How conditions here came to be, and what keeps them"
    under = (2, 2)

    def __init__(self, place: Place, step: Step) -> None:
        super().__init__(place, step)
        self.table = False
        self._parts: list[Part] = []

    def commands(self) -> tuple[type[Command], ...]:
        return (GoToPart, StoryAsTable)

    def count(self) -> str:
        told = parts(self.desk.plan)[-1].words
        return f"{told} words of about {LENGTH}"

    def entries(self, width: int) -> Sequence[Entry]:
        self._parts = parts(self.desk.plan)
        return list(self._rows(width - GUTTER))

    def _rows(self, width: int) -> Iterator[Entry]:
        for number, one in enumerate(self._parts):
            yield Entry(f"part.{number}", partial(self._head, one, width))
            for piece in () if self.table else one.pieces:
                for at, line in enumerate(self._read(piece.text, width - 4)):
                    yield Entry(f"{number}.{piece.id}#{at}", partial(_line, line, width))

    def _read(self, text: str, width: int) -> list[str]:
        """A text as it reads, on lines: figures in place of their marks."""
        said = "".join(words(cited(self.desk.plan, text))) or text
        return wrapped(said, max(20, width))

    def _head(self, one: Part, width: int, selected: bool) -> Content:  # a ledger's drawing
        ground = " on $wb-wash" if selected else ""
        count = f"{one.words} words" if one.pieces else "nothing yet"
        sign = ("✓ ", DATA + ground) if one.pieces else ("○ ", WARN + ground)
        figures = sum(len(figures_in(self.desk.plan, piece.text)) for piece in one.pieces)
        cites = f", {figures} cited" if figures else ""
        line = joined(
            ("▌ " if selected else "  ", ACCENT + ground), sign, (one.name, f"{INK} bold{ground}"),
            (f"  {count}{cites}", MUTED + ground),
        ).truncate(width)  # fmt: skip
        return joined(line, (" " * (width - line.cell_length), ground.strip()))

    def said(self, key: str) -> Content:
        """The weak figures that the selected part cites, and where it is written."""
        number = int(key.removeprefix("part.").partition(".")[0])
        plan, one = self.desk.plan, self._parts[number]
        texts = " ".join(piece.text for piece in one.pieces)
        weak = [f for f in figures_in(plan, texts) if (v := newest(f)) and v.weak]
        if weak:
            names = "; ".join(brief(plan.shown(f, "variable"), 50) for f in weak)
            return joined((f"! Cites weak figures, {warning(plan)}: {names}.", WARN))
        prompt = plan.curriculum.prompts.get(one.goes)
        asked = prompt.ask if prompt else "The findings say it."
        return joined((asked if one.pieces else f"{asked} Enter goes there.", MUTED))

    # Doing

    def open_entry(self) -> None:
        """Goes to where the selected part or piece is written."""
        number, _, rest = self.here.partition(".")
        id = rest.partition("#")[0]
        if number == "part":
            self._go_to(self._parts[int(id)].goes)
            return
        piece = next(one for one in self._parts[int(number)].pieces if one.id == id)
        if "." in id:
            self._go_to(id)
        else:
            self.desk.visit(Place("record", id, piece.field))

    def _go_to(self, id: str) -> None:
        """Goes to an answer, or to a step."""
        step = self.desk.plan.curriculum.step_of(id)
        self.desk.visit(Place("step", step.id, id))

    def turn(self) -> None:
        """Leaves the texts out, and back."""
        self.table = not self.table
        self.renew()


def _line(text: str, width: int, selected: bool) -> Content:  # a ledger's drawing
    ground = " on $wb-wash" if selected else ""
    line = joined(("▌   " if selected else "    ", ACCENT + ground), (text, BODY + ground))
    line = line.truncate(width)
    return joined(line, (" " * (width - line.cell_length), ground.strip()))
