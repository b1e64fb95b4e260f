"""The advice on language that stands under a text while it is written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from screens.plain import BODY, INK, MUTED, brief, joined
from workbook.kinds import Line, Lines, Long

if TYPE_CHECKING:
    from screens.fields.editor import Editor
    from workbook.reasoning.language import Advised

PAUSE = 0.6
"""Seconds without a key after which a text is looked at."""
LONGEST = 20_000
"""Characters up to which that is done beside the typing; longer ones are in the list (F6)."""


def is_advised(editor: Editor) -> bool:
    """Whether a field's text is looked at: one in the writer's own words."""
    kind = editor.spot.kind
    return isinstance(kind, Line | Long | Lines) and not kind.spoken


def of_text(editor: Editor) -> list[Advised]:
    """What the text of a field may be looked at for once more, without what is kept."""
    from workbook.reasoning.language import advice_at  # nobody waits for it at the start

    value = editor.kept()
    if value is None or len(str(value)) > LONGEST:
        return []
    return advice_at(editor.plan, editor.spot.id, editor.spot.field)


def line(found: Sequence[Advised]) -> Content:
    """The first of them, what to write instead, and the key to all."""
    if not found:
        return Content("")
    first, more = found[0], len(found) - 1
    instead = first.advice.instead or first.advice.reason
    return joined(
        (f"“{brief(first.piece, 60)}”", BODY),
        (f" → {brief(instead, 160)}" if instead else "", MUTED),
        (f"; and {more} more" if more else "", MUTED),
        ("  F6", f"{INK} bold"),
        (" advice", MUTED),
    )
