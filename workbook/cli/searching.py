"""`find`: where words stand in answers, records and guidance."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbook.cli.problem import FOUND, Problem
from workbook.cli.settings import here
from workbook.cli.streams import publish, publish_json
from workbook.cli.verb import FILE, verb
from workbook.cli.workbooks import reading

if TYPE_CHECKING:
    from workbook.plan import Plan
    from workbook.search import Found, Hit

SCHEMA = "find/1"
SORTS = ("answers", "records", "guidance")
MOST = 20
"""Of each sort that are printed where nobody says how many."""


@verb(
    "find",
    "workbook find our.workbook.json late bus",
    "workbook find our.workbook.json transportation --in records",
    "workbook find our.workbook.json power --in guidance --most 5",
    "workbook find our.workbook.json ruiz --json",
)
@FILE
@click.argument("words", nargs=-1, required=True, metavar="WORD...")
@click.option("--in", "sort", type=click.Choice(SORTS), help="Look there alone.")
@click.option("--most", type=click.IntRange(min=1), metavar="N", help="At most N of each.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON, by default of all.")
def find_(
    file: Path, words: tuple[str, ...], sort: str | None, most: int | None, as_json: bool
) -> int:
    """Find where words stand: in answers, in records, and in the guidance.

    Each word has to be there; its beginning is enough, and capitals, accents and a slip of the
    finger do not matter. What fits best comes first, with its id and field, by which get and set
    know it. Nothing private is looked through, and nobody is named who has not agreed to it; the
    app finds that too. Like grep it ends with 1 where nothing is found.
    """
    text = " ".join(words)
    with reading(file) as session:
        found = _found(session.plan, text, sort, most or (None if as_json else MOST))
    if found.words == ():
        raise Problem("There is no word in that to look for; give letters or numbers.")
    if as_json:
        publish_json(_data(found))
    else:
        _tell(found, text)
    return 0 if found.hits else FOUND


def _found(plan: Plan, text: str, sort: str | None, most: int | None) -> Found:
    from workbook.map.public import Public
    from workbook.search import SORTS, Search
    from workbook.worked_example import worked_example

    example = None if plan.as_of else worked_example(plan.curriculum, plan.today)
    sorts = [one for one in SORTS if sort in (None, one)]
    return Search(Public(plan), example).find(text, sorts, most)


def _data(found: Found) -> dict[str, Any]:
    """What was found as `--json` writes it; counts: of each sort, whether or not it is listed."""
    return {
        "schema": SCHEMA,
        "words": list(found.words),
        "counts": dict(found.counts),
        "meant": found.meant or None,
        "hits": [_entry(one) for one in found.hits],
    }


def _entry(one: Hit) -> dict[str, Any]:
    """id: of guidance, its step; field: of a record, or the question that guidance is about; page:
    of the guidance beside a step; at: where the words stand in the line, in characters, from and
    to; near: whether they are there with a slip alone."""
    return {
        "in": one.sort,
        "id": one.id,
        "field": one.field or None,
        "page": one.page or None,
        "step": one.step or None,
        "title": one.title.text,
        "what": one.what,
        "name": one.name,
        "line": one.line.text,
        "at": [list(met) for met in one.line.met],
        "near": one.near,
    }


def _tell(found: Found, text: str) -> None:
    from workbook.kinds.text import brief, visible

    publish("".join(visible(line) + "\n" for one in found.hits for line in _lines(one)))
    for sort, count in found.counts.items():
        listed = sum(one.sort == sort for one in found.hits)
        if count > listed:
            here().note(f"{count - listed:,} more in {sort}; --most {count} prints all.")
    if not found.hits:
        meant = f" Did you mean “{found.meant}”?" if found.meant else ""
        here().note(f"Nothing holds “{brief(text, 60)}”.{meant}")


def _lines(one: Hit) -> Iterator[str]:
    """What was found and where, and under it the line with the words."""
    where = f"step {one.id}" if one.sort == "guidance" else one.id
    place = " ".join(filter(None, (where, one.field or one.page)))
    what = f"{one.what}: " if one.what not in ("", one.title.text) else ""
    yield f"{what}{one.title.text} [{place}]"
    if one.adds:
        name = "" if one.name in ("", one.title.text) else f"{one.name}: "
        yield f"    {name}{one.line.text}"
