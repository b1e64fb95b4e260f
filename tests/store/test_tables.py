"""The tables: each change is one step, and what a save may be reading stays as it is."""

import copy

from tinydb.storages import MemoryStorage

from workbook.store.tables import Tables


class Counted(MemoryStorage):
    """A memory that counts how often it is written, and keeps what it held before."""

    def __init__(self) -> None:
        super().__init__()
        self.written = 0

    def write(self, data) -> None:
        self.written += 1
        super().write(data)


def test_each_change_is_one_step_and_changes_no_record_in_place():
    tables = Tables(storage=Counted)
    people = tables.of("stakeholder")
    people.keep("stk-1", {"name": "Ana"})
    seen = tables.storage.read()["stakeholder"]
    before = copy.deepcopy(seen)
    people.keep("stk-1", {"name": "Bo"})
    people.change("stk-1", lambda fields: fields.update(power=1))
    people.drop("stk-1")
    people.drop("stk-1")
    assert seen == before
    assert tables.storage.written == 4
    assert people.fetch("stk-1") is None


def test_a_change_of_a_record_that_was_removed_just_now_is_kept():
    people = Tables(storage=MemoryStorage).of("stakeholder")
    people.change("stk-1", lambda fields: fields.update(power=1))
    assert people.fetch("stk-1") == {"power": 1}
