"""How a round begins and goes on: alone, several apart, or a meeting; who rates now; its end."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from screens.asking import Asking, Confirm, ask
from screens.picker import Pickable, Picker
from screens.places import Place
from workbook import rating
from workbook.records.assessing import Rater, Round

if TYPE_CHECKING:
    from screens.app import WorkbookApp
    from workbook.curriculum import Assessment

MOST = 30
"""Seats that a meeting can have."""
APART, ALONE, MEETING, ON = "apart", "alone", "meeting", "on"
WAYS = (
    Pickable(APART, "Several raters in turn", "nobody sees a level until you close"),
    Pickable(ALONE, "I rate alone", "no round to close"),
    Pickable(MEETING, "A meeting votes", "one item large, votes by number"),
)


def rate(app: WorkbookApp, assessment: Assessment, round: Round | None) -> None:
    """Goes on with the round that is open, or asks how a new one is rated."""
    if round is not None and not round.closed:
        who_rates(app, round)
        return
    ways = [*WAYS, *_again(round)]
    picker = Picker(f"How do you rate {assessment.name.lower()} this time?", ways)
    ask(app, picker, partial(_begin, app, assessment, round))


def _again(round: Round | None) -> list[Pickable]:
    """To go on with the round that one person rates in the open, where there is one."""
    if round is None or len(round.raters or ()) > 1:
        return []
    name = round.name or "the last round"
    return [Pickable(ON, f"Go on with “{name}”", "its levels are in the open")]


def _begin(
    app: WorkbookApp, assessment: Assessment, round: Round | None, picked: list[str]
) -> None:
    match picked:
        case ["apart"]:
            _choose_raters(app, assessment)
        case ["alone"]:
            app.visit(Place("rating", rating.begin(app.plan, assessment, [], apart=False)))
        case ["meeting"]:
            meet(app, assessment)
        case ["on"] if round is not None:
            who_rates(app, round)


def _choose_raters(app: WorkbookApp, assessment: Assessment) -> None:
    """Who is expected, by the names they chose; then who begins."""
    picker = Picker(
        "Who rates? Names of their own choosing; type a new one.",
        _raters(app), many=True, makes=[("Add the rater “{}”", partial(_add_rater, app))],
    )  # fmt: skip

    def begin(picked: list[str]) -> None:
        if picked:
            id = rating.begin(app.plan, assessment, picked, apart=True)
            if isinstance(made := app.plan.record(id), Round):
                who_rates(app, made)

    ask(app, picker, begin)


def _raters(app: WorkbookApp, ids: list[str] | None = None) -> list[Pickable]:
    """Those with these ids; else all but the seats of a meeting, which are nobody in particular."""
    seats = {rating.SEAT.format(number) for number in range(1, MOST + 1)}
    all_ = [one.id for one in app.plan.records(Rater) if one.alias not in seats]
    return [Pickable(id, app.plan.label(id)) for id in (all_ if ids is None else ids)]


def _add_rater(app: WorkbookApp, alias: str) -> str:
    return app.plan.add("rater", {"alias": alias})


def who_rates(app: WorkbookApp, round: Round) -> None:
    """Asks who sits at the keyboard now; where one person rates in the open, nobody is asked."""
    expected = rating.present(app.plan, round)
    if not round.raters:
        app.visit(Place("rating", round.id))
        return

    def add(alias: str) -> str:
        id = _add_rater(app, alias)
        app.plan.put(round.id, [*(round.raters or ()), id], "raters")
        return id

    picker = Picker(
        "Who rates now?", _raters(app, expected), makes=[("I was not listed: add “{}”", add)]
    )
    ask(app, picker, lambda picked: app.visit(Place("rating", round.id, picked[0])))


def meet(app: WorkbookApp, assessment: Assessment) -> None:
    """Asks how many vote, and puts a round of today on the wall."""
    asking = Asking(
        "How many people vote in the room?", "5", take="begin the meeting", wrong=_no_number
    )

    def begin(text: str) -> None:
        raters = rating.seats(app.plan, int(text))
        app.visit(Place("meeting", rating.begin(app.plan, assessment, raters, apart=False)))

    ask(app, asking, begin)


def _no_number(text: str) -> str:
    word = text.strip()
    fits = word.isascii() and word.isdigit() and 1 <= int(word[:4]) <= MOST
    return "" if fits else f"Write a number from 1 to {MOST}."


def close(app: WorkbookApp, round: Round) -> None:
    """Closes a round; asks first where somebody who is expected has not given everything."""
    count = rating.turnout(app.plan, round)
    lacking = count.expected - count.done
    if not lacking:
        _close(app, round)
        return
    who = "One rater has" if lacking == 1 else f"{lacking} of {count.expected} raters have"
    said = f"{who} not rated everything. Closing shows all levels to everyone."
    ask(app, Confirm(said, "close it"), lambda yes: _close(app, round))


def _close(app: WorkbookApp, round: Round) -> None:
    count = len(rating.present(app.plan, round))
    app.plan.settle()
    app.plan.put(round.id, True, "closed")
    app.plan.settle()
    talk = "Talk it through first, item by item: c. Then write" if count > 1 else "Now write"
    app.notify(f"Closed. {talk} your own word on each condition: j.")
