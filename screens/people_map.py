"""The drawing of the stakeholder map, and the keys that move its marks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from screens.marks import Marks

if TYPE_CHECKING:
    from screens.people import PeopleView


class MapOfPeople(Marks, can_focus=True):
    """The drawing itself, or the table in its place."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "push('power', 1)", "More power", show=False),
        Binding("down", "push('power', -1)", "Less power", show=False),
        Binding("left", "push('interest', -1)", "Less interest", show=False),
        Binding("right", "push('interest', 1)", "More interest", show=False),
        Binding("tab", "other(1)", "The next mark", show=False),
        Binding("shift+tab", "other(-1)", "The mark before", show=False),
        Binding("home", "other(-10000)", "The first mark", show=False),
        Binding("end", "other(10000)", "The last mark", show=False),
        *(Binding(f"{one}", f"affected({one})", "Affected", show=False) for one in range(1, 6)),
    ]

    def action_push(self, field: str, by: int) -> None:
        self._view.desk.attempt(partial(self._view.push, field, by))

    def action_other(self, by: int) -> None:
        self._view.other(by)

    def action_affected(self, level: int) -> None:
        self._view.desk.attempt(partial(self._view.score, "affected", level))

    @property
    def _view(self) -> PeopleView:
        from screens.people import PeopleView

        return next(one for one in self.ancestors if isinstance(one, PeopleView))
