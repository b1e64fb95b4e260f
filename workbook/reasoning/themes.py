"""What people said, by what it is about: who said it, and what it leads to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from workbook.reading import Reading
from workbook.records.data import Finding, Insight
from workbook.records.engagement import Heard

Said = Insight | Heard


@dataclass(slots=True)
class Theme:
    """A theme as it was written first. said: its insights and what was heard. leads_to: the
    findings that rest on any of it, for or against, and what else changed because of it."""

    name: str
    said: list[Said] = field(default_factory=list)
    leads_to: list[str] = field(default_factory=list)

    @property
    def key(self) -> str:
        """What is the same for the same theme, whatever capitals or spaces; "" for none."""
        return folded(self.name)

    @property
    def groups(self) -> list[str]:
        """The community groups that spoke of it, each once."""
        return list(dict.fromkeys(one.group for one in self.said if one.group))

    @property
    def most(self) -> float | None:
        """The largest number of people that one of its entries counts. Entries are not added up:
        the same people may stand in several."""
        counts = (one.how_often if isinstance(one, Insight) else one.how_many for one in self.said)
        return max((one for one in counts if one is not None), default=None)

    @property
    def predictors(self) -> list[str]:
        """The predictors that its insights speak to."""
        spoken = (one.predictor for one in self.said if isinstance(one, Insight))
        return list(dict.fromkeys(one for one in spoken if one))

    @property
    def unasked(self) -> int:
        """How many quotations stand in it of which nobody agreed, or wrote down that they did."""
        mine = (one for one in self.said if isinstance(one, Insight))
        return sum(bool(one.quote) and one.may_quote is not True for one in mine)


def themes(reading: Reading) -> list[Theme]:
    """The themes of all insights and of what was heard, those that most was said of first; last
    what has no theme."""
    found: dict[str, Theme] = {}
    said: Sequence[Said] = [*reading.records(Insight), *reading.records(Heard)]
    for one in said:
        name = " ".join((one.theme or "").split())
        found.setdefault(folded(name), Theme(name)).said.append(one)
    evidence = [(f.id, {*(f.evidence_for or ()), *(f.evidence_against or ())})
                for f in reading.records(Finding)]  # fmt: skip
    for theme in found.values():
        ids = {one.id for one in theme.said}
        rests_on_it = [id for id, rests in evidence if ids & rests]
        changed = [id for one in theme.said if isinstance(one, Heard) for id in one.changed or ()]
        theme.leads_to = list(dict.fromkeys([*rests_on_it, *changed]))
    return sorted(found.values(), key=lambda one: (not one.key, -len(one.said)))


def folded(name: str) -> str:
    """A theme's name without the ways of writing it."""
    return " ".join(name.casefold().split())
