"""How much a finding of the checks matters. It stands alone, so that the command line can name it
without reading a rule."""

from __future__ import annotations

from typing import Literal

Severity = Literal["error", "warning", "note"]
GRAVITY: tuple[Severity, ...] = ("note", "warning", "error")
"""The least first."""
