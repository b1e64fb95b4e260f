"""The exit codes of the command `workbook`, which README and `--help` list."""

FOUND, WRONG_USE, NO_FILE, LOCKED, NOT_WRITTEN = 1, 2, 3, 4, 5
"""Problems found, or by `find` nothing; wrong use; no workbook to read; locked; a write failed."""
FAULT = 70
"""A fault of the program itself: EX_SOFTWARE of sysexits.h."""
INTERRUPTED = 130
"""Ended by Ctrl-C."""
