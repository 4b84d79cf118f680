"""Case packages and the signing key on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.end_to_end.conftest import Place


@pytest.fixture(autouse=True)
def _own_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORENSIC_ID_KEYS", str(tmp_path / "keys"))
    monkeypatch.delenv("FORENSIC_ID_KEY_PASSPHRASE", raising=False)


def test_a_package_is_made_and_checked_elsewhere(
    place: Place, empty_place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "case 7.zip"
    made = place("package", "create", "7", "--out", package, "--photos", "--plates", "1", "--json").json()
    key = place("key", "show", "--json").json()
    assert made["fingerprint"] == key["fingerprint"]
    public = tmp_path / "maker.pem"
    public.write_bytes(Path(key["public_key"]).read_bytes())

    monkeypatch.setenv("FORENSIC_ID_KEYS", str(tmp_path / "other keys"))
    checked = empty_place("package", "verify", package)
    assert checked.status == 0, checked.out
    assert "signer is unknown" in checked.out
    assert not empty_place.library.exists()
    pinned = empty_place("package", "verify", package, "--key", public, "--json").json()
    assert pinned["sound"]
    assert "It is the key that you named." in pinned["holds"]
    wrong = empty_place("package", "verify", package, "--key", "0" * 64)
    assert wrong.status == 4
    assert "another key" in wrong.out

    package.write_bytes(package.read_bytes().replace(b"Report on a sketch search", b"Report on a sketch sEarch", 1))
    data = bytearray(package.read_bytes())
    data[len(data) // 2] ^= 1
    package.write_bytes(bytes(data))
    broken = empty_place("package", "verify", package)
    assert broken.status == 4
    assert "BROKEN" in broken.out
    assert place("audit", "verify").status == 0


def test_the_key_is_shown_with_its_public_half_and_made_under_a_passphrase(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORENSIC_ID_KEY_PASSPHRASE", "long enough")
    assert place("key", "make", "--passphrase").status == 0
    assert place("key", "make").status == 1
    shown = place("key", "show")
    assert "BEGIN PUBLIC KEY" in shown.out
    monkeypatch.setenv("FORENSIC_ID_KEY_PASSPHRASE", "wrong")
    refused = place("key", "show")
    assert refused.status == 1
    assert "passphrase" in refused.err


def test_people_go_out_as_transactions_and_come_back_with_untouched_photos(
    place: Place, empty_place: Place, tmp_path: Path
) -> None:
    out = tmp_path / "sent"
    done = place("gallery", "export", out, "--format", "nist", "--subject", "P-1", "--agency", "WI1", "--json")
    assert done.json() == {"path": str(out), "subjects": 1, "photos": 1}
    (out / "broken.an2").write_bytes((out / "P-1.an2").read_bytes()[:-20])
    taken = empty_place("gallery", "import", out)
    assert taken.status == 3, taken.err
    assert "broken.an2, record 3" in taken.err
    before, after = (each("gallery", "show", "P-1", "--json").json() for each in (place, empty_place))
    assert [photo["sha256"] for photo in before["photos"]] == [photo["sha256"] for photo in after["photos"]]
    assert place("gallery", "export", out / "people.csv", "--photos").status == 0
    assert place("gallery", "export", out / "people.csv", "--format", "json").status == 1


def test_anchors_are_written_checked_and_added_when_the_program_ends(place: Place, tmp_path: Path) -> None:
    anchors = tmp_path / "stick" / "anchors.jsonl"
    assert place("audit", "anchor").status == 1
    assert "No anchors" in place("audit", "anchoring").out
    assert place("audit", "anchoring", anchors, "--every", "2").status == 0
    assert len(anchors.read_text(encoding="utf-8").splitlines()) == 1
    assert place("audit", "anchor").status == 0
    assert place("case", "open", "8", "--offence", "a", "--authority", "b", "--requester", "c").status == 0
    assert len(anchors.read_text(encoding="utf-8").splitlines()) == 2
    assert place("audit", "export", tmp_path / "log.csv").status == 0
    assert len(anchors.read_text(encoding="utf-8").splitlines()) == 3
    checked = place("audit", "verify", "--anchors", anchors, "--json")
    assert checked.json()["anchors"]["anchors"] == 3, checked.out
    assert "off" not in place("audit", "anchoring", "--off").out
    assert "Anchors that hold" in place("audit", "verify", "--anchors", anchors).out
    lines = anchors.read_text(encoding="utf-8").splitlines()
    anchors.write_text(lines[0].replace('"sequence":', '"sequence":1'), encoding="utf-8")
    broken = place("audit", "verify", "--anchors", anchors)
    assert broken.status == 4
    assert "signature does not fit" in broken.out


def test_a_signed_report_is_checked_and_a_changed_one_is_not_sound(place: Place, tmp_path: Path) -> None:
    report = tmp_path / "r.pdf"
    assert place("report", "1", "--pdf", report, "--plates", "1", "--sign").status == 0
    checked = place("report-verify", report)
    assert checked.status == 0
    assert "What was signed is unchanged." in checked.out
    report.write_bytes(report.read_bytes() + b"\n%more\n")
    assert place("report-verify", report, "--json").status == 4
    own = tmp_path / "keys" / "report-certificate.p12"
    assert place("report", "1", "--pdf", report, "--plates", "0", "--p12", own).status == 0
    plain = tmp_path / "plain.pdf"
    assert place("report", "1", "--pdf", plain, "--plates", "0").status == 0
    assert place("report-verify", plain).status == 4


def test_the_log_is_exported_in_part_and_summed_up(place: Place, tmp_path: Path) -> None:
    part, sums = tmp_path / "part.json", tmp_path / "sums.csv"
    assert place("audit", "export", part, "--action", "case.open", "--since", "2000").status == 0
    assert [entry["action"] for entry in json.loads(part.read_text(encoding="utf-8"))] == ["case.open"]
    assert place("audit", "summary", sums).status == 0
    assert "robbery" in sums.read_text(encoding="utf-8")
