"""The command `workbook` on a disk that takes ten seconds until a file is safe."""

import sys
import time

from workbook.__main__ import main
from workbook.store.disk import Disk

flush = Disk.flush


def slow(self: Disk, fd: int) -> None:
    time.sleep(10)
    flush(self, fd)


Disk.flush = slow  # type: ignore[method-assign]
sys.exit(main())
