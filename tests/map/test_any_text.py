"""Whatever is written into a plan, its structure stays and its words are found again."""

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.map.conftest import Read, markdown, new_plan, spaced
from tests.map.test_escape import ANY
from workbook.curriculum import load
from workbook.kinds.text import tidy, visible
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


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
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
