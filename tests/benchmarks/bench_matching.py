"""How long a search of a large gallery takes, beside a plain float64 search and beside faiss alone.

Run with `python -m tests.benchmarks.bench_matching [--photos 100000] [--size 256] [--samples 10] [--threads 1]`.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable

import faiss
import numpy as np
from rich.console import Console
from rich.table import Table

from forensic_id.core.ranking import rank_candidates
from forensic_id.core.records import Candidate, FeatureTable, FloatArray
from forensic_id.matching.index import ParzenIndex

TOP = 50
SIGMA = 0.3
_ROUNDS = 5


def make_pool(photos: int, size: int, samples: int) -> tuple[FeatureTable, FloatArray]:
    """Random unit features, two photos a subject, and samples around one of them."""
    generator = np.random.default_rng(0)
    features = generator.standard_normal((photos, size), dtype=np.float32)
    features /= np.linalg.norm(features, axis=1, keepdims=True)
    spread = np.float32(1.0 / np.sqrt(size))
    drawn = features[0] + spread * generator.standard_normal((samples, size), dtype=np.float32)
    drawn /= np.linalg.norm(drawn, axis=1, keepdims=True)
    ids = np.arange(photos, dtype=np.int64)
    table = FeatureTable(photo_ids=ids, subject_ids=ids // 2, features=features, snapshot_id="benchmark")
    return table, drawn


def plain_search(table: FeatureTable, wide: np.ndarray, samples: FloatArray) -> tuple[Candidate, ...]:
    """The Parzen window in float64 NumPy over the whole pool; `wide` are the features as float64."""
    distances = 2.0 - 2.0 * (wide @ samples.T.astype(np.float64))
    exponents = distances / (-2.0 * SIGMA**2)
    largest = exponents.max(axis=1)
    densities = largest + np.log(np.exp(exponents - largest[:, None]).mean(axis=1))
    return rank_candidates(
        subject_ids=table.subject_ids, photo_ids=table.photo_ids, log_densities=densities, fusion="max", top=TOP
    )


def seconds(action: Callable[[], object]) -> float:
    """The median time of several rounds after one to warm up."""
    action()
    times = []
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return float(np.median(times))


def main() -> int:
    """Measure, print a table; 1 when the rankings differ."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=100_000)
    parser.add_argument("--size", type=int, default=256)
    parser.add_argument("--samples", type=int, default=10)
    parser.add_argument("--threads", type=int, default=1, help="of faiss; NumPy takes OMP_NUM_THREADS")
    options = parser.parse_args()
    faiss.omp_set_num_threads(options.threads)
    table, samples = make_pool(options.photos, options.size, options.samples)
    wide = table.features.astype(np.float64)
    flat = faiss.IndexFlatIP(options.size)
    flat.add(table.features)
    scorer = ParzenIndex(threads=options.threads)

    def ours() -> tuple[Candidate, ...]:
        return scorer.rank(table, samples, SIGMA, fusion="max", top=TOP)

    rows = {
        "this project (exact top 50 subjects)": seconds(ours),
        "float64 NumPy, features converted before": seconds(lambda: plain_search(table, wide, samples)),
        "float64 NumPy, features converted each time": seconds(
            lambda: plain_search(table, table.features.astype(np.float64), samples)
        ),
        "faiss IndexFlatIP, top 50 photos a sample": seconds(lambda: flat.search(samples, TOP)),
    }
    equal = [one.subject_id for one in ours()] == [one.subject_id for one in plain_search(table, wide, samples)]
    own = rows["this project (exact top 50 subjects)"]
    report = Table(
        "search", "ms", "ratio of ours", title=f"{options.photos} photos, D={options.size}, m={options.samples}"
    )
    for name, taken in rows.items():
        report.add_row(name, f"{taken * 1e3:.1f}", f"{own / taken:.2f}")
    console = Console()
    console.print(report)
    console.print(f"Rankings equal to float64: {'yes' if equal else 'NO'}")
    return 0 if equal else 1


if __name__ == "__main__":
    sys.exit(main())
