"""The worked example is given to `workbook ask` as lines on a pipe, and the file holds what the
example holds."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

from tests.journeys.conftest import Done, held, told
from tests.journeys.lines import Dictation
from tests.journeys.test_built_anew import called_now, plainly
from workbook.kinds.pointing import RECORD_ID
from workbook.plan import Plan
from workbook.records import TYPES
from workbook.records.coalition import Stakeholder
from workbook.records.data import MetricSeries
from workbook.store.format import dumps

BROUGHT_IN = "metric_series"
"""What no question asks: it comes out of the file of the Mobility Metrics."""
AS_OF = "workbook.as-of"


def test_the_whole_example_is_dictated_and_its_plan_is_the_same(
    command: Callable[..., Done], tmp_path: Path, example: Plan
):
    whole = example.db.storage.read()
    (tmp_path / "the-example.json").write_bytes(dumps(whole))
    file = tmp_path / "plan.workbook.json"
    start = {"_meta": whole["_meta"], BROUGHT_IN: whole[BROUGHT_IN]}
    file.write_bytes(dumps(start | {"answers": {AS_OF: whole["answers"][AS_OF]}}))
    there = [one.id for one in example.records(MetricSeries)]
    dictation = Dictation(example, there)
    dictation.whole(list(example.curriculum.steps.values()))
    said = command("ask", file, typed="\n".join([*dictation.lines, ""])).stdout
    assert "That was the last question." in said
    made = held(file)
    called = dict(called_now(dictation.made, example, made, set(there)))
    answers = {by_id(id, called): one for id, one in told(made["answers"]).items()}
    assert plainly(answers, called) == told(whole["answers"])
    for type in TYPES:
        wanted = without_firsts(whole.get(type, {}))
        assert plainly(without_firsts(made.get(type, {})), called) == plainly(wanted, {}), type
    plans = [command("export", one, "-o", "-").stdout for one in (file, "the-example.json")]
    assert plans[0] == plans[1]


def by_id(id: str, called: dict[str, str]) -> str:
    """An answer's id with the example's ids of records in it."""
    return re.sub(RECORD_ID.pattern, lambda match: called.get(match[0], match[0]), id)


def without_firsts(records: dict[str, Any]) -> dict[str, Any]:
    """Records without what was first said of somebody: here all is said on one day."""
    firsts = {*Stakeholder.firsts.values(), Stakeholder.first_on}
    return {
        id: {name: value for name, value in deepcopy(one).items() if name not in firsts}
        for id, one in records.items()
    }
