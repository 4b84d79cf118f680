"""Repeat a stored search and say whether it comes out the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from forensic_id.core.records import Candidate, ListVerdict, SearchRecord
from forensic_id.core.rights import Right
from forensic_id.services.identify import SearchTools, rank
from forensic_id.services.probe import Probe
from forensic_id.services.search_pool import SearchPool, load_pool


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Something that is not as it was: its name, the stored value and the present one."""

    what: str
    stored: str
    present: str

    def __str__(self) -> str:
        """A sentence."""
        return f"The {self.what} differs: it was {self.stored} and is {self.present}."


@dataclass(frozen=True, slots=True, kw_only=True)
class RepeatedSearch:
    """A stored record beside the ranking that the same search gives now.

    `causes` are inputs that have changed since (bundle, sigma, gallery, crop); `ranking` tells the first place at
    which the rankings part, None when they are equal to the last bit; `verdict` tells how the verdict on the list
    differs from the stored one, if there is one.
    """

    record: SearchRecord
    candidates: tuple[Candidate, ...]
    causes: tuple[Difference, ...]
    ranking: Difference | None
    verdict: Difference | None = None

    @property
    def reproduced(self) -> bool:
        """Whether the stored ranking came out again exactly: subjects, photos and densities."""
        return self.ranking is None

    @property
    def differences(self) -> tuple[Difference, ...]:
        """All of them, causes first."""
        return (*self.causes, *(each for each in (self.ranking, self.verdict) if each is not None))


def repeat_search(search_id: int, tools: SearchTools) -> RepeatedSearch:
    """Search again with the stored sketches, edits, landmarks and parameters; the stored record stays as it is.

    The attempt and its outcome go into the audit log. Raises NotFoundError, TamperedError when the record or the
    sketch was altered, InvalidInputError when the pool is empty by now.
    """
    tools.library.require(Right.BROWSE)
    record = tools.library.cases.search(search_id)
    parts = tuple(tools.library.cases.search(part) for part in record.parts) or (record,)
    probes = tuple(_probe(part, tools) for part in parts)
    pool = load_pool(tools.library.gallery, tools.reader.encoder.bundle_id, record.parameters.filters)
    ranked = rank(tools, pool, probes, record.parameters)
    result = RepeatedSearch(
        record=record,
        candidates=ranked.candidates,
        causes=(*_changed_inputs(record, tools, pool), *_changed_sketches(parts, probes)),
        ranking=_first_difference(record.candidates, ranked.candidates),
        verdict=_changed_verdict(record.verdict, ranked.verdict),
    )
    tools.library.audit.append(
        "search.repeat",
        f"search {search_id}",
        {"reproduced": result.reproduced, "differences": [str(each) for each in result.differences]},
    )
    return result


def _probe(record: SearchRecord, tools: SearchTools) -> Probe:
    """The sketch of a single search, edited and aligned as recorded."""
    sketch = record.sketch
    image = tools.reader.loader.decode(tools.library.cases.sketch_original(record.search_id), sketch.file_name)
    edits = tuple(step.edit for step in sketch.edits)
    return tools.reader.examine(image, box=sketch.box, landmarks=sketch.landmarks, edits=edits)


def _changed_inputs(record: SearchRecord, tools: SearchTools, pool: SearchPool) -> tuple[Difference, ...]:
    return _differences(
        (
            ("model bundle", record.bundle_id, tools.reader.encoder.bundle_id),
            ("kernel width", repr(record.sigma), repr(tools.generator.sigma)),
            ("gallery pool", record.gallery_snapshot, pool.table.snapshot_id),
        )
    )


def _changed_sketches(parts: Sequence[SearchRecord], probes: Sequence[Probe]) -> tuple[Difference, ...]:
    """Pictures after an edit, and crops, that no longer come out as they did."""
    pairs = []
    for part, probe in zip(parts, probes, strict=True):
        of = f" of search {part.search_id}" if len(parts) > 1 else ""
        steps = enumerate(zip(part.sketch.edits, probe.edits, strict=True), start=1)
        pairs += [(f"picture after edit {number}{of}", old.sha256, new.sha256) for number, (old, new) in steps]
        pairs.append((f"aligned crop{of}", part.sketch.crop_sha256, probe.crop_sha256))
    return _differences(pairs)


def _differences(pairs: Iterable[tuple[str, str, str]]) -> tuple[Difference, ...]:
    return tuple(Difference(what=what, stored=old, present=new) for what, old, new in pairs if old != new)


def _first_difference(stored: Sequence[Candidate], present: Sequence[Candidate]) -> Difference | None:
    for old, new in zip(stored, present, strict=False):
        if old != new:
            return Difference(what=f"candidate at rank {old.rank}", stored=_text(old), present=_text(new))
    if len(stored) != len(present):
        return Difference(what="number of candidates", stored=str(len(stored)), present=str(len(present)))
    return None


def _changed_verdict(stored: ListVerdict | None, present: ListVerdict | None) -> Difference | None:
    """None where the record is from a time without verdicts."""
    if stored is None or stored == present:
        return None
    return Difference(what="verdict on the list", stored=_verdict_text(stored), present=_verdict_text(present))


def _verdict_text(verdict: ListVerdict | None) -> str:
    if verdict is None:
        return "not assessed"
    finding = "informative" if verdict.informative else "nothing stands out"
    return f"{finding}, score {verdict.score!r}, threshold {verdict.threshold!r}"


def _text(candidate: Candidate) -> str:
    return f"subject {candidate.subject_id}, photo {candidate.photo_id}, log density {candidate.log_density!r}"
