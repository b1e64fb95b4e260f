"""Edits as they are written into the tables: each table once, however many there are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import groupby
from typing import Any

from workbook.edits import Edit
from workbook.store.tables import Tables


def write(db: Tables, edits: Sequence[Edit]) -> None:
    """Writes edits in their order; those of one table that follow one another in one step."""
    for name, ours in groupby(edits, key=lambda one: one.table):
        db.of(name).revise(partial(_write_all, list(ours)))


def _write_all(edits: Sequence[Edit], documents: dict[Any, Any]) -> None:
    for one in edits:
        _write(documents, one)


def _write(documents: dict[Any, Any], edit: Edit) -> None:
    """Puts a changed copy in place of a record: a save may be reading the old one.

    A record that another session removed just now comes back with its field: an edit wins.
    """
    if edit.field:
        documents[edit.id] = fields = dict(documents.get(edit.id, {}))
        edit.do_to(fields)
    elif edit.new is None:
        documents.pop(edit.id, None)
    else:
        documents[edit.id] = dict(edit.new) if edit.whole else {"value": edit.new}
