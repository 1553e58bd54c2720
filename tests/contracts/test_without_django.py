"""Reading reports needs neither Django nor what serves the site: ``pip install 'civicspace[en]'`` is enough."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
WITHOUT = """
from importlib.machinery import PathFinder

find = PathFinder.find_spec


def absent(name, path=None, target=None):
    site = {"django", "whitenoise", "waitress", "babel"}
    return None if name.partition(".")[0] in site else find(name, path, target)


PathFinder.find_spec = absent
from civicspace.cli.main import app

app()
"""


def run(*words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, "-c", WITHOUT, *words], cwd=ROOT, capture_output=True, text=True)


def test_a_report_is_read() -> None:
    done = run("extract", "samples/hu-2025-07-08-news.html", "--format", "csv")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("\n") > 5


def test_the_site_says_what_to_install() -> None:
    done = run("load", "samples")
    assert done.returncode == 1
    assert "pip install 'civicspace[en,web]'" in done.stderr
