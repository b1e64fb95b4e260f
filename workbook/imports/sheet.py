"""A CSV file as spreadsheets write it: its columns by name, and its rows with their lines.

Commas, semicolons or tabs part the cells, whichever fits the names of the columns. A byte order
mark, Windows line ends and line breaks within a cell are taken as they come.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbook.kinds.text import brief
from workbook.store.failure import reason

LARGEST = 10 << 20
"""Bytes of a file that is read."""
MOST = 10_000
"""Rows of a file; above that a workbook gets slow (store.md 1.3)."""
MARKS = (",", ";", "\t", "|")
"""What may part the cells."""
WRONG_USE, NO_FILE = 2, 3
Watch = Callable[[int, int], object]
"""Is told how much is read, and how much there is in all: bytes, or rows."""
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


class Unreadable(Exception):
    """A file that cannot be read as a table. Its text is a sentence: what, where, what to do."""

    def __init__(self, sentence: str, exit_code: int = WRONG_USE) -> None:
        super().__init__(sentence)
        self.exit_code = exit_code


@dataclass(frozen=True, slots=True)
class Line:
    """A row. number: the line of the file that it begins on, from 1. cells: by column."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table from a file: its columns as they are named there, and its rows."""

    columns: tuple[str, ...]
    lines: tuple[Line, ...]


def load(path: Path) -> bytes:
    """What a file holds. Raises Unreadable where it cannot be read, or is too large."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise Unreadable(f"{path} cannot be read: {reason(error)}.", NO_FILE) from None
    except ValueError:
        raise Unreadable("That cannot be the name of a file.") from None
    return data


def sheet(data: bytes, knows: Callable[[str], bool], *, encoding: str = "utf-8") -> Sheet:
    """The table that a file holds. knows: whether a column's name is one that is looked for.

    Raises Unreadable.
    """
    if len(data) > LARGEST:
        raise Unreadable(
            f"The file is larger than {LARGEST >> 20} MB. Part it into files of fewer rows."
        )
    text = _decoded(data, encoding)
    rows = _rows(text, _mark(text, knows))
    number, header = next(rows, (1, []))
    columns = _columns([one.strip() for one in header], number)
    return Sheet(columns, tuple(_lines(columns, rows)))


def _decoded(data: bytes, encoding: str) -> str:
    if data.startswith(_UTF16):
        raise Unreadable(f"The file is UTF-16. {_SAVE}")
    try:
        return data.decode("utf-8-sig" if encoding == "utf-8" else encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line, start = before.count(b"\n") + 1, before.rfind(b"\n") + 1
        column = len(before[start:].decode(encoding, "replace")) + 1
        raise Unreadable(
            f"Line {line}, character {column}: this is not {encoding.upper()}. {_SAVE}"
        ) from None


_SAVE = (
    "Save it from the spreadsheet as “CSV UTF-8”, or, where it comes from an older Windows "
    "program, import it on the command line with --encoding windows-1252."
)


def _mark(text: str, knows: Callable[[str], bool]) -> str:
    """What parts the cells: that under which most columns are known; of equals, most columns."""

    def fit(mark: str) -> tuple[int, int]:
        header = next(_rows(text, mark, strict=False), (1, []))[1]
        named = [one for one in header if one.strip(" " + "".join(MARKS))]
        return sum(map(knows, named)), len(named)

    return max(MARKS, key=fit)


def _rows(text: str, mark: str, *, strict: bool = True) -> Iterator[tuple[int, list[str]]]:
    """Each row that holds something, with the line that it begins on. Raises Unreadable."""
    csv.field_size_limit(LARGEST)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=strict)
    while True:
        begins = reader.line_num + 1
        try:
            row = next(reader, None)
        except csv.Error as error:
            raise Unreadable(
                f"Line {begins}: this row cannot be read ({error}). Look for a quotation mark that "
                "is not closed, or that stands within a cell."
            ) from None
        if row is None:
            return
        if any(one.strip() for one in row):
            yield begins, row


def _columns(names: Sequence[str], number: int) -> tuple[str, ...]:
    while names and not names[-1]:
        names = names[:-1]
    if not names:
        raise Unreadable("The file is empty. Its first line has to name the columns.")
    for at, name in enumerate(names):
        if not name:
            raise Unreadable(f"Line {number}, column {at + 1}: this column has no name.")
        if name.casefold() in {one.casefold() for one in names[:at]}:
            raise Unreadable(f"Line {number}: two columns are called “{brief(name, 40)}”.")
    return tuple(names)


def _lines(columns: Sequence[str], rows: Iterator[tuple[int, list[str]]]) -> Iterator[Line]:
    for count, (number, row) in enumerate(rows, 1):
        if count > MOST:
            raise Unreadable(f"The file has more than {MOST:,} rows. Part it into several.")
        if any(one.strip() for one in row[len(columns) :]):
            raise Unreadable(
                f"Line {number} has {len(row)} cells, and {len(columns)} columns are named. Put a "
                "cell with a comma in it into quotation marks."
            )
        yield Line(number, dict(zip(columns, row, strict=False)))
