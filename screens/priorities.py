"""The priorities on their weighted criteria."""

from __future__ import annotations

from typing import ClassVar

from screens.command import Command
from screens.priority_commands import PRIORITY_COMMANDS
from screens.weighed import WeighedView
from workbook.reasoning.weighing import PRIORITIES, Subject


class PrioritiesView(WeighedView):
    """Your priorities on your own criteria: each score, how much it counts, and what that comes
    to, part by part. Under it stands how little would change what comes first: talk about that,
    and do not nudge a score until a favorite leads."""

    view: ClassVar[str] = "priorities"
    called: ClassVar[str] = "Priorities weighed"
    asks: ClassVar[str] = "What comes first, and why"
    subject: ClassVar[Subject] = PRIORITIES
    table_id: ClassVar[str] = "priorities"
    empty: ClassVar[str] = (
        "Your priorities stand here on criteria of your own. None yet. + adds one: a condition of "
        "life here that you will try to change together."
    )

    def commands(self) -> tuple[type[Command], ...]:
        return PRIORITY_COMMANDS
