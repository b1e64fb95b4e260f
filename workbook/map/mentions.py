"""People who are not to be named, and whose name stands in the text all the same.

A name in a field for people is withheld by the public view. A name in a sentence cannot be taken
out without breaking it, so whoever exports is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbook.map.outline import Document, words
from workbook.reading import Reading
from workbook.records.coalition import Stakeholder
from workbook.records.embarking import Signatory

_SHORTEST = 4
"""Characters of a name below which it would be found in other words."""


def mentions(plan: Reading, document: Document) -> Iterator[str]:
    """A sentence for each member who did not agree to be named and is."""
    text = "\n".join(words(document)).casefold()
    signed = {(one.name or "").casefold() for one in plan.records(Signatory)}
    for one in plan.records(Stakeholder):
        name = (one.name or "").strip()
        if one.may_be_named or len(name) < _SHORTEST or name.casefold() in signed:
            continue
        if re.search(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", text):
            yield f"The text names {name}, who has not agreed to be named."
