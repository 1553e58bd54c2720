"""The figures below which quality may not fall, and the rule that they only rise."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from civicspace.model.errors import RunError
from civicspace.quality.score import KINDS, Score

FILE = Path(__file__).with_name("floors.toml")
Floors = dict[str, dict[str, float]]  # split → figure ("events f1") → floor
_HEAD = """\
# What the annotated reports under gold/ must score at least, by `make gate`. These floors only rise: write them with
# `python -m civicspace.quality.gate --raise`, which refuses to lower one.
"""
_STEP = 1000  # floors are kept in thousandths, rounded down


def read(path: Path) -> Floors:
    """The floors of a file; none where there is no file yet."""
    return parse(path.read_text(encoding="utf-8")) if path.exists() else {}


def parse(text: str) -> Floors:
    """Floors from TOML; raises ``RunError`` where it is not that."""
    try:
        return {
            split: {name: float(floor) for name, floor in rows.items()} for split, rows in tomllib.loads(text).items()
        }
    except (tomllib.TOMLDecodeError, AttributeError, ValueError) as error:
        raise RunError(f"the floors cannot be read: {error}") from error


def write(path: Path, floors: Floors) -> None:
    """Write floors as TOML, in order."""
    lines = [_HEAD]
    for split, rows in sorted(floors.items()):
        lines.append(f"\n[{split}]\n")
        lines += [f'"{name}" = {floor:.3f}\n' for name, floor in rows.items()]
    path.write_text("".join(lines), encoding="utf-8")


def figures(score: Score) -> dict[str, float]:
    """The figures of a score that have floors."""
    shown: dict[str, float] = {}
    for kind in KINDS:
        shown[f"{kind} f1"] = score.kinds[kind].f1
        if kind != "people":
            shown[f"{kind} slots"] = score.kinds[kind].slots
    return {**shown, "grounded": score.grounded}


def below(floors: Floors, measured: dict[str, dict[str, float]]) -> Iterator[str]:
    """A line for every figure under its floor, and for every floor that nothing was measured for."""
    for split, rows in floors.items():
        for name, floor in rows.items():
            figure = measured.get(split, {}).get(name)
            if figure is None:
                yield f"{split}: {name} was not measured"
            elif figure < floor:
                yield f"{split}: {name} is {figure:.4f}, its floor {floor:.3f}"


def raised(floors: Floors, measured: dict[str, dict[str, float]]) -> Floors:
    """The floors lifted to what was measured; raises ``RunError`` where that would lower one."""
    if lower := list(below(floors, measured)):
        raise RunError("floors only rise:\n" + "\n".join(lower))
    return {
        split: {name: int(figure * _STEP) / _STEP for name, figure in rows.items()} for split, rows in measured.items()
    }
