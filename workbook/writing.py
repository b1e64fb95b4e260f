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
        documents[edit.id] = _with(documents.get(edit.id, {}), edit)
    elif edit.new is None:
        documents.pop(edit.id, None)
    else:
        documents[edit.id] = dict(edit.new) if edit.whole else {"value": edit.new}


def _with(before: dict[str, Any], edit: Edit) -> dict[str, Any]:
    """The fields of a record with one of them, or one cell of a row, set or cleared."""
    fields = dict(before)
    if edit.table == "row" and edit.field not in ("order", "prompt"):
        cells = {**fields.get("cells", {}), edit.field: edit.new}
        fields["cells"] = {key: value for key, value in cells.items() if value is not None}
    elif edit.new is None:
        fields.pop(edit.field, None)
    else:
        fields[edit.field] = edit.new
    return fields
