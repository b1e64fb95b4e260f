"""Who of the register is shown on the stakeholder map."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbook.plan import Plan
    from workbook.reasoning.stakeholders import Mark

EVERYONE, MEMBERS, TO_INVITE = "everyone", "members", "not members yet"
AMONG = (EVERYONE, MEMBERS, TO_INVITE)
"""The filters by how far the invitation is, in the order in which the key turns them."""
FIELDS = ("name", "organisation", "role", "sector", "status", "stance")
"""What a text is looked for in."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which marks are shown. among: one of AMONG. text: in small letters; a number means the mark
    of that number; "" shows all."""

    among: str = EVERYONE
    text: str = ""

    def fits(self, plan: Plan, mark: Mark) -> bool:
        """Whether a mark is shown."""
        if self.among != EVERYONE and mark.member != (self.among == MEMBERS):
            return False
        if self.text.isdecimal():
            return self.text.lstrip("0") == str(mark.number)
        return not self.text or self.text in _words(plan, mark).casefold()

    def turned(self) -> Filter:
        """The next one by how far the invitation is."""
        return replace(self, among=AMONG[(AMONG.index(self.among) + 1) % len(AMONG)])

    def with_text(self, text: str) -> Filter:
        """This one with another text."""
        return replace(self, text=text.strip().casefold())

    def kept(self) -> str:
        """This filter as one word, to come back to."""
        return f"{AMONG.index(self.among)}{self.text}"

    @classmethod
    def read(cls, kept: str) -> Filter:
        """The filter of such a word; everyone for ""."""
        number = int(kept[:1]) if kept[:1] in ("0", "1", "2") else 0
        return cls(AMONG[number], kept[1:])

    def said(self) -> str:
        """The filter in words, after a count of people; "" where all are shown."""
        among = "" if self.among == EVERYONE else f", {self.among}"
        return among + (f" with “{self.text}”" if self.text else "")


def _words(plan: Plan, mark: Mark) -> str:
    record = plan.record(mark.id)
    return " ".join(plan.shown(record, one) for one in FIELDS) if record else ""
