"""A workbook that somebody made to harm whoever opens it: in every field of every kind."""

from typing import Any

from workbook.curriculum import Curriculum
from workbook.kinds import Kind, Lines, Long, Who
from workbook.kinds.pointing import Ref, Refs
from workbook.records import TYPES

MARK = "Zebra"
CODES = (
    "\x1b[31337m", "\x1b]52;c;WmVicmE=\x07", "\x1b]52;c;WmVicmE=\x1b\\", "\x1bP31337\x1b\\",
    "\x1b_31337\x1b\\", "\x1bc", "\x9b31337m", "\x9d52;c;WmVicmE=\x9c", "\x9031337\x9c",
    "\u202egnp", "\u2066x", "\x00", "\x07", "\x08\x08\x08", "\x0e", "\x7f", "\x05",
)  # fmt: skip
"""What a terminal would obey: colours, its clipboard, a reset, other letters, an answer to it."""
MARKUP = "[/] [@click=app.quit]q [red]x a [/ b {{ x }} `$x` <script>"


def text(lines: bool = False) -> str:
    """Everything in one text, each after a mark."""
    between = "\n" if lines else " "
    return between.join(f"{MARK}{one}" for one in (*CODES, MARKUP))


def value(kind: Kind[Any]) -> object:
    """The text as this kind takes it; as it is for a kind that takes none."""
    if isinstance(kind, Ref):
        return f"{TYPES[kind.to[0]].prefix}-00000001"
    if isinstance(kind, Refs):
        return [f"{TYPES[one].prefix}-00000001" for one in kind.to]
    if isinstance(kind, Lines | Who):
        return [text(), MARK]
    return text(lines=isinstance(kind, Long))


def workbook(curriculum: Curriculum) -> dict[str, Any]:
    """What its file holds: three of each record, the first as it should be, one with the text in
    every field whatever it takes, one with a list of it; every answer, and a row of each table."""
    held: dict[str, Any] = {"_meta": {"schema": {"version": 1}}, "row": {}}
    held["answers"] = {id: {"value": value(one.kind)} for id, one in curriculum.prompts.items()}
    for name, record in TYPES.items():
        ways: list[dict[str, object]] = [
            {id: value(kind) for id, kind in record.fields.items()},
            dict.fromkeys(record.fields, text()),
            {id: [text()] for id in record.fields},
        ]
        for number, fields in enumerate(ways, 1):
            held.setdefault(name, {})[f"{record.prefix}-{number:08}"] = fields
    tables = [one for one in curriculum.tables.values() if one.of == "row"]
    for number, table in enumerate(tables, 100):
        cells = {one.id: value(one.kind) for one in table.fields}
        held["row"][f"row-{number:08}"] = {"prompt": table.id, "cells": cells, "order": "a0"}
    return held
