"""A meeting: one item large on the wall, votes by number, the spread, then the level agreed on."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from screens.board import BoardView
from screens.command import Command
from screens.fields import Spot
from screens.fields.entry import Entry
from screens.levels import Levels, key_of, level_of, options
from screens.marks import Piece
from screens.meeting_commands import MEETING_COMMANDS
from screens.places import Place
from screens.plain import ACCENT, BODY, DATA, INK, MUTED, joined, plain
from screens.profile_notes import open_round
from workbook import rating
from workbook.curriculum import Assessment, Dimension, Indicator
from workbook.rating import Sheet
from workbook.reasoning.rounds import Answer, Answers, Level, answers
from workbook.records.assessing import Consensus, Round

NAME = 16
"""Cells of a level's name."""
SPACED = 36
"""Letters up to which a name is drawn with a blank between every two."""


class MeetingView(BoardView):
    """A round on the wall. Everyone votes with a number, one seat after another; when the last
    vote is in, the spread is drawn. Talk, the lowest number first. Then the number that you agree
    on is kept, with a note."""

    view: ClassVar[str] = "meeting"
    lists: ClassVar[bool] = False

    def __init__(self, place: Place, assessment: Assessment) -> None:
        super().__init__(place)
        self.assessment = assessment
        self._at, self._shown = 0, ""
        self._ended: set[str] = set()

    def commands(self) -> tuple[type[Command], ...]:
        return MEETING_COMMANDS

    def work(self) -> list[Static | Vertical]:
        return [Static("", id="wall"), Levels("", id="board"), Static("", id="spread"),
                Vertical(id="beside")]  # fmt: skip

    def on_mount(self) -> None:
        """Begins at the item that was asked for, else at the first that is not agreed on."""
        self.step = self.desk.curriculum.rating_step(self.assessment.id)
        ids = [one.id for one in self.assessment.indicators]
        agreed = self._answers.agreed
        first = next((number for number, id in enumerate(ids) if id not in agreed), 0)
        self._at = ids.index(self.place.field) if self.place.field in ids else first
        super().on_mount()

    # What is shown

    @property
    def round(self) -> Round | None:
        """The round that is talked through; None once it was removed, by undo or elsewhere."""
        found = self.desk.plan.record(self.place.id)
        return found if isinstance(found, Round) else None

    @property
    def item(self) -> tuple[Dimension, Indicator]:
        """What is voted on now, with its condition."""
        all_ = [(part, one) for part in self.assessment.dimensions for one in part.indicators]
        return all_[self._at]

    @property
    def _answers(self) -> Answers:
        if self.round is None:
            return Answers(True, {}, {}, frozenset())
        return answers(self.desk.plan, self.assessment, self.round)

    @property
    def _votes(self) -> list[Level]:
        """What was given for the item, nobody's name beside it."""
        id = self.item[1].id
        return [one[id] for one in self._answers.given.values() if id in one]

    @property
    def _waiting(self) -> list[str]:
        """Who of those in the room has not voted on the item."""
        id, given = self.item[1].id, self._answers.given
        return [one for one in self._seats if id not in given.get(one, {})]

    @property
    def _seats(self) -> list[str]:
        """Who is in the room."""
        return rating.present(self.desk.plan, self.round) if self.round else []

    @property
    def voting(self) -> bool:
        """Whether votes are still coming in for the item."""
        return bool(self._waiting) and self.item[1].id not in self._ended and not self._agreed

    @property
    def _agreed(self) -> Consensus | None:
        found = rating.agreed(self.desk.plan, self.place.id, self.item[1].id)
        return found if found and found.level is not None else None

    @property
    def title(self) -> str:
        return f"{self.assessment.name}: {self.item[0].short}"

    @property
    def count(self) -> str:
        return f"item {self._at + 1} of {len(self.assessment.indicators)}"

    @property
    def foot(self) -> str:
        if self.voting:
            voted = len(self._votes)
            of = voted + len(self._waiting)
            return f"Votes, seat by seat: {voted} of {of} in. They show when all are."
        if not self._agreed:
            return "Talk, the lower number first. Then press the number that you agree on."
        return "⏎ next item. Tab: what the agreement rests on, and who sees it differently."

    def draw(self) -> None:
        wall, board = self.query_one("#wall", Static), self.query_one(Levels)
        spread = self.query_one("#spread", Static)
        if self.round and self._answers.blind:
            wall.update("")
            spread.update("")
            board.lay_lines(open_round(self.desk.plan, self.round))
            return
        answer = self._answers.of(self.item[1])
        wall.update(self._wall())
        board.lay_lines(self._tally())
        spread.update(plain("") if self.voting else _apart(answer))
        id = self._agreed.id if self._agreed else ""
        if id != self._shown:
            self._shown = id
            self.call_later(self._beside, id)

    def _wall(self) -> Content:
        one = self.item[1]
        letters = " ".join(one.name.upper()) if len(one.name) <= SPACED else one.name.upper()
        name = letters if len(letters) <= self.room else one.name.upper()
        gap = "\n\n" if self.tall else "\n"
        return joined((name, f"{INK} bold"), (gap + one.ask, BODY), (gap + one.here, MUTED))

    def _tally(self) -> list[Piece]:
        """A line a level, with a mark for each vote once all are in."""
        lines: list[Piece] = []
        agreed = self._agreed
        votes = [] if self.voting else self._votes
        for one in options(self.desk.plan, self.assessment):
            on = agreed is not None and str(agreed.level) == one.id
            dots = "● " * sum(str(vote) == one.id for vote in votes)
            lines.append((joined(
                ("▌ " if on else "  ", ACCENT), (f"{key_of(one)}  ", f"{INK} bold"),
                (one.name.ljust(NAME), f"{INK} bold" if on else BODY), (dots, DATA),
                ("agreed" if on else "", f"{ACCENT} bold"),
            ), partial(self.give, level_of(one))))  # fmt: skip
            lines += [(plain(""), None)] * self.tall
        return lines

    async def _beside(self, id: str) -> None:
        """Puts the note of an agreement under it, or takes it away."""
        beside = self.query_one("#beside", Vertical)
        await beside.remove_children()
        if id and id == self._shown:
            kind = Consensus.fields["note"]
            spot = Spot(id, "note", kind, "Rests on",
                        "What does it rest on, and who sees it differently?")  # fmt: skip
            await beside.mount(Entry(spot, self.desk.plan, asks=False))

    # Doing

    def give(self, level: Level | None) -> None:
        """A vote of the next seat; once the vote has ended, the level that the room agrees on."""
        if self._answers.blind:
            return
        if level is None:
            self._take_back()
        elif self.voting:
            Sheet(self.desk.plan, self.place.id, self._waiting[0]).give(self.item[1].id, level)
        else:
            rating.agree(self.desk.plan, self.place.id, self.item[1].id, level)
        self._redraw()

    def _take_back(self) -> None:
        """The agreed level goes first, then the vote of the last seat."""
        plan, id = self.desk.plan, self.item[1].id
        if self._agreed:
            rating.agree(plan, self.place.id, id, None)
            return
        self._ended.discard(id)
        for one in reversed(self._seats):
            found = Sheet(plan, self.place.id, one).rating(id)
            if found is not None:
                plan.remove(found.id)
                return

    def _redraw(self) -> None:
        self.renew()
        self.desk.frame.renew()

    def move(self, right: int, down: int) -> None:
        self._to(self._at + right)

    def _to(self, number: int) -> None:
        self._at = number % len(self.assessment.indicators)
        self.desk.plan.settle()
        self.query_one(Levels).focus(scroll_visible=False)
        self.query_one("#drawn-page").scroll_home(animate=False)
        self._redraw()

    def later(self) -> None:
        """The next item."""
        self._to(self._at + 1)

    def show_levels(self) -> None:
        """The cursor goes to the levels."""
        self.query_one(Levels).focus()

    def go_on(self) -> None:
        """Ends the vote; where it has ended, the next item."""
        if self.voting and self._votes:
            self._ended.add(self.item[1].id)
            self._redraw()
        else:
            self.later()

    def to_widest(self) -> None:
        """The item not agreed on whose raters lie furthest apart."""
        found = self._answers
        left = [found.of(one) for one in self.assessment.indicators if one.id not in found.agreed]
        one = max(left, key=_width, default=None)
        if one is None or not _width(one):
            self.desk.notify("You agree on all, or nobody differs.")
        else:
            self._to(self.assessment.indicators.index(one.indicator))

    def offers(self, does: str) -> bool:
        """Nothing while the round is open; a note where something is agreed."""
        if self._answers.blind:
            return False
        if does in ("go_on", "to_widest"):
            return isinstance(self.desk.focused, Levels)
        return does != "to_editor" or self._agreed is not None

    def renew(self) -> None:
        if self.is_attached and self.desk.session and self.desk.plan.record(self.place.id) is None:
            self.desk.go(Place("profile", self.assessment.id))
        else:
            super().renew()

    def up(self) -> Place | None:
        return Place("profile", self.assessment.id, self.place.id)


def _width(one: Answer) -> int:
    return (one.high or 0) - (one.low or 0)


def _apart(one: Answer) -> Content:
    """How far votes lie apart, in words."""
    if one.low is None or one.high is None:
        return plain("Nobody gave a level.", MUTED)
    if one.low == one.high:
        return plain(f"All gave {one.low}.", MUTED)
    return plain(f"From {one.low} to {one.high}, the middle at {one.median:g}.", MUTED)
