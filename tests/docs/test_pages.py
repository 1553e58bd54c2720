"""The docs are true to the tree, and their commands run.

A block marked ``console`` is run line by line, each command after ``$`` in a folder that has the samples and the
annotated reports; other blocks only show.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")] + sorted(
    (ROOT / "docs").glob("*.md")
)
_BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)")


def commands(page: Path) -> list[str]:
    blocks = _BLOCK.findall(page.read_text("utf-8"))
    return [line[2:] for block in blocks for line in block.splitlines() if line.startswith("$ ")]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder to work in, with the samples and the annotated reports."""
    made = tmp_path_factory.mktemp("desk")
    for name in ("samples", "gold"):
        (made / name).symlink_to(ROOT / name)
    return made


def test_the_commands_of_the_pages_run(desk: Path) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, "PATH": path, "CIVICSPACE_HOME": str(desk / "var")}
    for command in dict.fromkeys(command for page in PAGES for command in commands(page)):
        done = subprocess.run(command, shell=True, cwd=desk, env=env, capture_output=True, text=True)
        assert (command, done.returncode, done.stderr if done.returncode else "") == (command, 0, "")


def test_pages_show_commands() -> None:
    assert sum(len(commands(page)) for page in PAGES) >= 8


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files(page: Path) -> None:
    wanted = _LINK.findall(page.read_text("utf-8"))
    assert [name for name in wanted if not (page.parent / name).exists()] == []


def test_architecture_names_every_package_and_no_other() -> None:
    table = re.findall(r"^\| `(\w+)` \|", (ROOT / "docs/architecture.md").read_text("utf-8"), re.MULTILINE)
    packages = [path.parent.name for path in (ROOT / "src/civicspace").glob("*/__init__.py")]
    assert sorted(table) == sorted(packages)


def test_extraction_names_modules_that_exist() -> None:
    text = (ROOT / "docs/extraction.md").read_text("utf-8")
    stages = "\n".join(re.findall(r"^\d\. .*?(?=^\d\. |^```)", text, re.MULTILINE | re.DOTALL))
    named = {name for name in re.findall(r"`([a-z_.]+)`", stages) if name not in {"confidence"}}
    folder = ROOT / "src/civicspace/extract"
    missing = [
        name
        for name in named
        if not (folder / f"{name.replace('.', '/')}.py").exists()
        and not (ROOT / "src" / name.replace(".", "/")).is_dir()
    ]
    assert len(named) > 10
    assert missing == []


def test_contributing_names_files_that_exist() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    named = re.findall(r"`((?:src|gold|scripts|tests|docs|requirements)/[\w./*-]*)`", text)
    assert len(named) > 8
    assert [name for name in named if not list(ROOT.glob(name.rstrip("/")))] == []


def test_every_target_that_the_docs_name_is_in_the_makefile() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = {name for page in PAGES for name in re.findall(r"`make ([a-z-]+)`", page.read_text("utf-8"))}
    assert named - targets == set()
    assert {"run", "test"} <= named
