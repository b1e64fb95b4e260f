"""A file of the Mobility Metrics as it is published: its columns by name, and its rows.

A row is read and let go, so a file of any size takes the same memory. What cannot be one of these
files, and one that breaks off or changes while it is read, is refused whole.
"""

from __future__ import annotations

import csv
import io
import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from workbook.imports.sheet import NO_FILE, Unreadable, Watch
from workbook.kinds.text import brief
from workbook.store.failure import reason

if TYPE_CHECKING:
    from _csv import Reader

LARGEST = 512 << 20
"""Bytes of a file that is read: a county file with every subgroup, several times over."""
WIDEST_CELL = 1 << 17
EACH = 1024
"""Rows between two reports of how far the reading is."""
COUNTY, CITY = "county", "city"
AREAS = {"county": COUNTY, "place": CITY}
"""Which column holds the second half of a place's code, by what the file is about."""
LOW, HIGH, QUALITY = "_lb", "_ub", "_quality"
GROUP, GROUPED_BY = "subgroup", "subgroup_type"
ASIDE = frozenset(("population",))
"""Columns that are neither a key nor a metric, and are not missed."""


@dataclass(frozen=True, slots=True)
class Column:
    """Where a metric stands in a row. metric: what the framework says of it. low, high, quality:
    -1 where the file has no such column."""

    id: str
    metric: Mapping[str, Any]
    value: int
    low: int
    high: int
    quality: int


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a file. area: COUNTY or CITY. group, grouped_by: -1 in a file of the whole
    population. unknown: columns that are none of ours. absent: metrics that have no column."""

    names: tuple[str, ...]
    area: str
    year: int
    state: int
    place: int
    state_name: int
    place_name: int
    group: int
    grouped_by: int
    columns: tuple[Column, ...]
    unknown: tuple[str, ...]
    absent: tuple[str, ...]


class Published:
    """One file, opened by its path. metrics: those of the framework, by id.

    Raises Unreadable where it is none of the published files, or cannot be read.
    """

    def __init__(self, path: Path, metrics: Mapping[str, Mapping[str, Any]]) -> None:
        self.path = path
        self._state = self._looked_at()
        with self._opened() as file:
            _refuse_cut(file, self._state[0])
            with self._reading(file) as reader:
                head = next(reader, None)
        if not head:
            raise Unreadable(f"{path} is empty, or its first line is.")
        self.layout = _layout(head, metrics, path)

    @property
    def size(self) -> int:
        """Its bytes."""
        return self._state[0]

    def rows(self, watch: Watch = lambda done, all: None) -> Iterator[tuple[int, list[str]]]:
        """Each row with the line that it ends on. Raises Unreadable, also where the file is not
        what it was when it was opened."""
        width, size = len(self.layout.names), self.size
        with self._opened() as file, self._reading(file) as reader:
            next(reader, None)
            for row in reader:
                line = reader.line_num
                if len(row) != width:
                    if not row:
                        continue
                    raise _uneven(line, len(row), width, last=next(reader, None) is None)
                yield line, row
                if not line % EACH:
                    watch(file.tell(), size)
        if self._looked_at() != self._state:
            raise Unreadable(f"{self.path} was changed while it was read. Try again.", NO_FILE)
        watch(size, size)

    def _looked_at(self) -> tuple[int, int, int]:
        try:
            found = os.stat(self.path)  # noqa: PTH116  # a path that is no text raises here too
        except (OSError, ValueError) as error:
            raise self._not_read(error) from None
        if not stat.S_ISREG(found.st_mode):
            raise Unreadable(f"{self.path} is not a file. Give one that is on the disk.", NO_FILE)
        if found.st_size > LARGEST:
            raise Unreadable(
                f"{self.path} is larger than {LARGEST >> 20} MB; no published file is. "
                "Choose the file as it was downloaded."
            )
        return found.st_size, found.st_mtime_ns, found.st_ino

    def _opened(self) -> BinaryIO:
        try:
            return self.path.open("rb")
        except (OSError, ValueError) as error:
            raise self._not_read(error) from None

    def _not_read(self, error: Exception) -> Unreadable:
        if isinstance(error, OSError):
            return Unreadable(f"{self.path} cannot be read: {reason(error)}.", NO_FILE)
        return Unreadable("That cannot be the name of a file.")

    @contextmanager
    def _reading(self, file: BinaryIO) -> Iterator[Reader]:
        """The rows of an opened file. Raises Unreadable, where the file is used, for what is no
        table."""
        csv.field_size_limit(WIDEST_CELL)
        text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
        reader = csv.reader(text, strict=True)
        try:
            yield reader
        except csv.Error as error:
            raise Unreadable(
                f"{self.path}, line {reader.line_num:,}: this row cannot be read ({error}). "
                "Download the file again."
            ) from None
        except UnicodeDecodeError:
            raise Unreadable(
                f"{self.path} is not UTF-8 from about line {reader.line_num + 1:,} on. Use the "
                "file as it was downloaded."
            ) from None
        except OSError as error:
            raise self._not_read(error) from None
        finally:
            text.detach()


def _refuse_cut(file: BinaryIO, size: int) -> None:
    """Raises Unreadable where the last line of a file does not end."""
    if not size or not file.seekable():
        return
    file.seek(-1, os.SEEK_END)
    whole = file.read(1) in b"\r\n"
    file.seek(0)
    if not whole:
        raise Unreadable(
            "The file breaks off: its last line does not end. Download it again, and let the "
            "download come to its end."
        )


def _uneven(line: int, cells: int, width: int, *, last: bool) -> Unreadable:
    if last and cells < width:
        return Unreadable(
            f"The file breaks off in line {line:,}, which has {cells} of {width} cells. Download "
            "it again."
        )
    return Unreadable(
        f"Line {line:,} has {cells} cells, and {width} columns are named. Use the file as it was "
        "downloaded."
    )


def _layout(head: Sequence[str], metrics: Mapping[str, Mapping[str, Any]], path: Path) -> Layout:
    names = tuple(one.strip().casefold() for one in head)
    at = {name: number for number, name in enumerate(names)}
    columns = _metric_columns(at, metrics)
    _refuse_other(at, names, columns, path)
    area = next(one for one in AREAS if one in at)
    keys = {"year", "state", area, "state_name", f"{area}_name", GROUP, GROUPED_BY}
    taken = {one.value for one in columns} | {at[one] for one in (keys | ASIDE) & at.keys()}
    taken |= {place for one in columns for place in (one.low, one.high, one.quality)}
    return Layout(
        names, AREAS[area], at["year"], at["state"], at[area], at["state_name"],
        at[f"{area}_name"], at.get(GROUP, -1), at.get(GROUPED_BY, -1), columns,
        tuple(name for number, name in enumerate(names) if number not in taken),
        tuple(id for id in metrics if id not in {one.id for one in columns}),
    )  # fmt: skip


def _metric_columns(
    at: Mapping[str, int], metrics: Mapping[str, Mapping[str, Any]]
) -> tuple[Column, ...]:
    """The metrics of a file, each by its name or an older one. Raises Unreadable where a file has
    one under two names."""
    found = []
    for id, metric in metrics.items():
        here = [name for name in (id, *metric["columns"]) if name in at]
        if len(here) > 1:
            raise Unreadable(
                f"The columns “{here[0]}” and “{here[1]}” are the same metric in two releases. "
                "Take one of them out."
            )
        for name in here:
            about = (at.get(name + end, -1) for end in (LOW, HIGH, QUALITY))
            found.append(Column(id, metric, at[name], *about))
    return tuple(found)


def _refuse_other(
    at: Mapping[str, int], names: Sequence[str], columns: Sequence[Column], path: Path
) -> None:
    """Raises Unreadable for a file that is none of these, or lacks a key."""
    keys = [one for one in ("year", "state", *AREAS) if one in at]
    if not columns and len(keys) < len(AREAS):
        raise Unreadable(
            f"{path} is not a file of the Mobility Metrics: its first line names no year, no "
            "state, no county or place, and none of the metrics."
        )
    area = next((one for one in AREAS if one in at), "")
    missing = [one for one in ("year", "state", "state_name") if one not in at]
    missing += [f"{area}_name"] if area and f"{area}_name" not in at else []
    missing += [] if area else ["county (or place)"]
    missing += [other for one, other in _PAIRED if one in at and other not in at]
    if missing:
        raise Unreadable(f"The column “{missing[0]}” is missing, so no row can be told apart.")
    if not columns:
        raise Unreadable("No column of the file is a metric that the framework names.")
    if len(at) != len(names):
        twice = next(one for one in names if names.count(one) > 1)
        raise Unreadable(f"Two columns are called “{brief(twice, 40)}”.")


_PAIRED = ((GROUP, GROUPED_BY), (GROUPED_BY, GROUP))
