"""Every word that the program itself says in a plan is said in the language laid over it."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.map.citing import cite
from tests.map.conftest import DATE, document, markdown, new_plan, read
from tests.map.filling import Filling
from tests.map.test_readiness import rate
from workbook.curriculum import Curriculum, load
from workbook.map.companions import companion
from workbook.map.markdown import write
from workbook.map.page import page
from workbook.map.pages import pages
from workbook.map.public import Public
from workbook.map.wording import Wording
from workbook.plan import Plan
from workbook.records.assessing import Rater
from workbook.walking import printed
from workbook.worksheets.sheet import worksheet

UNSEEN = {
    "rater", "months", "because", "if", "if_first", "then", "so_that", "vision", "assume",
}  # fmt: skip
"""Said where somebody exports and not in a plan; twelve words in one; and what a theory of change
is drawn up with, which is the team's own text from then on."""
COUNTED = """
id = "engaging"
[[step]]
id = "activities"
[[step.prompt]]
id = "engaging.ease"
kind = "scale"
unknown = true
name = "Ease"
ask = "How easy was it to come?"
map = "coalition.engagement"
lead = "It was {value} to come."
"""


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Curriculum:
    """Content whose every word of the program is its key between marks."""
    over, words = tmp_path_factory.mktemp("over"), load().map_words
    lines = [f'{key} = "«{key}» {" ".join(braces(text))}"' for key, text in words.items()]
    months = ", ".join(f"month {number}" for number in range(1, 13))
    lines = [one for one in lines if not one.startswith("months")] + [f'months = "{months}"']
    (over / "map.toml").write_text("\n".join(["[words]", *lines]), encoding="utf-8")
    (over / "3-engaging.toml").write_text(COUNTED, encoding="utf-8")
    return load(over)


def braces(text: str) -> list[str]:
    """What is filled into a text, with its braces."""
    return [f"{{{one.partition('}')[0]}}}" for one in text.split("{")[1:]]


def filled(plan: Plan) -> None:
    Filling(plan).everything()
    lead = plan.add("stakeholder", {"name": "Ben Cole"})
    plan.add("workgroup", {"name": "Data", "lead": [lead]})
    measure = plan.add("measure", {
        "text": "Leases", "baseline": 2, "baseline_date": "2025", "target": 20,
        "target_date": "2027",
    })  # fmt: skip
    plan.add("observation", {"measure": measure, "period": "2026-03", "value": 5})
    plan.put(lead, "active", "status")
    plan.put(lead, "faith", "sector")
    groups = [plan.add("community_group", {"name": name}) for name in ("Renters", "Owners")]
    plan.put(lead, groups[:1], "groups")


def said(plan: Plan) -> None:
    """What is told once of many rows, a no, what nobody knows, a quarter, a published figure."""
    decision = plan.add("open_decision", {"decision": "Which?"})
    for place in ("Gym", "Hall", "Church"):
        given = {"title": place, "decision": decision, "level": 3, "reach_actual": 3, "pay_each": 4}
        plan.add("activity", given | {"place": place, "languages": "Karen", "audience": "x" * 90})
    plan.add("milestone", {"text": "Vote", "due": "2027-Q3", "done": False})
    plan.put("engaging.ease", "unknown")
    series = {"variable": "share_homeless", "geography": "Marten", "subgroup": "All",
              "source": "HUD", "values": {
                  "2021": {"value": 0.04}, "2022": {"value": 0.041, "quality": 3},
              }}  # fmt: skip
    plan.db.of("metric_series").keep("mts-00000001", series)
    nobodys = {one: text for one, text in series.items() if one != "source"}
    plan.db.of("metric_series").keep("mts-00000002", nobodys)
    plan.put("embarking.why-now", "It is [[mts-00000002]].")


def strategic(plan: Plan) -> None:
    """A priority with its line, actions on criteria and in a circle, money, what carries them."""
    plan.put("actions.theory", "Rules decide.")
    plan.put("actions.order", "The lease goes first.")
    plan.put("actions.weights", {"impact": 2, "cost": 1})
    priority = plan.add("priority", {"title": "Homes"})
    plan.add("root_cause", {"priority": priority, "because": "rules of long ago"})
    given = {"priority": priority, "conditions": ["policies"], "cost": 9, "ends": "2027",
             "scores": {"impact": 3, "cost": 2}}  # fmt: skip
    first, second = (plan.add("strategic_action", given | {"title": one}) for one in "AB")
    plan.put(second, [first], "depends_on")
    plan.add("strategic_action", given | {"title": "C", "depends_on": [second]})
    plan.put(first, [second], "depends_on")
    plan.add("logic_item", {"action": first, "column": "long", "text": "Homes last"})
    plan.add("logic_item", {"column": "long", "text": "All is well"})
    source = plan.add("funding_source", {"name": "County", "ends": "2028"})
    for goes in ({"action": first}, {"backbone": True}):
        held = {"source": source, "year": 2027, "amount": 5, "status": "secured"}
        plan.add("allocation", held | goes)
    plan.add("stewardship", {"action": second, "needs": "Time"})


def going(plan: Plan) -> None:
    """An action in each state, and an outcome that moved since the release."""
    plan.today = datetime.date(2027, 1, 1)
    plan.put("release.date", "2026-06")
    for dates in ({"ends": "2026"}, {"ends": "2028"}, {"starts": "2028"}, {}):
        plan.add("strategic_action", {"title": "A", **dates})
    done = plan.add("strategic_action", {"title": "A"})
    for is_done, action in ((True, done), (False, plan.add("strategic_action", {"title": "B"}))):
        plan.add("milestone", {"text": "Vote", "action": action, "done": is_done})
    measure = plan.add("measure", {"text": "Leases", "level": "short", "baseline": 2, "target": 20,
                                   "baseline_date": "2025", "target_date": "2027"})  # fmt: skip
    plan.add("observation", {"measure": measure, "period": "2026-09", "value": 5})


def weighed(*scores: dict[str, int]) -> Callable[[Plan], None]:
    """Two priorities on two criteria that count the same."""

    def fill(plan: Plan) -> None:
        plan.put("data.weights", {"leverage": 3, "momentum": 3})
        for number, one in enumerate(scores):
            plan.add("priority", {"title": f"Priority {number}", "scores": one})

    return fill


WEIGHED = (
    weighed({"leverage": 3, "momentum": 3}, {"leverage": 3, "momentum": 3}),
    weighed({"leverage": 5, "momentum": 3}, {"leverage": 2, "momentum": 5}),
    weighed({"leverage": 5, "momentum": 5}, {"leverage": 2, "momentum": 2}),
)
"""Level, within reach of each other, and out of reach."""


def in_files(plan: Plan) -> list[str]:
    """The plan in one file, and in several with its figures and their data."""
    curriculum = plan.curriculum
    data = curriculum.map_words["figure_data"]
    found = pages(document(plan), curriculum.flavors["pandoc"], data)
    return [markdown(plan), *found.values()]


def test_a_plan_says_no_word_of_its_own_but_those_of_its_content(marked: Curriculum):
    texts = []
    for fill in (lambda plan: None, filled, said, strategic, *WEIGHED):
        plan = new_plan(marked)
        fill(plan)
        texts += in_files(plan)
    for level in range(5):
        plan = new_plan(marked)
        rate(plan, raters=1, closed=True, level=level)
        if level:
            rate(plan, raters=2, closed=True, level=level, apart=1)
        texts.append(markdown(plan))
    plan = new_plan(marked)
    ana = plan.add("stakeholder", {"name": "Ana", "may_be_named": True})
    plan.add("station", {"caption": "38 homes", "questions": "Why?", "facilitator": [ana]})
    texts.append(printed(plan)[0])
    texts.append(page(document(cite(plan)), Wording(marked.map_words)))
    plan.put(ana, False, "may_be_named")
    texts.append(worksheet(plan, [marked.steps["register"]]))
    going(plan)
    plan.add("strategic_action", {"title": "C", "plain": "A bus.", "lead": [ana], "ends": "2028"})
    plan.add("channel", {"audience": "Choir", "date": "2028", "who": [ana]})
    texts.append(markdown(plan, edition="public"))
    texts += [write(companion(plan, one, date=DATE)) for one in ("progress", "release-plan")]
    keys = [one for one in marked.map_words if one not in UNSEEN]
    assert [one for one in keys if f"«{one}»" not in "".join(texts)] == []


def test_nobody_who_rates_is_named_in_another_word_than_that_of_the_content(marked: Curriculum):
    plan = new_plan(marked)
    rate(plan, raters=1, closed=True)
    view = Public(plan)
    assert {view.label(one.id) for one in view.records(Rater)} == {"«rater» "}


def test_a_date_is_written_in_the_order_and_the_months_of_the_language(tmp_path: Path):
    words = {
        "day": "{day} de {month} de {year}", "month": "{month} de {year}",
        "quarter": "{quarter} de {year}", "as_of": "A fecha de {date}", "yes": "sí",
        "months": "enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, "
        "octubre, noviembre, diciembre",
    }  # fmt: skip
    lines = [f'{key} = "{text}"' for key, text in words.items()]
    (tmp_path / "map.toml").write_text("\n".join(["[words]", *lines]), encoding="utf-8")
    plan = new_plan(load(tmp_path))
    for due in ("2027-03-09", "2027-03", "2027-Q3", "2027"):
        plan.add("milestone", {"text": f"Vote {due}", "due": due, "done": True})
    found = read(plan)
    assert found.paragraphs[1] == "A fecha de 2 de enero de 2027"
    for shown in ("9 de marzo de 2027", "marzo de 2027", "Q3 de 2027", "sí"):
        assert shown in found.text


@pytest.mark.parametrize("due", ["2027-13", "2027-02-31", "2027-Q7", "soon"])
def test_what_is_no_date_stands_as_the_file_holds_it(plan: Plan, due: str):
    plan.db.of("milestone").keep("mil-00000001", {"text": "Vote", "due": due})
    assert due in read(plan).text
