"""Teaching a clone of git to merge workbooks, and taking that back."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from shlex import quote

from workbook.store.disk import Disk
from workbook.store.failure import NOT_WRITTEN, StoreError, reason
from workbook.store.replacing import create, replace
from workbook.store.rights import KEEP, Rights, rights
from workbook.together.git import ATTRIBUTE, DRIVER, NoGit, ask, tell, top

IGNORED = "*.workbook.json.d/"
"""The line of .gitignore: what stands beside a workbook is of one machine."""
_NAME = "merge.workbook.name"
_LINES = ((".gitattributes", ATTRIBUTE), (".gitignore", IGNORED))


def set_up(folder: Path) -> list[str]:
    """Sets up the clone that a folder is in; gives what was done, in sentences, nothing for
    nothing. Raises StoreError."""
    clone, done = top(folder), list[str]()
    for setting, value in ((_NAME, "workbook: field by field"), (DRIVER, driver())):
        if ask(clone, "config", "--local", "--get", setting) != value.encode() + b"\n":
            tell(clone, "config", "--local", setting, value)
            done.append(f"This clone's git: {setting} = {value}")
    return done + [f"{name}: {line}" for name, line in _LINES if _add(clone / name, line)]


def take_back(folder: Path) -> list[str]:
    """Takes back what `set_up` does; gives what was done. Raises StoreError."""
    clone, done = top(folder), list[str]()
    if ask(clone, "config", "--local", "--get", DRIVER) is not None:
        tell(clone, "config", "--local", "--remove-section", "merge.workbook")
        done.append("This clone's git: merge.workbook is gone")
    return done + [f"{name}: without {line}" for name, line in _LINES if _drop(clone / name, line)]


def driver() -> str:
    """How git is to call this program, wherever it stands; git puts the names in.

    `-P` keeps a folder of the clone that is called as one of ours from being run in its place.
    """
    known, me = shutil.which("workbook"), Path(sys.executable).parent / "workbook"
    if known is not None and Path(known).resolve() == me.resolve():
        program = quote(str(Path(known).absolute()))
    else:
        program = f"{quote(sys.executable)} -P -m workbook"
    return f"{program} merge %O %A %B --path %P"


def _add(file: Path, line: str) -> bool:
    before = _read(file)
    if line.encode() in [one.strip() for one in before.splitlines()]:
        return False
    gap = b"" if not before or before.endswith(b"\n") else b"\n"
    _write(file, before + gap + line.encode() + b"\n", new=not file.exists())
    return True


def _drop(file: Path, line: str) -> bool:
    before = _read(file)
    lines = before.splitlines(keepends=True)
    kept = b"".join(one for one in lines if one.strip() != line.encode())
    if kept == before:
        return False
    if kept:
        _write(file, kept, new=False)
    else:
        file.unlink()
    return True


def _read(file: Path) -> bytes:
    if file.is_symlink() or (file.exists() and not file.is_file()):
        raise NoGit(f"{file} is not a file of its own; nothing was written there.", NOT_WRITTEN)
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise StoreError(f"{file} cannot be read: {reason(error)}.", NOT_WRITTEN) from None


def _write(file: Path, data: bytes, *, new: bool) -> None:
    try:
        if new:
            create(file, data, Disk(), Rights(0o666 & ~_umask(), KEEP))
        else:
            os.close(replace(file, data, Disk(), rights(file)))
    except OSError as error:
        raise StoreError(f"{file} cannot be written: {reason(error)}.", NOT_WRITTEN) from None


def _umask() -> int:
    now = os.umask(0)
    os.umask(now)
    return now
