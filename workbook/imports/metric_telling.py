"""What an import of the Mobility Metrics did, in sentences: what it found, what is missing and why.

Why is said only where the file or the framework says it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from workbook.imports.metric_changes import PUBLISHER, Changes
from workbook.imports.metrics import Taken
from workbook.kinds.text import brief

Metrics = Mapping[str, Mapping[str, Any]]
NAMED = 12
"""Columns or metrics that a sentence names."""
WEAK = 3


def summary(
    taken: Taken, found: Changes, place: str, framework: Mapping[str, Metrics], *,
    done: bool = True,
) -> Iterator[str]:  # fmt: skip
    """What the file says of the plan's own place, what it lacks, and what was done."""
    metrics = framework["metric"]
    yield _found(taken, place, metrics)
    yield from _older_rows(taken, place)
    yield from _quality(taken, place, metrics)
    yield from _missing(taken, place, metrics, framework["predictor"])
    yield from _others(taken, place)
    if taken.layout.unknown:
        yield f"Columns that the framework does not name, left out: {_some(taken.layout.unknown)}."
    yield _done(found, done=done)


def _found(taken: Taken, place: str, metrics: Metrics) -> str:
    here = [one for one in taken.series if one[0] == place]
    groups = {one[2:] for one in here if one[3]}
    ids = {one[1] for one in here}
    predictors = {metrics[one]["predictor"] for one in ids}
    by = f", {_count(len(groups), 'group')}" if groups else ""
    years = sorted(taken.years.get(place, ()))
    span = years[0] if len(years) == 1 else f"{years[0]} to {years[-1]}"
    name = taken.directory.places[place]
    return (
        f"{name} ({place}): {_count(len(ids), 'metric')} of {_count(len(predictors), 'predictor')}"
        f"{by}, {span}. Source: {PUBLISHER}."
    )


def _older_rows(taken: Taken, place: str) -> Iterator[str]:
    """Says where the file has other places in years in which it no longer has this one."""
    mine, newest = max(taken.years.get(place, ("",))), taken.newest
    if mine < newest:
        yield f"The file has this place up to {mine} only, and others up to {newest}."


def _quality(taken: Taken, place: str, metrics: Metrics) -> Iterator[str]:
    newest = {
        id: values[max(values)] for (code, id, _, group), values in taken.series.items()
        if code == place and not group
    }  # fmt: skip
    weak = [metrics[id]["name"] for id, point in newest.items() if point.get("quality") == WEAK]
    if weak:
        yield (
            f"The newest value is weak for {len(weak)} of {len(newest)}: {_some(weak, '; ')}. Do "
            "not act on these alone."
        )


def _missing(taken: Taken, place: str, metrics: Metrics, predictors: Metrics) -> Iterator[str]:
    have = {one[1] for one in taken.series if one[0] == place}
    empty = [one.metric["name"] for one in taken.layout.columns if one.id not in have]
    if empty:
        yield f"No value for this place in any year of the file: {_some(empty, '; ')}."
    if names := _absent(taken, metrics, predictors):
        yield f"The file has no column for: {_some(names, '; ')}."


def _absent(taken: Taken, metrics: Metrics, predictors: Metrics) -> list[str]:
    """The predictors that a file has nothing of, and further metrics; an older form of one that
    is there is not missed."""
    here = {one.id for one in taken.layout.columns}
    read = {metrics[one]["predictor"] for one in here}
    names = [one["name"] for id, one in predictors.items() if id not in read]
    absent = [metrics[one] for one in taken.layout.absent]
    some = [one for one in absent if one["predictor"] in read and one["newer"] not in here]
    return [*names, *(one["name"] for one in some)]


def _others(taken: Taken, place: str) -> Iterator[str]:
    peers = [str(taken.directory.places[one]) for one in taken.years if one != place]
    if peers:
        yield f"To compare with: {_some(peers, '; ')}."
    if taken.medians:
        yield (
            f"Medians of all {_PLURAL[taken.layout.area]} with a strong or marginal value: "
            f"{_count(len(taken.medians), 'metric')}."
        )


_PLURAL = {"county": "counties", "city": "cities"}


def _done(found: Changes, *, done: bool) -> str:
    added, changed = ("added", "updated") if done else ("to add", "to update")
    told = (
        f"{len(found.added):,} series {added}, {len(found.changed):,} {changed}, {found.same:,} "
        "the same as before."
    )
    if found.kept:
        told += f" Years that the file does not have are kept: {_some(found.kept)}."
    return told


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"


def _some(names: Iterable[str] | Sequence[str], mark: str = ", ") -> str:
    """Names in a sentence, the first of them where there are many."""
    all_ = [brief(one, 60) for one in names]
    rest = len(all_) - NAMED
    return mark.join(all_[:NAMED]) + (f" and {rest} more" if rest > 0 else "")
