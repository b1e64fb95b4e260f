"""The words that the program itself says in a plan: those of `map.toml`, which may be laid over."""

from __future__ import annotations

import re
from collections.abc import Mapping

from workbook.kinds.numbers import last_day


class Wording:
    """The program's words by their key, with what stands in braces filled in."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self._words = words

    def __call__(self, key: str, **values: object) -> str:
        text = self._words[key]
        for name, value in values.items():
            text = text.replace(f"{{{name}}}", str(value))
        return text

    def date(self, value: str) -> str:
        """A kept date as a reader of the plan reads it; as it is where it is none."""
        last, form = last_day(value), _FORMS.fullmatch(value)
        if last is None or form is None:
            return value
        year = form["year"]
        if form["quarter"]:
            return self("quarter", quarter=form["quarter"], year=year)
        if not form["month"]:
            return year
        month = self("months").split(",")[last.month - 1].strip()
        if not form["day"]:
            return self("month", month=month, year=year)
        return self("day", day=last.day, month=month, year=year)


_FORMS = re.compile(
    r"(?P<year>\d{4})(-(?P<quarter>Q\d)|-(?P<month>\d\d)(-(?P<day>\d\d))?)?", re.ASCII
)
"""2027, 2027-Q3, 2027-06, 2027-06-30: the forms in which a date is kept."""
