"""Saves without end, longer and shorter texts in turn, and says each number that is saved."""

import sys
from pathlib import Path

from workbook.store.storage import SafeStorage
from workbook.store.tables import Tables

storage = SafeStorage(Path(sys.argv[1]), backup_every=0)
table = Tables(storage=lambda: storage).of("answers")
start = table.fetch("a.b") or {"value": 0}
for number in range(start["value"] + 1, 10**9):
    table.keep("a.b", {"value": number})
    table.keep("a.text", {"value": "x" * (number % 7) * 5000})
    storage.save()
    print(number, flush=True)
