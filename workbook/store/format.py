"""The bytes of a workbook, and what they hold. The format is for ever (plan-model.md).

`{"_meta": {"schema": {"version": 1}}, "answers": {id: {"value": …}}, TYPE: {id: {field: …}}}`,
indented by two, keys sorted, LF, UTF-8, a final newline: one field changed is one line changed.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import orjson

from workbook.store import faults
from workbook.store.failure import StoreError

Held = dict[str, dict[str, dict[str, Any]]]
"""What a workbook holds: table, id, field. Never changed in place, so that it can be shared."""

SCHEMA = 1
LARGEST = 64 << 20
"""Bytes of the largest file that is read or written."""
_BOM = b"\xef\xbb\xbf"
_FORM = orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE


class Content(NamedTuple):
    """What a file holds, and the bytes that this program would write for it."""

    held: Held
    text: bytes


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
    if not body.strip():
        raise faults.nothing(name)
    try:
        held = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise faults.not_json(body, error, name) from None
    version(held, name)
    _check_shape(held, name)
    return Content(held, _ours(held, data, name))


def _ours(held: Held, data: bytes, name: str) -> bytes:
    """The bytes that we would write; a file that has others is looked at more closely."""
    try:
        text = dumps(held)
    except TypeError:
        raise faults.too_deep(name) from None
    if text != data and (fault := faults.unseen(data.removeprefix(_BOM), name)):
        raise fault
    return text


def refuse_size(size: int, name: str) -> None:
    """Raises StoreError for a size that no workbook has."""
    if size > LARGEST:
        raise StoreError(
            f"{name} is too large for a workbook ({size >> 20} MB; the most is {LARGEST >> 20} MB)."
        )


def version(held: Any, name: str) -> int:
    """The version of the format that a file was written in. Raises StoreError if it has none."""
    if not isinstance(held, dict):
        raise faults.no_workbook("it does not begin with {", name)
    place: Any = held
    for step in ("_meta", "schema", "version"):
        place = place.get(step) if isinstance(place, dict) else None
    if type(place) is not int or place < 1:
        raise faults.no_workbook("_meta.schema.version is not a whole number from 1", name)
    return place


def _check_shape(held: dict[str, Any], name: str) -> None:
    for table, records in held.items():
        if not isinstance(records, dict):
            raise faults.no_workbook(f"{table!r} is not a table of records", name)
        for id, fields in records.items():
            if not isinstance(fields, dict):
                raise faults.no_workbook(f"{id!r} in {table!r} has no fields", name)
