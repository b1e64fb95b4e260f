"""The bytes of a workbook, and what they hold. The format is for ever (plan-model.md).

`{"_meta": {"schema": {"version": 1}}, "answers": {id: {"value": …}}, TYPE: {id: {field: …}}}`,
indented by two, keys sorted, LF, UTF-8, a final newline: one field changed is one line changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import orjson

from workbook.store import faults
from workbook.store.failure import StoreError
from workbook.store.mending import mend, read, sound
from workbook.store.migrations import SCHEMA, migrated

Held = dict[str, dict[str, dict[str, Any]]]
"""What a workbook holds: table, id, field. Never changed in place, so that it can be shared."""

LARGEST = 64 << 20
"""Bytes of the largest file that is read or written."""
_BOM = b"\xef\xbb\xbf"
_FORM = orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE


class Content(NamedTuple):
    """What a file holds, and the bytes that this program would write for it.

    format: the version of the format that it was written in. faults: what was bad in it, and how
    that is kept, as sentences.
    """

    held: Held
    text: bytes
    format: int = SCHEMA
    faults: tuple[str, ...] = ()


def empty() -> Held:
    """A new workbook."""
    return {"_meta": {"schema": {"version": SCHEMA}}, "answers": {}}


def dumps(held: Any) -> bytes:
    """The bytes of a workbook. Raises TypeError for what JSON cannot hold."""
    return orjson.dumps(held, option=_FORM)


def unwritable(held: Held) -> str:
    """The place of a value that JSON cannot hold, in a workbook that `dumps` refused."""
    for table, records in held.items():
        for id, fields in records.items():
            for field, value in fields.items():
                try:
                    dumps({field: value})
                except TypeError:
                    return f"“{table} › {id} › {field}”"
    return "something"


def loads(data: bytes, name: str) -> Content:
    """What the bytes of the file `name` hold. Raises StoreError for what is no workbook."""
    refuse_size(len(data), name)
    body = data.removeprefix(_BOM)
    if not body.strip(b" \t\r\n\0"):
        raise faults.nothing(name)
    return _as_it_stands(data) or _looked_at(body, name)


def _as_it_stands(data: bytes) -> Content | None:
    """The quick way, for what this program wrote itself; None for all else."""
    try:
        held = orjson.loads(data)
        if not _is_sound(held) or dumps(held) != data:
            return None
    except (orjson.JSONDecodeError, TypeError):
        return None
    return Content(held, data)


def _is_sound(held: Any) -> bool:
    """Whether these are tables of records, each under an id of its table, in today's format."""
    if not isinstance(held, dict) or not all(isinstance(one, dict) for one in held.values()):
        return False
    if held.get("_meta", {}).get("schema") != {"version": SCHEMA}:
        return False
    records = (one for table in held.values() for one in table.values())
    return all(isinstance(one, dict) for one in records) and not sound(held)[1]


def _looked_at(body: bytes, name: str) -> Content:
    """The slow way: everything that stands there, with what is bad in it."""
    found = _parsed(body, name)
    held, bad = mend(found)
    written = version(held, name)
    if written < SCHEMA:
        held = migrated(held, written)
    if written <= SCHEMA:
        held, more = sound(held)
        bad += more
    try:
        text = dumps(held)
    except TypeError:
        raise faults.too_deep(name) from None
    known = written <= SCHEMA
    return Content(held, text, written, tuple(one.text for one in bad) if known else ())


def _parsed(body: bytes, name: str) -> Iterable[tuple[str, Any]]:
    try:
        found = read(body)
    except RecursionError:
        raise faults.too_deep(name) from None
    except ValueError as error:
        raise faults.not_json(body, error, name) from None
    if found is None:
        raise faults.no_workbook("it does not begin with {", name)
    return found


def refuse_size(size: int, name: str) -> None:
    """Raises StoreError for a size that no workbook has."""
    if size > LARGEST:
        raise StoreError(
            f"{name} is too large for a workbook ({size >> 20} MB; the most is {LARGEST >> 20} MB)."
        )


def version(held: Any, name: str) -> int:
    """The version of the format that a file was written in. Raises StoreError if it has none."""
    place: Any = held
    for step in ("_meta", "schema", "version"):
        place = place.get(step) if isinstance(place, dict) else None
    if type(place) is not int or place < 0:
        raise faults.no_workbook("_meta.schema.version is not a whole number", name)
    return place
