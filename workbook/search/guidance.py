"""What can be found in the guidance: chapters, steps, questions, mistakes, cases, words, and what
the worked example says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from workbook.search.documents import Document, Passage
from workbook.search.folding import fold

if TYPE_CHECKING:
    from workbook.curriculum import Assessment, Chapter, Curriculum, Step
    from workbook.reading import Reading

Text = tuple[str, str]
"""What is written, and what a person calls it."""


class _Piece(NamedTuple):
    """A piece of the guidance. page: of a step's guidance, "" for what is asked. at: the question,
    the table or the item that is rated. called: what it is known by."""

    step: Step
    page: str
    at: str
    called: Sequence[str]
    texts: Sequence[Text]

    @property
    def sort(self) -> tuple[str, ...]:
        """What tells it from others: a word of the glossary is the same on every step."""
        where = self.page or f"{self.step.id} {self.at}"
        return where, *self.called, *(text for text, _ in self.texts)


def guidance(curriculum: Curriculum, example: Reading | None) -> Iterator[Document]:
    """All guidance, each piece once: on the first step that has it. example: the worked one."""
    known, number = set[tuple[str, ...]](), count()
    for one in _all(curriculum, example):
        if one.sort in known:
            continue
        known.add(one.sort)
        passages = [Passage(one.at, "", name, fold(name), called=True) for name in one.called]
        for text, name in one.texts:
            if bare := _bare(text):
                passages.append(Passage(one.at, name, bare, fold(bare)))
        place = next(number), ""
        yield Document("guidance", one.step.id, tuple(passages), (), place, one.page)


def _all(curriculum: Curriculum, example: Reading | None) -> Iterator[_Piece]:
    for chapter in curriculum.chapters:
        for step in chapter.steps:
            yield from _beside(chapter, step)
            yield from _asked(step)
            yield from _examples(step, example) if example else ()
    for assessment in curriculum.assessments.values():
        yield from _rated(curriculum, assessment)


def _beside(chapter: Chapter, step: Step) -> Iterator[_Piece]:
    """What stands beside the work on a step, by its pages."""
    guide = [(step.why, "Why this step"), (step.guide, "Guide"), (step.good, "Good answers")]
    yield _Piece(step, "guide", "", [step.name, step.title], guide)
    if step is chapter.steps[0]:
        texts = [(chapter.purpose, "The chapter"), (chapter.principle_line, "Principle")]
        yield _Piece(step, "guide", "", [chapter.name, chapter.title], texts)
    for question in step.questions:
        yield _Piece(step, "questions", "", (), [(question, "Questions")])
    for mistake in step.mistakes:
        yield _Piece(step, "mistakes", "", (), [(mistake.text, "What goes wrong")])
    for case in step.cases:
        yield _Piece(step, "cases", "", [case.place], [(case.text, "Cases")])
    for one in step.read:
        texts = [(one.what_for, "To read"), (one.publisher, "To read")]
        yield _Piece(step, "cases", "", [one.title], texts)
    for word in step.words:
        yield _Piece(step, "words", "", [word.word], [(word.meaning, "Words")])


def _asked(step: Step) -> Iterator[_Piece]:
    """What a step asks: its questions, its tables, and their fields."""
    for one in step.prompts:
        asks = [(one.ask, "Question"), (one.why, "Why it is asked"), (one.hint, "For example")]
        yield _Piece(step, "", one.id, [one.name], asks)
    for table in step.tables:
        yield _Piece(step, "", table.id, [table.name], [(table.empty, "Table")])
        for field in table.fields:
            asks = [(field.ask, table.name), (field.why, table.name), (field.hint, "For example")]
            yield _Piece(step, "", table.id, [field.name], asks)


def _examples(step: Step, example: Reading) -> Iterator[_Piece]:
    """What the worked example answers."""
    for one in step.prompts:
        value = None if one.private or one.kind.private else example.answer(one.id)
        if isinstance(value, str | list):
            said = one.kind.show(value, example)
            yield _Piece(step, "example", one.id, [one.name], [(said, "Example")])


def _rated(curriculum: Curriculum, assessment: Assessment) -> Iterator[_Piece]:
    """What is rated, and what it looks like where it is in place."""
    step = curriculum.rating_step(assessment.id)
    if step is not None:
        for one in assessment.indicators:
            texts = [(one.ask, assessment.name), (one.here, "Where it is in place")]
            yield _Piece(step, "", one.id, [one.name], texts)


def _bare(text: str) -> str:
    """A text without the marks of our own Markdown, one line for each paragraph."""
    blocks = (" ".join(one.split()) for one in text.replace("**", "").split("\n\n"))
    return "\n".join(one.lstrip("# ") for one in blocks if one)
