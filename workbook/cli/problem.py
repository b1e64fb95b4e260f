"""What goes wrong on the command line: one sentence on standard error, and an exit code."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

import click

from workbook.exits import FAULT, FOUND, INTERRUPTED, LOCKED, NO_FILE, NOT_WRITTEN, WRONG_USE

__all__ = [
    "FAULT", "FOUND", "INTERRUPTED", "LOCKED", "NOT_WRITTEN", "NO_FILE", "WRONG_USE", "Problem",
    "code_of", "complain", "usage",
]  # fmt: skip

SCHEMA = "error/1"


class Problem(Exception):
    """Something that the user can put right. Its text is the sentence that is said."""

    def __init__(self, sentence: str, exit_code: int = WRONG_USE) -> None:
        super().__init__(sentence)
        self.exit_code = exit_code


def complain(sentence: str, code: int, *, as_json: bool) -> int:
    """Says on standard error what is wrong, and gives the exit code."""
    from workbook.kinds.text import visible

    if as_json:
        error = {"schema": SCHEMA, "error": sentence, "exit": code}
        text = json.dumps(error, ensure_ascii=True)
    else:
        text = f"workbook: {visible(' '.join(sentence.split()))}"
    print(text, file=sys.stderr)
    return code


def usage(error: click.UsageError) -> str:
    """What was wrong with the words of a command, and where its help is."""
    where = error.ctx.command_path.strip() if error.ctx else "workbook"
    message = error.format_message().rstrip()
    message = message if message.endswith((".", "?", ")")) else f"{message}."
    dashed = isinstance(error, click.NoSuchOption) and not error.option_name.startswith("--")
    hint = " Put -- before a value that begins with a dash." if dashed else ""
    return f"{message}{hint} See {where} --help."


def code_of(error: Exception) -> int | None:
    """The exit code of an error whose text is a sentence; None for one that is a fault of ours."""
    given = getattr(error, "exit_code", None)
    if isinstance(given, int):
        return given
    return next((code for type, code in _known() if isinstance(error, type)), None)


def _known() -> Iterator[tuple[type[Exception], int]]:
    """The errors of the rooms below. They are loaded already when one of them was raised."""
    from workbook.curriculum import ContentError
    from workbook.kinds import Invalid
    from workbook.plan import ChangedSince, Unknown

    yield ContentError, NO_FILE
    yield Invalid, WRONG_USE
    yield Unknown, WRONG_USE
    yield ChangedSince, WRONG_USE
