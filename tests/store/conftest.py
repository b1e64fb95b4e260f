"""A new workbook in a folder of its own, people at it, and processes of their own."""

import datetime
import itertools
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import TODAY
from workbook.curriculum import Curriculum
from workbook.session import Session, new_session, open_session
from workbook.store.storage import SafeStorage
from workbook.store.tables import Tables

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
COMMUNITY = "workbook.community"
Open = Callable[..., Session]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "our.workbook.json"


@pytest.fixture
def people(path: Path, curriculum: Curriculum):
    """Opens the workbook for somebody; the first one makes it. All are closed at the end."""
    opened: list[Session] = []
    ticks = itertools.count()

    def clock() -> str:
        return f"2026-05-20T10:{next(ticks):04}Z"

    def opening(who: str = "Ana", at: Path = path) -> Session:
        make = open_session if os.path.lexists(at) else new_session
        opened.append(make(at, curriculum, who=who, today=TODAY, clock=clock))
        return opened[-1]

    yield opening
    for one in opened:
        one.store.close()


@pytest.fixture
def ana(people: Open) -> Session:
    """Ana, who has just made the workbook."""
    return people()


class Book:
    """A workbook without a plan: tables over the file, to set fields and to save."""

    def __init__(self, path: Path, **options: Any) -> None:
        self.storage = SafeStorage(path, backup_every=0, **options)
        self.tables = Tables(storage=lambda: self.storage)

    def set(self, id: str, **fields: Any) -> None:
        """Sets fields of a stakeholder."""
        self.tables.of("stakeholder").change(id, lambda found: found.update(fields))

    def get(self, id: str) -> Any:
        """A stakeholder's fields."""
        return self.tables.of("stakeholder").fetch(id)


@pytest.fixture
def book(path: Path):
    """Opens the workbook as tables; makes it if it is not there. All are closed at the end."""
    opened: list[Book] = []

    def opening(at: Path = path, **options: Any) -> Book:
        if not os.path.lexists(at):
            write(at, {})
        opened.append(Book(at, **options))
        return opened[-1]

    yield opening
    for one in opened:
        one.storage.close()


def write(path: Path, tables: dict[str, Any]) -> None:
    """Writes a workbook with these tables."""
    held = {"_meta": {"schema": {"version": 1}}} | tables
    path.write_text(json.dumps(held, indent=2, sort_keys=True, ensure_ascii=False) + "\n")


def held(path: Path) -> dict[str, Any]:
    """What a workbook's file holds, by a reader of its own."""
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def start(
    script: str, *words: object, through: Sequence[str] = (), **options: Any
) -> "subprocess.Popen[str]":
    """Starts one of the scripts of this folder as a process of its own, by another command."""
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    argv = [*through, sys.executable, str(HERE / script), *map(str, words)]
    return subprocess.Popen(argv, env=env, text=True, **options)


@pytest.fixture
def aged():
    """Fills a folder of backups with versions that are so many days and hours old."""

    def filling(folder: Path, *, days: Iterable[int] = (), hours: Iterable[int] = ()) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        now = datetime.datetime.now(datetime.UTC)
        ages = [datetime.timedelta(days=one) for one in days]
        ages += [datetime.timedelta(hours=one) for one in hours]
        for number, age in enumerate(ages):
            stamp = f"{now - age:%Y%m%dT%H%M%S.%f}000Z"
            (folder / f"{stamp}-{number:06x}.json").write_text("{}")

    return filling
