"""The story of conditions here, in the parts that the toolkit asks of it (chapter 1): how they
arose, whom they touch most, what they produce, what keeps them; what is strong, and the whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbook.kinds.pointing import CITED
from workbook.reading import Reading
from workbook.records.data import Finding, MetricSeries

TOLD = "data.story"
"""The answer that tells it whole."""
LENGTH = 200
"""Words that it is to have, about (field paper 1.4)."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Something that is written for a part. id: the answer or record; field: of a record."""

    id: str
    text: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the story. goes: the answer that is mainly asked for it."""

    name: str
    goes: str
    pieces: Sequence[Piece]

    @property
    def words(self) -> int:
        """How many words are written for it."""
        return sum(len(one.text.split()) for one in self.pieces)


def parts(reading: Reading) -> list[Part]:
    """The parts in their order, each with what answers and findings say."""
    found = reading.records(Finding)
    return [
        Part("What is strong here, and who made it so", "data.strong-in",
             (*_answer(reading, "data.strong-in"), *_findings(found, "asset"))),
        Part("How conditions arose", "data.history", tuple(_answer(reading, "data.history"))),
        Part("Whom they touch most", "data.hidden-by-average",
             (*_rows(reading, "data.hidden-by-average"), *_findings(found, "most_affected"))),
        Part("What they produce", "findings",
             tuple(_findings([one for one in found if one.judged != "strength"], "claim"))),
        Part("What keeps them in place", "data.kept-in-place",
             (*_answer(reading, "data.kept-in-place"), *_findings(found, "driver"))),
        Part("The story, told whole", TOLD, tuple(_answer(reading, TOLD))),
    ]  # fmt: skip


def _answer(reading: Reading, id: str) -> Iterator[Piece]:
    text = reading.answer(id)
    if isinstance(text, str) and text.strip():
        yield Piece(id, text)


def _rows(reading: Reading, id: str) -> Iterator[Piece]:
    table = reading.curriculum.tables.get(id)
    for row in reading.rows(table) if table else ():
        cells = (reading.shown(row, one.id) for one in table.fields) if table else ()
        if text := "; ".join(filter(None, cells)):
            yield Piece(row.id, text, "predictor")


def _findings(found: Sequence[Finding], field: str) -> Iterator[Piece]:
    for one in found:
        text = one.data.get(field)
        if isinstance(text, str) and text.strip():
            yield Piece(one.id, f"{one.code or ''} {text}".strip(), field)


def cited(reading: Reading, text: str) -> list[MetricSeries]:
    """The figures that a text cites and that exist, each once."""
    ids = dict.fromkeys(match[1] for match in CITED.finditer(text))
    records = (reading.record(id) for id in ids)
    return [one for one in records if isinstance(one, MetricSeries)]
