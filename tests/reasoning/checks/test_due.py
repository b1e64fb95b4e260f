"""Nobody is told of what is not yet due: a table that is not begun, a chapter left out."""

from collections import Counter

import pytest

from tests.reasoning.checks.books import Book
from workbook.plan import Plan
from workbook.reasoning.checks import check

NEXT = {
    "priority-without-cause": "root_cause",
    "priority-without-action": "strategic_action",
    "action-without-outcome": "logic_item",
    "action-without-measure": "measure",
    "action-without-steward": "stewardship",
    "action-without-money": "allocation",
}
"""Codes that say nothing comes after, and the record that would."""


@pytest.fixture
def book(plan: Plan) -> Book:
    return Book(plan)


def said(book: Book) -> Counter[str]:
    return Counter(one.code for one in check(book.plan))


def begin(book: Book) -> None:
    for title in ("Housing", "Reading"):
        book.add("priority", title=title)
        book.add("strategic_action", title=title)


@pytest.mark.parametrize(("code", "type"), NEXT.items())
def test_what_comes_after_is_missed_once_its_table_has_a_row(book: Book, code: str, type: str):
    book.add("priority", title="Housing")
    if type != "strategic_action":
        book.add("strategic_action", title="Lease")
    assert code not in said(book)
    book.add(type)
    assert said(book)[code] == 1


def test_nine_titles_bring_no_alarm_of_chapters_to_come(book: Book):
    for number in range(9):
        book.add("strategic_action", title=f"Action {number}")
    steps = {one.step for one in check(book.plan)}
    assert steps == {"strategic-actions"}


def test_a_chapter_that_the_door_leaves_out_is_not_asked_for(book: Book):
    begin(book)
    for type in ("root_cause", "logic_item", "measure", "stewardship", "allocation"):
        book.add(type)
    assert set(NEXT) - {"priority-without-action"} <= set(said(book))
    book.put("workbook.door", "chapters")
    book.put("workbook.chapters", ["data"])
    assert set(NEXT) & set(said(book)) == set()
    book.put("workbook.chapters", ["data", "impact"])
    assert set(NEXT) & set(said(book)) == {"action-without-measure"}


def test_a_door_behind_which_no_chapter_is_chosen_leaves_nothing_out(book: Book):
    begin(book)
    book.add("measure", text="Leases signed")
    book.put("workbook.door", "chapters")
    assert said(book)["action-without-measure"] == 2
