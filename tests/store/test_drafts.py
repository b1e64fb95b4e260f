"""What was typed and is no value yet: kept beside the workbook, for each person."""

import json
from pathlib import Path

from tests.store.conftest import COMMUNITY, Open
from workbook.session import Session

PLACE = (COMMUNITY, "")


def kept(session: Session) -> dict[str, dict[str, str]]:
    """What stands in the file, by person."""
    found: dict[str, dict[str, str]] = json.loads(session.store.beside.drafts.read_text())
    return found


def test_a_draft_is_there_again_and_is_no_part_of_the_workbook(people: Open, path: Path):
    ana = people()
    id = ana.plan.add("activity", {"title": "Supper"})
    ana.drafts[id, "starts"] = "June 20"
    ana.drafts[PLACE] = "Pra"
    ana.save()
    assert dict(people().drafts) == {(id, "starts"): "June 20", PLACE: "Pra"}
    assert "June 20" not in path.read_text()
    assert ana.store.beside.drafts.stat().st_mode & 0o777 == 0o600


def test_a_draft_that_became_a_value_is_gone(people: Open):
    ana = people()
    ana.drafts[PLACE] = "Pra"
    ana.save()
    del ana.drafts[PLACE]
    ana.save()
    assert dict(people().drafts) == {}


def test_two_people_have_drafts_of_their_own_at_the_same_place(people: Open):
    ana, bo = people("Ana"), people("Bo")
    ana.drafts[PLACE] = "Ana's"
    bo.drafts[PLACE] = "Bo's"
    bo.drafts["workbook.place", ""] = "there"
    ana.save()
    bo.save()
    ana.drafts[PLACE] = "Ana's again"
    ana.save()
    del bo.drafts[PLACE]
    bo.save()
    assert kept(ana) == {
        "Ana": {COMMUNITY: "Ana's again"},
        "Bo": {"workbook.place": "there"},
    }
    assert dict(people("Ana").drafts) == {PLACE: "Ana's again"}
    assert dict(people("Di").drafts) == {}


def test_two_windows_of_one_person_keep_what_the_other_wrote(people: Open):
    one, other = people(), people()
    one.drafts[PLACE] = "Pra"
    other.drafts["workbook.place", ""] = "there"
    one.save()
    other.save()
    assert dict(people().drafts) == {PLACE: "Pra", ("workbook.place", ""): "there"}


def test_drafts_that_cannot_be_written_are_said_to_be_and_do_not_stop_the_history(
    people: Open, path: Path
):
    ana = people()
    ana.save()
    ana.store.beside.make()
    ana.store.beside.drafts.mkdir()
    for text in "AB":
        ana.plan.put(COMMUNITY, text)
        ana.drafts["workbook.place", ""] = text
        ana.save()
        [notice] = ana.take_notices()
        assert notice.startswith("What a field cannot read yet could not be written (")
        assert notice.endswith("). The workbook itself is saved.")
        assert f'"{text}"' in path.read_text()
    assert [one.edits[0].new for one in people().history.groups()] == ["A", "B"]
    ana.store.beside.drafts.rmdir()
    ana.save()
    assert ana.take_notices() == []
    assert kept(ana) == {"Ana": {"workbook.place": "B"}}


def test_a_history_that_cannot_be_written_does_not_stop_the_drafts(people: Open):
    ana = people()
    ana.store.beside.history.mkdir(parents=True)
    ana.plan.put(COMMUNITY, "A")
    ana.drafts[PLACE] = "half"
    ana.save()
    [notice] = ana.take_notices()
    assert notice.startswith("The history could not be written (")
    assert dict(people().drafts) == {PLACE: "half"}


def test_the_draft_of_a_removed_row_is_there_when_the_row_comes_back(people: Open):
    ana = people()
    id = ana.plan.add("activity", {"title": "Supper"})
    ana.drafts[id, "starts"] = "June 20"
    ana.plan.settle()
    ana.plan.remove(id)
    ana.save()
    later = people()
    later.undo_last()
    assert later.plan.record(id) is not None
    assert later.drafts[id, "starts"] == "June 20"


def test_drafts_that_cannot_be_read_are_as_good_as_none(people: Open):
    ana = people()
    ana.drafts[PLACE] = "Pra"
    ana.save()
    for content in (b"", b"{", b"[]", b'{"Ana": 7}', b'{"Ana": {"workbook.community": 7}}'):
        ana.store.beside.drafts.write_bytes(content)
        assert dict(people().drafts) == {}
