"""The states of a workbook that a person can name: now, a snapshot, a day, a number, a file."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from workbook.history.past import Past
from workbook.kinds.text import brief
from workbook.nearest import meant
from workbook.reading import Unknown
from workbook.session import Session
from workbook.store.backups import Good, content_of, good, said
from workbook.store.failure import StoreError, reason
from workbook.store.format import Held
from workbook.store.snapshots import Snapshots

NOW = "now"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(:\d{2})?)")
_NUMBER = re.compile(r"#?(\d{1,9})")


@dataclass(frozen=True, slots=True)
class Point:
    """A state. name: how a sentence calls it. held: what the workbook held in it. short: its name
    where there is little room."""

    name: str
    held: Held
    short: str = ""


class Points:
    """The states of an open workbook, found by what a person calls them."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.snapshots = Snapshots(session.store.beside)
        self.now: Held = session.store.read() or {}

    @property
    def past(self) -> Past:
        """What the history tells."""
        return Past(self.now, self._session.history.groups())

    def find(self, word: str) -> Point:
        """The state that a word means: now; a snapshot's name; a number of the history; a day or
        a moment, of the history or of a backup; another workbook's file.

        Raises Unknown with a sentence, and StoreError for a file that cannot be read.
        """
        word = word.strip()
        if word.casefold() in (NOW, ""):
            return Point("now", self.now)
        if kept := self.snapshots.find(word):
            name = f"the snapshot “{kept.name}” of {said(kept.at)}"
            return Point(name, self.snapshots.read(kept).held, f"“{kept.name}”")
        if match := _NUMBER.fullmatch(word):
            number = int(match[1])
            name = f"after change {number}" if number else "before the first change"
            short = f"change {number}" if number else "the beginning"
            return Point(name, self.past.after(number), short)
        if _DAY.fullmatch(word) or _MOMENT.fullmatch(word):
            return self._dated(word)
        return self._of_file(word)

    def _dated(self, word: str) -> Point:
        """What it held at the end of a day, or at the end of a minute."""
        try:
            moment = datetime.datetime.fromisoformat(word.replace(" ", "T")).astimezone()
        except (ValueError, OverflowError):
            raise Unknown(f"“{word}” is no day of the calendar.") from None
        day, past = bool(_DAY.fullmatch(word)), self.past
        end = _end(moment, day=day)
        name = f"at the end of {_day(moment)}" if day else said(moment)
        begins = past.begins
        if begins and (past.whole or begins <= end) and begins.date() <= moment.date():
            return Point(name, past.at(end), _day(moment) if day else name)
        if backup := self._backup(end):
            return Point(f"the backup of {said(backup.backup.at)}", backup.content.held)
        raise Unknown(self._too_early(past))

    def _backup(self, end: datetime.datetime) -> Good | None:
        """The newest backup that is not later."""
        folder = self._session.store.beside.backups
        return next((one for one in good(folder) if one.backup.at <= end), None)

    def _too_early(self, past: Past) -> str:
        days = [past.begins] if past.begins else []
        backups = [one.backup.at for one in good(self._session.store.beside.backups)]
        first = min([*days, *(one.astimezone() for one in backups)], default=None)
        if first is None:
            return "Nothing is known of earlier days: this workbook has no history yet."
        before = ""
        if past.begins and past.whole:
            before = f" What stood before the first change of {_day(past.begins)}: 0."
        return f"The history does not reach that far. The first day is {first:%Y-%m-%d}.{before}"

    def _of_file(self, word: str) -> Point:
        path = Path(word)
        try:
            return Point(path.name, content_of(path).held)
        except (OSError, ValueError) as error:
            missing = isinstance(error, FileNotFoundError | ValueError)
            if not missing and isinstance(error, OSError):
                raise StoreError(f"{brief(word, 80)} cannot be read: {reason(error)}.") from None
        hint = meant(word, (one.name for one in self.snapshots.all()))
        raise Unknown(
            f"“{brief(word, 60)}” is no snapshot, day (2027-06-30), number of the history or file."
            f"{hint} {'; '.join(self._known())}."
        )

    def _known(self) -> Iterator[str]:
        names = [f"“{one.name}”" for one in self.snapshots.all()]
        yield f"Snapshots: {', '.join(names) or 'none yet'}"


def _end(moment: datetime.datetime, *, day: bool) -> datetime.datetime:
    """The last moment of a day or of a minute."""
    if day:
        return moment.replace(hour=23, minute=59, second=59, microsecond=999999)
    return moment.replace(second=moment.second or 59, microsecond=999999)


def _day(moment: datetime.datetime) -> str:
    there = moment.astimezone()
    return f"{there:%B} {there.day}, {there.year}"
