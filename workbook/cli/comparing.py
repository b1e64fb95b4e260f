"""`compare` and `restore`: what changed between two states, and going back to one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbook.cli.remembering import PRIVATE, asked, change
from workbook.cli.settings import here
from workbook.cli.streams import publish, publish_json
from workbook.cli.verb import FILE, verb
from workbook.cli.workbooks import changing, reading

if TYPE_CHECKING:
    from workbook.curriculum import Curriculum
    from workbook.history.points import Point
    from workbook.reasoning.telling.differences import Part
    from workbook.reasoning.telling.told import Told

SCHEMA = "compare/1"


@verb(
    "compare",
    'workbook compare our.workbook.json "Board, May 2027"',
    "workbook compare our.workbook.json 2027-05-01 2027-06-01",
    "workbook compare our.workbook.json 0 > since-we-began.md",
    "workbook compare our.workbook.json older.workbook.json now --json",
)
@FILE
@click.argument("a", metavar="A")
@click.argument("b", metavar="[B]", default="now")
@PRIVATE
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
def compare_(file: Path, a: str, b: str, private: str, as_json: bool) -> None:
    """Say in sentences what changed from A to B, by chapter and step, as Markdown.

    A and B are each a snapshot's name; a day (its end) or a moment such as 2027-05-01T14:30; a
    number of the history (what stood after that change; 0 before the first); another workbook's
    file; or now, which B is where you leave it out. What is private is left out, and the levels
    of a round of rating that is open.
    """
    with reading(file) as session:
        from workbook.history.points import Points
        from workbook.history.recalling import differences
        from workbook.reasoning.telling.differences import parts

        points, curriculum = Points(session), session.plan.curriculum
        one, other = points.find(a), points.find(b)
        told = differences(
            curriculum, one.held, other.held, present=points.now, private=asked(private)
        )
        found, title = parts(told, curriculum), str(session.plan.answer("workbook.community") or "")
    if as_json:
        publish_json(_data(one, other, found))
    else:
        publish("\n".join(_markdown(title, one, other, found)) + "\n")


def _data(one: Point, other: Point, found: list[Part]) -> dict[str, Any]:
    changes = [
        {"chapter": part.chapter.id if part.chapter else None} | change(told)
        for part in found
        for told in part.told
    ]
    return {"schema": SCHEMA, "from": one.name, "to": other.name, "changes": changes}


def _markdown(title: str, one: Point, other: Point, found: list[Part]) -> Iterator[str]:
    """The document: a heading for each chapter and step, a sentence a line under it."""
    from workbook.map.escape import cell, literal

    of = f" in {literal(cell(title))}" if title else ""
    yield f"# What changed{of}"
    yield ""
    yield f"From: {literal(cell(one.name))}. To: {literal(cell(other.name))}."
    if not found:
        yield ""
        yield "Nothing changed that can be told here."
    chapter = None
    for part in found:
        name = f"{part.chapter.number} {part.chapter.name}" if part.chapter else "Elsewhere"
        if name != chapter:
            chapter = name
            yield ""
            yield f"## {name}"
        if part.step:
            yield ""
            yield f"### {part.step.name}"
        yield ""
        yield from (f"- {literal(cell(sentence), start=True)}" for sentence in part.sentences)


@verb(
    "restore",
    'workbook restore our.workbook.json "Board, May 2027" act-7k3m9q2d level',
    "workbook restore our.workbook.json 41 act-7k3m9q2d        the row as after change 41",
    "workbook restore our.workbook.json 2027-05-01 --dry-run   what would change",
    "workbook restore our.workbook.json 2027-05-01             everything",
)
@FILE
@click.argument("from_", metavar="FROM")
@click.argument("id", default="")
@click.argument("field", default="")
@click.option("--dry-run", is_flag=True, help="Only say what would change; write nothing.")
def restore_(file: Path, from_: str, id: str, field: str, dry_run: bool) -> None:
    """Put back one field, one row or everything as it stood at an earlier state.

    FROM is a state as compare takes it. It is a new change, which undo takes back and the history
    tells; nothing of what was written since is lost.
    """
    from workbook.history.points import Points
    from workbook.history.recalling import differences
    from workbook.history.restoring import restore, returned, returning

    with (reading if dry_run else changing)(file) as session:
        points = Points(session)
        curriculum = session.plan.curriculum
        point = points.find(from_)
        edits = returning(session.plan, points.now, point, id, field)
        if not dry_run:
            restore(session.plan, edits)
        after = returned(points.now, edits)
        told = differences(curriculum, points.now, after, present=points.now)
    _say(told, len(edits), curriculum, point, dry_run=dry_run)


def _say(
    told: list[Told], count: int, curriculum: Curriculum, point: Point, *, dry_run: bool
) -> None:
    """What was put back, or would be: the sentences are the product of a dry run."""
    from workbook.kinds.text import visible
    from workbook.reasoning.telling.differences import parts

    if not count:
        here().note(f"Nothing to put back: it stands as it did then ({point.name}).")
        return
    sentences = [one for part in parts(told, curriculum) for one in part.sentences]
    lines = [visible(one) for one in sentences]
    if hidden := count - len(told):
        lines.append(f"{hidden:,} more of what is private or goes along.")
    if dry_run:
        publish("".join(f"{line}\n" for line in lines))
        return
    here().note("\n".join(lines[:20] + [f"… and {len(lines) - 20:,} more."] * (len(lines) > 20)))
