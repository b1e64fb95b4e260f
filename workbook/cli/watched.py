"""How far a long reading is, on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from workbook.cli.settings import here

if TYPE_CHECKING:
    from workbook.imports.sheet import Watch


@contextmanager
def watched(total: int, what: str, *, slow: int) -> Iterator[Watch]:
    """What a reading tells how far it is, of `total` bytes or rows; it is shown from `slow` of
    them on, where a person looks at standard error."""
    if total < slow or here().quiet or not sys.stderr.isatty():
        yield lambda done, all: None
        return
    with click.progressbar(length=total, label=f"Reading {what}", file=sys.stderr) as bar:
        yield lambda done, all: bar.update(done - bar.pos)
