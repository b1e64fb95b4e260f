"""What help says beyond a screen's own words: of the field with the cursor, and of the terms of the
field that stand on the screen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from textual.widgets import Static

from screens.ledger import Ledger
from workbook.curriculum.language import expression
from workbook.kinds import Kind, Ref, Refs, Who
from workbook.kinds.choosing import Choice, Scale, Scores, Several, YesNo
from workbook.kinds.numbers import Date, Money, Number
from workbook.kinds.words import Line, Lines, Long

if TYPE_CHECKING:
    from screens.frame import View
    from workbook.curriculum import Curriculum, Step, Word

MOST = 12
"""How many terms are explained."""
HOW: dict[type[Kind[Any]], str] = {
    Date: "A date: June 30, 2027, 6/30/2027, or less exact: June 2027, 2027-Q3, 2027.",
    Money: "An amount in whole units, such as 12,500; no cents.",
    Number: "A number, such as 40 or 3.5.",
    Scale: "The arrow keys or a number choose a level; Del takes it away.",
    Scores: "↑ ↓ choose a criterion, a number gives its score; Del takes it away.",
    YesNo: "The arrow keys, or y and n, choose; Del takes it away.",
    Several: "Enter opens the list; Enter marks each one, Tab is done.",
    Choice: "The arrow keys or a number choose; where the list is long, Enter opens it.",
    Who: "Enter opens the list of people; typing finds one, or adds a name that is not there yet.",
    Ref: "Enter opens the list; typing finds a row, or makes one that is not there yet.",
    Refs: "Enter opens the list; typing finds a row, or makes one; Tab is done.",
    Long: "A text of any length. A blank line parts paragraphs; “- ” begins an item of a list.",
    Lines: "One line for each.",
    Line: "One line of text.",
}
"""How a value of each kind is written."""


def how(kind: Kind[Any]) -> str:
    """How a value of this kind is written, "" for one that is not typed."""
    return next((said for one, said in HOW.items() if isinstance(kind, one)), "")


def terms(curriculum: Curriculum, step: Step | None, view: View | None) -> list[Word]:
    """The step's own terms, and those that stand on the screen, in their order there."""
    own = list(step.words) if step else []
    shown = "\n".join(_texts(view)) if view else ""
    met = ((_pattern(one).search(shown), one) for one in curriculum.words.values())
    found = sorted(((at.start(), one.id) for at, one in met if at), key=lambda pair: pair[0])
    others = [curriculum.words[id] for _, id in found if curriculum.words[id] not in own]
    return [*own, *others][: max(MOST, len(own))]


def _texts(view: View) -> Iterator[str]:
    """What a screen shows, without what is typed in its fields."""
    yield view.__doc__ or ""
    for one in view.query(Static):
        yield str(one.content)
    for ledger in view.query(Ledger):
        yield ledger.render().plain


def _pattern(word: Word) -> re.Pattern[str]:
    name = re.escape(word.word.partition(" (")[0]).replace(r"\ ", " ")
    return expression(word.explain or (f"{name}s?",))
