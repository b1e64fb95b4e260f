"""What is asked of git: read and set, with a fixed list of words and no shell.

Nothing of the repository is ever run (no hooks, no monitors, no filters), nothing is fetched, and
git asks nobody anything.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from shlex import quote

from workbook.exits import WRONG_USE
from workbook.store.failure import StoreError

DRIVER = "merge.workbook.driver"
"""The setting by which a clone knows how to merge workbooks."""
ATTRIBUTE = "*.workbook.json merge=workbook text eol=lf"
"""The line of .gitattributes that names that merge."""
_PATIENCE = 10
"""Seconds for git to answer."""
_NOTHING_RUNS = (
    "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}",
    "-c", "protocol.allow=never",
)  # fmt: skip
_SILENT = {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1"}


class NoGit(StoreError):
    """There is no git, or it refused; its text is a sentence."""


def ask(folder: Path, *words: str) -> bytes | None:
    """What git writes for a command in a folder; None where it says no.

    Raises NoGit where there is no git, or it does not answer.
    """
    done = _run(folder, words)
    return done.stdout if done.returncode == 0 else None


def tell(folder: Path, *words: str) -> None:
    """Lets git do something. Raises NoGit with its own words where it refuses."""
    done = _run(folder, words)
    if done.returncode:
        said = " ".join(done.stderr.decode(errors="replace").split()).removeprefix("fatal: ")
        raise NoGit(f"git refused: {said[:200] or 'it gave no reason'}.", WRONG_USE)


def _run(folder: Path, words: tuple[str, ...]) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            ["git", *_NOTHING_RUNS, *words],
            cwd=folder, env=os.environ | _SILENT, stdin=subprocess.DEVNULL, capture_output=True,
            timeout=_PATIENCE, check=False,
        )  # fmt: skip
    except FileNotFoundError:
        if not folder.is_dir():
            raise NoGit(f"There is no folder {folder}.", WRONG_USE) from None
        raise NoGit("git is not installed here, or not on the path.", WRONG_USE) from None
    except (OSError, ValueError, subprocess.SubprocessError):
        raise NoGit("git does not answer.", WRONG_USE) from None


def top(folder: Path) -> Path:
    """The uppermost folder of the clone that a folder is in. Raises NoGit where it is in none, or
    in one of somebody else's, which git does not read."""
    done = _run(folder, ("rev-parse", "--show-toplevel"))
    if b"safe.directory" in done.stderr:
        raise NoGit(
            f"{folder} is in a clone of somebody else's. If you trust it: "
            f"git config --global --add safe.directory {quote(str(folder.resolve()))}",
            WRONG_USE,
        )
    if done.returncode or not done.stdout.strip():
        raise NoGit(f"{folder} is in no clone of git that can be worked in.", WRONG_USE)
    return Path(os.fsdecode(done.stdout.rstrip(b"\r\n")))


def version_of_merge(file: Path, number: int) -> bytes:
    """One of git's versions of a merge that stopped: 1 the base, 2 ours, 3 theirs; b"" for none,
    and where there is no git."""
    try:
        return ask(file.parent, "cat-file", "blob", f":{number}:./{file.name}") or b""
    except NoGit:
        return b""


def why_not_merged(file: Path) -> str:
    """What to do in a clone whose files name our merge and that does not know it, as a sentence;
    "" where all is well. git is asked only where the files name it."""
    clone = next((one for one in file.parents if (one / ".git").exists()), None)
    if clone is None or not _is_named(file, clone):
        return ""
    try:
        if ask(top(clone), "config", "--get", DRIVER):
            return ""
    except NoGit:
        return ""
    return (
        f"{file.name} is shared through git, and this clone cannot merge workbooks yet. Once, in a "
        f"terminal: workbook git-setup {quote(str(clone))}"
    )


def _is_named(file: Path, clone: Path) -> bool:
    """Whether a .gitattributes between the file and the top of its clone names our merge."""
    for folder in file.parents:
        try:
            lines = (folder / ".gitattributes").read_bytes().splitlines()
        except OSError:
            lines = []
        if any(b"merge=workbook" in line.split() for line in lines):
            return True
        if folder == clone:
            break
    return False
