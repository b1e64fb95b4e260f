"""What goes wrong with a workbook's file: one sentence, and the exit code that it ends with."""

from __future__ import annotations

import errno
from pathlib import Path

UNREADABLE, LOCKED, NOT_WRITTEN = 3, 4, 5
"""Exit codes: missing, unreadable, no workbook or a newer one; locked; a write failed."""

_WORDS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is full",
    errno.EROFS: "the disk is read-only",
    errno.EACCES: "you have no right to do that",
    errno.EPERM: "you have no right to do that",
    errno.ELOOP: "a link stands where no link may stand",
    errno.EIO: "the disk does not answer as it should",
    errno.EFBIG: "the file would be larger than this system allows",
}


_LONGEST = 200
"""Characters of a path that a sentence can name whole."""


class StoreError(Exception):
    """A workbook that cannot be opened or saved. Its text is a sentence: what, and what to do.

    why: the cause alone, in a few words, where there is little room.
    """

    def __init__(self, sentence: str, exit_code: int = UNREADABLE, why: str = "") -> None:
        super().__init__(sentence)
        self.exit_code, self.why = exit_code, why


class Damaged(StoreError):
    """The bytes are no workbook; perhaps only because somebody is writing them just now.

    what: what is wrong with them. then: what to do about it, where that is known.
    """

    def __init__(self, what: str, then: str = "") -> None:
        super().__init__(f"{what} {then}".rstrip(), why="the file is damaged")
        self.what = what


class Unmerged(Damaged):
    """The bytes hold the marks of a merge that git left to a person. As Damaged."""

    def __init__(self, what: str, then: str = "") -> None:
        super().__init__(what, then)
        self.why = "git left conflict marks in it"


def reason(error: OSError) -> str:
    """Why the system refused, in words that can follow a colon."""
    known = _WORDS.get(error.errno or 0)
    return known or (error.strerror or str(error) or type(error).__name__).lower()


def called(path: Path) -> str:
    """What a file is called in a sentence: its path, of one without end both ends."""
    name, half = str(path), _LONGEST // 2
    return name if len(name) <= _LONGEST else f"{name[:half]}…{name[-half:]}"
