"""Retention, holds, purge and expungement on the command line."""

from __future__ import annotations

import json

from tests.end_to_end.conftest import SUBJECTS, Place


def test_dates_and_holds_are_set_shown_and_lifted(place: Place) -> None:
    assert "without end" in place("retention", "show", "P-1").out
    assert "set for the person" in place("retention", "set", "P-1", "2020-12-31").out
    assert place("retention", "show", "P-1", "--json").json()["kept_until"] == "2020-12-31"
    assert [each["external_id"] for each in place("retention", "due", "--json").json()] == ["P-1"]
    assert "P-1" in place("retention", "due").out
    assert place("retention", "due", "--on", "2020-12-31").err == "Nobody.\n"
    assert place("retention", "hold", "P-1", "--reason", "appeal").out == "Placed hold 1.\n"
    assert place("retention", "hold", "--case", "7", "--reason", "appeal", "--json").json()["case_number"] == "7"
    listed = place("retention", "holds").out
    assert "case 7" in listed
    assert "P-1" in listed
    assert [each["hold_id"] for each in place("retention", "holds", "--json").json()] == [1, 2]
    assert place("retention", "lift", "2", "--reason", "decided").out == "Lifted hold 2.\n"
    assert place("retention", "set", "P-1", "none", "--json").json()["kept_until"] == ""
    assert place("audit", "verify").status == 0


def test_a_purge_is_shown_first_and_refuses_who_is_held(place: Place) -> None:
    for name in ("P-1", "P-2"):
        place("retention", "set", name, "2020-12-31")
    place("retention", "hold", "P-2", "--reason", "appeal", "--reference", "A 1")
    shown = place("purge")
    assert shown.status == 0
    assert "Nothing was changed" in shown.err
    assert "P-2 is not erased. Kept by hold 1 on this person (appeal, A 1)." in shown.out
    assert place("purge", "--json").json()["carried_out"] is False
    assert place("gallery", "stats", "--json").json()["subjects"] == SUBJECTS

    done = place("purge", "--yes")
    assert done.status == 3
    assert "Subjects  1" in done.out
    assert place("gallery", "stats", "--json").json()["subjects"] == SUBJECTS - 1
    assert place("audit", "verify").status == 0


def test_people_on_a_list_are_expunged_and_stored_searches_say_so(place: Place) -> None:
    order = place.folder / "order.csv"
    order.write_text("external_id\nP-1\nP-9\n", encoding="utf-8")
    assert place("expunge", order).status == 2
    done = place("expunge", order, "P-2", "--reference", "court order 12", "--yes", "--json")
    assert done.status == 3
    report = json.loads(done.out)
    assert [each["external_id"] for each in report["erased"]] == ["P-1", "P-2"]
    assert [each["external_id"] for each in report["refused"]] == ["P-9"]
    assert report["remnants"] == ""
    candidates = place("search", "show", "1", "--json").json()["candidates"]
    gone = [each for each in candidates if each["erased"]]
    assert len(candidates) == SUBJECTS
    assert [(each["subject"], each["name"]) for each in gone] == [(None, None)] * 2
    assert gone[0]["erased"].startswith("Expunged on 20")
    files = (path for path in place.library.rglob("*") if path.is_file())
    assert not any(b"P-1.png" in path.read_bytes() for path in files)
    assert place("audit", "verify").status == 0


def test_a_case_is_expunged_with_its_searches(place: Place) -> None:
    shown = place("expunge", "--case", "7", "--reference", "court order 12")
    assert "robbery" in shown.out
    assert "Nothing was changed" in shown.err
    place("retention", "hold", "--case", "7", "--reason", "appeal")
    held = place("expunge", "--case", "7", "--case", "9", "--reference", "court order 12", "--yes")
    assert held.status == 3
    assert "Case 7 is not erased. Kept by hold 1 on the case 7 (appeal)." in held.out
    place("retention", "lift", "1", "--reason", "decided")
    done = place("expunge", "--case", "7", "--reference", "court order 12", "--yes", "--json").json()
    assert [each["search_ids"] for each in done["cases"]["erased"]] == [[1]]
    gone = place("search", "show", "1")
    assert gone.status == 1
    assert "Expunged on 20" in gone.err
    assert place("case", "list", "--json").json() == []
    assert place("audit", "verify").status == 0
    assert place("purge").err == "Nobody.\n"


def test_searches_and_annual_counts_leave_as_tables_and_json(place: Place) -> None:
    written = place("search", "export", place.folder / "all.csv", "--case", "7", "--since", "2020-01-01")
    assert "Wrote 1 searches" in written.err
    assert "robbery" in (place.folder / "all.csv").read_text(encoding="utf-8")
    assert "robbery" in place("audit", "summary").out
    counts = place("audit", "summary", "--json").json()
    assert {"kind": "searches", "name": "all", "count": 1}.items() <= counts[0].items()
    assert "counts to" in place("audit", "summary", "--yearly", place.folder / "years.json").err
    assert place("audit", "summary", place.folder / "months.csv").status == 0
