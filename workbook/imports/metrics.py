"""The Mobility Metrics of some places: what a published file says of them, read in one pass.

Nothing is taken unless all of it can be.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from workbook.imports.medians import Medians
from workbook.imports.metric_cells import MISSING, Point, point
from workbook.imports.metric_places import Directory
from workbook.imports.published import Layout, Published
from workbook.imports.sheet import Unreadable, Watch
from workbook.kinds.text import brief, tidy

ALL = "all"
"""The subgroup that is the whole population, in small letters."""
YEARS = range(1990, 2101)
Key = tuple[str, str, str, str]
"""What a series is: place, metric, by what it is grouped, the group; the last two "" for all."""


@dataclass(slots=True)
class Taken:
    """What a file says of some places. series: {year: point} by what it is. years: those of which
    the file has a row, by place. medians: of all places, by metric and year. places: all of the
    file."""

    layout: Layout
    directory: Directory
    series: dict[Key, dict[str, Point]] = field(default_factory=dict)
    years: dict[str, set[str]] = field(default_factory=dict)
    newest: str = ""
    medians: dict[str, dict[str, Point]] = field(default_factory=dict)


def directory(
    published: Published, shorts: Mapping[str, str], watch: Watch = lambda done, all: None
) -> Directory:
    """The places of a file. shorts: how the names of states are shortened."""
    layout = published.layout
    found = Directory(layout.area, shorts)
    for line, row in published.rows(watch):
        _note(found, layout, row, line)
    _refuse_empty(found)
    return found


def _refuse_empty(found: Directory) -> None:
    """Raises Unreadable where no row was read."""
    if not found.seen:
        raise Unreadable("The file names its columns and has no row. Download it again.")


def _note(found: Directory, layout: Layout, row: Sequence[str], line: int) -> str:
    """Takes in whom a row is about; gives the code."""
    state, half = row[layout.state], row[layout.place]
    code, name = state + half, row[layout.place_name]
    if found.seen.get(code) != name:
        found.note(state, half, (name, row[layout.state_name]), line)
    return code


def take(
    published: Published,
    codes: Collection[str],
    *,
    medians: bool = False,
    watch: Watch = lambda done, all: None,
) -> Taken:
    """Reads the rows of some places in one pass. medians: also the middle of all places.

    Raises Unreadable for a row of these places that cannot be right, and Unknown (a place that
    the file does not have).
    """
    layout = published.layout
    taken = Taken(layout, Directory(layout.area))
    reader = _Reader(taken)
    middle = Medians(layout) if medians else None
    wanted, seen, newest = frozenset(codes), taken.directory.seen, ""
    state, half, name = layout.state, layout.place, layout.place_name
    for line, row in published.rows(watch):
        code = row[state] + row[half]
        if seen.get(code) != row[name]:
            _note(taken.directory, layout, row, line)
        if code in wanted:
            reader.take(code, row, line)
        if row[layout.year] > newest:
            newest = row[layout.year]
        if middle:
            middle.take(row, line)
    _refuse_empty(taken.directory)
    for one in codes:
        taken.directory.by_code(one)
        reader.refuse_without_all(one)
    taken.newest = newest.strip()
    if middle:
        taken.medians = middle.found()
    return taken


class _Reader:
    """Reads the rows of the places that are wanted, each key once."""

    def __init__(self, taken: Taken) -> None:
        self.taken, self.layout = taken, taken.layout
        self.met: dict[tuple[str, ...], int] = {}
        self.whole: set[str] = set()

    def take(self, code: str, row: Sequence[str], line: int) -> None:
        """Reads one row."""
        year = _year(row[self.layout.year], line)
        grouped_by, group = self._group(row)
        key = (code, year, grouped_by.casefold(), group.casefold())
        if first := self.met.get(key):
            who = f", {group}" if group else ""
            raise Unreadable(
                f"Lines {first:,} and {line:,} both are about {year}{who} of the same place, so "
                "nobody can tell which is right. Use the file as it was downloaded."
            )
        self.met[key] = line
        if not group:
            self.whole.add(code)
        self.taken.years.setdefault(code, set()).add(year)
        for column in self.layout.columns:
            if found := point(column, row, line):
                at = (code, column.id, grouped_by, group)
                self.taken.series.setdefault(at, {})[year] = found

    def _group(self, row: Sequence[str]) -> tuple[str, str]:
        if self.layout.group < 0:
            return "", ""
        group = brief(tidy(row[self.layout.group]), 80)
        if group.casefold() == ALL:
            return "", ""
        return brief(tidy(row[self.layout.grouped_by]), 80).casefold(), group

    def refuse_without_all(self, code: str) -> None:
        """Raises Unreadable where a file by groups has no row of everyone."""
        if code in self.taken.years and code not in self.whole:
            place = self.taken.directory.places[code]
            raise Unreadable(
                f"The file is by groups and has no row “All” for {place}, so a group could not be "
                "set beside everyone. Use the file as it was downloaded."
            )


def _year(text: str, line: int) -> str:
    bare = text.strip()
    if bare.isascii() and bare.isdigit() and len(bare) == 4 and int(bare) in YEARS:
        return bare
    what = "is missing" if bare in MISSING else f"“{brief(text, 20)}” is no year"
    raise Unreadable(f"Line {line:,}: the year {what}. Use the file as it was downloaded.")
