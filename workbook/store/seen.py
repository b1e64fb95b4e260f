"""How far each person has seen the history: FILE.d/seen, a file for each.

Beside the workbook, and not in the memory of a machine: the numbers are those of the history
that stands there too, two people may share one login, and one may come from several machines.
`{"who", "n", "at"}`: the newest line there was when they were last here, and when that was.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import orjson

from workbook.store.beside import Beside
from workbook.store.disk import Unhurried
from workbook.store.failure import StoreError
from workbook.store.replacing import replace


@dataclass(frozen=True, slots=True)
class Seen:
    """How far somebody had seen the history. number: its newest line then. at: ISO 8601, UTC."""

    number: int
    at: str


def seen(beside: Beside, who: str) -> Seen | None:
    """How far a person had seen the history; None for somebody who was never here."""
    try:
        found = orjson.loads(_file(beside, who).read_bytes())
        return Seen(int(found["n"]), str(found["at"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def note_seen(beside: Beside, who: str, number: int, at: str) -> None:
    """Remembers that a person was here. That it cannot be written stops nothing."""
    file = _file(beside, who)
    data = orjson.dumps({"who": who, "n": number, "at": at})
    with suppress(OSError, StoreError):
        beside.make()
        beside.make_folder(beside.seen)
        os.close(replace(file, data, Unhurried(), beside.rights()))


def _file(beside: Beside, who: str) -> Path:
    name = hashlib.blake2b(who.casefold().encode(errors="replace"), digest_size=8).hexdigest()
    return beside.seen / f"{name}.json"
