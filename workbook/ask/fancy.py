"""Prompts for a terminal: menus to move in, text to edit. The same walk, drawn by questionary."""

from __future__ import annotations

import os
import shutil
import termios
import textwrap
from collections.abc import Sequence
from typing import Any

import questionary
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

from workbook.ask.asker import Ended, Offer, Question, Shape
from workbook.ask.tables import VERBS
from workbook.ask.words import Word, looks_like_one
from workbook.kinds.text import visible

WIDEST = 88
"""Columns of a paragraph, on however wide a terminal."""
FILTERED = 10
"""From so many offers on, typing narrows the list."""
LEAVE, PROMPT = "Leave it as it is", "Answer"


class FancyAsker:
    """Asks on the terminal that the program runs in. Ctrl-C goes through as KeyboardInterrupt."""

    def __init__(self) -> None:
        self._before = termios.tcgetattr(0)

    def say(self, text: str) -> None:
        """Prints a paragraph, wrapped to the window."""
        print(_wrapped(text), end="\n\n", flush=True)

    def ask(self, question: Question, *, again: bool = False) -> str:
        """Puts a question and reads its reply. Raises Ended."""
        if not again:
            self._introduce(question)
        shape = question.shape
        try:
            if shape is Shape.MENU:
                return self._menu(question)
            if question.offers and shape is Shape.ONE:
                return self._one(question)
            if question.offers and shape is Shape.MANY:
                return self._many(question)
            return self._typed(question)
        except EOFError:
            raise Ended from None

    def give_back(self) -> None:
        """Puts back how the terminal takes keys, and the cursor."""
        termios.tcsetattr(0, termios.TCSANOW, self._before)
        os.write(1, b"\x1b[?25h\r\n")

    def _introduce(self, question: Question) -> None:
        written = question.shape in (Shape.LINE, Shape.TEXT)
        offers = [f"{one.number}. {one.name}" for one in question.offers if written and one.shown]
        now = question.now if question.shape is Shape.MENU else f"Now: {question.now}"
        parts = (
            question.heading, question.ask, question.why, question.hint,
            question.how if written else "", now if question.now else "", *offers,
        )  # fmt: skip
        print("\n" + "\n".join(_wrapped(part) for part in parts if part))

    def _typed(self, question: Question) -> str:
        if question.shape is not Shape.TEXT:
            return str(questionary.text(PROMPT).unsafe_ask())
        keys = _ending_keys()
        return str(questionary.text(PROMPT, multiline=True, key_bindings=keys).unsafe_ask())

    def _one(self, question: Question) -> str:
        choices = [_choice(offer, question) for offer in question.offers]
        return self._select(PROMPT, LEAVE, choices)

    def _many(self, question: Question) -> str:
        """The picks, parted by `;`; a word among them wins; unchanged picks are no answer."""
        choices = [_choice(offer, question, ticks=True) for offer in question.offers]
        picked = questionary.checkbox(
            PROMPT, choices=[*choices, questionary.Separator(), *_words()]
        ).unsafe_ask()
        word = next((one for one in picked if one.startswith(":")), "")
        if word or set(picked) == set(question.chosen):
            return word
        return "; ".join(picked) or Word.CLEAR.typed

    def _menu(self, question: Question) -> str:
        """What to do with a table; of a row, what to do with that."""
        choices = [_choice(offer, question) for offer in question.offers]
        reply = self._select("What now?", "Go on", choices)
        if not reply.isdigit():
            return reply
        row = next(offer for offer in question.offers if offer.word == reply)
        verbs = [questionary.Choice(verb.capitalize(), f"{verb} {reply}") for verb in VERBS[1:]]
        return self._select(row.name, "Nothing", verbs, words=False)

    def _select(self, ask: str, nothing: str, choices: Sequence[Any], *, words: bool = True) -> str:
        ends = [questionary.Separator(), *_words()] if words else []
        many = len(choices) >= FILTERED
        return str(
            questionary.select(
                visible(ask),
                choices=[questionary.Choice(nothing, ""), *choices, *ends],
                use_search_filter=many,
                use_jk_keys=not many,
            ).unsafe_ask()
        )


def _ending_keys() -> KeyBindings:
    """In a long text Enter begins a line; where nothing or only a word is written it is the end."""
    keys = KeyBindings()

    @keys.add("enter")
    def _(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        if not buffer.text.strip() or looks_like_one(buffer.text):
            buffer.validate_and_handle()
        else:
            buffer.insert_text("\n")

    return keys


def _choice(offer: Offer, question: Question, *, ticks: bool = False) -> Any:
    number = f"{offer.number}. " if offer.number else ""
    note = f" ({offer.note})" if offer.note else ""
    title = visible(f"{number}{offer.name}{note}")
    now = offer.word in question.chosen
    if ticks:
        return questionary.Choice(title, offer.word, checked=now)
    return questionary.Choice(f"{title} (now)" if now else title, offer.word)


def _words() -> list[Any]:
    """The words in place of an answer, to be chosen; to skip is to leave it as it is."""
    return [
        questionary.Choice(f"{word.typed} {word.value}", word.typed)
        for word in Word
        if word is not Word.SKIP
    ]


def _wrapped(text: str) -> str:
    width = min(shutil.get_terminal_size().columns - 1, WIDEST)
    return "\n".join(
        textwrap.fill(line, width, subsequent_indent="  " if line.startswith("- ") else "")
        for line in visible(text).split("\n")
    )
