"""Writing a plan into a folder, one file for each section: all of it or nothing, and nothing
outside of that folder. What somebody edited there stays, unless it is forced."""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from workbook.export import WHOLE, Export, Memory, Refused, Shape, check, put, rights_of, said
from workbook.map.build import build
from workbook.map.pages import pages
from workbook.store import StoreError
from workbook.store.failure import NOT_WRITTEN, called, reason

if TYPE_CHECKING:
    from workbook.session import Session


def export_split(
    session: Session,
    folder: Path,
    *,
    date: datetime.date,
    draft: bool | None = None,
    force: bool = False,
    shape: Shape = WHOLE,
) -> Export:
    """Writes the MAP of an open workbook into a folder, which is made where it is missing. The
    text of what it gives is empty.

    Raises Refused where a file stands that is not our own untouched one, and StoreError; then
    nothing was written. What was written there before and is no part of the plan any more goes,
    unless somebody edited it: of that a sentence is said.
    """
    document = build(session.plan, date=date, edition=shape.edition, draft=draft)
    data = session.plan.curriculum.map_words["figure_data"]
    made = pages(document, shape.flavor, data)
    files = {place: text.encode() for place, text in made.items()}
    left = _keep_all(session, folder, files, force=force)
    told = (f"{one} is no part of the plan any more; it was edited, so it stays." for one in left)
    return Export(b"", (*said(document, session.plan), *told), document.withheld, folder)


def _keep_all(
    session: Session, folder: Path, files: Mapping[str, bytes], *, force: bool
) -> list[Path]:
    """Writes all files, and gives those of an earlier plan that stay."""
    memory = Memory(session)
    places = {folder / place: data for place, data in files.items()}
    before = dict[Path, bytes | None]()
    try:
        for to, data in places.items():
            _check_way(folder, to)
            check(session, to, data, memory, force=force)
        for to, data in places.items():
            to.parent.mkdir(parents=to.parent != folder, exist_ok=True)
            before[to] = to.read_bytes() if to.is_file() and not to.is_symlink() else None
            put(to, data, rights_of(to))
    except OSError as error:
        _take_back(folder, before)
        where = called(folder)
        raise StoreError(f"{where} cannot be written: {reason(error)}.", NOT_WRITTEN) from None
    except BaseException:
        _take_back(folder, before)
        raise
    gone, left = memory.earlier(folder, places)
    for one in gone:
        with suppress(OSError):
            one.unlink()
    memory.keep(places, folder)
    return left


def _check_way(folder: Path, to: Path) -> None:
    """Raises Refused where a link would lead out of the folder, OSError where a file stands in
    the way."""
    for one in [folder, *(part for part in to.parents if folder in part.parents)]:
        if one != folder and one.is_symlink():
            raise Refused(
                f"{one} is a link to another place; take it away, or name another folder."
            )
        if os.path.lexists(one) and not one.is_dir():
            raise NotADirectoryError(20, "Not a directory")


def _take_back(folder: Path, before: Mapping[Path, bytes | None]) -> None:
    """Puts back what stood there before some of the files were written."""
    for to, data in before.items():
        with suppress(OSError):
            if data is None:
                to.unlink(missing_ok=True)
            else:
                put(to, data, rights_of(to))
    made = {
        part for to in before for part in to.parents if part == folder or folder in part.parents
    }
    for one in sorted(made, reverse=True):
        with suppress(OSError):
            one.rmdir()  # where something else stands in it, it stays
