"""One of many who work at a workbook at once, as a process of their own.

crowd.py STORE FILE NAME EDITS THREADS: says that it is ready, waits for a line, and then adds
records, changes fields of them, and fields of a record that all change, no field twice. With
THREADS 2 a thread saves meanwhile, as autosave does, with 1 it saves itself after a few edits.
STORE: `ours`, or a file of Python with `open_workbook`. Writes as JSON what must be there at the
end, by record and field.
"""

import importlib.util
import json
import random
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

TABLE = "stakeholder"


class Ours:
    """The workbook's own store, as tables."""

    def __init__(self, path: Path, who: str) -> None:
        from workbook.store.storage import SafeStorage
        from workbook.store.tables import Tables

        self.storage = SafeStorage(path, who=who, lock_seconds=60)
        self._table = Tables(storage=lambda: self.storage).of(TABLE)

    def add(self, id: str, fields: dict[str, Any]) -> None:
        self._table.keep(id, fields)

    def change(self, id: str, fields: dict[str, Any]) -> None:
        self._table.change(id, lambda found: found.update(fields))


class Theirs:
    """Another store with TinyDB's own calls."""

    def __init__(self, module: ModuleType, path: Path, who: str) -> None:
        workbook = module.open_workbook(str(path), who=who)
        self.storage, self._table = workbook.storage, workbook.table(TABLE)

    def add(self, id: str, fields: dict[str, Any]) -> None:
        from tinydb.table import Document

        self._table.insert(Document(fields, doc_id=id))  # type: ignore[arg-type]

    def change(self, id: str, fields: dict[str, Any]) -> None:
        self._table.update(fields, doc_ids=[id])  # type: ignore[list-item]


def opened(store: str, path: Path, who: str) -> Ours | Theirs:
    """The workbook in a store."""
    if store == "ours":
        return Ours(path, who)
    spec = importlib.util.spec_from_file_location("another_store", store)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return Theirs(module, path, who)


def edit(book: Ours | Theirs, name: str, edits: int, after: Callable[[], None]) -> dict[str, Any]:
    """Makes the edits; gives what must be there."""
    must: dict[str, Any] = {}
    for number in range(edits):
        text = f"{name} {number}"
        id, fields = f"stk-{name}-{number // 10}", {f"f{number % 10}": text}
        if number % 10 == 0:
            book.add(id, fields)
        else:
            id = "stk-shared" if number % 10 == 1 else id
            fields = {f"f{name}-{number}": text} if number % 10 == 1 else fields
            book.change(id, fields)
        must.setdefault(id, {}).update(fields)
        after()
    return must


def beside(book: Ours | Theirs, editing: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """Does the edits while another thread saves and looks for others' saves."""
    sys.setswitchinterval(1e-5)  # many turns between the threads, in the middle of everything
    done = threading.Event()

    def saving() -> None:
        while not done.wait(0.001):
            book.storage.save()
            book.storage.poll()

    thread = threading.Thread(target=saving)
    thread.start()
    must = editing()
    done.set()
    thread.join()
    return must


def main(store: str, file: str, name: str, edits: int, threads: int) -> None:
    book = opened(store, Path(file), name)
    print("ready", flush=True)
    sys.stdin.readline()
    if threads == 2:
        must = beside(book, lambda: edit(book, name, edits, lambda: time.sleep(0.0002)))
    else:
        saves = random.Random(name)
        must = edit(
            book, name, edits, lambda: saves.random() < 0.2 and book.storage.save() and None
        )
    book.storage.save()
    book.storage.close()
    print(json.dumps(must))


if __name__ == "__main__":
    main(*sys.argv[1:4], int(sys.argv[4]), int(sys.argv[5]))
