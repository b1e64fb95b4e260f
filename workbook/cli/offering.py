"""What Tab offers where a word names something of the content, or of the workbook given before.

It never says what went wrong: a shell has no place for that, and the command itself will.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from workbook.cli.problem import code_of
from workbook.cli.settings import here
from workbook.cli.workbooks import reading

if TYPE_CHECKING:
    from workbook.curriculum import Curriculum
    from workbook.plan import Plan

Offer = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]
Named = Iterable[tuple[str, str]]
"""Words, each with what it is called."""
LONGEST = 60
"""Characters of what a word is called."""


def _offer(find: Callable[[click.Context], Named]) -> Offer:
    """Offers the words that begin as the one that is typed."""

    def offer(context: click.Context, _: click.Parameter, begun: str) -> list[CompletionItem]:
        from workbook.kinds.text import brief, visible

        try:
            with context.scope(cleanup=False):
                found = list(find(context))
        except Exception as error:
            if code_of(error) is None:
                raise
            return []
        return [
            CompletionItem(word, help=visible(brief(called, LONGEST)))
            for word, called in found
            if word.startswith(begun)
        ]

    return offer


def _content(find: Callable[[Curriculum], Named]) -> Offer:
    return _offer(lambda _: find(here().curriculum()))


def _plan(find: Callable[[Plan], Named]) -> Offer:
    """Offers what the workbook holds that was named before."""

    def found(context: click.Context) -> Named:
        file = context.params.get("file")
        if not isinstance(file, Path):
            return ()
        with reading(file) as session:
            return list(find(session.plan))

    return _offer(found)


def _records(plan: Plan) -> Iterator[tuple[str, str]]:
    """Every record but what was rated: of that no list is told."""
    from workbook.reading import RATED
    from workbook.records import TYPES

    for type in TYPES.values():
        for one in plan.records(type) if type.type not in RATED else ():
            yield one.id, plan.label(one.id)


def _places(plan: Plan) -> Iterator[tuple[str, str]]:
    """Every question that is answered in place, then every record."""
    for one in plan.curriculum.prompts.values():
        if one.table is None:
            yield one.id, one.name
    yield from _records(plan)


def _types(curriculum: Curriculum) -> Iterator[tuple[str, str]]:
    """Every type of record, then every table that has rows of its own."""
    from workbook.records import TYPES

    for type in TYPES:
        yield type, next((one.name for one in curriculum.tables_of(type)), "")
    yield from ((id, one.name) for id, one in curriculum.tables.items() if one.of == "row")


STEPS = _content(lambda content: ((id, one.name) for id, one in content.steps.items()))
CHAPTERS = _content(lambda content: ((one.id, one.name) for one in content.chapters))
FLAVORS = _content(lambda content: ((id, one.name) for id, one in content.flavors.items()))
DOCUMENTS = _content(
    lambda content: ((id, one.name) for id, one in content.companions.documents.items())
)
TYPES = _content(_types)
RECORDS, PLACES = _plan(_records), _plan(_places)
