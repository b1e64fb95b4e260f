"""What a person should know of a file that can be read and is not quite what it should be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from shlex import quote

from workbook.kinds.text import brief
from workbook.records import TYPES
from workbook.store.backups import Backup, said, versions
from workbook.store.beside import Beside
from workbook.store.format import LARGEST, Content, Held
from workbook.store.migrations import SCHEMA

_TABLE = re.compile(rb'\n  "(\w+)": \{\n')
"""How a table with records begins in a file of ours."""


def remarks(found: Content, workbook: Path, name: str) -> Iterator[str]:
    """Sentences about what was read of the file `workbook`."""
    if found.faults:
        yield _kept(found.faults, name)
    if found.format < SCHEMA:
        yield (
            f"{name} is of an older format ({found.format}). It is brought up to format {SCHEMA} "
            "with the first change; the old file is kept beside it."
        )
    if lost := lost_tables(found.held, workbook):
        tables, backup = lost
        names = ", ".join(one.replace("_", " ") for one in tables)
        yield (
            f"{name} has lost a whole table ({names}), which a version of {said(backup.at)} "
            f"has. To bring it back: workbook doctor {quote(name)}"
        )


def _kept(faults: tuple[str, ...], name: str) -> str:
    more = len(faults) - 1
    rest = f" and {more} more" if more else ""
    return (
        f"{brief(faults[0], 240)} That is in {name}{rest}, and is written with the first change; "
        f"workbook doctor {quote(name)} --dry-run lists everything."
    )


def lost_tables(held: Held, workbook: Path) -> tuple[list[str], Backup] | None:
    """The tables of the newest backup that a file lacks, with that backup; None where none is.

    A table that is emptied stays in the file (`SafeStorage`): one that is gone was never removed
    by a person. The backup is looked at and not read, so that opening stays quick.
    """
    newest = next(iter(versions(Beside(workbook).backups)), None)
    if newest is None:
        return None
    try:
        with newest.path.open("rb") as file:
            there = _TABLE.findall(file.read(LARGEST))
    except OSError:
        return None
    names = (one.decode() for one in there)
    lost = [one for one in names if one not in held and (one == "answers" or one in TYPES)]
    return (lost, newest) if lost else None
