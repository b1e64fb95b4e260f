"""How easily a text reads: what is counted, and the two formulas."""

import pytest

from workbook.reasoning.language.ease import Ease, ease, syllables, words

CAT = "The cat sat on the mat."
PLATYPUS = "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature."


@pytest.mark.parametrize(("text", "score", "grade"), [(CAT, 116.1, 0.0), (PLATYPUS, 37.5, 11.3)])
def test_both_formulas_give_what_is_known_of_a_sentence(text: str, score: float, grade: float):
    found = ease([text])
    assert found.score == pytest.approx(score, abs=0.1)
    assert found.grade == pytest.approx(grade, abs=0.1)


def test_texts_add_up_and_each_ends_its_last_sentence():
    assert ease(["One bus. Two buses", "A hall"]) == Ease(6, 3, 7)
    assert ease([CAT]) + ease([PLATYPUS]) == ease([CAT, PLATYPUS])


def test_no_text_is_easy_and_breaks_nothing():
    for text in ("", " \n", "…—!?"):
        found = ease([text])
        assert (found.words, found.score, found.grade) == (0, 100.0, 0.0)


def test_a_figure_is_one_word_of_one_syllable_and_short_forms_end_nothing():
    assert words("$15,000 for a second-chance lease, 4.5 hours") == [
        "15,000", "for", "a", "second-chance", "lease", "4.5", "hours"
    ]  # fmt: skip
    assert syllables("15,000") == 1
    assert ease(["Rev. Tate of St. Lucie came, e.g. on Friday."]).sentences <= 2
