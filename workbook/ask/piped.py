"""Lines out of a pipe or a file: what is written meanwhile is saved before one waits for more."""

from __future__ import annotations

import os
import select
import time
from collections import deque
from collections.abc import Callable

READ = 65536
"""Bytes that are read in one go."""
EVERY = 0.5
"""Seconds after which it saves though more lines have come in already."""


class Piped:
    """Gives the lines of a file descriptor, each as soon as it has come in.

    A line that is there already is given at once. Where there is none, what is unsaved is saved
    before one waits; where they do not end, now and then.
    """

    def __init__(self, descriptor: int) -> None:
        self._descriptor, self._lines, self._begun = descriptor, deque[bytes](), b""
        self._unsaved, self._saved = False, time.monotonic()
        self._save: Callable[[], None] = lambda: None

    def saving(self, save: Callable[[], None]) -> Callable[[], None]:
        """What is called after each change in place of `save`: that is done before one waits."""
        self._save = save
        return self._later

    def _later(self) -> None:
        self._unsaved = True
        if time.monotonic() > self._saved + EVERY:
            self._save_now()

    def readline(self) -> str:
        """The next line with its newline; at the end what is left, and then nothing."""
        while not self._lines:
            if self._unsaved and not self._ready():
                self._save_now()
            read = os.read(self._descriptor, READ)
            *whole, self._begun = (self._begun + read).split(b"\n")
            self._lines.extend(line + b"\n" for line in whole)
            if not read:
                self._lines.append(self._begun)
                self._begun = b""
        return self._lines.popleft().decode("utf-8", "surrogateescape")

    def _save_now(self) -> None:
        self._unsaved = False
        self._save()
        self._saved = time.monotonic()

    def _ready(self) -> bool:
        """Whether more has come in; no where that cannot be told."""
        try:
            return bool(select.select([self._descriptor], [], [], 0)[0])
        except OSError:
            return False
