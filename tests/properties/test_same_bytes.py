"""The same report gives the same bytes: again, in another process, with other hash seeds."""

import os
import subprocess
import sys
from pathlib import Path

from civicspace.extract.record import extract
from civicspace.ingest import read

ROOT = Path(__file__).parents[2]
SAMPLE = "samples/ru-2022-03-log.html"
COMMAND = (sys.executable, "-c", "from civicspace.cli.main import app; app()", "extract", SAMPLE, "--format", "json")


def in_another_process(seed: str) -> bytes:
    env = {**os.environ, "PYTHONHASHSEED": seed}
    return subprocess.run(COMMAND, cwd=ROOT, env=env, check=True, capture_output=True).stdout


def test_processes_with_different_hash_seeds_agree() -> None:
    one, other = in_another_process("1"), in_another_process("2")
    assert one == other
    assert one == extract(read(str(ROOT / SAMPLE))).to_json().encode()
