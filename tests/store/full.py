"""A save on a disk without room, and one after some is made.

full.py FILE: writes as JSON what the first said, and what stood there after each.
"""

import json
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from tests.store.conftest import Book, held, write
from workbook.store import StoreError


def there(path: Path) -> dict[str, Any]:
    """What a person finds: the files beside the filling, and the one record."""
    names = [one.name for one in path.parent.iterdir() if one.is_file() and one.name != "filling"]
    return {"files": names, **held(path)["stakeholder"]["stk-1"]}


def fill(filling: Path) -> None:
    """Fills the disk to the last byte."""
    with filling.open("ab", buffering=0) as file, suppress(OSError):
        while True:
            file.write(b"x" * 1024)


def main(path: Path) -> None:
    write(path, {"stakeholder": {"stk-1": {"name": "old"}}})
    book = Book(path)
    fill(path.with_name("filling"))
    book.set("stk-1", name="new")
    try:
        said = str(book.storage.save())
    except StoreError as error:
        said = str(error)
    kept = there(path)
    book.set("stk-1", power=5)
    path.with_name("filling").unlink()
    book.storage.save()
    print(json.dumps([said, kept, there(path)]))


main(Path(sys.argv[1]))
