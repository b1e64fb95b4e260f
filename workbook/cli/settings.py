"""What holds for every command: whose edits, which day, whose content, how much is said."""

from __future__ import annotations

import datetime
import getpass
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbook.cli.problem import Problem

if TYPE_CHECKING:
    from workbook.curriculum import Curriculum
    from workbook.plan import Plan


@dataclass
class Settings:
    """The options that every command takes, as given; an environment variable stands in."""

    content: str = ""
    who: str = ""
    date: str = ""
    quiet: bool = False
    debug: bool = False

    def name(self) -> str:
        """Whose edits these are, without what no text can hold. Raises Problem for no name."""
        from workbook.kinds.text import tidy

        given = tidy(self.who or os.environ.get("WORKBOOK_AS", "") or _login())
        if not given.strip() or "\n" in given.strip() or len(given) > 200:
            raise Problem("A name (--as) is one line of at most 200 characters, not only spaces.")
        return " ".join(given.split())

    def today(self) -> datetime.date:
        """The day that this runs on. Raises Problem for what is no day."""
        given = self.date or os.environ.get("WORKBOOK_DATE", "")
        if not given:
            return datetime.date.today()  # noqa: DTZ011  # the user's own day is meant
        try:
            return datetime.date.fromisoformat(given)
        except ValueError:
            where = "--date" if self.date else "WORKBOOK_DATE"
            raise Problem(f"{where} takes a day such as 2027-06-30, not “{given[:40]}”.") from None

    def day_of(self, plan: Plan) -> datetime.date:
        """The day that a plan is read on: the one given, else the plan's own, else today."""
        given = self.date or os.environ.get("WORKBOOK_DATE", "")
        return self.today() if given else plan.as_of or self.today()

    def curriculum(self) -> Curriculum:
        """All content, with the team's own folder laid over it. Raises ContentError."""
        from workbook.curriculum import recall

        over = self.content or os.environ.get("WORKBOOK_CONTENT", "")
        return recall(Path(over) if over else None)

    def note(self, text: str) -> None:
        """Says something on standard error that is no error, unless it is to be quiet."""
        from workbook.kinds.text import visible

        if not self.quiet:
            print(visible(text), file=sys.stderr)


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "someone"


def here() -> Settings:
    """The settings of the running command."""
    return click.get_current_context().ensure_object(Settings)


def _noted(context: click.Context, option: click.Parameter, value: Any) -> None:
    if value and option.name:
        setattr(context.ensure_object(Settings), option.name, value)


def options(*, hidden: bool) -> list[click.Parameter]:
    """The options of every command. They stand before the verb or after it."""

    def one(*names: str, **more: Any) -> click.Option:
        return click.Option(
            names, hidden=hidden, expose_value=False, callback=_noted, default=None, **more
        )

    return [
        one(
            "--content",
            metavar="DIR",
            help="A folder of content, laid over ours (WORKBOOK_CONTENT).",
        ),
        one(
            "--as",
            "who",
            metavar="NAME",
            help="Whose edits these are (WORKBOOK_AS). Else your login name.",
        ),
        one("--date", metavar="DAY", help="The day this is done on (WORKBOOK_DATE). Else today."),
        one("--quiet", is_flag=True, help="Say nothing but errors."),
        one("--debug", is_flag=True, help="Show where in the program an error came from."),
    ]
