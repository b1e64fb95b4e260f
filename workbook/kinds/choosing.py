"""Values taken from a list of `content/`: one, several, a level, a score for each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from workbook.kinds.kind import Ground, Invalid, Kind, Option
from workbook.kinds.text import brief
from workbook.kinds.words import Line
from workbook.nearest import meant

UNKNOWN = "unknown"
"""What a scale keeps for "don't know"."""


def _offer(options: Mapping[str, Option]) -> str:
    names = [option.name for option in options.values()]
    return "; ".join(names[:8]) + ("; …" if len(names) > 8 else "")


def find_option(text: str, options: Mapping[str, Option]) -> str:
    """The id of the entry that a person means by its id, name, number or beginning.

    Raises Invalid where none or more than one fits.
    """
    word = text.strip().casefold()
    for option in options.values():
        if word in (option.id.casefold(), option.name.casefold()):
            return option.id
    begins = [o.id for o in options.values() if word and o.name.casefold().startswith(word)]
    if len(begins) == 1:
        return begins[0]
    raise Invalid(_not_there(text, options))


def _not_there(text: str, options: Mapping[str, Option]) -> str:
    hint = meant(text.strip(), [*(one.name for one in options.values()), *options])
    return f"“{brief(text, 40)}” is not in the list.{hint} Choose from: {_offer(options)}."


class YesNo(Kind[bool]):
    """Yes or no; nothing while nobody has said."""

    word = "yes-no"

    def holds(self, value: object) -> bool:
        return isinstance(value, bool)

    def clean(self, value: object, ground: Ground) -> bool | None:
        if not isinstance(value, bool):
            raise Invalid("Answer yes or no.")
        return value

    def parse(self, text: str, ground: Ground) -> bool | None:
        word = text.strip().lower()
        if not word:
            return None
        if word in ("yes", "y", "true", "1"):
            return True
        if word in ("no", "n", "false", "0"):
            return False
        raise Invalid(f"“{brief(text, 30)}” is neither yes nor no.")

    def show(self, value: bool, ground: Ground) -> str:
        return "yes" if value else "no"


class Choice(Kind[str]):
    """One entry of a list."""

    word = "choice"
    needs = ("list",)

    def __init__(self, list: str, doc: str = "", **marks: Any) -> None:
        super().__init__(doc, **marks)
        self.list = list

    def holds(self, value: object) -> bool:
        return isinstance(value, str)

    def clean(self, value: object, ground: Ground) -> str | None:
        if not isinstance(value, str):
            raise Invalid("This takes one entry of its list.")
        if not value.strip():
            return None
        options = ground.options(self.list)
        if value not in options:
            raise Invalid(_not_there(value, options))
        return value

    def parse(self, text: str, ground: Ground) -> str | None:
        return find_option(text, ground.options(self.list)) if text.strip() else None

    def show(self, value: str, ground: Ground) -> str:
        option = ground.options(self.list).get(value)
        return option.name if option else value


class Metric(Line):
    """A published metric by its id, which is shown by its name; or a figure of the team's own."""

    word = "metric"

    def show(self, value: str, ground: Ground) -> str:
        option = ground.options("metrics").get(value)
        return option.name if option else value


class Several(Kind[list[str]]):
    """Any entries of a list, each once, in the list's order."""

    word = "several"
    needs = ("list",)

    def __init__(self, list: str, doc: str = "", **marks: Any) -> None:
        super().__init__(doc, **marks)
        self.list = list

    def holds(self, value: object) -> bool:
        return isinstance(value, list) and all(isinstance(one, str) for one in value)

    def clean(self, value: Any, ground: Ground) -> list[str] | None:
        if not self.holds(value):
            raise Invalid("This takes entries of its list.")
        options = ground.options(self.list)
        for one in value:
            if one not in options:
                raise Invalid(_not_there(one, options))
        return [one for one in options if one in value] or None

    def parse(self, text: str, ground: Ground) -> list[str] | None:
        options = ground.options(self.list)
        parts = [part for part in re.split(r"[;\n]", text) if part.strip()]
        if len(parts) == 1 and "," in text:
            try:
                return [find_option(parts[0], options)]
            except Invalid:
                parts = [part for part in text.split(",") if part.strip()]
        return self.clean([find_option(part, options) for part in parts], ground)

    def show(self, value: list[str], ground: Ground) -> str:
        options = ground.options(self.list)
        return ", ".join(options[one].name if one in options else one for one in value)

    def write(self, value: list[str], ground: Ground) -> str:
        return "; ".join(value)


class Scale(Kind[int | str]):
    """A whole number between two ends, whose words stand in a list; perhaps "unknown"."""

    word = "scale"
    takes = ("min", "max", "list", "unknown")

    def __init__(
        self,
        min: int = 1,
        max: int = 5,
        doc: str = "",
        *,
        list: str = "",
        unknown: bool = False,
        **marks: Any,
    ) -> None:
        super().__init__(doc, **marks)
        self.min, self.max, self.list, self.unknown = min, max, list, unknown

    def holds(self, value: object) -> bool:
        if self.unknown and value == UNKNOWN:
            return True
        return (
            isinstance(value, int) and not isinstance(value, bool) and self.min <= value <= self.max
        )

    def clean(self, value: object, ground: Ground) -> int | str | None:
        if not self.holds(value):
            unknown = f", or “{UNKNOWN}”" if self.unknown else ""
            raise Invalid(f"This takes a whole number from {self.min} to {self.max}{unknown}.")
        return value  # type: ignore[return-value]  # holds() has looked

    def parse(self, text: str, ground: Ground) -> int | str | None:
        word = text.strip()
        if not word:
            return None
        if self.unknown and word.lower() in ("?", UNKNOWN, "don't know"):
            return UNKNOWN
        if re.fullmatch(r"\d{1,3}", word, re.ASCII):
            return self.clean(int(word), ground)
        if not self.list:
            return self.clean(word, ground)
        try:
            level = find_option(word, ground.options(self.list))
        except Invalid as error:
            raise Invalid(f"{error} Or write its number, {self.min} to {self.max}.") from None
        return self.clean(int(level), ground)

    def steps(self, ground: Ground) -> list[Option]:
        """The levels from low to high with their words, and "Don't know" where it is allowed."""
        words = ground.options(self.list) if self.list else {}
        levels = [
            words.get(str(level), Option(str(level), str(level)))
            for level in range(self.min, self.max + 1)
        ]
        return levels + [Option(UNKNOWN, "Don't know")] * self.unknown

    def show(self, value: int | str, ground: Ground) -> str:
        if value == UNKNOWN:
            return "don't know"
        option = ground.options(self.list).get(str(value)) if self.list else None
        return f"{value} {option.name}" if option and option.name != str(value) else str(value)

    def write(self, value: int | str, ground: Ground) -> str:
        return str(value)


class Scores(Kind[dict[str, int]]):
    """A number from 1 to 5 for each entry of a list, such as the criteria for priorities."""

    word = "scores"
    needs = ("list",)

    def __init__(self, list: str, doc: str = "", **marks: Any) -> None:
        super().__init__(doc, **marks)
        self.list = list

    def holds(self, value: object) -> bool:
        return isinstance(value, dict) and all(Scale(1, 5).holds(one) for one in value.values())

    def clean(self, value: Any, ground: Ground) -> dict[str, int] | None:
        if not self.holds(value):
            raise Invalid("This takes a number from 1 to 5 for each entry.")
        options = ground.options(self.list)
        for key in value:
            find_option(str(key), options)
        return {key: value[key] for key in options if key in value} or None

    def parse(self, text: str, ground: Ground) -> dict[str, int] | None:
        options, scores = ground.options(self.list), {}
        for part in filter(str.strip, re.split(r"[;,\n]", text)):
            name, _, number = part.rpartition("=")
            if not number.strip().isdigit():
                raise Invalid("Write each as name=number, such as gap=4; momentum=2.")
            scores[find_option(name, options)] = int(number)
        return self.clean(scores, ground)

    def show(self, value: dict[str, int], ground: Ground) -> str:
        options = ground.options(self.list)
        return ", ".join(
            f"{options[key].name if key in options else key} {score}"
            for key, score in value.items()
        )

    def write(self, value: dict[str, int], ground: Ground) -> str:
        return "; ".join(f"{key}={score}" for key, score in value.items())
