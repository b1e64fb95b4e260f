"""One person is one, however written; who left, who holds too much, and in which words."""

import pytest

from tests.reasoning.checks.books import Book
from workbook.map.public import Public
from workbook.plan import Plan
from workbook.reasoning.checks import check


@pytest.fixture
def book(plan: Plan) -> Book:
    return Book(plan)


def texts(book: Book, code: str, *, public: bool = False) -> list[str]:
    wording = Public(book.plan) if public else None
    return [one.text for one in check(book.plan, wording) if one.code == code]


def duties(book: Book, who: list[str], count: int) -> None:
    for number in range(count):
        book.add("risk", event=f"Event {number}", owner=who)


def strangers(book: Book, count: int) -> None:
    for number in range(count):
        duties(book, [f"P{number}"], 1)


def test_who_is_not_in_the_register_is_named_on_the_screens_alone(book: Book):
    duties(book, ["Ana Ruiz"], 12)
    assert texts(book, "too-much-on-one") == ["“Ana Ruiz” holds 12 of 12 things to be done."]
    assert texts(book, "too-much-on-one", public=True) == [
        "One who is not in the register holds 12 of 12 things to be done."
    ]


def test_of_two_who_are_not_in_the_register_one_is_set_aside_alone(book: Book):
    duties(book, ["Ana Ruiz"], 6)
    duties(book, ["Bo Lind"], 6)
    ana, bo = (one for one in check(book.plan) if one.code == "too-much-on-one")
    book.plan.put(ana.reason_id, "She runs it all until June")
    assert texts(book, "too-much-on-one") == ["“Bo Lind” holds 6 of 12 things to be done."]
    assert bo.go is not None
    assert book.plan.raw(*bo.go) == ["Bo Lind"]


def test_whoever_was_removed_answers_for_no_work(book: Book):
    lee, kim = (book.add("stakeholder", name=one) for one in ("Lee", "Kim"))
    book.add("work_item", title="Agendas", accountable=[lee])
    book.add("work_item", title="Pay", accountable=[lee, kim])
    book.plan.remove(lee)
    assert texts(book, "work-without-one-accountable") == [
        "“Agendas”: exactly one should answer for it."
    ]


def test_relationships_of_one_outside_the_register_have_a_sentence_too(book: Book):
    for number in range(10):
        book.add("stakeholder", name=f"Member {number}", owner=["Ana Ruiz"])
    assert texts(book, "one-holds-relationships") == [
        "“Ana Ruiz” holds the relationship with 10 of 10 in the register."
    ]


def test_who_was_removed_holds_nothing(book: Book):
    lee = book.add("stakeholder", name="Lee")
    duties(book, [lee], 12)
    book.plan.remove(lee)
    assert texts(book, "too-much-on-one") == []
    assert len(texts(book, "broken-reference")) == 12


def test_no_step_is_said_to_be_removed(book: Book):
    """A finding about a whole table names its step, whatever sentence it is put in."""
    book.add("strategic_action", title="Lease", kind="program")
    duties(book, ["Ana Ruiz"], 12)
    assert not any("removed" in one.text for one in check(book.plan))


def test_one_person_by_id_and_by_name_is_one(book: Book):
    ana = book.add("stakeholder", name="Ana Ruiz")
    duties(book, [ana], 4)
    duties(book, [" ana  RUIZ"], 4)
    strangers(book, 12)
    assert texts(book, "too-much-on-one") == ["“Ana Ruiz” holds 8 of 20 things to be done."]
    book.put(ana, "chair", "role")
    assert texts(book, "too-much-on-one", public=True) == [
        "“chair” holds 8 of 20 things to be done."
    ]


def test_two_spellings_outside_the_register_are_one(book: Book):
    duties(book, ["Ana Ruiz"], 4)
    duties(book, ["ana ruiz"], 4)
    strangers(book, 12)
    assert len(texts(book, "too-much-on-one")) == 1


def test_a_name_that_two_have_is_neither(book: Book):
    for role in ("chair", "member"):
        book.add("stakeholder", name="Ana Ruiz", role=role, status="left")
    duties(book, ["Ana Ruiz"], 1)
    assert texts(book, "owner-left") == []


def test_who_left_is_found_by_name_and_by_id(book: Book):
    ana = book.add("stakeholder", name="Ana Ruiz", status="left")
    duties(book, [ana], 2)
    duties(book, ["ana ruiz"], 3)
    assert len(texts(book, "owner-left")) == 5


def test_all_who_left_are_named(book: Book):
    ids = [book.add("stakeholder", name=one, status="left") for one in ("Lee", "Ana", "Kim")]
    book.add("strategic_action", title="Lease", lead=[*ids, "Jo"])
    assert texts(book, "owner-left") == ["Action A1, Lead: Ana, Kim and Lee have left."]


@pytest.mark.parametrize(
    ("type", "field", "over"),
    [
        ("commitment", "who", {"until": "2026-04"}),
        ("strategic_action", "partners", None),
        ("measure", "analyses", None),
        ("data_source", "owner", {"status": "checked"}),
        ("channel", "who", {"date": "2026-05-19"}),
        ("learning_cycle", "who", {"choice": "adopt"}),
        ("open_decision", "must_agree", {"state": "fixed"}),
        ("milestone", "owner", {"done": True}),
    ],
)
def test_what_goes_on_is_not_left_with_one_who_left(
    book: Book, type: str, field: str, over: dict | None
):
    lee = book.add("stakeholder", name="Lee", status="left")
    id = book.add(type, **{field: [lee]})
    assert len(texts(book, "owner-left")) == 1
    for name, value in (over or {field: ["Ana"]}).items():
        book.put(id, value, name)
    assert texts(book, "owner-left") == []


def test_a_house_is_one_however_it_is_written(book: Book):
    lee = book.add("stakeholder", name="Lee", organisation="The County")
    kim = book.add("stakeholder", name="Kim", organisation="the county ")
    duties(book, [lee], 2)
    duties(book, [kim], 2)
    duties(book, ["The county"], 2)
    strangers(book, 9)
    (said,) = texts(book, "too-much-on-one-house")
    assert said.endswith("and others of the same organization hold 6 of 15 things to be done.")


def test_a_promise_counts_while_it_runs_and_somebody_stands_by_it(book: Book):
    code = "no-executive-commitment"
    assert texts(book, code) == []
    promise = book.add("commitment", words="Yes", kind="executive", until="2027")
    assert texts(book, code) == []
    book.put(promise, "2026-04", "until")
    assert len(texts(book, code)) == 1
    book.put(promise, None, "until")
    lee = book.add("stakeholder", name="Lee", status="left")
    book.put(promise, [lee], "who")
    assert len(texts(book, code)) == 1
    book.put(promise, [lee, "Ana Ruiz"], "who")
    assert texts(book, code) == []


@pytest.mark.parametrize(
    ("option", "asked"), [("full", 1), ("named-gaps", 1), ("chapters", 0), ("prepare", 0)]
)
def test_to_go_on_asks_for_the_promises_of_leaders(book: Book, option: str, asked: int):
    book.add("decision", option=option, date="2026-02", review_date="2027")
    for code in ("no-executive-commitment", "no-community-commitment"):
        assert len(texts(book, code)) == asked


def test_a_decision_that_was_taken_back_asks_for_nothing(book: Book):
    book.add("decision", option="full", date="2026-02")
    book.add("decision", option="prepare", date="2026-04", review_date="2027")
    assert texts(book, "no-executive-commitment") == []
    assert texts(book, "decision-without-review") == []


def test_a_decision_is_not_its_own_review(book: Book):
    book.add("decision", option="full", date="2026", review_date="2026-04")
    assert texts(book, "decision-review-overdue") == [
        "“Begin the full process, 2026”: the day of its review is past."
    ]


def test_a_decision_of_some_day_in_the_year_is_no_review_in_may(book: Book):
    book.add("decision", option="full", date="2026-02", review_date="2026-05-01")
    later = book.add("decision", option="full", date="2026")
    assert len(texts(book, "decision-review-overdue")) == 1
    book.put(later, "2026-05", "date")
    assert texts(book, "decision-review-overdue") == []
