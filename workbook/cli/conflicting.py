"""`conflicts`: what two people wrote at the same place, and the choice between them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbook.cli.problem import Problem
from workbook.cli.settings import here
from workbook.cli.streams import publish, publish_json
from workbook.cli.verb import FILE, verb
from workbook.cli.workbooks import changing, reading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbook.map.public import Public
    from workbook.session import Session
    from workbook.together.clashes import Clash, Hand

SCHEMA = "conflicts/1"
_LONGEST = 600
"""Characters of a value that are printed as text; `--json` has all of it."""


@verb(
    "conflicts",
    "workbook conflicts our.workbook.json",
    "workbook conflicts our.workbook.json workbook.place --keep ours",
    "workbook conflicts our.workbook.json stk-7k3m9q2d role --keep theirs",
    'workbook conflicts our.workbook.json workbook.place --keep "Eastside and the river towns"',
)
@FILE
@click.argument("id", required=False)
@click.argument("field", required=False)
@click.option(
    "--keep", metavar="ours|theirs|both|TEXT", help="What is to stand there; it is settled then."
)
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
def conflicts_(
    file: Path, id: str | None, field: str | None, keep: str | None, as_json: bool
) -> None:
    """List what two people wrote at the same place, or choose between them.

    Ours is what stands in the plan, theirs what was set aside; both puts a text under the other,
    and lists together. What is private is listed without its values: look at them in the app.
    """
    if keep is None:
        if id is not None:
            raise Problem("Say what is to stand there: --keep ours, theirs, both or a text.")
        _list(file, as_json=as_json)
        return
    if id is None:
        raise Problem("Say where: workbook conflicts FILE ID [FIELD] --keep …")
    if as_json:
        raise Problem("--json lists; --keep settles. Give one of them.")
    _settle(file, id, field or "", keep)


def _found(session: Session) -> list[Clash]:
    from workbook.together.clashes import clashes

    return clashes(session.plan, session.history.groups())


# Listing


def _list(file: Path, *, as_json: bool) -> None:
    from workbook.map.public import Public

    with reading(file) as session:
        view = Public(session.plan)
        entries = [_entry(view, one) for one in _found(session)]
    if as_json:
        publish_json({"schema": SCHEMA, "conflicts": entries})
        return
    publish("".join(line + "\n" for one in entries for line in _lines(one)))
    count = len(entries)
    said = f"{count} to settle" if count else "Nothing waits to be settled"
    here().note(f"{said}.")


def _entry(view: Public, one: Clash) -> dict[str, Any]:
    """ours, theirs: text as a person reads it; null for nothing, and where it is private. id: null
    for a record of a round of rating that is open."""
    answer, apart = "." in one.id, one.id in view.hidden
    seen = not apart if one.whole else view.may_show(one.id, one.field)
    return {
        "id": None if apart else one.id,
        "field": None if apart else one.field or None,
        "name": _name(view, one),
        "kind": "edit/remove" if one.whole else "edit/edit",
        "private": not seen,
        "ours": None if one.whole else _value(view, one, one.now),
        "theirs": None if one.whole else _value(view, one, one.other),
        **_hand("ours", one.ours, shown=seen or answer),
        **_hand("theirs", one.theirs, shown=seen or answer),
    }


def _value(view: Public, one: Clash, value: Any) -> str | None:
    return None if value is None else view.worded(one.id, one.field, value)


def _hand(side: str, hand: Hand, *, shown: bool) -> dict[str, str | None]:
    return {
        f"{side}_by": hand.who or None if shown else None,
        f"{side}_at": hand.at or None if shown else None,
    }


def _name(view: Public, one: Clash) -> str:
    if "." in one.id:
        prompt = view.curriculum.prompt(one.id)
        return prompt.name if prompt else one.id
    if one.id in view.hidden:
        return "a record that nobody may see yet"
    name = view.name_of(one.id) or "a record"
    return name if one.whole else f"{name}: {view.field_name(one.id, one.field)}"


def _lines(entry: dict[str, Any]) -> Iterator[str]:
    from workbook.kinds.text import brief, visible

    place = " ".join(filter(None, (entry["id"], entry["field"])))
    yield visible(brief(entry["name"], 160) + (f" [{place}]" if place else ""))
    if entry["kind"] == "edit/remove":
        yield "    One person removed it, another changed it. It is kept."
    elif entry["private"]:
        yield "    Private: both are shown in the app (^p, Conflicts)."
    else:
        for side in ("ours", "theirs"):
            value = entry[side]
            text = "(empty)" if value is None else brief(" ".join(value.split()), _LONGEST)
            yield visible(f"    {side}: {text}{_by(entry, side)}")


def _by(entry: dict[str, Any], side: str) -> str:
    parts = [part for part in (entry[f"{side}_by"], entry[f"{side}_at"]) if part]
    return f" ({', '.join(parts)})" if parts else ""


# Settling


def _settle(file: Path, id: str, field: str, keep: str) -> None:
    from workbook.kinds.text import brief
    from workbook.together.clashes import BOTH, KEEP, TAKE, at, settle, settle_with

    with changing(file) as session:
        found = at(_found(session), id, field)
        if not found:
            place = brief(f"{id} {field}".strip(), 80)
            raise Problem(f"Nothing waits at {place}. workbook conflicts {file} lists what does.")
        if keep not in (KEEP, TAKE, BOTH):
            settle_with(session.plan, found, keep)
        else:
            _one_other(found, keep, KEEP)
            settle(session.plan, found, found[0], keep)
    here().note(f"Settled: {brief(f'{id} {field}'.strip(), 80)}.")


def _one_other(found: Sequence[Clash], keep: str, ours: str) -> None:
    """Raises Problem where several values were set aside and one of them is meant."""
    if keep != ours and len(found) > 1:
        raise Problem(
            f"{len(found)} values were set aside there: choose in the app, or give the text that "
            "is to stand as --keep TEXT."
        )
