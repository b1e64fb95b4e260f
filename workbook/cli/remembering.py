"""`history` and `snapshot`: who changed what and when, and states that are kept under a name."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbook.cli import offering
from workbook.cli.problem import Problem
from workbook.cli.settings import here
from workbook.cli.streams import publish, publish_json
from workbook.cli.verb import FILE, verb
from workbook.cli.workbooks import reading

if TYPE_CHECKING:
    from workbook.history.past import Past
    from workbook.history.recalling import Recalled, Recalling
    from workbook.reasoning.telling.told import Told

SCHEMA = "history/1"
SNAPSHOTS = "snapshots/1"
PRIVATE = click.option(
    "--with-private", "private", default="", metavar="FIELD,…",
    help="Private fields that are told all the same; all means each of them.",
)  # fmt: skip
"""The private fields that somebody asks for."""


def asked(private: str) -> set[str]:
    """The private fields that are named, with commas between them."""
    return {one.strip() for one in private.split(",") if one.strip()}


@verb(
    "history",
    "workbook history our.workbook.json --last 20",
    "workbook history our.workbook.json act-7k3m9q2d            of one row",
    "workbook history our.workbook.json vision.statement        of one answer",
    'workbook history our.workbook.json --by "Ben Ode" --since 2027-06-01',
    "workbook history our.workbook.json --json",
)
@FILE
@click.argument("id", default="", shell_complete=offering.PLACES)
@click.option("--by", metavar="NAME", help="Only what this person changed.")
@click.option("--since", metavar="DAY", help="Only from this day on.")
@click.option("--last", type=click.IntRange(min=1), metavar="N", help="Only the newest N.")
@PRIVATE
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
def history_(
    file: Path,
    id: str,
    by: str | None,
    since: str | None,
    last: int | None,
    private: str,
    as_json: bool,
) -> None:
    """Tell who changed what, from what to what, and when, the newest last.

    Each line begins with a number, by which compare and restore find what stood there then. What
    is private is left out, and so are votes: with a name they would say who gave which level.
    """
    with reading(file) as session:
        from workbook.history.points import Points
        from workbook.history.recalling import recalling

        past = Points(session).past
        tells = recalling(past, session.plan.curriculum, private=asked(private))
        if id and not _is_known(past, id):
            session.plan.kind(id)
        found = _chosen(past, tells, id=id, by=by, since=_day(since))
        hidden: list[Recalled] = []
        newest = list(islice(_seen(found, hidden), last))[::-1]
    if as_json:
        publish_json({"schema": SCHEMA, "edits": [_entry(one) for one in newest]})
    else:
        _tell(newest)
    if count := sum(one.hidden for one in (*hidden, *newest)):
        here().note(f"Not told: {count:,} of what is private, or of votes.")


def _seen(found: Iterator[Recalled], hidden: list[Recalled]) -> Iterator[Recalled]:
    """What is told; what is not goes to `hidden`."""
    for one in found:
        if one.told:
            yield one
        elif one.hidden:
            hidden.append(one)


def _is_known(past: Past, id: str) -> bool:
    """Whether the workbook or its history has this id."""
    edits = (edit.id for group in past.groups for edit in group.edits)
    return any(id in table for table in past.held.values()) or id in edits


def _chosen(
    past: Past, tells: Recalling, *, id: str, by: str | None, since: datetime.date | None
) -> Iterator[Recalled]:
    """What is asked for, the newest first; each is put into words when it is taken."""
    from workbook.history.past import of_record, when

    for group in reversed(past.groups):
        at = when(group)
        if since and at and at.date() < since:
            continue
        if by is not None and group.who.casefold() != by.strip().casefold():
            continue
        if mine := of_record(group, id) if id else group:
            yield tells.recalled(mine)


def _day(text: str | None) -> datetime.date | None:
    if text is None:
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise Problem(f"--since takes a day such as 2027-06-30, not “{text[:40]}”.") from None


def _tell(newest: list[Recalled]) -> None:
    from workbook.kinds.text import visible

    publish("".join(visible(_line(one)) + "\n" for one in newest))
    if not newest:
        here().note("The history tells of no such change.")


def _line(one: Recalled) -> str:
    """One edit: its number, when, who, and what in a sentence."""
    from workbook.history.past import when
    from workbook.reasoning.telling.differences import as_one

    group, at = one.group, when(one.group)
    said = f"{at:%Y-%m-%d %H:%M}" if at else "at no known time"
    back = f" (takes back {group.undoes})" if group.undoes is not None else ""
    return f"{group.number}  {said}  {' '.join(group.who.split())}: {as_one(one.told)}{back}"


def _entry(one: Recalled) -> dict[str, Any]:
    """at: ISO 8601, in UTC. undoes: the number of what it takes back, else null. hidden: how many
    of its changes are not told."""
    from workbook.reasoning.telling.differences import as_one

    return {
        "number": one.group.number,
        "at": one.group.at,
        "who": one.group.who,
        "undoes": one.group.undoes,
        "sentence": as_one(one.told),
        "changes": [change(told) for told in one.told],
        "hidden": one.hidden,
    }


def change(told: Told) -> dict[str, Any]:
    """One change as JSON: where, how, and both values as a person reads them."""
    edit = told.edit
    return {
        "table": edit.table,
        "id": edit.id,
        "field": edit.field or None,
        "step": told.step.id if told.step else None,
        "what": told.what,
        "how": told.how,
        "was": told.was or None,
        "now": told.now or None,
        "gained": list(told.came),
        "lost": list(told.went),
        "sentence": told.sentence,
    }


@verb(
    "snapshot",
    'workbook snapshot our.workbook.json "Board, May 2027"',
    "workbook snapshot our.workbook.json --list",
    'workbook snapshot our.workbook.json --remove "Board, May 2027"',
)
@FILE
@click.argument("name", default="")
@click.option("--list", "list_", is_flag=True, help="List the snapshots, the newest last.")
@click.option("--remove", metavar="NAME", help="Remove a snapshot for good.")
@click.option("--json", "as_json", is_flag=True, help="Write the list as JSON.")
def snapshot_(file: Path, name: str, list_: bool, remove: str | None, as_json: bool) -> None:
    """Keep the plan as it stands now under a name, to compare with it or go back to it later.

    Snapshots stand beside the workbook, in FILE.d, and stay until you remove them.
    """
    if sum(map(bool, (name.strip(), list_ or as_json, remove))) != 1:
        raise Problem("Give the name of a snapshot, --list, or --remove NAME.")
    from workbook.history.points import Points
    from workbook.store.backups import said

    with reading(file) as session:
        points = Points(session)
        kept = points.snapshots
        if remove:
            here().note(f"Removed: “{kept.remove(remove).name}”.")
        elif name.strip():
            here().note(f"Kept: “{kept.keep(name, points.now).name}”.")
        elif as_json:
            entries = [{"name": one.name, "at": one.at.isoformat()} for one in kept.all()]
            publish_json({"schema": SNAPSHOTS, "snapshots": entries})
        else:
            publish("".join(f"{one.name}\t{said(one.at)}\n" for one in kept.all()))
