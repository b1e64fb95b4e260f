"""Prompts for a terminal: menus to move in, text to edit. The same walk, drawn by questionary."""

from __future__ import annotations

import os
import shutil
import termios
from collections.abc import Callable, Sequence
from typing import Any

import questionary
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

from workbook.ask.asker import BrokenOff, Ended, Offer, Question, Shape
from workbook.ask.replies import NEW
from workbook.ask.tables import VERBS
from workbook.ask.wording import wrapped
from workbook.ask.words import Word, Words, known_word, looks_like_one
from workbook.kinds.text import visible
from workbook.own_editor import in_own_editor

WIDEST = 88
"""Columns of a paragraph, on however wide a terminal."""
FEW = 4
"""From so many fields on it is asked at which to begin."""
FILTERED = 10
"""From so many offers on, typing narrows the list."""
RARE = (Word.EDIT, Word.UNDO, Word.DRAW, Word.AGREE, Word.CHECKS)
"""Words that one seldom needs: a menu keeps room for what is chosen from."""
MORE = "more"
CHOOSE, PROMPT = "Choose from the list", "Answer"
ENDING = "(Finish with Esc, then Enter; :edit opens your editor)\n>"
TICKING = "(Space ticks one, a ticks all, i inverts, Enter keeps them)"


class FancyAsker:
    """Asks on the terminal that the program runs in. Ctrl-C goes through as KeyboardInterrupt."""

    def __init__(self) -> None:
        self._before = termios.tcgetattr(0)

    def say(self, text: str) -> None:
        """Prints a paragraph, wrapped to the window."""
        print(_fitted(text), end="\n\n", flush=True)

    def ask(self, question: Question, *, again: bool = False, begun: str = "") -> str:
        """Puts a question and reads its reply. Raises Ended and BrokenOff."""
        if not again:
            self._introduce(question)
        shape = question.shape
        try:
            if shape is Shape.MENU:
                return self._menu(question)
            chosen_from = question.offers or question.makes
            if chosen_from and shape is Shape.ONE:
                return self._one(question)
            if chosen_from and shape is Shape.MANY:
                return self._many(question)
            return self._typed(question, begun)
        except EOFError:
            raise Ended from None

    def write(self, text: str, notes: Sequence[str]) -> str:
        """Opens the person's own editor on a text. Raises Invalid."""
        return in_own_editor(text, notes)

    def saving(self, save: Callable[[], None]) -> Callable[[], None]:
        """Saves at once: a person thinks longer than that takes."""
        return save

    def give_back(self) -> None:
        """Puts back how the terminal takes keys, and the cursor."""
        termios.tcsetattr(0, termios.TCSANOW, self._before)
        os.write(1, b"\x1b[?25h\r\n")

    def _introduce(self, question: Question) -> None:
        written = question.shape in (Shape.LINE, Shape.TEXT)
        offers = [one.title for one in question.offers if written and one.shown]
        now = question.now if question.shape is Shape.MENU else f"Now: {question.now}"
        parts = (
            question.heading, question.ask, question.why, question.hint,
            question.how if written else "", now if question.now else "", *offers,
        )  # fmt: skip
        print("\n" + "\n".join(_fitted(part) for part in parts if part))

    def _typed(self, question: Question, begun: str) -> str:
        if question.shape is not Shape.TEXT:
            return str(questionary.text(PROMPT).unsafe_ask())
        keys, start = _ending_keys(question.words), f"{begun}\n" if begun else ""
        asked = questionary.text(
            PROMPT, default=start, multiline=True, key_bindings=keys, instruction=ENDING
        )
        text = str(asked.unsafe_ask()).removesuffix("\n")
        before, _, last = text.rpartition("\n")
        if before and (word := known_word(last, question.words)):
            raise BrokenOff(before, word)
        return text

    def _one(self, question: Question) -> str:
        choices = [_choice(offer, question) for offer in question.offers]
        ends = [_new(question.makes)] if question.makes else []
        reply = self._select(PROMPT, [_leave(question.leave), *choices, *ends], question.words)
        return self._name(question) if reply == NEW else reply

    def _name(self, question: Question) -> str:
        """Asks for the name of what is to be made; "" where none is given."""
        name = str(questionary.text(f"Name of the new {question.makes}").unsafe_ask()).strip()
        return f"{NEW} {name}" if name else ""

    def _many(self, question: Question) -> str:
        """The picks, parted by `;`; unchanged picks are no answer.

        The words stand in a menu before the list: in it a key that ticks all would tick them too.
        """
        ways = [questionary.Choice(CHOOSE, CHOOSE)] if question.offers else []
        ways.append(_leave(question.leave))
        ways += [_new(question.makes)] if question.makes else []
        if (reply := self._select(PROMPT, ways, question.words)) not in (CHOOSE, NEW):
            return reply
        if reply == NEW:
            name = self._name(question)
            return "; ".join([*question.chosen, name]) if name else ""
        choices = [_choice(offer, question, ticks=True) for offer in question.offers]
        picked = questionary.checkbox(PROMPT, choices, instruction=TICKING).unsafe_ask()
        if set(picked) == set(question.chosen):
            return ""
        return "; ".join(picked) or Word.CLEAR.typed

    def _menu(self, question: Question) -> str:
        """What to do with a table; of a row, what to do with that."""
        choices = [_choice(offer, question) for offer in question.offers]
        reply = self._select("What now?", [_leave("Go on"), *choices], question.words)
        if not reply.isdigit():
            return reply
        row = next(offer for offer in question.offers if offer.word == reply)
        verbs = [questionary.Choice(verb.capitalize(), f"{verb} {reply}") for verb in VERBS[1:]]
        done = self._select(row.name, [_leave("Nothing"), *verbs], {})
        if not done.startswith("edit") or len(question.parts) < FEW:
            return done
        parts = [questionary.Choice(visible(one), f"{done} {one}") for one in question.parts]
        return self._select("From which field on?", parts, {})

    def _select(self, ask: str, choices: Sequence[Any], words: Words) -> str:
        """One of the choices, or of the words below them; the rarer ones stand behind MORE."""
        rare = {word: does for word, does in words.items() if word in RARE}
        shown = _words({word: does for word, does in words.items() if word not in RARE})
        more = [questionary.Choice(f"More: {' '.join(one.typed for one in rare)}", MORE)] * bool(
            rare
        )
        ends = [questionary.Separator(), *shown, *more] if words else []
        while (reply := _chosen(ask, [*choices, *ends], many=len(choices) > FILTERED)) == MORE:
            none = questionary.Choice("None of these", MORE)
            if (reply := _chosen("Which one?", [*_words(rare), none])) != MORE:
                break
        return reply


def _chosen(ask: str, choices: Sequence[Any], *, many: bool = False) -> str:
    """What is chosen from a menu. many: whether typing narrows it."""
    asked = questionary.select(
        visible(ask), choices=choices, use_search_filter=many, use_jk_keys=not many
    )
    return str(asked.unsafe_ask())


def _ending_keys(words: Words) -> KeyBindings:
    """In a long text Enter begins a line; where nothing is written, and after a word on the last
    line, it is the end. Ctrl-C ends it with what is written."""
    keys = KeyBindings()

    @keys.add("enter")
    def _(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        text, document = buffer.text, buffer.document
        word = document.on_last_line and known_word(document.current_line, words)
        if not text.strip() or looks_like_one(text) or word:
            buffer.validate_and_handle()
        else:
            buffer.insert_text("\n")

    @keys.add("c-c")
    def _(event: KeyPressEvent) -> None:
        stop = Ended(event.current_buffer.text, stopped=True)
        event.app.exit(exception=stop, style="class:aborting")

    return keys


def _leave(title: str) -> Any:
    """The choice that changes nothing."""
    return questionary.Choice(title, "")


def _new(makes: str) -> Any:
    """The choice that makes what is missing."""
    return questionary.Choice(f"Add: a new {makes}", NEW)


def _choice(offer: Offer, question: Question, *, ticks: bool = False) -> Any:
    note = f" ({offer.note})" if offer.note else ""
    title = visible(f"{offer.title}{note}")
    now = offer.word in question.chosen
    if ticks:
        return questionary.Choice(title, offer.word, checked=now)
    return questionary.Choice(f"{title} (now)" if now else title, offer.word)


def _words(words: Words) -> list[Any]:
    """The words in place of an answer, to be chosen; to skip is to leave it as it is."""
    return [
        questionary.Choice(f"{word.typed} {does}", word.typed)
        for word, does in words.items()
        if word is not Word.SKIP
    ]


def _fitted(text: str) -> str:
    return wrapped(text, min(shutil.get_terminal_size().columns - 1, WIDEST))
