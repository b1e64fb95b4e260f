"""The release counted back from its day: what is there, what is late, what nobody has dated."""

import datetime
from pathlib import Path

import pytest
from tinydb.storages import MemoryStorage

from workbook.curriculum import ContentError, Curriculum, load
from workbook.plan import Plan
from workbook.reasoning.release import DAY, Due, release
from workbook.store.tables import Tables

TODAY = datetime.date(2027, 3, 1)


def dues(plan: Plan, today: datetime.date = TODAY) -> dict[str, Due]:
    return {one.key: one for one in release(plan, today).dues}


def test_dates_are_counted_back_from_the_day_and_from_the_first_of_a_month(plan: Plan):
    plan.put("release.date", "2027-06-30")
    assert dues(plan)["authorship.agreed"].day == datetime.date(2027, 5, 31)
    plan.put("release.date", "2027-06")
    found = release(plan, TODAY)
    assert found.day == datetime.date(2027, 6, 1)
    days = [one.day for one in found.dues]
    assert days == sorted(days)
    assert found.dues[-1].key == DAY


def test_what_is_past_and_not_written_is_late_until_it_is(plan: Plan):
    plan.put("release.date", "2027-06-30")
    late = dues(plan)["branding.publisher"]
    assert (late.over, late.id) == (True, "embarking.publisher")
    plan.put("embarking.publisher", ["the foundation"])
    assert dues(plan)["branding.publisher"].id == "embarking.publisher-why"
    plan.put("embarking.publisher-why", "It stays.")
    assert dues(plan)["branding.publisher"].done


def test_all_rows_have_to_have_agreed(plan: Plan):
    plan.put("release.date", "2027-06-30")
    first = plan.add("signatory", {"organisation": "Clinic", "agreed_on": "2027-02-01"})
    other = plan.add("signatory", {"organisation": "Bank"})
    found = dues(plan)
    assert (found[first].done, found[first].text) == (True, "Agreed: Clinic")
    assert (found[other].done, found[other].day) == (False, None)
    assert not found["authorship.agreed"].done
    plan.put(other, "2027-03-01", "agreed_on")
    assert dues(plan)["authorship.agreed"].done


def test_nothing_is_asked_of_a_vote_that_nobody_wants(plan: Plan):
    assert "adoption.sponsor" in dues(plan)
    plan.put("embarking.adoption", False)
    assert "adoption.sponsor" not in dues(plan)
    adoption = release(plan, TODAY).topics[-1]
    assert (adoption.topic.id, adoption.done) == ("adoption", 1)


def test_what_nothing_shows_is_done_when_its_day_has_passed(plan: Plan):
    plan.put("release.date", "2027-06-30")
    for day, done in ((28, False), (29, False), (30, True)):
        found = dues(plan, datetime.date(2027, 6, day))["dissemination.first"]
        assert (found.done, found.over) == (done, False)


def test_without_a_day_all_stands_by_how_long_before(plan: Plan):
    channel = plan.add("channel", {"audience": "Night shift"})
    found = release(plan, TODAY)
    assert found.day is None
    assert [one.days for one in found.dues][:3] == [180, 180, 150]
    assert {one.key for one in found.dues[-2:]} == {channel, DAY}
    assert not any(one.over for one in found.dues)


@pytest.mark.parametrize("date", ["0001-01-01", "9999", "soon", "2026-02-30", 7, None])
def test_no_date_that_a_file_holds_breaks_it(curriculum: Curriculum, date: object):
    db = Tables(storage=MemoryStorage)
    db.storage.write({
        "answers": {"release.date": {"value": date}},
        "channel": {"chn-00000000": {"audience": "Choir", "date": date}},
    })  # fmt: skip
    found = release(Plan(db, curriculum, today=TODAY), TODAY)
    assert {"chn-00000000", DAY, "web.address"} <= {one.key for one in found.dues}


def test_the_example_is_through_and_two_budgets_are_ahead(example: Plan):
    found = release(example, datetime.date(2026, 12, 15))
    assert all(one.done == len(one.written) for one in found.topics)
    assert not [one.text for one in found.dues if one.over]
    ahead = {one.text for one in found.dues if not one.done}
    assert ahead == {one for one in ahead if one.startswith("Public money is decided")}


@pytest.mark.parametrize(
    ("toml", "reason"),
    [
        ('from = ["answer coalition.opponents"]', "no such answer that may be printed"),
        ('from = ["chart x"]', "begins with none of answer, table, each"),
        ('mark = [{ id = "x", days = 0, when = "now", text = "x" }]', "one or more"),
        ('mark = [{ id = "x", days = 1, when = "x", text = "x", unless = "no.such" }]', "no.such"),
        ('mark = [{ id = "x", days = 1, when = "x", text = "x", done = ["each release y"] }]', "y"),
    ],
)
def test_what_is_not_there_is_refused_by_file_and_place(tmp_path: Path, toml: str, reason: str):
    (tmp_path / "release.toml").write_text(f'[[topic]]\nid = "o"\nname = "O"\nask = "O?"\n{toml}\n')
    with pytest.raises(ContentError) as caught:
        load(tmp_path)
    assert reason in str(caught.value)
    assert "release.toml" in str(caught.value)
