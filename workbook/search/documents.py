"""What can be found in a plan: each answer and each record, with the texts that stand in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from workbook.curriculum.model import DRAWN
from workbook.kinds import Cells, Lines, Money, Number, Series, Who, YesNo
from workbook.kinds.pointing import RECORD_ID, Links, Ref, Refs
from workbook.reading import RATED
from workbook.reasoning.places import Held, Places, Written
from workbook.records import TYPES, Record, Row
from workbook.search.folding import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from workbook.reading import Reading

Sort = Literal["answers", "records", "guidance"]
SORTS: tuple[Sort, ...] = ("answers", "records", "guidance")
"""What can be found, in the order in which it is shown."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One text. field: where it stands: of a record its field; of guidance the question, the table
    or the item that it is about, "" for none. name: what people call the place. words: the text as
    it is searched. called: whether it is what the whole is known by."""

    field: str
    name: str
    text: str
    words: str
    called: bool = False


class Pointer(NamedTuple):
    """A field that names a record, what people call it, and which record."""

    field: str
    name: str
    id: str


@dataclass(frozen=True, slots=True)
class Document:
    """Something that can be found as a whole, and gone to.

    id: of an answer or a record; of guidance, its step. points: the records that it names. place:
    what sorts those of one sort. page: of the guidance beside a step.
    """

    sort: Sort
    id: str
    passages: tuple[Passage, ...]
    points: tuple[Pointer, ...] = ()
    place: tuple[int, str] = (0, "")
    page: str = ""


class Documents:
    """The answers and records of a plan as what can be found."""

    def __init__(self, plan: Reading) -> None:
        self._plan, self._places = plan, Places(plan)

    def all(self) -> Iterator[Document]:
        """Everything that is written."""
        for one in self._places.all():
            if made := self._made(one):
                yield made

    def of(self, id: str) -> Document | None:
        """What is written under an id; None for nothing that can be found."""
        written = self._places.of(id)
        return self._made(written) if written else None

    def _made(self, one: Written) -> Document | None:
        if one.record is not None:
            return self._record(one, one.record)
        if one.id.startswith(DRAWN):
            return None
        prompt = self._plan.curriculum.prompt(one.id)
        name = prompt.name if prompt else one.id
        found = [passage for held in one.values if (passage := self._passage(held))]
        found.append(Passage("", name, name, fold(name), called=True))
        place = self._walk.get(one.id, len(self._walk)), one.id
        return Document("answers", one.id, tuple(found), _points(one.values), place)

    def _record(self, one: Written, record: Record) -> Document | None:
        held = self._on_their_scale(one)
        called = self._called(record)
        found = [passage for value in held if (passage := self._passage(value, called))]
        points = _points(held)
        if not found and not points:
            return None
        found.sort(key=lambda passage: not passage.called)
        place = _RANK[record.type], f"{record.order} {record.id}"
        return Document("records", one.id, tuple(found), points, place)

    def _called(self, record: Record) -> Collection[str]:
        """The fields that a record is called by: its code, of its names the first that is filled,
        and what is said beside that."""
        names, data = record.called, record.data
        if isinstance(record, Row):
            home = self._plan.curriculum.home(record)
            names, cells = home.columns if home else (), record.data.get("cells")
            data = cells if isinstance(cells, dict) else {}
        return {"code", *[one for one in names if data.get(one)][:1], *record.beside}

    def _on_their_scale(self, one: Written) -> Sequence[Held]:
        """The values of a record; a level that was rated in the words of its own scale."""
        if one.record is None or one.record.type not in RATED:
            return one.values
        kind = self._plan.kind(one.id, "level")
        return [replace(held, kind=kind) if held.field == "level" else held for held in one.values]

    def _passage(self, held: Held, called: Collection[str] = ()) -> Passage | None:
        text, more = self._text(held)
        words = fold(f"{text} {more}" if more else text)
        named = held.field in called
        return Passage(held.field, held.name, text, words, named) if words else None

    def _text(self, held: Held) -> tuple[str, str]:
        """A value as a person reads it, and what else they may type to find it; nothing for what
        points elsewhere, or says nothing by itself."""
        kind, value = held.kind, held.value
        if kind is None or not kind.holds(value):
            return (value, "") if isinstance(value, str) else ("", "")
        match kind:
            case Ref() | Refs() | YesNo() | Series() | Cells():
                return "", ""
            case Who():
                return "; ".join(one for one in value if not RECORD_ID.fullmatch(one)), ""
            case Links():
                return "; ".join(filter(None, (one.get("rationale") for one in value))), ""
            case Lines():
                return "\n".join(value), ""
            case Money() | Number():
                return f"{value:,}", str(value)
        return kind.show(value, self._plan), ""

    @cached_property
    def _walk(self) -> dict[str, int]:
        return {id: number for number, id in enumerate(self._plan.curriculum.prompts)}


_RANK = {type: number for number, type in enumerate(sorted(TYPES, key=lambda one: one in RATED))}
"""The order of the types: that of the chapters, and last the hundreds of ratings."""


def _points(values: Sequence[Held]) -> tuple[Pointer, ...]:
    return tuple(
        Pointer(held.field, held.name, id)
        for held in values if held.kind
        for id in held.kind.points(held.value)
    )  # fmt: skip
