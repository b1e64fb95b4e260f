"""Why a file is no workbook: each reason as a sentence that names the place and what to do."""

from __future__ import annotations

import json
import re

from workbook.kinds.text import brief
from workbook.store.failure import Damaged, StoreError, Unmerged

MARKS = re.compile(rb"^(<<<<<<<|>>>>>>>)( |$)", re.MULTILINE)
"""What git leaves in a file that it could not merge."""


def nothing(name: str) -> Damaged:
    """The file is there and holds nothing."""
    return Damaged(f"{name} is empty.")


def no_workbook(why: str, name: str) -> Damaged:
    """JSON that is something else."""
    why = brief(why, 120)
    return Damaged(f"{name} is not a workbook: {why}.")


def too_deep(name: str) -> Damaged:
    """Brackets in brackets without end."""
    return Damaged(f"{name} is not a workbook: its values are nested too deeply.")


def not_json(data: bytes, error: ValueError, name: str) -> StoreError:
    """Bytes that are no JSON: the likeliest reason."""
    if marks := MARKS.search(data):
        return Unmerged(f"{name} holds git's conflict marks (line {_line(data, marks.start())}).")
    return _wrong_letters(data, name) or _at_line(error, name)


def _at_line(error: ValueError, name: str) -> Damaged:
    if not isinstance(error, json.JSONDecodeError):
        return Damaged(f"{name} cannot be read.")
    where = f"line {error.lineno}, column {error.colno}"
    if error.pos >= len(error.doc.rstrip()) or error.msg.startswith("Unterminated string"):
        return Damaged(f"{name} ends in the middle ({where}).")
    return Damaged(f"{name} cannot be read: {where}: {error.msg}.")


def _wrong_letters(data: bytes, name: str) -> Damaged | None:
    """Another encoding than UTF-8."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in data[:4]:
        return Damaged(f"{name} is written in UTF-16; a workbook is UTF-8.")
    try:
        data.decode()
    except UnicodeDecodeError as error:
        if error.end == len(data) and error.reason == "unexpected end of data":
            return Damaged(f"{name} ends in the middle (line {_line(data, error.start)}).")
        return Damaged(
            f"{name} is not written in UTF-8 (line {_line(data, error.start)}); it may be Latin-1 "
            "or Windows-1252."
        )
    return None


def _line(data: bytes, place: int) -> int:
    return data.count(b"\n", 0, place) + 1
