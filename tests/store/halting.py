"""Changes a workbook, and stops in the middle of the save, which holds the lock: as with Ctrl-Z.

halting.py FILE WHO: when it is told to go on, it saves to the end.
"""

import os
import signal
import sys
from pathlib import Path

from tests.store.conftest import Book
from workbook.store.disk import Disk


class Halting(Disk):
    """A disk at which the process stops, once."""

    stopped = False

    def flush(self, fd: int) -> None:
        if not self.stopped:
            self.stopped = True
            os.kill(os.getpid(), signal.SIGSTOP)
        super().flush(fd)


book = Book(Path(sys.argv[1]), who=sys.argv[2], disk=Halting())
book.set("stk-1", name="Of the one who was stopped")
book.storage.save()
