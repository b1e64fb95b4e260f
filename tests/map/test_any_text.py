"""Whatever is written into a plan, its structure stays and its words are found again."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.map.conftest import Read, document, markdown, new_plan, spaced
from tests.map.flavored import matter, text_of
from tests.map.flavored import shape as structure
from tests.map.test_escape import ANY
from workbook.curriculum import load
from workbook.kinds.text import tidy, visible
from workbook.map.markdown import write
from workbook.plan import Plan

CURRICULUM = load()
TEXT = ANY.filter(lambda text: visible(tidy(text)).strip())


def filled(line: str, long: str) -> Plan:
    """A plan with one text on every line and another in every long field of some types."""
    plan = new_plan(CURRICULUM)
    plan.put("workbook.community", line)
    plan.put("workbook.place", line)
    plan.put("embarking.why-now", long)
    plan.put("embarking.strengths-first", [line, line])
    plan.add("row", {"question": line, "answer": long}, prompt="embarking.faq")
    plan.add("term", {"word": line, "meaning": long})
    decision = plan.add("open_decision", {"decision": line, "why_not_further": long, "level": 2})
    plan.add("activity", {"title": line, "decision": decision, "place": line, "consent": line,
                          "level": 3, "reach_actual": 4})  # fmt: skip
    plan.add("heard", {"text": long, "how_many": 3, "theme": line, "why_not": long})
    plan.add("finding", {"claim": line, "driver": long, "asset": long})
    plan.add("vision_draft", {"text": long, "whose_words": line, "chosen": True})
    plan.add("strategic_action", {"title": line, "statement": long, "risks": long})
    return plan


def shape(found: Read) -> tuple[object, ...]:
    return (
        [[len(row) for row in table] for table in found.tables],
        [tag for tag, _ in found.headings],
        found.html,
        found.kinds() & {"hr", "code_block", "fence", "image", "s_open", "em_open", "code_inline"},
    )


@settings(max_examples=40)
@given(line=TEXT, long=st.lists(TEXT, min_size=1, max_size=3).map("\n\n".join))
def test_any_text_leaves_the_structure_and_comes_back(line: str, long: str):
    plain = Read(markdown(filled("words", "words")))
    found = Read(markdown(filled(line, long)))
    assert shape(found) == shape(plain)
    kept = spaced(visible(tidy(line)))[:180]
    assert found.text.replace(" ", "").count(kept.replace(" ", "")) >= 8
    for part in visible(tidy(long)).split("\n"):
        words = re.sub(r"^(-|[0-9]{1,3}\.) ", "", part).strip()
        assert spaced(words).replace(" ", "") in found.text.replace(" ", "")


ITEM = re.compile(r"(?:-|[0-9]{1,3}\.) (?=.*\S)")
OPEN = re.compile(r"(?:[->]|[0-9]{1,3}\.) (?=.*\S)")
"""How a line begins in plain text, where a sign of the user's stays as it was written."""
TRAPS = "{{ x }} {% y %} {{< z >}} {{% z %}} $a$ $$b$$ {: .c} {#d} [^1] [^1]: e @f ^g^ ==h== %%i%%"


def harmless(text: str, item: re.Pattern[str]) -> str:
    """A text as long, with the same blanks, of one letter. item: how a line begins that stays."""
    lines = []
    for one in visible(tidy(text)).split("\n"):
        head = found[0] if (found := item.match(one)) else ""
        lines.append(head + re.sub(r"\S", "w", one[len(head) :]))
    return "\n".join(lines)


@pytest.mark.parametrize("flavor", CURRICULUM.flavors.values(), ids=CURRICULUM.flavors)
@settings(max_examples=4)
@given(line=TEXT, long=TEXT)
@example(TRAPS, TRAPS)
@example(": a", "::: b")
@example("!!! note", "(1) a")
@example("a. b", "---")
@example("> 0", "> b")
@example("- a", "- > b")
def test_any_text_is_text_in_every_flavor(flavor, line: str, long: str):
    text = write(document(filled(line, long)), flavor)
    head, body = matter(text)
    begun = ITEM if flavor.marks else OPEN
    plain = write(document(filled(harmless(line, begun), harmless(long, begun))), flavor)
    assert structure(body, flavor) == structure(matter(plain)[1], flavor)
    shown, kept = text_of(body, flavor), spaced(visible(tidy(line)))[:180]
    assert shown.replace(" ", "").count(kept.replace(" ", "")) >= 7
    assert set(head) == set(flavor.matter)
    if "{" in flavor.escape:  # Liquid and shortcodes are read before any Markdown
        assert not re.search(r"\{[{%]", body)
