"""Opening a workbook for one command: to read it, or to change it and save."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from workbook.cli.problem import NO_FILE, NOT_WRITTEN, Problem
from workbook.cli.settings import here

if TYPE_CHECKING:
    from workbook.session import Session


@contextmanager
def reading(file: Path) -> Iterator[Session]:
    """A workbook to read; one of a newer version is said to be that. Raises StoreError."""
    with _open(file) as session:
        if _is_newer(session):
            here().note(session.read_only)
        yield session


@contextmanager
def changing(file: Path) -> Iterator[Session]:
    """A workbook to change; saved when the body ends without an error.

    Raises StoreError, and Problem where it can only be read.
    """
    with _open(file) as session:
        if session.read_only:
            raise Problem(session.read_only, NO_FILE if _is_newer(session) else NOT_WRITTEN)
        yield session
        session.save()


@contextmanager
def _open(file: Path) -> Iterator[Session]:
    from workbook.session import open_session

    settings = here()
    curriculum = settings.curriculum()
    session = open_session(file, curriculum, who=settings.name(), today=settings.today())
    session.plan.today = settings.day_of(session.plan)
    try:
        yield session
    finally:
        for notice in session.take_notices():
            settings.note(notice)
        session.close()


def _is_newer(session: Session) -> bool:
    """Whether a newer version of this program made it."""
    from workbook.store.format import version
    from workbook.store.migrations import SCHEMA

    return version(session.store.read() or {}, session.store.name) > SCHEMA
