"""Why a file is no workbook: each reason as a sentence that names the place and what to do."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from workbook.kinds.text import brief
from workbook.store.failure import Damaged, StoreError

_MARKS = re.compile(rb"^(<<<<<<<|>>>>>>>)( |$)", re.MULTILINE)
_SMALLEST, _GREATEST = -(2**63), 2**64 - 1
"""The whole numbers that 64 bits can hold."""


class _Number(NamedTuple):
    """A number that cannot be kept, as it stands in the file."""

    written: str


class _Pairs(list[tuple[str, Any]]):
    """An object of the file with every key that it has, also the second of a name."""


def nothing(name: str) -> Damaged:
    """The file is there and holds nothing."""
    return Damaged(
        f"{name} is empty. Copy an earlier version from {name}.d/backups over it, "
        f"or remove it and make a new one: workbook new {name}"
    )


def no_workbook(why: str, name: str) -> Damaged:
    """JSON that is something else."""
    why = brief(why, 120)
    return Damaged(f"{name} is not a workbook: {why}. Choose a file that “workbook new” made.")


def too_deep(name: str) -> Damaged:
    """Brackets in brackets without end."""
    return Damaged(f"{name} is not a workbook: its values are nested too deeply.")


def not_json(data: bytes, error: json.JSONDecodeError, name: str) -> StoreError:
    """Bytes that are no JSON: the likeliest reason."""
    if marks := _MARKS.search(data):
        return StoreError(
            f"{name} holds git's conflict marks (line {_line(data, marks.start())}). Take one side "
            f"with git checkout --ours or --theirs {name}, or mend it by hand."
        )
    if "depth" in error.msg:
        return too_deep(name)
    return _wrong_letters(data, name) or unseen(data, name) or _at_line(error, name)


def _at_line(error: json.JSONDecodeError, name: str) -> Damaged:
    return Damaged(
        f"{name} cannot be read: line {error.lineno}, column {error.colno}: {error.msg}. Mend that "
        f"line, or copy an earlier version from {name}.d/backups over the file."
    )


def _wrong_letters(data: bytes, name: str) -> Damaged | None:
    """Another encoding than UTF-8."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in data[:4]:
        return Damaged(f"{name} is written in UTF-16; a workbook is UTF-8. Save it as UTF-8.")
    try:
        data.decode()
    except UnicodeDecodeError as error:
        return Damaged(
            f"{name} is not written in UTF-8 (line {_line(data, error.start)}); it may be Latin-1 "
            "or Windows-1252. Save it as UTF-8."
        )
    return None


def _line(data: bytes, place: int) -> int:
    return data.count(b"\n", 0, place) + 1


def unseen(data: bytes, name: str) -> StoreError | None:
    """What a quick reading passes over: a key twice, a number that would be changed."""
    try:
        read = json.loads(
            data,
            object_pairs_hook=_Pairs,
            parse_int=_whole,
            parse_float=_real,
            parse_constant=_Number,
        )
        fault = next(_faults(read, ()), None)
    except RecursionError:
        return too_deep(name)
    except ValueError:
        return None
    if fault is None:
        return None
    return StoreError(f"{name} cannot be opened: {fault} Mend it in an editor.")


def _whole(text: str) -> int | _Number:
    if len(text) > 20 or not _SMALLEST <= int(text) <= _GREATEST:
        return _Number(text)
    return int(text)


def _real(text: str) -> float | _Number:
    value = float(text)
    return value if math.isfinite(value) else _Number(text)


def _faults(value: Any, place: tuple[str, ...]) -> Iterator[str]:
    """The faults of a value read with every key."""
    if isinstance(value, _Number):
        yield f"{_named(place)} is the number {brief(value.written, 30)}, which cannot be kept."
    elif isinstance(value, _Pairs):
        seen: set[str] = set()
        for key, inner in value:
            if key in seen:
                yield f"{_named((*place, key))} stands there twice; one would be lost."
            seen.add(key)
            yield from _faults(inner, (*place, key))
    elif isinstance(value, list):
        for inner in value:
            yield from _faults(inner, place)


def _named(place: tuple[str, ...]) -> str:
    return "“" + brief(" › ".join(place), 120) + "”" if place else "it"
