"""States of a workbook that people keep under a name: FILE.d/snapshots/NAME~TIME.json.

Each is a workbook of its own. They never get fewer by themselves, as backups do.
"""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from workbook.exits import NO_FILE, WRONG_USE
from workbook.kinds.text import brief, tidy
from workbook.nearest import meant
from workbook.store.backups import content_of
from workbook.store.beside import Beside
from workbook.store.disk import Disk
from workbook.store.failure import NOT_WRITTEN, StoreError, reason
from workbook.store.format import Content, Held, dumps
from workbook.store.replacing import create

LONGEST = 50
"""Characters of a name, so that no file system finds it too long."""
_END = ".json"
_STAMP = "%Y%m%dT%H%M%SZ"
_UNFIT = re.compile(r'[/\\:*?"<>|~]')
_TAKEN = re.compile(r"now|\d+|\d{4}-\d{2}(-\d{2}.*)?")
"""What means another state: the present one, a number of the history, a day."""


class Snapshot(NamedTuple):
    """A state under a name, and when it was kept."""

    name: str
    path: Path
    at: datetime


def checked(name: str) -> str:
    """A name as it is kept. Raises StoreError for what can be none."""
    name = " ".join(tidy(name).split())
    why = ""
    if not name:
        why = "A snapshot needs a name, such as “Board, May 2026”."
    elif len(name) > LONGEST or len(os.fsencode(name)) > 4 * LONGEST:
        why = f"The name of a snapshot holds {LONGEST} characters; this one has {len(name):,}."
    elif found := _UNFIT.search(name):
        why = f"The name of a snapshot cannot hold {found[0]}; leave it out."
    elif name[0] in ".-" or name.endswith("."):
        why = f"“{name}” cannot be the name of a snapshot: begin and end it with a word."
    elif _TAKEN.fullmatch(name.casefold()):
        why = f"“{name}” means another state already; add a word, such as “Board {name}”."
    if why:
        raise StoreError(why, WRONG_USE)
    return name


class Snapshots:
    """The snapshots of one workbook."""

    def __init__(self, beside: Beside) -> None:
        self._beside = beside

    def all(self) -> list[Snapshot]:
        """Those that there are, the newest last."""
        try:
            found = [_snapshot(one) for one in self._beside.snapshots.glob(f"*{_END}")]
        except OSError:
            return []
        return sorted((one for one in found if one), key=lambda one: (one.at, one.name))

    def find(self, name: str) -> Snapshot | None:
        """The snapshot of a name, whichever way its letters are written."""
        word = " ".join(name.split()).casefold()
        return next((one for one in self.all() if one.name.casefold() == word), None)

    def keep(self, name: str, held: Held) -> Snapshot:
        """Keeps a state under a name. Raises StoreError, also where the name is taken."""
        name = checked(name)
        if taken := self.find(name):
            raise self._taken(taken.name)
        path = self._beside.snapshots / f"{name}~{datetime.now(UTC):{_STAMP}}{_END}"
        try:
            self._beside.make()
            self._beside.make_folder(self._beside.snapshots)
            create(path, dumps(held), Disk(), self._beside.rights())
            kept = _snapshot(path)
        except FileExistsError:
            raise self._taken(name) from None
        except (OSError, ValueError) as error:
            why = reason(error) if isinstance(error, OSError) else "its name is none for a file"
            raise StoreError(f"“{name}” could not be kept: {why}.", NOT_WRITTEN) from None
        assert kept is not None
        return kept

    def _taken(self, name: str) -> StoreError:
        return StoreError(
            f"There is a snapshot called “{name}” already; nothing was written. Take another name, "
            "or remove that one first.",
            WRONG_USE,
        )

    def remove(self, name: str) -> Snapshot:
        """Removes a snapshot for good. Raises StoreError where there is none of this name."""
        found = self.find(name)
        if found is None:
            raise StoreError(self.lacks(name), WRONG_USE)
        try:
            found.path.unlink()
        except OSError as error:
            why = f"“{found.name}” could not be removed: {reason(error)}."
            raise StoreError(why, NOT_WRITTEN) from None
        return found

    def lacks(self, name: str) -> str:
        """That there is no snapshot of a name, and which there are, as a sentence."""
        names = "; ".join(f"“{one.name}”" for one in self.all()) or "there is none yet"
        hint = meant(name, (one.name for one in self.all()))
        return f"No snapshot is called “{brief(name, LONGEST)}”.{hint} Snapshots: {names}."

    @staticmethod
    def read(snapshot: Snapshot) -> Content:
        """What a snapshot holds. Raises StoreError."""
        try:
            return content_of(snapshot.path)
        except OSError as error:
            why = f"The snapshot “{snapshot.name}” cannot be read: {reason(error)}."
            raise StoreError(why, NO_FILE) from None


def _snapshot(path: Path) -> Snapshot | None:
    """The snapshot that a file is by its name; None for a name of another sort."""
    name, _, stamp = path.name.removesuffix(_END).rpartition("~")
    try:
        at = datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Snapshot(name, path, at) if name else None
