"""The one door: what is put, added, removed and taken back, and what is refused."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb.storages import MemoryStorage

from tests.conftest import TODAY
from workbook.curriculum import Curriculum
from workbook.edits import Edit
from workbook.kinds import Invalid
from workbook.plan import ChangedSince, Plan, Unknown
from workbook.records import TYPES
from workbook.records.coalition import Stakeholder
from workbook.store.tables import Tables


def test_an_answer_is_kept_under_its_id_and_cleared_with_nothing(plan: Plan):
    plan.put("workbook.community", "Prairie Fork County")
    assert plan.answer("workbook.community") == "Prairie Fork County"
    assert plan.db.storage.read()["answers"] == {
        "workbook.community": {"value": "Prairie Fork County"}
    }
    plan.put("workbook.community", None)
    assert plan.answer("workbook.community") is None
    assert plan.db.storage.read()["answers"] == {}


def test_a_record_has_an_id_without_a_dot_its_fields_and_an_order(plan: Plan):
    id = plan.add("stakeholder", {"name": "Ana", "area": "Eastside"})
    assert id.startswith("stk-")
    assert len(id) == 12
    assert set(plan.raw(id)) == {"name", "area", "order"}


def test_records_stand_in_their_order_and_can_be_moved(plan: Plan):
    ids = [plan.add("stakeholder", {"name": name}) for name in "ABCD"]
    plan.move(ids[3], -3, ids)
    assert [one.name for one in plan.records(Stakeholder)] == ["D", "A", "B", "C"]
    assert plan.undo()
    assert [one.name for one in plan.records(Stakeholder)] == ["A", "B", "C", "D"]


def test_a_place_written_by_hand_does_not_stop_moving_or_adding(plan: Plan):
    ids = [plan.add("stakeholder", {"name": name}) for name in "ABC"]
    plan.db.of("stakeholder").change(ids[1], lambda fields: fields.update(order="!?"))
    here = [one.id for one in plan.records(Stakeholder)]
    plan.move(here[0], 2, here)
    plan.add("stakeholder", {"name": "D"})
    assert len(plan.records(Stakeholder)) == 4


def names(plan: Plan) -> str:
    return "".join(str(one.name) for one in plan.records(Stakeholder))


def placed(plan: Plan, *orders: object) -> None:
    """Stakeholders named A, B, C at these places, whatever they are; None for none."""
    for name, order in zip("ABCDEF", orders, strict=False):
        fields = {"name": name} | ({} if order is None else {"order": order})
        plan.db.of("stakeholder").keep(f"stk-0000000{name.lower()}", fields)


ORDERS = [
    ("a1", "a2", "a2", "a3"),
    ("a1", "a1", "a1", "a1"),
    ("a0", "a0", "a1", "a1"),
    (None, None, None, None),
    (5, None, "a0", "a1"),
    ("", "!?", "a0", "zz!"),
    (["a0"], "a0", "a0", "zz!"),
    ("a0", "a1", "a1V", "a2"),
]


@pytest.mark.parametrize("orders", ORDERS, ids=str)
@pytest.mark.parametrize("row", range(4))
@pytest.mark.parametrize("by", [-3, -1, 1, 3])
def test_a_row_goes_where_it_is_moved_whatever_places_the_file_holds(
    plan: Plan, orders: tuple[object, ...], row: int, by: int
):
    placed(plan, *orders)
    rows = plan.records(Stakeholder)
    assert names(plan) == "ABCD"
    held = _content(plan)
    wanted = list("ABCD")
    wanted.insert(min(max(row + by, 0), 3), wanted.pop(row))
    moved = plan.move(rows[row].id, by, [one.id for one in rows])
    assert names(plan) == "".join(wanted)
    if moved is None:
        assert plan.undo() == []
    else:
        assert (moved.id, moved.field) == (rows[row].id, "order")
        plan.undo()
    assert (names(plan), _content(plan)) == ("ABCD", held)


def test_a_move_changes_one_row_unless_those_beside_it_share_a_place(plan: Plan):
    placed(plan, "a1", "a2", "a2", "a3")
    ids = [one.id for one in plan.records(Stakeholder)]
    plan.move(ids[3], -2, ids)
    assert [one.id for one in plan.undo()] == [ids[3]]
    plan.move(ids[3], -1, ids)
    assert [one.id for one in plan.undo()] == [ids[2], ids[3]]


def test_codes_are_proposed_in_turn_and_can_be_changed(plan: Plan):
    first, second = (plan.add("strategic_action", {"title": one}) for one in "ab")
    assert [plan.raw(one, "code") for one in (first, second)] == ["A1", "A2"]
    plan.put(first, "A9", "code")
    assert plan.label(first) == "A9 a"


@pytest.mark.parametrize(
    ("id", "field", "value", "why"),
    [
        ("embarking.nowhere", "", "x", "No question has the id"),
        ("stk-00000000", "name", "x", "No record has the id"),
        ("nonsense", "name", "x", "No record has the id"),
    ],
)
def test_a_place_that_does_not_exist_is_named(
    plan: Plan, id: str, field: str, value: str, why: str
):
    with pytest.raises(Unknown, match=why):
        plan.put(id, value, field)


def test_a_field_that_does_not_exist_is_named_with_the_nearest(plan: Plan):
    id = plan.add("stakeholder", {"name": "Ana"})
    with pytest.raises(Unknown) as caught:
        plan.put(id, "x", "organization")
    assert str(caught.value).endswith("Did you mean organisation?")


def test_a_record_that_does_not_exist_is_named_with_the_nearest_of_its_kind(plan: Plan):
    id = plan.add("stakeholder", {"name": "Ana"})
    plan.add("activity", {"title": "Walk"})
    for wrong in (f"{id[:-1]}~", f"{id[:6]}{id[7:]}"):
        with pytest.raises(Unknown) as caught:
            plan.put(wrong, "x", "name")
        assert str(caught.value).endswith(f"Did you mean {id}?")
    with pytest.raises(Unknown, match="^No record has the id “opn-00000000”.$"):
        plan.remove("opn-00000000")


def test_what_is_refused_changes_nothing(plan: Plan):
    id = plan.add("stakeholder", {"name": "Ana"})
    before = plan.raw(id)
    with pytest.raises(Invalid):
        plan.put(id, 6, "power")
    with pytest.raises(Invalid):
        plan.add("stakeholder", {"name": "Bo", "power": "high"})
    assert plan.raw(id) == before
    assert len(plan.records(Stakeholder)) == 1


def test_a_reference_must_point_to_a_record_of_the_right_type(plan: Plan):
    action = plan.add("strategic_action", {"title": "Late bus"})
    priority = plan.add("priority", {"title": "Reading"})
    plan.put(action, priority, "priority")
    with pytest.raises(Invalid, match="No record has the id"):
        plan.put(action, "pri-00000000", "priority")
    with pytest.raises(Invalid, match="is a strategic action; this takes a priority"):
        plan.put(action, action, "priority")


def test_a_reference_to_a_removed_record_is_kept_and_shown_as_broken(plan: Plan):
    priority = plan.add("priority", {"title": "Reading"})
    action = plan.add("strategic_action", {"title": "Late bus", "priority": priority})
    plan.remove(priority)
    assert plan.raw(action, "priority") == priority
    record = plan.record(action)
    assert record is not None
    assert plan.shown(record, "priority") == f"(removed: {priority})"
    plan.undo()
    assert plan.shown(record, "priority").endswith("Reading")


def test_typing_on_is_one_edit_until_the_field_is_left(plan: Plan):
    for text in ("P", "Pr", "Pra"):
        plan.put("workbook.community", text)
    plan.settle()
    plan.put("workbook.community", "Prairie")
    plan.undo()
    assert plan.answer("workbook.community") == "Pra"
    plan.undo()
    assert plan.answer("workbook.community") is None
    assert plan.undo() == []
    plan.redo()
    plan.redo()
    assert plan.answer("workbook.community") == "Prairie"


def test_undo_asks_when_somebody_changed_the_value_since(plan: Plan):
    plan.put("workbook.community", "ours")
    plan.db.of("answers").keep("workbook.community", {"value": "theirs"})
    with pytest.raises(ChangedSince):
        plan.undo()
    assert plan.answer("workbook.community") == "theirs"
    plan.undo(force=True)
    assert plan.answer("workbook.community") is None


def test_fields_that_this_version_does_not_know_are_kept(plan: Plan):
    id = plan.add("stakeholder", {"name": "Ana"})
    plan.db.of("stakeholder").change(id, lambda fields: fields.update(from_2031={"a": [1]}))
    plan.put(id, "Bo", "name")
    plan.remove(id)
    plan.undo()
    assert plan.raw(id, "from_2031") == {"a": [1]}


def test_a_value_of_another_shape_reads_as_nothing(plan: Plan):
    id = plan.add("stakeholder", {"name": "Ana"})
    plan.db.of("stakeholder").change(
        id, lambda fields: fields.update(power="high", pillars="all", name=7)
    )
    [ana] = plan.records(Stakeholder)
    assert (ana.power, ana.pillars, ana.name) == (None, None, None)
    assert plan.label(id) == "(unnamed stakeholder)"


def test_a_row_keeps_its_cells_under_its_question(plan: Plan, curriculum: Curriculum):
    table = next(one for one in curriculum.tables.values() if one.of == "row")
    column = next(one for one in table.fields if one.kind.word in ("line", "long"))
    id = plan.add("row", {column.id: "Ana"}, prompt=table.id)
    assert plan.raw(id)["cells"] == {column.id: "Ana"}
    plan.put(id, "Bo", column.id)
    [row] = plan.rows(table)
    assert plan.shown(row, column.id) == "Bo"
    plan.undo()
    assert plan.shown(row, column.id) == "Ana"


def test_a_text_with_control_characters_is_kept_without_them_and_says_so(plan: Plan):
    edit = plan.put("workbook.community", "Prairie\x1b[2J Fork")
    assert edit is not None
    assert edit.new == "Prairie[2J Fork"
    assert edit.notice == "1 character without a shape left out."


def test_everyone_who_listens_is_told_and_can_stop(plan: Plan):
    heard: list[Edit] = []
    stop = plan.subscribe(heard.extend)
    plan.put("workbook.community", "A")
    stop()
    plan.put("workbook.community", "B")
    assert [one.new for one in heard] == ["A"]


_VERBS = st.lists(
    st.one_of(
        st.tuples(st.just("put"), st.sampled_from(["A", "B", None])),
        st.tuples(st.just("add"), st.sampled_from(["stakeholder", "priority"])),
        st.tuples(st.just("remove"), st.integers(0, 5)),
        st.tuples(st.just("name"), st.sampled_from(["x", "y"])),
        st.tuples(st.just("settle"), st.none()),
    ),
    max_size=20,
)


@settings(max_examples=60)
@given(_VERBS)
def test_undoing_everything_gives_the_beginning_and_redoing_the_end(curriculum, verbs):
    plan = Plan(Tables(storage=MemoryStorage), curriculum, today=TODAY)
    for verb, given_value in verbs:
        ids = [one.id for type in ("stakeholder", "priority") for one in plan.records(TYPES[type])]
        if verb == "put":
            plan.put("workbook.community", given_value)
        elif verb == "add":
            plan.add(given_value)
        elif verb == "settle":
            plan.settle()
        elif ids and verb == "remove":
            plan.remove(ids[given_value % len(ids)])
        elif ids:
            field = "name" if ids[0].startswith("stk") else "title"
            plan.put(ids[0], given_value, field)
    end = _content(plan)
    while plan.undo():
        pass
    assert _content(plan) == {}
    while plan.redo():
        pass
    assert _content(plan) == end


def _content(plan: Plan) -> dict[str, object]:
    tables = plan.db.storage.read() or {}
    return {name: table for name, table in tables.items() if table}
