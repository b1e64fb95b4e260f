"""The app at its terminal: how it looks there, what is written to it, what is copied."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from textual.app import App
from textual.events import Event, Resize
from textual.filter import LineFilter, Monochrome
from textual.screen import Screen

from screens.copying import told
from screens.delta import Delta
from screens.looking import filters
from screens.looks import Looks
from screens.steady import SteadySheet
from screens.theme import SHADE, themes, tokens, variables
from workbook.kinds.text import unmarked, visible

PASSING = 6
"""Seconds up to which a toast is a passing word: where another comes, it goes."""


class TerminalApp(App[None], inherit_bindings=False):
    """An app that wears a look and sends what has changed. Raises Invalid for no look."""

    def __init__(self) -> None:
        super().__init__()
        self.animation_level = "none"
        self._delta = None if os.environ.get("WORKBOOK_DRAW") == "whole" else Delta()
        self.looks = Looks.here(self.console.color_system)
        for theme in themes(self.console.color_system):
            self.register_theme(theme)
        self.wear(self.looks)
        self.stylesheet = SteadySheet(variables=self.get_css_variables())

    # Looks

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The palette's tokens, which the style sheet names before a theme is set."""
        return variables(SHADE)

    def wear(self, looks: Looks) -> None:
        """Looks so from now on."""
        self.looks = looks
        self._worn = filters(looks, self.palette)
        self.theme = f"workbook-{looks.look}"
        if self.is_running:
            self.refresh_css(animate=False)  # the same theme may be drawn with other signs

    @property
    def palette(self) -> dict[str, str]:
        """The colour of each token, in what is drawn without a style sheet."""
        return tokens(self.looks.look, self.console.color_system)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What is drawn goes through these; without colours, ours, and not Textual's greys."""
        inherited = super().get_line_filters()
        return [*(one for one in inherited if not isinstance(one, Monochrome)), *self._worn]

    # What is written

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        """Only what has changed on the terminal is written (under Textual's own name)."""
        if self._delta and renderable is not None and self._draws:
            renderable = self._delta.of(renderable, self.console) or renderable
        super()._display(screen, renderable)

    @property
    def _draws(self) -> bool:
        """Whether Textual writes what is to be displayed now; it asks the same."""
        driver = self._driver
        return bool(
            self._running and not self._closed and not self._batch_count
            and driver is not None and not self.is_headless and not driver.is_inline
        )  # fmt: skip

    def draw_anew(self) -> None:
        """Writes the whole screen, whatever stands on the terminal."""
        if self._delta:
            self._delta.forget()
        self.refresh(layout=True)

    async def on_event(self, event: Event) -> None:
        """In another size nobody knows what a terminal shows."""
        if isinstance(event, Resize) and self._delta:
            self._delta.forget()
        await super().on_event(event)

    # What is said and copied: text, and never markup

    def notify(self, message: str, **options: Any) -> None:
        """A toast whose text is shown as it is. A passing word makes room for the next one."""
        for said in list(self._notifications):
            passing = said.severity == "information" and said.timeout <= PASSING
            if passing or said.message == visible(message):
                self._unnotify(said, refresh=False)
        options |= {"title": visible(options.get("title", "")), "markup": False}
        super().notify(visible(message), **options)

    def copy_to_clipboard(self, text: str) -> None:
        """Copies a text to the clipboard, and to a file for terminals that let nobody at it."""
        super().copy_to_clipboard(unmarked(text))
        self.notify(told(unmarked(text)))
