"""Words as they are compared: any script, any accent, a slip or two."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.search.folding import fold, pieces
from workbook.search.nearness import Slips, forgiven, letters, near


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Straße, STRASSE", "strasse strasse"),
        ("Müller Ñandú e\u0301cole", "muller nandu ecole"),
        ("İstanbul \u0131s\u0131rgan IĞDIR", "istanbul isirgan igdir"),
        ("Łódź, København, Ærø", "lodz kobenhavn aero"),
        ("バス停bus大学", "バス停 bus 大学"),
        ("O’Brien's co-op, $19,000", "o brien s co op 19 000"),
        ("soft\u00adhyphen, ﬁnd, \uff21\uff22\uff23", "softhyphen find abc"),
        ("\x1b[31m <b> ⟨RLO⟩ \ud800", "31m b rlo"),
    ],
)
def test_case_and_accents_do_not_part_words(text: str, words: str) -> None:
    assert unicodedata.normalize("NFC", fold(text)) == words


@given(st.text())
def test_each_word_has_its_place_in_the_text(text: str) -> None:
    found = list(pieces(text))
    assert [one.word for one in found] == fold(text).split()
    for one in found:
        assert 0 <= one.start < one.end <= len(text)
        assert one.word in fold(text[one.start : one.end])


def slips(typed: str, word: str) -> int:
    """As it is defined, letter by letter."""
    table = {(-1, n): n + 1 for n in range(-1, len(word))}
    table |= {(n, -1): n + 1 for n in range(-1, len(typed))}
    for a, one in enumerate(typed):
        for b, two in enumerate(word):
            ways = [table[a - 1, b] + 1, table[a, b - 1] + 1, table[a - 1, b - 1] + (one != two)]
            if a and b and one == word[b - 1] and typed[a - 1] == two:
                ways.append(table[a - 2, b - 2] + 1)
            table[a, b] = min(ways)
    return table[len(typed) - 1, len(word) - 1]


WORDS = st.text("abcd", min_size=1, max_size=9)


@given(typed=WORDS, word=WORDS)
def test_slips_are_counted_as_they_are_defined(typed: str, word: str) -> None:
    whole, beginning = Slips(typed).of(word)
    assert whole == slips(typed, word)
    ends = range(len(typed), len(word) + 1)
    assert beginning == min([slips(typed, word[:end]) for end in ends], default=len(typed))


@given(typed=WORDS.filter(lambda word: len(word) > 3), words=st.lists(WORDS, max_size=20))
def test_no_word_that_is_near_is_left_out(typed: str, words: list[str]) -> None:
    most = forgiven(typed)
    found = set(near(typed, {one: letters(one) for one in words}, most))
    assert {one for one in words if slips(typed, one) <= most} <= found


@pytest.mark.parametrize(
    ("typed", "word"),
    [("buss", "bus"), ("hosuing", "housing"), ("transpotr", "transport"),
     ("gonzales", "gonzalez"), ("engagment", "engagement"), ("trasnprtation", "transportation"),
     ("trnasp", "transportation")],
)  # fmt: skip
def test_what_a_finger_does_is_forgiven(typed: str, word: str) -> None:
    assert list(near(typed, {word: letters(word)}, forgiven(typed))) == [word]


@pytest.mark.parametrize(
    ("typed", "word"), [("bsu", "bus"), ("2026", "2027"), ("houses", "hospital"), ("plan", "clay")]
)
def test_a_short_word_a_number_and_another_word_are_not(typed: str, word: str) -> None:
    assert list(near(typed, {word: letters(word)}, forgiven(typed))) == []
