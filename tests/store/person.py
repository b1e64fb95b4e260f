"""A person at a workbook, as a process of their own: edits while autosave runs beside.

person.py FILE NAME SHARED EDITS: changes own answers and records, and own fields of a record
that everyone changes; writes what must be there at the end as JSON.
"""

import datetime
import json
import random
import sys
import time
from pathlib import Path

from workbook.curriculum import load
from workbook.session import open_session

FIELDS = ("name", "organisation", "role", "needs")


def main(file: str, name: str, shared: str, edits: int) -> None:
    sys.setswitchinterval(1e-6)  # many turns between the threads, in the middle of everything
    session = open_session(Path(file), load(), who=name, today=datetime.date(2026, 5, 20))
    errors: list[Exception] = []
    session.start_autosave(lambda: None, errors.append, lambda edits: None)
    plan, mine = session.plan, {}
    own = plan.add("stakeholder", {"name": name})
    for number in range(edits):
        text = f"{name} {number}"
        if number % 2 == 0:
            mine[plan.add("community_group", {"name": text})] = {"name": text}
        elif number % 4 == 1:
            plan.put(shared, text, FIELDS[int(name)])
            mine[shared] = {FIELDS[int(name)]: text}
        else:
            plan.put(own, text, "name")
            mine[own] = {"name": text}
        session.save_soon()
        time.sleep(random.random() * 0.004)
    session.close()
    print(json.dumps([mine, [str(one) for one in errors]]))


if __name__ == "__main__":
    main(*sys.argv[1:4], int(sys.argv[4]))
