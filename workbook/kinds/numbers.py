"""Quantities: numbers, money, dates."""

from __future__ import annotations

import calendar
import datetime
import math
import re
from collections.abc import Mapping
from typing import Any

from workbook.kinds.kind import Ground, Invalid, Kind
from workbook.kinds.text import brief

LARGEST = 2**63 - 1
"""The largest whole number that every reader of the file can hold."""


def _number(value: object) -> int | float:
    """A finite number of at most 64 bits, else Invalid."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Invalid("This takes a number, such as 12 or 3.5.")
    if isinstance(value, float) and not math.isfinite(value):
        raise Invalid("A number must be finite; NaN and infinity are not kept.")
    if abs(value) > LARGEST:
        raise Invalid("That number is too large to keep.")
    return value


_WHOLE = r"(\d{1,3}(,\d{3})+|\d+)"
"""Digits, perhaps with a comma before each three: 3,5 is refused, for who means 3.5 is not to get
35."""


class Number(Kind[float]):
    """A whole or decimal number, within `min` and `max` where they are given.

    decimals: whether it may be a part of one. People are counted in whole ones, and a year (a
    number whose ends have four digits) has no decimals either.
    """

    word = "number"
    takes = ("min", "max", "unit", "decimals")

    def __init__(
        self,
        doc: str = "",
        *,
        min: float | None = None,
        max: float | None = None,
        unit: str = "",
        decimals: bool = True,
        **marks: Any,
    ) -> None:
        super().__init__(doc, **marks)
        self.min, self.max, self.unit = min, max, unit
        self._year = (min or 0) >= 1000 and (max or LARGEST) <= 9999
        self.decimals = decimals and not self._year

    def holds(self, value: object) -> bool:
        return isinstance(value, int | float) and not isinstance(value, bool)

    def clean(self, value: object, ground: Ground) -> float | None:
        number = _number(value)
        if self.min is not None and number < self.min:
            raise Invalid(f"The least here is {self.min:,}.")
        if self.max is not None and number > self.max:
            raise Invalid(f"The most here is {self.max:,}.")
        if not self.decimals and number != int(number):
            raise Invalid(f"This takes no decimals. {self._advice}")
        return number if self.decimals else int(number)

    def parse(self, text: str, ground: Ground) -> float | None:
        bare = text.strip().removesuffix("%").strip()
        if not bare:
            return None
        if not re.fullmatch(rf"[-+]?({_WHOLE}(\.\d*)?|\.\d+)", bare, re.ASCII):
            raise Invalid(f"“{brief(text, 30)}” is not a number. {self._advice}")
        digits = bare.replace(",", "")
        return self.clean(float(digits) if "." in digits else int(digits[:40]), ground)

    def show(self, value: float, ground: Ground) -> str:
        unit = self.unit if self.unit in ("", "%") else f" {self.unit}"
        return f"{value}" if self._year else f"{value:,}{unit}"

    def write(self, value: float, ground: Ground) -> str:
        return str(value)

    @property
    def _advice(self) -> str:
        if self._year:
            return "Write a year such as 2027."
        whole = "Write a whole number such as 12."
        return "Write one such as 12 or 3.5." if self.decimals else whole


class Money(Kind[int]):
    """An amount in whole units of the workbook's one currency."""

    word = "money"

    def holds(self, value: object) -> bool:
        return isinstance(value, int) and not isinstance(value, bool)

    def clean(self, value: object, ground: Ground) -> int | None:
        number = _number(value)
        if number != int(number):
            raise Invalid("Money is kept in whole units; leave the cents out.")
        return int(number)

    def parse(self, text: str, ground: Ground) -> int | None:
        bare = text.strip().removeprefix(ground.currency).strip().lower()
        if not bare:
            return None
        if not re.fullmatch(rf"[-+]?{_WHOLE}|\d+(\.\d+)?k", bare, re.ASCII):
            raise Invalid(
                f"“{brief(text, 30)}” is not an amount. Write one such as 4000 or 45,000."
            )
        if bare.endswith("k"):
            return self.clean(round(float(bare[:-1]) * 1000, 3), ground)
        return self.clean(int(bare.replace(",", "")[:40]), ground)

    def show(self, value: int, ground: Ground) -> str:
        return f"{'−' if value < 0 else ''}{ground.currency}{abs(value):,}"

    def write(self, value: int, ground: Ground) -> str:
        return str(value)


_MONTHS: Mapping[str, int] = {
    word.lower(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, word in enumerate(names)
    if word
} | {"sept": 9}
DATE_FORMS = "June 30, 2027, 6/30/2027, June 2027, or 2027"
"""How a person writes a date, for messages and help."""
_ADVICE = f"Write a date such as {DATE_FORMS}."


class Date(Kind[str]):
    """A day, a month, a quarter or a year, kept as 2027-06-30, 2027-06, 2027-Q3, 2027.

    Between slashes or dashes the month comes before the day, and the year has four digits: the
    convention of the United States, whose counties this is for. 30/6/2027 and 6/7/27 are refused.
    """

    word = "date"

    def holds(self, value: object) -> bool:
        return isinstance(value, str)

    def clean(self, value: object, ground: Ground) -> str | None:
        if not isinstance(value, str):
            raise Invalid(f"This takes a date. {_ADVICE}")
        text = value.strip()
        if not text:
            return None
        return _iso(text) or _written(text) or _refuse(text)

    def show(self, value: str, ground: Ground) -> str:
        """In words; what a file holds in place of a date, such as 2027-13, as it stands there."""
        if last_day(value) is None:
            return value
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            day = datetime.date.fromisoformat(value)
            return f"{calendar.month_name[day.month]} {day.day}, {day.year}"
        if re.fullmatch(r"\d{4}-\d{2}", value):
            return f"{calendar.month_name[int(value[5:])]} {value[:4]}"
        if re.fullmatch(r"\d{4}-Q\d", value):
            return f"{value[5:]} {value[:4]}"
        return value

    def write(self, value: str, ground: Ground) -> str:
        return value


_KEPT = re.compile(r"\d{4}(-(\d\d(-\d\d)?|Q[1-4]))?", re.ASCII)
"""The four forms in which a date is kept."""


def last_day(value: str) -> datetime.date | None:
    """The last day that a kept date can mean, for "is it past?"; None if it is no date."""
    if not _KEPT.fullmatch(value):
        return None
    year, _, rest = value.partition("-")
    try:
        if not rest:
            return datetime.date(int(year), 12, 31)
        if len(rest) == 5:
            return datetime.date.fromisoformat(value)
        month = int(rest[1:]) * 3 if rest.startswith("Q") else int(rest)
        return datetime.date(int(year), month, calendar.monthrange(int(year), month)[1])
    except (ValueError, OverflowError, IndexError):
        return None


def first_day(value: str) -> datetime.date | None:
    """The first day that a kept date can mean; None if it is no date."""
    last = last_day(value)
    if last is None or len(value) == len("2027-06-30"):
        return last
    months = 3 if "Q" in value else 1 if "-" in value else 12
    return last.replace(month=last.month - months + 1, day=1)


def _iso(text: str) -> str | None:
    """The date as it is kept, where it is written in one of the four kept forms."""
    form = re.fullmatch(r"(19|20|21)\d\d(-(\d\d(-\d\d)?|[qQ][1-4]))?", text, re.ASCII)
    return text.upper() if form and last_day(text.upper()) else None


_YEAR, _MONTH, _DAY = r"(?P<year>\d{4})", r"(?P<month>\d{1,2})", r"(?P<day>\d{1,2})"
_NAME, _NTH = rf"(?P<name>{'|'.join(_MONTHS)})\.?", rf"{_DAY}(?:st|nd|rd|th)?"
_GAP = r"(?: ?, ?| )"
_WRITTEN = (
    rf"{_YEAR}-{_MONTH}(?:-{_DAY})?",
    rf"{_MONTH}(?P<by>[/-]){_DAY}(?P=by){_YEAR}",
    rf"{_MONTH}/{_YEAR}",
    rf"{_NAME} ?{_NTH}{_GAP}{_YEAR}",
    rf"{_NTH} {_NAME}{_GAP}{_YEAR}",
    rf"{_NAME}{_GAP}{_YEAR}",
    rf"{_YEAR}{_GAP}{_NAME}(?: {_NTH})?",
    rf"q(?P<quarter>\d){_GAP}{_YEAR}",
    rf"{_YEAR}{_GAP}q(?P<quarter>\d)",
)
"""The forms in which people write a date, in small letters; `Date` says what they mean."""


def _written(text: str) -> str | None:
    """The date as it is kept, where it is written in one of the forms of people."""
    words = " ".join(text.lower().split())
    matches = (re.fullmatch(form, words, re.ASCII) for form in _WRITTEN)
    match = next(filter(None, matches), None)
    if match is None:
        return None
    found = match.groupdict()
    if quarter := found.get("quarter"):
        return _iso(f"{found['year']}-Q{quarter}")
    month = int(found.get("month") or _MONTHS[found["name"]])
    day = f"-{int(found['day']):02}" if found.get("day") else ""
    return _iso(f"{found['year']}-{month:02}{day}")


def _refuse(text: str) -> str:
    raise Invalid(f"“{brief(text, 30)}” is not a date. {_ADVICE}")
