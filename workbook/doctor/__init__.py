"""The doctor: what is wrong with a workbook's file, and what of that can be mended for certain.

What stood in the file is kept beside it. What is not certain is left, and said: a torn file has
a good backup, and whether to take it is the user's choice.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from workbook import recovery
from workbook.doctor.beside import look_beside
from workbook.doctor.finding import Finding
from workbook.doctor.reading import closed, read_better
from workbook.exits import WRONG_USE
from workbook.recovery import Recovery
from workbook.store import disk as files
from workbook.store.backups import good
from workbook.store.beside import Beside
from workbook.store.disk import Identity
from workbook.store.failure import StoreError, called, reason
from workbook.store.format import Content, Held, dumps
from workbook.store.history import History
from workbook.store.migrations import SCHEMA
from workbook.store.putting_back import put_back
from workbook.store.remarks import lost_tables

__all__ = ["Finding", "Report", "examine"]


@dataclass(frozen=True, slots=True)
class Report:
    """What the doctor found and did.

    opens: whether the file can be opened now. written: whether it was written. kept: where what
    stood in it is kept. backup: what it can be brought back to, where that is to be chosen.
    """

    file: Path
    findings: Sequence[Finding]
    opens: bool
    written: bool = False
    kept: Path | None = None
    backup: Recovery | None = None

    @property
    def left(self) -> list[Finding]:
        """What nobody mended."""
        return [one for one in self.findings if not one.done]


class _Seen(NamedTuple):
    """A file as it was looked at; nothing where there is none."""

    data: bytes = b""
    identity: Identity | None = None


def examine(file: Path, *, who: str, write: bool, restore: bool = False) -> Report:
    """Looks a workbook over; with `write` mends what is certain.

    restore: brings back the newest good backup instead. Raises StoreError for what cannot be
    looked at or written; then the file is as it was.
    """
    file = Path(os.path.realpath(file))
    seen = _see(file)
    content, found = _read(file, seen)
    if restore:
        return _restored(file, content, write=write, who=who)
    text = dumps(content.held) if content else b""
    report = Report(file, found, content is not None)
    if content is None:
        report = Report(file, found, opens=False, backup=recovery.find(file))
    elif write and content.format <= SCHEMA and any(one.done for one in found):
        kept = put_back(file, text, seen=seen.identity, who=who)
        report = Report(file, found, opens=True, written=True, kept=kept)
    elif recovery.is_wanted(file):
        report = Report(file, [*found, _OLDER], opens=True, backup=recovery.find(file))
    return _with_what_stands_beside(report, who=who, write=write)


_OLDER = Finding("older-file", "A backup was written after this file, and holds something else.")


def _see(file: Path) -> _Seen:
    try:
        found = files.patiently(lambda: files.read(file, called(file)))
    except FileNotFoundError:
        if not recovery.is_wanted(file):
            raise StoreError(f"There is no file {called(file)}, and no backup of it.") from None
        return _Seen()
    files.close(found.fd)
    return _Seen(found.data, found.identity)


def _read(file: Path, seen: _Seen) -> tuple[Content | None, list[Finding]]:
    """What the file holds once everything certain is mended, and what was wrong with it."""
    if seen.identity is None:
        return None, [Finding("gone", "The file is gone.")]
    content, found = read_better(seen.data, file, file.name)
    if content is None:
        return _from_the_piece(file, seen.data, found)
    if content.format > SCHEMA:
        newer = f"It is of a newer format ({content.format}); update to change it."
        return content, [*found, Finding("newer-format", newer)]
    held, lost = _with_lost_tables(content.held, file)
    return content._replace(held=held), [*found, *lost]


def _from_the_piece(
    file: Path, data: bytes, found: list[Finding]
) -> tuple[Content | None, list[Finding]]:
    """A torn file of which there is no good backup: what is whole of it, and the history."""
    beside = Beside(file)
    piece = closed(data, file.name) if not any(good(beside.backups)) else None
    if piece is None:
        return None, found
    held, changes = recovery.done_again(piece.held, History(beside).groups())
    count = sum(len(one) for name, one in held.items() if not name.startswith("_"))
    done = f"{count} answers and rows are read from it"
    done += f", and {changes} changes of the history put in again." if changes else "."
    torn = Finding("torn", f"{found[-1].text} There is no backup.", f"{done} Look at what lacks.")
    return piece._replace(held=held), [*found[:-1], torn]


def _with_lost_tables(held: Held, file: Path) -> tuple[Held, list[Finding]]:
    """The tables, with those that the file lost without anybody's doing."""
    lost = lost_tables(held, file)
    if lost is None:
        return held, []
    newest = next(good(Beside(file).backups), None)
    tables = newest.content.held if newest else {}
    back = {name: tables[name] for name in lost[0] if tables.get(name)}
    found = [
        Finding("lost-table", f"The whole table “{name}” is gone.", f"{len(one)} of it are back.")
        for name, one in back.items()
    ]
    return held | back, found


def _restored(file: Path, content: Content | None, *, write: bool, who: str) -> Report:
    if content is not None and not recovery.is_wanted(file):
        raise StoreError(
            f"{called(file)} can be read and is its newest version; nothing was done.", WRONG_USE
        )
    way = recovery.find(file)
    if way is None:
        raise StoreError(f"{called(file)} has no backup that can be read.")
    found = [Finding("restored", "It is to be brought back.", way.told())]
    if not write:
        return Report(file, found, opens=False, backup=way)
    kept = way.take(who)
    return Report(file, found, opens=True, written=True, kept=kept)


def _with_what_stands_beside(report: Report, *, who: str, write: bool) -> Report:
    more: list[Finding] = []
    try:
        more.extend(look_beside(report.file, who=who, write=write))
    except OSError as error:
        more.append(Finding("beside", f"What stands beside it cannot be read: {reason(error)}."))
    except StoreError as error:
        more.append(Finding("beside", str(error)))
    return replace(report, findings=[*report.findings, *more])
