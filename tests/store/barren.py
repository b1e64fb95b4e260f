"""Runs something on a system that lacks what Windows lacks: `fcntl`, SIGHUP, a file's rights.

barren.py crowd WORDS…: as crowd.py. barren.py workbook WORDS…: the command.
"""

import os
import signal
import sys

sys.modules["fcntl"] = None  # type: ignore[assignment]  # importing it fails
for module, names in ((os, ("fchmod", "fchown", "geteuid", "O_NOFOLLOW")), (signal, ("SIGHUP",))):
    for name in names:
        delattr(module, name)

if sys.argv[1] == "crowd":
    from tests.store.crowd import main

    main(*sys.argv[2:5], int(sys.argv[5]), int(sys.argv[6]))
else:
    from workbook.__main__ import main as command

    del sys.argv[1]
    sys.exit(command())
