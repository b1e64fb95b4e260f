"""Where a user is, where they were last, and which workbooks they had open."""

from __future__ import annotations

import datetime
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from platformdirs import user_data_path, user_state_path

KEPT = 12
"""How many workbooks Welcome remembers."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the app. view: which screen. id: the step, table, record or assessment that it
    shows. field: the question or field with the cursor; of a profile, its round. table: of a
    record, the table it was opened from; without one, the table that asks most of it. Of an
    assessment, the condition or the item with the cursor; of the stakeholder map, its filter."""

    view: str
    id: str = ""
    field: str = ""
    table: str = ""


@dataclass(frozen=True, slots=True)
class Sought:
    """What was last looked for. only: the sort that was looked through alone, "" for all. here:
    the hit with the cursor, as `Find` knows it."""

    text: str = ""
    only: str = ""
    here: tuple[str, str, str] = ("", "", "")


@dataclass(frozen=True, slots=True)
class Recent:
    """A workbook that was open on this machine, and where it was left."""

    path: Path
    name: str
    place: Place
    when: str


class Memory:
    """What this machine remembers for this user: never part of a workbook.

    A file that cannot be read or written is as good as none: it holds no work.
    """

    def __init__(self) -> None:
        self._file = user_state_path("mobility-workbook") / "recent.json"

    def recent(self) -> list[Recent]:
        """The workbooks that were open and still exist, the latest first."""
        return [one for one in self.known() if _is_there(one.path)]

    def known(self) -> list[Recent]:
        """The workbooks that were open, also those that are gone."""
        return [one for one in map(_recent, self._load()) if one]

    def place(self, path: Path) -> Place | None:
        """Where a workbook was left."""
        here = _whole(path)
        return next((one.place for one in self.recent() if one.path == here), None)

    def note(self, path: Path, name: str, place: Place) -> None:
        """Remembers where a workbook is left now."""
        here = str(_whole(path))
        entry = {
            "path": here,
            "name": name,
            "place": [place.view, place.id, place.field, place.table],
            "when": datetime.datetime.now().astimezone().isoformat(timespec="minutes"),
        }
        others = [one for one in self._load() if isinstance(one, dict) and one.get("path") != here]
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            fresh = self._file.with_suffix(f".{os.getpid()}.tmp")
            fresh.write_text(json.dumps([entry, *others][:KEPT], indent=1), encoding="utf-8")
            fresh.replace(self._file)
        except OSError:
            return

    def _load(self) -> list[Any]:
        try:
            data = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return []
        return data if isinstance(data, list) else []


def _is_there(path: Path) -> bool:
    """Whether a file is there, as far as one can look."""
    try:
        return path.is_file()
    except OSError:
        return False


def _whole(path: Path) -> Path:
    """A path from the root, as far as one can look."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path.absolute()


def _recent(entry: Any) -> Recent | None:
    try:
        place = Place(*map(str, entry["place"]))
        return Recent(Path(entry["path"]), str(entry["name"]), place, str(entry["when"]))
    except (KeyError, TypeError, ValueError):
        return None


def example_path() -> Path:
    """Where this user's copy of the worked example stands."""
    return user_data_path("mobility-workbook", ensure_exists=True) / "prairie-fork.workbook.json"
