"""For every check a workbook in which it finds something, and what mends that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from workbook.plan import Plan

Made = Any
"""What was made, for the mending: an id, or several."""
WHO = ["Ana Ruiz"]


@dataclass(frozen=True)
class Book:
    """A plan to write in, in few words."""

    plan: Plan

    def add(self, type: str, **values: Any) -> str:
        """Adds a record."""
        return self.plan.add(type, values)

    def put(self, id: str, value: Any, field: str = "") -> None:
        """Writes an answer or a field."""
        self.plan.put(id, value, field)

    def by_hand(self, type: str, id: str, **fields: Any) -> None:
        """Writes past the plan's door, as an editor of the file would."""
        self.plan.db.of(type).change(id, lambda found: found.update(fields))


@dataclass(frozen=True)
class Case:
    """A check's code, what it finds something in, and what mends that."""

    code: str
    wrong: Callable[[Book], Made]
    mend: Callable[[Book, Made], object]


def lacks(code: str, type: str, field: str, what: Any, /, **values: Any) -> Case:
    """A record without a field, and then with it. what: the value, or what makes it."""

    def mend(book: Book, id: str) -> None:
        book.put(id, what(book) if callable(what) else what, field)

    return Case(code, lambda book: book.add(type, **values), mend)


def of(type: str, **values: Any) -> Callable[[Book], str]:
    """Makes another record to point to."""
    return lambda book: book.add(type, **values)


def beside(other: str, type: str, **values: Any) -> Callable[[Book], str]:
    """Makes a record where the table that would mend it has a row already."""
    return lambda book: [book.add(other), book.add(type, **values)][1]


def many(type: str, **values: Any) -> Callable[[Book], list[str]]:
    """Makes another record to point to, as a list."""
    return lambda book: [book.add(type, **values)]


# References


def _pointing(book: Book) -> str:
    gone = book.add("open_decision", decision="Which first?")
    walk = book.add("activity", title="Walk", decision=gone)
    book.plan.remove(gone)
    return walk


def _conflict(book: Book) -> str:
    walk = book.add("activity", title="Walk")
    waiting = {"record": walk, "field": "title", "kind": "edit/edit"}
    book.plan.db.of("_conflicts").keep("c1", waiting)
    return walk


def _row(book: Book) -> str:
    row = book.plan.add("row", {"person": WHO}, prompt="embarking.hours")
    book.by_hand("row", row, prompt="embarking.gone")
    return row


def _no_record(book: Book) -> str:
    stakeholder = book.add("stakeholder", name="Lee")
    book.by_hand("stakeholder", stakeholder, x_broken=[1, 2])
    return stakeholder


def _citing(book: Book) -> str:
    figure = book.add("metric_series", variable="share")
    book.put("data.story", f"It rose to [[{figure}]].")
    book.plan.remove(figure)
    return "data.story"


REFERENCES = (
    Case("broken-reference", _pointing, lambda b, id: b.put(id, None, "decision")),
    Case(
        "not-a-value",
        lambda b: [id := b.add("activity", title="Walk"), b.by_hand("activity", id, level=9)][0],
        lambda b, id: b.put(id, 3, "level"),
    ),
    Case("conflict", _conflict, lambda b, id: b.plan.db.of("_conflicts").drop("c1")),
    Case(
        "code-twice",
        lambda b: [b.add("finding", claim=one, code="F1") for one in ("Few go", "Few stay")][1],
        lambda b, id: b.put(id, "F2", "code"),
    ),
    lacks("no-name", "activity", "title", "Walk", place="The gym"),
    Case("no-record", _no_record, lambda b, id: b.put(id, None, "x_broken")),
    Case("in-no-table", _row, lambda b, id: b.by_hand("row", id, prompt="embarking.hours")),
    Case("cited-figure-gone", _citing, lambda b, id: b.put(id, "It rose.")),
    Case(
        "not-known",
        lambda b: b.plan.db.of("answers").keep("weather.shelter", {"value": "The gym"}),
        lambda b, _: b.plan.db.of("answers").drop("weather.shelter"),
    ),
)

# Engagement


def _speaks_higher(book: Book) -> str:
    lease = book.add("open_decision", decision="Lease", state="open", level=4)
    book.add("activity", title="Breakfast", decision=lease, level=2)
    book.add("activity", title="Off", decision=lease, level=5, status="canceled")
    return lease


def _heard(book: Book, *, used: bool) -> str:
    heard = book.add("heard", text="Fees repeat.")
    if used:
        book.add("finding", claim="Fees repeat", evidence_for=[heard])
    return heard


ENGAGEMENT = (
    lacks("activity-without-decision", "activity", "decision", of("open_decision", decision="x"),
          title="Walk"),
    lacks("activity-without-promise", "activity", "promise", "You will see it.", title="Walk"),
    lacks("activity-without-pay", "activity", "pay_each", 40, title="Walk", level=3),
    lacks("activity-without-report-back", "activity", "report_back_date", "2026-07", title="Walk"),
    lacks("activity-without-owner", "activity", "owner", WHO, title="Walk"),
    Case("activities-all-low", of("activity", title="Survey", level=2),
         lambda b, _: b.add("activity", title="Team", level=4)),
    Case(
        "fixed-decision-asked",
        lambda b: b.add("activity", title="Walk", level=2,
                        decision=b.add("open_decision", decision="Tax", state="fixed")),
        lambda b, id: b.put(id, 1, "level"),
    ),
    Case("open-decision-without-activity",
         beside("activity", "open_decision", decision="Lease", state="open"),
         lambda b, id: b.add("activity", title="Walk", decision=id)),
    lacks("decision-held-low", "open_decision", "why_not_further", "The state decides.",
          decision="Lease", state="open", level=2),
    Case("decision-promises-more", _speaks_higher, lambda b, id: b.put(id, 2, "level")),
    lacks("heard-from-nowhere", "heard", "activity", of("activity", title="Walk"), text="Fees"),
    Case("group-not-heard", beside("activity", "community_group", name="Renters"),
         lambda b, id: b.add("activity", title="Walk", groups=[id])),
    Case("heard-without-answer", lambda b: _heard(b, used=True),
         lambda b, id: b.put(id, "It is the state's to decide.", "why_not")),
    Case("heard-unused", lambda b: _heard(b, used=False),
         lambda b, id: b.put(id, [b.add("finding", claim="Fees repeat")], "changed")),
)  # fmt: skip

# Data


def _weak(book: Book) -> str:
    figure = book.add("metric_series", variable="share",
                      values={"2022": {"value": 0.3, "quality": 1},
                              "2023": {"value": 0.4, "quality": 3}})  # fmt: skip
    return book.add("finding", claim="Few go", evidence_for=[figure])


def _read_weak(book: Book) -> str:
    book.add("metric_series", variable="share_in_preschool", predictor="access-to-preschool",
             values={"2023": {"value": 0.4, "quality": 3}})  # fmt: skip
    return book.add("metric_reading", predictor="access-to-preschool", judged="concern")


def _few(book: Book) -> str:
    book.put("impact.smallest-count", 10)
    return book.add("metric_series", variable="count_homeless", values={"2022": {"value": 7}})


def _few_speakers(book: Book) -> str:
    book.put("impact.smallest-count", 10)
    group = book.add("community_group", name="Tenants")
    return book.add("insight", text="Fees repeat", group=group, how_often=9, theme="Fees")


def _add_source(book: Book, id: str) -> None:
    source = book.add("data_source", source="The district")
    book.put(id, [*book.plan.raw(id, "evidence_for"), source], "evidence_for")


def _judged(book: Book, *words: str) -> None:
    for number, word in enumerate(words):
        book.add("finding", claim=f"Finding {number}", judged=word)


DATA = (
    lacks("finding-without-evidence", "finding", "evidence_for", many("insight", text="Fees"),
          claim="Fees repeat"),
    Case(
        "finding-without-voice",
        lambda b: b.add("finding", claim="Few go",
                        evidence_for=[b.add("data_source", source="The district")]),
        lambda b, id: b.put(id, [b.add("heard", text="Nobody goes.")], "evidence_for"),
    ),
    Case("finding-only-weak", _weak, _add_source),
    Case("reading-on-weak", _read_weak, lambda b, id: b.put(id, "Half are on a list.", "why")),
    Case("small-count", _few, lambda b, id: b.put(id, {"2022": {"value": 12}}, "values")),
    Case("few-speakers", _few_speakers, lambda b, id: b.put(id, 10, "how_often")),
    lacks("quote-not-asked", "insight", "may_quote", True, text="Fees repeat", quote="Nine doors"),
    lacks("finding-without-strength", "finding", "asset", "The library helps.", claim="Few go",
          judged="concern"),
    Case("few-strengths", lambda b: _judged(b, "strength", *["concern"] * 4),
         lambda b, _: b.add("finding", claim="People organize", judged="both")),
    Case("no-finding-of-strength", lambda b: _judged(b, *["concern"] * 3),
         lambda b, _: b.add("finding", claim="People organize", judged="strength")),
    Case("finding-unused", beside("priority", "finding", claim="Few go", judged="concern"),
         lambda b, id: b.add("priority", title="Preschool", findings=[id])),
    Case("insight-unused", beside("finding", "insight", text="Letters come in English"),
         lambda b, id: b.add("finding", claim="Few go", evidence_against=[id])),
    Case("reading-unused",
         beside("finding", "metric_reading", predictor="social-capital", judged="concern"),
         lambda b, id: b.add("finding", claim="Few meet", predictors=["social-capital"])),
    lacks("priority-without-finding", "priority", "findings", many("finding", claim="Few go"),
          title="Preschool"),
    lacks("priority-not-agreed", "priority", "agreed_by", "The coalition", title="Preschool"),
    Case("priority-without-cause", beside("root_cause", "priority", title="Housing"),
         lambda b, id: b.add("root_cause", because="Rules", priority=id)),
    Case("priority-without-action", beside("strategic_action", "priority", title="Housing"),
         lambda b, id: b.add("strategic_action", title="Lease", priority=id)),
    lacks("finding-without-affected", "finding", "most_affected", "Renters", claim="Few go"),
)  # fmt: skip

# Causes


def _cause_circle(book: Book) -> list[str]:
    first = book.add("root_cause", because="Rules")
    second = book.add("root_cause", because="Money", parent=first)
    book.put(first, second, "parent")
    return [first, second]


def _two_trees(book: Book) -> str:
    one, two = (book.add("priority", title=title) for title in ("Housing", "Reading"))
    above = book.add("root_cause", because="Rules", priority=one)
    return book.add("root_cause", because="Money", priority=two, parent=above)


CAUSES = (
    Case("cause-circle", _cause_circle, lambda b, ids: b.put(ids[0], None, "parent")),
    lacks("cause-without-priority", "root_cause", "priority", of("priority", title="Housing"),
          because="Rules"),
    Case("cause-of-another-priority", _two_trees, lambda b, id: b.put(id, None, "parent")),
    lacks("cause-without-evidence", "root_cause", "evidence", many("insight", text="Fees"),
          because="Rules"),
    Case("cause-unreached", beside("strategic_action", "root_cause", because="Rules"),
         lambda b, id: b.add("strategic_action", title="Lease",
                             causes=[b.add("root_cause", because="Money", parent=id)])),
)  # fmt: skip

# Actions


def _action_circle(book: Book) -> list[str]:
    first = book.add("strategic_action", title="Lease")
    second = book.add("strategic_action", title="Bus", depends_on=[first])
    book.put(first, [second], "depends_on")
    return [first, second]


LEASE = {"title": "Lease"}
ACTIONS = (
    Case("depends-circle", _action_circle, lambda b, ids: b.put(ids[0], None, "depends_on")),
    lacks("action-without-priority", "strategic_action", "priority", of("priority", title="Homes"),
          **LEASE),
    lacks("action-without-cause", "strategic_action", "causes", many("root_cause", because="Rules"),
          **LEASE),
    lacks("action-without-lead", "strategic_action", "lead", WHO, **LEASE),
    lacks("action-without-date", "strategic_action", "ends", "2027", **LEASE),
    lacks("action-without-evidence", "strategic_action", "evidence_base", "Nobody knows.", **LEASE),
    lacks("action-not-shaped", "strategic_action", "residents_shaped", "They wrote it.", **LEASE),
    lacks("action-without-harm-check", "strategic_action", "could_harm", "Nobody.", **LEASE),
    Case("action-without-outcome", beside("logic_item", "strategic_action", **LEASE),
         lambda b, id: b.add("logic_item", text="Fewer moves", action=id, column="short")),
    Case("action-without-measure", beside("measure", "strategic_action", **LEASE),
         lambda b, id: b.add("measure", text="Leases signed",
                             about=b.add("logic_item", text="Leases", action=id))),
    Case("action-without-steward", beside("stewardship", "strategic_action", **LEASE),
         lambda b, id: b.add("stewardship", action=id, steward=WHO)),
    Case("action-without-money", beside("allocation", "strategic_action", **LEASE),
         lambda b, id: b.add("allocation", action=id)),
    Case("visions-chosen",
         lambda b: [b.add("vision_draft", text=one, chosen=True) for one in ("Homes", "Time")],
         lambda b, ids: b.put(ids[1], False, "chosen")),
    Case("all-programs", of("strategic_action", **LEASE, kind="program"),
         lambda b, _: b.add("strategic_action", title="Ordinance", kind="policy")),
    Case("none-structural", of("strategic_action", **LEASE, conditions=["relationships"]),
         lambda b, _: b.add("strategic_action", title="Rule", conditions=["policies"])),
    Case("none-relational", of("strategic_action", **LEASE, conditions=["policies"]),
         lambda b, _: b.add("strategic_action", title="Seats", conditions=["power-dynamics"])),
)  # fmt: skip

# Logic


def _chain(book: Book, *columns: str) -> list[str]:
    """Items in these columns, each leading to the next."""
    ids = [book.add("logic_item", text=one, column=one) for one in columns]
    for id, to in pairwise(ids):
        book.put(id, [{"item": to}], "leads_to")
    return ids


def _round(book: Book) -> list[str]:
    ids = _chain(book, "short", "short")
    book.put(ids[1], [{"item": ids[0]}], "leads_to")
    return ids


def _lead(book: Book, from_: str, to: str) -> None:
    book.put(from_, [{"item": to}], "leads_to")


LOGIC = (
    Case("item-circle", _round, lambda b, ids: b.put(ids[0], None, "leads_to")),
    Case("item-leads-back", lambda b: _chain(b, "short", "input"),
         lambda b, ids: b.put(ids[0], "input", "column")),
    lacks("item-without-action", "logic_item", "action", of("strategic_action", **LEASE),
          text="Leases"),
    Case("output-without-activity", lambda b: _chain(b, "input", "output"),
         lambda b, ids: _lead(b, _chain(b, "activity")[0], ids[1])),
    Case("outcome-without-activity", lambda b: _chain(b, "short"),
         lambda b, ids: _lead(b, _chain(b, "activity", "output")[1], ids[0])),
    Case("activity-without-output", lambda b: _chain(b, "activity"),
         lambda b, ids: _lead(b, ids[0], _chain(b, "output")[0])),
    Case("item-leads-nowhere", lambda b: _chain(b, "output"),
         lambda b, ids: _lead(b, ids[0], _chain(b, "long")[0])),
    lacks("long-without-predictor", "logic_item", "predictor", "housing-stability", text="Homes",
          column="long"),
    lacks("assumption-of-nothing", "assumption", "about", of("strategic_action", **LEASE),
          text="Vacancies stay"),
)  # fmt: skip

# Measures

LEASES = {"text": "Leases signed"}
MEASURES = (
    lacks("measure-of-nothing", "measure", "about", of("strategic_action", **LEASE), **LEASES),
    lacks("measure-without-baseline", "measure", "baseline_date", "2027", **LEASES),
    lacks("baseline-without-date", "measure", "baseline_date", "2025", **LEASES, baseline=3),
    Case("target-against-direction",
         of("measure", **LEASES, baseline=20, target=12, direction="up"),
         lambda b, id: b.put(id, 21, "target")),
    Case("percent-past-the-whole", of("measure", **LEASES, unit="%", target=500),
         lambda b, id: b.put(id, 50, "target")),
    Case("target-passed", of("measure", **LEASES, target=12, target_date="2026-03"),
         lambda b, id: b.add("observation", measure=id, period="2026-04", value=9)),
    Case("measure-not-taken", of("measure", **LEASES, how_often="quarterly",
                                 baseline_date="2025-09"),
         lambda b, id: b.add("observation", measure=id, period="2026-01", value=3)),
    lacks("measure-without-target", "measure", "target", 20, **LEASES),
    lacks("measure-without-date", "measure", "target_date", "2027-06", **LEASES),
    lacks("measure-without-owner", "measure", "collects", WHO, **LEASES),
    lacks("measure-without-split", "measure", "split_by", "Town", **LEASES),
    lacks("observation-of-nothing", "observation", "measure", of("measure", **LEASES),
          period="2026-04", value=3),
)  # fmt: skip

# People


def _leaver(book: Book) -> str:
    lee = book.add("stakeholder", name="Lee", status="left")
    return book.add("strategic_action", title="Lease", lead=[lee])


def _burdened(book: Book) -> str:
    lee = book.add("stakeholder", name="Lee")
    for number in range(10):
        book.add("risk", event=f"Event {number}", owner=[lee] if number < 4 else [f"P{number}"])
    return lee


def _house(book: Book) -> list[str]:
    both = [book.add("stakeholder", name=one, organisation="The county") for one in ("Lee", "Kim")]
    for number in range(10):
        who = [both[number % 2]] if number < 4 else [f"P{number}"]
        book.add("risk", event=f"Event {number}", owner=who)
    return both


def _known(book: Book) -> str:
    lee = book.add("stakeholder", name="Lee", owner=WHO)
    for number in range(10):
        owner = [lee] if number < 6 else [f"P{number}"]
        book.add("stakeholder", name=f"Member {number}", owner=owner)
    return lee


def _share(book: Book, type: str, who: str, name: str = "Ana Ruiz") -> None:
    """One of somebody's duties goes to another."""
    for one in book.plan.db.of(type):
        if one.get("owner") == [who]:
            book.put(str(one.doc_id), [name], "owner")
            return


PEOPLE = (
    Case("owner-left", _leaver, lambda b, id: b.put(id, WHO, "lead")),
    Case("too-much-on-one", _burdened, lambda b, id: _share(b, "risk", id)),
    Case("too-much-on-one-house", _house, lambda b, ids: _share(b, "risk", ids[0])),
    Case("one-holds-relationships", _known, lambda b, id: _share(b, "stakeholder", id)),
    lacks("invitation-without-owner", "stakeholder", "owner", WHO, name="Lee", status="invited"),
    Case("no-resident-vote", of("stakeholder", name="Lee", votes=True, sector="business"),
         lambda b, _: b.add("stakeholder", name="Kim", votes=True, sector="resident")),
    Case("no-executive-commitment", of("commitment", words="Yes", kind="community"),
         lambda b, _: b.add("commitment", words="Yes", kind="executive")),
    Case("no-community-commitment", of("commitment", words="Yes", kind="executive"),
         lambda b, _: b.add("commitment", words="Yes", kind="community")),
    lacks("work-without-one-accountable", "work_item", "accountable",
          many("stakeholder", name="Lee"), title="Run the walk"),
    lacks("work-without-responsible", "work_item", "responsible",
          many("stakeholder", name="Lee"), title="Run the walk"),
    lacks("workgroup-without-lead", "workgroup", "lead", WHO, name="Housing"),
    lacks("step-without-owner", "preparedness_step", "who", WHO, missing="Hosts"),
    lacks("audience-without-owner", "audience", "owner", WHO, name="Families"),
    lacks("stewardship-of-nothing", "stewardship", "action", of("strategic_action", **LEASE),
          steward=WHO),
    lacks("stewardship-without-steward", "stewardship", "steward", WHO, needs="$12,000"),
    lacks("risk-without-owner", "risk", "owner", WHO, event="An election"),
    lacks("risk-unprepared", "risk", "response", "Ask the county.", event="The grant ends",
          likelihood=4, effect=5, trigger="No call for proposals"),
    lacks("milestone-without-owner", "milestone", "owner", WHO, text="Open house"),
)  # fmt: skip

# Money


def _half(book: Book) -> str:
    source = book.add("funding_source", name="The county", amount=100)
    book.add("allocation", source=source, amount=60, status="secured", backbone=True)
    return source


def _another(book: Book, _: str) -> None:
    other = book.add("funding_source", name="The fund", amount=100)
    book.add("allocation", source=other, amount=60, status="secured", backbone=True)


def _costly(book: Book) -> str:
    action = book.add("strategic_action", **LEASE, cost=100)
    book.add("allocation", action=action, amount=40)
    return action


def _source(book: Book, ends: str) -> str:
    return book.add("funding_source", name=f"Grant until {ends}", ends=ends)


def _ends_first(book: Book) -> str:
    action = book.add("strategic_action", **LEASE, ends="2028-06")
    return book.add("allocation", source=_source(book, "2027"), action=action, amount=40)


MONEY = (
    Case("action-short-of-money", _costly,
         lambda b, id: b.add("allocation", action=id, amount=60)),
    Case("funding-ended", _ends_first, lambda b, id: b.put(id, _source(b, "2028"), "source")),
    Case("one-source-over-half", _half, _another),
    Case("source-overdrawn",
         lambda b: [_half(b), b.put(next(str(one.doc_id) for one in b.plan.db.of("funding_source")),
                                    50, "amount")],
         lambda b, made: b.put(made[0], 60, "amount")),
    Case("amount-below-zero", of("funding_source", name="Fund", amount=-60),
         lambda b, id: b.put(id, 60, "amount")),
    lacks("allocation-without-source", "allocation", "source", of("funding_source", name="Fund"),
          amount=60, backbone=True),
    lacks("allocation-of-nothing", "allocation", "backbone", True, amount=60),
    lacks("cost-of-nothing", "cost_line", "about", of("activity", title="Walk"), kind="food"),
)  # fmt: skip

# Time: the day is May 20, 2026


def _after(book: Book) -> str:
    first = book.add("strategic_action", title="Formula", starts="2026-10")
    return book.add("strategic_action", title="Bus", starts="2026-09", depends_on=[first])


def _late_money(book: Book) -> str:
    source = book.add("funding_source", name="Grant", starts="2026-01", ends="2027-06")
    return book.add("allocation", source=source, year=2028, amount=60, backbone=True)


def _not_told(book: Book) -> str:
    walk = book.add("activity", title="Walk", report_back_date="2026-04-30")
    return book.add("heard", text="Fees repeat.", activity=walk)


TIME = (
    Case("ends-before-start", of("activity", title="Walk", starts="2026-06", ends="2026-05"),
         lambda b, id: b.put(id, "2026", "ends")),
    Case("report-back-too-early",
         of("activity", title="Walk", starts="2026-06-10", report_back_date="2026-06-09"),
         lambda b, id: b.put(id, "2026-06", "report_back_date")),
    Case("target-before-baseline",
         of("measure", **LEASES, baseline_date="2027", target_date="2026-12"),
         lambda b, id: b.put(id, "2027", "target_date")),
    Case("action-before-dependency", _after, lambda b, id: b.put(id, "2026-10", "starts")),
    Case("milestone-after-action",
         lambda b: b.add("milestone", text="Open house", due="2028-07",
                         action=b.add("strategic_action", **LEASE, ends="2028-06")),
         lambda b, id: b.put(id, "2028-06", "due")),
    Case("money-outside-period", _late_money, lambda b, id: b.put(id, 2027, "year")),
    Case("observation-ahead", of("observation", period="2026-06", value=3),
         lambda b, id: b.put(id, "2026-05", "period")),
    Case("report-back-overdue",
         of("activity", title="Walk", status="held", report_back_date="2026-05-19"),
         lambda b, id: b.put(id, "reported-back", "status")),
    Case("activity-still-planned", of("activity", title="Walk", status="planned",
                                      starts="2026-05-19"),
         lambda b, id: b.put(id, "2026-05", "starts")),
    Case("heard-not-told", _not_told, lambda b, id: b.put(id, "2026-05-01", "told_on")),
    Case("step-overdue", of("preparedness_step", missing="Hosts", due="2026-05-19"),
         lambda b, id: b.put(id, "in-place", "status")),
    Case("release-late", lambda book: book.put("release.date", "2026-06-16"),
         lambda book, _: book.put("release.date", "2027-06-16")),
    Case("milestone-overdue", of("milestone", text="Open house", due="2026-04"),
         lambda b, id: b.put(id, True, "done")),
    lacks("decision-without-review", "decision", "review_date", "2026-07", option="full"),
    Case("decision-review-overdue",
         of("decision", option="full", date="2026-02", review_date="2026-05-01"),
         lambda b, _: b.add("decision", option="full", date="2026-05-02")),
    Case("charter-review-overdue", of("charter_clause", topic="review", review_date="2026-03"),
         lambda b, id: b.put(id, "2027-03", "review_date")),
    Case("contact-overdue", of("stakeholder", name="Lee", next_contact="2026-05-19"),
         lambda b, id: b.put(id, "2026-05-20", "next_contact")),
    Case("commitment-ended", of("commitment", words="Yes", until="2026-04"),
         lambda b, id: b.put(id, "2026-05", "until")),
    Case("learning-overdue", of("learning_cycle", question="Does it?", date="2026-05-19"),
         lambda b, id: b.put(id, "It does", "result")),
)  # fmt: skip

# Equity and claims


def _chapter(book: Book) -> None:
    for id in ("engaging.already-told", "engaging.gathering-places", "engaging.pay-how"):
        book.put(id, "Yes")


def _claim(book: Book) -> str:
    round = book.add("round", assessment="readiness", date="2026-02", closed=True)
    for indicator in book.plan.curriculum.assessments["readiness"].dimensions[0].indicators:
        book.add("consensus", round=round, indicator=indicator.id, level=3)
    return round


def _lower(book: Book, _: str) -> None:
    for one in list(book.plan.db.of("consensus")):
        book.put(str(one.doc_id), 2, "level")


EQUITY = (
    Case("no-equity-answer", _chapter, lambda b, _: b.put("engaging.kept-out", "Night workers")),
    Case("claim-without-evidence", _claim, _lower),
    lacks("commitment-without-proof", "commitment", "proof", "A letter", words="Yes"),
)

CASES = (
    *REFERENCES, *ENGAGEMENT, *DATA, *CAUSES, *ACTIONS, *LOGIC, *MEASURES, *PEOPLE, *MONEY, *TIME,
    *EQUITY,
)  # fmt: skip
"""One for every check."""
