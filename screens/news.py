"""What others changed since one was last here, as the overview says it."""

from __future__ import annotations

import datetime
from functools import partial
from typing import TYPE_CHECKING

from screens.command import Command
from screens.marks import Piece
from screens.places import Place
from screens.plain import ACCENT, INK, MUTED, brief, joined
from workbook.history.news import News, news

if TYPE_CHECKING:
    from screens.app import WorkbookApp

NAMED = 3
"""People who are named; of more it is said how many."""


class SeeNews(Command):
    """See what others changed since you were last here, from the first such change on."""

    name, key, label = "What changed since", "h", "what changed"

    @classmethod
    def useful(cls, app: WorkbookApp) -> bool:
        return bool(found(app))

    def run(self, app: WorkbookApp) -> None:
        go(app, found(app))


def found(app: WorkbookApp) -> News:
    """What others changed since this person was last here."""
    session = app.session
    if session is None or session.last_here is None:
        return News()
    last = session.last_here
    return session.once("news", lambda plan: news(session.history.groups(), last, plan.who))


def go(app: WorkbookApp, since: News) -> None:
    """Opens the history at the first change that is new."""
    if since:
        app.visit(Place("history", "", str(since.first)))


def news_lines(app: WorkbookApp, width: int) -> list[Piece]:
    """Who changed how much, in one line; nothing where nothing happened."""
    since = found(app)
    session = app.session
    if not since or session is None or session.last_here is None:
        return []
    head = f"Since you were last here{_day(session.last_here.at)}: "
    room = max(20, width - len(head) - 3)
    who = brief(_who(since), room)
    line = joined((head, MUTED), (who, f"{INK} bold"), ("  h", ACCENT))
    return [(line.truncate(width, ellipsis=True), partial(go, app, since))]


def _day(at: str) -> str:
    """The day of a moment in brackets, with the year where that is another one."""
    try:
        there = datetime.datetime.fromisoformat(at).astimezone()
    except ValueError:
        return ""
    year = f", {there.year}" if there.year != datetime.datetime.now().astimezone().year else ""
    return f" ({there:%b} {there.day}{year})"


def _who(since: News) -> str:
    """The people with how much each changed."""
    parts = [
        f"{brief(name, 30)} changed {count:,} thing{'' if count == 1 else 's'}"
        if number == 0
        else f"{brief(name, 30)} {count:,}"
        for number, (name, count) in enumerate(since.people[:NAMED])
    ]
    others = len(since.people) - NAMED
    return ", ".join(parts) + (f", and {others} more people" if others > 0 else "")
