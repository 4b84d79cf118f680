"""A program that behaves as the trainer does towards the application, without PyTorch."""

from __future__ import annotations

from pathlib import Path

PROGRAM = """
import json, pathlib, shutil, signal, sys, time
command, options = sys.argv[1], sys.argv[2:]
value = lambda name: options[options.index(name) + 1]
if command == "recipes":
    print(json.dumps([{"name": "tiny", "sentence": "Seconds instead of hours.", "steps": {"encoder": 6}}]))
elif command == "devices":
    print(json.dumps({"cuda": [], "cpu_threads": 2, "torch": "2.0"}))
elif command == "compare":
    print("A is better than B.")
elif command == "export":
    shutil.copytree(pathlib.Path(value("--data")) / "bundle", value("--bundle"))
    print("Bundle written.")
elif command == "train":
    run, data = pathlib.Path(value("--run")), pathlib.Path(value("--data"))
    if "--set" in options and value("--set") == "nonsense=1":
        sys.exit("There is no setting nonsense.")
    record = run / "run.json"
    sessions = json.loads(record.read_text())["sessions"] if record.exists() else []
    sessions.append({"ended": "running"})
    def note(ended):
        sessions[-1]["ended"] = ended
        record.write_text(json.dumps({"configuration": {"name": options[0]}, "sessions": sessions}))
    asked = []
    signal.signal(signal.SIGTERM, lambda *_: asked.append(True))
    note("running")
    metrics = run / "metrics.jsonl"
    done = len(metrics.read_text().splitlines()) if metrics.exists() else 0
    print("Resuming" if "--resume" in options else "Training", flush=True)
    while done < 6 or (data / "slow").exists():
        done += 1
        line = {"schema": 1, "stage": "encoder", "step": done, "of": 6, "time": 0, "seconds_left": 3,
                "loss": 1 / done}
        with metrics.open("a") as file:
            file.write(json.dumps(line) + "\\n")
            file.write(json.dumps({**line, "stage": "encoder-validation", "loss": 0, "recall_1": 0.5}) + "\\n")
        if asked:
            note("stopped")
            sys.exit("Stopped after a step, with a checkpoint.")
        time.sleep(0.05)
    note("finished")
    print("Finished.")
"""


def write_pretend_trainer(checkout: Path) -> Path:
    """A folder from which `python -m trainer` runs it."""
    (checkout / "trainer").mkdir(parents=True)
    (checkout / "trainer" / "__init__.py").touch()  # a folder without it yields to a whole package anywhere else
    (checkout / "trainer" / "__main__.py").write_text(PROGRAM, encoding="utf-8")
    return checkout
