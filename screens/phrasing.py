"""What one can do about the words that the advice on language points to."""

from __future__ import annotations

from screens.command import Command, ViewCommand


class Phrasing(ViewCommand):
    """A command on the advice on language."""

    of = "language"


class GoThere(Phrasing):
    """Go to the text, to write the sentence anew."""

    name, key, label, does = "Go to the text", "enter", "go there", "open_entry"


class Replace(Phrasing):
    """Write something else for these words, without leaving the list."""

    name, key, label, does = "Replace the words", "r", "replace", "replace"


class Keep(Phrasing):
    """Keep the words here, with a reason; on words that are kept, take them up again."""

    name, key, label, does = "Keep here with a reason, or take up again", "k", "keep here", "keep"


class KeepEverywhere(Phrasing):
    """Keep the word in the whole plan: it joins your own words on the step Messages. One that the
    edition for everyone does not explain joins your key terms, with what it means."""

    name, key, label, does = "Keep in the whole plan", "w", "keep everywhere", "keep_everywhere"


PHRASING: tuple[type[Command], ...] = (GoThere, Replace, Keep, KeepEverywhere)
