"""Where a place stands: its published figures by pillar, beside others, and by groups.

Nothing is added up, weighed or ranked: the framework sets no weights (field paper 2.3).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from workbook.reading import Reading
from workbook.reasoning.figures import LOCAL, Value, metric, newest, values
from workbook.records.data import MetricReading, MetricSeries

MIDDLE = "Median"
"""How the code begins of a series that is the middle of all places."""


@dataclass(frozen=True, slots=True)
class Group:
    """A group's value beside that of everyone, of the same year or its newest before."""

    id: str
    by: str
    name: str
    value: Value


@dataclass(frozen=True, slots=True)
class Beside:
    """Another place's value, or the middle of all, of the same year."""

    name: str
    value: Value
    middle: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """One metric of one place. id: of its series, "" where the place has none. said: what the
    framework says of it, {} for a figure of the team's own. unit: share, dollars and so on."""

    id: str
    name: str
    predictor: str
    said: Mapping[str, Any]
    values: Mapping[str, Value] = field(default_factory=dict)
    beside: Sequence[Beside] = ()
    groups: Sequence[Group] = ()
    source: str = ""
    unit: str = ""

    @property
    def key(self) -> str:
        """What tells it from all others on a screen."""
        return self.id or str(self.said.get("id", self.name))

    @property
    def newest(self) -> Value | None:
        """The newest value, None where there is none."""
        return self.values[max(self.values)] if self.values else None

    @property
    def middle(self) -> Beside | None:
        """The middle of all places."""
        return next((one for one in self.beside if one.middle), None)

    @property
    def alike(self) -> list[Value]:
        """The values that were counted as the newest is, the oldest first."""
        since = str(self.said.get("alike_from") or "")
        return [one for year, one in self.values.items() if year >= since]

    @property
    def own(self) -> bool:
        """Whether the team wrote it itself."""
        return self.newest is not None and self.newest.quality == LOCAL

    @property
    def empty(self) -> str:
        """What its newest value means where that is 0 and no figure; "" for all others."""
        here = self.newest
        return str(self.said.get("zero", "")) if here and here.value == 0 else ""


@dataclass(frozen=True, slots=True)
class Pillar:
    """A pillar with the figures of its predictors, in the framework's order."""

    name: str
    figures: Sequence[Figure]


def places(reading: Reading) -> dict[str, str]:
    """The plan's own places by code, with their names, as imports brought them in."""
    own = (one for one in reading.records(MetricSeries) if not one.peer)
    return {one.place_code: one.geography or one.place_code for one in own if one.place_code}


def pillars(reading: Reading, place: str) -> list[Pillar]:
    """All figures of one place by pillar, then the team's own that belong to no predictor.

    A predictor without any figure stands there with one that has no value.
    """
    shelf = _Shelf(reading, place)
    framework, found = reading.curriculum.framework, []
    for id, pillar in framework["pillar"].items():
        of = [one for one in framework["predictor"].values() if one["pillar"] == id]
        found.append(Pillar(pillar["name"], [fig for one in of for fig in shelf.of(one)]))
    rest = list(shelf.rest())
    return [*found, *([Pillar("Our own figures", rest)] if rest else [])]


def readings(reading: Reading) -> dict[str, MetricReading]:
    """What the team makes of each predictor; of several the last."""
    found = reading.records(MetricReading)
    return {one.predictor: one for one in found if one.predictor}


class _Shelf:
    """The series of a plan, laid out by what they measure."""

    def __init__(self, reading: Reading, place: str) -> None:
        self.reading, self.place = reading, place
        self.whole: dict[str, MetricSeries] = {}
        self.groups: dict[str, list[MetricSeries]] = {}
        self.peers: dict[str, list[MetricSeries]] = {}
        for one in reading.records(MetricSeries):
            self._lay(one, str(metric(reading, one.variable or "").get("id") or one.variable))

    def _lay(self, one: MetricSeries, id: str) -> None:
        if one.peer:
            if not one.subgroup and _alike(one.place_code or "", self.place):
                self.peers.setdefault(id, []).append(one)
        elif one.subgroup and one.place_code == self.place:
            self.groups.setdefault(id, []).append(one)
        elif one.place_code in (self.place, None):
            self.whole.setdefault(id, one)

    def of(self, predictor: Mapping[str, Any]) -> Iterator[Figure]:
        """The figures of a predictor: the published ones, then the team's own."""
        metrics = self.reading.curriculum.framework["metric"].values()
        mine = [one for one in metrics if one["predictor"] == predictor["id"]]
        found = [self._figure(one["id"], one) for one in mine if self._has(one["id"])]
        known = {one["id"] for one in mine}
        found += [
            self._figure(id, {})
            for id, one in self.whole.items()
            if one.predictor == predictor["id"] and id not in known
        ]
        yield from found or [_missing(predictor, mine)]

    def rest(self) -> Iterator[Figure]:
        """The team's own figures of no predictor."""
        predictors = self.reading.curriculum.framework["predictor"]
        for id, one in self.whole.items():
            if one.predictor not in predictors and id not in self.reading.options("metrics"):
                yield self._figure(id, {})

    def _has(self, id: str) -> bool:
        return id in self.groups or bool(id in self.whole and values(self.whole[id]))

    def _figure(self, id: str, said: Mapping[str, Any]) -> Figure:
        whole = self.whole.get(id)
        mine = values(whole) if whole else {}
        year = max(mine, default="")
        return Figure(
            whole.id if whole else "", str(said.get("name") or id),
            str(said.get("predictor") or (whole.predictor if whole else "") or ""), said, mine,
            tuple(self._beside(id, year)), tuple(self._groups(id, year)),
            (whole.source if whole else "") or "",
            str(said.get("unit") or (whole.unit if whole else "") or ""),
        )  # fmt: skip

    def _beside(self, id: str, year: str) -> Iterator[Beside]:
        """Others in the year of our newest value: another year would be another comparison."""
        for one in self.peers.get(id, ()):
            if (value := values(one).get(year)) is not None:
                name = (one.geography or "").partition(",")[0]
                yield Beside(name, value, (one.place_code or "").startswith(MIDDLE))

    def _groups(self, id: str, year: str) -> Iterator[Group]:
        for one in self.groups.get(id, ()):
            found = values(one)
            at = year if year in found else max(found, default="")
            if at:
                yield Group(one.id, one.subgroup_type or "", one.subgroup or "", found[at])


def _missing(predictor: Mapping[str, Any], metrics: Sequence[Mapping[str, Any]]) -> Figure:
    """What stands for a predictor without any figure: what it means, and what the framework warns
    of, which often says why."""
    trap = next((one["trap"] for one in metrics), "")
    said = {"meaning": predictor["meaning"], "trap": trap}
    return Figure("", predictor["name"], predictor["id"], said)


def _alike(code: str, place: str) -> bool:
    """Whether a place, or a middle of places, is of the sort of ours: county beside county."""
    sorts = {5: f"{MIDDLE}-county", 7: f"{MIDDLE}-city"}
    return len(code) == len(place) if code.isdigit() else code == sorts.get(len(place))


@dataclass(frozen=True, slots=True)
class Gap:
    """How far groups of one kind are apart in a figure. groups: of one year, the lowest first."""

    by: str
    groups: Sequence[Group]

    @property
    def low(self) -> Group:
        """The group with the lowest value."""
        return self.groups[0]

    @property
    def high(self) -> Group:
        """The group with the highest value."""
        return self.groups[-1]

    @property
    def weak(self) -> bool:
        """Whether either end is weak."""
        return self.low.value.weak or self.high.value.weak

    @property
    def distance(self) -> float:
        """The difference, in the unit of the figure."""
        return _height(self.high) - _height(self.low)


def gaps(figure: Figure) -> list[Gap]:
    """The groups of each kind of grouping that have a value of the same year, where they are two
    or more; those furthest apart first."""
    kinds: dict[tuple[str, str], list[Group]] = {}
    for one in figure.groups:
        if one.value.number is not None:
            kinds.setdefault((one.by, one.value.year), []).append(one)
    found = [
        Gap(by, tuple(sorted(groups, key=_height)))
        for (by, _), groups in kinds.items()
        if len(groups) > 1
    ]
    return sorted(found, key=lambda one: -one.distance)


def _height(group: Group) -> float:
    return group.value.number or 0.0


def weak(reading: Reading) -> list[MetricSeries]:
    """The plan's own figures whose newest value is weak, groups left out."""
    return [one for one in whole(reading.records(MetricSeries)) if (v := newest(one)) and v.weak]


def sources(reading: Reading) -> list[str]:
    """Who publishes the plan's own figures, each once."""
    found = (one.source or "" for one in whole(reading.records(MetricSeries)))
    return list(dict.fromkeys(filter(None, (one.partition(" (")[0] for one in found))))


def whole(series: Iterable[MetricSeries]) -> Iterator[MetricSeries]:
    """Those of the plan's own places and of everyone who lives there."""
    return (one for one in series if not one.peer and not one.subgroup)
