"""`import metrics`: the Mobility Metrics of a place, from the file that the team downloaded."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbook.cli.problem import Problem
from workbook.cli.settings import here
from workbook.cli.streams import publish
from workbook.cli.verb import FILE, verb
from workbook.cli.watched import watched
from workbook.cli.workbooks import changing, reading

if TYPE_CHECKING:
    from workbook.imports.metric_places import Place
    from workbook.imports.metrics import Taken
    from workbook.imports.published import Published
    from workbook.imports.sheet import Watch
    from workbook.plan import Plan

SLOW = 4 << 20
"""Bytes from which it is said how far the reading is."""
OFFERED = 12
"""Places of one name that are listed."""


@verb(
    "import metrics",
    "workbook import metrics our.workbook.json county_longitudinal.csv --place 29019",
    'workbook import metrics our.workbook.json county_longitudinal.csv --place "Boone County, MO"',
    "workbook import metrics our.workbook.json county_longitudinal.csv --peer 29077 --with-median",
    "workbook import metrics our.workbook.json place_gender_longitudinal.csv --place 2915670",
)
@FILE
@click.argument("source", metavar="CSV", type=click.Path(path_type=Path, readable=False))
@click.option(
    "--place", default="", metavar="PLACE",
    help="The plan's own place: its code (29019 a county, 2915670 a city) or its name. Once it is "
    "in the workbook, it need not be said again.",
)  # fmt: skip
@click.option(
    "--peer", "peers", multiple=True, metavar="PLACE",
    help="A place to compare with; may be given several times.",
)  # fmt: skip
@click.option("--with-median", is_flag=True, help="Take the medians of all places too.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@click.option("--no-input", is_flag=True, help="Ask nothing; what is needed must be given.")
def import_metrics_(
    file: Path, source: Path, place: str, peers: tuple[str, ...], with_median: bool,
    dry_run: bool, no_input: bool,
) -> None:  # fmt: skip
    """Take the Mobility Metrics of your place from a file that the Urban Institute publishes.

    County and city files are read, over the years or the newest, of everyone or by groups; columns
    are found by their names of this and of older releases. Nothing is taken in unless all of it
    can be, and undo takes all of it back. A file taken in again updates the series; what the team
    wrote about a predictor stays.
    """
    from workbook.imports.metric_changes import changes, take_in
    from workbook.imports.metric_telling import summary

    with (reading if dry_run else changing)(file) as session:
        plan = session.plan
        ask = not (no_input or dry_run) and sys.stdin.isatty()
        taken, code = _read(plan, source, place, peers, medians=with_median, ask=ask)
        found = changes(plan, taken, code, source.name)
        if not dry_run:
            take_in(plan, found)
        told = [
            *summary(taken, found, code, plan.curriculum.framework, done=not dry_run),
            *_of_several(plan),
        ]
    _tell(told, dry_run=dry_run)


def _of_several(plan: Plan) -> Iterator[str]:
    """Says so where the workbook has more than one place of its own: one may be a mistake."""
    from workbook.reasoning.metrics import places

    found = places(plan)
    if len(found) > 1:
        yield f"The workbook has {len(found)} places of its own: {'; '.join(found.values())}."


def _read(
    plan: Plan, source: Path, place: str, peers: tuple[str, ...], *, medians: bool, ask: bool
) -> tuple[Taken, str]:
    """What the file says of all places that are wanted, and the code of the plan's own."""
    from workbook.imports.asked import asked_for
    from workbook.imports.metrics import take
    from workbook.imports.published import Published

    published = Published(source, plan.curriculum.framework["metric"])
    with _watched(published) as watch:
        wanted = asked_for(
            plan, published, place, peers,
            choose=lambda text, several: _choose(text, several, ask=ask), watch=watch,
        )  # fmt: skip
    with _watched(published) as watch:
        taken = take(published, wanted.codes, medians=medians or wanted.medians, watch=watch)
    return taken, wanted.own


def _choose(text: str, several: list[Place], *, ask: bool) -> Place:
    """Which of several places of one name is meant."""
    from workbook.imports.metric_places import listed
    from workbook.kinds.text import visible

    offered = list(listed(several))
    more = f" and {len(offered) - OFFERED} more" if len(offered) > OFFERED else ""
    if not ask:
        first = "; ".join(offered[:OFFERED])
        raise Problem(
            f"{len(several)} places are called “{text[:40]}”: {first}{more}. Give the name "
            "with its state, or the code."
        )
    for number, one in enumerate(offered, 1):
        here().note(visible(f"{number}. {one}"))
    said = click.prompt(
        visible(f"Which “{text[:40]}”?"), type=click.IntRange(1, len(several)), err=True
    )
    return several[said - 1]


def _watched(published: Published) -> AbstractContextManager[Watch]:
    return watched(published.size, f"{published.size >> 20} MB", slow=SLOW)


def _tell(told: Sequence[str], *, dry_run: bool) -> None:
    """What was found and done, on standard error; of a dry run as its product."""
    from workbook.kinds.text import visible

    if dry_run:
        publish("".join(f"{visible(one)}\n" for one in (*told, "Nothing was changed.")))
    else:
        for one in told:
            here().note(one)
