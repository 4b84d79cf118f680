"""Numbers that make no sense are refused by the command line, with the option's name."""

from __future__ import annotations

import pytest

from trainer.__main__ import main


@pytest.mark.parametrize(
    "words",
    [
        "landmarks --threads 0",
        "calibrate --fpir -0.1",
        "calibrate --fpir 1.5",
        "calibrate --fpir nan",
        "calibrate --limit -1",
        "evaluate --samples 0",
        "compare a b --samples 0",
        "train tiny --limit -1",
        "export tiny --limit many",
        "quality-thresholds --limit 0",
        "landmark-errors --lfw-sample 0",
        "synthesise --photos 0",
        "reproduce table1 --seed -1",
        "batch-recall results.csv --probes -1",
        "prepare people --to set --jobs 0",
    ],
)
def test_a_number_out_of_bounds_is_refused_by_name(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(words.split())
    *_, option, value = words.split()
    told = capsys.readouterr().err
    assert f"argument {option}: “{value}” is no " in told
