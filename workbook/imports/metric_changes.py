"""What a published file would change in a plan, and changing it.

A metric for a group of people is one record with its years. A file answers for the years that it
has for a place, and leaves other years as they were; what the team made of a predictor is never
touched.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from workbook.imports.metric_cells import Point
from workbook.imports.metric_places import DIGITS
from workbook.imports.metrics import Key, Taken
from workbook.records.data import MetricSeries

if TYPE_CHECKING:
    from workbook.plan import Plan

PUBLISHER = "Urban Institute, Mobility Metrics"
"""Who publishes the values, as it is named wherever one stands."""
MIDDLE = "Median"
"""What stands for a place where a series is the middle of all."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What taking a file in would do: series that are new, values by id for those that differ,
    how many stay as they are. kept: years of those that the file does not speak of."""

    added: tuple[Mapping[str, Any], ...] = ()
    changed: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    same: int = 0
    kept: tuple[str, ...] = ()


def own(plan: Plan) -> list[str]:
    """The codes of the plan's own places, as imports brought them in."""
    codes = (one.place_code or "" for one in plan.records(MetricSeries) if not one.peer)
    return list(dict.fromkeys(filter(None, codes)))


def beside(plan: Plan, area: str) -> list[str]:
    """The codes of the places of one sort that the plan compares itself with."""
    codes = (one.place_code or "" for one in plan.records(MetricSeries) if one.peer)
    return [one for one in dict.fromkeys(codes) if one.isdigit() and is_of(one, area)]


def is_of(code: str, area: str) -> bool:
    """Whether a code is of a county or of a city."""
    return len(code) == DIGITS[area]


def middle_code(area: str) -> str:
    """What stands for a place's code where a series is the middle of all of them."""
    return f"{MIDDLE}-{area}"


def changes(plan: Plan, taken: Taken, place: str, file: str) -> Changes:
    """What a file would change. place: the code of the plan's own; all others are peers."""
    held = {_key(one): one for one in plan.records(MetricSeries)}
    added, changed, same, kept = [], dict[str, Mapping[str, Any]](), 0, set[str]()
    for key, values in _incoming(taken, held):
        if key[3] and key[0] != place:
            continue  # the groups of other places are shown nowhere
        record = held.get(_folded(key))
        years = (taken.years.get(key[0]) if _answers(taken, key) else None) or set(values)
        older = _other_years(record, years)
        kept |= older.keys()
        said = _said(plan, taken, key, {**older, **values}, place, file)
        if record is None:
            added.append(said)
        elif (record.values or {}) == said["values"] and bool(record.peer) == bool(said["peer"]):
            same += 1
        else:
            changed[record.id] = said
    return Changes(tuple(added), changed, same, tuple(sorted(kept)))


def _incoming(
    taken: Taken, held: Mapping[Key, MetricSeries]
) -> Iterator[tuple[Key, dict[str, Point]]]:
    """Every series of the file, then those that it has emptied, then the medians."""
    order = {one.id: number for number, one in enumerate(taken.layout.columns)}
    yield from sorted(taken.series.items(), key=lambda one: (order[one[0][1]], one[0][2:]))
    new = {_folded(one) for one in taken.series}
    columns = {one.id for one in taken.layout.columns}
    for key, record in held.items():
        gone = key[0] in taken.years and key[1] in columns and key not in new
        if gone and _answers(taken, key):
            yield (key[0], key[1], record.subgroup_type or "", record.subgroup or ""), {}
    code = middle_code(taken.layout.area)
    yield from (((code, id, "", ""), values) for id, values in taken.medians.items())


def _answers(taken: Taken, key: Key) -> bool:
    """Whether a file also says that there is no value: a file by groups does so for its groups,
    and a value for everyone that it lacks may stand in the file of everyone."""
    if not key[3]:
        return taken.layout.group < 0
    return any(one[2].casefold() == key[2].casefold() for one in taken.series)


def _key(one: MetricSeries) -> Key:
    return _folded(
        (one.place_code or "", one.variable or "", one.subgroup_type or "", one.subgroup or "")
    )


def _folded(key: Key) -> Key:
    return key[0], key[1], key[2].casefold(), key[3].casefold()


def _other_years(record: MetricSeries | None, years: Collection[str]) -> dict[str, Any]:
    values = (record.values if record else None) or {}
    return {year: one for year, one in values.items() if year not in years}


def _said(
    plan: Plan, taken: Taken, key: Key, values: Mapping[str, Point], place: str, file: str
) -> dict[str, Any]:
    """The fields of a series."""
    code, id, grouped_by, group = key
    metric = plan.curriculum.framework["metric"][id]
    found = taken.directory.places.get(code)
    area = taken.layout.area
    return {
        "predictor": metric["predictor"],
        "variable": id,
        "geography": str(found) if found else _MIDDLES[area],
        "place_code": code,
        "subgroup_type": grouped_by,
        "subgroup": group,
        "values": dict(sorted(values.items())),
        "source": f"{PUBLISHER} ({metric['source']})",
        "file": file,
        "imported_on": plan.today.isoformat(),
        "peer": None if code == place else True,
    }


_MIDDLES = {"county": "Median of counties", "city": "Median of cities"}


def take_in(plan: Plan, found: Changes) -> list[str]:
    """Makes the changes, as one that undo takes back whole; gives the ids of the new series.

    Raises Invalid; then nothing has changed.
    """
    return plan.take_in(MetricSeries.type, found.added, found.changed)
