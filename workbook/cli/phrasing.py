"""`language`: words in the plan that put the blame on people, and what to write instead."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbook.cli.problem import FOUND, Problem
from workbook.cli.settings import here
from workbook.cli.streams import publish, publish_json
from workbook.cli.verb import FILE, verb
from workbook.cli.workbooks import changing, reading
from workbook.nearest import meant

if TYPE_CHECKING:
    from workbook.map.reads import Reads
    from workbook.plan import Plan
    from workbook.reasoning.language import Advised, Survey

SCHEMA = "language/1"
AROUND = 30
"""Characters of the text that are shown on either side of the words."""


@verb(
    "language",
    "workbook language our.workbook.json",
    "workbook language our.workbook.json --fail-on A      for a script: exit code 1",
    "workbook language our.workbook.json --public         how the edition for everyone reads",
    'workbook language our.workbook.json --keep clients insights.story --reason "Their own word"',
    "workbook language our.workbook.json --keep clients insights.story --everywhere --reason …",
    "workbook language our.workbook.json --take-up clients insights.story",
    'workbook language our.workbook.json --replace clients insights.story --with "families"',
)
@FILE
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
@click.option("--fail-on", type=click.Choice(["A", "B", "C"]), help="Exit with 1 from this on.")
@click.option("--public", is_flag=True, help="How the edition for everyone reads.")
@click.option("--keep", type=(str, str), metavar="WORD PLACE", help="Keep a word at a place.")
@click.option("--everywhere", is_flag=True, help="Keep it in the whole plan, as a word of its own.")
@click.option("--reason", help="Why it is kept.")
@click.option("--take-up", type=(str, str), metavar="WORD PLACE", help="Undo a keeping.")
@click.option("--replace", type=(str, str), metavar="WORD PLACE", help="Write it otherwise.")
@click.option("--with", "instead", metavar="TEXT", help="What to write for the words.")
def language_(
    file: Path,
    as_json: bool,
    fail_on: str | None,
    public: bool,
    everywhere: bool,
    reason: str | None,
    instead: str | None,
    **at: tuple[str, str] | None,
) -> int:
    """Look for words that put the blame on people, and what to write instead.

    Advice with a reason and a source: sources differ, and your team decides. A is a strong
    notice, B a suggestion, C a word to look at where it stands. Left alone is what stands in
    quotation marks or is somebody's own words, names of metrics and programs, and what the team
    keeps: at one place with --keep, with --everywhere as a word of its own (step Messages). With
    --replace the first place of a word in a text is written otherwise; workbook undo takes it back.

    --public is about the edition for everyone: its reading ease (Flesch; 60 to 70 is plain
    English) and grade of school (Kincaid) by section, sentences of more than 25 words, and words
    of the field that it uses and does not explain.
    """
    keep, take_up, replace = at["keep"], at["take_up"], at["replace"]
    doing = [f"--{name.replace('_', '-')}" for name, given in at.items() if given]
    if doing and (as_json or fail_on or public):
        raise Problem(f"{doing[0]} writes; ask for the advice by itself.")
    if len(doing) > 1:
        raise Problem(f"Give {' or '.join(doing)}, not both.")
    if (reason is not None or everywhere) and not keep:
        given = "--everywhere" if everywhere else "--reason"
        raise Problem(f"{given} is about a word that is kept: give --keep WORD PLACE too.")
    if (instead is None) != (replace is None):
        raise Problem("--replace WORD PLACE and --with TEXT go together.")
    if keep and everywhere:
        _keep_everywhere(file, *keep, reason or "")
    elif keep:
        _put(file, *keep, reason or "")
    elif take_up:
        _put(file, *take_up, None)
    elif replace:
        _replace(file, *replace, instead or "")
    else:
        return _report(file, fail_on, as_json=as_json, public=public)
    return 0


def _report(file: Path, fail_on: str | None, *, as_json: bool, public: bool) -> int:
    """Writes the advice; gives the exit code."""
    with reading(file) as session:
        how = _reads(session.plan) if public else None
        found = _survey(session.plan, how)
        severities = list(session.plan.curriculum.language.severities)
    if as_json:
        publish_json(_data(found) | (_eased(how) if how else {}))
    else:
        _tell_ease(how) if how else None
        _tell(found, quiet=public)
    worst = severities[: severities.index(fail_on) + 1] if fail_on in severities else []
    return FOUND if any(one.advice.severity in worst for one in found.standing) else 0


def _reads(plan: Plan) -> Reads:
    from workbook.map.reads import reads

    return reads(plan)


def _survey(plan: Plan, how: Reads | None = None) -> Survey:
    """The advice on the plan; on the edition for everyone alone, where its reading is given."""
    from workbook.map.public import Public
    from workbook.reasoning.language import Survey, survey, words_of

    if how:
        return Survey(how.standing, how.kept)
    return survey(Public(plan), reasons=plan, words=words_of(plan))


def _put(file: Path, word: str, place: str, reason: str | None) -> None:
    """Keeps a word at a place, or takes it up again where there is no reason. Raises Problem."""
    with changing(file) as session:
        one = _found(session.plan, word, place)
        if reason is not None and not reason.strip():
            raise Problem("Say why it is kept: --reason TEXT.")
        if reason is None and not one.kept:
            raise Problem(f"{word} is not kept at {place}.")
        session.plan.put_text(one.reason_id, reason or "")
        here().note(f"{'Kept' if reason else 'Taken up again'}: “{_piece(one)}”, {one.name}.")


def _keep_everywhere(file: Path, word: str, place: str, reason: str) -> None:
    """Adds a word to those that the team keeps in the whole plan. Raises Problem."""
    from workbook.rewording import keep_everywhere

    with changing(file) as session:
        one = _found(session.plan, word, place)
        if not reason.strip():
            raise Problem("Say why it is kept: --reason TEXT.")
        if not one.advice.find or one in _reads(session.plan).standing:
            raise Problem(f"{word} is about this place alone: keep it there, without --everywhere.")
        keep_everywhere(session.plan, one, reason)
        here().note(f"Kept in the whole plan: “{_piece(one)}”.")


def _replace(file: Path, word: str, place: str, text: str) -> None:
    """Writes a text for the words that advice is about. Raises Problem."""
    from workbook.rewording import write

    with changing(file) as session:
        one = _found(session.plan, word, place)
        write(session.plan, one, text)
        here().note(f"Written for “{_piece(one)}”, {one.name}.")


def _found(plan: Plan, word: str, place: str) -> Advised:
    """The advice on a word at a place, given as ID or ID.FIELD. Raises Problem."""
    from workbook.kinds.text import brief

    parts = _survey(plan), _reads(plan)
    all_ = [one for part in parts for one in (*part.standing, *part.kept)]
    for one in all_:
        if one.advice.id == word and place in (one.id, one.place):
            return one
    words = {one.advice.id for one in all_ if place in (one.id, one.place)}
    hint = meant(word, words, else_=" workbook language lists what there is.")
    raise Problem(f"No advice is called “{brief(word, 40)}” at “{brief(place, 40)}”.{hint}")


def _data(found: Survey) -> dict[str, Any]:
    """The advice as `--json` writes it; what is kept stands apart, with its reason."""
    return {
        "schema": SCHEMA,
        "advice": [_entry(one) for one in found.standing],
        "kept": [_entry(one) | {"kept_because": one.kept} for one in found.kept],
    }


def _eased(how: Reads) -> dict[str, Any]:
    """How the edition for everyone reads, as `--json` writes it: ease and grade to one place; all
    null where the plan is not in English."""
    whole = how.whole and how.whole.words and how.whole
    return {
        "ease": round(whole.score, 1) if whole else None,
        "grade": round(whole.grade, 1) if whole else None,
        "sections": [
            {"title": title, "step": step or None, "words": one.words,
             "ease": round(one.score, 1), "grade": round(one.grade, 1)}
            for title, step, one in how.sections
        ],
    }  # fmt: skip


def _tell_ease(how: Reads) -> None:
    if not how.whole or not how.whole.words:
        here().note("Nothing of the edition for everyone can be measured yet.")
        return
    parts = [*((title, one) for title, _, one in how.sections), ("All of it", how.whole)]
    wide = max(len(title) for title, _ in parts)
    for title, one in parts:
        told = f"grade {one.grade:4.1f}   ease {one.of_100:3.0f}   {one.words:5} words"
        publish(f"{title.ljust(wide)}   {told}\n")


def _entry(one: Advised) -> dict[str, Any]:
    """where: the answer or record; field: of a record, else null; start, end: characters of the
    text; source: who advises it."""
    return {
        "word": one.advice.id,
        "severity": one.advice.severity,
        "where": one.id,
        "field": one.field or None,
        "step": one.step or None,
        "start": one.start,
        "end": one.end,
        "text": one.piece,
        "reason": one.advice.reason,
        "instead": one.advice.instead,
        "source": one.advice.source,
    }


def _tell(found: Survey, *, quiet: bool = False) -> None:
    from workbook.kinds.text import visible

    told: set[str] = set()
    lines = [line for one in (*found.standing, *found.kept) for line in _lines(one, told)]
    publish("".join(visible(line) + "\n" for line in lines))
    counts = Counter(one.advice.severity for one in found.standing)
    if counts:
        here().note(", ".join(f"{count} {one}" for one, count in sorted(counts.items())) + ".")
    elif not found.kept and not quiet:
        here().note("No word was met that the language list advises against.")


def _lines(one: Advised, told: set[str]) -> tuple[str, ...]:
    """The words in their sentence, and under it what to write instead, or why they stay. told:
    the ids of the advice whose reason was given already; it is given once."""
    from workbook.kinds.text import brief

    mark = "kept" if one.kept else one.advice.severity
    head = f"{mark}: {_around(one)} [{one.advice.id}, {one.place}]"
    if one.kept:
        return head, f"    Why: {brief(one.kept, 300)}"
    below = [f"    → {one.advice.instead}"] if one.advice.instead else []
    if one.advice.reason and one.advice.id not in told:
        below.append(f"    {one.advice.reason} ({one.advice.source})")
    told.add(one.advice.id)
    return head, *below


def _around(one: Advised) -> str:
    """The words with what stands around them."""
    before = " ".join(one.text[max(0, one.start - AROUND) : one.start].split(" "))
    after = one.text[one.end : one.end + AROUND]
    parts = ("…" * (one.start > AROUND), before, f"»{_piece(one)}«", after)
    return " ".join("".join(parts).split()) + "…" * (one.end + AROUND < len(one.text))


def _piece(one: Advised) -> str:
    from workbook.kinds.text import brief

    return brief(one.piece, 120)
