"""What changed since an earlier state, in sentences, by chapter and step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from screens import snapshots
from screens.history_commands import DIFFERING
from screens.ledger import Entry, heading
from screens.listed import Listing
from screens.places import Place
from screens.plain import ACCENT, BODY, INK, MUTED, joined, plain
from screens.putting_back import choose, go_to
from screens.told import change
from workbook.history.points import Point, Points
from workbook.history.recalling import differences
from workbook.reading import Unknown
from workbook.reasoning.telling.differences import parts
from workbook.reasoning.telling.told import Told
from workbook.store import StoreError

if TYPE_CHECKING:
    from screens.command import Command


class ComparedView(Listing):
    """What changed since an earlier state: a snapshot, a day, a number of the history. Go to the
    place of a change, or put back what stood there then. “workbook compare” writes the same as
    Markdown, for a board: without what is private."""

    view: ClassVar[str] = "compare"
    called: ClassVar[str] = "Compare"
    _point: Point | None = None
    _why = ""

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._found: dict[str, Told] = {}

    def commands(self) -> tuple[type[Command], ...]:
        return DIFFERING

    def offers(self, does: str) -> bool:
        return does == "compare" or self.here in self._found

    @property
    def asks(self) -> str:  # type: ignore[override]  # of a class it is known before
        """The state that it is compared with."""
        point = self._point
        return f"What changed since: {point.short or point.name}" if point else "What changed"

    def on_mount(self) -> None:
        self._load()
        self._fit()
        self.call_after_refresh(self._draw)

    def renew(self) -> None:
        self._load()
        self._draw()

    def refocus(self) -> Place:
        return replace(self.place, field="")

    def _load(self) -> None:
        session = self.desk.session
        if session is None:
            return
        points, curriculum = Points(session), self.desk.curriculum
        try:
            self._point = points.find(self.place.id)
        except (Unknown, StoreError) as error:
            self._why = str(error)
            return
        told = differences(
            curriculum, self._point.held, points.now, present=points.now, screen=True
        )
        told = [one for part in parts(told, curriculum) for one in part.told]
        self._found = {str(number): one for number, one in enumerate(told)}

    def count(self) -> str:
        count = len(self._found)
        return f"{count} change{'' if count == 1 else 's'}"

    def entries(self, width: int) -> Sequence[Entry]:
        return list(self._rows(width))

    def _rows(self, width: int) -> Iterator[Entry]:
        last, first = "", True
        for key, one in self._found.items():
            chapter = self.desk.curriculum.chapter_of(one.step) if one.step else None
            where = f"{chapter.number} {chapter.short} › " if chapter else ""
            where += one.step.name if one.step else "On no step"
            if where != last:
                if not first:
                    yield heading(Content(""))
                last, first = where, False
                yield heading(joined(("  " + where, MUTED)))
            yield Entry(key, partial(_row, one, width))
        if not self._found:
            yield heading(joined(("  " + (self._why or "Nothing changed."), MUTED)))

    def said(self, key: str) -> Content:
        one = self._found.get(key)
        return plain(one.sentence, INK) if one else Content("")

    def open_entry(self) -> None:
        """Goes to the place that differs."""
        if one := self._found.get(self.here):
            go_to(self.desk, one)

    def put_back(self) -> None:
        """Asks what to put back as it stood then, and does it."""
        one = self._found.get(self.here)
        if one and self._point:
            choose(self.desk, [one], self._point.held)

    def compare(self) -> None:
        """Asks for another earlier state."""
        snapshots.compare(self.desk)


def _row(one: Told, width: int, selected: bool) -> Content:
    """The change in short."""
    ground = " on $wb-wash" if selected else ""
    return joined(
        ("▌ " if selected else "  ", ACCENT + ground),
        change(one, width - 2, (f"{INK} bold" if selected else BODY) + ground),
    ).truncate(width, ellipsis=True)
