"""People who are not to be named, and whose name stands in the text all the same.

A name in a field for people is withheld by the public view. A name in a sentence cannot be taken
out without breaking it, so whoever exports is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbook.curriculum import EDITIONS
from workbook.map.outline import Document, words
from workbook.reading import Reading
from workbook.records.coalition import Stakeholder
from workbook.records.embarking import Signatory

TECHNICAL = EDITIONS[0]
_SHORTEST = 4
"""Characters of a name below which it would be found in other words."""


def mentions(plan: Reading, document: Document) -> Iterator[str]:
    """A sentence for each member who did not agree to be named and is; where nobody is to be, for
    each member and signatory."""
    text = "\n".join(words(document)).casefold()
    if document.edition != TECHNICAL:
        members = [one.name for one in plan.records(Stakeholder)]
        people = [*members, *(one.name for one in plan.records(Signatory))]
        names = dict.fromkeys((one or "").strip() for one in people)
        yield from (f"The text names {one}; what is made for everyone names nobody."
                    for one in names if _stands(one, text))  # fmt: skip
        return
    signed = {(one.name or "").casefold() for one in plan.records(Signatory)}
    for one in plan.records(Stakeholder):
        name = (one.name or "").strip()
        if one.may_be_named or name.casefold() in signed:
            continue
        if _stands(name, text):
            yield f"The text names {name}, who has not agreed to be named."


def _stands(name: str, text: str) -> bool:
    """Whether a name stands in a casefolded text as a whole."""
    found = rf"(?<!\w){re.escape(name.casefold())}(?!\w)"
    return len(name) >= _SHORTEST and re.search(found, text) is not None
