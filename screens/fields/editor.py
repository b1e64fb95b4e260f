"""What every field widget knows and does: where its value stands, and how it gets there."""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual.message import Message
from textual.widget import Widget

from screens.plain import brief
from workbook.ask.sealed import NOTICE, sealed
from workbook.kinds import Invalid, Kind
from workbook.plan import Unknown
from workbook.together.clashes import TAKE, apart, at, clashes, settle, writer

if TYPE_CHECKING:
    from screens.app import WorkbookApp
    from workbook.plan import Plan
    from workbook.reasoning.language import Advised
    from workbook.together.clashes import Clash


LONGEST = 300
"""Characters of another's text that stand under a field."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a value stands and how it is asked. field: "" for an answer."""

    id: str
    field: str
    kind: Kind[Any]
    name: str
    ask: str
    why: str = ""
    hint: str = ""


class Editor(Widget):
    """A widget that shows and changes the value at one spot of the plan.

    A text that is no value yet, such as half a date, is kept as a draft beside the workbook and
    said under the field when it is left; nothing that was typed goes away.
    """

    class Said(Message):
        """What to say under the field: advice, or why a text is not kept. "" for nothing."""

        def __init__(self, editor: Editor, text: str, *, wrong: bool = False) -> None:
            super().__init__()
            self.editor, self.text, self.wrong = editor, text, wrong

    class Advised(Message):
        """What the text may be looked at for once more, by the advice on language."""

        def __init__(self, editor: Editor, found: Sequence[Advised]) -> None:
            super().__init__()
            self.editor, self.found = editor, found

    spot: Spot
    how: ClassVar[str] = ""
    """The keys that change it, said under the field."""
    typing = False
    """Whether something was written here since it showed what the plan holds."""
    _seen: Any = None
    """The value that what stands here was written on."""
    _clash = ""
    """What was last disputed while this was typed, by its id."""

    @property
    def desk(self) -> WorkbookApp:
        """The app, with the open plan."""
        return cast("WorkbookApp", self.app)

    @property
    def plan(self) -> Plan:
        """The open plan."""
        return self.desk.plan

    @property
    def drafts(self) -> MutableMapping[tuple[str, str], str]:
        """What was typed and is no value yet, by place."""
        assert self.desk.session is not None
        return self.desk.session.drafts

    def kept(self) -> Any:
        """The value as the file holds it, None for nothing or for one of another shape.

        While a round of rating is open it shows no level, but to whoever just chose it.
        """
        if not self.typing and sealed(self.plan, self.spot.id, self.spot.field):
            return None
        value = self.plan.raw(self.spot.id, self.spot.field)
        return value if value is not None and self.spot.kind.holds(value) else None

    def look(self) -> None:
        """What stands here is what the plan holds now."""
        self.typing, self._seen = False, self.plan.raw(self.spot.id, self.spot.field)
        self._clash = ""

    def show_value(self) -> None:
        """Shows what the plan holds now, unless the user is in the middle of writing."""
        raise NotImplementedError

    def keep(self, value: Any, *, draft: str | None = None) -> str:
        """Keeps a value, or a text where `draft` is given; gives why not, or ""."""
        place = (self.spot.id, self.spot.field)
        theirs, self.typing = self.plan.raw(*place), True
        try:
            if draft is None:
                edit = self.plan.put(self.spot.id, value, self.spot.field)
            else:
                edit = self.plan.put_text(self.spot.id, draft, self.spot.field)
        except (Invalid, Unknown) as error:
            if draft is not None:
                self.drafts[place] = draft
            return str(error)
        ours = self.plan.raw(*place)
        if theirs not in (self._seen, ours):
            self._both(theirs, ours)
        self._seen = ours
        self.drafts.pop(place, None)
        if edit and edit.notice:
            self.app.notify(edit.notice)
        return ""

    def _both(self, theirs: Any, ours: Any) -> None:
        """Another session wrote here while this was typed: both are kept, to choose from."""
        id, field, session = self.spot.id, self.spot.field, self.desk.session
        by = session.presence.at(id, field) if session else ""
        self._clash = self.plan.dispute(
            id, field, self._seen, theirs, ours, by=by, over=self._clash
        )
        self.say("")

    # What somebody else wrote here

    @property
    def _is_overtaken(self) -> bool:
        """Whether another session's value stands in the plan, and what is typed here does not."""
        now = self.plan.raw(self.spot.id, self.spot.field)
        return self.typing and self.has_focus and now != self._seen

    def _clashes(self) -> list[Clash]:
        session, place = self.desk.session, (self.spot.id, self.spot.field)
        found = session.once("clashes", clashes) if session else []
        return at(found, *place) if found else []

    @property
    def theirs_here(self) -> str:
        """What somebody else wrote here and one can take, in words; "" for nothing."""
        session, id, field = self.desk.session, self.spot.id, self.spot.field
        if session is None:
            return ""
        if self._is_overtaken:
            who, value, ours = "", self.plan.raw(id, field), self._seen
        elif found := self._clashes():
            who, value, ours = found[-1].theirs.who, found[-1].other, found[-1].now
        else:
            return ""
        if sealed(self.plan, id, field):
            return f"what somebody else chose, which is {NOTICE}"
        text, _ = apart(self._worded(value), self._worded(ours), LONGEST)
        who = who or writer(session.history.groups(), id, field, value)
        who = who or session.presence.at(id, field) or "somebody else"
        who = "you" if who == self.plan.who else who
        return f"what {brief(who, 40)} wrote here: {f'“{text}”' if text else 'nothing'}"

    def _worded(self, value: Any) -> str:
        kind = self.spot.kind
        if value is None:
            return ""
        return kind.show(value, self.plan) if kind.holds(value) else str(value)

    def take_theirs(self) -> None:
        """Takes what somebody else wrote here in place of one's own. Raises Invalid."""
        found = self._clashes()
        if self._is_overtaken:  # theirs stands already, and ours may wait beside it
            ours = [id for one in found if one.other == self._seen for id in one.entries]
            self.plan.close_dispute(ours)
        elif found:
            settle(self.plan, found, found[-1], TAKE)
        else:
            return
        self.drafts.pop((self.spot.id, self.spot.field), None)
        self.look()
        self.show_value()
        self.leave()
        self.say("")

    def forget(self) -> bool:
        """Takes back a text that is no value; says whether there was one."""
        if self.drafts.pop((self.spot.id, self.spot.field), None) is None:
            return False
        self.look()
        self.show_value()
        self.say("")
        return True

    def leave(self) -> None:
        """The field is left or its value chosen: the edit ends, and is saved at once."""
        app: Any = self.app
        self.typing = False
        if app.session is not None:  # else the workbook was closed from this field
            app.plan.settle()
            app.save_soon()

    def say(self, text: str, *, wrong: bool = False) -> None:
        """Says something under the field."""
        self.post_message(self.Said(self, text, wrong=wrong))
