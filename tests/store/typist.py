"""Types into a workbook on a terminal, as the app does: autosave, and an end on signals.

typist.py FILE WAY: `idle` then waits, `busy` goes on typing, `stalled` writes to a terminal that
nobody reads, `closed` closes the workbook first, `failing` runs into a fault of the program.
"""

import datetime
import os
import sys
import time
from pathlib import Path

from workbook.curriculum import load
from workbook.session import end_on_signals, open_session


def leave() -> None:
    """What the app does last."""
    Path(f"{sys.argv[1]}.left").write_text("")


def main(file: str, way: str) -> None:
    session = open_session(Path(file), load(), who="Ana", today=datetime.date(2026, 5, 20))
    session.start_autosave(lambda: None, lambda error: None, lambda edits: None)
    end_on_signals(session, leaving=leave)
    if way == "closed":
        session.close()
    number = 0
    while way == "stalled":
        number += 1
        session.plan.put("workbook.community", str(number))
        os.write(1, b"x" * 4096 + f"\r\n<{number}>\r\n".encode())
    while True:
        number += 1
        if way != "idle" or number == 1:
            session.plan.put("workbook.community", str(number))
            os.write(1, f"<{number}>\r\n".encode())
        if way == "failing":
            raise ZeroDivisionError
        time.sleep(0.01 if way == "busy" else 60)


main(*sys.argv[1:])
