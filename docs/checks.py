"""Writes docs/checks.md from the table of checks: `make docs`.

What each check says, how grave it is, where it comes from, and what to do about it stands once,
in `workbook/reasoning/checks/`. A test holds the page to it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from workbook.curriculum import Chapter, load
from workbook.reasoning.checks import CHECKS, Check

TO = Path(__file__).parent / "checks.md"
HEAD = """# The checks

<!-- Written by `make docs` from workbook/reasoning/checks/. Edit it there. -->

The workbook holds a plan against these rules while it is written. What they find stands on the
overview, beside each step, and in `workbook check FILE`; a plan can be exported whatever they
find. An **error** is something that cannot be right. A **warning** is a break in the line from
what was heard to who keeps it up, something that a plan needs and that is missing, two things
that do not go together, or a day that has gone by. A **note** is worth a look.

What should come after a record, such as the measure of an action, is asked for once the table
that would hold it has a row, and never in a chapter that you chose to leave out.

A rule that does not fit your place can be set aside where it speaks, with a reason that is kept
in the workbook and shown with it: F5 in the list of checks, or, here in the worked example,

```sh
workbook demo our.workbook.json
workbook check our.workbook.json --take-up activity-without-pay act-mewxcv03
workbook check our.workbook.json --set-aside activity-without-pay act-mewxcv03 --reason "At work"
```

The code and the id are those that `workbook check our.workbook.json` prints in brackets.

A code is never renamed, so a script may name it. *Field paper* is the workbook's own reading of
the field, by its sections; *toolkit* is the chapter of the publisher's toolkit that says so;
*common practice* is what any plan is held to.
"""
_SPOKEN = {
    "it": "…", "at": "…", "why": "why it cannot stand there.", "what": "…", "field": "Lead",
    "left": "somebody has left", "count": "…", "least": "…", "of": "…", "chapter": "…",
}  # fmt: skip
"""What stands in the place of a plan's own names and numbers."""
_WHAT = {
    "broken-reference": "a record that was",
    "conflict": "two people wrote different things",
    "not-known": "“…” is no question here.",
}


def page() -> str:
    """The whole page, chapter by chapter."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield HEAD.rstrip()
    yield f"\nThere are {len(CHECKS)} of them."
    yield from _part("In any chapter", "")
    for one in load().chapters:
        yield from _part(_title(one), one.id)


def _title(chapter: Chapter) -> str:
    return f"Chapter {chapter.number}: {chapter.name}"


def _part(title: str, chapter: str) -> Iterator[str]:
    """One chapter's checks, the gravest first."""
    yield f"\n## {title}"
    for one in CHECKS:
        if one.chapter == chapter:
            yield from _entry(one)


def _entry(check: Check) -> Iterator[str]:
    yield f"\n### {check.code}"
    yield f"\n{_said(check)} *({check.severity}; {check.source})*"
    yield f"\n**What to do:** {check.mend}"


def _said(check: Check) -> str:
    """A check's sentence, with dots where a place's name stands."""
    return check.sentence.format(**_SPOKEN | {"what": _WHAT.get(check.code, "…")})


def main(to: Path) -> None:
    """Writes the page and says where."""
    to.write_text(page(), encoding="utf-8")
    print(f"{to} is written")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else TO)
