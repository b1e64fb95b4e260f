"""A workbook out of JSON that nobody of ours wrote: what is bad is kept, and said to be bad.

A key that stands there twice, a number that cannot be kept, half a character, something else
where a record belongs: a quick reader drops or changes each of them without a word. Here each
finds a place where it is kept and can be mended on the screen, and is told as a fault.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from workbook.kinds.text import brief
from workbook.ordering import LETTERS
from workbook.records import TYPES
from workbook.store.merge import CONFLICTS, conflict

Tables = dict[str, dict[str, Any]]
BROKEN = "x_broken"
"""The field of a record that holds what stood where the record belongs."""
_SMALLEST, _GREATEST = -(2**63), 2**64 - 1
"""The whole numbers that 64 bits can hold."""
_HALF = re.compile("[\ud800-\udfff]")


class Fault(NamedTuple):
    """Something that was bad. place: where it is. wrong: what, done: how it is kept; both as the
    half of a sentence."""

    place: str
    wrong: str
    done: str

    @property
    def text(self) -> str:
        """The whole sentence."""
        return f"{self.place} {self.wrong}; {self.done}."


class _Number(NamedTuple):
    """A number that cannot be kept, as it stands in the file."""

    written: str


class _Pairs(list[tuple[str, Any]]):
    """An object of the file with every key that it has, also the second of a name."""


def read(data: bytes) -> _Pairs | None:
    """JSON with all that stands in it; None where the outermost thing is no object.

    Raises ValueError for what is no JSON, and RecursionError for brackets without end.
    """
    found = json.loads(
        data.decode(),
        object_pairs_hook=_Pairs,
        parse_int=_whole,
        parse_float=_real,
        parse_constant=_Number,
        strict=False,
    )
    return found if isinstance(found, _Pairs) else None


def _whole(text: str) -> int | _Number:
    if len(text) > 20 or not _SMALLEST <= int(text) <= _GREATEST:
        return _Number(text)
    return int(text)


def _real(text: str) -> float | _Number:
    value = float(text)
    return value if math.isfinite(value) else _Number(text)


def mend(read: Iterable[tuple[str, Any]]) -> tuple[Tables, list[Fault]]:
    """The tables of what `read` gave, and what was bad in it."""
    work = _Mending()
    for name, table in read:
        work.table(work.text(name, ()), table)
    return work.tables, work.faults


class _Mending:
    """The tables as far as they are read, and the faults that were met."""

    def __init__(self) -> None:
        self.tables: Tables = {}
        self.faults: list[Fault] = []

    def _note(self, place: tuple[str, ...], wrong: str, done: str) -> None:
        self.faults.append(Fault(named(place), wrong, done))

    def table(self, name: str, given: Any) -> None:
        """Takes in a table; a second one of the name is added to the first."""
        if name == "_meta" and name not in self.tables:
            meta = self._plain(given, (name,))
            self.tables[name] = meta if isinstance(meta, dict) else {BROKEN: meta}
            return
        if name in self.tables:
            self._note((name,), "stands there twice", "both are read as one")
        self.tables.setdefault(name, {})
        for id, fields in self._records(name, given):
            self._take(name, self.text(id, (name,)), fields)

    def _records(self, name: str, given: Any) -> Iterator[tuple[str, Any]]:
        if isinstance(given, _Pairs):
            yield from given
            return
        records = given if isinstance(given, list) else [given]
        count = f"{len(records)} record" + ("" if len(records) == 1 else "s")
        self._note((name,), "is no table", f"what stands there is kept as {count}")
        for number, one in enumerate(records):
            yield made_id(name, f"{number} {one}", self.tables[name]), one

    def _take(self, table: str, id: str, given: Any) -> None:
        """Takes in what stands under an id."""
        place = (table, id)
        fields = self._fields(place, given)
        there = self.tables[table].get(id)
        if there is None:
            self.tables[table][id] = fields
        elif there == fields:
            self._note(place, "stands there twice, with the same content", "one of them is left")
        elif table == "answers":
            self._choose((table, id, "value"), there.get("value"), fields.get("value"))
        else:
            other = made_id(table, f"{id} {fields}", self.tables[table])
            self.tables[table][other] = fields
            self._note(place, "stands there twice", f"the second is kept as {other}")

    def _fields(self, place: tuple[str, ...], given: Any) -> dict[str, Any]:
        """The fields of a record, also of what is none."""
        if isinstance(given, _Pairs):
            return self._object(given, place, lambda *one: self._choose((*place, one[0]), *one[1:]))
        if place[0] == "answers":
            self._note(place, "is no record", "it is taken for the value of the answer")
            return {"value": self._plain(given, place)}
        self._note(place, "is no record", f"it is kept in a field “{BROKEN}” of one")
        return {BROKEN: self._plain(given, place)}

    def _choose(self, place: tuple[str, ...], kept: Any, other: Any) -> None:
        """Two values for one place: the first stays, the other waits to be chosen."""
        id, entry = conflict(place, None, kept, other, who="", at="")
        self.tables.setdefault(CONFLICTS, {})[id] = entry
        self._note(place, "stands there twice", "the second is kept as a conflict to choose from")

    def _object(
        self, pairs: _Pairs, place: tuple[str, ...], twice: Callable[[str, Any, Any], None]
    ) -> dict[str, Any]:
        out: dict[str, Any] = {}
        for key, inner in pairs:
            key = self.text(key, place)
            value = self._plain(inner, (*place, key))
            if key not in out:
                out[key] = value
            elif out[key] != value:
                twice(key, out[key], value)
        return out

    def _plain(self, value: Any, place: tuple[str, ...]) -> Any:
        """A value as it can be kept."""
        if isinstance(value, _Number):
            wrong = f"is the number {brief(value.written, 30)}, which cannot be kept"
            self._note(place, wrong, "it is kept as text")
            return value.written
        if isinstance(value, str):
            return self.text(value, place)
        if isinstance(value, _Pairs):
            inside = _Inside(self, place)
            out = self._object(value, place, inside.twice)
            return out | inside.more
        return [self._plain(one, place) for one in value] if isinstance(value, list) else value

    def text(self, text: str, place: tuple[str, ...]) -> str:
        """A text without half characters."""
        if not _HALF.search(text):
            return text
        self._note(place, "holds half a character", "“\N{REPLACEMENT CHARACTER}” stands for it")
        return _HALF.sub("\N{REPLACEMENT CHARACTER}", text)

    def aside(self, place: tuple[str, ...], name: str) -> None:
        """Notes a value that got another key."""
        self._note(place, "stands there twice", f"the second is kept as “{name}”")


class _Inside:
    """Keys inside a value that stand there twice: the second gets a name of its own."""

    def __init__(self, work: _Mending, place: tuple[str, ...]) -> None:
        self._work, self._place = work, place
        self.more: dict[str, Any] = {}

    def twice(self, key: str, kept: Any, other: Any) -> None:
        """Keeps the other value of a key."""
        number = 2
        while f"{key} ({number})" in self.more:
            number += 1
        self.more[f"{key} ({number})"] = other
        self._work.aside((*self._place, key), f"{key} ({number})")


def sound(held: Tables) -> tuple[Tables, list[Fault]]:
    """Every record under an id of its own table, and the cells of every row an object: what has
    another id gets a new one, and cells that are none are kept in one."""
    faults: list[Fault] = []
    out = {name: _sound(name, table, faults) for name, table in held.items()}
    return (out, faults) if faults else (held, faults)


def _sound(name: str, table: dict[str, Any], faults: list[Fault]) -> dict[str, Any]:
    if name not in TYPES:
        return table
    if name == "row":
        table = {id: _with_cells(id, fields, faults) for id, fields in table.items()}
    start = f"{TYPES[name].prefix}-"
    wrong = [id for id in table if not id.startswith(start) or "." in id]
    if not wrong:
        return table
    out = {id: fields for id, fields in table.items() if id not in wrong}
    for id in wrong:
        new = made_id(name, f"{id} {table[id]}", out)
        out[new] = table[id]
        faults.append(Fault(named((name, id)), "is no id of its table", f"it is kept as {new}"))
    return out


def _with_cells(id: str, row: Any, faults: list[Fault]) -> Any:
    cells = row.get("cells", {})
    if isinstance(cells, dict):
        return row
    faults.append(Fault(named(("row", id, "cells")), "is no object", "it is kept in a cell"))
    return row | {"cells": {BROKEN: cells}}


def made_id(table: str, content: str, taken: Iterable[str]) -> str:
    """A new id for a record, the same one for the same content: two sessions make no two of it."""
    prefix = TYPES[table].prefix if table in TYPES else "rec"
    known, number = set(taken), 0
    while True:
        seed = f"{table} {content} {number}".encode(errors="replace")
        digits = hashlib.blake2b(seed, digest_size=8).digest()
        id = f"{prefix}-{''.join(LETTERS[one % 32] for one in digits)}"
        if id not in known:
            return id
        number += 1


def named(place: tuple[str, ...]) -> str:
    """A place of the file, as a sentence names it."""
    return "“" + brief(" › ".join(place), 120) + "”" if any(place) else "The file"
