"""Values of the public view as they stand in the plan: as text, as inlines, as blocks.

What cannot be shown is remembered for whoever exports: a reference to something that was
removed, a name that was withheld.
"""

from __future__ import annotations

from typing import Any

from workbook.curriculum import Prompt
from workbook.kinds import (
    Choice,
    Date,
    Kind,
    Lines,
    Links,
    Long,
    Ref,
    Refs,
    Scale,
    Several,
    Who,
    YesNo,
)  # fmt: skip
from workbook.kinds.choosing import UNKNOWN
from workbook.kinds.pointing import RECORD_ID
from workbook.kinds.words import LINE_LIMIT
from workbook.map import figures, prose
from workbook.map.outline import Blocks, Inlines, List, Paragraph
from workbook.map.public import Public
from workbook.map.sentences import joined, shortened, uncapitalized
from workbook.records import Record, Row
from workbook.records.coalition import Stakeholder
from workbook.records.data import MetricSeries

_FEW = 80
"""Characters of a name that was given in full before."""


class Showing:
    """Shows values of one public view, and of the records that it gives.

    notes, withheld: what was met that cannot be shown.
    """

    def __init__(self, view: Public) -> None:
        self.view, self.words = view, view.words
        self.notes: dict[str, None] = {}
        self.withheld: dict[str, None] = {}

    # A field of a record

    def text(self, record: Record, field: str) -> str:
        """A field on one line, "" for nothing."""
        value = _value(record, field)
        if value is None:
            return ""
        if isinstance(record, MetricSeries) and field in figures.SHOWN:
            return figures.SHOWN[field](self.view, record)
        return listed(self._parts(self.view.kind(record.id, field), value, record.id, field))

    def blocks(self, record: Record, field: str) -> Blocks:
        """A field as it stands by itself: a long text keeps its paragraphs and its lists."""
        value = _value(record, field)
        if isinstance(value, str) and isinstance(self.view.kind(record.id, field), Long):
            return prose.blocks(value, self.read)
        text = self.text(record, field)
        return (Paragraph(self.read(text)),) if text else ()

    def name(self, record: Record) -> str:
        """What a record is called, in full where that is a line; "" where nobody named it."""
        if isinstance(record, MetricSeries):
            return figures.name(self.view, record)
        if isinstance(record, Stakeholder):
            return self.view.label(record.id)
        table = self.view.curriculum.home(record)
        fields = record.called or (table.columns if table else ())
        text = next((text for one in fields if (text := self.text(record, one))), "")
        code = self.text(record, "code") if record.coded is not None else ""
        return f"{code} {shortened(text, LINE_LIMIT)}".strip()

    def short_name(self, record: Record) -> str:
        """What a record is called, cut to a few words."""
        return shortened(self.name(record), _FEW)

    # An answer

    def sentence(self, prompt: Prompt) -> Inlines:
        """An answer as it stands within a sentence; () for nothing."""
        parts, kind = self._answered(prompt), prompt.kind
        if isinstance(kind, Choice | Several) and not prompt.lead.startswith("{value}"):
            kept = {one.name for one in self.view.options(kind.list).values() if one.proper}
            parts = [one if one in kept else uncapitalized(one) for one in parts]
        return self.read(joined(parts, self.words("and")))

    def answer(self, prompt: Prompt) -> Blocks:
        """An answer as it stands by itself."""
        value = self.view.answer(prompt.id)
        if isinstance(prompt.kind, Long) and isinstance(value, str):
            return prose.blocks(value, self.read)
        items = tuple((Paragraph(self.read(one)),) for one in self._answered(prompt))
        if isinstance(prompt.kind, Lines):
            return (List(items),) if items else ()
        return tuple(block for item in items for block in item)

    def _answered(self, prompt: Prompt) -> list[str]:
        value = self.view.answer(prompt.id)
        return [] if value is None else self._parts(prompt.kind, value, prompt.id, "")

    # Any value

    def read(self, text: str) -> Inlines:
        """A user's text, with the figures that it cites."""
        return figures.cited(self.view, text.strip())

    def _parts(self, kind: Kind[Any], value: Any, id: str, field: str) -> list[str]:
        """The pieces that a value is shown in, without those that cannot be."""
        match kind:
            case Ref() | Refs() | Links():
                shown = [self._pointed(one, value, id, field) for one in kind.points(value)]
            case Who():
                shown = [self._person(one, id, field) for one in value]
            case Several() | Lines():
                shown = [kind.show([one], self.view) for one in value]
            case Long():
                shown = [prose.flat(value)]
            case YesNo():
                shown = [self.words("yes" if value else "no")]
            case Date():
                shown = [self.words.date(value)]
            case Scale() if value == UNKNOWN:
                shown = [self.words("unknown")]
            case _:
                shown = [kind.show(value, self.view)]
        return [one for one in shown if one.strip()]

    def _pointed(self, target: str, value: Any, id: str, field: str) -> str:
        """A record that a value points to, with the reason of a link."""
        if self.view.type_of(target) is None:
            if target not in self.view.hidden:
                self.notes[f"{self.view.place(id, field)} names something that was removed."] = None
            return ""
        links = value if isinstance(value, list) else []
        reasons = (one.get("rationale") for one in links
                   if isinstance(one, dict) and one["item"] == target)  # fmt: skip
        reason, label = next(reasons, None), self.label(target)
        if not target.startswith(Stakeholder.prefix):
            label = label.removesuffix(".").strip() or label
        return f"{label} ({reason})" if label and reason else label

    def _person(self, who: str, id: str, field: str) -> str:
        if RECORD_ID.fullmatch(who):
            return self._pointed(who, None, id, field)
        if who == self.words("not_named"):
            self.withheld[self.view.place(id, field)] = None
        return who

    def label(self, record_id: str) -> str:
        """What the plan calls a record, "" where nobody has named it."""
        record = self.view.record(record_id)
        return self.name(record) if record else ""


def _value(record: Record, field: str) -> Any:
    """What a record of the public view holds; the view has looked at its kind."""
    data = record.data.get("cells") if isinstance(record, Row) else record.data
    return data.get(field) if isinstance(data, dict) else None


def listed(parts: list[str]) -> str:
    """Parts on one line, by commas where none of them has one or ends in a bracket."""
    return ("; " if any("," in one or one.endswith(")") for one in parts) else ", ").join(parts)
