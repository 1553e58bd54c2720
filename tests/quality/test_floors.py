"""Floors only rise: the tool refuses to lower one, and history shows that nobody has."""

import subprocess
from pathlib import Path

import pytest

from civicspace.model.errors import RunError
from civicspace.quality import floors

LOW, HIGH = {"dev": {"events f1": 0.5}}, {"dev": {"events f1": 0.71239}}


def test_a_figure_below_its_floor_is_named() -> None:
    assert list(floors.below(HIGH, LOW)) == ["dev: events f1 is 0.5000, its floor 0.712"]


def test_a_floor_that_nothing_was_measured_for_is_named() -> None:
    assert list(floors.below(HIGH, {})) == ["dev: events f1 was not measured"]


def test_floors_are_lifted_to_what_was_measured_rounded_down(tmp_path: Path) -> None:
    floors.write(tmp_path / "floors.toml", floors.raised(LOW, HIGH))
    assert floors.read(tmp_path / "floors.toml") == {"dev": {"events f1": 0.712}}


def test_a_floor_is_never_lowered() -> None:
    with pytest.raises(RunError, match="only rise"):
        floors.raised(HIGH, LOW)


def _versions() -> list[str]:
    """Every committed version of the floors, newest first; none outside of a git checkout."""

    def git(*arguments: str) -> str:
        return subprocess.run(
            ["git", *arguments], cwd=floors.FILE.parent, capture_output=True, text=True, check=False
        ).stdout

    commits = git("log", "--format=%H", "--", floors.FILE.name).split()
    return [git("show", f"{commit}:./{floors.FILE.name}") for commit in commits]


def test_no_committed_floor_was_ever_higher_than_now() -> None:
    now = floors.read(floors.FILE)
    for version in _versions():
        assert list(floors.below(floors.parse(version), now)) == []
