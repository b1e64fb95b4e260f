"""The documents beside the plan, each made from the same view by the same pieces: a preparedness
plan for a team that stops at chapter 1, a charter, a progress report, what a release needs; and in
the same way the edition for everyone."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from workbook.curriculum import COMMUNITY, EDITIONS, Curriculum, Step
from workbook.curriculum.companions import DATE, Companion, Part, Source
from workbook.map import answers, arranging, countdown, lasting, plain, progress, prose, readiness
from workbook.map.gaps import Lack, step_of
from workbook.map.mentions import mentions
from workbook.map.outline import (
    Block,
    Blocks,
    Document,
    Inline,
    Inlines,
    List,
    Missing,
    Note,
    Paragraph,
    Section,
    Table,
    Text,
    words,
)  # fmt: skip
from workbook.map.public import Public
from workbook.map.rows import captioned, stand
from workbook.map.sentences import is_closed
from workbook.map.showing import Showing
from workbook.map.slots import fill
from workbook.plan import Plan

TECHNICAL, PUBLIC = EDITIONS
MADE: Mapping[str, Callable[[Showing, Plan], Blocks]] = {
    "actions": progress.actions,
    "measures": lasting.on_the_way,
    "changes": progress.changes,
    "found": plain.found,
    "doing": plain.doing,
    "release": countdown.table,
}
"""What is worked out, by the name that documents.toml asks for it by."""
_BRACES = re.compile(r"\{(\w+)\}")


def companion(plan: Plan, name: str, *, date: datetime.date, draft: bool | None = None) -> Document:
    """A document beside the plan, as of that day. name: its id in documents.toml.

    draft: True names the parts that are not written yet, False leaves them out, None does the
    first where none of them is written. Raises KeyError for another name.
    """
    found = plan.curriculum.companions.documents[name]
    return _Maker(plan, found, date).document(draft)


def for_everyone(plan: Plan, *, date: datetime.date, draft: bool | None = None) -> Document:
    """The public edition, as of that day. draft: as above, but for None it is one while a part of
    its minimum is not written. What is written of a part only in some places is told as a note."""
    return _Edition(plan, plan.curriculum.companions.everyone, date).document(draft)


def step_of_source(curriculum: Curriculum, one: Source) -> Step | None:
    """Where what a document is made of is written."""
    match one.kind:
        case "slot":
            slots = (part for section in curriculum.sections for part in section.parts)
            return step_of(curriculum, next(s for s in slots if s.id == one.id))
        case "profile":
            return curriculum.rating_step(one.id)
        case "made":
            return curriculum.steps.get(progress.STEPS[one.id])
    return curriculum.step_of(one.id)


class _Maker:
    """Makes one document."""

    def __init__(self, plan: Plan, companion: Companion, date: datetime.date) -> None:
        self.plan, self.companion, self.date = plan, companion, date
        self.showing = Showing(Public(plan, names=not companion.public))
        self.words, self.curriculum = self.showing.words, plan.curriculum
        self.blank: dict[str, None] = {}

    def document(self, draft: bool | None) -> Document:
        made = {part.id: self._made(part) for part in self.companion.parts}
        lacks = {one.slot: one for part in self.companion.parts
                 if part.sources and not made[part.id] and (one := self._lack(part))}  # fmt: skip
        if draft is None:
            short = any(one.minimum for one in lacks.values())
            draft = short or (bool(lacks) and not any(made.values()))
        day = self.words.date(self.date.isoformat())
        head: list[Block] = [Note(self.words("note"), (Text(self.words("draft")),))] * draft
        head.append(Paragraph((Text(self.words("as_of", date=day)),)))
        body = [block for part in self.companion.parts
                for block in self._part(part, made[part.id], lacks if draft else {})]  # fmt: skip
        document = Document(
            self._title(), self.date, PUBLIC if self.companion.public else TECHNICAL, draft,
            (*head, *body), gaps=tuple(lacks.values()) if draft else (),
            left_out=() if draft else tuple(lacks.values()),
            withheld=tuple(self.showing.withheld), notes=tuple(self.showing.notes),
        )  # fmt: skip
        notes = (*document.notes, *self._blanks(), *mentions(self.plan, document))
        return replace(document, notes=(*notes, *self.more(made)))

    def more(self, made: Mapping[str, Blocks]) -> Iterator[str]:
        """What else whoever exports should hear. made: what was written of each part."""
        yield from ()

    def _title(self) -> Inlines:
        if self.showing.view.answer(COMMUNITY):
            return self._filled(self.companion.title)
        return (Text(self.companion.untitled),)

    def _blanks(self) -> Iterator[str]:
        """For each blank in the text, where its answer is written."""
        for name in self.blank:
            id = self.curriculum.companions.blanks[name].answer
            step = self.curriculum.step_of(id)
            prompt, chapter = self.curriculum.prompts[id], self.curriculum.chapter_of(step)
            yield f"A blank is left: {prompt.name} (chapter {chapter.number}, {step.name})."

    # Parts

    def _part(self, part: Part, made: Blocks, lacks: Mapping[str, Lack]) -> Iterator[Block]:
        blocks: Blocks = prose.blocks(part.text, self._filled)
        if part.id in lacks:
            lack = lacks[part.id]
            said = self.words("missing", number=lack.chapter.number, step=lack.step.name)
            blocks = (*blocks, Missing(lack.step.id, said))
        elif made and part.lead:
            blocks = (*blocks, Paragraph(self._filled(part.lead)), *made)
        else:
            blocks = (*blocks, *made)
        if blocks and part.title:
            yield Section(part.id, part.title, blocks)
        else:
            yield from blocks

    def _made(self, part: Part) -> Blocks:
        alone = len(part.sources) == 1
        return tuple(block for one in part.sources for block in self._source(one, alone))

    def _source(self, one: Source, alone: bool) -> Blocks:
        """What a source gives. alone: whether the heading says already what it is."""
        match one.kind:
            case "slot":
                slots = (part for section in self.curriculum.sections for part in section.parts)
                return fill(self.showing, self.plan, next(s for s in slots if s.id == one.id))
            case "table":
                return stand(self.showing, self.curriculum.tables[one.id], self._over(one, alone))
            case "columns":
                found = stand(self.showing, self.curriculum.tables[one.id])
                tables = tuple(block for block in found if isinstance(block, Table))
                return captioned(self._over(one, alone), tables)
            case "names":
                return captioned(self._over(one, alone), self._names(one))
            case "profile":
                return readiness.blocks(self.showing, self.plan, one.id)
            case "made":
                return MADE[one.id](self.showing, self.plan)
        return self._answer(one, alone)

    def _over(self, one: Source, alone: bool) -> str:
        """What stands over a table, "" where the heading does."""
        table = self.curriculum.tables[one.id]
        form = self.curriculum.forms.get(table.of)
        title = table.lead or (form.title if form else "") or table.name
        titles = {part.title for part in self.companion.parts if one in part.sources}
        return "" if alone or title in titles else title

    def _names(self, one: Source) -> Blocks:
        found = arranging.rows(self.showing, self.curriculum.tables[one.id])
        names = [name for row in found if (name := self.showing.name(row))]
        items = tuple((Paragraph(self.showing.read(one)),) for one in names)
        return (List(items),) if items else ()

    def _answer(self, one: Source, alone: bool) -> Blocks:
        prompt = self.curriculum.prompts[one.id]
        if answers.is_sentence(prompt):
            lead = prompt.lead or f"{prompt.name}: {{value}}."
            return answers.sentences(self.showing, [replace(prompt, lead=lead)])
        if not alone:
            return answers.whole(self.showing, replace(prompt, lead=prompt.lead or prompt.name))
        if prompt.table:
            return stand(self.showing, prompt.table)
        return self.showing.answer(prompt)

    def _filled(self, text: str) -> Inlines:
        """A line of a document's own text, with answers where braces stand. Where an answer ends
        in a full stop of its own, the text adds none."""
        found: list[Inline] = []
        for at, part in enumerate(_BRACES.split(text)):
            if at % 2:
                found += self._value(part)
            elif at and part.startswith(".") and is_closed("".join(words(tuple(found)))):
                found.append(Text(part[1:]))
            else:
                found.append(Text(part))
        return tuple(one for one in found if one != Text(""))

    def _value(self, name: str) -> Inlines:
        if name == DATE:
            return (Text(self.words.date(self.date.isoformat())),)
        blank = self.curriculum.companions.blanks[name]
        said = self.showing.sentence(self.curriculum.prompts[blank.answer])
        if not said:
            self.blank[name] = None
        return said or (Text(blank.text),)

    # What is missing

    def _lack(self, part: Part) -> Lack | None:
        step = next(filter(None, map(self._step, part.sources)), None)
        if step is None:
            return None
        title = part.title or self.companion.name
        chapter = self.curriculum.chapter_of(step)
        return Lack(part.id, title, self.companion.name, part.minimum, step, chapter)

    def _step(self, one: Source) -> Step | None:
        return step_of_source(self.curriculum, one)


class _Edition(_Maker):
    """Makes the edition for everyone."""

    def more(self, made: Mapping[str, Blocks]) -> Iterator[str]:
        """Each answer that a part which is there lacks, and where it is written."""
        for part in self.companion.parts:
            for one in part.sources if made[part.id] else ():
                step = self._step(one)
                if step and not self._source(one, alone=True):
                    prompt = self.curriculum.prompts.get(one.id)
                    name = prompt.name if prompt else step.name
                    chapter = self.curriculum.chapter_of(step)
                    place = f"chapter {chapter.number}, {step.name}"
                    yield f"“{part.title}” lacks {name} ({place})."
