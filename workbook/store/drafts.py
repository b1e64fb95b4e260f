"""What was typed and is no value yet, such as half a date: FILE.d/drafts.json.

`{person: {"id field": text}}`: each person has drafts of their own. They are no part of the
workbook, and nothing that was typed is lost with the window that it was typed in.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, MutableMapping
from typing import Any

import orjson

from workbook.store.beside import Beside
from workbook.store.disk import Disk
from workbook.store.replacing import replace

Place = tuple[str, str]
"""The id of an answer or a record, and the field; "" for an answer."""


class Drafts(MutableMapping[Place, str]):
    """One person's drafts of one workbook. changed: called after each change, to save soon."""

    def __init__(self, beside: Beside, who: str, changed: Callable[[], None]) -> None:
        self._beside, self._who, self._changed = beside, who, changed
        self._lock = threading.Lock()
        self._fresh: dict[Place, str | None] = {}
        kept = self._load().get(who, {})
        self._texts = {_place(name): text for name, text in kept.items()}

    def __getitem__(self, place: Place) -> str:
        return self._texts[place]

    def __setitem__(self, place: Place, text: str) -> None:
        if self._texts.get(place) != text:
            self._note(place, text)
            self._texts[place] = text
            self._changed()

    def __delitem__(self, place: Place) -> None:
        del self._texts[place]
        self._note(place, None)
        self._changed()

    def __iter__(self) -> Iterator[Place]:
        return iter(dict(self._texts))

    def __len__(self) -> int:
        return len(self._texts)

    def _note(self, place: Place, text: str | None) -> None:
        with self._lock:
            self._fresh[place] = text

    @property
    def fresh(self) -> bool:
        """Whether something is not in the file yet."""
        return bool(self._fresh)

    def save(self) -> None:
        """Writes what is new, beside what other windows wrote. Under the lock of a save.

        Raises OSError; then it is tried again with the next save.
        """
        with self._lock:
            fresh, self._fresh = self._fresh, {}
        if not fresh:
            return
        try:
            self._write(fresh)
        except OSError:
            with self._lock:
                self._fresh = fresh | self._fresh
            raise

    def _write(self, fresh: dict[Place, str | None]) -> None:
        everyone = self._load()
        ours = everyone.setdefault(self._who, {})
        for place, text in fresh.items():
            ours.pop(_name(place), None)
            if text is not None:
                ours[_name(place)] = text
        data = orjson.dumps(everyone, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS)
        os.close(replace(self._beside.drafts, data, Disk(), self._beside.rights()))

    def _load(self) -> dict[str, dict[str, str]]:
        """Everyone's; what cannot be read is as good as none."""
        try:
            found: Any = orjson.loads(self._beside.drafts.read_bytes())
        except (OSError, orjson.JSONDecodeError):
            return {}
        people = found.items() if isinstance(found, dict) else ()
        return {
            who: {name: text for name, text in texts.items() if isinstance(text, str)}
            for who, texts in people
            if isinstance(texts, dict)
        }


def _name(place: Place) -> str:
    return f"{place[0]} {place[1]}".strip()


def _place(name: str) -> Place:
    id, _, field = name.partition(" ")
    return id, field
