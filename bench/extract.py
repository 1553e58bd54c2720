"""Time of extraction over the bare parse of the same text by the same model, and peak memory, by length of report.

Bare parse: the whole English pipeline over the paragraphs, nothing read off it. The two are run by turns and the
median is taken, so that a busy moment of the machine falls on both. Each length runs in a process of its own, whose
peak memory is therefore its own.

    python bench/extract.py [REPORT.txt] [--times 1 10 100] [--repeats 3] [--json]
"""

import argparse
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from civicspace.extract.parse import english
from civicspace.extract.record import extract
from civicspace.model.document import Document

DEFAULT = Path(__file__).parent.parent / "gold" / "kg-2024-04-30.txt"


def seconds(work: Callable[[], object]) -> float:
    """Wall-clock time of one call."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def measure(text: str, repeats: int) -> dict[str, float]:
    """Medians of ``repeats`` runs by turns, after one short run that loads the model."""
    document = Document.of(text)
    paragraphs = [line for line in text.split("\n") if line.strip()]
    extract(Document.of(text[:2000]))
    bare, whole = [], []
    for _ in range(repeats):
        bare.append(seconds(lambda: list(english().pipe(paragraphs, batch_size=32))))
        whole.append(seconds(lambda: extract(document)))
    parse, full = statistics.median(bare), statistics.median(whole)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"characters": len(text), "parse_s": parse, "extract_s": full, "ratio": full / parse, "peak_mib": peak}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("report", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--times", nargs="+", type=int, default=[1, 10, 100])
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)  # a length in its own process
    asked = parser.parse_args()
    if asked.one:
        text = "\n\n".join([asked.report.read_text(encoding="utf-8")] * asked.one)
        print(json.dumps({"times": asked.one, **measure(text, asked.repeats)}))
        return
    rows = []
    for times in asked.times:
        command = [sys.executable, __file__, str(asked.report), "--one", str(times), "--repeats", str(asked.repeats)]
        rows.append(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))
    if asked.json:
        print(json.dumps(rows, indent=1))
        return
    print(
        f"{'reports':>8}{'characters':>12}{'parse s':>10}{'extract s':>11}"
        f"{'ratio':>8}{'s/10k chars':>13}{'peak MiB':>10}"
    )
    for row in rows:
        pace = row["extract_s"] / row["characters"] * 10_000
        print(
            f"{row['times']:8}{row['characters']:12}{row['parse_s']:10.2f}{row['extract_s']:11.2f}"
            f"{row['ratio']:8.2f}{pace:13.3f}{row['peak_mib']:10.0f}"
        )


if __name__ == "__main__":
    main()
