"""How the edition for everyone reads: its ease by section, sentences that are too long, and words
of the field that it does not explain. Advice, kept with a reason like all advice on language."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from workbook.curriculum import Step
from workbook.curriculum.companions import Part as PartOf
from workbook.curriculum.companions import Source
from workbook.curriculum.language import Advice, expression
from workbook.kinds import Line, Lines, Long
from workbook.map import arranging
from workbook.map.companions import for_everyone, step_of_source
from workbook.map.outline import (
    Block,
    Document,
    Facts,
    List,
    Paragraph,
    Quote,
    Section,
    Strong,
    Table,
)  # fmt: skip
from workbook.map.outline import words as said
from workbook.map.public import Public
from workbook.map.showing import Showing
from workbook.plan import Plan
from workbook.reading import Reading
from workbook.reasoning.language.ease import Ease, ease, words
from workbook.reasoning.language.exempt import blanked
from workbook.reasoning.language.meeting import meetings
from workbook.reasoning.language.sentences import Part, paragraphs, sentences
from workbook.reasoning.language.survey import Advised
from workbook.records import Record
from workbook.records.embarking import Term

LONG, UNEXPLAINED, EASE = "long-sentence", "unexplained", "ease"
"""Ids in language.toml of what is said of such a sentence, of such a word, and of ease."""
ENGLISH = "en"
"""The language that the formulas are for."""
ENDS = (".", "!", "?", ".”", "!”", "?”")
_QUOTED = ("vision_draft",)
"""Records whose words are somebody's own. Those of a key term explain it."""


@dataclass(frozen=True, slots=True)
class Reads:
    """How the edition reads. whole: all of it, None where it is not in English. sections: each by
    its title, with the step on which it is written. standing, kept: long sentences and words that
    are not explained, each at its place."""

    whole: Ease | None
    sections: tuple[tuple[str, str, Ease], ...]
    standing: tuple[Advised, ...]
    kept: tuple[Advised, ...]

    @property
    def summary(self) -> str:
        """All of it in a sentence, "" for no text."""
        parts = []
        if self.whole and self.whole.words:
            parts.append(f"grade {self.whole.grade:.1f}, ease {self.whole.of_100:.0f} of 100")
        long = sum(one.advice.id == LONG for one in self.standing)
        terms = dict.fromkeys(one.advice.word for one in self.standing if one.advice.id != LONG)
        if long:
            parts.append(f"{long} long sentence{'s' * (long > 1)}")
        if terms:
            parts.append(f"not explained: {', '.join(terms)}")
        return f"How the edition for everyone reads: {'; '.join(parts)}." if parts else ""


def reads(plan: Plan, day: datetime.date | None = None) -> Reads:
    """How the edition for everyone reads as it stands, with its gaps left out."""
    view = Public(plan, names=False)
    everyone = plan.curriculum.companions.everyone
    looking = _Looking(view)
    steps = {part.id: _step(plan, part) for part in everyone.parts if looking.is_written(part)}
    made = for_everyone(plan, date=day or plan.today, draft=False)
    sections = tuple(_sections(made, steps))
    english = plan.curriculum.map_words["lang"].startswith(ENGLISH)
    whole = sum((one for _, _, one in sections), Ease()) if english else None
    found = [replace(one, kept=str(plan.answer(one.reason_id) or ""))
             for one in looking.all()]  # fmt: skip
    return Reads(
        whole, sections if english else (),
        tuple(one for one in found if not one.kept), tuple(one for one in found if one.kept),
    )  # fmt: skip


def _step(plan: Reading, part: PartOf) -> str:
    found = (step_of_source(plan.curriculum, one) for one in part.sources)
    step: Step | None = next(filter(None, found), None)
    return step.id if step else ""


def _sections(made: Document, steps: dict[str, str]) -> Iterator[tuple[str, str, Ease]]:
    for one in made.blocks:
        if isinstance(one, Section) and one.slot in steps:
            found = ease(_running(one.blocks))
            if found.words:
                yield one.title, steps[one.slot], found


def _running(blocks: Iterable[Block]) -> Iterator[str]:
    """What is written in sentences, without labels and names."""
    for one in blocks:
        match one:
            case Paragraph(inlines):
                label = isinstance(inlines[0], Strong) if inlines else False
                if text := "".join(said(inlines[label:])).strip():
                    yield text
            case List(items):
                for item in items:
                    yield from _running(item)
            case Quote(inner):
                yield from _running(inner)
            case Facts(facts=facts):
                texts = (text for fact in facts for text in _running(fact.blocks))
                yield from (text for text in texts if text.endswith(ENDS))
            case Table(rows=rows):
                cells = ("".join(said(cell)) for row in rows for cell in row)
                yield from (text for text in cells if text.endswith(ENDS))


class _Looking:
    """Looks at every text that the edition takes. view: the plan without names."""

    def __init__(self, view: Public) -> None:
        self.view, self.showing, self.curriculum = view, Showing(view), view.curriculum
        language = self.curriculum.language
        self.long, self.most = language.plain.get(LONG), language.longest
        self.terms = list(self._terms(language.plain.get(UNEXPLAINED)))

    def _terms(self, like: Advice | None) -> Iterator[Advice]:
        """What is said of each word of the glossary that the team has not explained."""
        own = " · ".join(one.word or "" for one in self.view.records(Term))
        for word in self.curriculum.words.values() if like else ():
            if like and word.explain and not expression(word.explain).search(own):
                id, instead = f"{UNEXPLAINED}-{word.id}", f"{like.instead} {word.meaning}"
                yield replace(like, id=id, word=word.word, find=word.explain, instead=instead)

    def is_written(self, part: PartOf) -> bool:
        """Whether the team wrote anything of a part, which may have words of its own too."""
        places = (place for source in part.sources for place in self._places(source))
        return any(self.view.raw(id, field) is not None for id, field, _ in places)

    def all(self) -> Iterator[Advised]:
        """Each long sentence, and the first place of each word that is not explained."""
        told = set[str]()
        for part in self.curriculum.companions.everyone.parts:
            for source in part.sources:
                for id, field, name in self._places(source):
                    for one in self._look(id, field, name):
                        if one.advice.id == LONG or one.advice.id not in told:
                            told.add(one.advice.id)
                            yield one

    def _places(self, source: Source) -> Iterator[tuple[str, str, str]]:
        prompt = self.curriculum.prompts.get(source.id)
        table = self.curriculum.tables.get(source.id)
        if source.kind == "made":
            step = step_of_source(self.curriculum, source)
            table = step.table if step else None
        if prompt and table is None:
            yield prompt.id, "", prompt.name
        for row in arranging.rows(self.showing, table) if table else ():
            yield from self._fields(row, source.kind == "made")

    def _fields(self, row: Record, plain: bool) -> Iterator[tuple[str, str, str]]:
        table = self.curriculum.home(row)
        fields = [one.id for one in table.fields] if table else []
        for field in ["plain"] if plain else fields:
            yield row.id, field, self.view.place(row.id, field)

    def _look(self, id: str, field: str, name: str) -> Iterator[Advised]:
        kind, value = self.view.kind(id, field), self.view.raw(id, field)
        if not isinstance(kind, Line | Long | Lines) or kind.spoken or not kind.holds(value):
            return
        text = "\n".join(value) if isinstance(kind, Lines) else str(value)
        row = self.view.record(id) if field else None
        if isinstance(row, Term) or (row and row.type in _QUOTED):
            return
        home = self.curriculum.home(row) if row else None
        step = self.curriculum.step_of(home.id if home else id).id
        for start, end, advice in [*self._long(text, isinstance(kind, Lines)), *self._met(text)]:
            yield Advised(id, field, name, text, start, end, advice, step)

    def _long(self, text: str, lines: bool) -> Iterator[tuple[int, int, Advice]]:
        for part in _lines(text) if lines else paragraphs(text):
            for one in sentences(text, part) if self.long else ():
                if self.long and len(words(text[one.start : one.end])) > self.most:
                    yield one.start, one.end, self.long

    def _met(self, text: str) -> Iterator[tuple[int, int, Advice]]:
        for one in meetings(blanked(text, ()), self.terms):
            yield one.start, one.end, one.entry


def _lines(text: str) -> Iterator[Part]:
    start = 0
    for line in text.split("\n"):
        yield Part(start, start + len(line))
        start += len(line) + 1
