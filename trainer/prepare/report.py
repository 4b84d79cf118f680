"""What is in the data set and what was left out: a table for programs, a page for people."""

from __future__ import annotations

import csv
import dataclasses
import io
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from trainer.atomic_file import write_atomically
from trainer.prepare.records import Dropped, Sample

DROPPED_TABLE = "dropped.csv"
SUMMARY = "summary.txt"
REASONS = {
    "unreadable": "no picture that can be read",
    "no_face": "no face found",
    "several_faces": "several faces, and none stands out",
    "too_small": "face too small",
    "uncertain": "landmarks uncertain",
    "bad_landmarks": "given landmarks cannot be a face's",
    "bad_line": "line of the table that cannot be used",
    "duplicate": "same file as another of the identity",
    "label_conflict": "same picture under two identities: a label is wrong",
    "too_few": "identity with too few samples",
}
_EXAMPLES = 3


def write_report(folder: Path, samples: Sequence[Sample], dropped: Sequence[Dropped]) -> str:
    """Write dropped.csv and summary.txt; return the summary."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    fields = [field.name for field in dataclasses.fields(Dropped)]
    writer.writerow(fields)
    writer.writerows([getattr(one, name) for name in fields] for one in dropped)
    # The byte order mark tells spreadsheets that it is UTF-8.
    write_atomically(folder / DROPPED_TABLE, table.getvalue().encode("utf-8-sig"))
    text = summary(samples, dropped)
    write_atomically(folder / SUMMARY, text.encode("utf-8"))
    return text


def counts(samples: Sequence[Sample]) -> dict[str, int]:
    """Count what is in the data set."""
    by_identity = Counter(sample.identity for sample in samples)
    by_modality = Counter(sample.modality for sample in samples)
    photographed, drawn = (
        {sample.identity for sample in samples if (sample.modality == "photo") is photo} for photo in (True, False)
    )
    return {
        "samples": len(samples),
        "identities": len(by_identity),
        "photos": by_modality["photo"],
        "sketches": by_modality["sketch"],
        "drawings": by_modality["drawing"],
        "identities_with_photo_and_drawing": len(photographed & drawn),
        "identities_with_one_sample": sum(count == 1 for count in by_identity.values()),
        "drawn_identities_without_photo": len(drawn - photographed),
    }


def summary(samples: Sequence[Sample], dropped: Sequence[Dropped]) -> str:
    """Tell people what came of their pictures."""
    count = counts(samples)
    lines = [
        (
            f"{count['samples']} crops of {count['identities']} identities: {count['photos']} photos, "
            f"{count['sketches']} sketches, {count['drawings']} drawings."
        ),
        f"{count['identities_with_photo_and_drawing']} identities have both a photo and a sketch or drawing.",
    ]
    if single := count["identities_with_one_sample"]:
        lines.append(
            f"{single} identities have a single sample. They are kept for classification and synthetic sketches; a "
            "photo of theirs is its own partner where two are compared. --least-samples 2 leaves them out."
        )
    if lonely := count["drawn_identities_without_photo"]:
        lines.append(f"{lonely} identities have sketches and no photo: the generator cannot learn from them.")
    lines += ["", f"{len(dropped)} pictures were left out ({DROPPED_TABLE} lists them all)."]
    reasons = Counter(one.reason for one in dropped)
    for reason, number in reasons.most_common():
        lines.append(f"  {number:6d}  {REASONS[reason]}")
        examples = [one for one in dropped if one.reason == reason][:_EXAMPLES]
        lines += [f"            {one.file}: {one.detail}" for one in examples]
    return "\n".join(lines) + "\n"
