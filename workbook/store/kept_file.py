"""The file of an open workbook: what it held when we last saw it, and putting another in place."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from shlex import quote

from workbook.nearest import meant
from workbook.store import disk as files
from workbook.store.backups import Backups, good, way_back
from workbook.store.beside import Beside
from workbook.store.disk import Disk, Identity, wait_for
from workbook.store.failure import LOCKED, Damaged, StoreError, Unmerged, called
from workbook.store.format import Content, Held, loads, version
from workbook.store.lock import locked
from workbook.store.migrations import SCHEMA
from workbook.store.putting_back import set_aside
from workbook.store.remarks import remarks
from workbook.store.replacing import leftovers, replace
from workbook.store.rights import rights, why_not_writable
from workbook.store.unmarked import Rebuilt, unmarked


class Overtaken(Exception):
    """Another program replaced or changed the file while ours was being written beside it."""


class Unconfirmed(OSError):
    """The file is replaced, and the disk does not say that this would outlive a power cut."""


@dataclass(slots=True)
class Version:
    """The file as it was last read or written. Its descriptor is open, so nobody gets its inode.

    flushed: whether it is safe from a power cut as far as we know.
    """

    content: Content
    identity: Identity | None = None
    fd: int = -1
    flushed: bool = True

    @property
    def held(self) -> Held:
        """What the file held."""
        return self.content.held

    @property
    def text(self) -> bytes:
        """The bytes that this program would write for it."""
        return self.content.text


class KeptFile:
    """One workbook's file. `base` is the version that memory descends from.

    Raises StoreError for a file that cannot be opened. name: what it is called in sentences.
    """

    def __init__(self, path: Path, *, who: str, disk: Disk, backup_every: float) -> None:
        self.name, self._who, self._disk = called(path), who, disk
        self._path = _real(path)
        self.beside = Beside(self._path)
        self._backups = Backups(self.beside.backups, disk, backup_every)
        self.base = self._open()

    def _open(self) -> Version:
        try:
            return self.load()
        except FileNotFoundError:
            if next(good(self.beside.backups), None):
                gone = f"There is no file {self.name} any more."
                raise Damaged(gone, way_back(self._path, self.name)) from None
            hint = meant(self._path.name, (one.name for one in self._path.parent.glob("*.json")))
            way = f"To make a workbook: workbook new {quote(self.name)}"
            raise StoreError(f"There is no file {self.name}.{hint} {way}") from None
        except Unmerged as error:
            way = f"To put both sides together: workbook doctor {quote(self.name)}"
            raise Unmerged(error.what, way) from None
        except Damaged as error:
            raise Damaged(error.what, way_back(self._path, self.name)) from None

    def load(self) -> Version:
        """The file as it is now. Raises FileNotFoundError and StoreError."""
        return files.patiently(self._load_once)

    def _load_once(self) -> Version:
        found = files.read(self._path, self.name)
        try:
            content = loads(found.data, self.name)
        except BaseException:
            os.close(found.fd)
            raise
        return Version(content, found.identity, found.fd)

    def remarks(self, found: Version) -> Iterator[str]:
        """What a person should know of a version that was read, as sentences."""
        return remarks(found.content, self._path, self.name)

    def put_together(self) -> Rebuilt | None:
        """Both sides of a merge that git left to a person in the file; None where it holds none.
        Raises OSError and StoreError."""
        found = files.read(self._path, self.name)
        os.close(found.fd)
        return unmarked(found.data, self._path)

    def move_aside(self) -> str:
        """Moves what stands there away, under the lock; gives its new name. Raises OSError."""
        kept = set_aside(self._path)
        self._path.unlink()
        return kept.name

    def adopt(self, found: Version) -> None:
        """Takes a version as the one that memory descends from."""
        self.close()
        self.base = found

    def close(self) -> None:
        """Lets go of the file; what was read of it stays."""
        if self.base.fd >= 0:
            os.close(self.base.fd)
            self.base.fd = -1

    def identity(self) -> Identity | None:
        """Which file stands there now; None for none. Raises OSError."""
        return files.identity(self._path)

    def why_read_only(self) -> str:
        """Why it can be read and not changed, as a sentence; "" where it can be changed."""
        found = version(self.base.held, self.name)
        if found > SCHEMA:
            return (
                f"{self.name} was made by a newer version of this program (format {found}, this "
                f"one knows {SCHEMA}): it can be read and not changed. Update to change it."
            )
        return why_not_writable(self._path, self.name)

    @contextmanager
    def locked(self, seconds: float) -> Iterator[None]:
        """Holds its lock. Raises StoreError where somebody else does, and OSError.

        In a hurry it goes on without a lock that is not given: the edits of a process that ends
        would be lost for certain, and `replace` still sees whoever was quicker.
        """
        self.beside.make()
        with ExitStack() as stack:
            try:
                stack.enter_context(self._locked(seconds))
            except StoreError as error:
                if not (self._disk.hurried and error.exit_code == LOCKED):
                    raise
            yield

    def _locked(self, seconds: float) -> AbstractContextManager[None]:
        return locked(
            self.beside.lock,
            self.name,
            seconds=lambda: 0.0 if self._disk.hurried else seconds,
            rights=self.beside.rights(),
            who=self._who,
        )

    def hurry(self) -> None:
        """From now on nobody waits for the disk or for a lock: the process ends in a moment."""
        self._disk.hurried = True

    def sweep(self) -> None:
        """Removes what a killed process left, unless somebody is writing now."""
        if not self._leftovers():
            return
        with suppress(OSError, StoreError), self.locked(0):
            for one in self._leftovers():
                one.unlink(missing_ok=True)

    def _leftovers(self) -> list[Path]:
        beside = self.beside
        kept = (self._path, beside.history, beside.drafts, beside.exports)
        return [one for each in kept for one in leftovers(each)]

    def replace(
        self,
        held: Held,
        text: bytes,
        backing: Callable[[Callable[[], None]], None],
        *,
        over: Identity | None,
    ) -> None:
        """Writes a version over what stands there, and takes it as `base`.

        Called under the lock. backing: called with what keeps a backup, when that is to be done.
        over: the file that it may replace. Raises Overtaken where another stands there now, which
        the lock does not prevent of programs that know none, and OSError.
        """

        def last() -> None:
            backing(self._back_up)
            if self.identity() != over:
                raise Overtaken

        fd = replace(self._path, text, self._disk, rights(self._path), last)
        self.adopt(Version(Content(held, text), files.of_open(fd), fd, flushed=False))
        self._flush_folder()

    def _flush_folder(self) -> None:
        try:
            flush = partial(self._disk.flush_folder, self._path.parent)
            self.base.flushed = wait_for(self._disk, flush)
        except OSError as error:
            raise Unconfirmed(error.errno, error.strerror) from None

    def _back_up(self) -> None:
        if self.identity() is not None:
            self._backups.keep(self._path, of_format=self.base.content.format)


def _real(path: Path) -> Path:
    """Where the file itself stands: a link to it stays a link."""
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError):
        raise StoreError(f"{path} cannot be the name of a file.") from None
