"""`status`: where the plan stands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from workbook.cli.streams import publish, publish_json
from workbook.cli.verb import FILE, verb
from workbook.cli.workbooks import reading

AS_JSON = click.option("--json", "as_json", is_flag=True, help="Write JSON.")


@verb("status", "workbook status our.workbook.json", "workbook status our.workbook.json --json")
@FILE
@AS_JSON
def status_(file: Path, as_json: bool) -> None:
    """Say what is done, what is next and what lacks."""
    from workbook.kinds.text import visible
    from workbook.reasoning.status import status

    with reading(file) as session:
        found = status(session.plan)
    if as_json:
        publish_json(found)
    else:
        publish(visible("\n".join(_told(found))) + "\n")


def _told(found: dict[str, Any]) -> Iterator[str]:
    """The state in lines, one thing a line."""
    names = {one["id"]: one["name"] for one in found["steps"]}
    yield found["community"] or "A workbook without a name"
    yield ""
    for one in found["chapters"]:
        steps = "step" if one["of"] == 1 else "steps"
        yield f"Chapter {one['number']}, {one['name']}: {one['done']} of {one['of']} {steps}"
    yield from _coalition(found["coalition"])
    yield from _figures(found["figures"])
    if following := found["next"]:
        yield ""
        yield f"Next ({names[following['step']]}): {following['text']}. {following['reason']}"
    else:
        yield ""
        yield "Every step that your door leads to holds enough."
    if found["lacks"]:
        yield ""
        yield "Not yet written in the MAP:"
        numbers = {one["id"]: one["number"] for one in found["chapters"]}
        for one in found["lacks"]:
            where = f"chapter {numbers[one['chapter']]}, {names[one['step']]}"
            yield f"- {one['title']} ({where})"


def _coalition(found: dict[str, Any]) -> Iterator[str]:
    """Who is at the table, in counts, and who is missing; nothing while there are no members."""
    if not found["members"]:
        return
    share, missing = found["share_power"], found["missing"]
    yield ""
    yield f"Coalition: {found['members']} members; share power with {_shared(share)}"
    for kind, said in (("sector", "Nobody yet from"), ("group", "Nobody yet of")):
        if names := [one["name"] for one in missing if one["kind"] == kind]:
            yield f"{said}: {', '.join(names)}"


def _figures(found: dict[str, Any]) -> Iterator[str]:
    """How many published figures there are, of which places and years, and which are weak."""
    if not found["count"]:
        return
    places, (first, last) = ", ".join(found["places"]) or "no place", found["years"]
    span = first if first == last else f"{first} to {last}"
    yield ""
    yield (
        f"Figures: {found['count']} for {places}, newest values of {span}. Source: "
        f"{'; '.join(found['sources']) or 'not named'}"
    )
    if found["weak"]:
        yield f"Weak, {found['warning']}: {'; '.join(found['weak'])}"


def _shared(share: dict[str, int]) -> str:
    """With how many members power is to be shared, and with how many who are none yet."""
    others = f", and {share['others']} not members yet" if share["others"] else ""
    return f"{share['members']} of them{others}"
