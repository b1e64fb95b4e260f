"""The history: who changed what, from what to what, and when, the newest first."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.content import Content

from screens import snapshots
from screens.history_commands import REMEMBERING
from screens.ledger import Entry, heading
from screens.listed import Listing
from screens.places import Place
from screens.plain import ACCENT, BODY, INK, MUTED, column, joined, plain
from screens.putting_back import choose, go_to
from screens.told import change
from workbook.history.past import Past, of_record, when
from workbook.history.recalling import Recalled, Recalling, recalling
from workbook.reasoning.telling.differences import FEW, as_one
from workbook.store.history import Group

if TYPE_CHECKING:
    from screens.command import Command

SHOWN = 200
"""Changes that are listed at first, and added by each asking for older ones."""
NAME = 12
"""Cells of a person's name at most."""


class HistoryView(Listing):
    """Who changed what, from what to what, and when. Under the list stands the selected change in
    full. Go to its place, put back what stood there before (the field, the row, or everything), or
    compare the plan with an earlier state. From a row or a question it opens on what was changed
    there. Nobody's votes are told here, for with a name they would say who gave which level."""

    view: ClassVar[str] = "history"
    called: ClassVar[str] = "History"
    asks: ClassVar[str] = "Who changed what"

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._of = place.id
        self._only = bool(place.id) and not place.field
        self._most = SHOWN
        self._past: Past = Past({}, [])
        self._found: dict[str, Recalled] = {}
        self._more = False

    def commands(self) -> tuple[type[Command], ...]:
        return REMEMBERING

    def offers(self, does: str) -> bool:
        match does:
            case "turn_filter":
                return bool(self._of or self._ids)
            case "show_older":
                return self._more
            case "open_entry" | "put_back":
                return self.one is not None
        return True

    def on_mount(self) -> None:
        self._load()
        if self._only and not self._found:
            self._only = False
            self._load()
        self._fit()
        self.call_after_refresh(self._draw, self._at(self.place.field))

    def renew(self) -> None:
        self._load()
        self._draw()

    def refocus(self) -> Place:
        return replace(self.place, id=self._of if self._only else "", field="")

    # What is listed

    def _load(self) -> None:
        """Reads the history, and puts as much of it into words as is shown."""
        session = self.desk.session
        if session is None:
            return
        self._past = Past(session.store.read() or {}, session.history.groups())
        tells = recalling(self._past, self.desk.curriculum, screen=True)
        self._found, self._more = {}, False
        for at, one in self._told(tells):
            if len(self._found) == self._most:
                self._more = True
                break
            self._found[str(at)] = one

    def _told(self, tells: Recalling) -> Iterator[tuple[int, Recalled]]:
        """What can be told, the newest first, each with its place in the history."""
        for at, group in reversed(list(enumerate(self._past.groups))):
            mine = of_record(group, self._of) if self._only else group
            told = tells.recalled(mine) if mine else None
            if told is not None and told.told:
                yield at, told

    def _at(self, number: str) -> str:
        """The key of a number of the history; of the next one that is told where it is not."""
        if not number.isdigit():
            return ""
        keys = [key for key, one in self._found.items() if _number(one) >= int(number)]
        return keys[-1] if keys else ""

    @property
    def one(self) -> Recalled | None:
        """The selected change."""
        return self._found.get(self.here)

    @property
    def _ids(self) -> list[str]:
        return list(dict.fromkeys(told.edit.id for told in self.one.told)) if self.one else []

    def count(self) -> str:
        more = "newest " if self._more else ""
        count = len(self._found)
        return f"{more}{count} change{'' if count == 1 else 's'}{' here' if self._only else ''}"

    def entries(self, width: int) -> Sequence[Entry]:
        return list(self._rows(width))

    def _rows(self, width: int) -> Iterator[Entry]:
        day, last = "", self.desk.session.last_here if self.desk.session else None
        names = [cell_len(one.group.who) for one in self._found.values()]
        name = min(NAME, max(names, default=1))
        before = False
        for key, one in self._found.items():
            number = one.group.number
            if last and number and number <= last.number and not before and day:
                yield heading(joined((f"  ── seen before · {_day(last.at)} ──", ACCENT)))
            before = before or bool(last and number and number <= last.number)
            if (found := _day(one.group.at)) != day:
                day = found
                yield heading(joined(("  " + day, MUTED)))
            yield Entry(key, partial(_row, one, name, width))
        if not self._found:
            yield heading(joined(("  Nothing was changed yet.", MUTED)))
        elif self._more:
            yield heading(joined(("  o", f"{INK} bold"), (" shows older changes", MUTED)))

    def said(self, key: str) -> Content:
        one = self._found.get(key)
        if one is None:
            return Content("")
        step = one.told[0].step
        chapter = self.desk.curriculum.chapter_of(step) if step else None
        where = f"{chapter.number} {chapter.short} › {step.name}" if chapter and step else ""
        back = _taken_back(one.group, self._past.groups)
        hidden = f"{one.hidden} of it not shown" if one.hidden else ""
        tail = " · ".join(filter(None, (where, back, hidden)))
        return joined((as_one(one.told), INK), (f"\n{tail}" if tail else "", MUTED))

    # What can be done about one

    def open_entry(self) -> None:
        """Goes to the place that was changed."""
        if self.one:
            go_to(self.desk, self.one.told[0])

    def put_back(self) -> None:
        """Asks what to put back of what stood before the selected change, and does it."""
        if one := self.one:
            group = self._past.groups[int(self.here)]
            choose(self.desk, one.told, self._past.before(group))

    def turn_filter(self) -> None:
        """Shows only what was changed on this row or question, or everything again."""
        here = self.one
        self._only = not self._only
        if self._only and self._ids and self._of not in self._ids:
            self._of = self._ids[0]
        self._most = SHOWN
        self._load()
        self._draw(self._at(str(_number(here))) if here else "")
        self.desk.frame.renew()

    def compare(self) -> None:
        """Asks for an earlier state, and says what changed since."""
        number = self.one.group.number if self.one else None
        snapshots.compare(self.desk, before=number - 1 if number else None)

    def keep(self) -> None:
        """Keeps the plan as it stands now under a name."""
        snapshots.keep(self.desk)

    def show_older(self) -> None:
        """Lists changes further back."""
        self._most += SHOWN
        self._load()
        self._draw()


def _number(one: Recalled) -> int:
    """Its number; of what has none yet one that comes after all."""
    return one.group.number or 1 << 60


def _day(at: str) -> str:
    """The day of a moment: November 29, 2026."""
    try:
        there = datetime.datetime.fromisoformat(at).astimezone()
    except ValueError:
        return "At no known time"
    return f"{there:%B} {there.day}, {there.year}"


def _taken_back(group: Group, groups: Sequence[Group]) -> str:
    """Whether it takes another back, or was taken back itself."""
    if group.undoes is not None:
        return "takes an earlier change back"
    undone = any(one.undoes is group or one.undoes == group.number for one in groups)
    return "was taken back later" if undone and group.number is not None else ""


def _row(one: Recalled, name: int, width: int, selected: bool) -> Content:
    """When, who, and what in short."""
    ground = " on $wb-wash" if selected else ""
    at, room = when(one.group), max(20, width - name - 10)
    strong = (f"{INK} bold" if selected else BODY) + ground
    if len(one.told) > FEW:
        what = plain(column(as_one(one.told), room), strong)
    else:
        what = change(one.told[0], room, strong, more=len(one.told) - 1)
    return joined(
        ("▌" if selected else " ", ACCENT + ground),
        (f"{at:%H:%M}  " if at else "       ", MUTED + ground),
        (column(one.group.who or "·", name) + "  ", (INK if selected else BODY) + ground),
        what,
    ).truncate(width, ellipsis=True)
