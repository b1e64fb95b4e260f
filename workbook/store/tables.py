"""TinyDB as this workbook uses it: ids are text, nothing is cached, one change at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, cast

from tinydb import TinyDB
from tinydb.table import Table


class RecordTable(Table):
    """A table whose ids are made by us, so that two sessions never allot the same.

    TinyDB reads, changes and writes back. The storage's lock is held meanwhile: a save that
    takes in another session's work in between would be undone by the writing back. A record is
    replaced by a changed copy and never changed in place: a save may be reading it.
    """

    document_id_class = str  # type: ignore[assignment]
    default_query_cache_capacity = 0

    def fetch(self, id: str) -> Mapping[str, Any] | None:
        """What stands under an id; None for nothing, or for something that is no record."""
        found = cast(Mapping[Any, Any], self._read_table()).get(id)
        return found if isinstance(found, dict) else None

    def entries(self) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Everything that stands here, by id, as it stands: TinyDB would copy each."""
        for id, found in cast(Mapping[Any, Any], self._read_table()).items():
            yield str(id), found

    def keep(self, id: str, fields: Mapping[str, Any]) -> None:
        """Puts fields under an id, in place of what stood there, in one step."""
        self._update_table(lambda table: table.update({id: dict(fields)}))

    def revise(self, changing: Callable[[dict[Any, Any]], None]) -> None:
        """Lets `changing` replace any records of the table, by id, in one step."""
        self._update_table(changing)

    def change(self, id: str, changing: Callable[[dict[str, Any]], None]) -> None:
        """Lets `changing` work on a copy of the record's fields.

        A record that another session removed just now comes back with them: an edit wins.
        """

        def changed(table: dict[Any, Any]) -> None:
            fields = dict(table.get(id, {}))
            changing(fields)
            table[id] = fields

        self._update_table(changed)

    def drop(self, id: str) -> None:
        """Takes away what stands under an id, if anything does."""
        if self.contains(doc_id=cast(Any, id)):
            self._update_table(lambda table: table.pop(id, None))

    def _update_table(self, updater: Callable[[dict[Any, Any]], Any]) -> None:
        lock = getattr(self._storage, "lock", None)
        if lock is None:
            super()._update_table(updater)
            return
        with lock:
            super()._update_table(updater)


class Tables(TinyDB):
    """The tables of one workbook, over any storage of TinyDB's."""

    table_class = RecordTable

    def of(self, name: str) -> RecordTable:
        """The table of a record type, or `answers`."""
        return cast(RecordTable, self.table(name))
