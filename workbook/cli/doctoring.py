"""`doctor`: what is wrong with a workbook's file, or with the surroundings, and what mends it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Any

import click

from workbook.cli.problem import FOUND, NO_FILE, Problem
from workbook.cli.settings import here
from workbook.cli.streams import publish, publish_json
from workbook.cli.verb import PATH, verb

if TYPE_CHECKING:
    from workbook.doctor import Report

SCHEMA = "doctor/1"


@verb(
    "doctor",
    "workbook doctor our.workbook.json              mend what is certain",
    "workbook doctor our.workbook.json --dry-run    only look",
    "workbook doctor our.workbook.json --restore    bring back the newest good backup",
    "workbook doctor                                the terminal, the language, the versions",
)
@click.argument("file", type=PATH, required=False)
@click.option("--dry-run", is_flag=True, help="Only look; write nothing.")
@click.option("--restore", is_flag=True, help="Bring back the newest good backup.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
def doctor_(file: Path | None, dry_run: bool, restore: bool, as_json: bool) -> int:
    """Find what is wrong with a workbook's file, and mend what is certain.

    What stood in the file is kept beside it, under a name that is said. What is not certain is
    left and told; where a good backup can help, it is offered. Without FILE it tells about the
    terminal, the language and the versions. Exit code 1: something is left to do.
    """
    if file is None:
        if dry_run or restore:
            raise Problem("--dry-run and --restore are about a file: give its name.")
        return _surroundings(as_json=as_json)
    from workbook.doctor import examine

    report = examine(file, who=here().name(), write=not dry_run, restore=restore)
    if as_json:
        publish_json(_data(report, dry_run=dry_run))
    else:
        _tell(_lines(report, file, dry_run=dry_run))
    if not report.opens and not (dry_run and restore):
        return NO_FILE
    return FOUND if report.left or (dry_run and report.findings) else 0


def _data(report: Report, *, dry_run: bool) -> dict[str, Any]:
    """done: null for what is left. With --dry-run it says what would be done."""
    backup = report.backup
    offered = backup and {
        "file": str(backup.backup.path),
        "at": backup.backup.at.isoformat(timespec="seconds"),
        "answers": backup.answers,
        "records": backup.rows,
        "changes": backup.changes,
    }
    return {
        "schema": SCHEMA,
        "file": str(report.file),
        "dry_run": dry_run,
        "opens": report.opens,
        "written": report.written,
        "kept": str(report.kept) if report.kept else None,
        "findings": [
            {"code": one.code, "text": one.text, "done": one.done or None}
            for one in report.findings
        ],
        "backup": offered,
    }


def _lines(report: Report, file: Path, *, dry_run: bool) -> Iterator[str]:
    mended = "can be mended" if dry_run else "mended"
    for one in report.findings:
        yield f"{mended if one.done else 'left'}: {one.text} {one.done}".rstrip()
    if report.kept:
        yield f"What stood in the file is kept as {report.kept}"
    if report.backup and not report.written:
        yield report.backup.told()
        yield f"To take it: workbook doctor {quote(str(file))} --restore"
    if dry_run and report.findings:
        yield "Nothing was written."


def _tell(lines: Iterator[str]) -> None:
    from workbook.kinds.text import brief, visible

    said = "".join(visible(brief(line, 1000)) + "\n" for line in lines)
    publish(said or "Nothing is wrong with it.\n")


def _surroundings(*, as_json: bool) -> int:
    from workbook.doctor.surroundings import facts

    found = list(facts())
    if as_json:
        entries = [{"what": a.what, "is": a.value, "wrong": a.wrong or None} for a in found]
        publish_json({"schema": SCHEMA, "facts": entries})
    else:
        _tell(f"{one.what}: {one.value}{_but(one.wrong)}" for one in found)
    return FOUND if any(one.wrong for one in found) else 0


def _but(wrong: str) -> str:
    return f" ({wrong})" if wrong else ""
