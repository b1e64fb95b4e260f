"""People from a spreadsheet: whole or not at all, nobody twice, and asked where it is not sure."""

import random

import pytest

from workbook.imports.columns import Columns
from workbook.imports.register import Changes, Incoming, changes, decided, read, take_in
from workbook.imports.sheet import Unreadable, sheet
from workbook.map.public import Public
from workbook.plan import Plan
from workbook.records.coalition import Stakeholder
from workbook.spreadsheet import armless, written


def incoming(plan: Plan, text: str, **more: str) -> Incoming:
    columns = Columns(plan, "stakeholder", more)
    return read(plan, sheet(text.encode(), columns.knows), columns)


def bring(plan: Plan, text: str, choice: str = "new", *, update: bool = False) -> Changes:
    found = incoming(plan, text)
    assert found.wrong == ()
    rows, skipped = decided(found, lambda row: choice)  # type: ignore[arg-type,return-value]
    made = changes(plan, rows, update=update, skipped=skipped)
    take_in(plan, made)
    return made


def names(plan: Plan) -> list[str]:
    return [str(one.name) for one in plan.records(Stakeholder)]


def test_columns_are_found_by_the_words_of_the_register_and_by_a_fields_own(plan: Plan):
    header = "NAME, organization ,sector,Next_contact,first-power"
    bring(plan, f"{header}\nAna,Clinic,Health,6/1/2026,4\n")
    [one] = plan.records(Stakeholder)
    assert (one.organisation, one.sector, one.next_contact) == ("Clinic", "health", "2026-06-01")
    assert (one.first_power, one.status) == (4, "identified")


def test_first_scores_come_in_with_the_scores(plan: Plan):
    bring(plan, "Name,Power,Interest,Stance\nAna,4,2,Opposed\n")
    [one] = plan.records(Stakeholder)
    assert (one.first_power, one.first_interest, one.first_stance) == (4, 2, "opposed")


@pytest.mark.parametrize(
    ("header", "cell", "said"),
    [
        ("Power", "0", "whole number from 1 to 5"),
        ("Power", "6", "whole number from 1 to 5"),
        ("Power", "high", "is not in the list"),
        ("Power", "3.0", "Or write its number, 1 to 5."),
        ("Organization", "=HYPERLINK(1)", "is a formula"),
        ("Organization", "x" * 10_240, "A line holds 200 characters; this one has 10,240"),
        ("Sector", "Banking", "is not in the list"),
        ("Next contact", "2026-02-30", "is not a date"),
        ("Groups", "Renters", "No community group is called"),
        ("Has a vote", "maybe", "neither yes nor no"),
    ],
)
def test_a_cell_that_cannot_be_kept_is_told_by_line_and_column(plan: Plan, header, cell, said):
    found = incoming(plan, f'Name,{header}\nBo,\nAna,"{cell}"\n')
    [wrong] = found.wrong
    assert (wrong.line, wrong.column) == (3, header)
    assert said in wrong.sentence
    assert len(str(wrong)) < 300


def test_a_row_without_a_name_is_told_and_a_file_without_names_is_refused(plan: Plan):
    [wrong] = incoming(plan, "Name,Power\n,4\n").wrong
    assert str(wrong) == "Line 2, column “Name”: This row has no name."
    with pytest.raises(Unreadable, match="No column holds names. There are: “Who”, “Power”"):
        incoming(plan, "Who,Power\nAna,4\n")
    assert incoming(plan, "Who,Power\nAna,4\n", Who="name").wrong == ()


def test_escape_codes_are_left_out_with_a_word(plan: Plan):
    found = incoming(plan, 'Name,Gains and needs\nAna,"a\x1b[2Jb\x07"\n')
    assert found.left_out == (
        "Line 2, column “Gains and needs”: 2 characters without a shape left out.",
    )
    assert found.rows[0].values["needs"] == "a[2Jb"


def test_the_same_file_twice_makes_no_copies_and_no_changes(plan: Plan):
    text = "Name,Organization,Power\nAna Ruiz,Clinic,4\nBo Lind,,2\n"
    bring(plan, text)
    before = plan.db.storage.read()
    made = bring(plan, text.replace("Ana Ruiz", "  ANA   ruiz"))
    assert (made.added, made.changed, made.same) == ((), {}, 2)
    assert plan.db.storage.read() == before


def test_what_is_empty_is_filled_and_what_differs_is_kept_unless_asked(plan: Plan):
    plan.add("stakeholder", {"name": "Ana", "power": 5})
    text = "Name,Power,Interest\nAna,2,3\n"
    made = bring(plan, text)
    [one] = plan.records(Stakeholder)
    assert (one.power, one.interest) == (5, 3)
    assert [field for _, _, field in made.differ] == ["power"]
    bring(plan, text, update=True)
    assert plan.records(Stakeholder)[0].power == 2


@pytest.mark.parametrize(
    "name",
    ["Ana Ruiz,Harbor House", "Ruiz Ana,Clinic", "A. Ruiz,Clinic", "Dr. Ana Ruíz,", "Ana Ruitz,x"],
)
def test_who_is_likely_there_already_is_asked_about(plan: Plan, name: str):
    here = plan.add("stakeholder", {"name": "Ana Ruiz", "organisation": "Clinic"})
    text = f"Name,Organization,Power\n{name},4\n"
    assert [one.likely for one in incoming(plan, text).rows] == [here]
    bring(plan, text, "skip")
    assert len(names(plan)) == 1
    bring(plan, text, "same")
    assert plan.raw(here, "power") == 4
    assert len(names(plan)) == 1
    bring(plan, text, "new")
    assert len(names(plan)) == 2


@pytest.mark.parametrize("name", ["Bo Ruiz", "Ana Lind", "Office 2", "Karen Ruizhaven"])
def test_who_is_another_is_not_asked_about(plan: Plan, name: str):
    plan.add("stakeholder", {"name": "Ana Ruiz"})
    plan.add("stakeholder", {"name": "Office 1"})
    assert [one.likely for one in incoming(plan, f"Name\n{name}\n").rows] == [""]


def test_two_rows_of_one_file_are_one_where_they_are_the_same(plan: Plan):
    rows = ("Ana Ruiz,Clinic,4,", "ana ruiz,CLINIC,,2", "Ana Ruitz,Clinic,,3")
    text = "\n".join(["Name,Organization,Power,Interest", *rows])
    found = incoming(plan, text)
    assert found.repeated == ((3, 2),)
    assert [one.likely for one in found.rows] == ["", "line 2"]
    bring(plan, text, "same")
    [one] = plan.records(Stakeholder)
    assert (one.name, one.power, one.interest) == ("Ana Ruiz", 4, 3)


def test_all_of_it_is_taken_back_at_once(plan: Plan):
    plan.add("stakeholder", {"name": "Ana"})
    before = plan.db.storage.read()
    bring(plan, "Name,Power\nAna,4\nBo,3\nCy,2\n")
    plan.undo()
    assert plan.db.storage.read() == before


def test_what_went_out_comes_in_again(plan: Plan, curriculum):
    from tests.map.conftest import new_plan

    group = {"name": "Renters", "share": 14}
    plan.add("community_group", group)
    values = {
        "name": "=Ana", "organisation": "-Clinic", "role": "+1", "sector": "health",
        "pillars": ["health", "work"], "groups": [plan.named(("community_group",), "Renters")[0]],
        "executive": True, "votes": False, "brings": ["trust"], "needs": "a\n\n- b", "power": 4,
        "contact": "@ana", "lived_experience": "\tNine landlords", "stance": "opposed",
        "next_contact": "2027-06", "status": "active",
    }  # fmt: skip
    id = plan.add("stakeholder", values)
    private = ["name", "contact", "lived_experience", "stance", "next_contact", "power"]
    text = written(plan, Public(plan), "stakeholder", None, private)
    other = new_plan(curriculum)
    other.add("community_group", group)
    bring(other, text.replace("\r\n", "\n"))
    [one] = other.records(Stakeholder)
    assert one.data.get("groups") == [other.named(("community_group",), "Renters")[0]]
    for name in values:
        assert name == "groups" or one.data.get(name) == plan.raw(id, name), name


def test_an_apostrophe_within_a_name_stays_and_one_before_a_sign_goes_out_and_comes_in(plan: Plan):
    bring(plan, "Name,Organization\nRock'-n'-Roll Kids,'+1 Club\n")
    (one,) = plan.records(Stakeholder)
    assert (one.name, one.organisation) == ("Rock'-n'-Roll Kids", "+1 Club")
    odd = armless("'=odd")
    bring(plan, f"Name,Organization\nNew,{odd}\n")
    assert plan.records(Stakeholder)[1].organisation == "'=odd"


def test_by_its_id_a_row_is_who_it_was_under_another_name(plan: Plan):
    id = plan.add("stakeholder", {"name": "Ana"})
    bring(plan, f"id,Name\n{id},Ana Ruiz-Lind\n", update=True)
    assert names(plan) == ["Ana Ruiz-Lind"]


def test_five_thousand_people_are_read_whole(plan: Plan):
    chance = random.Random(1)
    rows = [f"{chance.choice('ABCDE')}na {n:04},Org {n % 300},{n % 5 + 1}" for n in range(5000)]
    bring(plan, "Name,Organization,Power\n" + "\n".join(rows) + "\n")
    assert len(plan.records(Stakeholder)) == 5000
    plan.undo()
    assert plan.records(Stakeholder) == []


def test_what_went_out_without_names_changes_nobody_when_it_comes_back(plan: Plan):
    plan.add("stakeholder", {"name": "Carl", "organisation": "Landlords", "power": 4})
    before = plan.db.storage.read()
    made = bring(plan, written(plan, Public(plan), "stakeholder", None))
    assert (made.added, made.same) == ((), 1)
    assert plan.db.storage.read() == before
