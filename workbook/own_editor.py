"""A text written in the editor that a person is used to, as git does it: VISUAL or EDITOR names it.

The text goes into a file that nobody else can read, and away again with all that an editor lays
beside it. Under a line of its own the file says what is asked; that is taken out again.
"""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import tempfile
import textwrap
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from workbook.kinds import Invalid
from workbook.kinds.text import brief, unmarked, visible

BELOW = "# ----- Write above this line. It goes, and all that stands below it. -----"
"""The line that parts the text from what is asked; a line of the text may begin with # too."""
WIDTH = 76
"""Columns of what is asked."""
USUAL = "nano"
"""What opens where nothing is named: it is on most computers, and says its keys."""
SET = 'Set EDITOR to one, such as export EDITOR=nano or export EDITOR="code --wait".'


def in_own_editor(text: str, notes: Sequence[str] = ()) -> str:
    """What a text is after it was written on in the person's own editor, in this terminal.

    notes: paragraphs of what is asked and how, which stand below the text. A screen that draws on
    the terminal has to let go of it first. Raises Invalid, with a sentence, where there is no
    editor, where it fails, and where it leaves the text as it was: then nothing has changed.
    """
    words = named()
    below = [f"# {line}".rstrip() for note in notes for line in _wrapped(note)]
    shown = visible(text)
    with tempfile.TemporaryDirectory(prefix="workbook-", ignore_cleanup_errors=True) as folder:
        file = Path(folder) / "answer.txt"
        _write(file, "\n".join([shown, "", BELOW, *below]))
        _run(words, file)
        written = _above(_read(file), below)
    if written.strip("\n") == shown.strip("\n"):
        raise Invalid("The editor left the text as it was; nothing was changed.")
    return unmarked(written)


def named() -> list[str]:
    """The words of the command that VISUAL or EDITOR names. Raises Invalid where it is none."""
    given = next(
        filter(None, (os.environ.get(one, "").strip() for one in ("VISUAL", "EDITOR"))), ""
    )
    if given and shutil.which(given):
        return [given]  # a path with spaces in it
    try:
        words = shlex.split(given or USUAL)
    except ValueError:
        words = []
    if not words or shutil.which(words[0]) is None:
        what = f"There is no editor “{brief(given, 60)}”" if given else "No editor is named"
        raise Invalid(f"{what}; nothing was changed. {SET}")
    return words


def _wrapped(note: str) -> Iterator[str]:
    """A paragraph in lines that fit a window of 80 columns, and an empty one."""
    for line in visible(note).split("\n"):
        yield from textwrap.wrap(line, WIDTH, break_long_words=False, break_on_hyphens=False) or [
            ""
        ]
    yield ""


def _write(file: Path, text: str) -> None:
    file.touch(0o600, exist_ok=False)
    file.write_text(text + "\n", encoding="utf-8", newline="\n")


def _run(words: Sequence[str], file: Path) -> None:
    """Runs an editor on a file and waits for it. Raises Invalid where it fails."""
    name = brief(Path(words[0]).name, 40)
    try:
        with _its_own_ctrl_c():
            code = subprocess.run([*words, str(file)], check=False).returncode
    except (OSError, ValueError):
        raise Invalid(f"The editor {name} cannot be started; nothing was changed. {SET}") from None
    if code:
        how = f"code {code}" if code > 0 else f"signal {-code}"
        raise Invalid(f"The editor {name} ended with {how}; nothing was changed.")


@contextmanager
def _its_own_ctrl_c() -> Iterator[None]:
    """Meanwhile Ctrl-C and the key that quits are the editor's alone."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    keys = [signal.SIGINT, *([signal.SIGQUIT] if hasattr(signal, "SIGQUIT") else [])]
    before = [signal.signal(one, lambda *_: None) for one in keys]
    try:
        yield
    finally:
        for one, handler in zip(keys, before, strict=True):
            signal.signal(one, handler)


def _read(file: Path) -> str:
    """What an editor left. Raises Invalid for what is no text."""
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise Invalid("The editor left no text; nothing was changed.") from None
    except (OSError, UnicodeDecodeError):
        raise Invalid("What the editor left is no text in UTF-8; nothing was changed.") from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _above(text: str, below: Sequence[str]) -> str:
    """A text without what was put below it; where its line is gone, without what is left of it."""
    lines = [line.rstrip() if line.startswith("#") else line for line in text.split("\n")]
    if BELOW in lines:
        end = len(lines) - lines[::-1].index(BELOW) - 1
    else:
        end = len(lines)
        while end and lines[end - 1] in {"", *below}:
            end -= 1
    return "\n".join(text.split("\n")[:end]).rstrip("\n")
