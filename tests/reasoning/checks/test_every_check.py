"""Each check finds its own where it is wrong, and nothing where that is mended."""

import re

import pytest
from tinydb.storages import MemoryStorage

from tests.conftest import TODAY
from tests.reasoning.checks.books import CASES, Book, Case
from workbook.curriculum import Curriculum
from workbook.edits import Edit
from workbook.map.public import Public
from workbook.plan import Plan
from workbook.reasoning.checks import BY_CODE, CHECKS, GRAVITY, Finding, check, way
from workbook.store.tables import Tables

IDS = [one.code for one in CASES]


def found(plan: Plan, code: str) -> list[Finding]:
    return [one for one in check(plan) if one.code == code]


def test_every_check_has_one_workbook_that_is_wrong_and_one_that_is_right():
    assert sorted(IDS) == sorted(BY_CODE)
    assert len(set(IDS)) == len(IDS) == len(CHECKS)


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_it_finds_what_is_wrong_and_not_what_is_right(plan: Plan, case: Case):
    assert not found(plan, case.code)
    book = Book(plan)
    made = case.wrong(book)
    assert found(plan, case.code)
    case.mend(book, made)
    assert not found(plan, case.code)


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_it_is_said_in_a_sentence_with_the_way_to_where_it_is_mended(plan: Plan, case: Case):
    case.wrong(Book(plan))
    for one in found(plan, case.code):
        assert re.fullmatch(r"[A-Z“].*\.", one.text), one.text
        assert "{" not in one.text
        steps = plan.curriculum.steps
        assert one.step in steps or case.code in ("in-no-table", "not-known")
        record, field = way(plan, one)
        if record:
            assert plan.kind(record, field) if field else plan.record(record)
        elif field:
            assert plan.curriculum.step_of(field).id == one.step


NO_ONE_PLACE = {
    "too-much-on-one", "too-much-on-one-house", "one-holds-relationships", "one-source-over-half",
    "conflict", "in-no-table", "not-known", "small-count",
}  # fmt: skip
"""What many places make together, and what no screen shows or is chosen on a screen of its own."""


@pytest.mark.parametrize(
    "case", [one for one in CASES if one.code not in NO_ONE_PLACE], ids=lambda one: one.code
)
def test_the_way_leads_to_where_it_is_mended(plan: Plan, case: Case):
    book, edits = Book(plan), list[Edit]()
    made = case.wrong(book)
    said = found(plan, case.code)
    plan.subscribe(edits.extend)
    case.mend(book, made)
    for one in said:
        record, _ = way(plan, one)
        assert any(record == edit.id or (not record and step(plan, edit) == one.step)
                   for edit in edits)  # fmt: skip


def step(plan: Plan, edit: Edit) -> str:
    """Where a user would have made an edit."""
    record = plan.record(edit.id) if edit.table != "answers" else None
    home = plan.curriculum.home(record) if record else None
    return plan.curriculum.step_of(home.id if home else edit.id).id


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_outside_the_screens_it_names_nobody_who_is_not_to_be_named(plan: Plan, case: Case):
    case.wrong(Book(plan))
    said = " ".join(one.text for one in check(plan, Public(plan)))
    assert not re.search(r"\b(Lee|Kim|Ana Ruiz|P\d)\b", said)


def test_every_check_says_how_grave_it_is_who_says_so_and_what_to_do(curriculum: Curriculum):
    chapters = {one.id for one in curriculum.chapters} | {""}
    for one in CHECKS:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", one.code)
        assert one.severity in GRAVITY
        assert one.chapter in chapters
        assert re.fullmatch(r"field paper [0-9.]+|toolkit ch\. \d|common practice", one.source)
        assert re.fullmatch(r"[A-Z].*\.", one.mend), one.mend
        assert re.fullmatch(r"[A-Z“{].*[.}]", one.sentence), one.sentence


def test_what_a_check_looks_for_is_asked_somewhere(curriculum: Curriculum):
    """Else the check would be silent for ever."""
    for one in CHECKS:
        for place in one.asks:
            type, _, field = place.partition(".")
            assert any(table.field(field) for table in curriculum.tables_of(type)), place
        assert not one.at or any(curriculum.tables_of(one.at)), one.code


def test_what_is_said_of_what_hangs_loose_begins_with_its_name():
    """The trace lists the names and says the rest beside them."""
    for one in CHECKS:
        assert not one.loose or (one.sentence.startswith("{it} ") and "{" not in one.lacks)


def test_the_gravest_stand_first():
    ranks = [GRAVITY.index(one.severity) for one in CHECKS]
    assert ranks == sorted(ranks, reverse=True)


def test_codes_are_for_ever():
    """A code that is in use is named in scripts and where it is set aside. Add; never rename."""
    assert [one.code for one in CHECKS if one.code not in KEPT] == []
    assert [one for one in KEPT if one not in BY_CODE] == []


def test_an_empty_workbook_has_nothing_to_mend(curriculum: Curriculum):
    assert check(Plan(Tables(storage=MemoryStorage), curriculum, today=TODAY)) == []


KEPT = frozenset(
    """
    action-before-dependency action-not-shaped action-short-of-money action-without-cause
    action-without-date action-without-evidence action-without-harm-check action-without-lead
    action-without-measure action-without-money action-without-outcome action-without-priority
    action-without-steward activities-all-low activity-still-planned activity-without-decision
    activity-without-output activity-without-owner activity-without-pay activity-without-promise
    activity-without-report-back all-programs allocation-of-nothing allocation-without-source
    assumption-of-nothing audience-without-owner broken-reference cause-circle
    cause-of-another-priority cause-unreached cause-without-evidence cause-without-priority
    charter-review-overdue cited-figure-gone claim-without-evidence commitment-ended
    commitment-without-proof conflict contact-overdue cost-of-nothing decision-review-overdue
    decision-without-review depends-circle ends-before-start few-strengths finding-only-weak
    finding-unused finding-without-affected finding-without-evidence finding-without-strength
    finding-without-voice fixed-decision-asked group-not-heard heard-not-told heard-unused
    heard-without-answer in-no-table insight-unused invitation-without-owner item-circle
    item-leads-back item-leads-nowhere item-without-action learning-overdue
    long-without-predictor measure-of-nothing measure-without-baseline measure-without-date
    measure-without-owner measure-without-split measure-without-target milestone-overdue
    milestone-without-owner money-outside-period no-community-commitment no-equity-answer
    no-executive-commitment no-name no-record no-resident-vote none-relational none-structural
    not-a-value not-known observation-ahead observation-of-nothing one-holds-relationships
    one-source-over-half open-decision-without-activity outcome-without-activity
    output-without-activity owner-left priority-not-agreed priority-without-action
    priority-without-cause priority-without-finding quote-not-asked reading-on-weak reading-unused
    report-back-overdue report-back-too-early release-late
    risk-without-owner source-overdrawn step-overdue step-without-owner stewardship-of-nothing
    small-count stewardship-without-steward target-before-baseline too-much-on-one
    too-much-on-one-house
    baseline-without-date code-twice decision-held-low decision-promises-more funding-ended
    heard-from-nowhere
    few-speakers measure-not-taken milestone-after-action no-finding-of-strength risk-unprepared
    target-against-direction target-passed visions-chosen
    amount-below-zero percent-past-the-whole
    work-without-one-accountable work-without-responsible workgroup-without-lead
    """.split()  # noqa: SIM905  # a list of words is read and added to as words
)
