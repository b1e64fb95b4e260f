"""A storage for TinyDB that is atomic, durable, locked, and merges with other sessions.

Reading and writing touch memory alone; `save` and `poll` do the disk work, in any thread. What
is in memory is a snapshot that is replaced and never changed, so the disk work reads it without
holding the lock, and a key press never waits for the disk.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from shlex import quote
from typing import Any

from tinydb.storages import Storage

from workbook.edits import Edit
from workbook.store.changes import changes
from workbook.store.disk import Disk, Identity
from workbook.store.failure import NOT_WRITTEN, Damaged, StoreError, reason
from workbook.store.format import LARGEST, Held, dumps, unwritable, version
from workbook.store.kept_file import KeptFile, Overtaken, Unconfirmed, Version
from workbook.store.merge import merge
from workbook.store.migrations import SCHEMA

_NOTHING: Mapping[str, Callable[[], None]] = {}
_TRIES = 3
"""How often a merge is tried beside the typing before the typing waits for one, and a save
beside programs that write the file without asking for its lock."""


class SafeStorage(Storage):
    """The tables of one open workbook. Raises StoreError for a file that cannot be opened.

    who, clock: whose session it is and the time, ISO 8601, for what it writes beside values.
    disk: the calls that change the disk. patience: seconds until a file that was torn under an
    open workbook counts as torn for good. read_only: why nothing can be saved, or "".
    """

    def __init__(
        self,
        path: Path,
        *,
        who: str = "",
        clock: Callable[[], str] = lambda: "",
        disk: Disk | None = None,
        lock_seconds: float = 10.0,
        backup_every: float = 60.0,
        patience: float = 5.0,
    ) -> None:
        self._who, self._clock, self._lock_seconds = who, clock, lock_seconds
        self._patience = patience
        self._file = KeptFile(path, who=who, disk=disk or Disk(), backup_every=backup_every)
        self.name, self.beside = self._file.name, self._file.beside
        self.lock = threading.RLock()
        self._disk_work = threading.Lock()
        self._news: list[Edit] = []
        self._gone = ""
        self._damaged: tuple[Identity, float] | None = None
        self._notices: list[str] = []
        self._held = self._clean = self._file.base.held
        self.read_only = self._file.why_read_only()
        self._remark(self._file.base)
        if not self.read_only:
            self._file.sweep()

    # What TinyDB asks for: memory alone

    def read(self) -> dict[str, dict[str, Any]] | None:
        """The tables in memory; the outermost object is the caller's own."""
        return dict(self._held) or None

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Takes the tables as they are now. What is in them must not be changed any more."""
        with self.lock:
            self._held = data

    def close(self) -> None:
        """Lets go of the file. Saves nothing."""
        with self._disk_work:
            self._file.close()

    # What the session asks for

    def save(self, beside: Mapping[str, Callable[[], None]] = _NOTHING) -> bool:
        """Brings memory and file together; says whether bytes of the workbook were written.

        beside: what else to write, by its name in a sentence (“The history”). Each is done under
        the lock after the save, also where the workbook needs none; an OSError of one is a notice
        and stops no other. Returns when the workbook is safe from a power cut; what stands beside
        it need not be. Raises StoreError: then memory still holds everything, the old file stands
        and nothing beside it was written.
        """
        with self._disk_work:
            if not beside and self._is_saved():
                return False
            if self.read_only:
                raise StoreError(self.read_only)
            try:
                with self._file.locked(self._lock_seconds):
                    wrote = self._save()
                    for name, writing in beside.items():
                        self._beside_it(f"{name} could not be written", writing)
            except Unconfirmed as error:
                raise self._not_confirmed(reason(error)) from None
            except OSError as error:
                raise self._not_saved(reason(error)) from None
            return wrote

    def hurry(self) -> None:
        """The process ends in a moment: no save waits for the disk's own memory any more, nor for
        a lock that somebody keeps, nor whether a torn file becomes whole. Also one that is waiting
        just now goes on."""
        self._file.hurry()
        self._patience = 0.0

    def poll(self) -> None:
        """Takes in what another session saved; one look at the file where there is nothing.

        Raises StoreError where the file cannot be read now.
        """
        if not self._disk_work.acquire(blocking=False):
            return
        try:
            self._take_in()
        except OSError as error:
            raise StoreError(f"{self.name} cannot be read: {reason(error)}.") from None
        finally:
            self._disk_work.release()

    def take_news(self) -> list[Edit]:
        """What came in from other sessions since this was last asked."""
        with self.lock:
            news, self._news = self._news, []
            return news

    def take_notices(self) -> list[str]:
        """What a person should know and what stopped nothing, as sentences, since last asked."""
        with self.lock:
            notices, self._notices = self._notices, []
            return notices

    def notice(self, sentence: str) -> None:
        """Keeps a sentence for `take_notices`, once."""
        with self.lock:
            if sentence not in self._notices:
                self._notices.append(sentence)

    # Saving

    def _is_saved(self) -> bool:
        """Whether memory is what the file held, and the file still is that one."""
        mine, base = self._held, self._file.base
        if mine is not self._clean and self._text(self._kept(mine)) != base.text:
            return False
        with suppress(OSError):
            if base.flushed and self._file.identity() == base.identity:
                self._clean = mine
                return True
        return False

    def _save(self) -> bool:
        for _ in range(_TRIES):
            with suppress(Overtaken):
                return self._save_once()
        raise self._not_saved("another program writes it again and again")

    def _save_once(self) -> bool:
        there = self._take_in(writing=True)
        mine, base = self._held, self._file.base
        kept = self._kept(mine)
        text = self._text(kept)
        changed = text != base.text or not base.flushed
        if changed or not there:
            if len(text) > LARGEST:
                raise self._not_saved(f"it would be larger than {LARGEST >> 20} MB")
            self._file.replace(
                kept,
                text,
                lambda backup: self._beside_it("No backup could be made", backup),
                over=base.identity if there else None,
            )
        self._clean = mine
        if not there:
            self.notice(self._gone)
        return changed or not there

    def _beside_it(self, what: str, doing: Callable[[], None]) -> None:
        """Does something that must not stop a save."""
        try:
            doing()
        except OSError as error:
            self.notice(f"{what} ({reason(error)}). The workbook itself is saved.")

    def _kept(self, held: Held) -> Held:
        """What is written: a table that is empty only where the file has it."""
        return {name: one for name, one in held.items() if one or name in self._file.base.held}

    def _text(self, held: Held) -> bytes:
        try:
            return dumps(held)
        except TypeError as error:
            raise self._not_saved(f"{unwritable(held)} is no value ({error})") from None

    def _not_saved(self, why: str) -> StoreError:
        return StoreError(
            f"{self.name} could not be saved: {why}. The file is as it was before.",
            NOT_WRITTEN,
            why,
        )

    def _not_confirmed(self, why: str) -> StoreError:
        return StoreError(
            f"{self.name} is written, but perhaps not yet safe from a power cut: {why}.",
            NOT_WRITTEN,
            why,
        )

    # Other sessions

    def _take_in(self, *, writing: bool = False) -> bool:
        """Folds what another session saved into memory; says whether the file is there.

        writing: whether memory will be written in its place where it is not.
        """
        now = self._file.identity()
        self._gone = f"{self.name} was gone and was written again."
        if now == self._file.base.identity or now is None:
            return now is not None
        try:
            theirs = self._file.load()
        except FileNotFoundError:
            return False
        except Damaged as error:
            self._set_aside(error, now, writing=writing)
            return False
        if version(theirs.held, self.name) > SCHEMA and not self.read_only:
            os.close(theirs.fd)
            raise StoreError(f"{self.name} was saved by a newer version of this program.")
        self._remark(theirs)
        if theirs.text != self._file.base.text:
            self._fold(self._file.base.held, theirs.held)
        self._file.adopt(theirs)
        return True

    def _set_aside(self, error: Damaged, now: Identity, *, writing: bool) -> None:
        """Moves a file out of the way that was emptied or torn: memory holds all that it held.
        What git could not merge is taken in first.

        Raises Damaged until it has stood so for a while: another program may be writing it.
        """
        if self._damaged is None or self._damaged[0] != now:
            self._damaged = (now, time.monotonic())
        if not writing or time.monotonic() - self._damaged[1] < self._patience:
            then = "What it held is still here and will be written again."
            raise type(error)(error.what, then) from None
        made = self._file.put_together()
        kept = self._file.move_aside()
        was = "What it held was still here and is written again"
        if made is not None:
            self._fold(self._file.base.held, made.held)
            was = f"It is {made.told()}. To tell git: git add {quote(self.name)}"
        self._gone = f"{error.what} {was}; what stood in it is kept as {kept}."

    def _remark(self, found: Version) -> None:
        for sentence in self._file.remarks(found):
            self.notice(sentence)

    def _fold(self, base: Held, theirs: Held) -> None:
        """Merges another session's version with what is typed here meanwhile."""
        for _ in range(_TRIES):
            ours = self._held
            merged = self._merged(base, ours, theirs)
            with self.lock:
                if self._held is ours:
                    self._become(ours, merged, theirs)
                    return
        with self.lock:
            self._become(self._held, self._merged(base, self._held, theirs), theirs)

    def _merged(self, base: Held, ours: Held, theirs: Held) -> Held:
        return merge(base, ours, theirs, who=self._who, at=self._clock())

    def _become(self, ours: Held, merged: Held, theirs: Held) -> None:
        if ours is self._clean and merged.keys() == theirs.keys():  # no table stays that they lost
            self._clean = merged
        self._held = merged
        self._news.extend(changes(ours, merged))
