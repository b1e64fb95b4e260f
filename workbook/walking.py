"""Data walks: stations made from what chapter 4 holds, and their sheets as a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from workbook.exits import WRONG_USE
from workbook.export import keep, path_for
from workbook.kinds.text import brief, first_sentence
from workbook.kinds.words import LINE_LIMIT
from workbook.map import figures
from workbook.map.markdown import write
from workbook.map.sheets import sheets
from workbook.reasoning.engagement import walks
from workbook.records.data import DataSource, MetricReading, MetricSeries
from workbook.records.engagement import Activity, Station

if TYPE_CHECKING:
    from workbook.plan import Plan
    from workbook.session import Session

QUESTIONS = "station-questions"
"""The list of what is asked at a station until the team writes its own."""
DATA_WALK = "data-walk"
ENDING = ".sheets.md"


class NoStations(Exception):
    """There is nothing to print. Its text is a sentence."""

    exit_code = WRONG_USE


def hang(plan: Plan, shown: Sequence[str], activity: str = "") -> list[str]:
    """Makes a station of each of these metrics or sources, as one change, and gives the ids.

    Each has a caption to start from and the questions of the content. activity: the data walk,
    "" for the only one that there is.
    """
    questions = " ".join(one.name for one in plan.options(QUESTIONS).values())
    where = activity or _only_walk(plan)
    added = [
        {"shows": id, "caption": caption(plan, id), "questions": questions}
        | ({"activity": where} if where else {})
        for id in shown
    ]  # fmt: skip
    return plan.take_in(Station.type, added)


def caption(plan: Plan, id: str) -> str:
    """What could stand under a figure, in one line: to start from, not to leave."""
    record = plan.record(id)
    text = plan.label(id)
    if isinstance(record, MetricSeries):
        text = ": ".join(filter(None, (figures.name(plan, record), figures.latest(plan, record))))
    elif isinstance(record, MetricReading) and record.note:
        text = first_sentence(record.note)
    elif isinstance(record, DataSource):
        text = record.question or record.source or text
    return brief(text, LINE_LIMIT)


def _only_walk(plan: Plan) -> str:
    found = [one.id for one in plan.records(Activity) if one.method == DATA_WALK]
    return found[0] if len(found) == 1 else ""


def printed(plan: Plan, activity: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The sheets as Markdown, and what whoever prints them should know, in sentences.

    activity: one data walk by its id; None for all. Raises NoStations.
    """
    found = walks(plan)
    wanted = found if activity is None else [activity] if activity in found else []
    if not wanted:
        named = f"{plan.label(activity)} has" if activity else "This workbook has"
        raise NoStations(f"{named} no stations yet; chapter 3, Data walk, is where they are made.")
    made = [sheets(plan, one) for one in wanted]
    notes = [f"A name was left out, as the person has not agreed to be named: {place}."
             for one in made for place in one.withheld]  # fmt: skip
    notes += [note for one in made for note in one.notes]
    return "\n".join(map(write, made)), tuple(dict.fromkeys(notes))


def sheets_path(workbook: Path) -> Path:
    """Where the sheets of a workbook are written: beside it, as NAME.sheets.md."""
    stem = path_for(workbook).name.removesuffix(".map.md")
    return workbook.with_name(stem + ENDING)


def print_sheets(
    session: Session, *, activity: str | None = None, out: Path | None = None, force: bool = False
) -> tuple[Path, tuple[str, ...]]:
    """Writes the sheets, beside the workbook where no `out` is given; gives where, and notes.

    Raises NoStations, Refused where another file stands there, and StoreError; then nothing was
    written.
    """
    text, notes = printed(session.plan, activity)
    to = out or sheets_path(session.path)
    keep(session, to, text, force=force)
    return to, notes
