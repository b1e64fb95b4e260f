"""What a round of rating keeps to itself: who gave what, and while it is open everything."""

from __future__ import annotations

from workbook.reading import Reading
from workbook.records import Record
from workbook.records.assessing import Consensus, Rater, Rating, Round


class Secrets:
    """The rounds of a plan, asked what of them may be seen. Nobody who rates is ever named."""

    def __init__(self, plan: Reading) -> None:
        rounds = plan.records(Round)
        self._closed = {one.id for one in rounds if one.closed is True}
        expected = {id for one in rounds if not one.closed for id in one.raters or ()}
        open_ = (one for one in plan.records(Rating) if one.round not in self._closed)
        self._rating = expected | {one.rater for one in open_ if one.rater}

    def keeps(self, record: Record) -> bool:
        """Whether a record belongs to a round that is open, or to none that is there."""
        if isinstance(record, Rating | Consensus):
            return record.round not in self._closed
        return isinstance(record, Rater) and record.id in self._rating

    def fields(self, record: Record) -> tuple[str, ...]:
        """The fields of a record that would say who rated."""
        match record:
            case Rater():
                return ("alias",)
            case Round():
                return ("raters",)
        return ()
