"""Where a record stands in its table: a fractional string, so that one move is one change."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from fractional_indexing import FIError, generate_key_between, generate_n_keys_between

LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
"""Base 32 without letters that are read as others."""


def new_id(prefix: str) -> str:
    """An id that nobody else can have made: three letters and eight random characters."""
    return prefix + "-" + "".join(secrets.choice(LETTERS) for _ in range(8))


def after(order: str) -> str:
    """A place after another; a place written by hand that is none is passed."""
    return str(generate_key_between(order if _is_place(order) else None, None))


def placed(orders: Sequence[str], at: int) -> dict[int, str]:
    """New places, by index, so that what stands at index `at` comes to stand there.

    That is one, unless neighbours share a place, as two people make who add at once, or have none
    that can be used: then those get a new one too, as few as will do.
    """
    first = last = at
    while first and not _is_place(orders[first - 1]):
        first -= 1
    low = orders[first - 1] if first else None
    while last + 1 < len(orders) and not _is_after(orders[last + 1], low):
        last += 1
    high = orders[last + 1] if last + 1 < len(orders) else None
    fresh = generate_n_keys_between(low, high, last - first + 1)
    return dict(zip(range(first, last + 1), fresh, strict=True))


def _is_after(order: str, low: str | None) -> bool:
    return _is_place(order) and (low is None or order > low)


def _is_place(order: str) -> bool:
    try:
        generate_key_between(order, None)
    except (FIError, IndexError, ValueError):
        return False
    return True
