"""The index that each edit updates is the one that would be built anew."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reasoning.conftest import new_plan
from workbook.plan import ChangedSince, Plan
from workbook.search import Search
from workbook.store.changes import Foreign

WORDS = ("Bus", "bus stop", "Straße", "公交车", "late", "Ana Ruiz", "19 000", "", "a\nb", "[/]")
ANSWERS = ("workbook.community", "embarking.spread", "actions.learned", "agreed.place",
           "aside.step-overdue.prp-00000000", "kept.clients.embarking.spread")  # fmt: skip
TYPES = {
    "stakeholder": ("name", "organisation", "needs"), "activity": ("title", "place", "host"),
    "heard": ("text", "theme", "activity"), "strategic_action": ("title", "code", "lead"),
}  # fmt: skip
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["answer", "add", "put", "point", "remove", "undo", "redo", "foreign"]),
        st.integers(0, 40), st.integers(0, 40), st.integers(0, 40),
    ),
    max_size=30,
)  # fmt: skip


def edit(plan: Plan, ids: list[str], what: str, one: int, two: int, three: int) -> None:
    """Makes one change, by numbers."""
    here, word = [id for id in ids if plan.type_of(id)], WORDS[three % len(WORDS)]
    if what == "add" or (not here and what != "answer"):
        ids.append(plan.add([*TYPES][one % len(TYPES)]))
        return
    id = here[one % len(here)] if here else ""
    fields = TYPES.get(plan.type_of(id) or "", ("",))
    deeds: dict[str, Callable[[], object]] = {
        "answer": lambda: plan.put(ANSWERS[one % len(ANSWERS)], " ".join(word.split())),
        "put": lambda: plan.put(id, " ".join(word.split()), fields[two % 2]),
        "point": lambda: point(plan, id, fields[2], here[three % len(here)]),
        "remove": lambda: plan.remove(id),
        "undo": plan.undo,
        "redo": plan.redo,
        "foreign": lambda: foreign(plan, id, fields[0], word),
    }
    deeds[what]()


def point(plan: Plan, id: str, field: str, to: str) -> None:
    """Lets a record name another."""
    kind = plan.kind(id, field)
    if plan.type_of(to) in getattr(kind, "to", ()):
        plan.put(id, [to] if kind.word in ("who", "refs") else to, field)


def foreign(plan: Plan, id: str, field: str, word: str) -> None:
    """What another session wrote."""
    table = plan.type_of(id) or ""
    change = Foreign(table, id, field, plan.raw(id, field), word)
    plan.db.of(table).change(id, lambda fields: fields.update({field: word}))
    plan.tell([change])


@settings(max_examples=60)
@given(edits=EDITS, asked=st.integers(1, 9))
def test_after_any_edits_undo_and_what_others_wrote(
    edits: list[tuple[str, int, int, int]], asked: int
) -> None:
    plan = new_plan()
    search, ids = Search(plan), list[str]()
    plan.subscribe(search.update)
    for number, one in enumerate(edits):
        try:
            edit(plan, ids, *one)
        except ChangedSince:
            continue
        if number % asked == 0:
            search.find("bus")
    anew = Search(plan)
    assert vars(search.index) == vars(anew.index)
    for text in ("b", "bus", "ana", "公交", "lste"):
        assert search.find(text) == anew.find(text)
