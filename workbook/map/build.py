"""The Mobility Action Plan as a document: the outline of map.toml, filled from a plan."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace

from workbook.curriculum import COMMUNITY, EDITIONS, MapSection, Slot
from workbook.map.companions import for_everyone
from workbook.map.figures import unsourced
from workbook.map.gaps import Lack, find, is_short
from workbook.map.mentions import mentions
from workbook.map.outline import (
    Block,
    Break,
    Document,
    Inlines,
    Missing,
    Note,
    Paragraph,
    Section,
    Text,
    words,
)  # fmt: skip
from workbook.map.public import Public
from workbook.map.showing import Showing
from workbook.map.slots import fill, is_filled
from workbook.plan import Plan

TECHNICAL, PUBLIC = EDITIONS


def build(
    plan: Plan, *, date: datetime.date, edition: str = TECHNICAL, draft: bool | None = None
) -> Document:
    """The plan as a document of that day.

    edition: "technical" is the whole plan; "public" the one for everyone, whose paragraphs are its
    own and which names nobody. draft: True writes a working draft with its gaps named, False
    leaves gaps out with their headings, None does the first while one of the minimum sections is
    empty. Raises ValueError for another edition.
    """
    if edition not in EDITIONS:
        raise ValueError(f"No edition is called {edition}.")
    if edition != TECHNICAL:
        return for_everyone(plan, date=date, draft=draft)
    return _Maker(plan, Showing(Public(plan))).document(date, draft)


def lacks(plan: Plan, edition: str = TECHNICAL) -> list[Lack]:
    """What an edition of the MAP still lacks, in the order of its outline."""
    if edition != TECHNICAL:
        return list(build(plan, date=plan.today, edition=edition, draft=True).gaps)
    showing = Showing(Public(plan))
    parts = _parts_of(plan)
    return find(plan.curriculum, {one.id: is_filled(showing, plan, one) for one in parts})


def _parts_of(plan: Plan) -> Iterator[Slot]:
    """The slots of the plan, in the order of the outline."""
    return (one for section in plan.curriculum.sections for one in section.parts)


def fingerprint(plan: Plan) -> str:
    """A hash of what the plan says: the same until a word of the whole plan changes, for whatever
    tool it is written. Its day is no part of it; what is worked out for that day is."""
    return _Maker(plan, Showing(Public(plan))).fingerprint()


class _Maker:
    """Makes the whole plan."""

    def __init__(self, plan: Plan, showing: Showing) -> None:
        self.plan, self.showing, self.sections = plan, showing, plan.curriculum.sections
        self.filled = {one.id: fill(showing, plan, one) for one in _parts_of(plan)}
        self.lacks = find(plan.curriculum, self.filled)

    def document(self, date: datetime.date, draft: bool | None) -> Document:
        if draft is None:
            draft = any(is_short(one, self.filled) for one in self.sections)
        say, missing = self.showing.words, {one.slot: one for one in self.lacks}
        head: list[Block] = [Note(say("note"), (Text(say("draft")),))] if draft else []
        day = say.date(date.isoformat())
        head += [Paragraph((Text(say("as_of", date=day)),)), Break()]
        body = [*self._body(missing if draft else {}), self._colophon()]
        made = Document(
            self._title(), date, TECHNICAL, draft, (*head, *body),
            gaps=tuple(self.lacks) if draft else (), left_out=() if draft else tuple(self.lacks),
            withheld=tuple(self.showing.withheld), notes=tuple(self.showing.notes),
        )  # fmt: skip
        told = (*made.notes, *mentions(self.plan, made), *unsourced(made))
        return replace(made, notes=told)

    def _colophon(self) -> Section:
        """How to tell whether two copies of the whole plan say the same."""
        say = self.showing.words
        text = Text(say("colophon_text", hash=self.fingerprint()))
        return Section("colophon", say("colophon"), (Paragraph((text,)),))

    def fingerprint(self) -> str:
        """As the function of this name."""
        said = "\n".join(words((Paragraph(self._title()), *self._body({}))))
        return hashlib.sha256(said.encode(errors="replace")).hexdigest()

    def _title(self) -> Inlines:
        community = self.showing.view.answer(COMMUNITY)
        if not community:
            return (Text(self.showing.words("untitled")),)
        before, _, after = self.showing.words("title").partition("{community}")
        return (Text(before), Text(community), Text(after))

    def _body(self, missing: Mapping[str, Lack]) -> Iterator[Section]:
        """The sections that have something to show. missing: the gaps to be named."""
        for section in self.sections:
            blocks = tuple(self._parts(section, missing))
            if blocks:
                yield Section(section.id, section.title, blocks)

    def _parts(self, section: MapSection, missing: Mapping[str, Lack]) -> Iterator[Block]:
        for part in section.parts:
            blocks = self.filled.get(part.id, ())
            if part.id in missing:
                blocks = (self._gap(missing[part.id]),)
            if blocks and part.title:
                yield Section(part.id, part.title, blocks)
            else:
                yield from blocks

    def _gap(self, lack: Lack) -> Missing:
        said = self.showing.words("missing", number=lack.chapter.number, step=lack.step.name)
        return Missing(lack.step.id, said)


__all__ = ["Lack", "build", "fingerprint", "lacks"]
