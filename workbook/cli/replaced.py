"""What another file takes the place of: moved out of its way whole, and never lost."""

from __future__ import annotations

import os
from contextlib import AbstractContextManager, nullcontext
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from workbook.cli.problem import NOT_WRITTEN, Problem
from workbook.cli.settings import here

if TYPE_CHECKING:
    from workbook.store.beside import Beside

ENDING = ".workbook.json"
PATIENCE = 2.0
"""Seconds to wait for somebody who is saving just now."""


def set_aside(file: Path, data: bytes) -> Path | None:
    """Moves a file to a free name, with the folder beside it that holds its history; gives that
    name. None where nothing stands there.

    data: what is to stand there; a file that is this already, and has no history, is removed,
    since nothing is lost by it. Raises Problem and StoreError; then it stands where it stood.
    """
    from workbook.store.beside import Beside
    from workbook.store.failure import reason

    beside = Beside(file)
    try:
        if not os.path.lexists(file) and not os.path.lexists(beside.folder):
            return None
        _check(file)
        with _locked(beside):
            return None if _dropped(file, data, beside) else _moved(file, beside)
    except OSError as error:
        raise Problem(f"{file} cannot be replaced: {reason(error)}.", NOT_WRITTEN) from None


def _check(file: Path) -> None:
    """Raises Problem for a folder, a device or another thing that is no file."""
    if os.path.lexists(file) and not file.is_symlink() and not file.is_file():
        raise Problem(f"{file} is not a file that can be replaced.", NOT_WRITTEN)


def _locked(beside: Beside) -> AbstractContextManager[None]:
    """The lock of a workbook, where it was ever written to. Raises StoreError."""
    from workbook.store.lock import locked

    if not beside.folder.is_dir():
        return nullcontext()
    name, who = beside.folder.name.removesuffix(".d"), here().name()
    return locked(beside.lock, name, seconds=lambda: PATIENCE, rights=beside.rights(), who=who)


def _dropped(file: Path, data: bytes, beside: Beside) -> bool:
    """Removes a file that loses nothing by it."""
    if beside.history.exists() or beside.drafts.exists():
        return False
    if file.is_symlink() or not file.is_file() or file.read_bytes() != data:
        return False
    file.unlink()
    return True


def _moved(file: Path, beside: Beside) -> Path:
    """Gives a file and its folder another name: the folder first, so that no file is left that
    has the history of another."""
    from workbook.store.beside import Beside

    old = _free(file)
    if os.path.lexists(beside.folder):
        beside.folder.rename(Beside(old).folder)
    if os.path.lexists(file):
        file.rename(old)
    return old


def _free(file: Path) -> Path:
    """A name that nothing has yet: NAME-old.workbook.json, then NAME-old-2.workbook.json."""
    from workbook.store.beside import Beside

    ending = ENDING if file.name.endswith(ENDING) else file.suffix
    stem = file.name.removesuffix(ending)
    for number in count(1):
        more = "-old" if number == 1 else f"-old-{number}"
        one = file.with_name(f"{stem}{more}{ending}")
        if not os.path.lexists(one) and not os.path.lexists(Beside(one).folder):
            break
    return one
