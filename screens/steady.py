"""A text that is drawn again only where it changed."""

from __future__ import annotations

from textual.content import Content
from textual.visual import VisualType
from textual.widgets import Static


class Steady(Static):
    """A text that many an edit leaves as it is: an update to the same does nothing.

    (Textual lays the whole screen out anew for each update.)
    """

    def update(self, content: VisualType = "", *, layout: bool = True) -> None:
        """Shows another text, if it is another."""
        old = self.content
        if not (isinstance(content, Content) and isinstance(old, Content) and old.is_same(content)):
            super().update(content, layout=layout)
