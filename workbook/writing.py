"""Edits as they are written into the tables: each table once, however many there are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import groupby
from typing import Any

from workbook.edits import Edit
from workbook.store.format import Held
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


def without(held: Held, edits: Sequence[Edit]) -> Held:
    """What tables held before edits were made, the newest last: a copy, as far as they tell.

    A field of a record that is not there any more has no place to be put back to.
    """
    before = {name: dict(table) for name, table in held.items()}
    for edit in reversed(edits):
        documents = before.setdefault(edit.table, {})
        if not edit.field or edit.id in documents:
            _write(documents, edit.back())
    return {name: table for name, table in before.items() if table or name in held}
