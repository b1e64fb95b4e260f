"""The time of an edit: the one place that reads the clock for it."""

from __future__ import annotations

import datetime


def now() -> str:
    """ISO 8601 in UTC, to the millisecond."""
    here = datetime.datetime.now(datetime.UTC)
    return here.isoformat(timespec="milliseconds").replace("+00:00", "Z")
