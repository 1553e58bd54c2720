"""What a package may import, and what the wheel carries."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Names of the files in a wheel built from this tree, with the build tools of the environment."""
    out = tmp_path_factory.mktemp("wheel")
    build = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
    done = subprocess.run([sys.executable, "-c", build, str(out)], cwd=ROOT, capture_output=True, text=True, check=True)
    with zipfile.ZipFile(out / done.stdout.split()[-1]) as archive:
        return set(archive.namelist())


def test_the_wheel_has_every_file_of_the_package(wheel: set[str]) -> None:
    listed = subprocess.run(["git", "ls-files", "src"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    ours = {line.removeprefix("src/") for line in listed.splitlines() if (ROOT / line).exists()}
    assert ours - wheel == set()


@pytest.mark.parametrize(
    "ending", [".toml", ".zip", ".tsv", "weights.json", "model.sha256", ".html", ".css", ".js", ".svg", ".mo", ".po"]
)
def test_the_wheel_has_data_beside_the_code(wheel: set[str], ending: str) -> None:
    assert [name for name in wheel if name.startswith("civicspace/") and name.endswith(ending)]


def test_the_wheel_has_nothing_of_the_tests_or_annotations(wheel: set[str]) -> None:
    assert {name.partition("/")[0] for name in wheel if not name.startswith("civicspace-")} == {"civicspace"}


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    names = {path.stem for path in SOURCE.rglob("*.py")}
    assert names & {"utils", "util", "helpers", "helper", "common", "manager", "misc"} == set()
