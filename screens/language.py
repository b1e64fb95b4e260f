"""The advice on language: each piece with its place, reason, source and what to write instead."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from screens.asking import Asking, ask
from screens.ledger import Entry, heading
from screens.listed import Listed
from screens.phrasing import PHRASING
from screens.places import Place
from screens.plain import ACCENT, BODY, INK, MUTED, WARN, brief, joined, plain
from workbook import rewording
from workbook.map.reads import EASE, UNEXPLAINED, Reads, reads
from workbook.reasoning.language import Advised, Survey, survey, words_of

if TYPE_CHECKING:
    from screens.command import Command
    from workbook.reasoning.language.ease import Ease

AROUND = 60
"""Characters of the text that are shown on either side of the words."""
STRONG = "A"
PART = "part:"
"""How the key of a section of the edition for everyone begins."""


class LanguageView(Listed):
    """Words in your texts that put the blame on people, or say little: where they stand, what to
    write instead, and who says so. It is advice. The lists disagree, and your team decides: write
    it otherwise, keep it here with a reason, or keep the word in the whole plan. What stands in
    quotation marks, and the names of metrics and programs, is left alone. Below: how the edition
    for everyone reads, section by section (ease from 0, hard, to 100; the grade of school), its
    long sentences, and words of the field that it does not explain; w puts one among your key
    terms."""

    view: ClassVar[str] = "language"
    called: ClassVar[str] = "Language"
    asks: ClassVar[str] = "Words to look at once more"
    under = (7, 6)
    _found = Survey((), ())
    _reads = Reads(None, (), (), ())

    def commands(self) -> tuple[type[Command], ...]:
        return PHRASING

    @property
    def crumbs(self) -> list[str]:
        return [self.called]

    def up(self) -> Place | None:
        return Place("overview")

    @property
    def one(self) -> Advised | None:
        """The piece of advice with the cursor."""
        return self._by_key.get(self.here)

    @property
    def _by_key(self) -> dict[str, Advised]:
        found, public = self._found, self._reads
        all_ = (*found.standing, *public.standing, *found.kept, *public.kept)
        return {_key(one): one for one in all_}

    def count(self) -> str:
        public = len(self._reads.standing)
        more = f", {public} for everyone" if public else ""
        return f"{len(self._found.standing)} to look at{more}"

    def _draw(self, here: str = "") -> None:
        if self.is_attached and self.desk.session is not None:
            plan = self.desk.plan
            self._found = survey(plan, words=words_of(plan))
            self._reads = self.desk.session.once("reads", reads)
            here = self._nearest(here or self.here)
        super()._draw(here)

    def _nearest(self, place: str) -> str:
        """The first advice on a place: a field, a record, or the step that one came from."""
        for one in self._found.standing:
            if place in (_key(one), one.place, one.id, one.step):
                return _key(one)
        return ""

    def entries(self, width: int) -> Sequence[Entry]:
        return list(self._rows(width))

    def _rows(self, width: int) -> Iterator[Entry]:
        steps, step = self.desk.curriculum.steps, None
        for one in self._found.standing:
            if one.step != step:
                if step is not None:
                    yield heading(Content(""))
                step = one.step
                name = steps[step].name if step in steps else "On no step"
                yield heading(joined(("  " + name, MUTED)))
            yield Entry(_key(one), partial(_row, one, width))
        if not self._found.standing:
            said = "No text holds a word that the list advises against."
            yield heading(joined(("  " + said, MUTED)))
        yield from self._everyone(width)
        if kept := (*self._found.kept, *self._reads.kept):
            yield heading(Content(""))
            yield heading(joined(("  Kept with a reason", MUTED)))
            yield from (Entry(_key(one), partial(_row, one, width)) for one in kept)

    def _everyone(self, width: int) -> Iterator[Entry]:
        """How the edition for everyone reads."""
        found = self._reads
        if not found.sections and not found.standing:
            return
        yield heading(Content(""))
        yield heading(joined(("  The edition for everyone", MUTED)))
        if found.whole:
            yield Entry(f"{PART}:", partial(_part, "All of it", found.whole, width))
        for title, step, ease in found.sections:
            yield Entry(f"{PART}{step}:{title}", partial(_part, title, ease, width))
        yield from (Entry(_key(one), partial(_row, one, width)) for one in found.standing)

    def said(self, key: str) -> Content:
        one = self._by_key.get(key)
        if one is None:
            about = self.desk.curriculum.language.plain.get(EASE)
            if about is None or not key.startswith(PART):
                return Content("")
            return plain(f"{about.reason} ({about.source})", MUTED)
        advice = one.advice
        if one.kept:
            return joined(_sentence(one), (f"\nKept: {brief(one.kept, 200)}", BODY))
        instead = (f"\n→ {brief(advice.instead, 200)}", INK) if advice.instead else ("", "")
        why = "\n" + " ".join(filter(None, (advice.reason, f"({advice.source})")))
        return joined(_sentence(one), instead, (why, MUTED))

    # What can be done about one

    def open_entry(self) -> None:
        """Goes to the field that it stands in."""
        one = self.one
        if one is None:
            step = self.here.removeprefix(PART).partition(":")[0]
            if self.here.startswith(PART) and step:
                self.desk.visit(Place("step", step))
            return
        if not one.step:
            self.desk.notify("No screen shows this text. It can be changed in the file.")
        elif one.field:
            self.desk.visit(Place("record", one.id, one.field))
        else:
            self.desk.visit(Place("step", one.step, one.id))

    def replace(self) -> None:
        """Asks what to write for the words, and writes that."""
        if one := self.one:
            asking = Asking(f"Write for “{brief(one.piece, 200)}”:", one.piece, take="write it")
            ask(self.desk, asking, lambda text: self._write(one, text))

    def _write(self, one: Advised, text: str) -> None:
        if text == one.piece:
            return
        self._do(partial(rewording.write, self.desk.plan, one, text))

    def keep(self) -> None:
        """Asks why the words stay here, and keeps that; takes up again what was kept."""
        one = self.one
        if one is None:
            return
        if one.kept:
            self._do(partial(self.desk.plan.put, one.reason_id, None))
            return
        question = f"Why does “{brief(one.piece, 100)}” stay here?"
        ask(
            self.desk,
            Asking(question, wrong=_no_reason),
            lambda text: self._do(partial(self.desk.plan.put, one.reason_id, text)),
        )

    def keep_everywhere(self) -> None:
        """Asks why a word stays in the whole plan, and adds it to the team's own words."""
        one = self.one
        if one is None or one.kept:
            return
        if one.advice.id.startswith(UNEXPLAINED):
            self._explain(one)
            return
        if not one.advice.find:
            self.desk.notify("This is about a whole sentence: keep it at its place, with k.")
            return
        question = f"Why does “{brief(one.piece, 100)}” stay in the whole plan?"
        ask(
            self.desk,
            Asking(question, wrong=_no_reason),
            lambda why: self._do(partial(rewording.keep_everywhere, self.desk.plan, one, why)),
        )

    def _explain(self, one: Advised) -> None:
        """Asks what the team means by a word, and puts both among its key terms."""
        known = {word.word: word.meaning for word in self.desk.curriculum.words.values()}
        word = one.advice.word
        asking = Asking(
            f"What do you mean by “{word}”, in words that a neighbor would accept?",
            " ".join(known.get(word, "").split()),
        )
        ask(
            self.desk,
            asking,
            lambda means: self._do(partial(rewording.explain, self.desk.plan, one, means)),
        )

    def _do(self, doing: Callable[[], object]) -> None:
        """Changes the plan as one turn, and shows the list as it is then."""
        self.desk.plan.settle()
        self.desk.attempt(doing)
        self.desk.plan.settle()
        self._draw()


def _key(one: Advised) -> str:
    return f"{one.place}:{one.start}:{one.advice.id}"


def _eased(ease: Ease) -> str:
    return f"grade {ease.grade:4.1f} · ease {ease.of_100:3.0f} of 100 · {ease.words:5} words"


def _part(title: str, ease: Ease, width: int, selected: bool) -> Content:
    """A section of the edition for everyone, and how it reads."""
    ground = " on $wb-wash" if selected else ""
    told = _eased(ease)
    room = max(10, width - len(told) - 6)
    name = brief(title, room)
    return joined(
        ("▌ " if selected else "  ", ACCENT + ground),
        (name, (INK + " bold" if selected else BODY) + ground),
        (" " * (width - 4 - len(name) - len(told)), ground.strip()),
        (told, MUTED + ground),
    ).truncate(width, ellipsis=True)


def _no_reason(text: str) -> str:
    return "" if text.strip() else "Write why, so that others can follow it."


def _row(one: Advised, width: int, selected: bool) -> Content:
    """How strong it is, the words, and the field that they stand in."""
    ground = " on $wb-wash" if selected else ""
    strong = one.advice.severity == STRONG and not one.kept
    name = brief(one.name, max(8, width // 3))
    room = max(10, width - len(name) - 6)
    words = brief(one.piece, room)
    return joined(
        ("▌" if selected else " ", ACCENT + ground),
        ("· " if one.kept else f"{one.advice.severity} ", (WARN if strong else MUTED) + ground),
        (words, (INK + " bold" if selected else BODY) + ground),
        (" " * (room - len(words) + 2), ground.strip()),
        (name, MUTED + ground),
    ).truncate(width, ellipsis=True)


def _sentence(one: Advised) -> Content:
    """The words in what stands around them."""
    before, after = one.text[: one.start], one.text[one.end :]
    head = ("…" if len(before) > AROUND else "") + " ".join(before[-AROUND:].split())
    tail = " ".join(after[:AROUND].split()) + ("…" if len(after) > AROUND else "")
    gap = " " * (before[-1:].isspace() and bool(head)), " " * after[:1].isspace()
    return joined(
        (head + gap[0], MUTED), plain(brief(one.piece, 160), f"{INK} bold"), (gap[1] + tail, MUTED)
    )
