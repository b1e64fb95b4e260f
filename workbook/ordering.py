"""Where a record stands in its table: a fractional string, so that one move is one change."""

from __future__ import annotations

import secrets

from fractional_indexing import FIError, generate_key_between

_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
"""Base 32 without letters that are read as others."""


def new_id(prefix: str) -> str:
    """An id that nobody else can have made: three letters and eight random characters."""
    return prefix + "-" + "".join(secrets.choice(_LETTERS) for _ in range(8))


def between(before: str | None, after: str | None) -> str:
    """A place after `before` and before `after`; a place written by hand that is none is passed."""
    low = before if before and _is_place(before) else None
    high = after if after and _is_place(after) and (low is None or after > low) else None
    return str(generate_key_between(low, high))


def _is_place(order: str) -> bool:
    try:
        generate_key_between(order, None)
    except (FIError, IndexError, ValueError):
        return False
    return True
