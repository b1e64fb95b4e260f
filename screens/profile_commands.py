"""What can be done on the profile of an assessment."""

from __future__ import annotations

from screens.command import Command, ViewCommand


class ProfileCommand(ViewCommand):
    """A command on the profile."""

    of = "profile"


class OpenCondition(ProfileCommand):
    """Open this condition: each item with its level, its evidence and how far raters differ."""

    name, key, label, does = "Open the condition", "enter", "open", "open_condition"


class Rate(ProfileCommand):
    """Rate: alone, several one after another without seeing each other's, or a meeting."""

    name, key, label, does = "Rate", "r", "rate", "rate"


class CloseRound(ProfileCommand):
    """Close the round that is open. Then everyone sees the levels."""

    name, key, label, does = "Close the round", "o", "close round", "close_round"


class Judge(ProfileCommand):
    """Write your own word on this condition: in place, partly, not yet, or you cannot say."""

    name, key, label, does = "Judge this condition", "j", "judge", "judge"


class TalkThrough(ProfileCommand):
    """Talk the round through, item by item on the wall, and write the level that you agree on."""

    name, key, label, does = "Talk it through", "c", "agree", "talk"


class OurLine(ProfileCommand):
    """Draw your own line: where you want this condition to be before you begin, and why."""

    name, key, label, does = "Our own line", "l", "your line", "draw_line"


class GapToStep(ProfileCommand):
    """Make a gap of this condition a step of the preparedness plan."""

    name, key, label, does = "Gap to the preparedness plan", "g", "gap to plan", "plan_gap"


class Times(ProfileCommand):
    """Lay the rounds side by side, or the drawing again."""

    name, key, label, does = "Rounds side by side", "s", "rounds", "show_rounds"


class AsTable(ProfileCommand):
    """Show the profile as a table, or as a drawing again."""

    name, key, label, does = "As a table", "T", "table", "show_table"


class OtherRound(ProfileCommand):
    """Go to an earlier or a later round."""

    name, key, label, does = "Another round", "← →", "round", "later"


class Decide(ProfileCommand):
    """Go on to the decision: any of its four ways may follow any profile."""

    name, key, label, does = "Decide", "d", "decide", "decide"


PROFILE_COMMANDS: tuple[type[Command], ...] = (
    Rate, CloseRound, OpenCondition, Judge, GapToStep, OurLine, TalkThrough, Times, AsTable, Decide,
    OtherRound,
)  # fmt: skip
"""The commands of the profile, in the order of the footer."""
