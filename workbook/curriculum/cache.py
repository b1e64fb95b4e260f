"""The curriculum as it was read last, so that opening a workbook does not read it all again.

Kept in this user's own cache folder, one at a time, under a name made of path, size and time of
each file that the curriculum is made of: the content, the folder laid over it, and the code of
the reader, the kinds and the records. A change of one, another version of this program or another
Python reads everything anew. A cache that cannot be read or written is as good as none.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
from collections.abc import Callable
from pathlib import Path

from platformdirs import user_cache_path

import workbook
from workbook.curriculum.files import OURS, all_in
from workbook.curriculum.model import Curriculum

CODE = [Path(workbook.__file__).with_name(one) for one in ("curriculum", "kinds", "records")]
"""The folders of code that what is kept was made by."""


def remembered(over: Path | None, read: Callable[[Path | None], Curriculum]) -> Curriculum:
    """What `read` gives for a folder laid over, from the cache where no file has changed."""
    kept = user_cache_path("mobility-workbook") / f"curriculum-{_key(over)}.pickle"
    found = _kept(kept)
    if found is None:
        found = read(over)
        _keep(kept, found)
    return found


def _key(over: Path | None) -> str:
    """A name that changes with every file of ours and of the folder laid over."""
    parts = [workbook.__version__, sys.version, str(over)]
    files = [*all_in(OURS), *(all_in(over) if over else ())]
    code = [one for folder in CODE for one in all_in(folder, "*.py")]
    parts += [_about(one) for one in (*files, *code)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:24]


def _about(file: Path) -> str:
    """A file's path, size and time; of one that is not there, such as a link to nowhere, its path
    alone: the reader says what is wrong with it."""
    try:
        found = file.stat()
    except OSError:
        return str(file)
    return f"{file} {found.st_size} {found.st_mtime_ns}"


def _kept(file: Path) -> Curriculum | None:
    try:
        if file.stat().st_uid != os.getuid():
            return None  # somebody else's: unpickling runs what it says
        found = pickle.loads(file.read_bytes())
    except Exception:  # noqa: BLE001  # whatever is wrong with it, it is read anew
        return None
    return found if isinstance(found, Curriculum) else None


def _keep(file: Path, found: Curriculum) -> None:
    """Writes the cache in one step and removes those of earlier content."""
    new = file.with_suffix(f".{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        new.write_bytes(pickle.dumps(found, pickle.HIGHEST_PROTOCOL))
        for old in file.parent.glob("curriculum-*.pickle"):
            old.unlink(missing_ok=True)
        new.replace(file)
    except OSError:
        return
