"""What stays as it is, is not done again: a text drawn, a style sheet read."""

from __future__ import annotations

from textual.content import Content
from textual.css.stylesheet import Stylesheet
from textual.visual import VisualType
from textual.widgets import Static


class Steady(Static):
    """A text that many an edit leaves as it is: an update to the same does nothing.

    (Textual lays the whole screen out anew for each update.)
    """

    def update(self, content: VisualType = "", *, layout: bool = True) -> None:
        """Shows another text, if it is another."""
        old = self.content
        if isinstance(content, Content) and isinstance(old, Content):
            if old.is_same(content):
                return
            layout = layout and not self._fits_as(old, content)
        super().update(content, layout=layout)

    def _fits_as(self, old: Content, new: Content) -> bool:
        """Whether a line takes the cells that the one before it took."""
        one_line = self.size.height == 1 and "\n" not in new.plain
        return one_line and old.cell_length == new.cell_length


class SteadySheet(Stylesheet):
    """A style sheet that is read anew only where its colours are others.

    (Textual reads it three times until the first screen stands.)
    """

    _stale = False

    def set_variables(self, variables: dict[str, str]) -> None:
        """Takes the colours of a look."""
        if variables != self._variables:
            self._stale = True
            super().set_variables(variables)

    def reparse(self) -> None:
        """Reads it with them, if they are others."""
        if self._stale:
            self._stale = False
            super().reparse()
