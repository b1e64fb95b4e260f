"""How a name may be spelled on the command line.

What a person reads is spelled the American way; the names of records and fields in the file were
given with British spelling, and a name in the file is for ever.
"""

from __future__ import annotations

from collections.abc import Callable

_AMERICAN = {"judgment": "judgement", "organization": "organisation"}


def british(name: str) -> str:
    """A name as the file would spell it."""
    for american, kept in _AMERICAN.items():
        name = name.replace(american, kept)
    return name


def kept(name: str, find: Callable[[str], object]) -> str:
    """A field's name as it is kept: the way it is written where there is one of that name (as a
    team's own may be), else as the file spells it. find: raises Unknown for what is none."""
    from workbook.plan import Unknown

    for one in (name, british(name)):
        try:
            find(one)
        except Unknown:
            continue
        return one
    return name
