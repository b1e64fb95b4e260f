"""Columns fit the room, show what is in them, and give nothing to waste."""

from hypothesis import given
from hypothesis import strategies as st

from screens.columns import GAP, fitted, fullest

WORDS = st.lists(st.text("abc ", max_size=60), max_size=4)


def test_what_fits_is_shown_whole():
    texts = {"what": ["Nobody to watch the children"], "we": ["Childcare", "Interpretation"]}
    widths = fitted(60, {"what": "Barrier", "we": "We provide"}, texts)
    assert widths["what"] >= 28
    assert widths["we"] >= 14


def test_a_code_leaves_its_room_to_the_words_beside_it():
    texts = {"code": ["F1"], "claim": ["Homes that people with low wages can rent are few"]}
    widths = fitted(70, {"code": "Code", "claim": "Claim"}, texts)
    assert widths == {"code": 6, "claim": 70 - 2 * GAP - 6}


def test_what_says_most_stays_where_there_is_hardly_room():
    texts = {"code": ["A1"], "kind": ["Practice"], "title": ["Second-chance lease with 20"]}
    widths = fitted(34, {"code": "Code", "kind": "Kind", "title": "Action"}, texts)
    assert list(widths) == ["code", "title"]
    assert widths["title"] >= 20


def test_the_last_columns_go_where_there_is_no_room():
    heads = {name: name for name in ("title", "starts", "level", "audience")}
    widths = fitted(52, heads, {name: ["x" * 30] for name in heads})
    assert list(widths) == ["title", "starts"]


@given(st.integers(30, 200), st.lists(WORDS, min_size=1, max_size=8))
def test_a_row_fills_its_room_and_never_more(room: int, columns: list[list[str]]):
    texts = {f"c{at}": column for at, column in enumerate(columns)}
    widths = fitted(room, dict.fromkeys(texts, "Head"), texts)
    assert sum(widths.values()) + GAP * len(widths) == room
    assert {"c0", fullest(texts)} <= set(widths)
