"""Standard input and output: UTF-8 whatever the locale, and the product on output only."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Mapping
from typing import Any, cast

from workbook.cli.problem import NOT_WRITTEN, Problem


def prepare() -> None:
    """Sets the streams: bytes that are no UTF-8 never stop a command; a closed one is empty."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            stream = open(os.devnull, mode, encoding="utf-8")  # noqa: SIM115, PTH123
            setattr(sys, name, stream)
        if isinstance(stream, io.TextIOWrapper):
            encoding = None if stream.isatty() else "utf-8"
            errors = "surrogateescape" if mode == "r" else "replace"
            stream.reconfigure(encoding=encoding, errors=errors)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(newline="\n")


def on_terminal() -> bool:
    """Whether a person sits at both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def publish(text: str) -> None:
    """Writes the product to standard output. Raises Problem where it cannot be written."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _let_go()
        raise Problem(f"The output cannot be written: {error.strerror}.", NOT_WRITTEN) from None


def publish_bytes(data: bytes) -> None:
    """Writes a product that is no text to standard output; not to a terminal, which would obey it.
    Raises Problem."""
    if sys.stdout.isatty():
        raise Problem("This is no text for a terminal; give a file with -o, or a pipe.")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _let_go()
        raise Problem(f"The output cannot be written: {error.strerror}.", NOT_WRITTEN) from None


def publish_json(data: Mapping[str, Any]) -> None:
    """Writes a product as JSON, with a final newline."""
    publish(json.dumps(data, ensure_ascii=False, indent=2) + "\n")


def given() -> str:
    """All of standard input, without the newline that ends its last line."""
    text = sys.stdin.read()
    return text.removesuffix("\n").removesuffix("\r")


def reader_left() -> int:
    """The reader of the output has closed it, as `head` does: it has all that it wanted."""
    _let_go()
    return 0


def _let_go() -> None:
    """Keeps Python from writing again, at its end, what could not be written."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, cast(int, sys.stdout.fileno()))
    os.close(nowhere)
