"""The places of a published file: by code or by name, and which ones are near to what was typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from types import MappingProxyType

from workbook.imports.likeness import folded
from workbook.imports.published import CITY, COUNTY
from workbook.imports.sheet import Unreadable
from workbook.kinds.text import brief, tidy

DIGITS = {COUNTY: 5, CITY: 7}
"""How long a place's code is: two digits of the state, then three or five."""
HALVES = {COUNTY: 3, CITY: 5}
NEAR = 5
"""Places that are offered for one that is not there."""
_KINDS = frozenset(
    (
        "county", "parish", "borough", "city", "town", "village", "municipality", "census", "area",
        "region", "planning", "cdp", "consolidated", "metro", "metropolitan", "government",
        "balance", "unified", "urban", "township",
    )
)  # fmt: skip
"""Words of a name that say what a place is, and that people leave out."""
_NONE: Mapping[str, str] = MappingProxyType({})
_BROKEN = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class Place:
    """A place of a file. code: of the state and the county or city, with its zeros."""

    code: str
    name: str
    state: str

    def __str__(self) -> str:
        return f"{self.name}, {self.state}"


class Unknown(Unreadable):
    """A place that a file does not have. near: those that could be meant."""

    def __init__(self, sentence: str, near: tuple[Place, ...] = ()) -> None:
        super().__init__(sentence)
        self.near = near


class Directory:
    """The places that a file was seen to have, each by its newest whole name.

    shorts: how a state's name is shortened, as people type it: MO for Missouri.
    """

    def __init__(self, area: str, shorts: Mapping[str, str] = _NONE) -> None:
        self.area = area
        self.shorts = {folded(name): folded(short) for name, short in shorts.items()}
        self.seen: dict[str, str] = {}
        """The name that a code stood with last, as the file has it."""
        self._named: dict[str, tuple[str, str]] = {}

    def note(self, state: str, half: str, names: tuple[str, str], line: int) -> None:
        """Takes in a code with the names of its place and state, while a file is read.

        Raises Unreadable for what is no code.
        """
        code = state + half
        self.seen[code] = names[0]
        if code not in self._named:
            _refuse_code(state, half, self.area, line)
            self._named[code] = names
        elif _BROKEN not in names[0] and names[0].strip() != "NA":
            self._named[code] = names

    @cached_property
    def places(self) -> dict[str, Place]:
        """All places by code, once the file is read."""
        tidied = (
            (code, [brief(tidy(one), 120) for one in both]) for code, both in self._named.items()
        )
        return {code: Place(code, name or code, state) for code, (name, state) in tidied}

    def find(self, text: str) -> list[Place]:
        """The places that somebody means by a code or a name. Raises Unknown for none."""
        typed = text.strip()
        if re.fullmatch(r"\d+", typed, re.ASCII):
            return [self.by_code(typed)]
        found = self._called(typed)
        if not found:
            raise self._unknown(typed)
        return found

    def by_code(self, code: str) -> Place:
        """The place with a code. Raises Unknown."""
        if code in self.places:
            return self.places[code]
        refuse_shape(code, self.area, self.places)
        near = self._numbered_near(code)
        offer = _offer(near, "Check it, or give the name")
        raise Unknown(f"No {self.area} in the file has the code {code}. {offer}", near)

    def _numbered_near(self, code: str) -> tuple[Place, ...]:
        state = (one for one in self.places.values() if one.code[:2] == code[:2])
        return tuple(sorted(state, key=lambda one: abs(int(one.code) - int(code)))[:NEAR])

    def _called(self, typed: str) -> list[Place]:
        """By the whole name, with or without the state; else without words such as County."""
        want = folded(typed)
        for names in (self._whole, self._bare):
            found = [one for one in self.places.values() if want in names(one)]
            if found:
                return sorted(found, key=str)
        return []

    def _whole(self, one: Place) -> tuple[str, ...]:
        return self._with_state(folded(one.name), one)

    def _bare(self, one: Place) -> tuple[str, ...]:
        kept = " ".join(word for word in folded(one.name).split() if word not in _KINDS)
        return self._with_state(kept, one) if kept else ()

    def _with_state(self, name: str, one: Place) -> tuple[str, ...]:
        state = folded(one.state)
        short = self.shorts.get(state, "")
        return (name, f"{name} {state}", *([f"{name} {short}"] if short else []))

    def _unknown(self, typed: str) -> Unknown:
        want = folded(typed)
        by_name: dict[str, list[Place]] = {}
        for one in self.places.values():
            for name in (*self._whole(one), *self._bare(one)):
                by_name.setdefault(name, []).append(one)
        words = [name for name in by_name if want and name.startswith(want)][:NEAR]
        words += get_close_matches(want, by_name, NEAR, 0.7)
        in_state = [one for one in self.places.values() if folded(one.state) == want]
        near = dict.fromkeys([*(one for name in words for one in by_name[name]), *in_state])
        offered = tuple(near)[:NEAR]
        offer, called = _offer(offered, "Give its code"), brief(typed, 40)
        return Unknown(f"No {self.area} in the file is called “{called}”. {offer}", offered)


def refuse_shape(code: str, area: str, places: Mapping[str, Place]) -> None:
    """Raises Unknown for digits that are no code of a county or a city."""
    whole = DIGITS[area]
    if len(code) == whole:
        return
    if len(code) == whole - 1:
        near = places.get(f"0{code}")
        meant = f"0{code}, {near}" if near else f"0{code}"
        raise Unknown(
            f"{code} has {len(code)} digits: it lost its zero. Write {meant}.",
            (near,) if near else (),
        )
    other = next((kind for kind, digits in DIGITS.items() if len(code) == digits), "")
    if other:
        raise Unknown(
            f"{code} is the code of a {other}, and the file is about {_PLURAL[area]}. Choose the "
            f"published file about {_PLURAL[other]}."
        )
    raise Unknown(
        f"{brief(code, 20)} is no code of a {area}: two digits of the state and {HALVES[area]} of "
        f"the {area}, such as {_SUCH[area]}."
    )


_PLURAL = {COUNTY: "counties", CITY: "cities"}
_SUCH = {COUNTY: "29019", CITY: "2915670"}


def _refuse_code(state: str, half: str, area: str, line: int) -> None:
    for text, digits, what in ((state, 2, "state"), (half, HALVES[area], area)):
        if len(text) == digits and text.isascii() and text.isdigit():
            continue
        lost = text.isascii() and text.isdigit() and len(text) < digits
        why = "lost its zeros, as in a spreadsheet" if lost else f"is not {digits} digits"
        raise Unreadable(
            f"Line {line:,}: the code of the {what}, “{brief(text, 20)}”, {why}. Use the file as "
            "it was downloaded."
        )


def _offer(near: Iterable[Place], else_: str) -> str:
    """Near places as a sentence; else_: what to do where there are none."""
    names = "; ".join(listed(near))
    return f"Near to it: {names}." if names else f"{else_}."


def listed(places: Iterable[Place]) -> Iterator[str]:
    """Places as a person chooses among them: by name and code."""
    return (f"{one} ({one.code})" for one in places)
