"""The sheets of a data walk: for each station what hangs there, what is asked, room for notes.

They hang where everyone can read them, so they are made from the public view, as the MAP is.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence

from workbook.map import figures
from workbook.map.build import TECHNICAL
from workbook.map.outline import (
    Block,
    Blocks,
    Document,
    Inlines,
    List,
    Paragraph,
    Section,
    Strong,
    Table,
    Text,
)  # fmt: skip
from workbook.map.public import Public
from workbook.map.showing import Showing
from workbook.plan import Plan
from workbook.reasoning.engagement import stations
from workbook.records import Record
from workbook.records.data import MetricSeries

LINES, YEARS = 6, 5
"""Empty lines for notes on each sheet; years of a published figure."""
FIGURE: Mapping[str, tuple[str, ...]] = {
    "metric_reading": ("note", "compared_with"),
    "data_source": ("source", "years", "limits"),
}
"""What is told of what hangs there and is no published figure, the first without its name."""


def sheets(plan: Plan, activity: str) -> Document:
    """The sheets of one data walk, in the order of its stations. activity: its id; "" for the
    stations that belong to none that is there."""
    return _Sheets(plan, activity).document()


class _Sheets:
    def __init__(self, plan: Plan, activity: str) -> None:
        self.plan, self.activity = plan, activity
        self.showing = Showing(Public(plan))
        self.view, self.words = self.showing.view, self.showing.words

    def document(self) -> Document:
        record = self.view.record(self.activity) if self.activity else None
        name = self.showing.label(self.activity) if record else ""
        when = [self.showing.text(record, one) for one in ("starts", "place")] if record else []
        about = ", ".join(filter(None, when))
        head = [Paragraph((Text(about),))] if about else []
        found = stations(self.plan, self.activity)
        each = [self._sheet(number, id) for number, id in enumerate(found, 1)]
        title: Inlines = (Text(self.words("sheets", name=name or self.words("a_walk"))),)
        day: datetime.date = self.plan.today
        return Document(
            title, day, TECHNICAL, False, (*head, *each), withheld=tuple(self.showing.withheld),
            notes=tuple(self.showing.notes),
        )  # fmt: skip

    def _sheet(self, number: int, id: str) -> Section:
        record = self.view.record(id)
        blocks = tuple(self._parts(record, number)) if record else ()
        return Section(id, self.words("station", number=number), blocks)

    def _parts(self, one: Record, number: int) -> Iterator[Block]:
        if caption := self.showing.text(one, "caption"):
            yield Paragraph((Strong(self.showing.read(caption)),))
        yield from self._titled("hangs", self._figure(one))
        yield from self._titled("talk", tuple(self._questions(one)))
        stands = [self.showing.text(one, "facilitator")]
        if stands[0] and self.words("not_named") not in stands[0]:
            yield from self._titled("stands", (Paragraph((Text(stands[0]),)),))
        yield Table(
            ((Text(self.words("said_here")),), (Text(self.words("by_many")),)),
            (((), ()),) * LINES,
        )  # fmt: skip
        yield Paragraph((Text(self.words("key_in", tag=f"s{number}")),))

    def _titled(self, word: str, blocks: Blocks) -> Iterator[Block]:
        if blocks:
            yield Paragraph((Strong((Text(self.words(word)),)),))
            yield from blocks

    def _figure(self, one: Record) -> Blocks:
        """What hangs there: a published figure by year, or what is written of it."""
        shown = self.view.record(str(one.data.get("shows") or ""))
        if isinstance(shown, MetricSeries):
            return tuple(self._series(shown))
        if shown is None:
            return (Paragraph((Text(self.words("no_figure")),)),)
        name = self.showing.name(shown)
        head = (Paragraph((Text(name),)),) if name else ()
        first, *others = FIGURE.get(shown.type, ("",))
        return (*head, *self.showing.blocks(shown, first), *self._beside(shown, others))

    def _beside(self, shown: Record, fields: Sequence[str]) -> Iterator[Paragraph]:
        """Fields under their names."""
        for field in fields:
            if text := self.showing.text(shown, field):
                name = self.view.field_name(shown.id, field)
                yield Paragraph((Text(f"{name}: "), *self.showing.read(text)))

    def _series(self, series: MetricSeries) -> Iterator[Block]:
        name = figures.name(self.view, series)
        source = f" ({series.source})" if series.source else ""
        yield Paragraph((Text(f"{name}{source}"),))
        years = figures.by_year(self.view, series)[:YEARS][::-1]
        if years:
            header = tuple((Text(year),) for year, _ in years)
            yield Table(header, (tuple((Text(value),) for _, value in years),))
            yield Paragraph((Text(figures.latest(self.view, series)),))

    def _questions(self, one: Record) -> Iterator[Block]:
        """The questions as a list, where they stand in one paragraph; else as they were written."""
        blocks = self.showing.blocks(one, "questions")
        text = self.showing.text(one, "questions")
        asked = [part.strip() for part in re.findall(r"[^?]+\??", text) if part.strip()]
        if len(blocks) == 1 and isinstance(blocks[0], Paragraph) and len(asked) > 1:
            yield List(tuple((Paragraph(self.showing.read(part)),) for part in asked))
        else:
            yield from blocks
