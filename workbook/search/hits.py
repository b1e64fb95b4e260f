"""What was found, as it is shown: what it is, and the line around the words that were met."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from workbook.curriculum.model import ASIDE, KEPT
from workbook.kinds.text import brief
from workbook.search.documents import Document, Passage, Pointer, Sort
from workbook.search.folding import fold, pieces
from workbook.search.index import WORST, Like

if TYPE_CHECKING:
    from workbook.reading import Reading

BEFORE, LONGEST = 30, 240
"""Characters of a line before the first word that was met, and in all."""
NAME = 120
"""Characters of a name."""
LOOKED_AT = 100
"""Words of a line that were met: among as many it is seen where most stand together."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A line, and where the words stand in it that were met: in characters, each from a start to
    an end that is not included."""

    text: str
    met: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found.

    id: of the answer or the record; of guidance, its step. field: of a record, the field with the
    words; of guidance, the question, the table or the item that is rated. page: of the guidance
    beside a step, "" for none. step: where it stands, "" where no step shows it. title: what it is
    called; what: what it is; name: what the field is called. line: what stands there. near: whether
    it was met with slips alone.
    """

    sort: Sort
    id: str
    field: str
    page: str
    step: str
    title: Marked
    what: str
    name: str
    line: Marked
    near: bool

    @property
    def adds(self) -> bool:
        """Whether its line says more than what it is called."""
        return self.line.text.strip("… ") not in self.title.text


def hit(plan: Reading, document: Document, likes: Sequence[Like], *, near: bool) -> Hit:
    """A document that was found. likes: for each word that was typed, what it means."""
    known = _known(plan, document)
    best = line = _best(plan, document, known.title, likes)
    if best.called and document.sort != "records":
        line = next((one for one in document.passages if not one.called), best)
    return Hit(
        document.sort, document.id, best.field, document.page, known.step,
        _marked(brief(known.title, NAME), likes), known.what, line.name,
        _around(line.text, likes), near,
    )  # fmt: skip


class _Known(NamedTuple):
    """What is said of a document as a whole."""

    title: str
    what: str
    step: str


def _known(plan: Reading, document: Document) -> _Known:
    curriculum, id = plan.curriculum, document.id
    if document.sort == "guidance":
        title = next((one.text for one in document.passages if one.called), "")
        step = curriculum.steps[id]
        return _Known(title or step.name, step.name, id)
    if document.sort == "records":
        record = plan.record(id)
        table = curriculum.home(record) if record else None
        what = table.one if table else (record.type.replace("_", " ") if record else "")
        return _Known(plan.label(id), what, curriculum.step_of(table.id).id if table else "")
    prompt, place = curriculum.prompt(id), about(id)
    home = curriculum.step_of(place) if place in curriculum.prompts else None
    return _Known(prompt.name if prompt else id, home.name if home else "", home.id if home else "")


def about(id: str) -> str:
    """What an answer is about: of the reason why something is set aside or kept, the place of that,
    ID or ID.FIELD; of every other one, itself."""
    return id.split(".", 2)[2] if id.startswith((ASIDE, KEPT)) else id


def _best(plan: Reading, document: Document, title: str, likes: Sequence[Like]) -> Passage:
    """The passage that holds the most of what the title does not show, then of all that was typed,
    in the best form."""
    passages, name = list(document.passages), fold(title)
    if not all(any(_how(one.words, like) < WORST for one in passages) for like in likes):
        passages += [_pointed(plan, one) for one in document.points]
    others = [like for like in likes if _how(name, like) == WORST]
    return max(
        passages, key=lambda one: (_worth(one.words, others), _worth(one.words, likes), one.called)
    )


def _pointed(plan: Reading, pointer: Pointer) -> Passage:
    label = plan.label(pointer.id)
    return Passage(pointer.field, pointer.name, label, fold(label))


def _worth(words: str, likes: Sequence[Like]) -> int:
    return sum(WORST - _how(words, like) for like in likes)


def _how(words: str, like: Like) -> int:
    """How a typed word is met among folded ones, WORST where it is not."""
    return min((like[one] for one in words.split() if one in like), default=WORST)


def _marked(text: str, likes: Sequence[Like]) -> Marked:
    met = [one for one in pieces(text) if any(one.word in like for like in likes)]
    return Marked(text, tuple((one.start, one.end) for one in met))


def _around(text: str, likes: Sequence[Like]) -> Marked:
    """The line of a text that holds the most of what was typed, cut to what stands around it."""
    best, most = "", -1
    for line in text.split("\n"):
        worth = _worth(fold(line), likes)
        if worth > most and line.strip():
            best, most = line, worth
    line = "".join(" " if one.isspace() else one for one in best)
    whole = _marked(line, likes)
    start, end = _window(whole, len(line))
    head, tail = "…" * (start > 0), "…" * (end < len(line))
    shift = len(head) - start
    met = ((a + shift, b + shift) for a, b in whole.met if start <= a and b <= end)
    return Marked(f"{head}{line[start:end]}{tail}", tuple(met))


def _window(line: Marked, length: int) -> tuple[int, int]:
    """From where to where a line is shown: where most was met, from the beginning of a word."""
    starts = [one for one, _ in line.met[:LOOKED_AT]] or [0]
    first = max(starts, key=lambda at: sum(at <= one < at + LONGEST - BEFORE for one in starts))
    start = max(0, first - BEFORE)
    if start:
        start = line.text.find(" ", start, first) + 1 or start
    blanks = len(line.text[start:]) - len(line.text[start:].lstrip())
    start += blanks if start == 0 else 0
    return start, min(length, start + LONGEST)
